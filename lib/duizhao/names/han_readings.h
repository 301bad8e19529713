#pragma once

#include <string_view>

namespace duizhao::names {

/// How a Han character is read, without tones; several readings have commas between them. Empty
/// where none is known.
struct HanReadings {
  std::string_view mandarin;   ///< pinyin, with v for ü: "ceng,zeng"
  std::string_view cantonese;  ///< Jyutping: "zang"
  std::string_view korean;     ///< Revised Romanisation: "geum,gim"
};

/// Of a character in either script. The views point into static memory. Thread-safe.
[[nodiscard]] HanReadings han_readings(char32_t c);

/// Calls `use(std::string_view)` for each of several readings.
template <typename Use>
void for_each_reading(std::string_view readings, Use&& use) {
  while (!readings.empty()) {
    const std::size_t comma = readings.find(',');
    use(readings.substr(0, comma));
    readings.remove_prefix(comma == std::string_view::npos ? readings.size() : comma + 1);
  }
}

}  // namespace duizhao::names
