#include "duizhao/text/language.h"

#include <algorithm>

#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"

namespace duizhao::text {
namespace {

bool is_latin(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF) ||
         (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
}

bool is_kana(char32_t c) { return (c >= 0x3041 && c <= 0x30FA) || (c >= 0x31F0 && c <= 0x31FF); }

/// Greek to the end of the alphabets below the punctuation block, and Hangul.
bool is_other(char32_t c) {
  return (c >= 0x370 && c < 0x1E00) || (c >= 0x1F00 && c < 0x2000) ||
         (c >= 0xAC00 && c <= 0xD7A3) || is_kana(c);
}

/// Whether a run of printable ASCII without spaces is an address: it has a scheme or an at sign, or
/// a dot or slash between letters ("example.org/a", "www.example.org").
bool is_address(std::string_view run) {
  if (run.find("://") != run.npos || run.find('@') != run.npos) return true;
  if (run.starts_with("www.")) return true;
  for (std::size_t i = 1; i + 2 < run.size(); ++i) {
    const bool inside = run[i] == '.' && is_ascii_lower(run[i - 1]) && is_ascii_lower(run[i + 1]);
    if (inside) return true;
  }
  return false;
}

/// The number of words in a run of printable ASCII without spaces. What has digits is a code:
/// "H20", "2nd".
std::size_t words_in(std::string_view run) {
  if (std::ranges::all_of(run, is_ascii_letter)) return 1;
  if (is_address(run)) return 0;
  std::size_t words = 0;
  bool letters = false;
  bool digits = false;
  const auto finish = [&] {
    words += letters && !digits ? 1 : 0;
    letters = digits = false;
  };
  for (const char c : run) {
    if (is_ascii_digit(c)) {
      digits = true;
    } else if (is_latin(static_cast<unsigned char>(c))) {
      letters = true;
    } else if (c != '\'') {
      finish();
    }
  }
  finish();
  return words;
}

}  // namespace

WritingTally& WritingTally::operator+=(const WritingTally& more) {
  han += more.han;
  latin_words += more.latin_words;
  other += more.other;
  return *this;
}

WritingTally tally_writing(std::string_view text) {
  WritingTally tally;
  bool in_word = false;  // in a word with letters beyond ASCII
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t begin = position;
    while (position < text.size() && text[position] > ' ' && text[position] < 0x7F) ++position;
    if (position > begin) {
      const std::size_t words = words_in(text.substr(begin, position - begin));
      const bool continues = in_word && words > 0 && is_ascii_letter_or_digit(text[begin]);
      tally.latin_words += words - (continues ? 1 : 0);
      in_word = words > 0 && is_ascii_letter_or_digit(text[position - 1]);
      continue;
    }
    const char32_t c = next_code_point(text, position);
    if (is_han(c)) ++tally.han;
    if (is_other(c)) ++tally.other;
    if (is_latin(c) && !in_word) ++tally.latin_words;
    in_word = is_latin(c) || c == U'’';
  }
  return tally;
}

Language language_of(const WritingTally& tally, Language around) {
  // Both sides of the comparison count thirds of a word.
  const std::size_t chinese = 2 * tally.han * (around == Language::kChinese ? 2 : 1);
  const std::size_t english = 3 * tally.latin_words * (around == Language::kEnglish ? 2 : 1);
  if (tally.other * 2 > tally.han + 4 * tally.latin_words) return Language::kUnknown;
  if (chinese == 0 && english == 0) return Language::kUnknown;
  return chinese >= english ? Language::kChinese : Language::kEnglish;
}

Language language_of(std::string_view text) { return language_of(tally_writing(text)); }

}  // namespace duizhao::text
