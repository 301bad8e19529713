#include "duizhao/formats/po_pairs.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/formats/language_match.h"
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

/// The language that a header names: "Language: zh_CN"; line ends were made spaces.
std::string language_said(std::string_view header) {
  constexpr std::string_view kName = "Language: ";
  const std::size_t begin = header.find(kName);
  if (begin == header.npos || (begin > 0 && header[begin - 1] != ' ')) return {};
  header.remove_prefix(begin + kName.size());
  return std::string(header.substr(0, header.find(' ')));
}

}  // namespace

bool PoPairReader::take_string(std::string_view quoted, std::size_t begin) {
  std::vector<TextPiece> pieces;
  const auto text = unquoted(quoted, pieces);
  if (!text || field_ == nullptr) return false;
  if (places_ && (field_ == &message_.first || field_ == &message_.last)) {
    auto& place = field_ == &message_.first ? message_.first_place : message_.last_place;
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
  const bool is_domain = line.starts_with("domain \"");  // names the file of what follows
  const bool begins = line.starts_with('#') || is_domain || line.starts_with("msgctxt") ||
                      (line.starts_with("msgid ") || line.starts_with("msgid\""));
  const bool complete = message_.has_id && field_ != &message_.context;
  if (begins && complete && (field_ == &message_.first || field_ == &message_.last)) return false;
  if (line.empty() || is_domain) return true;
  if (line.starts_with("#,") && line.find("fuzzy") != line.npos) message_.fuzzy = true;
  if (line.starts_with("#~")) field_ = nullptr;  // what was deleted
  if (line.starts_with('#')) {
    if (line.starts_with("#: ") && message_.reference.empty()) {
      message_.reference = line.substr(3, line.find(' ', 3) - 3);
    }
    return true;
  }
  if (message_.line == 0) message_.line = lines_.line_number();
  const std::size_t quote = line.find('"');
  const std::string_view keyword = line.substr(0, line.find_first_of(" \t\"["));
  if (keyword == "msgctxt") {
    field_ = &message_.context;
  } else if (keyword == "msgid") {
    field_ = &message_.id;
    message_.has_id = true;
    message_.line = lines_.line_number();
  } else if (keyword == "msgid_plural") {
    field_ = &message_.plural;
    message_.has_plural = true;
  } else if (keyword == "msgstr") {
    const bool first = line.find('[') > quote || line.starts_with("msgstr[0]");
    field_ = first ? &message_.first : &message_.last;
    field_->clear();
    (first ? message_.first_place : message_.last_place).reset();
  } else if (!line.starts_with('"')) {
    message_.broken = true;
    return true;
  }
  if (quote == line.npos || !take_string(line.substr(quote), line_begin + quote)) {
    message_.broken = true;
  }
  return true;
}

void PoPairReader::emit(PoMessage& message, BilingualPair& pair) {
  pair.id = message.context.empty() ? message.reference : message.context;
  pair.line = message.line;
  if (message.has_plural) {
    const bool one_form = message.last.empty();
    plural_ =
        BilingualPair{std::move(message.plural), one_form ? message.first : message.last,
                      message.line, pair.id, one_form ? message.first_place : message.last_place};
    // Chinese has one form, which stands for the plural.
    if (one_form) {
      pair = std::move(*plural_);
      plural_.reset();
      return;
    }
  }
  pair.source = std::move(message.id);
  pair.target = std::move(message.first);
  pair.place = std::move(message.first_place);
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
      if (!more && lines_.goes_on()) {
        message_.broken = true;
        if (message_.line == 0) message_.line = lines_.line_number();
        continue;
      }
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
    PoMessage message = std::exchange(message_, PoMessage{});
    field_ = nullptr;
    if (message.broken) {
      pass_over({ErrorCode::kMalformed,
                 "an entry that breaks the format of PO files",
                 {lines_.name(), message.line}});
      continue;
    }
    if (!message.has_id) continue;
    // The header is the translation of nothing.
    if (message.id.empty()) {
      if (const std::string language = language_said(message.first); is_other_language(language)) {
        return failure(
            ErrorCode::kMalformed,
            fmt::format("its header says that the translations are in '{}', not in Chinese or "
                        "English",
                        language),
            {lines_.name(), message.line});
      }
      continue;
    }
    emit(message, pair);
    fuzzy_ += message.fuzzy ? 1 : 0;
    return true;
  }
  return false;
}

std::string PoPairReader::notice() const {
  if (fuzzy_ == 0) return {};
  return fmt::format("translations that are marked fuzzy were read like the others: {}", fuzzy_);
}

}  // namespace duizhao::formats
