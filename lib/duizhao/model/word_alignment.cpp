#include "duizhao/model/word_alignment.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace duizhao::model {
namespace {

constexpr std::uint32_t kEmpty = std::numeric_limits<std::uint32_t>::max();

/// Expected counts are summed as integers of this word: integer addition is associative, so that
/// the sum is the same whatever thread adds first.
constexpr double kCountUnit = 1.0 / (1 << 20);

/// Iterations, counted from 0: the first in which the directions agree, and the one that judges
/// which pairs are misaligned.
constexpr std::uint32_t kFirstAgreement = 1;
constexpr std::uint32_t kJudgement = 1;

/// With fewer pairs than this, too little is known to call any of them misaligned.
constexpr std::size_t kFewestToJudge = 1000;

/// Spreads ids over a hash table (Knuth's multiplicative hashing).
constexpr std::uint32_t mixed(std::uint32_t id) { return id * 0x9E3779B1U; }

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
    for (std::size_t i = mixed(target) & mask;; i = (i + 1) & mask) {
      if (targets[first + i] == target) return first + i;
      if (targets[first + i] == kEmpty) return kNone;
    }
  }
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
};

/// The corpus as one direction of translation sees it.
struct DirectedCorpus {
  const IdCorpus& corpus;
  bool forward = true;
  [[nodiscard]] std::size_t size() const { return corpus.size(); }
  [[nodiscard]] std::span<const std::uint32_t> source(std::size_t pair) const {
    return forward ? corpus.source(pair) : corpus.target(pair);
  }
  [[nodiscard]] std::span<const std::uint32_t> target(std::size_t pair) const {
    return forward ? corpus.target(pair) : corpus.source(pair);
  }
};

/// For every source id the pairs that it occurs in.
struct Occurrences {
  std::vector<std::size_t> begin;
  std::vector<std::uint32_t> pairs;

  Occurrences(const DirectedCorpus& corpus, std::size_t source_vocabulary)
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

Parameters collect_candidates(const DirectedCorpus& corpus, std::size_t source_vocabulary,
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
      std::size_t i = mixed(t) & (capacity - 1);
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

std::vector<float> unigrams(const DirectedCorpus& corpus, std::size_t target_vocabulary) {
  std::vector<float> probabilities(target_vocabulary, 0);
  double tokens = 0;
  for (std::size_t p = 0; p < corpus.size(); ++p) {
    for (const std::uint32_t t : corpus.target(p)) probabilities[t] += 1;
    tokens += static_cast<double>(corpus.target(p).size());
  }
  for (float& p : probabilities) p = static_cast<float>(p / std::max(1.0, tokens));
  return probabilities;
}

/// One direction of translation.
struct Direction {
  DirectedCorpus corpus;
  std::vector<float> unigram;  ///< of the target words
  Parameters parameters;

  Direction(const DirectedCorpus& side, std::size_t source_vocabulary,
            std::size_t target_vocabulary, const TranslationTable& dictionary,
            const WordAlignmentOptions& options)
      : corpus(side),
        unigram(unigrams(side, target_vocabulary)),
        parameters(
            collect_candidates(side, source_vocabulary, target_vocabulary, dictionary, options)) {}
};

/// The posteriors of the links of a pair of sentences, by source and target position, and where
/// their counts belong.
class Posteriors {
 public:
  /// `place(i, j)` is the affinity of the positions. Returns the sum over the target words of
  /// ln p(word | source) / p(word).
  template <typename Place>
  double compute(const Direction& direction, std::size_t pair, const WordAlignmentOptions& options,
                 const Place& place) {
    const auto source = direction.corpus.source(pair);
    const auto target = direction.corpus.target(pair);
    sources_ = source.size();
    slots_.resize(source.size() * target.size());
    values_.resize(source.size() * target.size());
    double explained = 0;
    for (std::size_t j = 0; j < target.size(); ++j) {
      double position_total = 0;
      for (std::size_t i = 0; i < sources_; ++i) position_total += place(i, j);
      const double unexplained = options.null_probability * direction.unigram[target[j]];
      double total = unexplained;
      for (std::size_t i = 0; i < sources_; ++i) {
        const std::size_t slot = direction.parameters.slot(source[i], target[j]);
        const std::size_t cell = j * sources_ + i;
        slots_[cell] = slot;
        values_[cell] = slot == Parameters::kNone
                            ? 0
                            : (1 - options.null_probability) * place(i, j) / position_total *
                                  direction.parameters.probability[slot];
        total += values_[cell];
      }
      for (std::size_t i = 0; i < sources_; ++i) values_[j * sources_ + i] /= total;
      explained += std::log(total / direction.unigram[target[j]]);
    }
    return explained;
  }

  [[nodiscard]] double at(std::size_t source, std::size_t target) const {
    return values_[target * sources_ + source];
  }
  void count(std::size_t source, std::size_t target, double value, Parameters& parameters) const {
    const std::size_t slot = slots_[target * sources_ + source];
    const auto count = static_cast<std::uint64_t>(value / kCountUnit);
    if (count == 0 || slot == Parameters::kNone) return;
    std::atomic_ref<std::uint64_t>(parameters.counts[slot])
        .fetch_add(count, std::memory_order_relaxed);
  }

 private:
  std::size_t sources_ = 0;
  std::vector<std::size_t> slots_;
  std::vector<double> values_;
};

/// Adds the expected counts of some pairs to the counts of both directions.
class Expectation {
 public:
  Expectation(Direction& forward, Direction& backward, const WordAlignmentOptions& options)
      : forward_(forward), backward_(backward), options_(options) {}

  /// Returns how well the sides explain each other, as WordAlignmentOptions::min_explained has it.
  double add(std::size_t pair, bool agree) {
    const std::size_t sources = forward_.corpus.source(pair).size();
    const std::size_t targets = forward_.corpus.target(pair).size();
    if (sources == 0 || targets == 0) return std::numeric_limits<double>::infinity();
    places_.resize(sources * targets);
    for (std::size_t i = 0; i < sources; ++i) {
      const double there = (static_cast<double>(i) + 0.5) / static_cast<double>(sources);
      for (std::size_t j = 0; j < targets; ++j) {
        const double here = (static_cast<double>(j) + 0.5) / static_cast<double>(targets);
        places_[i * targets + j] = std::exp(-options_.diagonal_tension * std::abs(here - there));
      }
    }
    const double to_target =
        there_.compute(forward_, pair, options_,
                       [&](std::size_t i, std::size_t j) { return places_[i * targets + j]; });
    const double to_source =
        back_.compute(backward_, pair, options_,
                      [&](std::size_t j, std::size_t i) { return places_[i * targets + j]; });
    for (std::size_t i = 0; i < sources; ++i) {
      for (std::size_t j = 0; j < targets; ++j) {
        const double there = there_.at(i, j);
        const double back = back_.at(j, i);
        const double agreed = agree ? std::sqrt(there * back) : 0;
        there_.count(i, j, agree ? agreed : there, forward_.parameters);
        back_.count(j, i, agree ? agreed : back, backward_.parameters);
      }
    }
    return (to_target / static_cast<double>(targets) + to_source / static_cast<double>(sources)) /
           2;
  }

 private:
  Direction& forward_;
  Direction& backward_;
  const WordAlignmentOptions& options_;
  Posteriors there_;
  Posteriors back_;
  std::vector<double> places_;  ///< by source, then target position
};

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

/// The probabilities of the candidates, without the empty slots.
void append_probabilities(const Parameters& parameters, std::string& state) {
  for (std::size_t i = 0; i < parameters.targets.size(); ++i) {
    if (parameters.targets[i] == kEmpty) continue;
    const float probability = parameters.probability[i];
    state.append(reinterpret_cast<const char*>(&probability), sizeof probability);
  }
}

void restore_probabilities(std::string_view& state, Parameters& parameters) {
  for (std::size_t i = 0; i < parameters.targets.size(); ++i) {
    if (parameters.targets[i] == kEmpty) continue;
    std::memcpy(&parameters.probability[i], state.data(), sizeof(float));
    state.remove_prefix(sizeof(float));
  }
}

std::size_t candidates(const Parameters& parameters) {
  return parameters.targets.size() -
         static_cast<std::size_t>(
             std::count(parameters.targets.begin(), parameters.targets.end(), kEmpty));
}

/// What has been estimated so far.
struct Estimate {
  Direction forward;
  Direction backward;
  std::vector<char> misaligned;  ///< by pair; threads can't share the bits of a vector<bool>
  std::uint32_t iterations = 0;  ///< done

  [[nodiscard]] std::string state() const {
    std::string state(reinterpret_cast<const char*>(&iterations), sizeof iterations);
    state.append(misaligned.data(), misaligned.size());
    append_probabilities(forward.parameters, state);
    append_probabilities(backward.parameters, state);
    return state;
  }
  /// A state that does not fit is none.
  void restore(std::string_view state) {
    const std::size_t floats = candidates(forward.parameters) + candidates(backward.parameters);
    if (state.size() != sizeof iterations + misaligned.size() + floats * sizeof(float)) return;
    std::memcpy(&iterations, state.data(), sizeof iterations);
    state.remove_prefix(sizeof iterations);
    std::copy_n(state.begin(), misaligned.size(), misaligned.begin());
    state.remove_prefix(misaligned.size());
    restore_probabilities(state, forward.parameters);
    restore_probabilities(state, backward.parameters);
  }
};

TranslationTable best_translations(const Parameters& parameters,
                                   const WordAlignmentOptions& options) {
  TranslationTable table(parameters.begin.size() - 1);
  for (std::size_t s = 0; s < table.size(); ++s) {
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
    row.shrink_to_fit();
  }
  return table;
}

}  // namespace

void IdCorpus::add(std::span<const std::uint32_t> source, std::span<const std::uint32_t> target) {
  source_.insert(source_.end(), source.begin(), source.end());
  target_.insert(target_.end(), target.begin(), target.end());
  source_ends_.push_back(source_.size());
  target_ends_.push_back(target_.size());
}

WordAlignment align_words(const IdCorpus& corpus, std::size_t source_vocabulary,
                          std::size_t target_vocabulary, const WordPriors& priors,
                          const WordAlignmentOptions& options, std::string_view state) {
  Estimate estimate{
      {{corpus, true}, source_vocabulary, target_vocabulary, priors.to_target, options},
      {{corpus, false}, target_vocabulary, source_vocabulary, priors.to_source, options},
      std::vector<char>(corpus.size(), 0)};
  estimate.restore(state);
  const auto iterations = static_cast<std::uint32_t>(std::max(0, options.iterations));
  while (estimate.iterations < iterations) {
    Running part = options.running;
    part.progress = [&](double done) {
      if (options.running.progress) {
        options.running.progress((estimate.iterations + done) / iterations);
      }
    };
    const bool agree = options.agreement && estimate.iterations >= kFirstAgreement;
    const bool judge = estimate.iterations == kJudgement && corpus.size() >= kFewestToJudge;
    for_blocks(corpus.size(), part, [&](std::size_t, std::size_t first, std::size_t last) {
      Expectation expectation(estimate.forward, estimate.backward, options);
      for (std::size_t pair = first; pair < last; ++pair) {
        if (estimate.misaligned[pair] != 0) continue;
        const double explained = expectation.add(pair, agree);
        if (judge && explained < options.min_explained) estimate.misaligned[pair] = 1;
      }
    });
    if (part.is_stopped()) break;
    maximise(source_vocabulary, options, estimate.forward.parameters);
    maximise(target_vocabulary, options, estimate.backward.parameters);
    ++estimate.iterations;
    if (options.save && estimate.iterations < iterations) options.save(estimate.state());
  }
  return {best_translations(estimate.forward.parameters, options),
          best_translations(estimate.backward.parameters, options),
          std::vector<bool>(estimate.misaligned.begin(), estimate.misaligned.end())};
}

}  // namespace duizhao::model
