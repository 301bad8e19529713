#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "duizhao/core/span.h"
#include "duizhao/facts/vocabulary.h"

namespace duizhao::facts {

/// The piece of text that the grammar of facts reads at a time: a run of digits, a word in Latin
/// letters, one Han character, or one mark. White space is not a lexeme.
struct Lexeme {
  enum class Type : std::uint8_t { kEnd, kDigits, kWord, kHan, kMark };

  std::uint32_t begin = 0;  ///< bytes in the text
  std::uint32_t end = 0;
  /// Of a Han character or mark: the code point, full-width forms folded to ASCII, traditional
  /// characters to simplified as far as the grammar knows them, dashes to '-', curly quotes to
  /// straight ones. Of a word: its first letter.
  char32_t character = 0;
  Type type = Type::kEnd;
  bool spaced = true;    ///< white space, or the end of the text, before it
  bool capital = false;  ///< of a word: begins with a capital letter
  bool upper = false;    ///< of a word: has no small letter
  bool plural = false;   ///< of a word: the vocabulary has it without its final s
  /// Of a word: what it may mean; empty for a word that says nothing of numbers.
  std::span<const Meaning> meanings;

  [[nodiscard]] bool is_digits() const { return type == Type::kDigits; }
  [[nodiscard]] bool is_word() const { return type == Type::kWord; }
  [[nodiscard]] bool is_han() const { return type == Type::kHan; }
  [[nodiscard]] bool is_han(char32_t c) const { return type == Type::kHan && character == c; }
  [[nodiscard]] bool is_mark(char32_t c) const { return type == Type::kMark && character == c; }
  [[nodiscard]] bool is_end() const { return type == Type::kEnd; }
  /// What the word means in a role; null where it cannot play it.
  [[nodiscard]] const Meaning* as(Role role) const {
    for (const Meaning& meaning : meanings) {
      if (meaning.role == role) return &meaning;
    }
    return nullptr;
  }
};

/// A text cut into lexemes. Any index is allowed: before the first and after the last lexeme stands
/// an endless row of lexemes of type kEnd. Not to be shared between threads.
class Lexemes {
 public:
  /// `text` must be valid UTF-8 and outlive this.
  explicit Lexemes(std::string_view text);

  [[nodiscard]] const Lexeme& operator[](std::size_t i) const {
    return i < lexemes_.size() ? lexemes_[i] : end_;
  }
  [[nodiscard]] std::size_t size() const { return lexemes_.size(); }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::string_view text_of(const Lexeme& lexeme) const {
    return text_.substr(lexeme.begin, lexeme.end - lexeme.begin);
  }
  /// The bytes of the lexemes [first, last).
  [[nodiscard]] Span span(std::size_t first, std::size_t last) const {
    return {lexemes_[first].begin, lexemes_[last - 1].end};
  }
  /// The number of digits of lexeme i, and its digits folded to ASCII values.
  [[nodiscard]] std::size_t digit_count(std::size_t i) const;
  /// The digits of lexeme i read as an integer; past 18 digits it loses precision.
  [[nodiscard]] double integer(std::size_t i) const;
  [[nodiscard]] bool has_leading_zero(std::size_t i) const {
    return digit_count(i) > 1 &&
           integer(i) < std::pow(10.0, static_cast<double>(digit_count(i)) - 1);
  }
  /// The word at i is `form`, in any case.
  [[nodiscard]] bool is(std::size_t i, std::string_view form) const {
    const Lexeme& lexeme = (*this)[i];
    return lexeme.end - lexeme.begin == form.size() && starts(i, form);
  }
  /// The word at i begins with `form`, in any case.
  [[nodiscard]] bool starts(std::size_t i, std::string_view form) const {
    const Lexeme& lexeme = (*this)[i];
    // Nearly all are told apart by their first letter.
    return lexeme.is_word() && !form.empty() &&
           static_cast<char>(text_[lexeme.begin] | 0x20) == form.front() && goes_on(lexeme, form);
  }
  /// The longest entry of the Chinese vocabulary in `role` that begins at lexeme i; its length in
  /// characters is in `length`. Null where there is none.
  [[nodiscard]] const HanEntry* han(std::size_t i, Role role) const;
  /// The Han characters from i on are `form` (simplified).
  [[nodiscard]] bool han_is(std::size_t i, std::u32string_view form) const {
    for (std::size_t k = 0; k < form.size(); ++k) {
      if (!(*this)[i + k].is_han(form[k])) return false;
    }
    return true;
  }
  /// The Han characters before i are `form`.
  [[nodiscard]] bool han_before(std::size_t i, std::u32string_view form) const {
    return i >= form.size() && han_is(i - form.size(), form);
  }

  /// Whether it is the last place of which somebody told that no Chinese numeral begins there: all
  /// kinds of dates and numbers that might begin with one ask for it in turn.
  [[nodiscard]] bool lacks_numeral(std::size_t i) const { return i == lacks_numeral_; }
  void tell_lacks_numeral(std::size_t i) const { lacks_numeral_ = i; }

 private:
  [[nodiscard]] bool goes_on(const Lexeme& word, std::string_view form) const;

  std::string_view text_;
  std::vector<Lexeme> lexemes_;
  Lexeme end_;
  mutable std::size_t lacks_numeral_ = static_cast<std::size_t>(-1);
};

}  // namespace duizhao::facts
