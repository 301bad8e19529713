#include "duizhao/live/draft_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <utility>

#include "duizhao/core/durable_file.h"
#include "duizhao/text/encode.h"
#include "duizhao/text/encoding.h"

namespace duizhao::live {
namespace {

Result<std::string> bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return failure(ErrorCode::kUnreadable, std::strerror(errno), {path});
  return std::string((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
}

}  // namespace

Result<DraftFile> DraftFile::open(const std::string& path, const std::string& encoding) {
  DraftFile file;
  file.path_ = path;
  auto bytes = bytes_of(path);
  if (!bytes) return tl::unexpected(bytes.error());
  if (auto taken = file.take(std::move(*bytes), encoding); !taken) {
    return tl::unexpected(taken.error());
  }
  return file;
}

Result<DraftFile> DraftFile::open(const std::string& path, FileForm form) {
  DraftFile file;
  file.path_ = path;
  file.form_ = std::move(form);
  auto bytes = bytes_of(path);
  if (!bytes) return tl::unexpected(bytes.error());
  if (auto taken = file.take(std::move(*bytes), {}); !taken) return tl::unexpected(taken.error());
  return file;
}

Result<void> DraftFile::take(std::string bytes, const std::string& encoding) {
  if (form_.text_of) {
    auto text = form_.text_of(bytes);
    if (!text) return tl::unexpected(text.error());
    text_ = std::move(*text);
    encoding_ = "UTF-8";
  } else {
    auto decoded = text::decode(bytes, encoding, path_);
    if (!decoded) return tl::unexpected(decoded.error());
    mark_ = text::byte_order_mark(bytes);
    encoding_ = std::move(decoded->encoding);
    text_ = std::move(decoded->text);
  }
  bytes_ = std::move(bytes);
  return {};
}

Result<std::string> DraftFile::bytes_with(const std::string& text) const {
  if (form_.with_text) return form_.with_text(bytes_, text);
  auto encoded = text::encode(text, encoding_, path_);
  if (!encoded) return tl::unexpected(encoded.error());
  return mark_ + *encoded;
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
  auto bytes = bytes_with(text);
  if (!bytes) return tl::unexpected(bytes.error());
  if (auto written = replace_file(path_, *bytes); !written) return written;
  bytes_ = std::move(*bytes);
  text_ = text;
  return {};
}

Result<bool> DraftFile::reread() {
  auto bytes = bytes_of(path_);
  if (!bytes) return tl::unexpected(bytes.error());
  if (*bytes == bytes_) return false;
  const std::string before = text_;
  if (auto taken = take(std::move(*bytes), {}); !taken) return tl::unexpected(taken.error());
  return text_ != before;
}

}  // namespace duizhao::live
