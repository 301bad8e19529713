#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "duizhao/core/finding.h"
#include "duizhao/pair/links.h"
#include "duizhao/pair/passage.h"
#include "duizhao/pair/relatedness.h"

namespace duizhao::check {

/// What speaks for a run of words having no counterpart on the other side.
struct MissingEvidence {
  double content = 0;        ///< number of words that speak for it by more than a nat
  double mean = 0;           ///< odds per word (pair::missing_odds()), in nats
  double size = 0;           ///< natural logarithm of its comparable length
  double outside = 0;        ///< mean odds of the words outside: how free the translation is
  double whole_clauses = 0;  ///< 1 where the run begins and ends with clauses
  /// Share of what speaks for it that words bring which stand elsewhere in the passage as well and
  /// have a counterpart there: English repeats a noun where Chinese need not.
  double repeated = 0;
  double terse = 0;  ///< how much more compactly than news the Chinese side is written
  double gloss = 0;  ///< 1 where a bracket follows whose words stand on the other side
  /// Log-ratio of what the other side leaves open, beside the counterparts of the run and its
  /// neighbours, to what speaks for the run: it may say the same in other words.
  double answer = 0;
  /// Log-ratio of the stretch of the other side that most likely renders the run, words that the
  /// run explains and words left open, to what speaks for the run.
  double rendering = 0;
  double length = 0;  ///< by how many deviations the other side is longer than the passage makes
  /// Share of what speaks for it that words bring which are near in meaning to the other side's.
  double related = 0;
  double common = 0;  ///< mean logarithm of how common its words are
  double lost = 0;    ///< 1 where it has a figure, name or negation that the other lacks
};

/// A run of words of a passage that the other side seems to say nothing of.
struct MissingRun {
  Span span;
  MissingEvidence evidence;
  double log_odds = 0;  ///< of "it is missing", calibrated on planted omissions

  [[nodiscard]] double confidence() const;
};

/// What the words of the two passages of a bead say for having no counterpart, prepared once for
/// the runs of either. What it is made of must outlive it.
struct OpenWords {
  struct Side {
    const pair::Passage* passage = nullptr;
    std::span<const pair::LinkedWord> links;
    std::span<const float> related;  ///< pair::relatedness() of each word
    std::vector<double> odds;        ///< of each word, in nats
    std::vector<bool> figures;       ///< words of figures that the other side has as well
  };

  OpenWords(const pair::Passage& source_passage, const pair::Passage& target_passage,
            const pair::Links& links, const pair::RelatedWords& related);

  Side source;
  Side target;
};

/// The figures, dates, names, terms and negations of a side, `here`, of which rules found nothing
/// on the other.
[[nodiscard]] std::vector<Span> lost_places(std::span<const Finding> findings,
                                            std::optional<Span> Finding::*here,
                                            std::optional<Span> Finding::*there);

/// All runs of words of `side` that may be missing from the other side; they may overlap. `lost`:
/// the places on this side of figures, dates and names that are known to have no counterpart.
[[nodiscard]] std::vector<MissingRun> possible_runs(const OpenWords::Side& side,
                                                    const OpenWords::Side& other_side,
                                                    std::span<const Span> lost);

/// Of those the most likely ones that do not overlap, in the order of the text; those with log-odds
/// below `least` are left out.
[[nodiscard]] std::vector<MissingRun> missing_runs(const OpenWords::Side& side,
                                                   const OpenWords::Side& other_side,
                                                   std::span<const Span> lost, double least);

}  // namespace duizhao::check
