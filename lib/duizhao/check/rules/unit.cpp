// Rule `unit`: the figure is right and its unit is not, or a measure was converted wrongly.
//
// Fires:   每小时83公里 → 83 mph; 5% → 5 basis points; 每吨300美元 → $300 per kg; 150亩 → 150
// acres; 1,600公里 → 100 miles. Silent:  1,600公里 → 1,000 miles (rounded as conversions are); 3年
// → 36 months; 0.5公里 → 500 m;
//          a unit that the other side leaves out.

#include <array>
#include <utility>

#include "duizhao/check/evidence/facts/fact_findings.h"
#include "duizhao/check/evidence/facts/rates.h"
#include "duizhao/check/rule.h"

namespace duizhao::check {
namespace {

// How sure each is, facts/compare.cpp says.
constexpr std::array kKinds = {
    FindingKind{"unit/value", Category::kMistranslation, Severity::kMajor, 0.9, "fact/value"},
    FindingKind{"unit/magnitude", Category::kMistranslation, Severity::kCritical, 0.9,
                "fact/magnitude"},
    FindingKind{"unit/unit", Category::kMistranslation, Severity::kMajor, 0.9, "fact/unit"},
    FindingKind{"unit/swapped", Category::kMistranslation, Severity::kMajor, 0.9, "fact/swapped"},
    FindingKind{"unit/sign", Category::kMistranslation, Severity::kMajor, 0.9, "fact/sign"},
    FindingKind{"unit/bound", Category::kMistranslation, Severity::kMajor, 0.9, "fact/bound"},
    FindingKind{"unit/heading", Category::kMistranslation, Severity::kMajor, 0.8},
    FindingKind{"unit/scale", Category::kMeasurementFormat, Severity::kMinor, 0.9, "fact/scale"},
};

void check_units(const BeadContext& context, std::vector<Finding>& findings) {
  report_differences(FactRule::kUnit, kKinds, context, findings);
  if (const auto base = other_base(context)) {
    Finding finding(kind(kKinds, "unit/unit"));
    finding.confidence = 0.7;
    finding.source = base->source;
    finding.target = base->target;
    findings.push_back(
        std::move(finding.with("source", base->source.in(context.source.document->text))
                      .with("target", base->target.in(context.target.document->text))));
  }
}

/// The headings of tables that give another unit, unless the figures below are converted.
void check_headings(const DocumentContext& context, std::vector<Finding>& findings) {
  for (const pair::HeadedTable& table : context.tables) {
    if (table.converted) continue;
    Finding finding(kind(kKinds, "unit/heading"));
    finding.bead = table.bead;
    finding.source = table.source.span;
    finding.target = table.target.span;
    findings.push_back(std::move(finding.with("source", finding.source->in(context.source.text))
                                     .with("target", finding.target->in(context.target.text))));
  }
}

constexpr std::array kExamples = {
    Example{"单位：亿元", "RMB million", "unit/heading"},
    Example{"单位：亿元\n营业收入 1.5\n营业成本 1.2\n",
            "RMB million\nRevenue 150\nCost of sales 120\n"},
    Example{"人口（万人）", "Population ('0,000)"},
    Example{"风速为每小时83公里。", "The wind blew at 83 mph.", "unit/unit"},
    Example{"利率上升5%。", "The rate rose by 5 basis points.", "unit/unit"},
    Example{"价格为每吨300美元。", "The price is $300 per kilogram.", "unit/unit"},
    Example{"两地相距1,600公里。", "The two are 100 miles apart.", "unit/value"},
    Example{"水温升至27℃。", "The water warmed to 27 degrees.", "unit/scale"},
    Example{"两地相距1,600公里。", "The two are 1,000 miles apart."},
    Example{"合同期为3年。", "The contract runs for 36 months."},
};

}  // namespace

extern const Rule kUnitRule = {
    .id = "unit",
    .concern = Concern::kFacts,
    .kinds = kKinds,
    .examples = kExamples,
    .check_bead = check_units,
    .check_document = check_headings,
};

}  // namespace duizhao::check
