#pragma once

#include <cstddef>
#include <istream>
#include <memory>
#include <string>
#include <string_view>

#include "duizhao/core/error.h"

namespace duizhao::formats {

/// The bytes of a file, or of standard input for the path "-", block by block.
class Input {
 public:
  /// Fails on a file that is missing, is a directory or must not be read. `standard_input` must
  /// outlive the input where the path is "-".
  [[nodiscard]] static Result<Input> open(const std::string& path, std::istream& standard_input);

  /// The next bytes, valid until the next call; empty at the end. Fails on a read error.
  [[nodiscard]] Result<std::string_view> read();

  /// What `read` will return, to tell formats by it.
  [[nodiscard]] Result<std::string_view> peek();

  /// Reads all that is left.
  [[nodiscard]] Result<std::string> read_all();

  /// For messages: the path, or "<stdin>".
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  std::string name_;
  std::unique_ptr<std::istream> file_;  ///< none for standard input
  std::istream* stream_ = nullptr;
  std::string block_;
  bool peeked_ = false;  ///< the block has not been handed out by `read` yet
};

}  // namespace duizhao::formats
