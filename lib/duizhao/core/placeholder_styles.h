#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace duizhao {

/// Which placeholders a program fills in: what is one in printf's format may be prose elsewhere.
enum class PlaceholderStyle : std::uint8_t {
  kPrintf = 1,     ///< %s, %1$d, %@
  kPython = 2,     ///< %(name)s, {name}, {0!r}
  kI18next = 4,    ///< {{ name }}, $t(key)
  kQt = 8,         ///< %1, %L1, %n
  kIcu = 16,       ///< {name}, {n, plural, …}
  kVariable = 32,  ///< ${name}, %name%, @name@
};

/// Styles in use, as a sum.
using PlaceholderStyles = std::uint8_t;
inline constexpr PlaceholderStyles kAllPlaceholders = 63;

[[nodiscard]] constexpr bool includes(PlaceholderStyles styles, PlaceholderStyle style) {
  return (styles & static_cast<PlaceholderStyles>(style)) != 0;
}

/// What profiles call them.
inline constexpr std::array kPlaceholderStyles = {
    std::pair{std::string_view("printf"), PlaceholderStyle::kPrintf},
    std::pair{std::string_view("python"), PlaceholderStyle::kPython},
    std::pair{std::string_view("i18next"), PlaceholderStyle::kI18next},
    std::pair{std::string_view("qt"), PlaceholderStyle::kQt},
    std::pair{std::string_view("icu"), PlaceholderStyle::kIcu},
    std::pair{std::string_view("variable"), PlaceholderStyle::kVariable},
};

}  // namespace duizhao
