// What LibreOffice writes is read, and what we write it opens. Skipped where it is not installed:
// it is too large for every machine that runs the tests.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "cli/other_programs.h"
#include "cli/process.h"
#include "commands/temporary_folder.h"
#include "corpora/reports.h"
#include "duizhao/formats/glossary_csv.h"

using duizhao::tests::content_of;
using duizhao::tests::found;
using duizhao::tests::found_anywhere;
using duizhao::tests::is_installed;
using duizhao::tests::page_of;
using duizhao::tests::run_duizhao;
using duizhao::tests::run_other;
using duizhao::tests::TemporaryFolder;
using nlohmann::json;

namespace {

/// Converts a file within a folder, and returns the path of what was made.
std::string converted(const TemporaryFolder& folder, const std::string& file,
                      const std::string& format, const std::string& in_filter = {}) {
  run_other("LC_ALL=C.UTF-8 timeout 120 soffice -env:UserInstallation=file://" +
            folder.path("profile") + " --headless" +
            (in_filter.empty() ? "" : " --infilter='" + in_filter + "'") + " --convert-to '" +
            format + "' --outdir " + folder.path("made") + " " + file + " >/dev/null");
  const std::size_t slash = file.rfind('/') + 1;
  return folder.path("made/" + file.substr(slash, file.rfind('.') - slash) + "." +
                     format.substr(0, format.find(':')));
}

/// The passages of two versions: "Roads|道路\n410|410\n".
std::string passages_of(const std::string& source, const std::string& target) {
  const auto ended = run_duizhao({"align", source, target, "--format", "jsonl"});
  CAPTURE(ended.err);
  REQUIRE(ended.status == 0);
  std::string told;
  for (std::size_t begin = 0; begin < ended.out.size();) {
    const std::size_t end = ended.out.find('\n', begin);
    const json bead = json::parse(ended.out.substr(begin, end - begin));
    told += bead["source"]["text"].get<std::string>() + "|" +
            bead["target"]["text"].get<std::string>() + "\n";
    begin = end + 1;
  }
  return told;
}

/// A text with what people put into one: a running head, a heading, a footnote, a tracked deletion
/// and insertion, a comment, a superscript, a text box and a table with joined cells.
std::string flat_text(const std::vector<std::string>& words) {
  std::string text =
      R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>
<style:style style:name="sup" style:family="text"><style:text-properties
 style:text-position="super 58%"/></style:style><style:page-layout style:name="pm1"><style:header-style>
<style:header-footer-properties fo:min-height="1cm"/></style:header-style></style:page-layout>
</office:automatic-styles><office:master-styles><style:master-page style:name="Standard"
 style:page-layout-name="pm1"><style:header><text:p>[0]</text:p></style:header></style:master-page>
</office:master-styles><office:body><office:text><text:tracked-changes><text:changed-region
 xml:id="c1" text:id="c1"><text:deletion><office:change-info><dc:creator>A</dc:creator>
<dc:date>2024-01-01T00:00:00</dc:date></office:change-info><text:p>[1]</text:p></text:deletion>
</text:changed-region><text:changed-region xml:id="c2" text:id="c2"><text:insertion>
<office:change-info><dc:creator>A</dc:creator><dc:date>2024-01-01T00:00:00</dc:date>
</office:change-info></text:insertion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">[2]</text:h><text:p>[3]<text:note text:id="f1"
 text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>
<text:p>[4]</text:p></text:note-body></text:note>[5]<text:change text:change-id="c1"/>
<text:change-start text:change-id="c2"/>[6]<text:change-end text:change-id="c2"/>
<office:annotation><dc:creator>B</dc:creator><text:p>[7]</text:p></office:annotation></text:p>
<text:p>10<text:span text:style-name="sup">7</text:span> [8]</text:p><text:p><draw:frame
 text:anchor-type="paragraph" svg:width="5cm" svg:height="2cm"><draw:text-box><text:p>[9]</text:p>
</draw:text-box></draw:frame>[10]</text:p><table:table><table:table-column
 table:number-columns-repeated="2"/><table:table-row><table:table-cell
 table:number-columns-spanned="2"><text:p>[11]</text:p></table:table-cell>
<table:covered-table-cell/></table:table-row><table:table-row><table:table-cell><text:p>[12]</text:p>
</table:table-cell><table:table-cell><text:p>410</text:p></table:table-cell></table:table-row>
</table:table></office:text></office:body></office:document>)";
  for (std::size_t i = words.size(); i-- > 0;) {
    const std::string mark = fmt::format("[{}]", i);
    text.replace(text.find(mark), mark.size(), words[i]);
  }
  return text;
}

std::string flat_slides(const std::vector<std::string>& lines) {
  std::string text =
      R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.presentation"><office:body>
<office:presentation>)";
  for (const std::string& line : lines) {
    text +=
        "<draw:page><draw:frame svg:x=\"1cm\" svg:y=\"1cm\" svg:width=\"20cm\" "
        "svg:height=\"3cm\"><draw:text-box><text:p>" +
        line + "</text:p></draw:text-box></draw:frame></draw:page>";
  }
  return text + "</office:presentation></office:body></office:document>";
}

std::string quoted(const std::vector<duizhao::formats::TableRow>& rows) {
  std::string csv;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      csv += i > 0 ? ",\"" : "\"";
      for (const char c : row.cells[i]) csv += c == '"' ? "\"\"" : std::string(1, c);
      csv += '"';
    }
    csv += '\n';
  }
  return csv;
}

}  // namespace

TEST_CASE("libreoffice: a report that it wrote is read as the text is") {
  if (!is_installed("soffice")) return;
  const TemporaryFolder folder;
  const std::string source = "corpora/health/report.zh-Hans.txt";
  const std::string target = "corpora/health/draft.en.txt";
  const std::string expected = found(source, target);
  const std::string source_page = folder.write("source.html", page_of(content_of(source)));
  const std::string target_page = folder.write("target.html", page_of(content_of(target)));
  for (const std::string format : {"docx:MS Word 2007 XML", "odt:writer8"}) {
    CAPTURE(format);
    const auto made = [&](const std::string& page) {
      return converted(folder, page, format, "HTML (StarWriter)");
    };
    CHECK(found(made(source_page), made(target_page)) == expected);
  }
}

TEST_CASE("libreoffice: the reports and their drafts as PDF, by where their words stand") {
  if (!is_installed("soffice")) return;
  for (const duizhao::tests::Report& report : duizhao::tests::kReports) {
    const TemporaryFolder folder;
    CAPTURE(std::string(report.name));
    const auto made = [&](const std::string& name) {
      std::string page =
          page_of(content_of(std::string("corpora/") + report.name + "/" + name + ".txt"));
      // The columns of tables stand as closely as the words of print.
      for (std::size_t at = page.find(" cellpadding='6'"); at != page.npos;
           at = page.find(" cellpadding='6'")) {
        page.erase(at, 16);
      }
      return converted(folder, folder.write(name + ".html", page), "pdf:writer_pdf_Export",
                       "HTML (StarWriter)");
    };
    const std::string start = std::string("corpora/") + report.name + "/";
    const std::string source = std::string("report.") + report.source;
    const std::string target = std::string("draft.") + report.target;
    const std::vector<std::string> expected =
        found_anywhere(start + source + ".txt", start + target + ".txt");
    const std::string source_pdf = made(source);
    const std::string target_pdf = made(target);
    CHECK(found_anywhere(source_pdf, target_pdf) == expected);
    if (!is_installed("pdftotext")) continue;
    // Its output has blanks where print sets figures a little apart, a habit of spacing.
    const auto without_neutral = [](std::vector<std::string> findings) {
      std::erase_if(findings, [](const std::string& finding) {
        return finding.find("neutral|") != finding.npos;
      });
      return findings;
    };
    const auto as_text = [&](const std::string& pdf, const std::string& name) {
      run_other("pdftotext -layout " + pdf + " " + folder.path(name));
      return folder.path(name);
    };
    CHECK(without_neutral(
              found_anywhere(as_text(source_pdf, "a.txt"), as_text(target_pdf, "b.txt"))) ==
          without_neutral(expected));
  }
}

TEST_CASE("libreoffice: notes, tracked changes, comments, boxes and tables") {
  if (!is_installed("soffice")) return;
  const TemporaryFolder folder;
  const std::string source = folder.write(
      "report.en.fodt",
      flat_text({"Running head 77", "DELETED 99 ", "Port report 2024",
                 "The port handled 4.5 million containers in 2023",
                 "Without empty ones, of which there were 300.", ", that is ", "12 percent more.",
                 "Check 88!", "tonnes came by rail.", "A box with 55 words.",
                 "The board meets in May.", "Table of 2 roads", "Roads"}));
  const std::string target = folder.write(
      "report.zh.fodt",
      flat_text({"页眉77", "删除99", "2024年港口报告", "港口2023年处理了450万个集装箱",
                 "不包括空箱，空箱有300个。", "，即增加了", "12%。", "核对88！", "吨由铁路运来。",
                 "一个有55个词的框。", "董事会5月开会。", "2条道路的表", "道路"}));
  for (const std::string format : {"docx", "odt"}) {
    CAPTURE(format);
    std::string told =
        passages_of(converted(folder, source, format), converted(folder, target, format));
    for (std::size_t at = told.find(" 12%"); at != told.npos; at = told.find(" 12%"))
      told.erase(at, 1);
    CHECK(told ==
          "Port report 2024|2024年港口报告\n"
          "The port handled 4.5 million containers in 2023, that is 12 percent more.|"
          "港口2023年处理了450万个集装箱，即增加了12%。\n"
          "10⁷ tonnes came by rail.|10⁷ 吨由铁路运来。\n"
          "A box with 55 words.|一个有55个词的框。\n"
          "The board meets in May.|董事会5月开会。\n"
          "Table of 2 roads|2条道路的表\nRoads|道路\n410|410\n"
          "Without empty ones, of which there were 300.|不包括空箱，空箱有300个。\n");
  }
  // A PDF keeps what is shown: of what is raised, the place alone tells.
  std::string pdf = passages_of(converted(folder, source, "pdf"), converted(folder, target, "pdf"));
  CAPTURE(pdf);
  // Whether the blank that stands there is wide enough to be one depends on the font.
  if (const std::size_t at = pdf.find("⁷ 吨"); at != pdf.npos) pdf.replace(at, 7, "⁷吨");
  CHECK(pdf.find("in 2023¹, that is") != std::string::npos);
  CHECK(pdf.find("10⁷ tonnes came by rail.|10⁷吨由铁路运来。") != std::string::npos);
}

TEST_CASE("libreoffice: slides") {
  if (!is_installed("soffice")) return;
  const TemporaryFolder folder;
  const std::string source =
      folder.write("slides.en.fodp",
                   flat_slides({"The port opened 14 lines.", "Revenue will rise by 5 percent."}));
  const std::string target =
      folder.write("slides.zh.fodp", flat_slides({"港口开通了14条航线。", "收入将增长5%。"}));
  for (const std::string format : {"pptx", "odp"}) {
    CAPTURE(format);
    CHECK(passages_of(converted(folder, source, format), converted(folder, target, format)) ==
          "The port opened 14 lines.|港口开通了14条航线。\n"
          "Revenue will rise by 5 percent.|收入将增长5%。\n");
  }
}

TEST_CASE("libreoffice: tables of pairs, with dates and percentages as they are shown") {
  if (!is_installed("soffice")) return;
  const TemporaryFolder folder;
  const std::string csv = folder.write(
      "pairs.csv",
      "No.,English,中文\n1,\"The bank has 41 branches, he said.\",该行有14家分行，他说。\n"
      "2,12.5%,12.5%\n3,2024-05-03,2024-05-03\n4,0.1,0.1\n");
  const auto read = [](const std::string& file) {
    const auto ended = run_duizhao({"filter", file, "--annotate", "--drop-on", "never",
                                    "--duplicates", "none", "--format", "tsv"});
    std::string pairs;
    for (std::size_t begin = 0; begin < ended.out.size();) {
      const std::size_t end = ended.out.find('\n', begin);
      const std::string line = ended.out.substr(begin, end - begin);
      pairs += line.substr(0, line.find('\t', line.find('\t') + 1)) + "\n";
      begin = end + 1;
    }
    return pairs;
  };
  CHECK(read(converted(folder, csv, "xlsx", "CSV:44,34,UTF8")) == read(csv));
  const std::string ods = read(converted(folder, csv, "ods", "CSV:44,34,UTF8"));
  CHECK(ods.find("41 branches, he said.\t该行有14家分行，他说。") != std::string::npos);
  CHECK(ods.find("12.50%\t12.50%") != std::string::npos);
}

TEST_CASE("libreoffice: a workbook of ours is opened, and what was decided in it is read back") {
  if (!is_installed("soffice")) return;
  const TemporaryFolder folder;
  const std::string pairs =
      folder.write("pairs.tsv", "The bank has 41 branches.\t该行有14家分行。\n");
  const std::string ours = folder.path("findings.xlsx");
  CHECK(run_duizhao({"check", "--pairs", pairs, "-o", ours}).status == 1);
  const std::string shown =
      content_of(converted(folder, ours, "csv:Text - txt - csv (StarCalc):44,34,76"));
  auto rows = duizhao::formats::read_csv(shown, "findings.csv");
  REQUIRE(rows);
  REQUIRE(rows->size() == 2);
  std::string as_text;
  for (std::size_t i = 0; i < rows->front().cells.size(); ++i) {
    if (rows->front().cells[i] == "Decision") rows->at(1).cells[i] = "no error";
    as_text += fmt::format("{}{}/2", i > 0 ? "/" : "", i + 1);
  }
  CHECK(shown.find("该行有14家分行。") != std::string::npos);
  const std::string decided = converted(folder, folder.write("decided.csv", quoted(*rows)), "xlsx",
                                        "CSV:44,34,UTF8,1," + as_text);
  CHECK(run_duizhao({"check", "--pairs", pairs, "--suppress", decided}).status == 0);
}
