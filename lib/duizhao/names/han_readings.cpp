#include "duizhao/names/han_readings.h"

#include <array>
#include <cstdint>

#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::names {
namespace {

constexpr std::string_view kTable =
#include "duizhao/names/han_readings.inc"
    ;

constexpr char32_t kFirst = 0x3400;
constexpr char32_t kLast = 0x9FFF;

/// Where the line of a character starts, behind the character; 0 for none.
using Index = std::array<std::uint32_t, kLast - kFirst + 1>;

Index make_index() {
  Index index{};
  for (std::size_t position = 0; position < kTable.size();) {
    const char32_t c = text::next_code_point(kTable, position);
    index[c - kFirst] = static_cast<std::uint32_t>(position);
    position = kTable.find('\n', position) + 1;
  }
  return index;
}

}  // namespace

HanReadings han_readings(char32_t c) {
  static const Index index = make_index();
  c = text::folded_han(c);
  if (c < kFirst || c > kLast || index[c - kFirst] == 0) return {};
  std::string_view line = kTable.substr(index[c - kFirst]);
  line = line.substr(0, line.find('\n'));
  const std::size_t first = line.find(';');
  const std::size_t second = line.find(';', first + 1);
  return {line.substr(0, first), line.substr(first + 1, second - first - 1),
          line.substr(second + 1)};
}

}  // namespace duizhao::names
