#include "duizhao/model/pieces.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "duizhao/text/subwords.h"

namespace duizhao::model {
namespace {

/// Texts that pieces are learned from; more change little, and cost memory and time.
constexpr std::size_t kMostTexts = 200'000;
constexpr std::size_t kFewestTexts = 1000;
constexpr std::size_t kFewestPieces = 16;

/// What a piece says of a translation below this share of its words is chance; neither more than
/// so many translations are of use.
constexpr float kLeastShare = 0.01F;
constexpr std::size_t kMostTranslations = 24;

/// Translations of a word that are less likely are left out of the mean.
constexpr float kLeastProbability = 0.02F;

}  // namespace

std::string train_pieces(const std::function<bool(std::string&)>& next, std::size_t size) {
  std::vector<std::string> texts;
  for (std::string text; next(text); text.clear()) texts.push_back(text);
  for (; size >= kFewestPieces && texts.size() >= kFewestTexts; size /= 2) {
    std::size_t number = 0;
    const auto trained = text::train_subwords(
        [&](std::string& text) {
          if (number == texts.size()) return false;
          text = texts[number++];
          return true;
        },
        {.vocabulary_size = size, .most_texts = kMostTexts});
    if (trained) return *trained;
  }
  return {};
}

Result<TranslationTable> piece_translations(std::string_view pieces, const VocabularyData& english,
                                            const TranslationTable& to_chinese) {
  const auto subwords = text::Subwords::load(pieces);
  if (!subwords) return tl::unexpected(subwords.error());
  std::vector<std::unordered_map<std::uint32_t, double>> sums(subwords->size());
  std::vector<double> weights(subwords->size(), 0);
  const std::size_t words = std::min(english.words.size(), to_chinese.size());
  for (std::size_t w = 0; w < words; ++w) {
    const double weight = std::sqrt(english.probabilities[w]);
    for (const text::Subword& piece : subwords->encode(english.words[w])) {
      if (piece.id == 0 || piece.span.size() < kShortestMeaning) continue;
      weights[piece.id] += weight;
      for (const auto& [translation, probability] : to_chinese[w]) {
        if (probability >= kLeastProbability) {
          sums[piece.id][translation] += weight * probability;
        }
      }
    }
  }
  TranslationTable table(subwords->size());
  for (std::size_t p = 0; p < table.size(); ++p) {
    auto& row = table[p];
    for (const auto& [translation, sum] : sums[p]) {
      const auto share = static_cast<float>(sum / weights[p]);
      if (share >= kLeastShare) row.emplace_back(translation, share);
    }
    std::sort(row.begin(), row.end(), [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    if (row.size() > kMostTranslations) row.resize(kMostTranslations);
  }
  return table;
}

}  // namespace duizhao::model
