#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

namespace duizhao::model {

/// Longest word that segmentation considers, in characters. Longer dictionary entries are phrases
/// and better taken apart.
inline constexpr std::size_t kMaxWordCharacters = 8;

/// Cost in nats of a character that the vocabulary does not know.
inline constexpr float kUnknownCharacterCost = 18;

/// What a vocabulary says of a string.
struct WordCost {
  /// -log p(word) in nats; infinity for a string that is no word.
  float nats = std::numeric_limits<float>::infinity();
  /// False only where no longer word begins with the string: there is no need to ask further.
  bool begins_longer_word = true;
};

/// Breaks runs of Han characters into the words of least total cost, -log p(word) each: the most
/// likely segmentation under a unigram model. Keeps its buffers from run to run; not thread-safe.
class Segmenter {
 public:
  /// `boundaries` are the byte offsets of the characters in `run`, its end included;
  /// `cost(word)` returns a WordCost. Returns the number of the character at which each word ends,
  /// ascending, valid until the next call. Time is linear in the length of the run.
  template <typename Cost>
  std::span<const std::size_t> segment(std::string_view run,
                                       std::span<const std::size_t> boundaries, Cost&& cost) {
    const std::size_t characters = boundaries.size() - 1;
    best_.assign(characters + 1, std::numeric_limits<float>::infinity());
    from_.assign(characters + 1, 0);
    best_[0] = 0;
    for (std::size_t i = 0; i < characters; ++i) {
      const std::size_t longest = std::min(characters - i, kMaxWordCharacters);
      for (std::size_t n = 1; n <= longest; ++n) {
        const WordCost word = cost(run.substr(boundaries[i], boundaries[i + n] - boundaries[i]));
        const float price = n == 1 ? std::min(word.nats, kUnknownCharacterCost) : word.nats;
        if (best_[i] + price < best_[i + n]) {
          best_[i + n] = best_[i] + price;
          from_[i + n] = i;
        }
        if (!word.begins_longer_word) break;
      }
    }
    ends_.clear();
    for (std::size_t i = characters; i > 0; i = from_[i]) ends_.push_back(i);
    std::reverse(ends_.begin(), ends_.end());
    return ends_;
  }

 private:
  std::vector<float> best_;
  std::vector<std::size_t> from_;
  std::vector<std::size_t> ends_;
};

}  // namespace duizhao::model
