#pragma once

#include <string_view>

#include "duizhao/core/document.h"

namespace duizhao::pair {

/// Length of a text in a measure that both languages share, about a Han character each: 3.25 bytes
/// of English say as much as a Han character.
[[nodiscard]] double comparable_length(std::string_view text, Language language);

/// By how many standard deviations the logarithm of the ratio of two comparable lengths lies off
/// that of good translations; positive where `other` is longer than `expected`. Short texts vary
/// more.
[[nodiscard]] double length_deviation(double expected, double other);

}  // namespace duizhao::pair
