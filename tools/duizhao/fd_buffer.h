#pragma once

#include <array>
#include <streambuf>
#include <string_view>

namespace duizhao::cli {

/// A buffer for output to a file descriptor that remembers why a write failed, which the standard
/// streams do not tell. Does not own the descriptor.
class FdBuffer : public std::streambuf {
 public:
  /// `reader_gone` is called where the descriptor is a pipe that nobody reads any more; without it
  /// that is an error like others.
  explicit FdBuffer(int descriptor, void (*reader_gone)() = nullptr);
  FdBuffer(const FdBuffer&) = delete;
  FdBuffer& operator=(const FdBuffer&) = delete;
  ~FdBuffer() override;

  /// errno of the first failed write; 0 where all went well.
  [[nodiscard]] int error() const { return error_; }

 protected:
  int_type overflow(int_type character) override;
  int sync() override;

 private:
  bool write_out();

  int descriptor_;
  void (*reader_gone_)();
  int error_ = 0;
  std::array<char, 1 << 16> bytes_{};
};

}  // namespace duizhao::cli
