#include "duizhao/batch/summary_rows.h"

#include <algorithm>
#include <numeric>

namespace duizhao::batch {

std::vector<RuleRow> rule_rows(const Summary& summary) {
  std::vector<RuleRow> rows;
  for (const auto& [rule, outcome] : summary.rules()) rows.push_back({rule, outcome});
  std::ranges::stable_sort(
      rows, [](const RuleRow& a, const RuleRow& b) { return a.outcome.pairs > b.outcome.pairs; });
  return rows;
}

FrequentParts parts_of(const Frequent::Counted& entry) {
  const std::string_view text = entry.text;
  const std::size_t first = text.find('\t');
  const std::size_t second = text.find('\t', first + 1);
  return {text.substr(0, first), text.substr(first + 1, second - first - 1),
          text.substr(second + 1)};
}

std::uint64_t pairs_below(const Summary& summary, std::size_t bin) {
  const auto& bins = summary.by_quality();
  return std::accumulate(bins.begin(), bins.begin() + static_cast<std::ptrdiff_t>(bin),
                         std::uint64_t{0});
}

std::string name_of(const InputOutcome& input) {
  return input.target_file.empty() ? input.file : input.file + " → " + input.target_file;
}

}  // namespace duizhao::batch
