#include "duizhao/report/summary.h"

#include <algorithm>

namespace duizhao::report {
namespace {

void improve(std::vector<Counterpart>& where, const std::vector<std::uint32_t>& sentences,
             Counterpart found) {
  for (const std::uint32_t sentence : sentences) {
    where[sentence] = std::max(where[sentence], found);
  }
}

}  // namespace

Counterparts one_to_one_links(const Document& source, const Document& target,
                              const Alignment& alignment) {
  Counterparts where;
  where.source.resize(source.sentences.size());
  where.target.resize(target.sentences.size());
  for (const Bead& bead : alignment.beads) {
    if (bead.one_sided()) continue;
    const Counterpart found = bead.moved ? Counterpart::kMoved : Counterpart::kInPlace;
    improve(where.source, bead.source, found);
    improve(where.target, bead.target, found);
  }
  return where;
}

Coverage coverage(const Document& document, const std::vector<Counterpart>& where) {
  std::array<std::size_t, 3> bytes{};
  for (std::size_t i = 0; i < where.size(); ++i) {
    bytes[static_cast<std::size_t>(where[i])] += document.sentences[i].span.size();
  }
  const std::size_t all = bytes[0] + bytes[1] + bytes[2];
  if (all == 0) return {};
  const auto share = [&](Counterpart kind) {
    return static_cast<double>(bytes[static_cast<std::size_t>(kind)]) / static_cast<double>(all);
  };
  return {share(Counterpart::kInPlace), share(Counterpart::kMoved), share(Counterpart::kNone)};
}

Summary summarise(const Document& source, const Document& target, const Alignment& alignment,
                  const std::vector<Finding>& findings) {
  Summary summary;
  for (const Finding& finding : findings) {
    ++summary.by_severity[static_cast<std::size_t>(finding.severity)];
    const auto known = std::ranges::find(summary.by_rule, finding.rule, &RuleCount::rule);
    if (known != summary.by_rule.end()) {
      ++known->count;
    } else {
      summary.by_rule.push_back({finding.rule, 1});
    }
  }
  std::ranges::sort(summary.by_rule, [](const RuleCount& a, const RuleCount& b) {
    return a.count != b.count ? a.count > b.count : a.rule < b.rule;
  });
  const Counterparts where = one_to_one_links(source, target, alignment);
  summary.source = coverage(source, where.source);
  summary.target = coverage(target, where.target);
  return summary;
}

}  // namespace duizhao::report
