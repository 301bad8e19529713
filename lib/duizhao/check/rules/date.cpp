// Rule `date`: a date, a time of day or a part of the calendar is another one in the target.
//
// Fires:   11月15日 → November 5; 2012年 → 2021; 下午6点 → 9 p.m.; 第三季度 → the second quarter;
//          上世纪九十年代 → the 1980s; "Jully 26" (minor: a slip in the month's name);
//          去年 → last month; 同比 → month on month; 每年 → monthly;
//          11点 → 11 p.m. where nothing speaks of an evening (minor).
// Silent:  今年 → 2024; 2月22日…当月27日 → February 22 … February 27; 14时 → 2 p.m.;
//          民国一百零四年 → 2015; a year that the other side leaves to the context.

#include <array>

#include "duizhao/check/evidence/facts/fact_findings.h"
#include "duizhao/check/evidence/opposites/opposites.h"
#include "duizhao/check/rule.h"

namespace duizhao::check {
namespace {

// How sure each is, facts/compare.cpp says.
constexpr std::array kKinds = {
    FindingKind{"date/value", Category::kMistranslation, Severity::kMajor, 0.9, "fact/value"},
    FindingKind{"date/swapped", Category::kMistranslation, Severity::kMajor, 0.9, "fact/swapped"},
    FindingKind{"date/bound", Category::kMistranslation, Severity::kMajor, 0.9, "fact/bound"},
    FindingKind{"date/half-of-day", Category::kMistranslation, Severity::kMinor, 0.9,
                "fact/half-of-day"},
    FindingKind{"date/missing", Category::kOmission, Severity::kMinor, 0.9, "fact/missing"},
    FindingKind{"date/added", Category::kAddition, Severity::kMinor, 0.9, "fact/added"},
    FindingKind{"date/month-name", Category::kNumberFormat, Severity::kMinor, 0.9,
                "fact/month-name"},
    FindingKind{"date/date-marks", Category::kNumberFormat, Severity::kMinor, 0.9,
                "fact/date-marks"},
    FindingKind{"date/period", Category::kMistranslation, Severity::kMajor, 0.6},
    FindingKind{"date/full-width", Category::kNumberFormat, Severity::kMinor, 0.9,
                "fact/full-width"},
};

void check_dates(const BeadContext& context, std::vector<Finding>& findings) {
  report_differences(FactRule::kDate, kKinds, context, findings);
  tell_oppositions(context, Contrast::kPeriod, kind(kKinds, "date/period"), findings);
}

constexpr std::array kExamples = {
    Example{"会议于11月15日举行。", "The meeting was held on November 5.", "date/value"},
    Example{"该公司成立于2012年。", "The company was founded in 2021.", "date/value"},
    Example{"11点刚过，抗议者便堵住了道路。", "Protesters blocked the road just after 11 p.m.",
            "date/half-of-day"},
    Example{"该厂去年投产。", "The plant went into operation last month.", "date/period"},
    Example{"该公司于7月26日成立。", "The company was founded on Jully 26.", "date/month-name"},
    Example{"会议于2020年7月24日举行。", "The meeting was held on 24, July, 2020.",
            "date/date-marks"},
    Example{"该公司成立于2012年3月。", "The company was founded.", "date/missing"},
    Example{"该厂去年投产。", "The plant went into operation a year ago."},
    Example{"会议于14时开始。", "The meeting began at 2 p.m."},
    Example{"该厂建于民国一百零四年。", "The plant was built in 2015."},
};

}  // namespace

extern const Rule kDateRule = {
    .id = "date",
    .concern = Concern::kFacts,
    .kinds = kKinds,
    .examples = kExamples,
    .check_bead = check_dates,
};

}  // namespace duizhao::check
