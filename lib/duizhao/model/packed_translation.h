#pragma once

#include <cstdint>

/// A translation in 32 bits: the id in the lower 20, -ln p in words of 1/256 in the upper 12.
namespace duizhao::model {

inline constexpr unsigned kIdBits = 20;
inline constexpr std::uint32_t kMaxVocabulary = 1U << kIdBits;
inline constexpr std::uint32_t kProbabilitySteps = 1U << (32 - kIdBits);
inline constexpr float kNatsPerStep = 1.0F / 256;

[[nodiscard]] constexpr std::uint32_t packed_id(std::uint32_t packed) {
  return packed & (kMaxVocabulary - 1);
}
[[nodiscard]] constexpr std::uint32_t packed_step(std::uint32_t packed) {
  return packed >> kIdBits;
}

}  // namespace duizhao::model
