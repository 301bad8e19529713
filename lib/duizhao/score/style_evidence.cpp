#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "duizhao/score/coverage.h"
#include "duizhao/score/evidence_collector.h"
#include "duizhao/text/ascii.h"

namespace duizhao::score {
namespace {

using pair::LinkedWord;
using pair::Passage;
using text::TokenKind;

template <std::size_t kSize>
bool is_in(const std::array<std::string_view, kSize>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 6> kEnds = {".", "!", "?", "。", "！", "？"};

/// Share of three words in a row that stood before.
double repeated_share(const std::vector<model::Word>& words) {
  std::set<std::array<std::uint64_t, 3>> seen;
  double repeated = 0;
  double all = 0;
  for (std::size_t i = 2; i < words.size(); ++i) {
    ++all;
    const std::array three = {words[i - 2].form_hash, words[i - 1].form_hash, words[i].form_hash};
    repeated += seen.insert(three).second ? 0 : 1;
  }
  return all == 0 ? 0 : repeated / all;
}

double mean_rarity(const Passage& target, const std::vector<LinkedWord>& links) {
  std::vector<double> rarity;
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (!is_content(target.words[i], links[i])) continue;
    rarity.push_back(-std::log(std::max(links[i].commonness, 1e-7F)));
  }
  return mean(rarity);
}

/// What words and marks there are.
void gather_words(const Passage& source, const Passage& target, EvidenceCollector& evidence) {
  constexpr std::array<std::string_view, 4> kArticles = {"the", "The", "of", "的"};
  constexpr std::array<std::string_view, 12> kPossessives = {
      "its", "their", "his", "her", "Its", "Their", "His", "Her", "其", "他的", "她的", "他们的"};
  std::set<std::uint64_t> different;
  double repeated = 0;
  double articles = 0;
  double possessives = 0;
  double capitals = 0;
  double quotes = 0;
  double hyphens = 0;
  for (const model::Word& word : target.words) {
    const std::string_view form = word.span.in(target.document->text);
    if (!is_word(word)) {
      quotes += form == "\"" ? 1 : 0;
      const char before = word.span.begin > 0 ? target.document->text[word.span.begin - 1] : ' ';
      hyphens += form == "-" && text::is_ascii_letter(before) ? 1 : 0;
      continue;
    }
    repeated += different.insert(word.form_hash).second ? 0 : 1;
    articles += is_in(kArticles, form) ? 1 : 0;
    possessives += is_in(kPossessives, form) ? 1 : 0;
    capitals += text::is_ascii_upper(form[0]) ? 1 : 0;
  }
  const double words = 1 + double(std::count_if(source.words.begin(), source.words.end(), is_word));
  evidence[Evidence::kRepeatedWords] = repeated / words;
  evidence[Evidence::kArticles] = articles / words;
  evidence[Evidence::kPossessives] = possessives / words;
  evidence[Evidence::kCapitals] = capitals / words;
  evidence[Evidence::kHyphens] = hyphens;
  evidence[Evidence::kStraightQuotes] = quotes / (double(target.words.size()) + 1);
}

}  // namespace

double count(const Passage& passage, std::span<const std::string_view> marks) {
  double found = 0;
  for (const text::Token& token : passage.tokens) {
    const std::string_view form = token.span.in(passage.document->text);
    found += std::find(marks.begin(), marks.end(), form) != marks.end() ? 1 : 0;
  }
  return found;
}

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

void gather_style(const Passage& source, const Passage& target,
                  const std::vector<LinkedWord>& links, EvidenceCollector& evidence) {
  const std::string_view text = target.text();
  evidence[Evidence::kUnknown] = unknown_share(target);
  evidence[Evidence::kRarity] = mean_rarity(target, links);
  evidence[Evidence::kRepeated] = repeated_share(target.words);
  evidence[Evidence::kSentences] = std::abs(count(target, kEnds) - count(source, kEnds));
  evidence[Evidence::kSmallStart] = !text.empty() && text::is_ascii_lower(text.front()) ? 1 : 0;
  gather_words(source, target, evidence);
}

}  // namespace duizhao::score
