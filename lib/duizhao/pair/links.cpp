#include "duizhao/pair/links.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <utility>

namespace duizhao::pair {
namespace {

using model::kUnknownWord;
using model::Lexicon;
using model::Word;
using text::TokenKind;

/// Probability that a name or a number stands in the translation as it stands here.
constexpr float kIdentical = 0.8F;

/// Commonness of a number, which the vocabulary does not list.
constexpr float kNumberProbability = 1e-3F;

/// Which words of a side have some number: a table of the first such word, and the way from each
/// word to the next one of the same number. Most numbers that are asked for are not there, so a
/// small filter is asked first.
class Places {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  explicit Places(std::size_t words)
      : slots_(std::bit_ceil(2 * words + 2)), next_(words, kNone), mask_(slots_.size() - 1) {}

  /// Words are entered from the last to the first.
  void enter(std::uint32_t word, std::uint64_t number) {
    const std::size_t at = slot_of(number);
    next_[word] = slots_[at].first;
    slots_[at] = {number, word};
    const std::size_t bit = bit_of(number);
    filter_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }

  /// kNone where no word has the number.
  [[nodiscard]] std::uint32_t first(std::uint64_t number) const {
    const std::size_t bit = bit_of(number);
    if ((filter_[bit / 64] >> (bit % 64) & 1U) == 0) return kNone;
    return slots_[slot_of(number)].first;
  }
  [[nodiscard]] std::uint32_t next(std::uint32_t word) const { return next_[word]; }

 private:
  struct Slot {
    std::uint64_t number = 0;
    std::uint32_t first = kNone;
  };
  static constexpr std::size_t kFilterBits = 2048;

  static std::uint64_t mixed(std::uint64_t number) { return number * 0x9E3779B97F4A7C15ULL; }
  static std::size_t bit_of(std::uint64_t number) { return number % kFilterBits; }

  /// The slot of a number, or the empty one where it belongs.
  [[nodiscard]] std::size_t slot_of(std::uint64_t number) const {
    std::size_t at = mixed(number) >> 20U & mask_;
    while (slots_[at].first != kNone && slots_[at].number != number) at = (at + 1) & mask_;
    return at;
  }

  std::array<std::uint64_t, kFilterBits / 64> filter_{};
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> next_;
  std::size_t mask_;
};

bool has_translations(const Word& word) {
  return word.id != kUnknownWord && word.kind != TokenKind::kPunctuation;
}

Places places_by_id(std::span<const Word> words) {
  Places places(words.size());
  for (auto i = static_cast<std::uint32_t>(words.size()); i-- > 0;) {
    if (has_translations(words[i])) places.enter(i, words[i].id);
  }
  return places;
}

/// Whether the same word on the other side may be its counterpart as it is written.
bool may_be_kept(const Word& word) {
  return word.kind == TokenKind::kWord || word.kind == TokenKind::kNumber;
}

/// A word of each side, with what tells that they translate each other.
struct Pair {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  float to_target = 0;  ///< p(target | source)
  float to_source = 0;  ///< p(source | target)
};

/// Gathers the pairs of words, from what each of them tells of the other.
class Pairing {
 public:
  Pairing(std::span<const Word> source, Language source_language, std::span<const Word> target,
          Language target_language, const Lexicon& lexicon)
      : words_{source, target},
        languages_{source_language, target_language},
        places_{places_by_id(source), places_by_id(target)},
        lexicon_(lexicon) {
    constexpr std::size_t kUsually = 8;  // pairs of a word
    pairs_.reserve(kUsually * std::max(source.size(), target.size()));
  }

  /// Enters p(other | word) for every word of a side, 0 for the source, and what is known of each.
  void enter_translations(std::size_t side, std::vector<LinkedWord>& linked) {
    const std::span<const Word> words = words_[side];
    const Places& own = places_[side];
    // Fetched from memory all at once, and then read. A word that stands there several times is
    // looked up once.
    std::vector<std::pair<std::uint32_t, model::Translations>> listed;
    listed.reserve(words.size());
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      if (!has_translations(words[i]) || own.first(words[i].id) != i) continue;
      listed.emplace_back(i, lexicon_.translations(languages_[side], words[i].id));
      listed.back().second.prefetch();
    }
    for (const auto& [i, translations] : listed) {
      for (const model::Translation& translation : translations) {
        enter(side, i, translation.id, translation.probability, 0);
      }
      const float known = lexicon_.listed(languages_[side], words[i].id);
      for (std::uint32_t here = i; here != Places::kNone; here = own.next(here)) {
        linked[here].known = std::min(known, 1.0F);
      }
    }
  }

  /// What the pieces of English words that the lexicon lacks tell of their translations. Nothing is
  /// entered as known of them: their absence is no evidence.
  void enter_guesses(std::string_view text) {
    const std::size_t english = languages_[0] == Language::kEnglish ? 0 : 1;
    const float rare = lexicon_.probability(Language::kEnglish, kUnknownWord);
    for (std::uint32_t here = 0; here < words_[english].size(); ++here) {
      const Word& word = words_[english][here];
      if (word.id != kUnknownWord || word.kind != TokenKind::kWord) continue;
      for (const auto& [id, probability] : lexicon_.guesses(word.span.in(text))) {
        // By Bayes's theorem, what the guess says the other way round.
        const float back =
            std::min(1.0F, probability * rare / lexicon_.probability(Language::kChinese, id));
        enter(english, here, id, probability, back);
      }
    }
  }

  void enter_identical() {
    Places forms(words_[1].size());
    for (auto t = static_cast<std::uint32_t>(words_[1].size()); t-- > 0;) {
      if (may_be_kept(words_[1][t])) forms.enter(t, words_[1][t].form_hash);
    }
    for (std::uint32_t s = 0; s < words_[0].size(); ++s) {
      if (!may_be_kept(words_[0][s])) continue;
      for (std::uint32_t t = forms.first(words_[0][s].form_hash); t != Places::kNone;
           t = forms.next(t)) {
        pairs_.push_back({s, t, kIdentical, kIdentical});
      }
    }
  }

  /// Each pair of words once, with all that tells of it, by source and then by target word.
  [[nodiscard]] std::vector<Pair> pairs() const {
    std::vector<std::size_t> ends(words_[0].size() + 1, 0);
    for (const Pair& pair : pairs_) ++ends[pair.source + 1];
    for (std::size_t s = 1; s < ends.size(); ++s) ends[s] += ends[s - 1];
    std::vector<Pair> sorted(pairs_.size());
    for (const Pair& pair : pairs_) sorted[ends[pair.source]++] = pair;
    auto out = sorted.begin();
    for (std::size_t s = 0, begin = 0; s < words_[0].size(); begin = ends[s], ++s) {
      const auto first = sorted.begin() + static_cast<std::ptrdiff_t>(begin);
      const auto last = sorted.begin() + static_cast<std::ptrdiff_t>(ends[s]);
      std::sort(first, last, [](const Pair& a, const Pair& b) { return a.target < b.target; });
      for (auto pair = first; pair != last; ++pair) {
        const bool again = pair != first && std::prev(out)->target == pair->target;
        if (!again) {
          *out++ = *pair;
          continue;
        }
        Pair& known = *std::prev(out);
        known.to_target = std::max(known.to_target, pair->to_target);
        known.to_source = std::max(known.to_source, pair->to_source);
      }
    }
    sorted.erase(out, sorted.end());
    return sorted;
  }

 private:
  /// All places of the word of which `first` is one, with all places of `id` on the other side.
  void enter(std::size_t side, std::uint32_t first, std::uint32_t id, float to_other,
             float from_other) {
    const Places& others = places_[1 - side];
    for (std::uint32_t there = others.first(id); there != Places::kNone;
         there = others.next(there)) {
      for (std::uint32_t here = first; here != Places::kNone; here = places_[side].next(here)) {
        if (side == 0) {
          pairs_.push_back({here, there, to_other, from_other});
        } else {
          pairs_.push_back({there, here, from_other, to_other});
        }
      }
    }
  }

  std::array<std::span<const Word>, 2> words_;
  std::array<Language, 2> languages_;
  std::array<Places, 2> places_;
  const Lexicon& lexicon_;
  std::vector<Pair> pairs_;
};

/// The links of both sides out of the pairs, by the other word.
void enter_links(std::span<const Pair> pairs, Links& links) {
  links.all.resize(2 * pairs.size());
  const std::span<Link> all = links.all;
  std::size_t end = 0;
  for (std::size_t first = 0; first < pairs.size(); first = end) {
    for (end = first; end < pairs.size() && pairs[end].source == pairs[first].source; ++end) {
      all[end] = {pairs[end].target, pairs[end].to_source, pairs[end].to_target};
    }
    links.source[pairs[first].source].links = all.subspan(first, end - first);
  }
  std::vector<std::size_t> ends(links.target.size() + 1, 0);
  for (const Pair& pair : pairs) ++ends[pair.target + 1];
  for (std::size_t t = 1; t < ends.size(); ++t) ends[t] += ends[t - 1];
  for (std::size_t t = 0; t < links.target.size(); ++t) {
    links.target[t].links = all.subspan(pairs.size() + ends[t], ends[t + 1] - ends[t]);
  }
  for (const Pair& pair : pairs) {
    all[pairs.size() + ends[pair.target]++] = {pair.source, pair.to_target, pair.to_source};
  }
}

void enter_commonness(std::span<const Word> words, Language language, const Lexicon& lexicon,
                      std::vector<LinkedWord>& linked) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool number = words[i].kind == TokenKind::kNumber && words[i].id == kUnknownWord;
    linked[i].commonness = number ? kNumberProbability : lexicon.probability(language, words[i].id);
  }
}

/// Fills in what of each word of `side` the other side explains, and the fertilities that this
/// gives the words of the other side.
void explain(std::vector<LinkedWord>& side, std::vector<LinkedWord>& others) {
  const auto size = static_cast<float>(others.size() + 1);
  for (LinkedWord& word : side) {
    float sum = 0;
    for (const Link& link : word.links) sum += link.from_other;
    const float total = sum + size * word.commonness;
    if (total <= 0) continue;
    word.explained = sum / total;
    for (const Link& link : word.links) others[link.other].fertility += link.from_other / total;
  }
}

/// The best first.
void sort_links(std::span<const LinkedWord> side, std::vector<Link>& all) {
  for (const LinkedWord& word : side) {
    if (word.links.size() < 2) continue;
    Link* const first = all.data() + (word.links.data() - all.data());
    std::sort(first, first + word.links.size(), [](const Link& a, const Link& b) {
      const float left = a.from_other + a.to_other;
      const float right = b.from_other + b.to_other;
      return left != right ? left > right : a.other < b.other;
    });
  }
}

}  // namespace

Links link_words(std::span<const Word> source, Language source_language,
                 std::span<const Word> target, Language target_language, const Lexicon& lexicon,
                 std::string_view english) {
  Links links;
  links.source.resize(source.size());
  links.target.resize(target.size());
  Pairing pairing(source, source_language, target, target_language, lexicon);
  pairing.enter_translations(0, links.source);
  pairing.enter_translations(1, links.target);
  // Of two texts in one language neither is the English one.
  if (!english.empty() && source_language != target_language) pairing.enter_guesses(english);
  pairing.enter_identical();
  enter_links(pairing.pairs(), links);
  enter_commonness(source, source_language, lexicon, links.source);
  enter_commonness(target, target_language, lexicon, links.target);
  explain(links.source, links.target);
  explain(links.target, links.source);
  sort_links(links.source, links.all);
  sort_links(links.target, links.all);
  return links;
}

}  // namespace duizhao::pair
