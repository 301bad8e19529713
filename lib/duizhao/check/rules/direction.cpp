// Rule `direction`: a figure that both sides name rises on one and falls on the other.
//
// Fires:   增长5% → "fell 5%"; 由5%升至8% → "fell to 8%"; 下跌2.1% → "gained 2.1%".
// Silent:  下降5% → "a 5% decline"; 跌幅收窄至5% → "the rise in the decline …": both are said;
//          a figure that stands twice.

#include <array>

#include "duizhao/check/evidence/facts/fact_findings.h"
#include "duizhao/check/rule.h"

namespace duizhao::check {
namespace {

constexpr std::array kKinds = {
    FindingKind{"direction/opposed", Category::kMistranslation, Severity::kMajor, 0.65},
};

void check_directions(const BeadContext& context, std::vector<Finding>& findings) {
  report_differences(FactRule::kDirection, kKinds, context, findings);
}

constexpr std::array kExamples = {
    Example{"失业率上升至6%。", "The unemployment rate fell to 6%.", "direction/opposed"},
    Example{"Shares gained 2.1% on Friday.", "周五股价下挫2.1%。", "direction/opposed"},
    Example{"失业率上升至6%。", "The unemployment rate climbed to 6%."},
    Example{"降幅收窄1.2个百分点。", "The rate of decline narrowed by 1.2 percentage points."},
};

}  // namespace

extern const Rule kDirectionRule = {
    .id = "direction",
    .concern = Concern::kFacts,
    .kinds = kKinds,
    .examples = kExamples,
    .check_bead = check_directions,
};

}  // namespace duizhao::check
