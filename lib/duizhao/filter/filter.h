#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "duizhao/batch/pair_stream.h"
#include "duizhao/core/error.h"
#include "duizhao/core/finding.h"
#include "duizhao/filter/duplicates.h"
#include "duizhao/filter/fixes.h"
#include "duizhao/filter/form.h"
#include "duizhao/filter/step.h"
#include "duizhao/review/checker.h"

/// Cleans parallel text before a translation system is trained on it: says of each pair whether to
/// keep it or what to drop it for, and mends what can be mended.
namespace duizhao::filter {

struct FilterOptions {
  FormLimits form;
  FixSet fixes;  ///< none: the texts stay as they are
  Sameness sameness = Sameness::kNormalised;
  /// Pairs that say the same on both sides with less probability are dropped (match.h).
  double least_match = 0.2;
  /// Pairs with a finding as grave as this are dropped; none: the rules are not asked.
  std::optional<Severity> dropped_at = Severity::kMajor;
  double least_quality = 0;  ///< of the estimate; 0: it is not asked
  std::size_t threads = 1;
};

/// What a pair is judged to be, with its texts as they are now.
struct Judged {
  batch::NumberedPair pair;
  Step step = Step::kKept;
  std::string detail;  ///< of the step, for people: "French", "number/value"
  FixSet fixed;
  /// As far as they were asked for before the pair was dropped.
  std::optional<double> match;
  std::optional<double> quality;

  /// One figure, as Bicleaner has it: the probability that both sides say the same; 0 for a pair
  /// that was dropped before that was asked.
  [[nodiscard]] double score() const { return match.value_or(0); }
};

/// Judges pairs one by one; whether a pair is the duplicate of another is not its business. Safe to
/// share between threads.
class Filter {
 public:
  /// `checker` must outlive it; its profile says which findings there are.
  [[nodiscard]] static Result<Filter> create(const Checker& checker, FilterOptions options);

  /// `source` and `target` are the languages of the columns.
  [[nodiscard]] Judged judge(batch::NumberedPair pair, Language source, Language target) const;

  [[nodiscard]] const FilterOptions& options() const { return options_; }

 private:
  Filter(const Checker& checker, FilterOptions options, Fixer fixer)
      : checker_(&checker), options_(options), fixer_(std::move(fixer)) {}

  void judge_match(Judged& judged, Language source) const;
  void review(Judged& judged, Language source, Language target) const;

  const Checker* checker_;
  FilterOptions options_;
  Fixer fixer_;
};

/// Judges all pairs of a stream whose languages are settled, with several threads, and finds
/// duplicates. `take` gets them in order, on the calling thread, and says whether to go on. What it
/// gets does not depend on the number of threads. Of memory only the duplicates' grows.
void filter_pairs(batch::PairStream& pairs, const Filter& filter,
                  const std::function<bool(Judged& judged)>& take);

}  // namespace duizhao::filter
