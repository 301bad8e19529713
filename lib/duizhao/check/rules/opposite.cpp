// Rule `opposite`: the target says the opposite of what the source says.
//
// Fires:   进口 → exports; 北部 → the south; 盈利 → a loss; 批准 → rejected;
//          迁出前 → after he moved; 买方应向卖方支付 → "the seller shall pay the buyer".
// Silent:  进出口 → trade; 失败 → "did not succeed"; a word that also stands on the other side; a
//          word that something else renders, as far as the lexicon knows.
//
// The table (evidence/opposites/opposites.inc) has for every member the words that say it and those
// that may.

#include <array>

#include "duizhao/check/evidence/opposites/opposites.h"
#include "duizhao/check/rule.h"

namespace duizhao::check {
namespace {

constexpr std::array kKinds = {
    FindingKind{"opposite/word", Category::kMistranslation, Severity::kMajor, 0.6},
    FindingKind{"opposite/roles", Category::kMistranslation, Severity::kMajor, 0.6},
};

void check_opposites(const BeadContext& context, std::vector<Finding>& findings) {
  tell_oppositions(context, Contrast::kMeaning, kind(kKinds, "opposite/word"), findings);
  tell_oppositions(context, Contrast::kRole, kind(kKinds, "opposite/roles"), findings);
}

constexpr std::array kExamples = {
    Example{"上季度出口额创下新高。", "Imports hit a new high in the last quarter.",
            "opposite/word"},
    Example{"The northern provinces were hit hardest.", "南部省份受灾最重。", "opposite/word"},
    Example{"The deposit is refunded after the tenant moves out.", "租客迁出前退还押金。",
            "opposite/word"},
    Example{"The English version prevails.", "以中文本为准。", "opposite/word"},
    Example{"买方应向卖方支付尾款。", "The seller shall pay the balance to the buyer.",
            "opposite/roles"},
    Example{"买方应向卖方支付尾款。", "The buyer shall pay the balance to the seller."},
    Example{"他的尝试失败了。", "His attempt did not succeed."},
    Example{"公司总部位于东南沿海。", "The company is based on the southeastern coast."},
};

}  // namespace

extern const Rule kOppositeRule = {
    .id = "opposite",
    // As grave as a negation that goes or comes, and as rare.
    .concern = Concern::kNegation,
    .kinds = kKinds,
    .examples = kExamples,
    .check_bead = check_opposites,
};

}  // namespace duizhao::check
