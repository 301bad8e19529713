#pragma once

#include <string>
#include <vector>

namespace duizhao::cli {

/// What of a sandbox the kernel would not build.
struct SandboxGaps {
  bool files = false;    ///< writing is not confined: no Landlock
  bool network = false;  ///< sockets can be opened: no seccomp, or another processor

  [[nodiscard]] bool any() const { return files || network; }
  [[nodiscard]] std::string text() const;
};

/// Confines this thread and all that it starts from now on, for good: nothing is written, made or
/// removed but in the folders of `outputs`, no program is started, no socket opened; reading stays
/// free. What is open already, standard output above all, stays open.
///
/// An output is a file that is written or replaced (its folder is opened to writing, since a file
/// gets its name once it is complete), a device (it alone is) or a folder; where a folder is not
/// there yet, the nearest one above it is opened. An empty name and `-` are standard output. To be
/// called before there are other threads.
[[nodiscard]] SandboxGaps enter_sandbox(const std::vector<std::string>& outputs);

}  // namespace duizhao::cli
