#include "duizhao/check/whole_text.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "reviewed.h"

using namespace duizhao;

namespace {

/// The findings on two texts, as a whole review has them.
std::vector<Finding> findings(std::string_view source, std::string_view target) {
  Document from = tests::document_of(std::string(source));
  Document to = tests::document_of(std::string(target));
  text::segment(from);
  text::segment(to);
  return review(std::move(from), std::move(to), tests::resources(), {}).findings;
}

bool has(const std::vector<Finding>& found, std::string_view code) {
  return std::ranges::find(found, code, &Finding::code) != found.end();
}

constexpr std::string_view kEnglish =
    "Chen Jiamin opened the shop in spring.\nEvery morning Chen Jiamin swept the yard and lit the "
    "stove.\nThe neighbours came for tea and stayed until noon.\n";

}  // namespace

TEST_CASE("whole text: a name that stands elsewhere may be a pronoun here") {
  CHECK_FALSE(has(findings(kEnglish,
                           "陈嘉敏春天开了这家店。\n每天早晨她都打扫院子，生好炉子。\n"
                           "邻居们来喝茶，一直坐到中午。\n"),
                  "name/chinese-name"));
  CHECK(has(findings(kEnglish,
                     "店主春天开了这家店。\n每天早晨她都打扫院子，生好炉子。\n"
                     "邻居们来喝茶，一直坐到中午。\n"),
            "name/chinese-name"));
}

TEST_CASE("whole text: a name that stands elsewhere is a hint where nothing stands for it") {
  const auto found = findings(kEnglish,
                              "陈嘉敏春天开了这家店。\n每天早晨都打扫院子，生好炉子。\n"
                              "邻居们来喝茶，一直坐到中午。\n");
  const auto name = std::ranges::find(found, "name/chinese-name", &Finding::code);
  REQUIRE(name != found.end());
  CHECK(name->severity == Severity::kNeutral);
}

TEST_CASE("whole text: another person in the place of one who stands elsewhere is told") {
  const auto found = findings(kEnglish,
                              "陈嘉敏春天开了这家店。\n刘志远说他每天早晨打扫院子。\n"
                              "邻居们来喝茶，一直坐到中午。\n");
  const auto name = std::ranges::find(found, "name/chinese-name", &Finding::code);
  REQUIRE(name != found.end());
  CHECK(name->severity > Severity::kNeutral);
  CHECK(name->target);
}

TEST_CASE("whole text: 他 for everybody is no slip in a text that has no 她") {
  const std::string_view english =
      "The nurse said she would come.\nThe teacher said she would cook.\nThe driver said she was "
      "tired.\nThe singer said she would stay.\n";
  CHECK_FALSE(has(findings(english,
                           "护士说他要来。\n老师说他要做饭。\n司机说他累了。\n"
                           "歌手说他会留下。\n"),
                  "pronoun/gender"));
  CHECK(has(findings(english,
                     "护士说他要来。\n老师说他要做饭。\n司机说他累了。\n"
                     "歌手说她会留下。\n"),
            "pronoun/gender"));
}

TEST_CASE("whole text: a year that the source names elsewhere is a hint where the target adds it") {
  const std::string_view source =
      "This is the report for 2017.\nIn 2017 the fund grew by 5%.\nThe board met every month.\nThe "
      "assets of the fund were 40 million pounds.\n";
  for (const std::string year : {"2017", "2016"}) {
    const auto found = findings(source,
                                "这是2017年的报告。\n2017年，基金增长5%。\n"
                                "董事会每月开会。\n" +
                                    year + "年，基金的资产为4,000万英镑。\n");
    const auto added = std::ranges::find(found, "date/added", &Finding::code);
    REQUIRE(added != found.end());
    CHECK((added->severity == Severity::kNeutral) == (year == "2017"));
  }
}
