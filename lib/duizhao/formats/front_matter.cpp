#include "duizhao/formats/front_matter.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "duizhao/core/span.h"
#include "duizhao/text/ascii.h"

namespace duizhao::formats {
namespace {

/// Fields of front matter whose values people read.
bool is_text_field(std::string_view key) {
  constexpr std::array<std::string_view, 14> kFields = {
      "title",   "linktitle", "subtitle", "description", "summary",  "abstract",   "excerpt",
      "caption", "lead",      "headline", "heading",     "synopsis", "long_title", "short_title"};
  return std::ranges::find(kFields, text::ascii_lowered(key)) != kFields.end();
}

bool is_key(std::string_view key) {
  return !key.empty() && std::ranges::all_of(key, [](char c) {
    return text::ascii_lower(c) != c || text::is_ascii_letter_or_digit(c) || c == '_' || c == '-' ||
           c == '.';
  });
}

struct FrontMatter {
  std::size_t end = 0;  ///< of the line that closes it, its line end included
  struct Value {
    Span span;
    bool goes_on = false;  ///< the line before it, as YAML folds lines
  };
  std::vector<Value> values;  ///< lines of fields that are text
};

Span without_quotes(std::string_view text, Span value) {
  while (!value.empty() && (text[value.begin] == ' ' || text[value.begin] == '\t')) ++value.begin;
  while (!value.empty() && (text[value.end - 1] == ' ' || text[value.end - 1] == '\r')) --value.end;
  const bool quoted = value.size() >= 2 && text[value.begin] == text[value.end - 1] &&
                      (text[value.begin] == '"' || text[value.begin] == '\'');
  if (quoted) return {value.begin + 1, value.end - 1};
  return value;
}

/// What stands between `begin` and a line feed at `end`.
std::string_view line_in(std::string_view text, std::size_t begin, std::size_t end) {
  std::string_view line = text.substr(begin, end - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::optional<FrontMatter> front_matter(std::string_view text) {
  if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) return std::nullopt;
  FrontMatter front;
  bool in_text_field = false;
  bool keeps_lines = false;  // of the open field: "|"
  bool has_lines = false;
  bool any_key = false;
  constexpr std::size_t kMostLines = 200;
  std::size_t begin = text.find('\n') + 1;
  for (std::size_t line = 0; line < kMostLines && begin < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view shown = line_in(text, begin, end);
    if (shown == "---" || shown == "...") {
      front.end = std::min(end + 1, text.size());
      return any_key ? std::optional(front) : std::nullopt;
    }
    const std::size_t colon = shown.find(':');
    const bool inside = shown.empty() || shown.front() == ' ' || shown.front() == '\t';
    if (inside) {
      if (in_text_field && !shown.empty()) {
        front.values.push_back(
            {without_quotes(text, {begin, begin + shown.size()}), has_lines && !keeps_lines});
        has_lines = true;
      }
    } else if (shown.front() == '#' || shown.front() == '-') {
      in_text_field = false;
    } else if (colon != shown.npos && is_key(shown.substr(0, colon)) &&
               (colon + 1 == shown.size() || shown[colon + 1] == ' ')) {
      any_key = true;
      in_text_field = is_text_field(shown.substr(0, colon));
      const Span value = without_quotes(text, {begin + colon + 1, begin + shown.size()});
      const std::string_view written = value.in(text);
      const bool block = !written.empty() && (written.front() == '>' || written.front() == '|');
      keeps_lines = block && written.front() == '|';
      has_lines = in_text_field && !value.empty() && !block;
      if (has_lines) front.values.push_back({value, false});
    } else {
      return std::nullopt;
    }
    begin = end + 1;
  }
  return std::nullopt;
}

/// The same in TOML, between two lines of "+++".
std::optional<FrontMatter> toml_front_matter(std::string_view text) {
  if (!text.starts_with("+++\n") && !text.starts_with("+++\r\n")) return std::nullopt;
  FrontMatter front;
  bool in_text_field = false;
  std::string_view quotes;  // of an open string of several lines
  constexpr std::size_t kMostLines = 200;
  std::size_t begin = text.find('\n') + 1;
  for (std::size_t line = 0; line < kMostLines && begin < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view shown = line_in(text, begin, end);
    std::size_t value = begin;
    if (quotes.empty()) {
      if (shown == "+++") {
        front.end = std::min(end + 1, text.size());
        return front;
      }
      const std::size_t equals = std::min(shown.find('='), shown.size());
      const std::string_view key = shown.substr(0, shown.find_first_of(" \t="));
      in_text_field = equals < shown.size() && is_text_field(key);
      value = std::min(text.find_first_not_of(" \t", begin + equals + 1), begin + shown.size());
      for (const std::string_view three : {"\"\"\"", "'''"}) {
        if (equals < shown.size() && text.substr(value).starts_with(three)) quotes = three;
      }
      value += quotes.size();
    }
    std::size_t value_end = std::max(begin + shown.size(), value);
    const std::size_t closed = quotes.empty() ? text.npos : text.find(quotes, value);
    if (closed <= value_end) {
      value_end = closed;
      quotes = {};
    }
    const Span said = without_quotes(text, {value, value_end});
    if (in_text_field && !said.empty()) front.values.push_back({said, false});
    begin = end + 1;
  }
  return std::nullopt;
}

}  // namespace

std::size_t keep_front_matter(std::string_view text, TextPieces& pieces) {
  const auto front = text.starts_with('+') ? toml_front_matter(text) : front_matter(text);
  if (!front) return 0;
  for (const auto& [span, goes_on] : front->values) {
    if (!pieces.text().empty()) pieces.add(goes_on ? " " : "\n");
    pieces.keep(span);
  }
  if (!front->values.empty()) pieces.add("\n");
  return front->end;
}

}  // namespace duizhao::formats
