#include "duizhao/align/bead_scores.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "duizhao/align/fast_log.h"

namespace duizhao::align {
namespace {

constexpr std::size_t kNoCell = std::numeric_limits<std::size_t>::max();
constexpr float kImpossible = -std::numeric_limits<float>::infinity();

std::vector<std::size_t> units_before(const TypedText& text) {
  std::vector<std::size_t> sums = {0};
  for (const auto& sentence : text.sentences) sums.push_back(sums.back() + sentence.size());
  return sums;
}

/// Prices of putting neighbouring sentences into one bead: entry s + 1 minus entry s is the price
/// of joining sentence s with the next one.
std::vector<float> joins_before(const TypedText& text, const BeadWeights& weights) {
  std::vector<float> sums = {0};
  for (std::size_t s = 0; s < text.size(); ++s) {
    float price = weights.extra_sentence;
    const bool heading = text.headings[s] || (s + 1 < text.size() && text.headings[s + 1]);
    sums.push_back(sums.back() + price + (heading ? weights.heading : 0));
  }
  return sums;
}

std::vector<double> length_before(const TypedText& text) {
  std::vector<double> sums = {0};
  for (const std::uint32_t length : text.lengths) sums.push_back(sums.back() + length);
  return sums;
}

/// Index of a column in a row's ascending columns, or kNoCell.
std::size_t cell_of(const std::vector<std::uint32_t>& columns, std::uint32_t column) {
  if (columns.empty() || column < columns.front() || column > columns.back()) return kNoCell;
  // Columns are contiguous most of the time.
  const std::size_t guess = column - columns.front();
  if (guess < columns.size() && columns[guess] == column) return guess;
  const auto place = std::lower_bound(columns.begin(), columns.end(), column);
  return *place == column ? static_cast<std::size_t>(place - columns.begin()) : kNoCell;
}

/// The first posting that is not before a sentence.
std::vector<Posting>::const_iterator first_posting(const std::vector<Posting>& postings,
                                                   std::uint32_t sentence) {
  return std::lower_bound(postings.begin(), postings.end(), sentence,
                          [](const Posting& p, std::uint32_t s) { return p.sentence < s; });
}

}  // namespace

BeadScores::BeadScores(const Evidence& evidence, const BeadWeights& weights)
    : evidence_(evidence),
      weights_(weights),
      chinese_units_before_(units_before(evidence.chinese)),
      english_units_before_(units_before(evidence.english)),
      chinese_joins_before_(joins_before(evidence.chinese, weights)),
      english_joins_before_(joins_before(evidence.english, weights)),
      chinese_length_before_(length_before(evidence.chinese)),
      english_length_before_(length_before(evidence.english)) {
  // A text without its counterpart says nothing about the ratio: stay near the usual one.
  constexpr double kUsualRatio = 3.2;
  constexpr double kUsualWeight = 300;
  length_ratio_ = (english_length_before_.back() + kUsualRatio * kUsualWeight) /
                  (chinese_length_before_.back() + kUsualWeight);
  length_ratio_ = std::clamp(length_ratio_, 2.0, 5.0);
}

void BeadScores::next_row(std::span<const std::uint32_t> columns) {
  Row& row = rows_[row_count_ % kMaxSide];
  row.english = row_count_++;
  row.columns.assign(columns.begin(), columns.end());
  fill_sums(row);
  fill_english_ratios(row);
  fill_chinese_ratios(row);
}

void BeadScores::fill_sums(Row& row) const {
  const auto& english = evidence_.english.sentences[row.english];
  row.begin.clear();
  std::size_t size = 0;
  for (const std::uint32_t column : row.columns) {
    row.begin.push_back(size);
    size += evidence_.chinese.sentences[column].size();
  }
  row.to_chinese.assign(size, 0);
  row.to_english.assign(row.columns.size() * english.size(), 0);
  if (row.columns.empty()) return;
  for (std::size_t k = 0; k < english.size(); ++k) {
    for (const Link& link : evidence_.links[english[k]]) {
      const auto& postings = evidence_.postings[link.chinese];
      auto posting = first_posting(postings, row.columns.front());
      for (; posting != postings.end() && posting->sentence <= row.columns.back(); ++posting) {
        const std::size_t cell = cell_of(row.columns, posting->sentence);
        if (cell == kNoCell) continue;
        row.to_english[cell * english.size() + k] += link.to_english;
        row.to_chinese[row.begin[cell] + posting->position] += link.to_chinese;
      }
    }
  }
}

float BeadScores::ratio(std::span<const float> sums, const TypedText& text, std::uint32_t sentence,
                        std::size_t opposite_units) const {
  const auto& types = text.sentences[sentence];
  const float mu = weights_.unexplained;
  const float scale = (1 - mu) / static_cast<float>(opposite_units + 1);
  const float most = weights_.cap;
  float total = 0;
  for (std::size_t k = 0; k < types.size(); ++k) {
    total += std::min(most, fast_log(mu + scale * sums[k] * text.rarity[types[k]]));
  }
  return total;
}

void BeadScores::fill_english_ratios(Row& row) const {
  const auto& english = evidence_.english.sentences[row.english];
  row.english_ratio.assign(row.columns.size(), {});
  std::vector<float> sums(english.size());
  for (std::size_t cell = 0; cell < row.columns.size(); ++cell) {
    std::fill(sums.begin(), sums.end(), 0.0F);
    const std::uint32_t last = row.columns[cell];
    auto& ratios = row.english_ratio[cell];
    ratios.fill(kImpossible);
    for (std::uint32_t a = 1; a <= kMaxSide && a <= cell + 1; ++a) {
      const std::size_t first = cell + 1 - a;
      if (row.columns[first] + a - 1 != last) break;
      const float* const more = row.to_english.data() + first * english.size();
      for (std::size_t k = 0; k < sums.size(); ++k) sums[k] += more[k];
      const std::size_t units =
          chinese_units_before_[last + 1] - chinese_units_before_[last + 1 - a];
      ratios[a - 1] = ratio(sums, evidence_.english, row.english, units);
    }
  }
}

void BeadScores::fill_chinese_ratios(Row& row) const {
  row.chinese_ratio.assign(row.columns.size(), {});
  std::vector<float> sums;
  for (std::size_t cell = 0; cell < row.columns.size(); ++cell) {
    const std::uint32_t column = row.columns[cell];
    const auto& chinese = evidence_.chinese.sentences[column];
    sums.assign(chinese.size(), 0);
    auto& ratios = row.chinese_ratio[cell];
    ratios.fill(kImpossible);
    for (std::uint32_t b = 1; b <= kMaxSide && b <= row.english + 1; ++b) {
      const Row& other = b == 1 ? row : row_before(b - 1);
      const std::size_t there = cell_of(other.columns, column);
      if (there == kNoCell) break;
      const float* const more = other.to_chinese.data() + other.begin[there];
      for (std::size_t k = 0; k < sums.size(); ++k) sums[k] += more[k];
      const std::size_t units =
          english_units_before_[row.english + 1] - english_units_before_[row.english + 1 - b];
      ratios[b - 1] = ratio(sums, evidence_.chinese, column, units);
    }
  }
}

float BeadScores::length_term(std::uint32_t last_chinese, std::uint32_t last_english,
                              Shape shape) const {
  const double zh = chinese_length_before_[last_chinese + 1] -
                    chinese_length_before_[last_chinese + 1 - shape.chinese];
  const double en = english_length_before_[last_english + 1] -
                    english_length_before_[last_english + 1 - shape.english];
  // Gale and Church (1993): the difference of the lengths is about normal, with a variance that
  // grows with the length. The constant keeps one-word sentences from being judged by it.
  const double expected = zh * length_ratio_;
  const double difference = en - expected;
  const double variance = 6.8 * (en + expected) / 2 + 60;
  return -weights_.length *
         static_cast<float>(std::min(difference * difference / variance / 2, 8.0));
}

float BeadScores::form_term(std::uint32_t last_chinese, std::uint32_t last_english,
                            Shape shape) const {
  const float joins = chinese_joins_before_[last_chinese] -
                      chinese_joins_before_[last_chinese + 1 - shape.chinese] +
                      english_joins_before_[last_english] -
                      english_joins_before_[last_english + 1 - shape.english];
  const bool alike =
      evidence_.chinese.headings[last_chinese] == evidence_.english.headings[last_english];
  return length_term(last_chinese, last_english, shape) - joins - (alike ? 0 : weights_.ending);
}

void BeadScores::beads_ending_at(std::size_t cell,
                                 std::array<float, kShapes.size()>& scores) const {
  // english_sums[a][b]: of the last b English sentences, against the last a Chinese ones.
  std::array<std::array<float, kMaxSide>, kMaxSide> english_sums;
  std::array<std::array<float, kMaxSide>, kMaxSide> chinese_sums;
  const Row& row = row_before(0);
  const std::uint32_t last = row.columns[cell];
  for (std::uint32_t b = 0; b < kMaxSide; ++b) {
    const std::size_t there = b == 0           ? cell
                              : b < row_count_ ? cell_of(row_before(b).columns, last)
                                               : kNoCell;
    for (std::uint32_t a = 0; a < kMaxSide; ++a) {
      const float more = there == kNoCell ? kImpossible : row_before(b).english_ratio[there][a];
      english_sums[a][b] = b == 0 ? more : english_sums[a][b - 1] + more;
    }
  }
  for (std::uint32_t a = 0; a < kMaxSide; ++a) {
    const bool there = a <= cell && row.columns[cell - a] + a == last;
    for (std::uint32_t b = 0; b < kMaxSide; ++b) {
      const float more = there ? row.chinese_ratio[cell - a][b] : kImpossible;
      chinese_sums[a][b] = a == 0 ? more : chinese_sums[a - 1][b] + more;
    }
  }
  for (std::size_t s = 0; s < kShapes.size(); ++s) {
    const auto [a, b] = kShapes[s];
    const float likelihood = english_sums[a - 1][b - 1] + chinese_sums[a - 1][b - 1];
    scores[s] = likelihood == kImpossible
                    ? kImpossible
                    : likelihood / 2 + form_term(last, row.english, kShapes[s]);
  }
}

float BeadScores::score(std::uint32_t first_chinese, std::uint32_t first_english,
                        Shape shape) const {
  const TypedText& chinese = evidence_.chinese;
  const TypedText& english = evidence_.english;
  const std::uint32_t end_chinese = first_chinese + shape.chinese;
  const std::uint32_t end_english = first_english + shape.english;
  const std::size_t chinese_units =
      chinese_units_before_[end_chinese] - chinese_units_before_[first_chinese];
  const std::size_t english_units =
      english_units_before_[end_english] - english_units_before_[first_english];
  std::vector<std::vector<float>> to_chinese;
  for (std::uint32_t s = first_chinese; s < end_chinese; ++s) {
    to_chinese.emplace_back(chinese.sentences[s].size(), 0.0F);
  }
  float total = 0;
  for (std::uint32_t t = first_english; t < end_english; ++t) {
    const auto& types = english.sentences[t];
    std::vector<float> to_english(types.size(), 0);
    for (std::size_t k = 0; k < types.size(); ++k) {
      for (const Link& link : evidence_.links[types[k]]) {
        const auto& postings = evidence_.postings[link.chinese];
        auto posting = first_posting(postings, first_chinese);
        for (; posting != postings.end() && posting->sentence < end_chinese; ++posting) {
          to_english[k] += link.to_english;
          to_chinese[posting->sentence - first_chinese][posting->position] += link.to_chinese;
        }
      }
    }
    total += ratio(to_english, english, t, chinese_units);
  }
  for (std::uint32_t s = first_chinese; s < end_chinese; ++s) {
    total += ratio(to_chinese[s - first_chinese], chinese, s, english_units);
  }
  return total / 2 + form_term(end_chinese - 1, end_english - 1, shape);
}

}  // namespace duizhao::align
