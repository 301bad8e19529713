#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "duizhao/batch/frequent.h"
#include "duizhao/batch/record.h"
#include "duizhao/score/total.h"

namespace duizhao::batch {

using BySeverity = std::array<std::uint64_t, 4>;  ///< index: Severity

/// What a batch comes to: all of it, or one of its inputs. A pair is one of a bilingual file, or a
/// report.
struct Outcome {
  std::uint64_t pairs = 0;
  std::uint64_t unjudged = 0;
  std::uint64_t with_findings = 0;
  BySeverity findings{};
  score::Total total;

  void add(const Record& record);
  [[nodiscard]] std::uint64_t count(Severity severity) const {
    return findings[static_cast<std::size_t>(severity)];
  }
  [[nodiscard]] std::uint64_t all_findings() const;
};

struct InputOutcome : Outcome {
  std::string file;
  std::string target_file;
  std::string page;
  std::string error;  ///< why no more of it could be read
  std::size_t error_line = 0;
  std::uint64_t passed_over = 0;  ///< units that could not be read
};

struct RuleOutcome {
  BySeverity findings{};
  std::uint64_t pairs = 0;        ///< with a finding of the rule
  std::uint64_t pairs_alone = 0;  ///< of these, those with findings of no other rule
};

/// Among the pairs of lowest quality.
struct WorstPair {
  double quality = 0;
  double penalty = 0;
  std::string file;
  std::size_t line = 0;
  std::string id;
  std::string source;  ///< the beginning of the texts, or a report's files
  std::string target;
  std::string page;
  std::vector<std::string> messages;  ///< the first ones
};

/// A summary of a batch, made out of its records one by one in bounded memory; the same records in
/// the same order give the same summary.
class Summary {
 public:
  static constexpr std::size_t kBins = 20;      ///< of quality, a twentieth each
  static constexpr std::size_t kWorst = 25;     ///< pairs that are shown
  static constexpr std::size_t kFrequent = 25;  ///< findings that are shown
  /// Penalties of a pair, from which on it might be discarded.
  static constexpr std::array<double, 5> kPenalties = {1, 5, 10, 25, 50};

  explicit Summary(const std::vector<Input>& inputs);

  void add(const Record& record);

  [[nodiscard]] const Outcome& whole() const { return whole_; }
  [[nodiscard]] const std::vector<InputOutcome>& inputs() const { return inputs_; }
  [[nodiscard]] const std::map<std::string, RuleOutcome>& rules() const { return rules_; }
  /// Pairs by quality; the last bin has 1 itself as well.
  [[nodiscard]] const std::array<std::uint64_t, kBins>& by_quality() const { return bins_; }
  /// Pairs with at least the penalty of that place in kPenalties.
  [[nodiscard]] const std::array<std::uint64_t, kPenalties.size()>& by_penalty() const {
    return penalties_;
  }
  /// Worst first.
  [[nodiscard]] const std::vector<WorstPair>& worst() const { return worst_; }
  /// By code and the texts that it is about, as "code\tsource\ttarget".
  [[nodiscard]] std::vector<Frequent::Counted> frequent() const { return frequent_.top(kFrequent); }
  [[nodiscard]] std::uint64_t broken() const;

 private:
  void add_findings(const Record& record);
  void add_worst(const Record& record);

  Outcome whole_;
  std::vector<InputOutcome> inputs_;
  std::map<std::string, RuleOutcome> rules_;
  std::array<std::uint64_t, kBins> bins_{};
  std::array<std::uint64_t, kPenalties.size()> penalties_{};
  std::vector<WorstPair> worst_;
  Frequent frequent_;
};

}  // namespace duizhao::batch
