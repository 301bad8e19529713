#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/core/error.h"

namespace duizhao::text {

/// The script that a character belongs to; kUnknown for one that both scripts use, such as 中, 后
/// or 著, and for everything that is no Han character.
[[nodiscard]] Script script_of(char32_t character);

/// The script of a Chinese text: the one with more characters of its own; kUnknown where neither
/// has more. A table look-up per character.
[[nodiscard]] Script script_of(std::string_view chinese);

/// A conversion between Chinese scripts and regions (OpenCC). Immutable, so safe to share between
/// threads. Conversion runs at a few MB/s, text that needs none much faster: convert once and keep
/// the result.
class Converter {
 public:
  enum class Direction : std::uint8_t {
    kToSimplified,
    kToTraditional,    ///< OpenCC's own standard
    kToTaiwan,         ///< the characters of Taiwan's standard
    kToHongKong,       ///< the characters of Hong Kong's
    kToTaiwanWords,    ///< simplified to Taiwan's characters and words: 软件 becomes 軟體
    kFromTaiwanWords,  ///< and back
  };

  /// Fails where OpenCC's dictionaries are not installed.
  [[nodiscard]] static Result<Converter> create(Direction direction);

  Converter(Converter&&) noexcept;
  Converter& operator=(Converter&&) noexcept;
  ~Converter();

  /// `chinese` must be valid UTF-8. NUL characters and text that needs no conversion stay as they
  /// are.
  [[nodiscard]] std::string convert(std::string_view chinese) const;

 private:
  struct Impl;
  explicit Converter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace duizhao::text
