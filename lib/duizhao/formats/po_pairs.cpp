#include "duizhao/formats/po_pairs.h"

#include <string_view>
#include <utility>

#include "duizhao/text/ascii.h"

namespace duizhao::formats {
namespace {

/// The text of a quoted string of C; none where it is no such string.
std::optional<std::string> unquoted(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  if (line.size() < 2 || line.front() != '"' || line.back() != '"') return std::nullopt;
  line = line.substr(1, line.size() - 2);
  std::string text;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') return std::nullopt;
    if (line[i] != '\\') {
      text += line[i];
      continue;
    }
    if (++i == line.size()) return std::nullopt;
    switch (line[i]) {
      case 'n':
      case 'r':
      case 't':
        text += ' ';
        break;
      default:
        text += line[i];
    }
  }
  return text;
}

}  // namespace

bool PoPairReader::take(std::string_view line) {
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
  if (line.starts_with("#~")) {
    field_ = nullptr;
    return true;
  }
  const bool begins = line.starts_with('#') || line.starts_with("msgctxt") ||
                      (line.starts_with("msgid ") || line.starts_with("msgid\""));
  const bool complete = entry_.has_id && field_ != &entry_.context;
  if (begins && complete && (field_ == &entry_.first || field_ == &entry_.last)) return false;
  if (line.empty()) return true;
  if (line.starts_with('#')) {
    if (line.starts_with("#: ") && entry_.reference.empty()) {
      entry_.reference = line.substr(3, line.find(' ', 3) - 3);
    }
    return true;
  }
  if (entry_.line == 0) entry_.line = lines_.line_number();
  const std::size_t quote = line.find('"');
  const std::string_view keyword = line.substr(0, line.find_first_of(" \t\"["));
  if (keyword == "msgctxt") {
    field_ = &entry_.context;
  } else if (keyword == "msgid") {
    field_ = &entry_.id;
    entry_.has_id = true;
    entry_.line = lines_.line_number();
  } else if (keyword == "msgid_plural") {
    field_ = &entry_.plural;
    entry_.has_plural = true;
  } else if (keyword == "msgstr") {
    const bool first = line.find('[') > quote || line.starts_with("msgstr[0]");
    field_ = first ? &entry_.first : &entry_.last;
    field_->clear();
  } else if (!line.starts_with('"')) {
    entry_.broken = true;
    return true;
  }
  const auto text = quote == line.npos ? std::nullopt : unquoted(line.substr(quote));
  if (!text || field_ == nullptr) {
    entry_.broken = true;
    return true;
  }
  *field_ += *text;
  return true;
}

void PoPairReader::emit(Entry& entry, BilingualPair& pair) {
  pair.id = entry.context.empty() ? entry.reference : entry.context;
  pair.line = entry.line;
  if (entry.has_plural) {
    const bool one_form = entry.last.empty();
    plural_ = BilingualPair{std::move(entry.plural), one_form ? entry.first : entry.last,
                            entry.line, pair.id};
    // Chinese has one form, which stands for the plural.
    if (one_form) {
      pair = std::move(*plural_);
      plural_.reset();
      return;
    }
  }
  pair.source = std::move(entry.id);
  pair.target = std::move(entry.first);
}

Result<bool> PoPairReader::next(BilingualPair& pair) {
  if (plural_) {
    pair = std::move(*plural_);
    plural_.reset();
    return true;
  }
  while (!ended_) {
    if (std::exchange(keeps_, false)) (void)take(kept_);
    for (;;) {
      std::string_view line;
      auto more = lines_.next(line);
      if (!more) return more;
      ended_ = !*more;
      if (ended_) break;
      if (!take(line)) {
        kept_ = line;
        keeps_ = true;
        break;
      }
    }
    Entry entry = std::exchange(entry_, Entry{});
    field_ = nullptr;
    if (entry.broken) {
      pass_over({ErrorCode::kMalformed,
                 "an entry that breaks the format of PO files",
                 {lines_.name(), entry.line}});
      continue;
    }
    // The header is the translation of nothing.
    if (!entry.has_id || entry.id.empty()) continue;
    emit(entry, pair);
    return true;
  }
  return false;
}

}  // namespace duizhao::formats
