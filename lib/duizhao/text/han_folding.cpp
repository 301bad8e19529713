#include "duizhao/text/han_folding.h"

#include <array>
#include <string_view>

namespace duizhao::text {
namespace {

constexpr std::u16string_view kPairs =
#include "duizhao/text/han_folding.inc"
    ;

constexpr char32_t kFirst = 0x3400;
constexpr char32_t kLast = 0x9FFF;
using Table = std::array<char16_t, kLast - kFirst + 1>;

Table make_table() {
  Table table{};
  for (char32_t c = kFirst; c <= kLast; ++c) table[c - kFirst] = static_cast<char16_t>(c);
  for (std::size_t i = 0; i + 1 < kPairs.size(); i += 2) table[kPairs[i] - kFirst] = kPairs[i + 1];
  return table;
}

}  // namespace

char32_t folded_han(char32_t c) {
  static const Table table = make_table();
  return c >= kFirst && c <= kLast ? table[c - kFirst] : c;
}

}  // namespace duizhao::text
