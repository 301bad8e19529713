// Rule `money`: an amount of money is another amount, or the same amount of another currency.
//
// Fires:   37亿美元 → US$3.7 million (critical); 500港元 → US$500; 20000元 → 2,000 yuan.
// Silent:  37亿美元 → US$3.7 billion; 5元 → $5 and → 5 yuan, since 元 leaves the country open;
//          two wan yuan written out; an amount whose currency the other side leaves to the context.

#include <array>

#include "duizhao/check/evidence/facts/fact_findings.h"
#include "duizhao/check/rule.h"

namespace duizhao::check {
namespace {

// How sure each is, facts/compare.cpp says.
constexpr std::array kKinds = {
    FindingKind{"money/value", Category::kMistranslation, Severity::kMajor, 0.9, "fact/value"},
    FindingKind{"money/magnitude", Category::kMistranslation, Severity::kCritical, 0.9,
                "fact/magnitude"},
    FindingKind{"money/currency", Category::kMistranslation, Severity::kMajor, 0.9,
                "fact/currency"},
    FindingKind{"money/currency-alone", Category::kMistranslation, Severity::kMajor, 0.9,
                "fact/currency-alone"},
    FindingKind{"money/swapped", Category::kMistranslation, Severity::kMajor, 0.9, "fact/swapped"},
    FindingKind{"money/sign", Category::kMistranslation, Severity::kMajor, 0.9, "fact/sign"},
    FindingKind{"money/bound", Category::kMistranslation, Severity::kMajor, 0.9, "fact/bound"},
    FindingKind{"money/missing", Category::kOmission, Severity::kMinor, 0.9, "fact/missing"},
    FindingKind{"money/added", Category::kAddition, Severity::kMinor, 0.9, "fact/added"},
};

void check_money(const BeadContext& context, std::vector<Finding>& findings) {
  report_differences(FactRule::kMoney, kKinds, context, findings);
}

constexpr std::array kExamples = {
    Example{"公司收入37亿美元。", "The company took in US$3.7 million.", "money/magnitude"},
    Example{"门票每张500港元。", "A ticket costs US$500.", "money/currency"},
    Example{"门票每张500元。", "A ticket costs 500 dollars.", "money/currency"},
    Example{"门票不到500港元。", "A ticket costs more than HK$500.", "money/bound"},
    Example{"门票每张500港元。", "There are tickets for all.", "money/missing"},
    Example{"公司收入37亿美元。", "The company took in US$3.7 billion."},
    Example{"门票每张5元。", "A ticket costs 5 yuan."},
};

}  // namespace

extern const Rule kMoneyRule = {
    .id = "money",
    .concern = Concern::kFacts,
    .kinds = kKinds,
    .examples = kExamples,
    .check_bead = check_money,
};

}  // namespace duizhao::check
