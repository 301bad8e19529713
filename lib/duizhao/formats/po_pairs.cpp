#include "duizhao/formats/po_pairs.h"

#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/text/ascii.h"

namespace duizhao::formats {
namespace {

/// The text of a quoted string of C, with the places of its parts in the string; none where it is
/// no such string.
std::optional<std::string> unquoted(std::string_view line, std::vector<TextPiece>& pieces) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  if (line.size() < 2 || line.front() != '"' || line.back() != '"') return std::nullopt;
  std::string text;
  const std::size_t end = line.size() - 1;
  for (std::size_t i = 1; i < end; ++i) {
    if (line[i] == '"') return std::nullopt;
    const std::size_t begin = i;
    const bool is_escape = line[i] == '\\';
    if (is_escape && ++i == end) return std::nullopt;
    const bool is_blank = is_escape && (line[i] == 'n' || line[i] == 'r' || line[i] == 't');
    text += is_blank ? ' ' : line[i];
    const bool continues = !is_escape && !pieces.empty() && pieces.back().file.end == begin &&
                           pieces.back().file.size() == pieces.back().text.size();
    if (continues) {
      pieces.back().text.end = text.size();
      pieces.back().file.end = i + 1;
    } else {
      pieces.push_back({{text.size() - 1, text.size()}, {begin, i + 1}});
    }
  }
  return text;
}

}  // namespace

bool PoPairReader::take_string(std::string_view quoted, std::size_t begin) {
  std::vector<TextPiece> pieces;
  const auto text = unquoted(quoted, pieces);
  if (!text || field_ == nullptr) return false;
  if (places_ && (field_ == &entry_.first || field_ == &entry_.last)) {
    auto& place = field_ == &entry_.first ? entry_.first_place : entry_.last_place;
    const std::size_t end = begin + quoted.rfind('"');
    if (!place) place = TargetPlace{{begin + 1, end}, false, {}};
    place->content.end = end;
    for (const TextPiece& piece : pieces) {
      place->pieces.push_back({piece.text.shifted(field_->size()), piece.file.shifted(begin)});
    }
  }
  *field_ += *text;
  return true;
}

bool PoPairReader::take(std::string_view line, std::size_t line_begin) {
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) {
    line.remove_prefix(1);
    ++line_begin;
  }
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
    (first ? entry_.first_place : entry_.last_place).reset();
  } else if (!line.starts_with('"')) {
    entry_.broken = true;
    return true;
  }
  if (quote == line.npos || !take_string(line.substr(quote), line_begin + quote)) {
    entry_.broken = true;
  }
  return true;
}

void PoPairReader::emit(Entry& entry, BilingualPair& pair) {
  pair.id = entry.context.empty() ? entry.reference : entry.context;
  pair.line = entry.line;
  if (entry.has_plural) {
    const bool one_form = entry.last.empty();
    plural_ = BilingualPair{std::move(entry.plural), one_form ? entry.first : entry.last,
                            entry.line, pair.id, one_form ? entry.first_place : entry.last_place};
    // Chinese has one form, which stands for the plural.
    if (one_form) {
      pair = std::move(*plural_);
      plural_.reset();
      return;
    }
  }
  pair.source = std::move(entry.id);
  pair.target = std::move(entry.first);
  pair.place = std::move(entry.first_place);
}

Result<bool> PoPairReader::next(BilingualPair& pair) {
  if (plural_) {
    pair = std::move(*plural_);
    plural_.reset();
    return true;
  }
  while (!ended_) {
    if (std::exchange(keeps_, false)) (void)take(kept_, kept_begin_);
    for (;;) {
      std::string_view line;
      auto more = lines_.next(line);
      if (!more) return more;
      ended_ = !*more;
      if (ended_) break;
      if (!take(line, lines_.line_begin())) {
        kept_ = line;
        kept_begin_ = lines_.line_begin();
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
