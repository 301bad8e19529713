#include "duizhao/align/bead_scores.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "duizhao/align/fast_log.h"

namespace duizhao::align {
namespace {

constexpr std::size_t kNoCell = std::numeric_limits<std::size_t>::max();
constexpr float kImpossible = -std::numeric_limits<float>::infinity();

/// Price of putting sentence s and the next one into one bead.
float join_price(const TypedText& text, std::size_t s, const BeadWeights& weights) {
  if (!text.headings[s] && !text.headings[s + 1]) return weights.extra_sentence;
  // A list of short lines may be one line in the other text; a heading and a sentence hardly.
  const bool both = text.headings[s] && text.headings[s + 1];
  return weights.extra_sentence + (both ? weights.heading / 2 : weights.heading);
}

bool is_marked_heading(const TypedText& text, std::size_t s) {
  return text.headings[s] && text.marks[s] > 0;
}

}  // namespace

BeadScores::SumsBefore::SumsBefore(const TypedText& text, const BeadWeights& weights) {
  for (std::size_t s = 0; s < text.size(); ++s) {
    words.push_back(words.back() + text.sentences[s].size());
    lengths.push_back(lengths.back() + text.lengths[s]);
    marks.push_back(marks.back() + text.marks[s]);
    run_in_marks.push_back(run_in_marks.back() + text.run_in_marks[s]);
    const bool joins = s + 1 < text.size();
    join_prices.push_back(join_prices.back() + (joins ? join_price(text, s, weights) : 0));
    const bool marked = joins && is_marked_heading(text, s) != is_marked_heading(text, s + 1);
    marked_joins.push_back(marked_joins.back() + (marked ? 1 : 0));
  }
}

BeadScores::BeadScores(const Evidence& evidence, const BeadWeights& weights, const Columns& columns)
    : evidence_(evidence),
      weights_(weights),
      columns_(columns),
      rows_(columns.size()),
      chinese_before_(evidence.chinese, weights),
      english_before_(evidence.english, weights) {
  // A text without its counterpart says nothing about the ratio: stay near the usual one.
  constexpr double kUsualRatio = 3.2;
  constexpr double kUsualWeight = 300;
  length_ratio_ = (english_before_.lengths.back() + kUsualRatio * kUsualWeight) /
                  (chinese_before_.lengths.back() + kUsualWeight);
  length_ratio_ = std::clamp(length_ratio_, 2.0, 5.0);

  std::array<Sums, kMaxSide> ring;  // of the last rows
  LinkLists links;
  links.first.assign(evidence.postings.size(), 0);
  for (std::uint32_t t = 0; t < rows_.size(); ++t) {
    fill_sums(t, links, ring[t % kMaxSide]);
    fill_english_ratios(t, ring[t % kMaxSide]);
    fill_chinese_ratios(t, ring);
  }
}

std::size_t BeadScores::cell_of(std::uint32_t english, std::uint32_t chinese) const {
  const auto& columns = columns_[english];
  if (columns.empty() || chinese < columns.front() || chinese > columns.back()) return kNoCell;
  // Columns are contiguous most of the time.
  const std::size_t guess = chinese - columns.front();
  if (guess < columns.size() && columns[guess] == chinese) return guess;
  const auto place = std::lower_bound(columns.begin(), columns.end(), chinese);
  return *place == chinese ? static_cast<std::size_t>(place - columns.begin()) : kNoCell;
}

void BeadScores::fill_sums(std::uint32_t t, LinkLists& links, Sums& sums) const {
  const auto& columns = columns_[t];
  const auto& english = evidence_.english.sentences[t];
  sums.begin.clear();
  std::size_t size = 0;
  for (const std::uint32_t column : columns) {
    sums.begin.push_back(size);
    size += evidence_.chinese.sentences[column].size();
  }
  sums.to_chinese.assign(size, 0);
  sums.to_english.assign(columns.size() * english.size(), 0);
  // The links of this sentence's words, as one list for each Chinese type.
  links.entries.clear();
  for (std::uint32_t k = 0; k < english.size(); ++k) {
    for (const Link& link : evidence_.links[english[k]]) {
      links.entries.push_back({k, link, links.first[link.chinese]});
      links.first[link.chinese] = static_cast<std::uint32_t>(links.entries.size());
    }
  }
  for (std::size_t cell = 0; cell < columns.size(); ++cell) {
    const auto& chinese = evidence_.chinese.sentences[columns[cell]];
    float* const to_english = sums.to_english.data() + cell * english.size();
    float* const to_chinese = sums.to_chinese.data() + sums.begin[cell];
    for (std::size_t p = 0; p < chinese.size(); ++p) {
      for (std::uint32_t i = links.first[chinese[p]]; i != 0; i = links.entries[i - 1].next) {
        const LinkLists::Node& node = links.entries[i - 1];
        to_english[node.word] += node.link.to_english;
        to_chinese[p] += node.link.to_chinese;
      }
    }
  }
  for (const LinkLists::Node& node : links.entries) links.first[node.link.chinese] = 0;
}

float BeadScores::ratio(std::span<const float> sums, const TypedText& text, std::uint32_t sentence,
                        std::size_t opposite_units) const {
  const auto& types = text.sentences[sentence];
  const float share = 1 / static_cast<float>(opposite_units + 1);
  float total = 0;
  for (std::size_t k = 0; k < types.size(); ++k) {
    const std::uint32_t type = types[k];
    const float mu = text.numbers[type] ? weights_.unexplained_number : weights_.unexplained;
    total += fast_log(mu + (1 - mu) * share * sums[k] * text.rarity[type]);
  }
  return total;
}

void BeadScores::fill_english_ratios(std::uint32_t t, const Sums& sums) {
  const auto& columns = columns_[t];
  const std::size_t words = evidence_.english.sentences[t].size();
  rows_[t].english.assign(columns.size(), {});
  std::vector<float> total(words);
  for (std::size_t cell = 0; cell < columns.size(); ++cell) {
    std::fill(total.begin(), total.end(), 0.0F);
    const std::uint32_t last = columns[cell];
    Ratios& ratios = rows_[t].english[cell];
    ratios.fill(kImpossible);
    for (std::uint32_t a = 1; a <= kMaxSide && a <= cell + 1; ++a) {
      const std::size_t first = cell + 1 - a;
      if (columns[first] + a - 1 != last) break;
      const float* const more = sums.to_english.data() + first * words;
      for (std::size_t k = 0; k < words; ++k) total[k] += more[k];
      ratios[a - 1] = ratio(total, evidence_.english, t,
                            chinese_before_.words[last + 1] - chinese_before_.words[last + 1 - a]);
    }
  }
}

void BeadScores::fill_chinese_ratios(std::uint32_t t, const std::array<Sums, kMaxSide>& ring) {
  const auto& columns = columns_[t];
  rows_[t].chinese.assign(columns.size(), {});
  std::vector<float> total;
  for (std::size_t cell = 0; cell < columns.size(); ++cell) {
    const std::uint32_t column = columns[cell];
    total.assign(evidence_.chinese.sentences[column].size(), 0);
    Ratios& ratios = rows_[t].chinese[cell];
    ratios.fill(kImpossible);
    for (std::uint32_t b = 1; b <= kMaxSide && b <= t + 1; ++b) {
      const std::uint32_t row = t + 1 - b;
      const std::size_t there = b == 1 ? cell : cell_of(row, column);
      if (there == kNoCell) break;
      const Sums& sums = ring[row % kMaxSide];
      const float* const more = sums.to_chinese.data() + sums.begin[there];
      for (std::size_t k = 0; k < total.size(); ++k) total[k] += more[k];
      ratios[b - 1] = ratio(total, evidence_.chinese, column,
                            english_before_.words[t + 1] - english_before_.words[row]);
    }
  }
}

float BeadScores::length_term(const SentenceRange& chinese, const SentenceRange& english) const {
  const double en = english.over_sentences(english_before_.lengths);
  // Gale and Church (1993): the difference of the lengths is about normal, with a variance that
  // grows with the length. The constant keeps one-word sentences from being judged by it.
  const double expected = chinese.over_sentences(chinese_before_.lengths) * length_ratio_;
  const double difference = en - expected;
  const double variance = 6.8 * (en + expected) / 2 + 60;
  return -weights_.length *
         static_cast<float>(std::min(difference * difference / variance / 2, 8.0));
}

float BeadScores::marks_term(const SentenceRange& chinese, const SentenceRange& english) const {
  const std::uint32_t zh = chinese.over_sentences(chinese_before_.marks);
  const std::uint32_t en = english.over_sentences(english_before_.marks);
  if (zh != en)
    return -weights_.mark * static_cast<float>(std::min(zh > en ? zh - en : en - zh, 2U));
  if (zh == 0) return 0;
  // A heading of its own here, run into its paragraph there.
  const auto run_in = [](const SentenceRange& one, const SentenceRange& other) {
    return std::min(one.over_sentences(one.before.run_in_marks),
                    other.over_joins(other.before.marked_joins));
  };
  return weights_.run_in * static_cast<float>(run_in(chinese, english) + run_in(english, chinese));
}

float BeadScores::form_term(std::uint32_t last_chinese, std::uint32_t last_english,
                            Shape shape) const {
  const SentenceRange chinese{chinese_before_, last_chinese + 1 - shape.chinese, last_chinese};
  const SentenceRange english{english_before_, last_english + 1 - shape.english, last_english};
  const float joins =
      chinese.over_joins(chinese_before_.join_prices) +
      english.over_joins(english_before_.join_prices) +
      more_for_extra_sentence_ * static_cast<float>(shape.chinese + shape.english - 2);
  const bool alike =
      evidence_.chinese.headings[last_chinese] == evidence_.english.headings[last_english];
  const bool same_state = evidence_.chinese.open_quotations[last_chinese] ==
                          evidence_.english.open_quotations[last_english];
  return length_term(chinese, english) + marks_term(chinese, english) - joins -
         (alike ? 0 : weights_.ending) - (same_state ? 0 : weights_.quotation);
}

void BeadScores::beads_ending_at(std::uint32_t t, std::size_t cell,
                                 std::array<float, kShapes.size()>& scores) const {
  // english_sums[a][b]: of the last b + 1 English sentences, against the last a + 1 Chinese ones.
  std::array<std::array<float, kMaxSide>, kMaxSide> english_sums;
  std::array<std::array<float, kMaxSide>, kMaxSide> chinese_sums;
  const auto& columns = columns_[t];
  const std::uint32_t last = columns[cell];
  for (std::uint32_t b = 0; b < kMaxSide; ++b) {
    const std::size_t there = b == 0 ? cell : b <= t ? cell_of(t - b, last) : kNoCell;
    for (std::uint32_t a = 0; a < kMaxSide; ++a) {
      const float more = there == kNoCell ? kImpossible : rows_[t - b].english[there][a];
      english_sums[a][b] = b == 0 ? more : english_sums[a][b - 1] + more;
    }
  }
  for (std::uint32_t a = 0; a < kMaxSide; ++a) {
    const bool there = a <= cell && columns[cell - a] + a == last;
    for (std::uint32_t b = 0; b < kMaxSide; ++b) {
      const float more = there ? rows_[t].chinese[cell - a][b] : kImpossible;
      chinese_sums[a][b] = a == 0 ? more : chinese_sums[a - 1][b] + more;
    }
  }
  for (std::size_t s = 0; s < kShapes.size(); ++s) {
    const auto [a, b] = kShapes[s];
    const float likelihood = english_sums[a - 1][b - 1] + chinese_sums[a - 1][b - 1];
    scores[s] =
        likelihood == kImpossible ? kImpossible : likelihood / 2 + form_term(last, t, kShapes[s]);
  }
}

BeadScores::Likelihoods BeadScores::likelihoods(std::uint32_t first_chinese,
                                                std::uint32_t first_english, Shape shape) const {
  constexpr Likelihoods kNone{kImpossible, kImpossible};
  const std::uint32_t last_chinese = first_chinese + shape.chinese - 1;
  const std::uint32_t last_english = first_english + shape.english - 1;
  if (last_chinese >= evidence_.chinese.size() || last_english >= rows_.size()) return kNone;
  Likelihoods likelihoods;
  for (std::uint32_t t = first_english; t <= last_english; ++t) {
    const std::size_t cell = cell_of(t, last_chinese);
    if (cell == kNoCell) return kNone;
    likelihoods.english += rows_[t].english[cell][shape.chinese - 1];
  }
  for (std::uint32_t s = first_chinese; s <= last_chinese; ++s) {
    const std::size_t cell = cell_of(last_english, s);
    if (cell == kNoCell) return kNone;
    likelihoods.chinese += rows_[last_english].chinese[cell][shape.english - 1];
  }
  return likelihoods;
}

float BeadScores::score(std::uint32_t first_chinese, std::uint32_t first_english,
                        Shape shape) const {
  const auto [chinese, english] = likelihoods(first_chinese, first_english, shape);
  if (chinese == kImpossible || english == kImpossible) return kImpossible;
  return (chinese + english) / 2 +
         form_term(first_chinese + shape.chinese - 1, first_english + shape.english - 1, shape);
}

}  // namespace duizhao::align
