#include "duizhao/check/clauses.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// A content word whose clause is translated stays unexplained by the lexicon this often …
constexpr double kMissedWhenTranslated = 0.30;
/// … and one whose clause is left out is explained by chance this often.
constexpr double kExplainedWhenLeftOut = 0.12;

/// Probabilities below the first are chance; from the second on a word is explained in full.
constexpr float kChance = 0.004F;
constexpr float kSure = 0.08F;

/// Bytes of UTF-8 English per Han character in good translations: mean and deviation of the
/// logarithm of the ratio of lengths, for segments of a sentence or more.
constexpr double kEnglishBytesPerHan = 3.25;
constexpr double kDeviation = 0.25;

bool divides(std::string_view mark) {
  constexpr std::array<std::string_view, 21> kMarks = {",",  ";",  ":",  ".",  "!",  "?",  "(",
                                                       ")",  "—",  "–",  "，", "；", "：", "。",
                                                       "！", "？", "（", "）", "——", "…",  "……"};
  return std::find(kMarks.begin(), kMarks.end(), mark) != kMarks.end();
}

double strength(float probability) {
  if (probability <= kChance) return 0;
  return std::min(1.0F, std::log(probability / kChance) / std::log(kSure / kChance));
}

double evidence_of(const Explained& unit) {
  static const double unexplained = std::log((1 - kExplainedWhenLeftOut) / kMissedWhenTranslated);
  static const double explained = std::log(kExplainedWhenLeftOut / (1 - kMissedWhenTranslated));
  const double s = strength(unit.probability);
  // A word that both sides share is evidence whatever its rarity.
  const double weight = std::max<double>(unit.weight, 0.3 * s);
  return weight * (s * explained + (1 - s) * unexplained);
}

/// Length in a measure that both languages share: about a Han character each.
double length_of(std::string_view text, Language language) {
  if (language == Language::kEnglish) return double(text.size()) / kEnglishBytesPerHan;
  double length = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = text::next_code_point(text, i);
    length += c >= 0x3400 ? 1 : 1 / kEnglishBytesPerHan;
  }
  return length;
}

/// Log-odds from the lengths alone: does `other` fit the passage better without the run?
double length_evidence(double passage, double run, double other) {
  const auto cost = [&](double expected) {
    // Short texts vary more.
    const double deviation = kDeviation + 1.2 / std::sqrt(std::max(expected, 1.0));
    const double z = std::log((other + 1) / (expected + 1)) / deviation;
    return z * z / 2;
  };
  return std::clamp(cost(passage) - cost(passage - run), -4.0, 4.0);
}

}  // namespace

std::vector<Clause> clauses(const Passage& passage) {
  std::vector<Clause> result;
  const std::string_view text = passage.document->text;
  Clause clause;
  for (std::size_t i = 0; i < passage.units.size(); ++i) {
    const model::Unit& unit = passage.units[i];
    clause.span = clause.first_unit == i ? unit.span : clause.span.joined(unit.span);
    clause.end_unit = i + 1;
    if (unit.kind == text::TokenKind::kPunctuation && divides(unit.span.in(text))) {
      result.push_back(clause);
      clause = {{}, i + 1, i + 1};
    }
  }
  if (clause.end_unit > clause.first_unit) result.push_back(clause);
  return result;
}

double Unexplained::confidence() const { return 1 / (1 + std::exp(-evidence / 2)); }

std::vector<Unexplained> unexplained(const Passage& passage, const Passage& other,
                                     std::span<const Explained> explained) {
  const std::vector<Clause> parts = clauses(passage);
  std::vector<double> evidence(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (std::size_t u = parts[i].first_unit; u < parts[i].end_unit; ++u) {
      evidence[i] += evidence_of(explained[u]);
    }
  }
  const std::string_view text = passage.document->text;
  const double passage_length = length_of(passage.text(), passage.language);
  const double other_length = length_of(other.text(), other.language);
  std::vector<Unexplained> runs;
  // The runs of neighbouring clauses that each speak for an omission; one that speaks against it
  // but little may lie between two that speak for it.
  for (std::size_t i = 0; i < parts.size();) {
    if (evidence[i] <= 0) {
      ++i;
      continue;
    }
    double sum = 0;
    double best = 0;
    std::size_t best_end = i;
    for (std::size_t j = i; j < parts.size() && sum >= 0; ++j) {
      sum += evidence[j];
      if (sum > best) {
        best = sum;
        best_end = j + 1;
      }
    }
    Unexplained run;
    run.span = parts[i].span.joined(parts[best_end - 1].span);
    const double length = length_of(run.span.in(text), passage.language);
    run.evidence = best + length_evidence(passage_length, length, other_length);
    run.share = double(run.span.size()) / double(std::max<std::size_t>(passage.span.size(), 1));
    runs.push_back(run);
    i = best_end;
  }
  return runs;
}

}  // namespace duizhao::check
