#pragma once

#include <array>
#include <string>
#include <string_view>

namespace duizhao::text {

/// What folded_han() looks up: code points from kFirst to kLast.
struct HanFoldingTable {
  static constexpr char32_t kFirst = 0x3400;
  static constexpr char32_t kLast = 0x9FFF;
  std::array<char16_t, kLast - kFirst + 1> folded;
};
extern const HanFoldingTable kHanFolding;

/// The simplified form of a Han character, for comparing texts: traditional characters and the
/// variants of Taiwan and Hong Kong fold to one form, anything else stays as it is.
///
/// One character for one, so offsets survive: 萬 → 万, 裏 and 裡 → 里. Where one simplified
/// character stands for several traditional ones (后 for 後 and 后), they fold alike; to show text
/// to readers, convert with text::Converter, which looks at the words. A table lookup; thread-safe.
[[nodiscard]] inline char32_t folded_han(char32_t c) {
  const bool known = c >= HanFoldingTable::kFirst && c <= HanFoldingTable::kLast;
  return known ? kHanFolding.folded[c - HanFoldingTable::kFirst] : c;
}

/// The same of each character of a text. As long as `text`, so that offsets into one hold for the
/// other.
[[nodiscard]] std::string folded_han(std::string_view text);

}  // namespace duizhao::text
