#include "duizhao/pair/sentence_links.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "duizhao/pair/clauses.h"

namespace duizhao::pair {
namespace {

/// Words this common stand in every sentence.
constexpr float kTooCommon = 2e-3F;

/// What a link between sentences that nothing else links still counts.
constexpr float kLeast = 0.02F;

/// For each word the number of its sentence; a semicolon ends one too.
std::vector<std::size_t> sentence_numbers(const Passage& passage) {
  constexpr std::array<std::string_view, 8> kEnds = {".", "!", "?", ";", "。", "！", "？", "；"};
  std::vector<std::size_t> numbers(passage.words.size());
  std::size_t number = 0;
  for (const Clause& clause : clauses(passage)) {
    std::fill(numbers.begin() + std::ptrdiff_t(clause.first_word),
              numbers.begin() + std::ptrdiff_t(clause.end_word), number);
    const std::string_view end = passage.words[clause.end_word - 1].span.in(passage.document->text);
    if (std::find(kEnds.begin(), kEnds.end(), end) != kEnds.end()) ++number;
  }
  return numbers;
}

std::size_t count_of(const std::vector<std::size_t>& numbers) {
  return numbers.empty() ? 0 : numbers.back() + 1;
}

/// What of one side the other explains, and how much the words of the other do.
struct Explanation {
  std::vector<float> explained;
  std::vector<float> fertility;  ///< of the other side's words
};

Explanation explanation(std::span<const LinkedWord> side, const std::vector<std::size_t>& sentences,
                        std::size_t others, const std::vector<std::size_t>& other_sentences) {
  const auto chance = [&](const LinkedWord& word) {
    return static_cast<float>(others + 1) * word.commonness;
  };
  const std::size_t columns = count_of(other_sentences);
  // How much each sentence is explained by each one of the other side, 1 for the best.
  std::vector<float> shares(count_of(sentences) * columns);
  for (std::size_t i = 0; i < side.size(); ++i) {
    if (side[i].commonness > kTooCommon) continue;
    float total = chance(side[i]);
    for (const Link& link : side[i].links) total += link.from_other;
    if (total <= 0) continue;
    for (const Link& link : side[i].links) {
      shares[sentences[i] * columns + other_sentences[link.other]] += link.from_other / total;
    }
  }
  for (std::size_t row = 0; columns > 0 && row < shares.size(); row += columns) {
    const auto begin = shares.begin() + std::ptrdiff_t(row);
    const auto end = begin + std::ptrdiff_t(columns);
    const float best = *std::max_element(begin, end);
    std::for_each(begin, end, [&](float& share) {
      share = best > 0 ? std::max(kLeast, share / best) : kLeast;
    });
  }
  Explanation result{std::vector<float>(side.size()), std::vector<float>(others)};
  for (std::size_t i = 0; i < side.size(); ++i) {
    const auto weight = [&](const Link& link) {
      return columns < 2
                 ? link.from_other
                 : link.from_other * shares[sentences[i] * columns + other_sentences[link.other]];
    };
    float sum = 0;
    for (const Link& link : side[i].links) sum += weight(link);
    const float total = sum + chance(side[i]);
    if (total <= 0) continue;
    result.explained[i] = sum / total;
    for (const Link& link : side[i].links) result.fertility[link.other] += weight(link) / total;
  }
  return result;
}

/// The words with what their own explanation and the other side's say of them.
std::vector<LinkedWord> weighed(std::span<const LinkedWord> linked,
                                const std::vector<float>& explained,
                                const std::vector<float>& fertility) {
  std::vector<LinkedWord> result(linked.size());
  for (std::size_t i = 0; i < linked.size(); ++i) {
    result[i].explained = explained[i];
    result[i].fertility = fertility[i];
    result[i].known = linked[i].known;
    result[i].commonness = linked[i].commonness;
  }
  return result;
}

}  // namespace

SentenceLinks linked_by_sentence(const Passage& passage, std::span<const LinkedWord> linked,
                                 const Passage& other, std::span<const LinkedWord> other_linked) {
  const std::vector<std::size_t> here = sentence_numbers(passage);
  const std::vector<std::size_t> there = sentence_numbers(other);
  const Explanation own = explanation(linked, here, other_linked.size(), there);
  const Explanation others = explanation(other_linked, there, linked.size(), here);
  return {weighed(linked, own.explained, others.fertility),
          weighed(other_linked, others.explained, own.fertility)};
}

}  // namespace duizhao::pair
