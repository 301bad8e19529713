#include "duizhao/report/findings_report.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "duizhao/formats/glossary_csv.h"
#include "duizhao/formats/glossary_xlsx.h"
#include "duizhao/formats/xml.h"
#include "duizhao/review/decisions_workbook.h"
#include "golden.h"
#include "report/sample.h"

using namespace duizhao;
using namespace duizhao::report;
using namespace duizhao::tests;
using nlohmann::json;

namespace {

std::string written(std::string_view format, const Review& review,
                    const FindingsOptions& options = {}) {
  std::string out;
  const auto report = FindingsReport::make(format, options);
  report->add(out, review, {});
  REQUIRE(report->finish(out, review.score));
  return out;
}

std::string written_pair(std::string_view format, const Review& review) {
  std::string out;
  const auto report = FindingsReport::make(format, {});
  report->add(out, review, {"memory.tmx", PairPlace{7, 42, "s8"}});
  REQUIRE(report->finish(out, review.score));
  return out;
}

struct Ignore : formats::XmlHandler {
  void start(const formats::XmlElement&) override {}
  void end(std::string_view) override {}
  void text(std::string_view) override {}
};

bool is_well_formed(const std::string& xml) {
  Ignore handler;
  formats::XmlParser parser(handler, "report", "");
  return parser.parse(xml, true).has_value();
}

}  // namespace

TEST_CASE("findings: every format that people can read is as its golden file has it") {
  const auto check = [](std::string_view format, const std::string& ending) {
    check_golden("tests/report/golden/findings." + ending, written(format, sample_review()));
    check_golden("tests/report/golden/findings_zh." + ending,
                 written(format, sample_review(), {Language::kChinese, Severity::kMajor}));
  };
  SUBCASE("CSV") { check("csv", "csv"); }
  SUBCASE("SARIF") {
    check_golden("tests/report/golden/findings_pair.sarif",
                 written_pair("sarif", pair_review()).substr(0, 400));
  }
  SUBCASE("JUnit") { check("junit", "junit"); }
  SUBCASE("Markdown") { check("markdown", "md"); }
  SUBCASE("XLIFF") { check("xliff", "xlf"); }
}

TEST_CASE("findings: the formats in XML stay well-formed whatever the texts hold") {
  CHECK(is_well_formed(written("junit", hostile_review())));
  CHECK(is_well_formed(written("xliff", hostile_review())));
  CHECK(is_well_formed(written_pair("xliff", pair_review())));
}

TEST_CASE("findings: a CSV file has as many cells in every row as in its header") {
  for (const Review& review : {sample_review(), hostile_review()}) {
    const auto rows = formats::read_csv(written("csv", review), "findings.csv");
    REQUIRE(rows);
    REQUIRE(rows->size() == review.findings.size() + 1);
    for (const formats::TableRow& row : *rows) CHECK(row.cells.size() == (*rows)[0].cells.size());
  }
}

TEST_CASE("findings: no cell of a CSV file begins like a formula") {
  Review review = pair_review();
  review.findings.at(0).suggestion = "=HYPERLINK(\"http://example.org\")";
  const auto rows = formats::read_csv(written("csv", review), "findings.csv");
  REQUIRE(rows);
  CHECK(rows->at(1).cells.at(7) == "'=HYPERLINK(\"http://example.org\")");
}

TEST_CASE("findings: SARIF has what its standard asks for") {
  const Review review = sample_review();
  const json sarif = json::parse(written("sarif", review));
  CHECK(sarif.at("version") == "2.1.0");
  const json& run = sarif.at("runs").at(0);
  const json& rules = run.at("tool").at("driver").at("rules");
  REQUIRE(run.at("results").size() == review.findings.size());
  for (const json& rule : rules) {
    CHECK(rule.at("help").at("text").get<std::string>().size() > 20);
    CHECK_FALSE(rule.at("shortDescription").at("text").get<std::string>().empty());
  }
  for (const json& result : run.at("results")) {
    CHECK(rules.at(result.at("ruleIndex").get<std::size_t>()).at("id") == result.at("ruleId"));
    const std::string level = result.at("level");
    CHECK((level == "error" || level == "warning" || level == "note"));
    CHECK_FALSE(result.at("message").at("text").get<std::string>().empty());
    CHECK(result.at("partialFingerprints").at("duizhao/v1").get<std::string>().size() == 16);
    CHECK(result.at("rank") >= 0);
    CHECK(result.at("rank") <= 100);
    for (const json& location : result.at("locations")) {
      const json& region = location.at("physicalLocation").at("region");
      CHECK(region.at("startLine") >= 1);
      if (!region.contains("startColumn")) continue;
      CHECK(region.at("startColumn") >= 1);
      CHECK((region.at("endLine") > region.at("startLine") ||
             region.at("endColumn") >= region.at("startColumn")));
    }
  }
}

TEST_CASE("findings: of a pair SARIF tells line and id") {
  const json sarif = json::parse(written_pair("sarif", pair_review()));
  const json& location = sarif.at("runs").at(0).at("results").at(0).at("locations").at(0);
  CHECK(location.at("physicalLocation").at("artifactLocation").at("uri") == "memory.tmx");
  CHECK(location.at("physicalLocation").at("region").at("startLine") == 42);
  CHECK(location.at("logicalLocations").at(0).at("name") == "s8");
}

TEST_CASE("findings: what fails a JUnit run is what fails the program") {
  const auto failures = [](std::optional<Severity> fail_on) {
    const std::string xml = written("junit", sample_review(), {Language::kEnglish, fail_on});
    std::size_t count = 0;
    for (std::size_t at = xml.find("<failure"); at != xml.npos; at = xml.find("<failure", at + 1)) {
      ++count;
    }
    return count;
  };
  const auto graver = [](Severity least) {
    std::size_t count = 0;
    for (const Finding& finding : sample_review().findings) count += finding.severity >= least;
    return count;
  };
  CHECK(failures(Severity::kMinor) == graver(Severity::kMinor));
  CHECK(failures(Severity::kCritical) == graver(Severity::kCritical));
  CHECK(failures(std::nullopt) == 0);
}

TEST_CASE("findings: Markdown has no markup but its own, and fits into a comment") {
  Review review = pair_review();
  review.target.name = "a`b*c@d.txt";
  const std::string text = written("markdown", review);
  CHECK(text.find("a&#96;b&#42;c&#64;d.txt") != text.npos);
  Review long_review = pair_review();
  for (int i = 0; i < 3000; ++i) long_review.findings.push_back(long_review.findings[0]);
  const std::string cut = written("markdown", long_review);
  CHECK(cut.size() < 65000);
  CHECK(cut.find("not shown here") != cut.npos);
}

TEST_CASE("findings: a workbook has a row a finding, with the whole sentence in one cell") {
  const Review review = pair_review();
  const auto sheets = formats::read_xlsx(written_pair("xlsx", review), "findings.xlsx");
  REQUIRE(sheets);
  const auto& rows = sheets->at(0).rows;
  REQUIRE(rows.size() == review.findings.size() + 1);
  CHECK(rows[0].cells.at(5) == "Source");
  CHECK(rows[1].cells.at(3) == "42");
  CHECK(rows[1].cells.at(4) == "s8");
  CHECK(rows[1].cells.at(5) == review.source.text);
  CHECK(rows[1].cells.at(6) == review.target.text);
}

TEST_CASE("findings: what a reviser decides in the workbook is read back as suppressions") {
  for (const Language language : {Language::kEnglish, Language::kChinese}) {
    const Review review = sample_review();
    auto sheets = formats::read_xlsx(written("xlsx", review, {language, {}}), "findings.xlsx");
    REQUIRE(sheets);
    auto& rows = sheets->at(0).rows;
    const bool chinese = language == Language::kChinese;
    rows.at(1).cells.resize(14);
    rows.at(1).cells[9] = chinese ? "不是错误" : "no error";
    rows.at(1).cells[10] = "house style";
    rows.at(2).cells[9] = chinese ? "疑问" : "Question";
    const auto workbook = [&] {
      std::vector<std::vector<std::string>> cells;
      for (const auto& row : rows) cells.push_back(row.cells);
      return formats::write_xlsx(cells);
    };
    const auto taken = suppressions_in_workbook(workbook(), "findings.xlsx");
    REQUIRE(taken);
    CHECK(taken->size() == 1);
    CHECK(taken->contains(review.findings.at(0).key));
    CHECK(taken->text().find("house style") != std::string::npos);
    rows.at(2).cells[9] = "perhaps";
    const auto unknown = suppressions_in_workbook(workbook(), "findings.xlsx");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().where.line == 3);
  }
  const auto other = suppressions_in_workbook(formats::write_xlsx({{"a", "b"}}), "other.xlsx");
  REQUIRE_FALSE(other);
  CHECK(other.error().message.find("Decision") != std::string::npos);
}

TEST_CASE("findings: with nothing found each format is whole") {
  Review review = pair_review();
  review.findings.clear();
  CHECK(json::parse(written("sarif", review)).at("runs").at(0).at("results").empty());
  CHECK(is_well_formed(written("junit", review)));
  CHECK(is_well_formed(written("xliff", review)));
  CHECK(formats::read_csv(written("csv", review), "a.csv")->size() == 1);
  CHECK(formats::read_xlsx(written("xlsx", review), "a.xlsx")->at(0).rows.size() == 1);
  CHECK(written("markdown", review).find("no findings") != std::string::npos);
}
