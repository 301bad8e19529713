#include "duizhao/terms/english_ending.h"

#include <algorithm>
#include <initializer_list>

#include "duizhao/text/ascii.h"

namespace duizhao::terms {
namespace {

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return word.ends_with(end); });
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_consonant(char c) {
  return text::is_ascii_lower(c) && !is_one_of({&c, 1}, {"a", "e", "i", "o", "u"});
}

}  // namespace

EnglishStem english_stem(std::string_view word, bool may_be_plural) {
  const auto without = [&](std::size_t letters) { return word.substr(0, word.size() - letters); };
  const std::size_t length = word.size();
  if (length < 2 || !text::is_ascii_lower(word.back())) return {word, EnglishEnding::kNone};
  if (may_be_plural && length > 2) {
    if (word.ends_with("ies") && length > 4) return {without(3), EnglishEnding::kY};
    if (ends_with_any(word, {"sses", "shes", "ches", "xes", "zes"})) {
      return {without(2), EnglishEnding::kSibilant};
    }
    if (word.ends_with("men") && length > 4) return {without(2), EnglishEnding::kMan};
    if (word.ends_with('s') && !ends_with_any(word, {"ss", "us", "is"})) {
      return {without(1), EnglishEnding::kRegular};
    }
  }
  if (word.ends_with("sis") && length > 4) return {without(2), EnglishEnding::kSis};
  if (word.ends_with("man") && length > 4) return {without(2), EnglishEnding::kMan};
  if (ends_with_any(word, {"s", "x", "z", "ch", "sh"})) return {word, EnglishEnding::kSibilant};
  if (word.back() == 'y' && is_consonant(word[length - 2])) return {without(1), EnglishEnding::kY};
  return {word, EnglishEnding::kRegular};
}

bool is_ending(EnglishEnding ending, std::string_view rest) {
  switch (ending) {
    case EnglishEnding::kNone:
      return is_one_of(rest, {"", "'s"});
    case EnglishEnding::kRegular:
      return is_one_of(rest, {"", "s", "'s"});
    case EnglishEnding::kSibilant:
      return is_one_of(rest, {"", "es", "'s"});
    case EnglishEnding::kY:
      return is_one_of(rest, {"y", "ies", "y's", "ys"});
    case EnglishEnding::kSis:
      return is_one_of(rest, {"is", "es", "is's"});
    case EnglishEnding::kMan:
      return is_one_of(rest, {"an", "en", "an's", "en's", "ans"});
  }
  return false;
}

}  // namespace duizhao::terms
