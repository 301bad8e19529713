#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>
#include <string>

namespace duizhao::cli {

/// Says how far a long run has come: on a terminal in one line that is rewritten at most twice a
/// second, elsewhere in a line a minute.
///
///     12,300 pairs  2,050 a second  41 %  about 2 min left
class Progress {
 public:
  enum class Style : std::uint8_t { kNone, kRewritten, kLines };

  /// `total_bytes` 0: unknown.
  Progress(std::ostream& err, Style style, std::uint64_t total_bytes);

  /// What the first call tells counts as done before. `more` stands at the end of the line.
  void advance(std::uint64_t pairs, std::uint64_t bytes_read, const std::string& more = {});
  /// Clears the line, so that what is printed next stands alone.
  void finish();

 private:
  using Clock = std::chrono::steady_clock;

  std::ostream& err_;
  Style style_;
  std::uint64_t total_bytes_;
  bool began_ = false;
  std::uint64_t pairs_before_ = 0;
  std::uint64_t bytes_before_ = 0;
  Clock::time_point started_;
  Clock::time_point shown_;
  bool on_screen_ = false;
};

/// 1234567 as 1,234,567.
[[nodiscard]] std::string grouped(std::uint64_t number);

}  // namespace duizhao::cli
