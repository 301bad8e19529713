#include <fmt/format.h>

#include <map>
#include <set>

#include "duizhao/check/rule.h"
#include "duizhao/formats/xml_text.h"
#include "duizhao/report/catalogue.h"
#include "duizhao/report/findings_report.h"
#include "duizhao/review/suppression.h"

namespace duizhao::report {
namespace {

class JunitReport : public FindingsReport {
 public:
  explicit JunitReport(const FindingsOptions& options)
      : words_(options.language), fail_on_(options.fail_on) {}

  void add(std::string&, const Review& review, const ReviewOrigin& origin) override {
    Suite& suite = suites_[origin.pair ? origin.file : review.target.name];
    for (const FindingRow& row : finding_rows(review, origin, words_.language())) {
      suite.fired.insert(row.rule);
      ++suite.tests;
      const bool fails = fail_on_ && row.severity >= *fail_on_;
      suite.failures += fails ? 1 : 0;
      append(suite.cases, row, fails);
    }
  }

  Result<void> finish(std::string& out, const Score&) override {
    std::string suites;
    std::size_t tests = 0;
    std::size_t failures = 0;
    for (auto& [file, suite] : suites_) {
      for (const check::Rule* rule : check::rules()) {
        if (suite.fired.contains(rule->id)) continue;
        ++suite.tests;
        suite.cases += fmt::format(
            "<testcase classname=\"duizhao.{0}\" name=\"{0}\" time=\"0\"/>\n", rule->id);
      }
      suites += fmt::format(
          "<testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\" "
          "time=\"0\">\n{}</testsuite>\n",
          formats::xml_text(file), suite.tests, suite.failures, suite.cases);
      tests += suite.tests;
      failures += suite.failures;
    }
    out += fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"duizhao\" tests=\"{}\" "
        "failures=\"{}\" errors=\"0\" time=\"0\">\n{}</testsuites>\n",
        tests, failures, suites);
    return {};
  }

 private:
  struct Suite {
    std::string cases;
    std::set<std::string_view> fired;
    std::size_t tests = 0;
    std::size_t failures = 0;
  };

  void append(std::string& out, const FindingRow& row, bool fails) const {
    const std::string_view tag = fails ? "failure" : "system-out";
    std::string name = row.message;
    if (row.target.line > 0) name += fmt::format(" ({}:{})", row.target.file, row.target.line);
    out += fmt::format(
        "<testcase classname=\"duizhao.{}\" name=\"{}\" file=\"{}\" line=\"{}\" "
        "time=\"0\"><{}",
        row.rule, formats::xml_text(name), formats::xml_text(row.target.file), row.target.line,
        tag);
    if (fails)
      out += fmt::format(" type=\"{}\" message=\"{}\"", row.code, formats::xml_text(row.message));
    out += '>';
    const std::string place =
        row.target.column > 0
            ? fmt::format("{}:{}:{}", row.target.file, row.target.line, row.target.column)
            : fmt::format("{}:{}", row.target.file, row.target.line);
    std::string text = place + (row.id.empty() ? "" : " " + row.id) + "\n" +
                       std::string(words_.severity(row.severity)) + ", " + std::string(row.code) +
                       "\n" + row.source.passage + "\n" + row.target.passage + "\n";
    if (row.suggestion) {
      text += std::string(words_("text/instead")) + ": " + *row.suggestion + "\n";
    }
    text += std::string(words_("text/key")) + ": " + key_text(row.key) + "\n";
    out += formats::xml_text(text) + fmt::format("</{}></testcase>\n", tag);
  }

  Words words_;
  std::optional<Severity> fail_on_;
  std::map<std::string, Suite> suites_;
};

}  // namespace

std::unique_ptr<FindingsReport> make_junit_report(const FindingsOptions& options) {
  return std::make_unique<JunitReport>(options);
}

}  // namespace duizhao::report
