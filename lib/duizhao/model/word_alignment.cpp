#include "duizhao/model/word_alignment.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <limits>

namespace duizhao::model {
namespace {

constexpr std::uint32_t kEmpty = std::numeric_limits<std::uint32_t>::max();

/// Expected counts are summed as integers of this unit: integer addition is associative, so that
/// the sum is the same whatever thread adds first.
constexpr double kCountUnit = 1.0 / (1 << 20);

/// The parameters: one small open-addressing hash table of candidate targets a source id, all laid
/// end to end.
struct Parameters {
  std::vector<std::size_t> begin;  ///< by source id, one more than there are
  std::vector<std::uint32_t> targets;
  std::vector<float> probability;
  std::vector<float> prior;
  std::vector<std::uint64_t> counts;

  [[nodiscard]] std::size_t slot(std::uint32_t source, std::uint32_t target) const {
    const std::size_t first = begin[source];
    const std::size_t mask = begin[source + 1] - first - 1;
    if (mask == static_cast<std::size_t>(-1)) return kNone;
    for (std::size_t i = (target * 0x9E3779B1U) & mask;; i = (i + 1) & mask) {
      if (targets[first + i] == target) return first + i;
      if (targets[first + i] == kEmpty) return kNone;
    }
  }
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
};

/// For every source id the pairs that it occurs in.
struct Occurrences {
  std::vector<std::size_t> begin;
  std::vector<std::uint32_t> pairs;

  Occurrences(const IdCorpus& corpus, std::size_t source_vocabulary)
      : begin(source_vocabulary + 1, 0) {
    for (std::size_t p = 0; p < corpus.size(); ++p) {
      for (const std::uint32_t s : corpus.source(p)) ++begin[s + 1];
    }
    for (std::size_t s = 0; s < source_vocabulary; ++s) begin[s + 1] += begin[s];
    pairs.resize(begin.back());
    std::vector<std::size_t> next(begin.begin(), begin.end() - 1);
    for (std::size_t p = 0; p < corpus.size(); ++p) {
      for (const std::uint32_t s : corpus.source(p)) {
        pairs[next[s]++] = static_cast<std::uint32_t>(p);
      }
    }
  }
};

Parameters collect_candidates(const IdCorpus& corpus, std::size_t source_vocabulary,
                              std::size_t target_vocabulary, const TranslationTable& dictionary,
                              const WordAlignmentOptions& options) {
  Parameters parameters;
  parameters.begin.assign(1, 0);
  const Occurrences occurrences(corpus, source_vocabulary);
  std::vector<std::uint32_t> together(target_vocabulary, 0);
  std::vector<std::uint32_t> last_pair(target_vocabulary, kEmpty);
  std::vector<std::uint32_t> seen;
  std::vector<std::uint32_t> kept;
  for (std::size_t s = 0; s < source_vocabulary; ++s) {
    seen.clear();
    for (std::size_t o = occurrences.begin[s]; o < occurrences.begin[s + 1]; ++o) {
      const std::uint32_t pair = occurrences.pairs[o];
      for (const std::uint32_t t : corpus.target(pair)) {
        if (last_pair[t] == pair) continue;
        last_pair[t] = pair;
        if (together[t]++ == 0) seen.push_back(t);
      }
    }
    kept.clear();
    for (const std::uint32_t t : seen) {
      if (together[t] >= options.min_cooccurrence) kept.push_back(t);
    }
    for (const std::uint32_t t : seen) {
      together[t] = 0;
      last_pair[t] = kEmpty;
    }
    const std::size_t first = parameters.begin.back();
    const bool has_row = s < dictionary.size();
    const std::size_t most = kept.size() + (has_row ? dictionary[s].size() : 0);
    const std::size_t capacity = most == 0 ? 0 : std::bit_ceil(most + most / 2 + 1);
    parameters.begin.push_back(first + capacity);
    parameters.targets.resize(first + capacity, kEmpty);
    parameters.prior.resize(first + capacity, 0);
    const auto insert = [&](std::uint32_t t, float prior) {
      std::size_t i = (t * 0x9E3779B1U) & (capacity - 1);
      while (parameters.targets[first + i] != kEmpty && parameters.targets[first + i] != t) {
        i = (i + 1) & (capacity - 1);
      }
      parameters.targets[first + i] = t;
      parameters.prior[first + i] += prior;
    };
    for (const std::uint32_t t : kept) insert(t, 0);
    if (has_row) {
      for (const auto& [t, p] : dictionary[s]) insert(t, p);
    }
  }
  parameters.counts.assign(parameters.targets.size(), 0);
  // Start: the dictionary where it speaks, evenly over the candidates otherwise.
  parameters.probability.assign(parameters.targets.size(), 0);
  for (std::size_t s = 0; s < source_vocabulary; ++s) {
    std::size_t candidates = 0;
    for (std::size_t i = parameters.begin[s]; i < parameters.begin[s + 1]; ++i) {
      candidates += parameters.targets[i] != kEmpty;
    }
    for (std::size_t i = parameters.begin[s]; i < parameters.begin[s + 1]; ++i) {
      if (parameters.targets[i] == kEmpty) continue;
      parameters.probability[i] =
          0.5F / static_cast<float>(candidates) + 0.5F * parameters.prior[i];
    }
  }
  return parameters;
}

/// Adds the expected counts of the pairs [first, last) to the parameters' counts.
void expect(const IdCorpus& corpus, std::size_t first, std::size_t last,
            std::span<const float> unigram, const WordAlignmentOptions& options,
            Parameters& parameters) {
  std::vector<std::size_t> slots;
  std::vector<double> weights;
  for (std::size_t pair = first; pair < last; ++pair) {
    const auto source = corpus.source(pair);
    const auto target = corpus.target(pair);
    slots.resize(source.size());
    weights.resize(source.size());
    for (std::size_t j = 0; j < target.size(); ++j) {
      const double place = (static_cast<double>(j) + 0.5) / static_cast<double>(target.size());
      double position_total = 0;
      for (std::size_t i = 0; i < source.size(); ++i) {
        const double there = (static_cast<double>(i) + 0.5) / static_cast<double>(source.size());
        weights[i] = std::exp(-options.diagonal_tension * std::abs(place - there));
        position_total += weights[i];
      }
      double total = options.null_probability * unigram[target[j]];
      const double scale = (1 - options.null_probability) / position_total;
      for (std::size_t i = 0; i < source.size(); ++i) {
        slots[i] = parameters.slot(source[i], target[j]);
        weights[i] = slots[i] == Parameters::kNone
                         ? 0
                         : weights[i] * scale * parameters.probability[slots[i]];
        total += weights[i];
      }
      if (!(total > 0)) continue;
      for (std::size_t i = 0; i < source.size(); ++i) {
        const auto count = static_cast<std::uint64_t>(weights[i] / total / kCountUnit);
        if (count == 0) continue;
        std::atomic_ref<std::uint64_t>(parameters.counts[slots[i]])
            .fetch_add(count, std::memory_order_relaxed);
      }
    }
  }
}

void maximise(std::size_t source_vocabulary, const WordAlignmentOptions& options,
              Parameters& parameters) {
  for (std::size_t s = 0; s < source_vocabulary; ++s) {
    double total = 0;
    double prior_total = 0;
    for (std::size_t i = parameters.begin[s]; i < parameters.begin[s + 1]; ++i) {
      total += static_cast<double>(parameters.counts[i]) * kCountUnit;
      prior_total += parameters.prior[i];
    }
    const double strength = prior_total > 0 ? options.prior_count / prior_total : 0;
    const double all = total + (prior_total > 0 ? options.prior_count : 0);
    for (std::size_t i = parameters.begin[s]; i < parameters.begin[s + 1]; ++i) {
      const double count =
          static_cast<double>(parameters.counts[i]) * kCountUnit + strength * parameters.prior[i];
      parameters.probability[i] = all > 0 ? static_cast<float>(count / all) : 0;
      parameters.counts[i] = 0;
    }
  }
}

}  // namespace

void IdCorpus::add(std::span<const std::uint32_t> source, std::span<const std::uint32_t> target) {
  source_.insert(source_.end(), source.begin(), source.end());
  target_.insert(target_.end(), target.begin(), target.end());
  source_ends_.push_back(source_.size());
  target_ends_.push_back(target_.size());
}

void IdCorpus::swap_sides() {
  source_.swap(target_);
  source_ends_.swap(target_ends_);
}

TranslationTable align_words(const IdCorpus& corpus, std::size_t source_vocabulary,
                             std::size_t target_vocabulary, const TranslationTable& dictionary,
                             const WordAlignmentOptions& options) {
  std::vector<float> unigram(target_vocabulary, 0);
  double tokens = 0;
  for (std::size_t p = 0; p < corpus.size(); ++p) {
    for (const std::uint32_t t : corpus.target(p)) unigram[t] += 1;
    tokens += static_cast<double>(corpus.target(p).size());
  }
  for (float& p : unigram) p = static_cast<float>(p / std::max(1.0, tokens));

  Parameters parameters =
      collect_candidates(corpus, source_vocabulary, target_vocabulary, dictionary, options);
  for (int iteration = 0; iteration < options.iterations; ++iteration) {
    Running part = options.running;
    part.progress = [&](double done) {
      if (options.running.progress) {
        options.running.progress((iteration + done) / options.iterations);
      }
    };
    for_blocks(corpus.size(), part, [&](std::size_t, std::size_t first, std::size_t last) {
      expect(corpus, first, last, unigram, options, parameters);
    });
    if (part.is_stopped()) break;
    maximise(source_vocabulary, options, parameters);
  }

  TranslationTable table(source_vocabulary);
  for (std::size_t s = 0; s < source_vocabulary; ++s) {
    auto& row = table[s];
    for (std::size_t i = parameters.begin[s]; i < parameters.begin[s + 1]; ++i) {
      if (parameters.probability[i] >= options.min_probability) {
        row.emplace_back(parameters.targets[i], parameters.probability[i]);
      }
    }
    std::sort(row.begin(), row.end(), [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    if (row.size() > options.max_translations) row.resize(options.max_translations);
  }
  return table;
}

}  // namespace duizhao::model
