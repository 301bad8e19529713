#include "stage_progress.h"

#include <fmt/format.h>

#include <cmath>
#include <ostream>

namespace duizhao::cli {
namespace {

double seconds_between(std::chrono::steady_clock::time_point from,
                       std::chrono::steady_clock::time_point to) {
  return std::chrono::duration<double>(to - from).count();
}

}  // namespace

StageProgress::StageProgress(std::ostream& err, bool on_terminal)
    : err_(err),
      on_terminal_(on_terminal),
      started_(Clock::now()),
      stage_started_(started_),
      shown_(started_) {}

void StageProgress::advance(std::string_view stage, double done, double all_done) {
  const Clock::time_point now = Clock::now();
  if (stage != stage_) {
    end_stage();
    stage_ = stage;
    stage_started_ = now;
  }
  if (before_ < 0) {
    before_ = all_done;
    started_ = now;
  }
  if (!on_terminal_ || now - shown_ < std::chrono::milliseconds(500)) return;
  shown_ = now;
  std::string line = fmt::format("{}  {:.0f} %", stage, 100 * done);
  const double share = all_done - before_;
  if (share > 0.02) {
    line += "  about " + duration_text(seconds_between(started_, now) / share * (1 - all_done)) +
            " left";
  }
  err_ << '\r' << line << "\x1b[K" << std::flush;
}

void StageProgress::pass_over(std::string_view stage, double all_done, std::string_view reason) {
  end_stage();
  stage_.clear();
  before_ = all_done;
  started_ = Clock::now();
  err_ << stage << "  " << reason << '\n' << std::flush;
}

void StageProgress::end_stage() {
  if (stage_.empty()) return;
  if (on_terminal_) err_ << "\r\x1b[K";
  err_ << stage_ << "  " << duration_text(seconds_between(stage_started_, Clock::now())) << '\n'
       << std::flush;
}

void StageProgress::finish(bool completed) {
  if (completed) {
    end_stage();
  } else if (on_terminal_) {
    err_ << "\r\x1b[K" << std::flush;
  }
  stage_.clear();
}

std::string duration_text(double seconds) {
  if (seconds < 90) return fmt::format("{:.0f} s", seconds);
  const long minutes = std::lround(seconds / 60);
  if (minutes < 60) return fmt::format("{} min", minutes);
  return fmt::format("{} h {} min", minutes / 60, minutes % 60);
}

}  // namespace duizhao::cli
