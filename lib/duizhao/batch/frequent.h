#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace duizhao::batch {

/// Counts of the most frequent of very many texts, in bounded memory and the same for the same
/// order: lossy counting (Manku and Motwani, "Approximate Frequency Counts over Data Streams",
/// VLDB 2002). A count may be too low by one in kWidth of all texts, and a text that stands more
/// often than that is never lost.
class Frequent {
 public:
  static constexpr std::uint64_t kWidth = 20000;

  struct Counted {
    std::string text;
    std::uint64_t count = 0;
    std::string example;  ///< what came with it first
  };

  void add(const std::string& text, const std::string& example);

  /// The most frequent ones that came more than once; of equally frequent ones those that come
  /// first in the alphabet.
  [[nodiscard]] std::vector<Counted> top(std::size_t most) const;

 private:
  struct Kept {
    std::uint64_t count = 0;
    std::uint64_t missed = 0;  ///< at most so many came before it was kept
    std::string example;
  };

  void forget();

  std::unordered_map<std::string, Kept> kept_;
  std::uint64_t seen_ = 0;
};

}  // namespace duizhao::batch
