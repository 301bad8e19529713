#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace duizhao::filter {

/// What a pair is dropped for: the first that applies, in this order.
enum class Step : std::uint8_t {
  kKept,
  kEmpty,        ///< a side without a letter or a figure
  kCopied,       ///< the target is the source, or nearly
  kSwapped,      ///< each side is in the other one's language
  kLanguage,     ///< a side is in another language
  kScript,       ///< the Chinese is not in the script that is wanted
  kJunk,         ///< symbols, loops, wrong encodings, code
  kBoilerplate,  ///< what stands around the text of web pages
  kLength,       ///< too short or too long
  kRatio,        ///< one side is too long for the other
  kMismatch,     ///< one side says what the other doesn't
  kRule,         ///< a finding of the rules that drop
  kQuality,      ///< the estimate is too low
  kDuplicate,    ///< one that was kept is the same; or, byte by byte, any one before it
};
inline constexpr std::size_t kSteps = 14;

/// The name of a step: "wrong-language"; empty for what is kept.
[[nodiscard]] std::string_view name_of(Step step);

/// All that drop, in their order.
[[nodiscard]] const std::array<Step, kSteps - 1>& dropping_steps();

}  // namespace duizhao::filter
