#pragma once

#include <chrono>
#include <iosfwd>
#include <string>
#include <string_view>

namespace duizhao::cli {

/// Says how far a computation of several stages has come: on a terminal in one line that is
/// rewritten at most twice a second, elsewhere in a line at the end of each stage.
///
///     p(English | Chinese)  41 %  about 3 min left
class StageProgress {
 public:
  StageProgress(std::ostream& err, bool on_terminal);

  /// `done` is the share of the stage, `all_done` that of the whole, in [0,1].
  void advance(std::string_view stage, double done, double all_done);
  /// A stage that needs no work, and why.
  void pass_over(std::string_view stage, double all_done, std::string_view reason);
  /// Says that the last stage is over, unless the work was broken off.
  void finish(bool completed);

 private:
  using Clock = std::chrono::steady_clock;

  void end_stage();

  std::ostream& err_;
  bool on_terminal_;
  Clock::time_point started_;
  Clock::time_point stage_started_;
  Clock::time_point shown_;
  double before_ = -1;  ///< share of the whole when the first stage began; negative before that
  std::string stage_;
};

/// "41 s", "3 min", "2 h 5 min".
[[nodiscard]] std::string duration_text(double seconds);

}  // namespace duizhao::cli
