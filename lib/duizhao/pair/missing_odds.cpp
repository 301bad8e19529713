#include "duizhao/pair/missing_odds.h"

#include <algorithm>
#include <array>

namespace duizhao::pair {
namespace {

/// Number of limits that `value` reaches.
template <std::size_t kLimits>
std::size_t step(float value, const std::array<float, kLimits>& limits) {
  return static_cast<std::size_t>(
      std::count_if(limits.begin(), limits.end(), [&](float limit) { return value >= limit; }));
}

constexpr std::size_t kNumberKind = 0;

}  // namespace

WordCell word_cell(const model::Word& word, const LinkedWord& linked) {
  constexpr std::array<float, 5> kCommonness = {1e-5F, 5e-5F, 3e-4F, 2e-3F, 1e-2F};
  constexpr std::array<float, 4> kExplained = {0.02F, 0.3F, 0.8F, 0.97F};
  constexpr std::array<float, 4> kFertility = {0.03F, 0.15F, 0.4F, 0.8F};
  constexpr float kKnown = 0.4F;
  WordCell cell;
  if (word.kind == text::TokenKind::kNumber) {
    cell.kind = kNumberKind;
  } else if (linked.known < kKnown) {
    cell.kind = 1;
  } else {
    cell.kind = 2 + step(linked.commonness, kCommonness);
  }
  cell.explained = step(linked.explained, kExplained);
  cell.fertility = step(linked.fertility, kFertility);
  return cell;
}

double missing_odds(const Passage& passage, std::size_t word, const LinkedWord& linked) {
  if (passage.words[word].kind == text::TokenKind::kPunctuation) return 0;
  const WordCell cell = word_cell(passage.words[word], linked);
  const auto& table = passage.weights->missing_odds.tables.of(passage.language);
  return table[cell.kind][cell.explained][cell.fertility];
}

double missing_odds(const Passage& passage, Span stretch, std::span<const LinkedWord> links) {
  double sum = 0;
  for (std::size_t w = 0; w < passage.words.size(); ++w) {
    if (passage.words[w].span.overlaps(stretch)) sum += missing_odds(passage, w, links[w]);
  }
  return sum;
}

double share_explained(const Passage& passage, std::span<const LinkedWord> links) {
  double words = 0;
  double explained = 0;
  for (std::size_t u = 0; u < passage.words.size(); ++u) {
    if (passage.words[u].kind == text::TokenKind::kPunctuation) continue;
    words += 1;
    if (missing_odds(passage, u, links[u]) < 0) explained += 1;
  }
  return words == 0 ? 0 : explained / words;
}

}  // namespace duizhao::pair
