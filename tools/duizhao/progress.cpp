#include "progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <string>

namespace duizhao::cli {

Progress::Progress(std::ostream& err, Style style, std::uint64_t total_bytes)
    : err_(err),
      style_(style),
      total_bytes_(total_bytes),
      started_(Clock::now()),
      shown_(started_) {}

void Progress::advance(std::uint64_t pairs, std::uint64_t bytes_read, const std::string& more) {
  const Clock::time_point now = Clock::now();
  if (style_ == Style::kNone) return;
  if (!began_) {
    began_ = true;
    pairs_before_ = pairs;
    bytes_before_ = bytes_read;
    started_ = now;
  }
  const auto pause =
      style_ == Style::kLines ? std::chrono::milliseconds(60000) : std::chrono::milliseconds(500);
  if (now - shown_ < pause) return;
  shown_ = now;
  const double seconds = std::chrono::duration<double>(now - started_).count();
  const double rate = seconds > 0 ? double(pairs - pairs_before_) / seconds : 0;
  std::string line = fmt::format("{} pairs  {} a second", grouped(pairs),
                                 grouped(static_cast<std::uint64_t>(rate)));
  if (total_bytes_ > 0 && bytes_read > bytes_before_) {
    const double left = seconds * double(total_bytes_ - std::min(bytes_read, total_bytes_)) /
                        double(bytes_read - bytes_before_);
    line += fmt::format("  {:.0f} %  about {:.0f} {} left",
                        100 * double(bytes_read) / double(total_bytes_),
                        left < 90 ? left : left / 60, left < 90 ? "s" : "min");
  }
  if (!more.empty()) line += "  " + more;
  if (style_ == Style::kLines) {
    err_ << line << '\n' << std::flush;
    return;
  }
  err_ << '\r' << line << "\x1b[K" << std::flush;
  on_screen_ = true;
}

void Progress::finish() {
  if (on_screen_) err_ << "\r\x1b[K" << std::flush;
  on_screen_ = false;
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::ptrdiff_t i = std::ptrdiff_t(digits.size()) - 3; i > 0; i -= 3) {
    digits.insert(static_cast<std::size_t>(i), 1, ',');
  }
  return digits;
}

}  // namespace duizhao::cli
