#include "duizhao/batch/summary.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "batch/records.h"
#include "duizhao/batch/overview_page.h"
#include "duizhao/batch/summary_rows.h"
#include "duizhao/batch/summary_text.h"

namespace duizhao::batch {
namespace {

using tests::one_input;
using tests::record_of;

Summary sample() {
  Summary summary(one_input());
  summary.add(record_of(0, 0.95));
  summary.add(record_of(1, 0.31, {"number", "number", "name"}));
  summary.add(record_of(2, 1.0, {"number"}));
  Record unjudged = record_of(3, 0);
  unjudged.score.quality.reset();
  unjudged.score.unjudged = "the target is empty";
  summary.add(unjudged);
  return summary;
}

TEST_CASE("summary: pairs, findings and thresholds are counted") {
  const Summary summary = sample();
  CHECK(summary.whole().pairs == 4);
  CHECK(summary.whole().unjudged == 1);
  CHECK(summary.whole().with_findings == 2);
  CHECK(summary.whole().count(Severity::kMajor) == 4);
  CHECK(summary.rules().at("number").pairs == 2);
  CHECK(summary.rules().at("number").pairs_alone == 1);
  CHECK(summary.rules().at("name").pairs_alone == 0);
  CHECK(summary.by_quality()[6] == 1);
  CHECK(summary.by_quality()[19] == 2);
  CHECK(pairs_below(summary, 14) == 1);
  CHECK(summary.by_penalty()[1] == 2);  // 5 or more
  CHECK(summary.by_penalty()[2] == 1);
  REQUIRE(summary.worst().size() == 3);
  CHECK(summary.worst().front().line == 2);
  CHECK(summary.frequent().front().count == 3);
}

TEST_CASE("summary: an input that breaks and units that are passed over are kept with it") {
  Summary summary = sample();
  Record error;
  error.kind = Record::Kind::kError;
  error.message = "no end";
  error.line = 9;
  summary.add(error);
  Record passed;
  passed.kind = Record::Kind::kPassedOver;
  passed.passed_over = 3;
  summary.add(passed);
  CHECK(summary.broken() == 1);
  CHECK(summary.inputs().front().error == "no end");
  CHECK(summary.inputs().front().passed_over == 3);
  CHECK(summary.whole().pairs == 4);
}

TEST_CASE("summary: the worst pairs stay, however many there are, the first ones of equals") {
  Summary summary(one_input());
  for (std::uint64_t i = 0; i < 1000; ++i) summary.add(record_of(i, double(i % 500) / 500));
  REQUIRE(summary.worst().size() == Summary::kWorst);
  CHECK(summary.worst()[0].line == 1);
  CHECK(summary.worst()[1].line == 501);
  CHECK(summary.worst()[2].line == 2);
}

TEST_CASE("summary: JSON, text and page say the same, in both languages") {
  const Summary summary = sample();
  std::string text;
  append_summary_json(text, summary, {"alone.en.txt"});
  const auto json = nlohmann::json::parse(text);
  CHECK(json["pairs"] == 4);
  CHECK(json["findings"]["major"] == 4);
  CHECK(json["rules"][0]["rule"] == "number");
  CHECK(json["inputs"][0]["error"].is_null());
  CHECK(json["unpaired"][0] == "alone.en.txt");
  CHECK(json["thresholds"]["quality_below"][3]["pairs"] == 1);
  for (const Language language : {Language::kEnglish, Language::kChinese}) {
    std::string shown;
    append_summary_text(shown, summary, language);
    CHECK(shown.find("memory.tsv:2") != std::string::npos);
    std::string page;
    append_overview(page, summary, {"alone<&>.txt"}, language);
    CHECK(page.find("alone&lt;&amp;&gt;.txt") != std::string::npos);
    CHECK(page.find("<svg") != std::string::npos);
    CHECK(page.find("{{") == std::string::npos);
    CHECK(page.ends_with("</html>\n"));
  }
}

TEST_CASE("summary: a report among the worst is named once") {
  Summary summary(one_input());
  Record report = record_of(0, 0.2, {"number"});
  report.kind = Record::Kind::kReport;
  report.line = 0;
  report.file = "quarterly.en.txt";
  report.target_file = "quarterly.zh.txt";
  summary.add(report);
  std::string shown;
  append_summary_text(shown, summary, Language::kEnglish);
  const std::string worst = shown.substr(shown.find("Worst pairs"));
  CHECK(worst.find(report.file) == worst.rfind(report.file));
  CHECK(worst.find(report.target_file) != std::string::npos);
}

}  // namespace
}  // namespace duizhao::batch
