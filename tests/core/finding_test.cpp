#include "duizhao/core/finding.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <variant>

using duizhao::name_of;
using duizhao::Severity;
using duizhao::severity_named;

TEST_CASE("finding: every severity is found by its own name") {
  for (const Severity severity :
       {Severity::kNeutral, Severity::kMinor, Severity::kMajor, Severity::kCritical}) {
    CHECK(severity_named(name_of(severity)) == severity);
  }
}

TEST_CASE("finding: names are exact, and an unknown one is no severity") {
  CHECK(!severity_named("Major"));
  CHECK(!severity_named("majo"));
  CHECK(!severity_named(""));
}

TEST_CASE("finding: a category has the name that programs read, and one spelling") {
  constexpr std::array<std::string_view, duizhao::kCategories> kNames = {
      "accuracy/mistranslation",
      "accuracy/omission",
      "accuracy/addition",
      "accuracy/untranslated",
      "terminology/wrong-term",
      "terminology/inconsistent-use-of-terminology",
      "terminology/inconsistent-with-terminology-resource",
      "linguistic-conventions/grammar",
      "linguistic-conventions/punctuation",
      "linguistic-conventions/textual-conventions",
      "locale-conventions",
      "locale-conventions/number-format",
      "locale-conventions/measurement-format",
      "locale-conventions/character-encoding",
      "design-and-markup/markup",
  };
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    CHECK(name_of(static_cast<duizhao::Category>(i)) == kNames[i]);
  }
}

TEST_CASE("finding: it has what its kind says, and the arguments that it was given") {
  constexpr duizhao::FindingKind kKind{"number/magnitude", duizhao::Category::kMistranslation,
                                       Severity::kCritical, 0.9, "fact/magnitude"};
  duizhao::Finding finding(kKind);
  CHECK(finding.rule == "number");
  CHECK(finding.code == "number/magnitude");
  CHECK(finding.message_id == "fact/magnitude");
  CHECK(finding.severity == Severity::kCritical);
  CHECK(finding.confidence == 0.9);
  CHECK(finding.places == 1);
  finding.with("source", "3.7亿").with("factor", 0.01);
  CHECK(std::get<std::string>(*finding.argument("source")) == "3.7亿");
  CHECK(std::get<double>(*finding.argument("factor")) == 0.01);
  CHECK(finding.argument("target") == nullptr);
  constexpr duizhao::FindingKind kOther{"length/too-long"};
  CHECK(duizhao::Finding(kOther).message_id == "length/too-long");
}
