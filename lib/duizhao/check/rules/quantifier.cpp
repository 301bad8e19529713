// Rule `quantifier`: how many, how much or how often is otherwise in the target.
//
// Fires:   所有 → some; most → 少数; 经常 → rarely; "neither" → 均获.
// Silent:  许多 → "a large number of"; 都 → every; "not all" → 部分; a word that also stands on the
//          other side.
//
// The table (evidence/opposites/quantities.inc) has for every quantity the words that say it and
// those that may.

#include <array>

#include "duizhao/check/evidence/opposites/opposites.h"
#include "duizhao/check/rule.h"

namespace duizhao::check {
namespace {

constexpr std::array kKinds = {
    FindingKind{"quantifier/other", Category::kMistranslation, Severity::kMajor, 0.6},
};

void check_quantifiers(const BeadContext& context, std::vector<Finding>& findings) {
  tell_oppositions(context, Contrast::kQuantity, kind(kKinds, "quantifier/other"), findings);
}

constexpr std::array kExamples = {
    Example{"所有窗户都关着。", "Some windows were shut.", "quantifier/other"},
    Example{"全体董事出席了会议。", "Most directors attended the meeting.", "quantifier/other"},
    Example{"Most shops stayed shut.", "少数商店仍未营业。", "quantifier/other"},
    Example{"他经常迟到。", "He is rarely late.", "quantifier/other"},
    Example{"每扇窗户都关着。", "All the windows were shut."},
    Example{"并非所有商店都营业。", "Some shops were shut."},
};

}  // namespace

extern const Rule kQuantifierRule = {
    .id = "quantifier",
    .concern = Concern::kNegation,
    .kinds = kKinds,
    .examples = kExamples,
    .check_bead = check_quantifiers,
};

}  // namespace duizhao::check
