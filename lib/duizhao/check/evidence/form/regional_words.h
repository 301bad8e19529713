#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/core/span.h"
#include "duizhao/pair/passage.h"

namespace duizhao::check {

/// A place whose readers have words of their own for things.
enum class Region : std::uint8_t { kMainland, kTaiwan, kHongKong };

inline constexpr Region kRegions[] = {Region::kMainland, Region::kTaiwan, Region::kHongKong};

/// A word for something that has different names in different places.
struct RegionalWord {
  Span span;
  std::size_t thing = 0;     ///< number of what it is called; words for the same thing share it
  std::uint8_t said_in = 0;  ///< a bit for each Region where the word is ordinary

  [[nodiscard]] bool is_said_in(Region region) const {
    return ((said_in >> static_cast<unsigned>(region)) & 1U) != 0;
  }
};

/// The words of `passage` that are not ordinary in all three places: 軟體, 网络, 的士. The table
/// is folded to simplified characters, so either script will do. A match keeps to the bounds of the
/// words of the passage: 网路 is not found in 联网路由, nor 内存 in 体内存在. Thread-safe.
[[nodiscard]] std::vector<RegionalWord> regional_words(const pair::Passage& passage);

/// What `region` calls a thing, in its own script.
[[nodiscard]] std::string_view word_for(std::size_t thing, Region region);

/// For whom a Chinese text is written. Simplified script is the mainland's unless the text has
/// words of Singapore or Malaysia; traditional script needs at least two words or characters that
/// only Taiwan or only Hong Kong uses, and hardly any of the other. None where that does not tell.
[[nodiscard]] std::optional<Region> region_of(std::string_view text,
                                              std::span<const RegionalWord> words);

}  // namespace duizhao::check
