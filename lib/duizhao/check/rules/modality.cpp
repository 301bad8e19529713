// Rule `modality`: the target obliges where the source allows, or is certain where it doubts.
//
// Fires:   必须 → may; shall → 可以; 有权 → "is obliged to"; 自愿 → mandatory; 可能 → certainly.
// Silent:  应当 → must, should, "is to"; 得 (may) → may; "can only" → 必须; a word that also stands
//          on the other side. What one side forbids, the rule `negation` sees.
//
// The table (evidence/opposites/forces.inc) has for every force the words that say it and those
// that may.

#include <array>

#include "duizhao/check/evidence/opposites/opposites.h"
#include "duizhao/check/rule.h"

namespace duizhao::check {
namespace {

constexpr std::array kKinds = {
    FindingKind{"modality/force", Category::kMistranslation, Severity::kMajor, 0.6},
};

void check_modality(const BeadContext& context, std::vector<Finding>& findings) {
  tell_oppositions(context, Contrast::kForce, kind(kKinds, "modality/force"), findings);
}

constexpr std::array kExamples = {
    Example{"承运人必须出具收据。", "The carrier may issue a receipt.", "modality/force"},
    Example{"The supplier shall replace defective parts.", "供应商可以更换有缺陷的部件。",
            "modality/force"},
    Example{"参加测验纯属自愿。", "Taking the test is mandatory.", "modality/force"},
    Example{"承运人应当出具收据。", "The carrier must issue a receipt."},
    Example{"气温可能下降。", "Temperatures may drop."},
};

}  // namespace

extern const Rule kModalityRule = {
    .id = "modality",
    // As grave as a negation that goes or comes.
    .concern = Concern::kNegation,
    .kinds = kKinds,
    .examples = kExamples,
    .check_bead = check_modality,
};

}  // namespace duizhao::check
