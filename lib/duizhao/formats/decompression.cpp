#include "duizhao/formats/decompression.h"

#include <archive.h>
#include <archive_entry.h>

#include <optional>
#include <utility>

namespace duizhao::formats {

struct Decompression::Impl {
  std::function<Result<std::string_view>()> read;
  std::string file;
  std::unique_ptr<archive, decltype(&archive_read_free)> reader{archive_read_new(),
                                                                &archive_read_free};
  std::optional<Error> fault;  ///< of the packed bytes' source
  bool opened = false;

  [[nodiscard]] tl::unexpected<Error> error() const {
    if (fault) return tl::unexpected(*fault);
    const char* const reason = archive_error_string(reader.get());
    return failure(ErrorCode::kMalformed,
                   std::string("this packed file is damaged or cut off") +
                       (reason == nullptr ? "" : std::string(" (") + reason + ")") +
                       ": unpack it and see",
                   {file});
  }

  static la_ssize_t on_read(archive*, void* data, const void** bytes) {
    auto& self = *static_cast<Impl*>(data);
    const auto block = self.read();
    if (!block) {
      self.fault = block.error();
      return -1;
    }
    *bytes = block->data();
    return static_cast<la_ssize_t>(block->size());
  }
};

bool Decompression::recognises(std::string_view bytes) {
  return bytes.starts_with("\x1F\x8B\x08") ||
         bytes.starts_with(std::string_view("\xFD"
                                            "7zXZ\0",
                                            6)) ||
         bytes.starts_with("\x28\xB5\x2F\xFD");
}

Decompression::Decompression(std::function<Result<std::string_view>()> read, std::string file)
    : impl_(std::make_unique<Impl>()) {
  impl_->read = std::move(read);
  impl_->file = std::move(file);
  archive_read_support_filter_gzip(impl_->reader.get());
  archive_read_support_filter_xz(impl_->reader.get());
  archive_read_support_filter_zstd(impl_->reader.get());
  archive_read_support_format_raw(impl_->reader.get());
}

Decompression::Decompression(Decompression&&) noexcept = default;
Decompression& Decompression::operator=(Decompression&&) noexcept = default;
Decompression::~Decompression() = default;

Result<void> Decompression::next(std::string& block, std::size_t most) {
  if (!std::exchange(impl_->opened, true)) {
    archive_entry* entry = nullptr;
    if (archive_read_open(impl_->reader.get(), impl_.get(), nullptr, &Impl::on_read, nullptr) !=
            ARCHIVE_OK ||
        archive_read_next_header(impl_->reader.get(), &entry) != ARCHIVE_OK) {
      return impl_->error();
    }
  }
  block.resize(most);
  const la_ssize_t length = archive_read_data(impl_->reader.get(), block.data(), block.size());
  if (length < 0 || impl_->fault) return impl_->error();
  block.resize(static_cast<std::size_t>(length));
  return {};
}

}  // namespace duizhao::formats
