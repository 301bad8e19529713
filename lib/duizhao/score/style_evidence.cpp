#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "duizhao/check/comparable_length.h"
#include "duizhao/score/coverage.h"
#include "duizhao/score/gathering.h"
#include "duizhao/text/ascii.h"

namespace duizhao::score {
namespace {

using check::LinkedUnit;
using check::Passage;
using text::TokenKind;

template <std::size_t kSize>
bool is_in(const std::array<std::string_view, kSize>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 6> kEnds = {".", "!", "?", "。", "！", "？"};
constexpr std::array<std::string_view, 5> kQuotes = {"\"", "“", "”", "《", "》"};

/// Share of three units in a row that stood before.
double repeated_share(const std::vector<model::Unit>& units) {
  std::set<std::array<std::uint64_t, 3>> seen;
  double repeated = 0;
  double all = 0;
  for (std::size_t i = 2; i < units.size(); ++i) {
    ++all;
    const std::array three = {units[i - 2].form_hash, units[i - 1].form_hash, units[i].form_hash};
    repeated += seen.insert(three).second ? 0 : 1;
  }
  return all == 0 ? 0 : repeated / all;
}

/// Rarity of the content words.
void gather_rarity(const Passage& target, const std::vector<LinkedUnit>& links, double words,
                   Gathering& evidence) {
  constexpr float kVeryRare = 1e-5F;
  std::vector<double> rarity;
  double rare = 0;
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (!is_content(target.units[i], links[i])) continue;
    rarity.push_back(-std::log(std::max(links[i].commonness, 1e-7F)));
    rare += links[i].commonness < kVeryRare ? 1 : 0;
  }
  evidence[Evidence::kRarity] = mean(rarity);
  evidence[Evidence::kRareWords] = rare / words;
}

/// What words and marks there are.
void gather_words(const Passage& target, const std::vector<LinkedUnit>& links,
                  Gathering& evidence) {
  constexpr std::array<std::string_view, 4> kArticles = {"the", "The", "of", "的"};
  constexpr std::array<std::string_view, 12> kPossessives = {
      "its", "their", "his", "her", "Its", "Their", "His", "Her", "其", "他的", "她的", "他们的"};
  std::set<std::uint64_t> different;
  double words = 1;
  double articles = 0;
  double possessives = 0;
  double function_words = 0;
  double capitals = 0;
  double acronyms = 0;
  double marks = 0;
  double quotes = 0;
  double hyphens = 0;
  for (std::size_t i = 0; i < target.units.size(); ++i) {
    const model::Unit& unit = target.units[i];
    const std::string_view form = unit.span.in(target.document->text);
    if (!is_word(unit)) {
      ++marks;
      quotes += form == "\"" ? 1 : 0;
      const char before = unit.span.begin > 0 ? target.document->text[unit.span.begin - 1] : ' ';
      hyphens += form == "-" && text::is_ascii_letter(before) ? 1 : 0;
      continue;
    }
    ++words;
    different.insert(unit.form_hash);
    articles += is_in(kArticles, form) ? 1 : 0;
    possessives += is_in(kPossessives, form) ? 1 : 0;
    function_words += is_content(unit, links[i]) ? 0 : 1;
    capitals += text::is_ascii_upper(form[0]) ? 1 : 0;
    acronyms +=
        form.size() > 1 && std::all_of(form.begin(), form.end(), text::is_ascii_upper) ? 1 : 0;
  }
  const double units = double(target.units.size()) + 1;
  evidence[Evidence::kVariety] = double(different.size()) / words;
  evidence[Evidence::kArticles] = articles / words;
  evidence[Evidence::kPossessives] = possessives / words;
  evidence[Evidence::kFunctionWords] = function_words / words;
  evidence[Evidence::kCapitals] = capitals / words;
  evidence[Evidence::kAcronyms] = acronyms;
  evidence[Evidence::kHyphens] = hyphens;
  evidence[Evidence::kMarks] = marks / units;
  evidence[Evidence::kStraightQuotes] = quotes / units;
  gather_rarity(target, links, words, evidence);
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
  for (const model::Unit& unit : passage.units) {
    if (unit.kind != TokenKind::kWord && unit.kind != TokenKind::kHan) continue;
    ++words;
    unknown += unit.id == model::kUnknownUnit ? 1 : 0;
  }
  return words == 0 ? 0 : unknown / words;
}

void gather_style(const Passage& source, const Passage& target,
                  const std::vector<LinkedUnit>& links, Gathering& evidence) {
  const std::string_view text = target.text();
  evidence[Evidence::kLength] =
      check::length_deviation(check::comparable_length(source.text(), source.language),
                              check::comparable_length(text, target.language));
  evidence[Evidence::kUnknown] = unknown_share(target);
  evidence[Evidence::kRepeated] = repeated_share(target.units);
  evidence[Evidence::kSentences] = std::abs(count(target, kEnds) - count(source, kEnds));
  evidence[Evidence::kQuoteSurplus] = count(target, kQuotes) - count(source, kQuotes);
  evidence[Evidence::kSmallStart] = !text.empty() && text::is_ascii_lower(text.front()) ? 1 : 0;
  gather_words(target, links, evidence);
}

}  // namespace duizhao::score
