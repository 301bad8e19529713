#include "duizhao/model/dictionary.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "duizhao/text/tokens.h"
#include "duizhao/text/utf8.h"
#include "duizhao/text/white_space.h"

namespace duizhao::model {
namespace {

/// Words in parentheses say where or how a word is used; they are evidence, but little.
constexpr float kParenthesisWeight = 0.3F;

constexpr std::array<std::string_view, 9> kReferences = {
    "variant of", "old variant of", "erhua variant of", "Japanese variant of",
    "see ",       "see also ",      "used in ",         "CL:",
    "also pr."};

/// Abbreviations and placeholders of dictionary style that never stand in running text.
constexpr std::array<std::string_view, 12> kStyleWords = {
    "abbr", "sb", "sth", "lit", "fig", "idiom", "esp", "etc", "i", "e", "smb", "smth"};

bool has_han(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (text::is_han(text::next_code_point(text, i))) return true;
  }
  return false;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (;;) {
    const std::size_t end = text.find_first_of(separators, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

Gloss parse_gloss(std::string_view gloss) {
  Gloss words;
  int parentheses = 0;
  int brackets = 0;
  for (const text::Token& token : text::tokenize(gloss)) {
    const std::string_view form = token.span.in(gloss);
    if (form == "(") ++parentheses;
    if (form == ")") parentheses = std::max(0, parentheses - 1);
    if (form == "[") ++brackets;
    if (form == "]") brackets = std::max(0, brackets - 1);
    if (token.kind != text::TokenKind::kWord || brackets > 0) continue;
    if (std::find(kStyleWords.begin(), kStyleWords.end(), form) != kStyleWords.end()) continue;
    words.push_back({std::string(form), parentheses > 0 ? kParenthesisWeight : 1});
  }
  return words;
}

}  // namespace

std::vector<Gloss> parse_glosses(std::string_view definition) {
  std::vector<Gloss> glosses;
  for (const std::string_view part : split(definition, "/;")) {
    const std::string_view gloss = text::trimmed(part);
    const bool refers =
        std::any_of(kReferences.begin(), kReferences.end(),
                    [&](std::string_view start) { return gloss.starts_with(start); });
    if (gloss.empty() || refers) continue;
    Gloss words = parse_gloss(gloss);
    if (!words.empty()) glosses.push_back(std::move(words));
  }
  return glosses;
}

Result<std::vector<DictionaryEntry>> read_dictionary(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return failure(ErrorCode::kUnreadable, "cannot open the dictionary", {path});
  std::vector<DictionaryEntry> entries;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (const auto bad = text::first_invalid(line)) {
      const std::size_t column = text::count_code_points(line.substr(0, *bad)) + 1;
      return failure(ErrorCode::kMalformed, "not valid UTF-8", {path, number, column});
    }
    if (line.ends_with('\r')) line.pop_back();
    DictionaryEntry entry;
    std::string_view definition;
    for (const std::string_view column : split(line, "\t")) {
      const bool headword = has_han(column) && column.find('/') == std::string_view::npos &&
                            column.find(' ') == std::string_view::npos;
      if (headword) {
        entry.headwords.emplace_back(column);
      } else if (!column.empty()) {
        definition = column;
      }
    }
    entry.glosses = parse_glosses(definition);
    if (!entry.headwords.empty() && !entry.glosses.empty()) entries.push_back(std::move(entry));
  }
  if (in.bad()) return failure(ErrorCode::kUnreadable, "cannot read the dictionary", {path});
  return entries;
}

}  // namespace duizhao::model
