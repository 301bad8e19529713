#include "duizhao/formats/input.h"

#include <fmt/format.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

namespace duizhao::formats {
namespace {

constexpr std::size_t kBlockSize = std::size_t{1} << 16;

}  // namespace

Result<Input> Input::open(const std::string& path, std::istream& standard_input) {
  Input input;
  input.source_ = std::make_unique<Source>();
  Source& source = *input.source_;
  if (path == "-") {
    source.name = "<stdin>";
    source.stream = &standard_input;
  } else {
    source.name = path;
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
    source.stream = file.get();
    source.file = std::move(file);
  }
  return input;
}

Input Input::of_bytes(std::string bytes, std::string name) {
  Input input;
  input.source_ = std::make_unique<Source>();
  input.source_->name = std::move(name);
  input.source_->file = std::make_unique<std::istringstream>(std::move(bytes), std::ios::binary);
  input.source_->stream = input.source_->file.get();
  return input;
}

Result<std::string_view> Input::Source::read() {
  if (std::exchange(peeked, false)) return block;
  block.resize(kBlockSize);
  stream->read(block.data(), static_cast<std::streamsize>(block.size()));
  if (stream->bad()) {
    return failure(ErrorCode::kUnreadable, "cannot read the file to its end", {name});
  }
  block.resize(static_cast<std::size_t>(stream->gcount()));
  return block;
}

Result<std::string_view> Input::read() {
  if (packed_) {
    if (std::exchange(peeked_, false)) return block_;
    if (auto unpacked = packed_->next(block_, kBlockSize); !unpacked) {
      return tl::unexpected(unpacked.error());
    }
    return block_;
  }
  auto block = source_->read();
  if (!block || !Decompression::recognises(*block) || std::exchange(started_, true)) {
    started_ = true;
    return block;
  }
  source_->peeked = true;
  packed_.emplace([source = source_.get()] { return source->read(); }, name());
  return read();
}

Result<std::string_view> Input::peek() {
  auto block = read();
  if (block) (packed_ ? peeked_ : source_->peeked) = true;
  return block;
}

Result<std::string> Input::read_all() {
  std::string bytes;
  for (;;) {
    const auto block = read();
    if (!block) return tl::unexpected(block.error());
    if (block->empty()) return bytes;
    bytes += *block;
    if (packed_ && bytes.size() > kMostUnpacked) {
      return failure(
          ErrorCode::kMalformed,
          fmt::format("unpacks to more than {} MB, which no document does", kMostUnpacked >> 20U),
          {name()});
    }
  }
}

}  // namespace duizhao::formats
