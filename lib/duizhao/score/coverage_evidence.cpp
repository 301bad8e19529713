#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "duizhao/pair/comparable_length.h"
#include "duizhao/pair/relatedness.h"
#include "duizhao/score/coverage.h"
#include "duizhao/score/evidence_collector.h"
#include "duizhao/score/inserted_words.h"
#include "duizhao/score/one_to_one.h"
#include "duizhao/text/utf8.h"

namespace duizhao::score {
namespace {

using pair::LinkedWord;
using pair::Passage;

/// p(word | a word of the other side), which has `others` words, by IBM Model 1.
double probability_given(const pair::LinkedWord& word, std::size_t others) {
  double sum = 0;
  for (const pair::Link& link : word.links) sum += link.from_other;
  return sum / double(others + 1);
}

/// Mean log-likelihood ratio of the content words, given the other side and not, cut off.
double mean_ratio(const Passage& passage, const std::vector<LinkedWord>& links,
                  std::size_t others) {
  constexpr double kBackground = 0.3;
  constexpr double kCap = 5;
  std::vector<double> ratios;
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (!is_content(passage.words[i], links[i])) continue;
    const double given = probability_given(links[i], others);
    const double ratio = given / std::max<double>(links[i].commonness, 1e-7);
    ratios.push_back(std::min(std::log(kBackground + (1 - kBackground) * ratio), kCap));
  }
  return mean(ratios);
}

/// Characters of the target's words that have a counterpart.
double rendered_by(const Passage& target, const std::vector<LinkedWord>& links) {
  const auto places = one_to_one_links(target, links);
  double rendered = 0;
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (!is_word(target.words[i]) || !places[i]) continue;
    rendered += double(text::count_code_points(target.words[i].span.in(target.document->text)));
  }
  return rendered;
}

/// What the language model says of the target's words.
struct Reading {
  double inserted = 0;   ///< odds of those of their own, a sum; of one that is hardly one, little
  double skip_gain = 0;  ///< what stands in the way of words that go together, a mean
  double flow = 0;       ///< how well function words follow those before them, a mean
};

/// `words` are those of the target, judged.
Reading reading_of(std::span<const InsertedWord> words) {
  constexpr double kHigher = 0.4;  // so that those that are nearly even count too
  constexpr double kMost = 4;      // nats that one word can say for the order or against it
  const auto of = [](const InsertedWord& word, InsertionEvidence evidence) {
    return word.evidence[static_cast<std::size_t>(evidence)];
  };
  Reading reading;
  std::vector<double> flow;
  for (const InsertedWord& word : words) {
    reading.inserted += std::log1p(std::exp(word.log_odds + kHigher));
    reading.skip_gain += std::max(of(word, InsertionEvidence::kSkipGain), 0.0);
    if (of(word, InsertionEvidence::kContent) != 0) continue;
    const double likelier =
        -of(word, InsertionEvidence::kSurprise) - of(word, InsertionEvidence::kCommonness);
    flow.push_back(std::clamp(likelier, -kMost, kMost));
  }
  reading.skip_gain /= double(words.size() + 1);
  reading.flow = mean(flow);
  return reading;
}

/// How much shorter the target is than its source lets expect; 0 where it is not.
double shortness(const Passage& source, const Passage& target) {
  constexpr double kUsual = 0.1;
  const double ratio = (pair::comparable_length(source.text(), source.language) + 1) /
                       (pair::comparable_length(target.text(), target.language) + 1);
  return std::max(std::log(ratio) - kUsual, 0.0);
}

}  // namespace

void gather_coverage(const Passage& source, const Passage& target, const pair::Links& links,
                     const pair::RelatedWords& related, const Resources& resources,
                     EvidenceCollector& evidence) {
  const Coverage of_source = coverage_of(source, links.source);
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  std::vector<InsertedWord> own;
  Reading reading{kNone, kNone, kNone};
  if (resources.language_model != nullptr) {
    own = inserted_words(source, target, links, related.target, *resources.language_model);
    reading = reading_of(own);
  }
  const Relation relation = relation_of(source, links.source, related.source);
  const double words = of_source.words + 1;
  evidence[Evidence::kSourceRatio] = mean_ratio(source, links.source, target.words.size());
  evidence[Evidence::kSourceFertility] = of_source.fertility;
  evidence[Evidence::kSourceUnexplained] =
      of_source.unexplained_mass / std::max(of_source.mass, 1.0);
  evidence[Evidence::kSourceUnrelated] = relation.unrelated / std::max(of_source.content, 1.0);
  evidence[Evidence::kSourceForeign] = relation.foreign_odds / words;
  evidence[Evidence::kSourceLone] = lone_missing_odds({source, links.source, related.source, {}},
                                                      {target, links.target, related.target, own}) /
                                    words;
  evidence[Evidence::kInsertedWords] = reading.inserted / words;
  evidence[Evidence::kSkipGain] = reading.skip_gain;
  evidence[Evidence::kFlow] = reading.flow;
  evidence[Evidence::kRendered] = rendered_by(target, links.target) / words;
  evidence[Evidence::kShortness] = shortness(source, target);
}

}  // namespace duizhao::score
