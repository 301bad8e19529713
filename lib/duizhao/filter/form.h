#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "duizhao/core/document.h"
#include "duizhao/filter/step.h"

namespace duizhao::filter {

/// What a pair has to look like, whatever it says.
struct FormLimits {
  std::size_t least_words = 1;  ///< of the longer side; see score::count_words
  std::size_t most_words = 250;
  double most_deviation = 4;         ///< of the lengths' ratio, see pair::length_deviation
  Script script = Script::kUnknown;  ///< of the Chinese; kUnknown: either
};

struct FormVerdict {
  Step step = Step::kKept;
  std::string detail;  ///< for people: "French", "a loop"
};

/// Looks at the writing of a pair, not at what it means: a few microseconds. `source` is the
/// language that the source should be in, the target should be in the other.
[[nodiscard]] FormVerdict form_of(std::string_view source, std::string_view target,
                                  Language language, const FormLimits& limits);

}  // namespace duizhao::filter
