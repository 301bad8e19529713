#include "duizhao/facts/lexemes.h"

#include <algorithm>
#include <array>

#include "duizhao/text/unified_han.h"
#include "duizhao/text/utf8.h"

namespace duizhao::facts {
namespace {

/// Marks that come in several shapes, and the one that the grammar knows.
char32_t folded(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;  // full-width ASCII
  if (c >= 0x2010 && c <= 0x2015) return '-';         // hyphens and dashes
  switch (c) {
    case U'−':
    case U'﹣':
    case U'－':
    case U'─':
      return '-';
    case U'‘':
    case U'’':
    case U'ʼ':
      return '\'';
    case U'“':
    case U'”':
      return '"';
    case U'〜':
    case U'～':
    case U'∼':
      return '~';
    case U'￥':
      return U'¥';
    case U'￡':
      return U'£';
    case U'﹪':
    case 0xF025:  // the Symbol font's own places
      return '%';
    case U'∶':
    case U'︰':
      return ':';
    case 0xF0B0:
      return U'°';
    case 0xF0B4:
      return U'×';
    case 0xF02D:
      return '-';
    default:
      return c;
  }
}

bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

bool is_capital(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE); }

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

/// The longest word of the vocabulary.
constexpr std::size_t kLongestWord = 16;

}  // namespace

Lexemes::Lexemes(std::string_view text) : text_(text) {
  lexemes_.reserve(text.size() / 3 + 4);
  bool spaced = true;
  std::size_t position = 0;
  while (position < text.size()) {
    Lexeme lexeme;
    lexeme.begin = static_cast<std::uint32_t>(position);
    const char32_t original = text::next_code_point(text, position);
    if (text::is_space(original)) {
      spaced = true;
      continue;
    }
    if (original == 0x200B || original == 0x2060 || original == 0xFEFF) continue;  // no width
    lexeme.spaced = spaced;
    spaced = false;
    const char32_t first = text::unified_han(folded(original));
    lexeme.character = first;
    if (is_digit(first)) {
      lexeme.type = Lexeme::Type::kDigits;
      for (std::size_t next = position; next < text.size(); position = next) {
        if (!is_digit(folded(text::next_code_point(text, next)))) break;
      }
    } else if (is_letter(first)) {
      lexeme.type = Lexeme::Type::kWord;
      lexeme.capital = is_capital(first);
      lexeme.upper = lexeme.capital;
      std::array<char, kLongestWord> lower{};
      std::size_t length = 0;
      char32_t letter = first;
      for (std::size_t next = position;;) {
        if (!is_capital(letter)) lexeme.upper = false;
        if (length < kLongestWord && letter < 0x80) {
          lower[length] = static_cast<char>(letter | 0x20);
        }
        ++length;
        position = next;
        if (next == text.size()) break;
        letter = folded(text::next_code_point(text, next));
        if (!is_letter(letter)) break;
      }
      if (length <= kLongestWord) {
        lexeme.meanings = meanings_of({lower.data(), length}, lexeme.plural);
      }
    } else if (text::is_han(first) || first == U'○') {
      lexeme.type = Lexeme::Type::kHan;
      lexeme.character = simplified(first);
    } else {
      lexeme.type = Lexeme::Type::kMark;
    }
    lexeme.end = static_cast<std::uint32_t>(position);
    lexemes_.push_back(lexeme);
  }
}

std::size_t Lexemes::digit_count(std::size_t i) const {
  return text::count_code_points(text_of((*this)[i]));
}

double Lexemes::integer(std::size_t i) const {
  const std::string_view digits = text_of((*this)[i]);
  double value = 0;
  for (std::size_t position = 0; position < digits.size();) {
    value = value * 10 + (folded(text::next_code_point(digits, position)) - U'0');
  }
  return value;
}

bool Lexemes::goes_on(const Lexeme& word, std::string_view form) const {
  const std::string_view written = text_of(word);
  return written.size() >= form.size() &&
         std::equal(form.begin(), form.end(), written.begin(),
                    [](char a, char b) { return a == static_cast<char>(b | 0x20); });
}

const HanEntry* Lexemes::han(std::size_t i, Role role) const {
  if (!(*this)[i].is_han()) return nullptr;
  for (const HanEntry& entry : han_entries((*this)[i].character)) {
    if (entry.role == role && han_is(i, entry.form)) return &entry;
  }
  return nullptr;
}

}  // namespace duizhao::facts
