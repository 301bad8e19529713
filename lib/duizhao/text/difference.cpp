#include "duizhao/text/difference.h"

#include <algorithm>
#include <cstddef>

namespace duizhao::text {
namespace {

/// Whether a place of a text lies within a character.
bool inside(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80;
}

}  // namespace

Difference difference(std::string_view before, std::string_view after) {
  const std::size_t most = std::min(before.size(), after.size());
  std::size_t same = 0;
  while (same < most && before[same] == after[same]) ++same;
  while (same > 0 && (inside(before, same) || inside(after, same))) --same;
  std::size_t tail = 0;
  while (tail < most - same && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) {
    ++tail;
  }
  while (tail > 0 && (inside(before, before.size() - tail) || inside(after, after.size() - tail))) {
    --tail;
  }
  return {{same, before.size() - tail}, {same, after.size() - tail}};
}

}  // namespace duizhao::text
