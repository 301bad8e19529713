#pragma once

#include <cstddef>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "duizhao/core/error.h"
#include "duizhao/formats/decompression.h"

namespace duizhao::formats {

/// Bytes of a file or of standard input, block by block. What is packed by gzip, xz or zstd is
/// unpacked on the way.
class Input {
 public:
  /// Most bytes that `read_all` unpacks a file to.
  static constexpr std::size_t kMostUnpacked = std::size_t{1} << 30U;

  /// The path "-" is `standard_input`, which must outlive the object then.
  [[nodiscard]] static Result<Input> open(const std::string& path, std::istream& standard_input);

  /// Bytes that are in memory already; `name` is for messages.
  [[nodiscard]] static Input of_bytes(std::string bytes, std::string name);

  /// The next bytes, valid until the next call; empty at the end. Fails on a read error.
  [[nodiscard]] Result<std::string_view> read();

  /// What `read` will return, to tell formats by it.
  [[nodiscard]] Result<std::string_view> peek();

  /// Reads all that is left.
  [[nodiscard]] Result<std::string> read_all();

  /// For messages: the path, or "<stdin>".
  [[nodiscard]] const std::string& name() const { return source_->name; }

 private:
  /// What is read from; at one place in memory, so that unpacking can go back to it.
  struct Source {
    std::string name;
    std::unique_ptr<std::istream> file;  ///< none for standard input
    std::istream* stream = nullptr;
    std::string block;
    bool peeked = false;  ///< the block has not been handed out yet

    Result<std::string_view> read();
  };

  std::unique_ptr<Source> source_;
  std::optional<Decompression> packed_;
  std::string block_;    ///< unpacked
  bool peeked_ = false;  ///< it has not been handed out by `read` yet
  bool started_ = false;
};

}  // namespace duizhao::formats
