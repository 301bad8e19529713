#include "waiting.h"

#include <chrono>
#include <ostream>
#include <utility>

#include "stage_progress.h"

namespace duizhao::cli {

Waiting::Waiting(std::ostream& err, bool on_terminal, std::string what)
    : err_(err), what_(std::move(what)) {
  if (on_terminal) telling_ = std::thread([this] { tell(); });
}

Waiting::~Waiting() {
  if (!telling_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    over_ = true;
  }
  over_changed_.notify_all();
  telling_.join();
}

void Waiting::tell() {
  constexpr std::chrono::seconds kTick{1};
  std::unique_lock lock(mutex_);
  int seconds = 0;
  while (!over_changed_.wait_for(lock, kTick, [this] { return over_; })) {
    ++seconds;
    err_ << '\r' << what_ << "  " << duration_text(seconds) << "\x1b[K" << std::flush;
  }
  if (seconds > 0) err_ << "\r\x1b[K" << std::flush;
}

}  // namespace duizhao::cli
