#include "duizhao/score/one_to_one.h"

#include <algorithm>
#include <map>
#include <utility>

#include "duizhao/score/coverage.h"

namespace duizhao::score {
namespace {

using Places = std::vector<std::optional<std::size_t>>;

/// How far from `place` the nearest neighbours of word `i` come from; 0 where it has none.
std::size_t distance(const Places& places, std::size_t i, std::size_t place) {
  std::optional<std::size_t> nearest;
  const auto look = [&](const std::optional<std::size_t>& neighbour) {
    const std::size_t gap = *neighbour > place ? *neighbour - place : place - *neighbour;
    nearest = std::min(nearest.value_or(gap), gap);
  };
  const auto at = places.begin() + std::ptrdiff_t(i);
  const auto has_value = [](const auto& neighbour) { return neighbour.has_value(); };
  const auto before = std::find_if(std::make_reverse_iterator(at), places.rend(), has_value);
  if (before != places.rend()) look(*before);
  const auto after = std::find_if(at, places.end(), has_value);
  if (after != places.end()) look(*after);
  return nearest.value_or(0);
}

}  // namespace

Places one_to_one_links(const pair::Passage& passage, const std::vector<pair::LinkedWord>& links) {
  std::map<std::size_t, std::vector<std::size_t>> claims;  // by the word of the other side
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (!is_word(passage.words[i]) || links[i].explained <= kSure || links[i].links.empty()) {
      continue;
    }
    claims[links[i].links.front().other].push_back(i);
  }
  Places undisputed(links.size());
  for (const auto& [other, words] : claims) {
    if (words.size() == 1) undisputed[words.front()] = other;
  }
  Places places = undisputed;
  for (const auto& [other, words] : claims) {
    if (words.size() == 1) continue;
    const auto rank = [&, place = other](std::size_t i) {
      const pair::Link& link = links[i].links.front();
      return std::pair{distance(undisputed, i, place), -link.from_other * link.to_other};
    };
    const auto best =
        std::min_element(words.begin(), words.end(),
                         [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    places[*best] = other;
  }
  return places;
}

}  // namespace duizhao::score
