#include "duizhao/live/draft_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "duizhao/text/encode.h"
#include "duizhao/text/encoding.h"

namespace duizhao::live {
namespace {

Result<std::string> bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return failure(ErrorCode::kUnreadable, std::strerror(errno), {path});
  return std::string((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
}

Result<void> put(const std::string& path, const std::string& bytes) {
  const auto fail = [&](const char* what) {
    return failure(ErrorCode::kUnreadable, std::string(what) + ": " + std::strerror(errno), {path});
  };
  // Through a link to the file itself; beside it, so that the change of names is one step.
  std::error_code error;
  const std::string real = std::filesystem::weakly_canonical(path, error).string();
  const std::string beside = real + ".duizhao-new";
  struct stat before {};
  const mode_t mode = ::stat(real.c_str(), &before) == 0 ? before.st_mode & 07777 : 0644;
  const int descriptor = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
  if (descriptor < 0) return fail("can't be written");
  std::size_t at = 0;
  while (at < bytes.size()) {
    const ssize_t written = ::write(descriptor, bytes.data() + at, bytes.size() - at);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) break;
    at += static_cast<std::size_t>(written);
  }
  const bool whole =
      at == bytes.size() && ::fchmod(descriptor, mode) == 0 && ::fsync(descriptor) == 0;
  const int fault = errno;
  ::close(descriptor);
  if (!whole || std::rename(beside.c_str(), real.c_str()) != 0) {
    if (!whole) errno = fault;
    auto failed = fail("can't be written");
    ::unlink(beside.c_str());
    return failed;
  }
  return {};
}

}  // namespace

Result<DraftFile> DraftFile::open(const std::string& path, const std::string& encoding) {
  DraftFile file;
  file.path_ = path;
  auto bytes = bytes_of(path);
  if (!bytes) return tl::unexpected(bytes.error());
  auto decoded = text::decode(*bytes, encoding, path);
  if (!decoded) return tl::unexpected(decoded.error());
  file.mark_ = text::byte_order_mark(*bytes);
  file.bytes_ = std::move(*bytes);
  file.encoding_ = std::move(decoded->encoding);
  file.text_ = std::move(decoded->text);
  return file;
}

DraftFile DraftFile::beside(std::string path, std::string text) {
  DraftFile file;
  file.path_ = std::move(path);
  file.encoding_ = "UTF-8";
  file.bytes_ = text;
  file.text_ = std::move(text);
  return file;
}

Result<void> DraftFile::write(const std::string& text) {
  auto encoded = text::encode(text, encoding_, path_);
  if (!encoded) return tl::unexpected(encoded.error());
  std::string bytes = mark_ + *encoded;
  if (auto written = put(path_, bytes); !written) return written;
  bytes_ = std::move(bytes);
  text_ = text;
  return {};
}

Result<bool> DraftFile::reread() {
  auto bytes = bytes_of(path_);
  if (!bytes) return tl::unexpected(bytes.error());
  if (*bytes == bytes_) return false;
  auto decoded = text::decode(*bytes, {}, path_);
  if (!decoded) return tl::unexpected(decoded.error());
  mark_ = text::byte_order_mark(*bytes);
  bytes_ = std::move(*bytes);
  encoding_ = std::move(decoded->encoding);
  const bool changed = decoded->text != text_;
  text_ = std::move(decoded->text);
  return changed;
}

}  // namespace duizhao::live
