#pragma once

#include <cstdint>
#include <memory>
#include <ostream>
#include <string>

#include "duizhao/core/error.h"
#include "fd_buffer.h"

namespace duizhao::cli {

/// Where a command's data goes: stdout, or a file that gets its name only once it is complete, so
/// that neither a crash nor a full disk leaves half a file under it.
///
///     auto output = Output::open(options.output, streams.out);
///     if (!output) …
///     write_report(review, output->stream());
///     if (auto written = output->commit(); !written) …
class Output {
 public:
  /// `path` empty or `-` is stdout. A file is written beside its place under a temporary name; what
  /// is no regular file (a device, a pipe) is written to directly.
  [[nodiscard]] static Result<Output> open(const std::string& path, std::ostream& standard_out);

  /// The same under the name `path`.partial, which stays where the run ends before commit(), so
  /// that another run can go on from there. The first `keep` bytes of an earlier one are kept.
  [[nodiscard]] static Result<Output> resume(const std::string& path, std::uint64_t keep);

  Output(Output&&) noexcept;
  Output& operator=(Output&&) noexcept;
  ~Output();

  [[nodiscard]] std::ostream& stream();

  /// Whether everything so far could be written; says why not. Writes out what is buffered.
  [[nodiscard]] Result<void> flush();

  /// Writes out what is buffered and gives the file its name.
  [[nodiscard]] Result<void> commit();

 private:
  struct File;
  Output(std::ostream* standard_out, std::unique_ptr<File> file);

  std::ostream* standard_out_ = nullptr;
  std::unique_ptr<File> file_;  ///< null for stdout
};

/// The name under which an unfinished output of `--pairs` is kept.
[[nodiscard]] std::string partial_name(const std::string& path);

}  // namespace duizhao::cli
