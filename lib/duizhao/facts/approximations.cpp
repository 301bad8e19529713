#include "duizhao/facts/approximations.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace duizhao::facts {
namespace {

bool is_any(const Lexemes& lexemes, std::size_t i, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return lexemes.is(i, word); });
}

/// What "more than" and "less than" say after a negation: "no more than" is at most.
Approximation negated(Approximation approximation) {
  switch (approximation) {
    case Approximation::kAbove:
      return Approximation::kBelow;
    case Approximation::kBelow:
      return Approximation::kAbove;
    default:
      return approximation;
  }
}

/// Where the negation in front of words of approximation begins: 不超过, 不得少于, "not exceeding",
/// "shall not exceed"; `begin` itself where there is none.
std::size_t negation_before(const Lexemes& lexemes, std::size_t begin) {
  if (begin == 0) return begin;
  std::size_t i = begin;
  constexpr std::u32string_view kMay = U"得能会应宜可许必";
  if (lexemes[i - 1].is_han() && kMay.find(lexemes[i - 1].character) != std::u32string_view::npos) {
    --i;
  }
  if (i > 0 && (lexemes[i - 1].is_han(U'不') || lexemes[i - 1].is_han(U'未') ||
                lexemes[i - 1].is_han(U'没') || lexemes[i - 1].is_han(U'勿') ||
                lexemes.han_before(i, U"没有"))) {
    return i - 1;
  }
  if (lexemes.han_before(i, U"不要")) return i - 2;
  const auto is_negation = [&](std::size_t k) {
    return is_any(lexemes, k, {"no", "not", "never", "neither", "nor", "cannot"});
  };
  if (is_negation(begin - 1)) return begin - 1;
  if (is_any(lexemes, begin, {"exceed", "exceeds", "exceeding", "exceeded"})) {
    // "is not to exceed", "no fine shall exceed": the negation may stand further off.
    constexpr std::size_t kReach = 5;
    for (std::size_t k = begin; k-- > 0 && begin - k <= kReach && lexemes[k].is_word();) {
      if (is_negation(k)) return k;
    }
  }
  return begin;
}

Approximation words_before(const Lexemes& lexemes, std::size_t& begin) {
  for (std::size_t length = 3; length >= 1; --length) {
    if (begin < length) continue;
    const HanEntry* entry = lexemes.han(begin - length, Role::kApproximation);
    if (entry == nullptr || entry->form.size() != length) continue;
    begin -= length;
    return static_cast<Approximation>(static_cast<int>(entry->value));
  }
  for (const std::u32string_view form : {U"至少", U"最少", U"起码"}) {
    if (lexemes.han_before(begin, form)) {
      begin -= form.size();
      return Approximation::kAbove;
    }
  }
  for (const std::u32string_view form : {U"至多", U"不满", U"未满"}) {
    if (lexemes.han_before(begin, form)) {
      begin -= form.size();
      return Approximation::kBelow;
    }
  }
  for (const std::u32string_view form : {U"最多", U"多达", U"高达"}) {
    if (lexemes.han_before(begin, form)) {
      begin -= form.size();
      return Approximation::kAbout;
    }
  }
  if (begin == 0) return Approximation::kExact;
  std::size_t word = begin - 1;
  if (lexemes[word].is_mark('~') && !lexemes[begin].spaced && lexemes[word].spaced) {
    --begin;
    return Approximation::kAbout;
  }
  if (is_any(lexemes, word, {"a", "the", "an"}) && word > 0 &&
      lexemes[word - 1].as(Role::kApproximation) != nullptr) {
    --word;  // over the 5 million
  }
  if (const Meaning* meaning = lexemes[word].as(Role::kApproximation)) {
    begin = word;
    return static_cast<Approximation>(static_cast<int>(meaning->value));
  }
  if (word == 0) return Approximation::kExact;
  if (lexemes.is(word, "than")) {
    if (is_any(lexemes, word - 1, {"more", "greater", "higher", "larger", "better", "longer"})) {
      begin = word - 1;
      return Approximation::kAbove;
    }
    if (is_any(lexemes, word - 1, {"less", "fewer", "lower", "smaller"})) {
      begin = word - 1;
      return Approximation::kBelow;
    }
  }
  if (lexemes.is(word, "least") && lexemes.is(word - 1, "at")) {
    begin = word - 1;
    return Approximation::kAbove;
  }
  if (lexemes.is(word, "most") && lexemes.is(word - 1, "at")) {
    begin = word - 1;
    return Approximation::kBelow;
  }
  if (lexemes.is(word, "of") && is_any(lexemes, word - 1, {"excess", "minimum", "maximum"})) {
    const bool most = lexemes.is(word - 1, "maximum");
    begin = word - 1;
    return most ? Approximation::kBelow : Approximation::kAbove;
  }
  if (lexemes.is(word, "to") && is_any(lexemes, word - 1, {"up", "close"})) {
    const bool close = lexemes.is(word - 1, "close");
    begin = word - 1;
    return close ? Approximation::kNearly : Approximation::kAbout;
  }
  return Approximation::kExact;
}

}  // namespace

Approximation approximation_before(const Lexemes& lexemes, std::size_t& begin) {
  const Approximation approximation = words_before(lexemes, begin);
  if (approximation != Approximation::kAbove && approximation != Approximation::kBelow) {
    return approximation;
  }
  const std::size_t negation = negation_before(lexemes, begin);
  if (negation == begin) return approximation;
  begin = negation;
  return negated(approximation);
}

Approximation approximation_after(const Lexemes& lexemes, std::size_t& end) {
  for (const auto& [form, approximation] :
       {std::pair{std::u32string_view(U"以上"), Approximation::kAbove},
        std::pair{std::u32string_view(U"及以上"), Approximation::kAbove},
        std::pair{std::u32string_view(U"或以上"), Approximation::kAbove},
        std::pair{std::u32string_view(U"以下"), Approximation::kBelow},
        std::pair{std::u32string_view(U"及以下"), Approximation::kBelow},
        std::pair{std::u32string_view(U"或以下"), Approximation::kBelow},
        std::pair{std::u32string_view(U"以内"), Approximation::kBelow},
        std::pair{std::u32string_view(U"之内"), Approximation::kBelow},
        std::pair{std::u32string_view(U"左右"), Approximation::kAbout},
        std::pair{std::u32string_view(U"上下"), Approximation::kAbout},
        std::pair{std::u32string_view(U"开外"), Approximation::kAbove},
        std::pair{std::u32string_view(U"有余"), Approximation::kAbove}}) {
    if (lexemes.han_is(end, form)) {
      end += form.size();
      return approximation;
    }
  }
  const Lexeme& next = lexemes[end];
  if (next.is_han(U'多') || next.is_han(U'余')) {
    const Lexeme& after = lexemes[end + 1];
    if (after.is_han(U'少') || after.is_han(U'么') || after.is_han(U'种')) {
      return Approximation::kExact;
    }
    ++end;
    return Approximation::kAbove;
  }
  if (next.is_mark('+') && !next.spaced) {
    ++end;
    return Approximation::kAbove;
  }
  if (lexemes.is(end, "plus")) {
    ++end;
    return Approximation::kAbove;
  }
  if ((lexemes.is(end, "or") || lexemes.is(end, "and")) &&
      is_any(lexemes, end + 1, {"more", "above", "over", "less", "fewer", "below", "under"})) {
    const bool more = is_any(lexemes, end + 1, {"more", "above", "over"});
    if (lexemes.is(end, "or") || is_any(lexemes, end + 1, {"above", "below"})) {
      end += 2;
      return more ? Approximation::kAbove : Approximation::kBelow;
    }
  }
  if (lexemes.is(end, "or") && is_any(lexemes, end + 1, {"so", "thereabouts"})) {
    end += 2;
    return Approximation::kAbout;
  }
  if (next.is_mark('-') && lexemes.is(end + 1, "odd")) {
    end += 2;
    return Approximation::kAbove;
  }
  return Approximation::kExact;
}

}  // namespace duizhao::facts
