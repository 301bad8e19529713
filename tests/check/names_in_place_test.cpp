#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "check/reviewed.h"

using duizhao::Finding;
using duizhao::Severity;
using duizhao::tests::others_in;

TEST_CASE("names in place: beside what is translated there is another name") {
  const std::string source = "The ferry sank near Lucca in the night.";
  const std::string target = "渡轮夜里在比萨附近沉没。";
  const auto findings = others_in(source, target);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::kMinor);
  CHECK(findings[0].source->in(source) == "Lucca");
  CHECK(findings[0].target->in(target) == "比萨");
  CHECK(findings[0].suggestion == "卢卡");
  CHECK(others_in(source, "渡轮夜里在卢卡附近沉没。").empty());
}

TEST_CASE("names in place: a title tells who stands behind it") {
  const std::string source = "考古学家卡特打开了墓门。";
  const std::string target = "The archaeologist Petrie opened the door of the tomb.";
  const auto findings = others_in(source, target);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].source->in(source) == "卡特");
  CHECK(findings[0].target->in(target) == "Petrie");
  CHECK(others_in(source, "The archaeologist Carter opened the door of the tomb.").empty());
}

TEST_CASE("names in place: of a full name the surname is another's") {
  const std::string source = "Emma Woodhouse was clever and rich.";
  const std::string target = "爱玛·达什伍德聪明而且富有。";
  const auto findings = others_in(source, target);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].source->in(source) == "Woodhouse");
  CHECK(findings[0].target->in(target) == "达什伍德");
  CHECK(others_in(source, "爱玛·伍德豪斯聪明而且富有。").empty());
}

TEST_CASE(
    "names in place: a university or river is another, of which only the kind is translated") {
  const std::string source = "He taught philosophy at the University of Minnesota.";
  const std::string target = "他在密歇根大学教哲学。";
  const auto findings = others_in(source, target);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].source->in(source) == "Minnesota");
  CHECK(findings[0].target->in(target) == "密歇根");
  CHECK(others_in(source, "他在明尼苏达大学教哲学。").empty());
}

TEST_CASE(
    "names in place: only hints of parts of names, given names, and what is called after it") {
  for (const auto& [source, target] :
       {std::pair("The car stopped near Morges at night.", "汽车夜里停在莫尔日附近。"),
        std::pair("They enslaved the Khoikhoi.", "他们奴役了科伊人。"),
        std::pair("The storm struck Mindanao on Monday.", "风暴周一袭击了棉兰老岛。"),
        std::pair("De la Madrid conceded the point.", "德拉马德承认了这一点。"),
        std::pair("Ichiro led off with a single.", "铃木一朗以一垒安打开局。")}) {
    for (const Finding& finding : others_in(source, target)) {
      CHECK(finding.severity == Severity::kNeutral);
    }
  }
}

TEST_CASE("names in place: a transliteration that is known as another's is no variant") {
  CHECK(others_in("Darwin kept the beetles in small boxes.", "达尔顿把甲虫放在小盒子里。").size() ==
        1);
  CHECK(others_in("Darwin kept the beetles in small boxes.", "达尔文把甲虫放在小盒子里。").empty());
}
