#pragma once

#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/core/finding.h"
#include "duizhao/pair/resources.h"
#include "duizhao/review/documents.h"
#include "duizhao/review/profile.h"
#include "duizhao/review/review.h"
#include "duizhao/review/review_memory.h"
#include "duizhao/review/suppression.h"
#include "duizhao/score/evidence.h"

/// How a review is made of what is open already. Programs come in by review/checker.h.
namespace duizhao {

struct ReviewOptions {
  /// Penalty per 1000 source words up to which a translation passes.
  double pass_threshold = 25;
  Profile profile;  ///< which findings are told; its threshold is taken by whoever made these
  const Suppressions* suppressions = nullptr;  ///< findings that are not to be told again
  /// Where given, gets the evidence on each bead with text on both sides: for fitting its weights.
  std::vector<score::EvidenceVector>* evidence = nullptr;
};

/// Aligns two segmented documents, checks every bead and the whole, and scores what was found.
[[nodiscard]] Review review(Document source, Document target, const Resources& resources,
                            const ReviewOptions& options);

/// The same with what a review of nearly the same documents has found out.
[[nodiscard]] Review review(Document source, Document target, const Resources& resources,
                            const ReviewOptions& options, ReviewMemory& memory);

/// Of that, the alignment only: nothing is checked.
[[nodiscard]] Review aligned(Document source, Document target, const Resources& resources,
                             ReviewMemory& memory);

/// The same for two documents that are one bead by definition: a line of a bilingual file. Where
/// they are longer than segments are, they are broken into sentences and aligned like documents.
[[nodiscard]] Review review_pair(Document source, Document target, const Resources& resources,
                                 const ReviewOptions& options);

/// Each of them as review_pair does it: some together, which takes a sixth less time.
[[nodiscard]] std::vector<Review> review_pairs(std::vector<DocumentPair> pairs,
                                               const Resources& resources,
                                               const ReviewOptions& options);

/// Adds findings that were made outside, such as by comparing pairs with one another. They get
/// their keys, profile and suppressions apply to them, and the review is scored anew.
void add_findings(Review& review, std::vector<Finding> findings, const ReviewOptions& options);

/// What a review comes to if only these of its findings count.
[[nodiscard]] Score score_of(const Review& review, const std::vector<Finding>& findings,
                             const ReviewOptions& options);

/// Takes findings out of a review and scores it anew.
void suppress(Review& review, const Suppressions& suppressions, const ReviewOptions& options);

}  // namespace duizhao
