#pragma once

#include "duizhao/align/evidence.h"
#include "duizhao/align/path.h"

namespace duizhao::align {

/// Up to this many cells a search takes them all.
inline constexpr std::size_t kAllCells = 60'000;

/// The cells that the path of two documents may pass through: all of them in short documents, else
/// a band. The band follows the longest chain of sentence pairs that share rare words, and covers
/// all that lies between neighbouring links of the chain, with a margin. Time and cells grow with
/// the length of the texts where they run alike.
[[nodiscard]] SearchSpace band(const Evidence& evidence);

/// The cells where sentences among `chinese` and `english` (ascending) may fit each other: all of
/// them where they are few, else those around pairs that share rare words.
[[nodiscard]] SearchSpace scattered(const Evidence& evidence,
                                    const std::vector<std::uint32_t>& chinese,
                                    const std::vector<std::uint32_t>& english);

}  // namespace duizhao::align
