#include "duizhao/model/dictionary_prior.h"

#include <algorithm>
#include <map>
#include <unordered_set>
#include <utility>

#include "duizhao/model/english_form.h"

namespace duizhao::model {
namespace {

TranslationTable normalised_rows(const std::vector<std::map<std::uint32_t, float>>& rows) {
  constexpr std::size_t kMost = 200;
  TranslationTable table(rows.size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    auto& row = table[r];
    row.assign(rows[r].begin(), rows[r].end());
    std::stable_sort(row.begin(), row.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    if (row.size() > kMost) row.resize(kMost);
    float total = 0;
    for (const auto& [id, weight] : row) total += weight;
    for (auto& [id, weight] : row) weight /= total;
  }
  return table;
}

}  // namespace

WordPriors dictionary_priors(const std::vector<DictionaryEntry>& entries,
                             const TrainingCorpus& corpus, const HanFolding& folding) {
  std::vector<std::map<std::uint32_t, float>> to_english(corpus.chinese.size());
  std::vector<std::map<std::uint32_t, float>> to_chinese(corpus.english.size());
  EnglishForms forms;
  for (const DictionaryEntry& entry : entries) {
    std::unordered_set<std::uint32_t> heads;
    for (const std::string& headword : entry.headwords) {
      const std::uint32_t id = corpus.chinese.find(folding.folded(headword));
      if (id != Numbering::kUnknown) heads.insert(id);
    }
    for (const Gloss& gloss : entry.glosses) {
      std::vector<std::pair<std::uint32_t, float>> words;
      float total = 0;
      for (const GlossWord& word : gloss) {
        const std::uint32_t id = corpus.english.find(forms.form_of(word.word));
        if (id == Numbering::kUnknown) continue;
        const float rarity = 1 / (1 + 2000 * corpus.english_probabilities[id]);
        words.emplace_back(id, word.weight * rarity);
        total += word.weight * rarity;
      }
      for (const auto& [id, weight] : words) {
        for (const std::uint32_t head : heads) {
          to_english[head][id] += weight / total;
          // A long gloss explains; only a short one is a translation that works backwards.
          to_chinese[id][head] += weight / total / static_cast<float>(words.size());
        }
      }
    }
  }
  return {normalised_rows(to_english), normalised_rows(to_chinese)};
}

}  // namespace duizhao::model
