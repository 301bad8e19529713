#pragma once

#include <cstddef>
#include <vector>

#include "duizhao/pair/links.h"
#include "duizhao/pair/passage.h"

namespace duizhao::check {

/// What speaks for a run of words having no counterpart on the other side.
struct MissingEvidence {
  double odds = 0;       ///< sum of missing_odds() over the words, in nats
  double content = 0;    ///< number of words that speak for it by more than a nat
  double explained = 0;  ///< sum of the odds of words that speak against it, positive
  double mean = 0;       ///< odds per word
  double size = 0;       ///< natural logarithm of its comparable length
  double lengths = 0;    ///< log-odds of the other side's length without the run against with it
  double outside = 0;    ///< mean odds of the words outside: how free the translation is
  double whole_clauses = 0;  ///< 1 where the run begins and ends with clauses
  double figure = 0;         ///< 1 where it has a figure that the other side has as well
  /// Square root of the sum of the odds of the other side's words that speak for having no
  /// counterpart themselves: they may say what the run says in other words.
  double open = 0;
  /// 1 where it is not much more than an English name and something is open that may render it.
  double name = 0;
  /// Share of what speaks for it that words bring which stand elsewhere in the passage as well and
  /// have a counterpart there: English repeats a noun where Chinese need not.
  double repeated = 0;
  /// Log-ratio of what the other side leaves open to what speaks for the run.
  double answer = 0;
  double terse = 0;  ///< how much more compactly than news the Chinese side is written
  double gloss = 0;  ///< 1 where a bracket follows whose words stand on the other side
};

/// A run of words of a passage that the other side seems to say nothing of.
struct MissingRun {
  Span span;
  MissingEvidence evidence;
  double log_odds = 0;  ///< of "it is missing", calibrated on planted omissions

  [[nodiscard]] double confidence() const;
};

/// The runs of `passage` that are most likely missing from `other`, in the order of the text; those
/// with log-odds below `least` are left out. `linked` and `other_linked`: their words.
/// What the words of the two passages of a bead say for having no counterpart, prepared once for
/// the runs of either.
struct OpenWords {
  struct Side {
    const pair::Passage* passage = nullptr;
    std::vector<double> odds;   ///< of each word, in nats
    std::vector<bool> figures;  ///< words of figures that the other side has as well
  };

  OpenWords(const pair::Passage& source_passage, const pair::Passage& target_passage,
            const pair::Links& links);

  Side source;
  Side target;
};

/// The runs of words of one side that have no counterpart on the other, whose log-odds are `least`
/// or more.
[[nodiscard]] std::vector<MissingRun> missing_runs(const OpenWords::Side& side,
                                                   const OpenWords::Side& other_side, double least);

}  // namespace duizhao::check
