// Rule `pronoun`: he for she, or she for he.
//
// Fires:   他 → she, where neither side speaks of both; 他母亲 → "her mother".
// Silent:  "his or her" → 他; a ship's "her" → 其; a pronoun that one side does without.

#include <array>
#include <optional>

#include "duizhao/check/evidence/opposites/pronouns.h"
#include "duizhao/check/rule.h"

namespace duizhao::check {
namespace {

constexpr std::array kKinds = {
    FindingKind{"pronoun/gender", Category::kMistranslation, Severity::kMajor, 0.7},
    // The pronoun may be another person's.
    FindingKind{"pronoun/gender-perhaps", Category::kMistranslation, Severity::kMinor, 0.4,
                "pronoun/gender"},
};

void check_pronouns(const BeadContext& context, std::vector<Finding>& findings) {
  const std::optional<OtherGender> found = other_gender(context);
  if (!found) return;
  Finding finding(found->perhaps_another ? kind(kKinds, "pronoun/gender-perhaps")
                                         : kind(kKinds, "pronoun/gender"));
  finding.source = found->source;
  finding.target = found->target;
  findings.push_back(
      std::move(finding.with("source", found->source.in(context.source.document->text))
                    .with("target", found->target.in(context.target.document->text))));
}

constexpr std::array kExamples = {
    Example{"她表示会继续努力。", "He said that he would go on trying.", "pronoun/gender"},
    Example{"The dentist said he was retiring.", "牙医说她要退休了。", "pronoun/gender"},
    Example{"他母亲说他去了海边。", "Her mother said he had gone to the sea.",
            "pronoun/gender-perhaps"},
    Example{"每位读者都可以带上他的朋友。", "Every reader may bring his or her friends."},
    Example{"The ferry sank with her crew.", "渡轮连同其船员一起沉没。"},
};

}  // namespace

extern const Rule kPronounRule = {
    .id = "pronoun",
    .concern = Concern::kNegation,
    .kinds = kKinds,
    .examples = kExamples,
    .check_bead = check_pronouns,
};

}  // namespace duizhao::check
