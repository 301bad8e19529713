#include "duizhao/score/inserted_words.h"

#include <cmath>

#include "duizhao/pair/missing_odds.h"
#include "duizhao/score/coverage.h"

namespace duizhao::score {

static_assert(kInsertionEvidenceCount + 1 == model::kInsertedWordWeights);

std::vector<InsertedWord> inserted_words(const pair::Passage& source, const pair::Passage& target,
                                         const pair::Links& links, std::span<const float> related,
                                         const model::LanguageModel& model) {
  const std::vector<float> likelihoods = model.scores(target.language, target.words);
  const std::vector<float> gains = model.skip_gain(target.language, target.words, likelihoods);
  const Coverage coverage = coverage_of(target, links.target);
  const double source_median = median_odds(source, links.source);
  const double target_median = median_odds(target, links.target);
  const auto& weights = target.weights->inserted_words.of(target.language);
  std::vector<InsertedWord> words;
  for (std::size_t i = 0; i < target.words.size(); ++i) {
    if (!is_word(target.words[i])) continue;
    const pair::LinkedWord& linked = links.target[i];
    InsertedWord word;
    word.word = i;
    word.evidence = {pair::missing_odds(target, i, linked),
                     related[i],
                     std::log(linked.commonness + 1e-8),
                     linked.known,
                     is_content(target.words[i], linked) ? 1.0 : 0.0,
                     -likelihoods[i],
                     gains[i],
                     coverage.unexplained / (coverage.content + 1),
                     target_median,
                     source_median};
    word.log_odds = weights[0];
    for (std::size_t k = 0; k < kInsertionEvidenceCount; ++k) {
      word.log_odds += weights[k + 1] * word.evidence[k];
    }
    words.push_back(word);
  }
  return words;
}

}  // namespace duizhao::score
