#include "duizhao/score/coverage.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

#include "duizhao/pair/missing_odds.h"

namespace duizhao::score {
namespace {

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// What it adds to the odds of a word that nothing is related to it, in nats.
constexpr double kUnrelatedOdds = 1;

/// Where the surely translated words of a side come from.
std::vector<std::optional<std::size_t>> sure_places(const pair::Passage& passage,
                                                    const std::vector<pair::LinkedWord>& links) {
  std::vector<std::optional<std::size_t>> places(links.size());
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (!is_word(passage.words[i]) || links[i].explained <= kSure || links[i].links.empty())
      continue;
    places[i] = links[i].links.front().other;
  }
  return places;
}

/// The words of the other side in which the counterpart of word `i` should stand, first and last;
/// none where its neighbours don't tell.
std::optional<std::pair<std::size_t, std::size_t>> expected_place(
    const std::vector<std::optional<std::size_t>>& places, std::size_t i, std::size_t others) {
  constexpr std::size_t kReach = 7;      // for a neighbour
  constexpr std::size_t kFarApart = 14;  // the counterparts of two neighbours
  constexpr std::size_t kBeside = 3;     // of the only neighbour
  std::optional<std::size_t> before;
  std::optional<std::size_t> after;
  for (std::size_t k = 1; k <= kReach; ++k) {
    if (!before && i >= k) before = places[i - k];
    if (!after && i + k < places.size()) after = places[i + k];
  }
  if (!before && !after) return std::nullopt;
  if (!before) return std::pair{*after - std::min(*after, kBeside), *after};
  if (!after) return std::pair{*before, std::min(*before + kBeside, others - 1)};
  const auto [first, last] = std::minmax(*before, *after);
  if (last - first > kFarApart) return std::nullopt;
  return std::pair{first, last};
}

/// Whether a content word is without counterpart, and without any word that is near in meaning.
bool is_open(const Side& side, std::size_t i) {
  constexpr float kNear = 2;  // in nats
  return is_content(side.passage.words[i], side.links[i]) && side.links[i].explained < kSure &&
         side.related[i] < kNear;
}

/// The open words, in order, that are likelier to render something freely than to be put in.
std::vector<std::size_t> free_words(const Side& side) {
  constexpr double kPutIn = -1;  // log-odds
  std::vector<std::size_t> words;
  for (std::size_t i = 0; i < side.links.size(); ++i) {
    if (is_open(side, i)) words.push_back(i);
  }
  for (const InsertedWord& word : side.own) {
    if (word.log_odds >= kPutIn) std::erase(words, word.word);
  }
  return words;
}

}  // namespace

Coverage coverage_of(const pair::Passage& passage, const std::vector<pair::LinkedWord>& links) {
  constexpr float kMostFertile = 1.5F;  // beyond, it is chance matches
  Coverage coverage;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const pair::LinkedWord& linked = links[i];
    const double odds = pair::missing_odds(passage, i, linked);
    coverage.odds += odds;
    coverage.words += is_word(passage.words[i]) ? 1 : 0;
    if (!is_content(passage.words[i], linked)) continue;
    ++coverage.content;
    coverage.unexplained += linked.explained < kUnexplained ? 1 : 0;
    const double rarity = -std::log(std::max(linked.commonness, 1e-7F));
    coverage.mass += rarity;
    coverage.unexplained_mass += rarity * (1 - linked.explained);
    coverage.fertility += std::min(linked.fertility, kMostFertile);
  }
  coverage.fertility /= std::max(coverage.content, 1.0);
  return coverage;
}

Relation relation_of(const pair::Passage& passage, const std::vector<pair::LinkedWord>& links,
                     std::span<const float> related) {
  Relation relation;
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (!is_content(passage.words[i], links[i])) continue;
    const double odds = pair::missing_odds(passage, i, links[i]);
    const auto nats = double(related[i]);
    relation.foreign_odds += std::max(odds + kUnrelatedOdds - nats, 0.0);
    relation.unrelated += links[i].explained < kUnexplained && nats < 1 ? 1 : 0;
  }
  return relation;
}

double median_odds(const pair::Passage& passage, const std::vector<pair::LinkedWord>& links) {
  std::vector<double> odds;
  odds.reserve(links.size());
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (!is_content(passage.words[i], links[i])) continue;
    odds.push_back(pair::missing_odds(passage, i, links[i]));
  }
  return median(std::move(odds));
}

double lone_missing_odds(const Side& side, const Side& other) {
  constexpr double kHigher = 0.5;     // so that words that are nearly even count too
  constexpr std::size_t kAround = 5;  // words about the place
  const auto places = sure_places(side.passage, side.links);
  std::vector<std::size_t> excuses = free_words(other);  // until one is used
  double sum = 0;
  for (std::size_t i = 0; i < side.links.size(); ++i) {
    if (!is_open(side, i)) continue;
    auto excuse = excuses.begin();
    if (const auto place = expected_place(places, i, other.links.size())) {
      excuse = std::find_if(excuses.begin(), excuses.end(),
                            [&](std::size_t k) { return k + kAround >= place->first; });
      if (excuse != excuses.end() && *excuse > place->second + kAround) excuse = excuses.end();
    }
    if (excuse != excuses.end()) {
      excuses.erase(excuse);
    } else {
      sum += std::max(pair::missing_odds(side.passage, i, side.links[i]) + kHigher, 0.0);
    }
  }
  return sum;
}

}  // namespace duizhao::score
