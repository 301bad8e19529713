#include "duizhao/score/put_in.h"

#include <cmath>

#include "duizhao/check/unit_odds.h"
#include "duizhao/score/coverage.h"

namespace duizhao::score {
namespace {

/// The constant, then what each piece of evidence adds to the log-odds.
using Weights = std::array<double, kPutInEvidenceCount + 1>;

constexpr Weights kIntoEnglish = {
#include "duizhao/score/put_in_en.inc"
};
constexpr Weights kIntoChinese = {
#include "duizhao/score/put_in_zh.inc"
};

}  // namespace

std::vector<WordOfItsOwn> words_of_their_own(const check::Passage& source,
                                             const check::Passage& target,
                                             const check::Links& links,
                                             std::span<const float> related,
                                             const model::LanguageModel& model) {
  const std::vector<float> likelihoods =
      model.scores(target.language, target.units, target.document->text);
  const std::vector<float> gains =
      model.in_the_way(target.language, target.units, target.document->text);
  const Coverage coverage = coverage_of(target, links.target);
  const double source_median = median_odds(source, links.source);
  const double target_median = median_odds(target, links.target);
  const Weights& weights = target.language == Language::kChinese ? kIntoChinese : kIntoEnglish;
  std::vector<WordOfItsOwn> words;
  for (std::size_t i = 0; i < target.units.size(); ++i) {
    if (!is_word(target.units[i])) continue;
    const check::LinkedUnit& linked = links.target[i];
    WordOfItsOwn word;
    word.unit = i;
    word.evidence = {check::missing_odds(target.units[i], linked, target.language),
                     related[i],
                     std::log(linked.commonness + 1e-8),
                     linked.known,
                     is_content(target.units[i], linked) ? 1.0 : 0.0,
                     -likelihoods[i],
                     gains[i],
                     coverage.unexplained / (coverage.content + 1),
                     target_median,
                     source_median};
    word.log_odds = weights[0];
    for (std::size_t k = 0; k < kPutInEvidenceCount; ++k) {
      word.log_odds += weights[k + 1] * word.evidence[k];
    }
    words.push_back(word);
  }
  return words;
}

}  // namespace duizhao::score
