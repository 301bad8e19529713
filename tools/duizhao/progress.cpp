#include "progress.h"

#include <fmt/format.h>

#include <ostream>
#include <string>

namespace duizhao::cli {

Progress::Progress(std::ostream& err, bool enabled, std::uint64_t total_bytes)
    : err_(err),
      enabled_(enabled),
      total_bytes_(total_bytes),
      started_(Clock::now()),
      shown_(started_) {}

void Progress::advance(std::uint64_t pairs, std::uint64_t bytes_read) {
  const Clock::time_point now = Clock::now();
  if (!enabled_ || now - shown_ < std::chrono::milliseconds(500)) return;
  shown_ = now;
  const double seconds = std::chrono::duration<double>(now - started_).count();
  std::string line = fmt::format("{} pairs  {} a second", grouped(pairs),
                                 grouped(static_cast<std::uint64_t>(double(pairs) / seconds)));
  if (total_bytes_ > 0 && bytes_read > 0) {
    const double share = double(bytes_read) / double(total_bytes_);
    const double left = seconds / share - seconds;
    line += fmt::format("  {:.0f} %  about {:.0f} {} left", 100 * share,
                        left < 90 ? left : left / 60, left < 90 ? "s" : "min");
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
