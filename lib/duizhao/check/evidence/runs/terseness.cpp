#include "duizhao/check/evidence/runs/terseness.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {

namespace {

// Words of one character each that stand for style and not for a subject.

bool is_plain(char32_t c) {
  switch (c) {
    case U'了':
    case U'会':
    case U'们':
    case U'很':
    case U'是':
    case U'的':
    case U'着':
    case U'在':
    case U'这':
      return true;
    default:
      return false;
  }
}

bool is_literary(char32_t c) {
  switch (c) {
    case U'之':
    case U'于':
    case U'以':
    case U'其':
    case U'及':
    case U'各':
    case U'均':
    case U'并':
    case U'应':
    case U'得':
    case U'由':
    case U'者':
    case U'该':
    case U'须':
      return true;
    default:
      return false;
  }
}

}  // namespace

double terseness(std::string_view chinese) {
  double plain = 0;
  double literary = 0;
  for (std::size_t i = 0; i < chinese.size();) {
    const char32_t c = text::next_code_point(chinese, i);
    plain += is_plain(c) ? 1 : 0;
    literary += is_literary(c) ? 1 : 0;
  }
  // A short text says little of its style: some 25 words of it as they are spread in news.
  constexpr double kUsualLiterary = 1.25;
  constexpr double kUsualPlain = 1.5;
  return std::max(0.0, std::log((literary + kUsualLiterary) / (plain + kUsualPlain)));
}

bool is_verse(std::string_view chinese) {
  constexpr std::size_t kShortest = 4;
  constexpr std::size_t kLongest = 8;
  std::size_t lines = 0;
  std::size_t shortest = kLongest;
  std::size_t longest = kShortest;
  std::size_t here = 0;
  for (std::size_t i = 0; i < chinese.size();) {
    const char32_t c = text::next_code_point(chinese, i);
    if (c < 0x80 && text::is_ascii_letter_or_digit(static_cast<char>(c))) return false;
    if (text::is_han(c)) ++here;
    if (here == 0 || (text::is_han(c) && i < chinese.size())) continue;
    if (here < kShortest || here > kLongest) return false;
    shortest = std::min(shortest, here);
    longest = std::max(longest, here);
    ++lines;
    here = 0;
  }
  return lines >= 2 && longest - shortest <= 1;
}

}  // namespace duizhao::check
