// Rule `number`: a number of the source is another number in the target.
//
// Fires:   3.2亿 → 3.2 million (critical: a hundredth of it); 三成 → 13 percent; 第十八届 → the
// 8th;
//          不到300 → "more than 300" (the same figure, from the other side);
//          6,500 → 65,00 (minor: the digits are grouped as no reader expects);
//          a number that only one side has is minor.
// Silent:  37亿 → 3.7 billion; 三成 → 30%; 逾三成 → "more than 30 percent"; 数十 → "dozens";
//          30% → "nearly a third"; a number repeated, or stated by the neighbouring sentence.

#include <array>

#include "duizhao/check/evidence/facts/fact_findings.h"
#include "duizhao/check/evidence/facts/scores.h"
#include "duizhao/check/rule.h"

namespace duizhao::check {
namespace {

// How sure each is, facts/compare.cpp says.
constexpr std::array kKinds = {
    FindingKind{"number/value", Category::kMistranslation, Severity::kMajor, 0.9, "fact/value"},
    FindingKind{"number/magnitude", Category::kMistranslation, Severity::kCritical, 0.9,
                "fact/magnitude"},
    FindingKind{"number/swapped", Category::kMistranslation, Severity::kMajor, 0.9, "fact/swapped"},
    FindingKind{"number/sign", Category::kMistranslation, Severity::kMajor, 0.9, "fact/sign"},
    FindingKind{"number/bound", Category::kMistranslation, Severity::kMajor, 0.9, "fact/bound"},
    FindingKind{"number/missing", Category::kOmission, Severity::kMinor, 0.9, "fact/missing"},
    FindingKind{"number/added", Category::kAddition, Severity::kMinor, 0.9, "fact/added"},
    FindingKind{"number/grouping", Category::kNumberFormat, Severity::kMinor, 0.9, "fact/grouping"},
    FindingKind{"number/foreign-magnitude", Category::kNumberFormat, Severity::kMinor, 0.9,
                "fact/foreign-magnitude"},
    FindingKind{"number/full-width", Category::kNumberFormat, Severity::kMinor, 0.9,
                "fact/full-width"},
};

void check_numbers(const BeadContext& context, std::vector<Finding>& findings) {
  report_differences(FactRule::kNumber, kKinds, context, findings);
  for (const ExchangedScore& score : exchanged_scores(context)) {
    Finding finding(kind(kKinds, "number/swapped"));
    finding.confidence = 0.75;
    finding.source = score.source;
    finding.target = score.target;
    findings.push_back(
        std::move(finding.with("source", score.source.in(context.source.document->text))
                      .with("target", score.target.in(context.target.document->text))));
  }
}

constexpr std::array kExamples = {
    Example{"Growth came in at -1.2%.", "增长率为1.2%。", "number/sign"},
    Example{"2020年增长率为-5.2%。", "The economy shrank 5.2% in 2020."},
    Example{"这款应用有3.2亿用户。", "The app has 3.2 million users.", "number/magnitude"},
    Example{"三成受访者表示同意。", "13 percent of those asked agreed.", "number/value"},
    Example{"参加者不到300人。", "More than 300 people took part.", "number/bound"},
    Example{"共造成6起火灾，4人轻微烧伤。", "It caused 4 fires, and 6 people had minor burns.",
            "number/swapped"},
    Example{"青屿队以78比64轻取云浦队。", "Qingyu beat Yunpu 64-78.", "number/swapped"},
    Example{"该厂有6,500名工人。", "The plant has 65,00 workers.", "number/grouping"},
    Example{"公司雇用了三百二十名工人。", "The company has hired workers.", "number/missing"},
    Example{"公司雇用了工人。", "The company hired 320 workers.", "number/added"},
    Example{"公司收入25亿。", "The company took in 25亿.", "number/foreign-magnitude"},
    Example{"The plant has 650 workers.", "该厂有６５０名工人。", "number/full-width"},
    Example{"公司去年收入37亿。", "The company took in 3.7 billion last year."},
    Example{"逾三成受访者表示同意。", "More than 30 percent of those asked agreed."},
    Example{"江湾队以1比3不敌白石队。", "Jiangwan lost 3-1 to Baishi."},
    Example{"数十人参加了会议。", "Dozens of people came to the meeting."},
};

}  // namespace

extern const Rule kNumberRule = {
    .id = "number",
    .concern = Concern::kFacts,
    .kinds = kKinds,
    .examples = kExamples,
    .check_bead = check_numbers,
};

}  // namespace duizhao::check
