#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "duizhao/check/evidence/names/name_forms.h"
#include "duizhao/check/rule.h"
#include "duizhao/core/alignment.h"
#include "duizhao/core/document.h"
#include "duizhao/core/finding.h"
#include "duizhao/core/term_outcome.h"
#include "duizhao/pair/passage.h"
#include "duizhao/review/review_memory.h"
#include "duizhao/score/evidence.h"

namespace duizhao {

/// What came of looking at a bead.
struct JudgedBead {
  std::vector<Finding> findings;
  std::vector<TermOutcome> term_outcomes;
  score::EvidenceVector evidence{};  ///< on its quality
  double untranslated = 0;           ///< share of its target, see untranslated_share()
};

/// Identifies what the rules see of a bead: its passages and their neighbours, how sure it is, and
/// what the rest of the text says of its words.
[[nodiscard]] std::uint64_t bead_key(const check::BeadContext& context);

/// What was found in beads, by what they say. Only what the last review used is kept.
class KeptFindings {
 public:
  void begin_review() { earlier_ = std::exchange(now_, {}); }

  /// As of this bead's place in the texts, where what was found in one that says the same is known.
  [[nodiscard]] std::optional<JudgedBead> find(std::uint64_t key, const check::BeadContext& context,
                                               std::size_t bead);
  void keep(std::uint64_t key, const check::BeadContext& context, const JudgedBead& judged);

 private:
  struct Found {
    JudgedBead judged;
    std::size_t source_begin = 0;  ///< of the passages, when it was judged
    std::size_t target_begin = 0;
  };

  std::unordered_map<std::uint64_t, Found> earlier_;
  std::unordered_map<std::uint64_t, Found> now_;
};

/// All that a memory holds of the last review.
struct ReviewMemory::Kept {
  bool knows_alignment = false;
  Alignment alignment;
  Document source;  ///< as they were then
  Document target;
  pair::AnalysedDocument analysed_source;
  pair::AnalysedDocument analysed_target;
  std::optional<std::size_t> filled;
  bool puts_off_whole_text = false;
  std::vector<Finding> of_whole_text;  ///< what the rules that see all the text found
  KeptFindings findings;
  check::KeptNameForms name_forms;
};

/// What was found in the text as a whole, as far as it is not of what was changed since, at its
/// places in the texts and beads of now.
[[nodiscard]] std::vector<Finding> carried_findings(const ReviewMemory::Kept& kept,
                                                    const Document& target,
                                                    const Alignment& alignment);

}  // namespace duizhao
