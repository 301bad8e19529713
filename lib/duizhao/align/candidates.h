#pragma once

#include "duizhao/align/evidence.h"
#include "duizhao/align/path.h"

namespace duizhao::align {

/// Up to this many cells a search takes them all.
inline constexpr std::size_t kAllCells = 60'000;

/// A pair of sentences that share rare words.
struct Candidate {
  std::uint32_t english = 0;
  std::uint32_t chinese = 0;
  float score = 0;
};

/// Chooses the cells in which a search may pass. Short documents are searched as a whole; in long
/// ones every English sentence first finds the Chinese ones that share most rare words with it.
class Candidates {
 public:
  explicit Candidates(const Evidence& evidence);

  /// For a path: a band along the longest chain of candidates, which covers all that lies between
  /// neighbouring links of the chain, with a margin. The number of cells grows with the length of
  /// the texts where they run alike.
  [[nodiscard]] SearchSpace band() const;

  /// For passages out of order: the cells of the sentences `chinese` and `english` (ascending), or,
  /// where there are many, those of them around candidates.
  [[nodiscard]] SearchSpace scattered(const std::vector<std::uint32_t>& chinese,
                                      const std::vector<std::uint32_t>& english) const;

 private:
  const Evidence& evidence_;
  std::vector<Candidate> candidates_;  ///< by English sentence; empty in a short document
};

}  // namespace duizhao::align
