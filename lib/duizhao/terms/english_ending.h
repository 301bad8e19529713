#pragma once

#include <cstdint>
#include <string_view>

namespace duizhao::terms {

/// How the last word of an English term goes on in running text, as plural, singular and
/// possessive.
enum class EnglishEnding : std::uint8_t {
  kNone,      ///< as it stands: digits, symbols, Chinese; H20, H20's
  kRegular,   ///< bank: banks, bank's
  kSibilant,  ///< loss: losses, loss's
  kY,         ///< subsidiary: subsidiaries
  kSis,       ///< crisis: crises
  kMan,       ///< chairman: chairmen
};

/// A folded word without what changes in its plural, and how it goes on.
struct EnglishStem {
  std::string_view stem;
  EnglishEnding ending = EnglishEnding::kNone;
};

/// The stem of a folded (lower-case, straight apostrophe) word. `may_be_plural`: a final -s may be
/// the plural's; it is not in names such as "Reuters".
[[nodiscard]] EnglishStem english_stem(std::string_view word, bool may_be_plural);

/// Whether `rest`, what follows the stem up to the word's end in a folded text, is an ending of
/// that kind.
[[nodiscard]] bool is_ending(EnglishEnding ending, std::string_view rest);

}  // namespace duizhao::terms
