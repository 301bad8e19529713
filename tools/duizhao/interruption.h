#pragma once

#include <csignal>

namespace duizhao::cli {

/// While it lives, the first SIGINT or SIGTERM is only noted, so that long work can end in good
/// order; the second one ends the process as usual. At most one at a time.
class Interruption {
 public:
  Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;
  ~Interruption();

  /// The signal that came, or 0. Safe to ask from any thread.
  [[nodiscard]] static int signal();

 private:
  struct sigaction before_int_ {};
  struct sigaction before_term_ {};
};

}  // namespace duizhao::cli
