#pragma once

#include <condition_variable>
#include <iosfwd>
#include <mutex>
#include <string>
#include <thread>

namespace duizhao::cli {

/// While it lives, and after the first second, a line on the terminal says what is waited for and
/// how long it has taken; it is gone in the end.
///
///     aligning and checking report.en.txt  12 s
class Waiting {
 public:
  /// Says nothing where `on_terminal` is false.
  Waiting(std::ostream& err, bool on_terminal, std::string what);
  Waiting(const Waiting&) = delete;
  Waiting& operator=(const Waiting&) = delete;
  ~Waiting();

 private:
  void tell();

  std::ostream& err_;
  std::string what_;
  std::mutex mutex_;
  std::condition_variable over_changed_;
  bool over_ = false;
  std::thread telling_;
};

}  // namespace duizhao::cli
