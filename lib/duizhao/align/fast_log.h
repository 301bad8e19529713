#pragma once

#include <bit>
#include <cstdint>

namespace duizhao::align {

/// Natural logarithm of a positive, normal float with a relative error below 1e-4: exponent plus a
/// quartic in the mantissa (minimax on [1, 2)). Free of branches, so that loops over it vectorise.
inline float fast_log(float x) {
  const auto bits = std::bit_cast<std::uint32_t>(x);
  const auto exponent = static_cast<float>(static_cast<std::int32_t>(bits >> 23) - 127);
  const float m = std::bit_cast<float>((bits & 0x007FFFFFU) | 0x3F800000U);
  const float log2_mantissa =
      ((((-0.05657085F * m + 0.44717955F) * m - 1.4699568F) * m + 2.8212026F) * m - 1.7417939F);
  return (exponent + log2_mantissa) * 0.69314718F;
}

}  // namespace duizhao::align
