#include "output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <utility>

#include "duizhao/core/durable_file.h"

namespace duizhao::cli {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> cannot_write(const std::string& name, int error) {
  return failure(ErrorCode::kUnreadable, "can't be written: " + std::string(std::strerror(error)),
                 {name, 0, 0});
}

}  // namespace

struct Output::File {
  std::string name;     ///< as the user wrote it
  fs::path final_path;  ///< empty where the file is written to directly
  fs::path written_path;
  bool keep_unfinished = false;
  int descriptor = -1;
  std::optional<FdBuffer> buffer;
  std::optional<std::ostream> stream;

  File() = default;
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  ~File() {
    stream.reset();
    buffer.reset();
    if (descriptor >= 0) ::close(descriptor);
    if (!final_path.empty() && !keep_unfinished) ::unlink(written_path.c_str());
  }

  void attach(int opened) {
    descriptor = opened;
    buffer.emplace(descriptor);
    stream.emplace(&*buffer);
  }
};

Output::Output(std::ostream* standard_out, std::unique_ptr<File> file)
    : standard_out_(standard_out), file_(std::move(file)) {}
Output::Output(Output&&) noexcept = default;
Output& Output::operator=(Output&&) noexcept = default;
Output::~Output() = default;

Result<Output> Output::open(const std::string& path, std::ostream& standard_out) {
  if (path.empty() || path == "-") return Output(&standard_out, nullptr);
  auto file = std::make_unique<File>();
  file->name = path;
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return cannot_write(path, EISDIR);
  if (fs::exists(path, ignored) && !fs::is_regular_file(path, ignored)) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return cannot_write(path, errno);
    file->attach(descriptor);
    return Output(nullptr, std::move(file));
  }
  if (fs::exists(path, ignored) && ::access(path.c_str(), W_OK) != 0) {
    return cannot_write(path, errno);
  }
  const fs::path final_path = through_links(path);
  std::string pattern =
      (final_path.parent_path() / fmt::format(".{}.XXXXXX", final_path.filename().string()))
          .string();
  const int descriptor = ::mkostemp(pattern.data(), O_CLOEXEC);
  if (descriptor < 0) return cannot_write(path, errno);
  file->final_path = final_path;
  file->written_path = pattern;
  file->attach(descriptor);
  ::fchmod(descriptor, permissions_of(final_path.string()));
  return Output(nullptr, std::move(file));
}

Result<Output> Output::resume(const std::string& path, std::uint64_t keep) {
  auto file = std::make_unique<File>();
  file->name = path;
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return cannot_write(path, EISDIR);
  const std::string partial = partial_name(path);
  const int descriptor = ::open(partial.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) return cannot_write(partial, errno);
  file->final_path = through_links(path);
  file->written_path = partial;
  file->keep_unfinished = true;
  file->attach(descriptor);
  const auto position = static_cast<off_t>(keep);
  if (::ftruncate(descriptor, position) != 0 || ::lseek(descriptor, position, SEEK_SET) < 0) {
    return cannot_write(partial, errno);
  }
  return Output(nullptr, std::move(file));
}

std::ostream& Output::stream() { return file_ ? *file_->stream : *standard_out_; }

Result<void> Output::flush() {
  if (stream().flush()) return {};
  const auto* buffer = dynamic_cast<const FdBuffer*>(stream().rdbuf());
  const int error = buffer != nullptr && buffer->error() != 0 ? buffer->error() : EIO;
  return cannot_write(file_ ? file_->name : "<stdout>", error);
}

Result<void> Output::commit() {
  if (auto flushed = flush(); !flushed || !file_ || file_->final_path.empty()) return flushed;
  if (::fsync(file_->descriptor) != 0 && errno != EINVAL) return cannot_write(file_->name, errno);
  if (::rename(file_->written_path.c_str(), file_->final_path.c_str()) != 0) {
    return cannot_write(file_->name, errno);
  }
  file_->final_path.clear();
  return {};
}

std::string partial_name(const std::string& path) { return through_links(path) + ".partial"; }

}  // namespace duizhao::cli
