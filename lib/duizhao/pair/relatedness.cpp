#include "duizhao/pair/relatedness.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "duizhao/text/utf8.h"

namespace duizhao::pair {
namespace {

using model::Lexicon;
using model::Word;

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
         !lexicon.is_function_word(language, word.id);
}

std::vector<const Word*> with_meaning(std::span<const Word> words, Language language,
                                      const Lexicon& lexicon) {
  std::vector<const Word*> meant;
  meant.reserve(words.size());
  for (const Word& word : words) {
    if (carries_meaning(word, language, lexicon)) meant.push_back(&word);
  }
  return meant;
}

template <typename Use>
void for_translations(const Lexicon& lexicon, Language language, std::uint32_t id, Use&& use) {
  std::size_t seen = 0;
  for (const model::Translation& translation : lexicon.translations(language, id)) {
    if (++seen > kWidth || translation.probability < kLeast) return;
    use(translation.id, translation.probability);
  }
}

/// For the words that are asked about, the probability of the likeliest walk of two steps that
/// leads to each. An open table, for a walk meets thousands of words and few of them are asked for;
/// a filter says so of most.
class Reached {
 public:
  /// `most`: how many ids will be asked about, at the most.
  explicit Reached(std::size_t most) : slots_(std::bit_ceil(2 * most + 2)) {}

  void ask(std::uint32_t id) {
    std::size_t at = slot_of(id);
    while (slots_[at].taken && slots_[at].id != id) at = (at + 1) & (slots_.size() - 1);
    slots_[at].id = id;
    slots_[at].taken = true;
    filter_[bit_of(id) / 64] |= std::uint64_t{1} << (bit_of(id) % 64);
  }
  void lead_to(std::uint32_t id, float probability) {
    if ((filter_[bit_of(id) / 64] >> (bit_of(id) % 64) & 1U) == 0) return;
    Slot* slot = find(id);
    if (slot != nullptr) slot->probability = std::max(slot->probability, probability);
  }
  [[nodiscard]] float operator[](std::uint32_t id) {
    const Slot* slot = find(id);
    return slot == nullptr ? 0 : slot->probability;
  }

 private:
  struct Slot {
    std::uint32_t id = 0;
    float probability = 0;
    bool taken = false;
  };
  static std::uint32_t mixed(std::uint32_t id) { return id * 0x9E3779B1U; }
  static std::size_t bit_of(std::uint32_t id) { return id % kFilterBits; }
  [[nodiscard]] std::size_t slot_of(std::uint32_t id) const {
    return mixed(id) >> 8U & (slots_.size() - 1);
  }
  [[nodiscard]] Slot* find(std::uint32_t id) {
    for (std::size_t at = slot_of(id); slots_[at].taken; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].id == id) return &slots_[at];
    }
    return nullptr;
  }
  static constexpr std::size_t kFilterBits = 8192;
  std::array<std::uint64_t, kFilterBits / 64> filter_{};
  std::vector<Slot> slots_;
};

/// The Han characters of a word.
template <typename Use>
void for_characters(std::string_view word, Use&& use) {
  for (std::size_t i = 0; i < word.size();) {
    const char32_t c = text::next_code_point(word, i);
    if (c > 0x7FF) use(c);
  }
}

class Characters {
 public:
  void add(std::string_view word) {
    for_characters(word, [&](char32_t c) {
      if (c <= 0xFFFF) {
        seen_[c / 64] |= std::uint64_t{1} << (c % 64);
      } else {
        rare_.push_back(c);
      }
    });
  }
  /// Share of the characters of a word that are among these. One character says less.
  [[nodiscard]] float share(std::string_view word) const {
    constexpr float kOneCharacter = 0.6F;
    float all = 0;
    float shared = 0;
    for_characters(word, [&](char32_t c) {
      ++all;
      shared += has(c) ? 1.0F : 0.0F;
    });
    return all == 0 ? 0 : all == 1 ? shared * kOneCharacter : shared / all;
  }

 private:
  [[nodiscard]] bool has(char32_t c) const {
    if (c <= 0xFFFF) return (seen_[c / 64] >> (c % 64) & 1U) != 0;
    return std::find(rare_.begin(), rare_.end(), c) != rare_.end();
  }

  std::array<std::uint64_t, 0x10000 / 64> seen_{};  ///< a bit for each
  std::vector<char32_t> rare_;
};

}  // namespace

std::vector<float> relatedness(std::span<const Word> words, Language language,
                               std::span<const Word> others, Language other_language,
                               const Lexicon& lexicon) {
  const std::vector<const Word*> meant = with_meaning(words, language, lexicon);
  const std::vector<const Word*> meant_there = with_meaning(others, other_language, lexicon);
  Reached reached(meant.size() * kWidth);
  for (const Word* word : meant) {
    for_translations(lexicon, language, word->id,
                     [&](std::uint32_t id, float /*p*/) { reached.ask(id); });
  }
  // Fetched from memory all at once, and then read.
  std::vector<std::span<const model::Translation>> walks;
  walks.reserve(meant_there.size());
  for (const Word* other : meant_there) {
    walks.push_back(lexicon.near_words(other_language, other->id));
    __builtin_prefetch(walks.back().data());
  }
  for (const std::span<const model::Translation> walk : walks) {
    for (const model::Translation& near : walk) reached.lead_to(near.id, near.probability);
  }
  const bool chinese = language == Language::kChinese;
  Characters characters;
  for (const Word* other : meant_there) {
    if (!chinese) {
      characters.add(lexicon.form(other_language, other->id));
      continue;
    }
    for_translations(lexicon, other_language, other->id, [&](std::uint32_t id, float /*p*/) {
      if (!lexicon.is_function_word(language, id)) characters.add(lexicon.form(language, id));
    });
  }
  std::vector<float> related(words.size());
  for (const Word* word : meant) {
    float walk = 0;
    float shared = chinese ? characters.share(lexicon.form(language, word->id)) : 0;
    for_translations(lexicon, language, word->id, [&](std::uint32_t id, float probability) {
      walk = std::max(walk, reached[id] * probability);
      // The share is 1 at most.
      const float listed = chinese ? 0 : std::min(1.0F, std::sqrt(probability * 10));
      if (listed <= shared || lexicon.is_function_word(other_language, id)) return;
      shared = std::max(shared, listed * characters.share(lexicon.form(other_language, id)));
    });
    related[static_cast<std::size_t>(word - words.data())] =
        kWalk * std::log1p(walk / kChanceWalk) + kSharedCharacters * shared;
  }
  return related;
}

RelatedWords related_words(const Passage& source, const Passage& target, const Lexicon& lexicon) {
  return {relatedness(source.words, source.language, target.words, target.language, lexicon),
          relatedness(target.words, target.language, source.words, source.language, lexicon)};
}

}  // namespace duizhao::pair
