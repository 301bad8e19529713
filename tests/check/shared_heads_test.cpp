#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "check/reviewed.h"

using duizhao::Finding;
using duizhao::Severity;
using duizhao::tests::others_in;

TEST_CASE("shared heads: a law is not another, of which only the kind is the same") {
  const std::string source = "《僱傭條例》訂明最低保障。";
  const std::string target = "The Immigration Ordinance sets minimum protections.";
  const auto findings = others_in(source, target);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::kMinor);
  CHECK(findings[0].source->in(source) == "僱傭條例");
  CHECK(findings[0].target->in(target) == "Immigration Ordinance");
  CHECK(
      others_in("The court applied the Companies Ordinance.", "法院引用了《破產條例》。").size() ==
      1);
  CHECK(others_in(source, "The Employment Ordinance sets minimum protections.").empty());
}

TEST_CASE("shared heads: a prize in a person's name is not another's") {
  CHECK(others_in("The Booker Prize went to a debut novel.", "雨果奖授予了一部处女作。").size() ==
        1);
  CHECK(others_in("The Hugo Award went to a debut novel.", "雨果奖授予了一部处女作。").empty());
}

TEST_CASE("shared heads: titles of works may be free") {
  CHECK(others_in("Waterloo Bridge made audiences weep all over China.",
                  "《魂断蓝桥》让全中国的观众落泪。")
            .empty());
}
