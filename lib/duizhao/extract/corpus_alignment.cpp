#include "duizhao/extract/corpus_alignment.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>
#include <utility>

namespace duizhao::extract {
namespace {

using model::TranslationTable;

constexpr double kDiagonalTension = 3;
/// The corpora here are small, so the lexicon weighs more than in training.
constexpr double kPriorCount = 20;
constexpr float kNullProbability = 0.1F;
/// What a translation that the table does not have is worth beside the null word.
constexpr float kNullEmission = 1e-4F;

/// The lexicon's translations between the words that the corpus has.
TranslationTable dictionary(const CorpusSide& from, const CorpusSide& to, Language language,
                            const model::Lexicon& lexicon) {
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> to_forms;
  for (std::uint32_t form = 0; form < to.forms.size(); ++form) {
    if (to.lexicon_id[form] != model::kUnknownWord) to_forms[to.lexicon_id[form]].push_back(form);
  }
  std::unordered_map<std::string_view, std::uint32_t> same;
  for (std::uint32_t form = 0; form < to.forms.size(); ++form) same.emplace(to.forms[form], form);
  TranslationTable table(from.forms.size());
  for (std::uint32_t form = 0; form < from.forms.size(); ++form) {
    std::vector<std::pair<std::uint32_t, float>>& row = table[form];
    if (from.lexicon_id[form] != model::kUnknownWord) {
      for (const model::Translation& translation :
           lexicon.translations(language, from.lexicon_id[form])) {
        const auto found = to_forms.find(translation.id);
        if (found == to_forms.end()) continue;
        for (const std::uint32_t other : found->second) {
          row.emplace_back(other, translation.probability);
        }
      }
    }
    // Numbers and Latin words are their own translation.
    if (const auto found = same.find(from.forms[form]); found != same.end()) {
      row.emplace_back(found->second, 1.0F);
    }
    float sum = 0;
    for (const auto& [other, probability] : row) sum += probability;
    for (auto& [other, probability] : row) probability /= sum;
    std::sort(row.begin(), row.end(), [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
  }
  return table;
}

std::vector<std::uint32_t> forms_of(const std::vector<Word>& words) {
  std::vector<std::uint32_t> forms;
  forms.reserve(words.size());
  for (const Word& word : words) forms.push_back(word.form);
  return forms;
}

/// posterior[i][j]: that word j of `to` comes from word i of `from`.
std::vector<float> posteriors(const std::vector<Word>& from, const std::vector<Word>& to,
                              const TranslationTable& table) {
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> places;
  for (std::uint32_t j = 0; j < to.size(); ++j) places[to[j].form].push_back(j);
  std::vector<float> values(from.size() * to.size(), 0.0F);
  const auto relative = [](std::size_t index, std::size_t size) {
    return static_cast<double>(index) / static_cast<double>(size);
  };
  const auto prior = [&](std::size_t i, std::size_t j) {
    const double distance = relative(i, from.size()) - relative(j, to.size());
    return static_cast<float>(std::exp(-kDiagonalTension * std::abs(distance)));
  };
  for (std::uint32_t i = 0; i < from.size(); ++i) {
    for (const auto& [form, probability] : table[from[i].form]) {
      const auto found = places.find(form);
      if (found == places.end()) continue;
      for (const std::uint32_t j : found->second) {
        values[i * to.size() + j] = probability * prior(i, j);
      }
    }
  }
  for (std::size_t j = 0; j < to.size(); ++j) {
    float priors = 0;
    float sum = 0;
    for (std::size_t i = 0; i < from.size(); ++i) {
      priors += prior(i, j);
      sum += values[i * to.size() + j];
    }
    // The null word takes its share, in words in which the priors add up to one.
    sum += kNullProbability / (1 - kNullProbability) * kNullEmission * priors;
    for (std::size_t i = 0; i < from.size(); ++i) values[i * to.size() + j] /= sum;
  }
  return values;
}

}  // namespace

CorpusAlignment::CorpusAlignment(const Corpus& corpus, const model::Lexicon& lexicon)
    : corpus_(corpus) {
  model::IdCorpus ids;
  for (std::size_t p = 0; p < corpus.pairs.size(); ++p) {
    ids.add(forms_of(corpus.english.words[p]), forms_of(corpus.chinese.words[p]));
  }
  model::WordAlignmentOptions options;
  options.min_explained = -std::numeric_limits<double>::infinity();
  options.diagonal_tension = kDiagonalTension;
  options.null_probability = kNullProbability;
  options.prior_count = kPriorCount;
  model::WordAlignment aligned =
      model::align_words(ids, corpus.english.forms.size(), corpus.chinese.forms.size(),
                         {dictionary(corpus.english, corpus.chinese, Language::kEnglish, lexicon),
                          dictionary(corpus.chinese, corpus.english, Language::kChinese, lexicon)},
                         options);
  to_chinese_ = std::move(aligned.to_target);
  to_english_ = std::move(aligned.to_source);
}

LinkMatrix CorpusAlignment::links(std::size_t pair) const {
  const std::vector<Word>& english = corpus_.english.words[pair];
  const std::vector<Word>& chinese = corpus_.chinese.words[pair];
  LinkMatrix matrix(english.size(), chinese.size());
  if (english.empty() || chinese.empty()) return matrix;
  const std::vector<float> forward = posteriors(english, chinese, to_chinese_);
  const std::vector<float> backward = posteriors(chinese, english, to_english_);
  for (std::size_t i = 0; i < english.size(); ++i) {
    for (std::size_t j = 0; j < chinese.size(); ++j) {
      matrix.at(i, j) =
          std::sqrt(forward[i * chinese.size() + j] * backward[j * english.size() + i]);
    }
  }
  return matrix;
}

}  // namespace duizhao::extract
