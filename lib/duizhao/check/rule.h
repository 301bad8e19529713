#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "duizhao/core/alignment.h"
#include "duizhao/core/finding.h"
#include "duizhao/core/term_outcome.h"
#include "duizhao/facts/compare.h"
#include "duizhao/pair/links.h"
#include "duizhao/pair/passage.h"

namespace duizhao {
struct Resources;
}

namespace duizhao::check {

/// What a pair rule sees: one bead with text on both sides, and the passages around it. Facts and
/// names may have moved into a neighbour; a null neighbour is the document's end or a gap.
struct BeadContext {
  const Bead& bead;
  const pair::Passage& source;
  const pair::Passage& target;
  const pair::Links& links;                             ///< between the words of the two passages
  std::span<const facts::Difference> fact_differences;  ///< between the facts of the passages
  const Resources& resources;
  const pair::Passage* source_before = nullptr;
  const pair::Passage* source_after = nullptr;
  const pair::Passage* target_before = nullptr;
  const pair::Passage* target_after = nullptr;
  /// Where the rule `term` says what it looked at; null where nobody wants to know.
  std::vector<TermOutcome>* term_outcomes = nullptr;

  [[nodiscard]] const pair::Passage& chinese() const {
    return source.language == Language::kChinese ? source : target;
  }
  [[nodiscard]] const pair::Passage& english() const {
    return source.language == Language::kChinese ? target : source;
  }
};

/// A rule that judges one bead by itself. `check` appends findings; `bead` of a finding is filled
/// in by the caller. Must be safe to call from several threads.
struct PairRule {
  std::string_view name;
  std::string_view summary;  ///< for --help and the documentation: what fires
  void (*check)(const BeadContext& context, std::vector<Finding>& findings);
};

/// What a document rule sees: the whole review.
struct DocumentContext {
  const Document& source;
  const Document& target;
  const Alignment& alignment;
  std::span<const pair::Passage> source_passages;  ///< by bead number; empty text for an empty side
  std::span<const pair::Passage> target_passages;
  const Resources& resources;
};

/// A rule that needs more than one bead: passages without counterpart, habits, inconsistency.
struct DocumentRule {
  std::string_view name;
  std::string_view summary;
  void (*check)(const DocumentContext& context, std::vector<Finding>& findings);
};

/// All rules, in the order in which --help lists them. A rule may be in both tables under one name:
/// a clause left out is a matter of its bead, a passage left out of the document.
[[nodiscard]] std::span<const PairRule> pair_rules();
[[nodiscard]] std::span<const DocumentRule> document_rules();

}  // namespace duizhao::check
