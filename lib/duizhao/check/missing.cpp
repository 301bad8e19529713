#include "duizhao/check/missing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "duizhao/check/clauses.h"
#include "duizhao/check/comparable_length.h"
#include "duizhao/check/unit_odds.h"

namespace duizhao::check {
namespace {

/// What a unit that speaks for "missing" must bring beyond chance; words that a translation changes
/// freely stand in every sentence, and alone they make no run.
constexpr double kPricePerUnit = 0.3;

/// Units of a clause beside a run that are too few to stand by themselves.
constexpr std::size_t kRemnant = 2;

/// Log-odds from the lengths alone: does `other` fit the passage better without the run?
double length_evidence(double passage, double run, double other) {
  const auto cost = [&](double expected) {
    const double deviation = length_deviation(expected, other);
    return deviation * deviation / 2;
  };
  return std::clamp(cost(passage) - cost(passage - run), -6.0, 6.0);
}

/// Logistic regression on planted omissions and additions, for three of them in a hundred segments
/// (tools/fit/missing_runs.cpp, tools/fit/logistic.py).
double log_odds(const MissingEvidence& e) {
  return -6.0 + 0.43 * e.odds + 0.15 * e.explained + 2.7 * e.lengths - 0.4 * e.outside +
         1.9 * e.whole_clauses;
}

/// The runs of `odds` with the highest sums: the best one, then the best ones before and after it,
/// as long as they sum to `least`.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  double sum = 0;
};

void find_runs(std::span<const double> odds, std::size_t offset, double least,
               std::vector<Run>& runs) {
  Run best;
  Run here;
  for (std::size_t i = 0; i < odds.size(); ++i) {
    if (here.sum <= 0) here = {i, i, 0};
    here.sum += odds[i];
    here.end = i + 1;
    if (here.sum > best.sum) best = here;
  }
  if (best.sum < least) return;
  find_runs(odds.subspan(0, best.begin), offset, least, runs);
  runs.push_back({best.begin + offset, best.end + offset, best.sum});
  find_runs(odds.subspan(best.end), offset + best.end, least, runs);
}

/// Takes in the rest of a clause where little of it is left out of the run.
void complete_clauses(const std::vector<Clause>& parts, std::span<const double> odds, Run& run) {
  for (const Clause& clause : parts) {
    const auto worth = [&](std::size_t from, std::size_t to) {
      return std::count_if(odds.begin() + std::ptrdiff_t(from), odds.begin() + std::ptrdiff_t(to),
                           [](double o) { return o != 0; });
    };
    if (clause.first_unit < run.begin && run.begin < clause.end_unit &&
        std::size_t(worth(clause.first_unit, run.begin)) <= kRemnant) {
      run.begin = clause.first_unit;
    }
    if (clause.first_unit < run.end && run.end < clause.end_unit &&
        std::size_t(worth(run.end, clause.end_unit)) <= kRemnant) {
      run.end = clause.end_unit;
    }
  }
}

}  // namespace

double MissingRun::confidence() const { return 1 / (1 + std::exp(-log_odds)); }

std::vector<MissingRun> missing_runs(const Passage& passage, const Passage& other,
                                     std::span<const LinkedUnit> linked, double least) {
  std::vector<double> odds;
  std::vector<double> priced;
  double total = 0;
  double units = 0;
  for (std::size_t i = 0; i < passage.units.size(); ++i) {
    const double o = missing_odds(passage.units[i], linked[i], passage.language);
    const bool counts = passage.units[i].kind != text::TokenKind::kPunctuation;
    odds.push_back(o);
    priced.push_back(counts ? o - kPricePerUnit : 0);
    total += o;
    units += counts ? 1 : 0;
  }
  constexpr double kLeastSum = 2;
  std::vector<Run> runs;
  find_runs(priced, 0, kLeastSum, runs);
  const std::vector<Clause> parts = clauses(passage);
  const std::string_view text = passage.document->text;
  const double passage_length = comparable_length(passage.text(), passage.language);
  const double other_length = comparable_length(other.text(), other.language);
  std::vector<MissingRun> result;
  for (Run& run : runs) {
    complete_clauses(parts, priced, run);
    MissingRun missing;
    missing.span = passage.units[run.begin].span.joined(passage.units[run.end - 1].span);
    MissingEvidence& evidence = missing.evidence;
    double inside = 0;
    for (std::size_t i = run.begin; i < run.end; ++i) {
      evidence.odds += odds[i];
      evidence.content += odds[i] > 1 ? 1 : 0;
      evidence.explained += std::max(-odds[i], 0.0);
      inside += priced[i] != 0 ? 1 : 0;
    }
    const double length = comparable_length(missing.span.in(text), passage.language);
    evidence.lengths = length_evidence(passage_length, length, other_length);
    evidence.outside = (total - evidence.odds) / (std::max(units - inside, 0.0) + 5);
    const auto is = [&](auto member, std::size_t unit) {
      return std::any_of(parts.begin(), parts.end(),
                         [&](const Clause& clause) { return clause.*member == unit; });
    };
    evidence.whole_clauses =
        is(&Clause::first_unit, run.begin) && is(&Clause::end_unit, run.end) ? 1 : 0;
    missing.log_odds = log_odds(evidence);
    if (missing.log_odds >= least) result.push_back(missing);
  }
  return result;
}

}  // namespace duizhao::check
