#include "duizhao/formats/input.h"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

namespace duizhao::formats {
namespace {

constexpr std::size_t kBlockSize = std::size_t{1} << 16;

}  // namespace

Result<Input> Input::open(const std::string& path, std::istream& standard_input) {
  Input input;
  if (path == "-") {
    input.name_ = "<stdin>";
    input.stream_ = &standard_input;
    return input;
  }
  input.name_ = path;
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    return failure(ErrorCode::kUnreadable, "this is a directory, not a file", {path});
  }
  errno = 0;
  auto file = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (!file->is_open()) {
    const std::string reason =
        errno == 0 ? "unknown reason" : std::generic_category().message(errno);
    return failure(ErrorCode::kUnreadable, "cannot open the file: " + reason, {path});
  }
  input.stream_ = file.get();
  input.file_ = std::move(file);
  return input;
}

Result<std::string_view> Input::read() {
  if (std::exchange(peeked_, false)) return block_;
  block_.resize(kBlockSize);
  stream_->read(block_.data(), static_cast<std::streamsize>(block_.size()));
  if (stream_->bad()) {
    return failure(ErrorCode::kUnreadable, "cannot read the file to its end", {name_});
  }
  block_.resize(static_cast<std::size_t>(stream_->gcount()));
  return block_;
}

Result<std::string_view> Input::peek() {
  auto block = read();
  peeked_ = block.has_value();
  return block;
}

Result<std::string> Input::read_all() {
  std::string bytes;
  for (;;) {
    const auto block = read();
    if (!block) return tl::unexpected(block.error());
    if (block->empty()) return bytes;
    bytes += *block;
  }
}

}  // namespace duizhao::formats
