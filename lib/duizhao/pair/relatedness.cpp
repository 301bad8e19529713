#include "duizhao/pair/relatedness.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace duizhao::pair {
namespace {

using model::Lexicon;
using model::Word;

/// Words this common relate everything to everything.
constexpr float kCommon = 2e-3F;

/// Translations that a walk follows at either end: the likeliest, as far as they are likely at all.
constexpr std::size_t kWidth = 12;
constexpr float kLeast = 0.01F;

/// What a walk of this probability and a whole word of common characters say, in nats. Fitted on
/// words put into translations of tico19 and the best ones of newstest2020.
constexpr float kChanceWalk = 1e-4F;
constexpr float kWalk = 0.45F;
constexpr float kSharedCharacters = 1.6F;

bool carries_meaning(const Word& word, Language language, const Lexicon& lexicon) {
  return word.id != model::kUnknownWord && word.kind != text::TokenKind::kPunctuation &&
         lexicon.probability(language, word.id) < kCommon;
}

template <typename Use>
void for_translations(const Lexicon& lexicon, Language language, std::uint32_t id, Use&& use) {
  std::size_t seen = 0;
  for (const model::Translation& translation : lexicon.translations(language, id)) {
    if (++seen > kWidth || translation.probability < kLeast) return;
    use(translation.id, translation.probability);
  }
}

/// A walk over two words that is less likely than this leads nowhere.
constexpr float kLeastReach = 2e-3F;

/// Words of the other side's language that two steps lead to from there, with the probability of
/// the likeliest way, by number.
std::vector<model::Translation> reach(std::span<const Word> others, Language language,
                                      Language between, const Lexicon& lexicon) {
  std::vector<model::Translation> reached;
  for (const Word& other : others) {
    if (!carries_meaning(other, language, lexicon)) continue;
    for_translations(lexicon, language, other.id, [&](std::uint32_t middle, float first) {
      if (lexicon.probability(between, middle) >= kCommon) return;
      for (const model::Translation& end : lexicon.translations(between, middle)) {
        const float probability = first * end.probability;
        if (probability < kLeastReach) return;  // the likeliest come first
        reached.push_back({end.id, probability});
      }
    });
  }
  std::sort(reached.begin(), reached.end(), [](const auto& a, const auto& b) {
    return a.id != b.id ? a.id < b.id : a.probability > b.probability;
  });
  const auto same = [](const auto& a, const auto& b) { return a.id == b.id; };
  reached.erase(std::unique(reached.begin(), reached.end(), same), reached.end());
  return reached;
}

float probability_of(std::uint32_t id, const std::vector<model::Translation>& reached) {
  const auto found =
      std::lower_bound(reached.begin(), reached.end(), id,
                       [](const model::Translation& a, std::uint32_t b) { return a.id < b; });
  return found != reached.end() && found->id == id ? found->probability : 0;
}

/// The Han characters of a word, as numbers that tell them apart.
template <typename Use>
void for_characters(std::string_view word, Use&& use) {
  std::uint32_t packed = 0;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    const bool continues = (byte & 0xC0U) == 0x80U;
    if (!continues && packed > 0xFFFF) use(packed);
    packed = continues ? packed << 8U | byte : byte;
  }
  if (packed > 0xFFFF) use(packed);
}

class Characters {
 public:
  void add(std::string_view word) {
    for_characters(word, [&](std::uint32_t c) { seen_.push_back(c); });
  }
  void done() {
    std::sort(seen_.begin(), seen_.end());
    seen_.erase(std::unique(seen_.begin(), seen_.end()), seen_.end());
  }
  /// Share of the characters of a word that are among these. One character says less.
  [[nodiscard]] float share(std::string_view word) const {
    constexpr float kOneCharacter = 0.6F;
    float all = 0;
    float shared = 0;
    for_characters(word, [&](std::uint32_t c) {
      ++all;
      shared += std::binary_search(seen_.begin(), seen_.end(), c) ? 1.0F : 0.0F;
    });
    return all == 0 ? 0 : all == 1 ? shared * kOneCharacter : shared / all;
  }

 private:
  std::vector<std::uint32_t> seen_;
};

}  // namespace

std::vector<float> relatedness(std::span<const Word> words, Language language,
                               std::span<const Word> others, Language other_language,
                               const Lexicon& lexicon) {
  const auto reached = reach(others, other_language, language, lexicon);
  const bool chinese = language == Language::kChinese;
  Characters characters;
  for (const Word& other : others) {
    if (!carries_meaning(other, other_language, lexicon)) continue;
    if (!chinese) {
      characters.add(lexicon.form(other_language, other.id));
      continue;
    }
    for_translations(lexicon, other_language, other.id, [&](std::uint32_t id, float /*p*/) {
      if (lexicon.probability(language, id) < kCommon) characters.add(lexicon.form(language, id));
    });
  }
  characters.done();
  std::vector<float> related(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!carries_meaning(words[i], language, lexicon)) continue;
    float walk = 0;
    float shared = chinese ? characters.share(lexicon.form(language, words[i].id)) : 0;
    for_translations(lexicon, language, words[i].id, [&](std::uint32_t id, float probability) {
      walk = std::max(walk, probability_of(id, reached) * probability);
      if (chinese || lexicon.probability(other_language, id) >= kCommon) return;
      const float listed = std::min(1.0F, std::sqrt(probability * 10));
      shared = std::max(shared, listed * characters.share(lexicon.form(other_language, id)));
    });
    related[i] = kWalk * std::log1p(walk / kChanceWalk) + kSharedCharacters * shared;
  }
  return related;
}

}  // namespace duizhao::pair
