#include "duizhao/terms/letter_folding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>

namespace duizhao::terms {
namespace {

using Table = std::array<FoldedLetter, kLetterTableSize>;

/// Letters with a stroke, which Unicode does not take apart.
char32_t without_stroke(char32_t c) {
  switch (c) {
    case U'ø':
      return 'o';
    case U'đ':
      return 'd';
    case U'ł':
      return 'l';
    case U'ħ':
      return 'h';
    case U'ı':
      return 'i';
    default:
      return c;
  }
}

Table make_table() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decomposition = icu::Normalizer2::getNFKDInstance(status);
  Table table{};
  for (char32_t c = 0; c < kLetterTableSize; ++c) {
    const auto code = static_cast<UChar32>(c);
    FoldedLetter& entry = table[c];
    entry.upper = u_isupper(code) != 0;
    entry.digit = u_isdigit(code) != 0;
    entry.letter = u_isalnum(code) != 0;
    if (u_charType(code) == U_NON_SPACING_MARK || c == 0xAD) continue;
    icu::UnicodeString parts;
    // Without its data ICU takes nothing apart; letters then keep their diacritics.
    if (decomposition == nullptr || decomposition->getDecomposition(code, parts) == 0) {
      parts = icu::UnicodeString(code);
    }
    const auto first = static_cast<char32_t>(u_tolower(parts.char32At(0)));
    entry.folded = static_cast<char16_t>(without_stroke(first));
  }
  return table;
}

}  // namespace

const FoldedLetter& folded_letter(char32_t c) {
  static const Table table = make_table();
  return table[c];
}

}  // namespace duizhao::terms
