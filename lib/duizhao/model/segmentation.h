#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string_view>
#include <vector>

namespace duizhao::model {

/// Longest word that segmentation considers, in characters. Longer dictionary entries are phrases
/// and better taken apart.
inline constexpr std::size_t kMaxWordCharacters = 8;

/// Cost in nats of a character that the vocabulary does not know.
inline constexpr float kUnknownCharacterCost = 18;

/// Breaks a run of Han characters into the words of least total cost, -log p(word) each: the most
/// likely segmentation under a unigram model.
///
/// `boundaries` are the byte offsets of the characters in `run`, its end included. `cost(word)` is
/// the cost of a word in nats, or infinity for a string that is no word. Returns the end offset of
/// every word. Time is linear in the length of the run.
template <typename Cost>
std::vector<std::size_t> segment_words(std::string_view run,
                                       const std::vector<std::size_t>& boundaries, Cost&& cost) {
  const std::size_t characters = boundaries.size() - 1;
  std::vector<float> best(characters + 1, std::numeric_limits<float>::infinity());
  std::vector<std::size_t> from(characters + 1, 0);
  best[0] = 0;
  for (std::size_t i = 0; i < characters; ++i) {
    const std::size_t longest = std::min(characters - i, kMaxWordCharacters);
    for (std::size_t n = 1; n <= longest; ++n) {
      float price = cost(run.substr(boundaries[i], boundaries[i + n] - boundaries[i]));
      if (n == 1) price = std::min(price, kUnknownCharacterCost);
      if (best[i] + price < best[i + n]) {
        best[i + n] = best[i] + price;
        from[i + n] = i;
      }
    }
  }
  std::vector<std::size_t> ends;
  for (std::size_t i = characters; i > 0; i = from[i]) ends.push_back(boundaries[i]);
  return {ends.rbegin(), ends.rend()};
}

}  // namespace duizhao::model
