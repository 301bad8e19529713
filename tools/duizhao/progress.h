#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>

namespace duizhao::cli {

/// One line on a terminal that says how far a long run has come, rewritten at most twice a second.
///
///     12,300 pairs  2,050 a second  41 %  about 2 min left
class Progress {
 public:
  /// `total_bytes` 0: unknown.
  Progress(std::ostream& err, bool enabled, std::uint64_t total_bytes);

  void advance(std::uint64_t pairs, std::uint64_t bytes_read);
  /// Clears the line, so that what is printed next stands alone.
  void finish();

 private:
  using Clock = std::chrono::steady_clock;

  std::ostream& err_;
  bool enabled_;
  std::uint64_t total_bytes_;
  Clock::time_point started_;
  Clock::time_point shown_;
  bool on_screen_ = false;
};

/// 1234567 as 1,234,567.
[[nodiscard]] std::string grouped(std::uint64_t number);

}  // namespace duizhao::cli
