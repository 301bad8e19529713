#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace duizhao::model {

/// SHA-256 (FIPS 180-4), by which manifests name the inputs of a model.
///
///     Sha256 sum;
///     sum.update("abc");
///     sum.hex();  // "ba7816bf…"
class Sha256 {
 public:
  void update(std::string_view bytes);
  /// The sum of all bytes so far, as sha256sum prints it.
  [[nodiscard]] std::string hex() const;

 private:
  void compress(const unsigned char* block);

  std::array<std::uint32_t, 8> state_ = {0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A,
                                         0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19};
  std::array<unsigned char, 64> block_{};
  std::uint64_t size_ = 0;  ///< bytes so far; the last size_ % 64 of them stand in block_
};

}  // namespace duizhao::model
