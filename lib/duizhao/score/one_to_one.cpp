#include "duizhao/score/one_to_one.h"

#include <algorithm>
#include <utility>
#include <vector>

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
  // By the word of the other side, then by the own word.
  std::vector<std::pair<std::size_t, std::size_t>> claims;
  claims.reserve(links.size());
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (!is_word(passage.words[i]) || links[i].explained <= kSure || links[i].links.empty()) {
      continue;
    }
    claims.emplace_back(links[i].links.front().other, i);
  }
  std::sort(claims.begin(), claims.end());
  const auto end_of = [&](auto first) {
    return std::find_if(first, claims.end(),
                        [&](const auto& claim) { return claim.first != first->first; });
  };
  Places undisputed(links.size());
  for (auto first = claims.begin(), last = first; first != claims.end(); first = last) {
    last = end_of(first);
    if (last - first == 1) undisputed[first->second] = first->first;
  }
  Places places = undisputed;
  for (auto first = claims.begin(), last = first; first != claims.end(); first = last) {
    last = end_of(first);
    if (last - first == 1) continue;
    const auto rank = [&](const auto& claim) {
      const pair::Link& link = links[claim.second].links.front();
      return std::pair{distance(undisputed, claim.second, claim.first),
                       -link.from_other * link.to_other};
    };
    const auto best = std::min_element(
        first, last, [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    places[best->second] = best->first;
  }
  return places;
}

}  // namespace duizhao::score
