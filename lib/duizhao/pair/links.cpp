#include "duizhao/pair/links.h"

#include <algorithm>
#include <unordered_map>

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

using Positions = std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>;

Positions positions_of(std::span<const Word> words) {
  Positions positions;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    if (words[i].id != kUnknownWord && words[i].kind != TokenKind::kPunctuation) {
      positions[words[i].id].push_back(i);
    }
  }
  return positions;
}

Link& link_to(LinkedWord& word, std::uint32_t other) {
  for (Link& link : word.links) {
    if (link.other == other) return link;
  }
  return word.links.emplace_back(Link{other, 0, 0});
}

/// Enters p(other | word) for every word of `words` on both sides.
void enter_translations(std::span<const Word> words, Language language, const Positions& others,
                        const Lexicon& lexicon, std::vector<LinkedWord>& from,
                        std::vector<LinkedWord>& to) {
  const Positions own = positions_of(words);
  for (const auto& [id, places] : own) {
    float known = 0;
    for (const model::Translation& translation : lexicon.translations(language, id)) {
      known += translation.probability;
      const auto found = others.find(translation.id);
      if (found == others.end()) continue;
      for (const std::uint32_t here : places) {
        for (const std::uint32_t there : found->second) {
          link_to(from[here], there).to_other = translation.probability;
          link_to(to[there], here).from_other = translation.probability;
        }
      }
    }
    for (const std::uint32_t here : places) from[here].known = std::min(known, 1.0F);
  }
}

/// What the pieces of English words that the lexicon lacks tell of their translations. Nothing is
/// entered as known of them: their absence is no evidence.
void enter_guesses(std::span<const Word> english, const Positions& chinese, std::string_view text,
                   const Lexicon& lexicon, std::vector<LinkedWord>& from,
                   std::vector<LinkedWord>& to) {
  for (std::uint32_t here = 0; here < english.size(); ++here) {
    if (english[here].id != kUnknownWord || english[here].kind != TokenKind::kWord) continue;
    const float rare = lexicon.probability(Language::kEnglish, kUnknownWord);
    for (const auto& [id, probability] : lexicon.guesses(english[here].span.in(text))) {
      const auto found = chinese.find(id);
      if (found == chinese.end()) continue;
      // By Bayes's theorem, what the guess says the other way round.
      const float back =
          std::min(1.0F, probability * rare / lexicon.probability(Language::kChinese, id));
      for (const std::uint32_t there : found->second) {
        Link& link = link_to(from[here], there);
        link.to_other = probability;
        link.from_other = back;
        Link& reverse = link_to(to[there], here);
        reverse.from_other = probability;
        reverse.to_other = back;
      }
    }
  }
}

void enter_identical(std::span<const Word> source, std::span<const Word> target, Links& links) {
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_form;
  for (std::uint32_t t = 0; t < target.size(); ++t) {
    if (target[t].kind == TokenKind::kWord || target[t].kind == TokenKind::kNumber) {
      by_form[target[t].form_hash].push_back(t);
    }
  }
  for (std::uint32_t s = 0; s < source.size(); ++s) {
    if (source[s].kind != TokenKind::kWord && source[s].kind != TokenKind::kNumber) continue;
    const auto found = by_form.find(source[s].form_hash);
    if (found == by_form.end()) continue;
    for (const std::uint32_t t : found->second) {
      const auto raise = [](Link& link) {
        link.from_other = std::max(link.from_other, kIdentical);
        link.to_other = std::max(link.to_other, kIdentical);
      };
      raise(link_to(links.source[s], t));
      raise(link_to(links.target[t], s));
    }
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

}  // namespace

Links link_words(std::span<const Word> source, Language source_language,
                 std::span<const Word> target, Language target_language, const Lexicon& lexicon,
                 std::string_view english) {
  Links links;
  links.source.resize(source.size());
  links.target.resize(target.size());
  enter_translations(source, source_language, positions_of(target), lexicon, links.source,
                     links.target);
  enter_translations(target, target_language, positions_of(source), lexicon, links.target,
                     links.source);
  if (!english.empty()) {
    const bool from_source = source_language == Language::kEnglish;
    enter_guesses(from_source ? source : target, positions_of(from_source ? target : source),
                  english, lexicon, from_source ? links.source : links.target,
                  from_source ? links.target : links.source);
  }
  enter_identical(source, target, links);
  enter_commonness(source, source_language, lexicon, links.source);
  enter_commonness(target, target_language, lexicon, links.target);
  explain(links.source, links.target);
  explain(links.target, links.source);
  for (auto* side : {&links.source, &links.target}) {
    for (LinkedWord& word : *side) {
      std::sort(word.links.begin(), word.links.end(), [](const Link& a, const Link& b) {
        const float left = a.from_other + a.to_other;
        const float right = b.from_other + b.to_other;
        return left != right ? left > right : a.other < b.other;
      });
    }
  }
  return links;
}

}  // namespace duizhao::pair
