#include "duizhao/core/durable_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

namespace duizhao {
namespace {

tl::unexpected<Error> cannot_write(const std::string& path, int error) {
  return failure(ErrorCode::kUnreadable, "can't be written: " + std::string(std::strerror(error)),
                 {path, 0, 0});
}

/// A new name in a folder is on the disk only when the folder is.
void sync_folder_of(const std::string& path) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  const int descriptor =
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

Result<DurableFile> DurableFile::open(const std::string& path, std::uint64_t keep) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) return cannot_write(path, errno);
  DurableFile file(path, descriptor, keep);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    return failure(ErrorCode::kUnreadable, "another run is writing to it", {path, 0, 0});
  }
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return cannot_write(path, errno);
  if (static_cast<std::uint64_t>(status.st_size) < keep) {
    return failure(ErrorCode::kMalformed, "it is shorter than its journal says", {path, 0, 0});
  }
  const auto end = static_cast<off_t>(keep);
  if (::ftruncate(descriptor, end) != 0 || ::lseek(descriptor, end, SEEK_SET) < 0) {
    return cannot_write(path, errno);
  }
  sync_folder_of(path);
  return file;
}

DurableFile::DurableFile(DurableFile&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      size_(other.size_) {}

DurableFile& DurableFile::operator=(DurableFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(size_, other.size_);
  return *this;
}

DurableFile::~DurableFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<void> DurableFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return cannot_write(path_, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
    size_ += static_cast<std::uint64_t>(written);
  }
  return {};
}

Result<void> DurableFile::sync() {
  if (::fdatasync(descriptor_) != 0) return cannot_write(path_, errno);
  return {};
}

Result<void> DurableFile::move_to(const std::string& path) {
  if (std::rename(path_.c_str(), path.c_str()) != 0) return cannot_write(path, errno);
  path_ = path;
  sync_folder_of(path);
  return {};
}

std::string through_links(const std::string& path) {
  std::error_code error;
  const std::filesystem::path real = std::filesystem::weakly_canonical(path, error);
  return error ? path : real.string();
}

unsigned permissions_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) return status.st_mode & 07777U;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

Result<void> replace_file(const std::string& path, std::string_view content) {
  const std::string real = through_links(path);
  const std::string beside = real + ".new";
  auto file = DurableFile::open(beside, 0);
  if (!file) return tl::unexpected(file.error());
  const auto put = [&]() -> Result<void> {
    if (::chmod(beside.c_str(), permissions_of(real)) != 0) return cannot_write(path, errno);
    if (auto written = file->append(content); !written) return written;
    if (auto synced = file->sync(); !synced) return synced;
    return file->move_to(real);
  };
  auto done = put();
  if (!done) ::unlink(beside.c_str());
  return done;
}

}  // namespace duizhao
