#include "duizhao/text/han_folding.h"

#include <string_view>

#include "duizhao/text/utf8.h"

namespace duizhao::text {
namespace {

constexpr std::u16string_view kPairs =
#include "duizhao/text/han_folding.inc"
    ;

constexpr HanFoldingTable make_table() {
  HanFoldingTable table{};
  char16_t own = HanFoldingTable::kFirst;
  for (char16_t& folded : table.folded) folded = own++;
  for (std::size_t i = 0; i + 1 < kPairs.size(); i += 2) {
    table.folded[kPairs[i] - HanFoldingTable::kFirst] = kPairs[i + 1];
  }
  return table;
}

}  // namespace

constinit const HanFoldingTable kHanFolding = make_table();

std::string folded_han(std::string_view text) {
  std::string result(text);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(text, i);
    const char32_t folded = folded_han(c);
    if (folded == c) continue;
    // Both are in the table, and of three bytes therefore.
    result[begin] = static_cast<char>(0xE0 | (folded >> 12));
    result[begin + 1] = static_cast<char>(0x80 | ((folded >> 6) & 0x3F));
    result[begin + 2] = static_cast<char>(0x80 | (folded & 0x3F));
  }
  return result;
}

}  // namespace duizhao::text
