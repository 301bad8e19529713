#include "duizhao/pair/comparable_length.h"

#include <algorithm>
#include <cmath>

#include "duizhao/text/utf8.h"

namespace duizhao::pair {
namespace {

constexpr double kEnglishBytesPerHan = 3.25;

/// Deviation of the logarithm of the ratio: in long segments, and what short ones add.
constexpr double kDeviation = 0.25;
constexpr double kShortDeviation = 1.2;

}  // namespace

double comparable_length(std::string_view text, Language language) {
  if (language == Language::kEnglish) return double(text.size()) / kEnglishBytesPerHan;
  double length = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = text::next_code_point(text, i);
    length += c >= 0x3400 ? 1 : 1 / kEnglishBytesPerHan;
  }
  return length;
}

double length_deviation(double expected, double other) {
  expected = std::max(expected, 0.0);
  const double deviation = kDeviation + kShortDeviation / std::sqrt(std::max(expected, 1.0));
  return std::log((other + 1) / (expected + 1)) / deviation;
}

}  // namespace duizhao::pair
