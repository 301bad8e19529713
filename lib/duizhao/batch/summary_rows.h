#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/batch/summary.h"

/// Parts that the forms of a summary share.
namespace duizhao::batch {

struct RuleRow {
  std::string_view rule;
  RuleOutcome outcome;
};

/// Rules by how many pairs have a finding of theirs, most first.
[[nodiscard]] std::vector<RuleRow> rule_rows(const Summary& summary);

/// The parts of an entry of Summary::frequent.
struct FrequentParts {
  std::string_view code;
  std::string_view source;
  std::string_view target;
};
[[nodiscard]] FrequentParts parts_of(const Frequent::Counted& entry);

/// Pairs whose quality is below the limit of a bin.
[[nodiscard]] std::uint64_t pairs_below(const Summary& summary, std::size_t bin);

/// "report.en.txt → report.zh.txt", or the name of a bilingual file.
[[nodiscard]] std::string name_of(const InputOutcome& input);

}  // namespace duizhao::batch
