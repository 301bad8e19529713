#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

#include "duizhao/score/coverage.h"
#include "duizhao/score/evidence_collector.h"
#include "duizhao/text/ascii.h"

namespace duizhao::score {
namespace {

using pair::Passage;
using text::TokenKind;

/// Share of three words in a row that stood before.
double repeated_share(const std::vector<model::Word>& words) {
  if (words.size() < 3) return 0;
  std::vector<std::array<std::uint64_t, 3>> threes;
  threes.reserve(words.size() - 2);
  for (std::size_t i = 2; i < words.size(); ++i) {
    threes.push_back({words[i - 2].form_hash, words[i - 1].form_hash, words[i].form_hash});
  }
  std::ranges::sort(threes);
  const auto repeated = std::unique(threes.begin(), threes.end());
  return double(threes.end() - repeated) / double(threes.size());
}

/// Share of the words that the lexicon does not know.
double unknown_share(const Passage& passage) {
  double words = 0;
  double unknown = 0;
  for (const model::Word& word : passage.words) {
    if (word.kind != TokenKind::kWord && word.kind != TokenKind::kHan) continue;
    ++words;
    unknown += word.id == model::kUnknownWord ? 1 : 0;
  }
  return words == 0 ? 0 : unknown / words;
}

/// Words that begin with a Latin capital.
double latin_words(const Passage& passage) {
  return double(std::ranges::count_if(passage.words, [&](const model::Word& word) {
    return is_word(word) && text::is_ascii_upper(word.span.in(passage.document->text).front());
  }));
}

double particles(const Passage& passage) {
  return double(std::ranges::count_if(passage.words, [&](const model::Word& word) {
    return word.span.in(passage.document->text) == "的";
  }));
}

double mean_rarity(const Passage& passage, const std::vector<pair::LinkedWord>& links) {
  std::vector<double> rarity;
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (!is_content(passage.words[i], links[i])) continue;
    rarity.push_back(-std::log(std::max(links[i].commonness, 1e-7F)));
  }
  return mean(rarity);
}

}  // namespace

void gather_form(const Passage& source, const Passage& target,
                 const std::vector<pair::LinkedWord>& links, EvidenceCollector& evidence) {
  const std::string_view text = target.text();
  const double words = 1 + double(std::ranges::count_if(source.words, is_word));
  evidence[Evidence::kUnknown] = unknown_share(target);
  evidence[Evidence::kRepeated] = repeated_share(target.words);
  evidence[Evidence::kSmallStart] = !text.empty() && text::is_ascii_lower(text.front()) ? 1 : 0;
  if (target.language == Language::kChinese) {
    evidence[Evidence::kLatin] = latin_words(target) / words;
    evidence[Evidence::kParticles] = particles(target) / words;
    evidence[Evidence::kRarity] = mean_rarity(target, links);
  }
}

}  // namespace duizhao::score
