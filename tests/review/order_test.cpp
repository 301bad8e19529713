#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "../check/reviewed.h"

using namespace duizhao;

namespace {

constexpr FindingKind kNumber{"number/value", Category::kMistranslation};
constexpr FindingKind kTerm{"term/missing", Category::kWrongTerm};

Finding finding_at(const FindingKind& kind, std::optional<std::size_t> bead,
                   std::optional<Span> source, std::optional<Span> target, std::string_view name) {
  Finding finding(kind);
  finding.bead = bead;
  finding.source = source;
  finding.target = target;
  return finding.with("source", name);
}

std::string name_of_one(const Finding& finding) {
  return std::get<std::string>(*finding.argument("source"));
}

}  // namespace

TEST_CASE("review: findings stand by bead, then by place in the target and in the source") {
  Review review = tests::reviewed_documents(
      "The bank raised rates.\nThe chairman resigned on Friday.\n", "该行加息。\n主席周五辞职。\n");
  REQUIRE(review.findings.empty());
  REQUIRE(review.alignment.beads.size() == 2);
  const Span early{0, 3};
  const Span late{6, 9};
  add_findings(review,
               {
                   finding_at(kNumber, 1, std::nullopt, std::nullopt, "h second bead"),
                   finding_at(kTerm, 0, std::nullopt, late, "g later in the target"),
                   finding_at(kTerm, 0, late, early, "f later in the source"),
                   finding_at(kTerm, 0, early, early, "e the rule after"),
                   finding_at(kNumber, 0, early, early, "d the rule before"),
                   finding_at(kTerm, 0, late, std::nullopt, "c nowhere in the target, later"),
                   finding_at(kTerm, 0, early, std::nullopt, "b nowhere in the target"),
                   finding_at(kTerm, std::nullopt, late, late, "a the whole document"),
               },
               {});
  std::vector<std::string> names;
  for (const Finding& finding : review.findings) names.push_back(name_of_one(finding));
  CHECK(names == std::vector<std::string>{
                     "a the whole document",
                     "b nowhere in the target",
                     "c nowhere in the target, later",
                     "d the rule before",
                     "e the rule after",
                     "f later in the source",
                     "g later in the target",
                     "h second bead",
                 });
}

TEST_CASE("review: where a whole segment was left, nothing else is told of it") {
  const std::string text = "The bank raised rates by 3 percent on Thursday, the the second time.";
  const Review review = tests::reviewed_pair(text, text);
  REQUIRE(review.findings.size() == 1);
  CHECK(review.findings[0].code == "untranslated/own-text");
}
