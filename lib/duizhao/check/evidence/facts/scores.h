#pragma once

#include <string_view>
#include <vector>

#include "duizhao/check/rule.h"
#include "duizhao/core/span.h"

namespace duizhao::check {

/// The figures of a score or ratio: 78比64, 3:1, 4–3.
struct FigurePair {
  Span span;
  int first = 0;
  int second = 0;

  /// Whether 比 joins the figures, as it joins no range.
  [[nodiscard]] bool in_words(const pair::Passage& passage) const {
    return span.in(passage.document->text).find("比") != std::string_view::npos;
  }
};

[[nodiscard]] std::vector<FigurePair> figure_pairs(const pair::Passage& passage);

/// Two figures of a score that changed places.
struct ExchangedScore {
  Span source;
  Span target;
};

/// Scores that stand in the other order in the target, though nobody loses there by its words:
/// Chinese gives the figures of whom it speaks of first, English the winner's.
[[nodiscard]] std::vector<ExchangedScore> exchanged_scores(const BeadContext& context);

}  // namespace duizhao::check
