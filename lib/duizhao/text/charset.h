#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace duizhao::text {

/// The IANA name of a character set, from any of its aliases ("gbk", "CP1252", "big5-hkscs");
/// empty for a name that nobody knows.
[[nodiscard]] std::string charset_name(const std::string& alias);

/// Converts a stream of bytes from some character set to UTF-8, block by block.
class CharsetDecoder {
 public:
  enum class Faults : std::uint8_t { kStop, kReplace };

  /// `charset` is a name that `charset_name` knows. With kReplace every fault becomes U+FFFD.
  explicit CharsetDecoder(const std::string& charset, Faults faults = Faults::kStop);
  CharsetDecoder(CharsetDecoder&&) noexcept;
  CharsetDecoder& operator=(CharsetDecoder&&) noexcept;
  ~CharsetDecoder();

  /// Appends the text of the next bytes; a character may be split between blocks. `last` says that
  /// no more bytes come. Returns the offset, in all bytes so far, of the first byte that the set
  /// does not allow, and then stops for good; the text has what came before it.
  [[nodiscard]] std::optional<std::size_t> append(std::string_view bytes, bool last,
                                                  std::string& text);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Converts all of `bytes`, with U+FFFD for every fault.
[[nodiscard]] std::string convert_leniently(const std::string& charset, std::string_view bytes);

}  // namespace duizhao::text
