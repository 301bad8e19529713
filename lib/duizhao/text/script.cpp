#include "duizhao/text/script.h"

#include <array>

#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::text {
namespace {

constexpr std::u16string_view kBothScripts =
#include "duizhao/text/both_scripts.inc"
    ;

constexpr char32_t kFirst = 0x3400;
constexpr char32_t kLast = 0x9FFF;
using Table = std::array<Script, kLast - kFirst + 1>;

Table make_table() {
  Table table{};
  for (char32_t c = kFirst; c <= kLast; ++c) {
    const char32_t folded = folded_han(c);
    if (folded == c || folded < kFirst || folded > kLast) continue;
    table[c - kFirst] = Script::kTraditional;
    table[folded - kFirst] = Script::kSimplified;
  }
  for (const char16_t c : kBothScripts) table[c - kFirst] = Script::kUnknown;
  return table;
}

}  // namespace

Script script_of(char32_t character) {
  static const Table table = make_table();
  const bool known = character >= kFirst && character <= kLast;
  return known ? table[character - kFirst] : Script::kUnknown;
}

Script script_of(std::string_view chinese) {
  std::ptrdiff_t balance = 0;
  for (std::size_t position = 0; position < chinese.size();) {
    const Script script = script_of(next_code_point(chinese, position));
    balance += (script == Script::kTraditional) - (script == Script::kSimplified);
  }
  if (balance == 0) return Script::kUnknown;
  return balance > 0 ? Script::kTraditional : Script::kSimplified;
}

}  // namespace duizhao::text
