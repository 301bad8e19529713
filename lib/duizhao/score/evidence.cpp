#include "duizhao/score/evidence.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>
#include <vector>

#include "duizhao/check/comparable_length.h"
#include "duizhao/check/missing.h"
#include "duizhao/check/unit_odds.h"
#include "duizhao/model/language_model.h"
#include "duizhao/score/coverage.h"

namespace duizhao::score {
namespace {

using check::LinkedUnit;
using check::Passage;
using text::TokenKind;

constexpr float kRareWord = 5e-5F;

/// A word that both models call impossible.
constexpr double kFloor = 1e-8;
constexpr double kUnlikely = -9;

double mean(const std::vector<double>& values) {
  if (values.empty()) return 0;
  return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

/// The lowest mean of `width` values in a row; of all where there are fewer.
double worst_window(const std::vector<double>& values, std::size_t width) {
  if (values.size() <= width) return mean(values);
  double sum = std::accumulate(values.begin(), values.begin() + std::ptrdiff_t(width), 0.0);
  double worst = sum;
  for (std::size_t i = width; i < values.size(); ++i) {
    sum += values[i] - values[i - width];
    worst = std::min(worst, sum);
  }
  return worst / double(width);
}

double probability_given(const LinkedUnit& unit, std::size_t others) {
  double sum = 0;
  for (const check::Link& link : unit.links) sum += link.from_other;
  return sum / double(others + 1);
}

/// Log-likelihood ratios of the content words, given the other side and not, cut off.
std::vector<double> ratios(const Passage& passage, const std::vector<LinkedUnit>& links,
                           std::size_t others) {
  constexpr double kBackground = 0.3;
  constexpr double kCap = 5;
  std::vector<double> result;
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (!is_content(passage.units[i], links[i])) continue;
    const double given = probability_given(links[i], others);
    const double ratio = given / std::max<double>(links[i].commonness, 1e-7);
    result.push_back(std::min(std::log(kBackground + (1 - kBackground) * ratio), kCap));
  }
  return result;
}

double unexplained_share(const Passage& passage, const std::vector<LinkedUnit>& links,
                         float commonest) {
  double content = 0;
  double unexplained = 0;
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (!is_content(passage.units[i], links[i])) continue;
    ++content;
    unexplained += links[i].explained < kUnexplained && links[i].commonness < commonest ? 1 : 0;
  }
  return content == 0 ? 0 : unexplained / content;
}

double odds_per_unit(const Passage& passage, const std::vector<LinkedUnit>& links) {
  double sum = 0;
  for (std::size_t i = 0; i < links.size(); ++i) {
    sum += std::max(check::missing_odds(passage.units[i], links[i], passage.language), 0.0);
  }
  return sum / double(links.size() + 1);
}

double likeliest_run(const Passage& passage, const Passage& other,
                     const std::vector<LinkedUnit>& links,
                     const std::vector<LinkedUnit>& other_links) {
  constexpr double kRange = 7;
  double most = -kRange;
  for (const check::MissingRun& run :
       check::missing_runs(passage, other, links, other_links, -kRange)) {
    most = std::max(most, run.log_odds);
  }
  return std::min(most, kRange);
}

double names_unexplained(const Passage& english, const std::vector<LinkedUnit>& links) {
  double names = 0;
  double unexplained = 0;
  for (std::size_t i = 1; i < links.size(); ++i) {
    const model::Unit& unit = english.units[i];
    const char first = english.document->text[unit.span.begin];
    if (unit.kind != TokenKind::kWord || first < 'A' || first > 'Z') continue;
    ++names;
    unexplained += links[i].explained < kUnexplained ? 1 : 0;
  }
  return unexplained / (names + 1);
}

double repeated_share(const Passage& passage) {
  std::set<std::array<std::uint64_t, 3>> seen;
  double repeated = 0;
  double all = 0;
  for (std::size_t i = 2; i < passage.units.size(); ++i) {
    const auto& units = passage.units;
    ++all;
    repeated +=
        seen.insert({units[i - 2].form_hash, units[i - 1].form_hash, units[i].form_hash}).second
            ? 0
            : 1;
  }
  return all == 0 ? 0 : repeated / all;
}

double unknown_share(const Passage& passage) {
  double words = 0;
  double unknown = 0;
  for (const model::Unit& unit : passage.units) {
    if (unit.kind != TokenKind::kWord && unit.kind != TokenKind::kHan) continue;
    ++words;
    unknown += unit.id == model::kUnknownUnit ? 1 : 0;
  }
  return words == 0 ? 0 : unknown / words;
}

class Gathering {
 public:
  double& operator[](Evidence evidence) { return values_[static_cast<std::size_t>(evidence)]; }
  [[nodiscard]] const EvidenceVector& values() const { return values_; }

 private:
  EvidenceVector values_{};
};

void gather_likelihoods(const Passage& source, const Passage& target,
                        const std::vector<LinkedUnit>& links, const Resources& resources,
                        Gathering& evidence) {
  if (resources.language_model == nullptr || target.units.empty()) return;
  const std::vector<float> fluency =
      resources.language_model->scores(target.language, target.units, target.document->text);
  std::vector<double> alone(fluency.begin(), fluency.end());
  std::vector<double> mixed;
  double unlikely = 0;
  for (std::size_t i = 0; i < target.units.size(); ++i) {
    const double given = probability_given(links[i], source.units.size());
    mixed.push_back(std::log(0.5 * std::exp(alone[i]) + 0.5 * given + kFloor));
    unlikely += mixed.back() < kUnlikely ? 1 : 0;
  }
  evidence[Evidence::kLikely] = mean(mixed);
  evidence[Evidence::kLeastLikely] = *std::min_element(mixed.begin(), mixed.end());
  evidence[Evidence::kLeastLikelyTwo] = worst_window(mixed, 2);
  evidence[Evidence::kLeastLikelyThree] = worst_window(mixed, 3);
  evidence[Evidence::kLeastLikelyFive] = worst_window(mixed, 5);
  evidence[Evidence::kUnlikelyShare] = unlikely / double(mixed.size());
  evidence[Evidence::kFluency] = mean(alone);
  evidence[Evidence::kLeastFluent] = worst_window(alone, 3);
}

/// Mean probability of the best link, of content words that have one.
double literalness(const Passage& passage, const std::vector<LinkedUnit>& links) {
  std::vector<double> best;
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (!is_content(passage.units[i], links[i]) || links[i].links.empty()) continue;
    float most = 0;
    for (const check::Link& link : links[i].links) most = std::max(most, link.to_other);
    best.push_back(most);
  }
  return mean(best);
}

void gather_order(const Passage& target, const std::vector<LinkedUnit>& links,
                  std::size_t source_units, Gathering& evidence) {
  double jumps = 0;
  double backward = 0;
  double all = 0;
  std::ptrdiff_t last = -1;
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (!is_content(target.units[i], links[i]) || links[i].links.empty()) continue;
    const auto place = std::ptrdiff_t(links[i].links.front().other);
    if (last >= 0) {
      ++all;
      jumps += double(std::abs(place - last));
      backward += place < last ? 1 : 0;
    }
    last = place;
  }
  evidence[Evidence::kJumps] = jumps / (all + 1) / double(source_units + 5);
  evidence[Evidence::kBackward] = backward / (all + 1);
}

void gather_coverage(const Passage& source, const Passage& target, const check::Links& links,
                     Gathering& evidence) {
  const Coverage of_source = coverage_of(source, links.source);
  const Coverage of_target = coverage_of(target, links.target);
  // Both by the length of the source, so that what is put in can't hide behind its own length.
  const double words = of_source.words + 1;
  evidence[Evidence::kTargetOddsSum] = of_target.odds / words;
  evidence[Evidence::kSourceOddsSum] = of_source.odds / words;
  evidence[Evidence::kTargetOddsMost] = of_target.highest_odds;
  evidence[Evidence::kSourceOddsMost] = of_source.highest_odds;
  evidence[Evidence::kTargetOddsMedian] = of_target.median_odds;
  evidence[Evidence::kTargetMass] = of_target.unexplained_mass / words;
  evidence[Evidence::kTargetLone] = lone_odds(target, links.target, source, links.source) / words;
  evidence[Evidence::kSourceLone] = lone_odds(source, links.source, target, links.target) / words;
  evidence[Evidence::kTargetSurplus] =
      std::max(of_target.unexplained_mass - of_source.unexplained_mass, 0.0) / words;
  evidence[Evidence::kBothUnexplained] =
      std::min(of_target.unexplained, of_source.unexplained) / words;
  evidence[Evidence::kMostUnexplained] =
      std::max(of_target.unexplained, of_source.unexplained) / words;
  evidence[Evidence::kTargetExplained] = of_target.median_explained;
  evidence[Evidence::kSourceExplained] = of_source.median_explained;
  evidence[Evidence::kTargetSure] = of_target.sure_share;
  evidence[Evidence::kChoice] = of_source.choice;
}

double sentence_ends(const Passage& passage) {
  constexpr std::array<std::string_view, 6> kEnds = {".", "!", "?", "。", "！", "？"};
  double count = 0;
  for (const model::Unit& unit : passage.units) {
    const std::string_view form = unit.span.in(passage.document->text);
    count += std::find(kEnds.begin(), kEnds.end(), form) != kEnds.end() ? 1 : 0;
  }
  return count;
}

void gather_style(const Passage& target, const std::vector<LinkedUnit>& links,
                  Gathering& evidence) {
  constexpr std::array<std::string_view, 8> kArticles = {"the", "a", "an", "of",
                                                         "The", "A", "An", "的"};
  constexpr std::array<std::string_view, 12> kPossessives = {
      "its", "their", "his", "her", "Its", "Their", "His", "Her", "其", "他的", "她的", "他们的"};
  const double units = double(target.units.size()) + 1;
  std::vector<double> rarity;
  std::vector<double> lengths;
  std::set<std::uint64_t> different;
  std::set<std::array<std::uint64_t, 2>> pairs;
  double rare = 0;
  double articles = 0;
  double possessives = 0;
  double names = 0;
  double function_words = 0;
  double marks = 0;
  double quotes = 0;
  double capitals = 0;
  double repeated = 0;
  for (std::size_t i = 0; i < target.units.size(); ++i) {
    const model::Unit& unit = target.units[i];
    const std::string_view form = unit.span.in(target.document->text);
    if (i > 0 && !pairs.insert({target.units[i - 1].form_hash, unit.form_hash}).second) ++repeated;
    if (!is_word(unit)) {
      ++marks;
      quotes += form == "\"" ? 1 : 0;
      continue;
    }
    different.insert(unit.form_hash);
    lengths.push_back(double(form.size()));
    articles += std::find(kArticles.begin(), kArticles.end(), form) != kArticles.end() ? 1 : 0;
    possessives +=
        std::find(kPossessives.begin(), kPossessives.end(), form) != kPossessives.end() ? 1 : 0;
    names += i > 0 && form[0] >= 'A' && form[0] <= 'Z' ? 1 : 0;
    capitals += form[0] >= 'A' && form[0] <= 'Z' ? 1 : 0;
    if (!is_content(target.units[i], links[i])) {
      ++function_words;
      continue;
    }
    constexpr float kVeryRare = 1e-5F;
    rarity.push_back(-std::log(std::max(links[i].commonness, 1e-7F)));
    rare += links[i].commonness < kVeryRare ? 1 : 0;
  }
  const double words = double(lengths.size()) + 1;
  evidence[Evidence::kRarity] = mean(rarity);
  evidence[Evidence::kRareWords] = rare / words;
  evidence[Evidence::kVariety] = double(different.size()) / words;
  evidence[Evidence::kRepeatedTwo] = repeated / units;
  evidence[Evidence::kArticles] = articles / words;
  evidence[Evidence::kWordLength] = mean(lengths);
  evidence[Evidence::kFunctionWords] = function_words / words;
  evidence[Evidence::kMarks] = marks / units;
  evidence[Evidence::kStraightQuotes] = quotes / units;
  evidence[Evidence::kCapitals] = capitals / words;
  evidence[Evidence::kPossessives] = possessives / words;
  evidence[Evidence::kNameCount] = names;
}

Evidence kind_of(std::string_view rule) {
  if (rule == "number" || rule == "date" || rule == "money" || rule == "unit") {
    return Evidence::kFacts;
  }
  if (rule == "term" || rule == "name") return Evidence::kNames;
  if (rule == "negation") return Evidence::kNegation;
  if (rule == "omission" || rule == "length") return Evidence::kOmission;
  if (rule == "addition") return Evidence::kAddition;
  if (rule == "untranslated") return Evidence::kUntranslated;
  if (rule == "repetition") return Evidence::kRepetition;
  return Evidence::kForm;
}

void gather_findings(std::span<const Finding> findings, Gathering& evidence) {
  constexpr std::array<double, 4> kGravity = {0, 0.5, 1, 1.5};
  constexpr double kMost = 3;
  for (const Finding& finding : findings) {
    double& value = evidence[kind_of(finding.rule)];
    value = std::min(
        value + kGravity[static_cast<std::size_t>(finding.severity)] * finding.confidence, kMost);
  }
}

}  // namespace

std::string_view name_of(Evidence evidence) {
  constexpr std::array<std::string_view, kEvidenceCount> kNames = {"likely",
                                                                   "least_likely",
                                                                   "least_likely_three",
                                                                   "least_likely_five",
                                                                   "unlikely_share",
                                                                   "fluency",
                                                                   "least_fluent",
                                                                   "target_ratio",
                                                                   "source_ratio",
                                                                   "source_worst",
                                                                   "target_unexplained",
                                                                   "source_unexplained",
                                                                   "target_odds",
                                                                   "source_odds",
                                                                   "target_run",
                                                                   "source_run",
                                                                   "names_unexplained",
                                                                   "rare_unexplained",
                                                                   "length",
                                                                   "length_off",
                                                                   "source_length",
                                                                   "repeated",
                                                                   "unknown",
                                                                   "source_unknown",
                                                                   "rarity",
                                                                   "rare_words",
                                                                   "variety",
                                                                   "repeated_two",
                                                                   "literal",
                                                                   "literal_target",
                                                                   "jumps",
                                                                   "backward",
                                                                   "sentences",
                                                                   "articles",
                                                                   "word_length",
                                                                   "function_words",
                                                                   "marks",
                                                                   "straight_quotes",
                                                                   "capitals",
                                                                   "least_likely_two",
                                                                   "name_count",
                                                                   "possessives",
                                                                   "target_odds_sum",
                                                                   "source_odds_sum",
                                                                   "target_odds_most",
                                                                   "source_odds_most",
                                                                   "target_odds_median",
                                                                   "target_mass",
                                                                   "target_lone",
                                                                   "source_lone",
                                                                   "target_surplus",
                                                                   "both_unexplained",
                                                                   "most_unexplained",
                                                                   "target_explained",
                                                                   "source_explained",
                                                                   "target_sure",
                                                                   "choice",
                                                                   "facts",
                                                                   "names",
                                                                   "negation",
                                                                   "omission",
                                                                   "addition",
                                                                   "untranslated",
                                                                   "repetition",
                                                                   "form"};
  return kNames[static_cast<std::size_t>(evidence)];
}

EvidenceVector evidence_of(const check::Passage& source, const check::Passage& target,
                           const check::Links& links, std::span<const Finding> findings,
                           const Resources& resources) {
  Gathering evidence;
  gather_likelihoods(source, target, links.target, resources, evidence);
  const auto target_ratios = ratios(target, links.target, source.units.size());
  const auto source_ratios = ratios(source, links.source, target.units.size());
  evidence[Evidence::kTargetRatio] = mean(target_ratios);
  evidence[Evidence::kSourceRatio] = mean(source_ratios);
  evidence[Evidence::kSourceWorst] = worst_window(source_ratios, 4);
  evidence[Evidence::kTargetUnexplained] = unexplained_share(target, links.target, 1);
  evidence[Evidence::kSourceUnexplained] = unexplained_share(source, links.source, 1);
  evidence[Evidence::kTargetOdds] = odds_per_unit(target, links.target);
  evidence[Evidence::kSourceOdds] = odds_per_unit(source, links.source);
  evidence[Evidence::kTargetRun] = likeliest_run(target, source, links.target, links.source);
  evidence[Evidence::kSourceRun] = likeliest_run(source, target, links.source, links.target);
  const bool english_source = source.language == Language::kEnglish;
  evidence[Evidence::kNamesUnexplained] = english_source ? names_unexplained(source, links.source)
                                                         : names_unexplained(target, links.target);
  evidence[Evidence::kRareUnexplained] = unexplained_share(source, links.source, kRareWord);
  const double deviation =
      check::length_deviation(check::comparable_length(source.text(), source.language),
                              check::comparable_length(target.text(), target.language));
  evidence[Evidence::kLength] = deviation;
  evidence[Evidence::kLengthOff] = std::abs(deviation);
  evidence[Evidence::kSourceLength] = std::log(double(source.units.size()) + 1);
  evidence[Evidence::kRepeated] = repeated_share(target);
  evidence[Evidence::kUnknown] = unknown_share(target);
  evidence[Evidence::kSourceUnknown] = unknown_share(source);
  evidence[Evidence::kLiteral] = literalness(source, links.source);
  evidence[Evidence::kLiteralTarget] = literalness(target, links.target);
  evidence[Evidence::kSentences] = std::abs(sentence_ends(source) - sentence_ends(target));
  gather_coverage(source, target, links, evidence);
  gather_order(target, links.target, source.units.size(), evidence);
  gather_style(target, links.target, evidence);
  gather_findings(findings, evidence);
  return evidence.values();
}

}  // namespace duizhao::score
