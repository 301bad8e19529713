#pragma once

#include <cstddef>
#include <cstdint>

namespace duizhao::tests {

/// The same numbers everywhere, so no <random>.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15U + 1) {}

  std::size_t below(std::size_t limit) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>((state_ >> 33U) % limit);
  }
  template <typename Value, std::size_t n>
  const Value& one_of(const Value (&values)[n]) {
    return values[below(n)];
  }

 private:
  std::uint64_t state_;
};

}  // namespace duizhao::tests
