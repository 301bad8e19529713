// A table is compared cell by cell, in whatever file it stands.

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "check/reviewed.h"
#include "duizhao/formats/glossary_xlsx.h"
#include "duizhao/review/documents.h"
#include "formats/stored_zip.h"

using namespace duizhao;

namespace {

using Table = std::vector<std::vector<std::string>>;

const Table kEnglish = {{"Region", "Revenue in 2019", "Revenue in 2020", "Manager"},
                        {"Northern provinces", "1,482", "1,510", "Zhang Wei"},
                        {"Southern provinces", "2,035", "1,978", "Liu Yang"},
                        {"Overseas", "764", "802", "Not appointed"},
                        {"Total", "4,281", "4,290", ""}};
const Table kChinese = {{"地区", "2019年收入", "2020年收入", "经理"},
                        {"北方各省", "1,482", "1,510", "张伟"},
                        {"南方各省", "2,035", "1,978", "刘洋"},
                        {"海外", "764", "802", "尚未任命"},
                        {"合计", "4,281", "4,290", ""}};

std::string as_text(const Table& table) {
  std::string text;
  for (const auto& row : table) {
    for (std::size_t c = 0; c < row.size(); ++c) text += (c > 0 ? "\t" : "") + row[c];
    text += '\n';
  }
  return text;
}

std::string as_html(const Table& table) {
  std::string page = "<!DOCTYPE html><html><body><table>";
  for (const auto& row : table) {
    page += "<tr>";
    for (const std::string& cell : row) page += "<td>" + cell + "</td>";
    page += "</tr>";
  }
  return page + "</table></body></html>";
}

std::string as_docx(const Table& table) {
  std::string body = "<w:document xmlns:w='w'><w:body><w:tbl>";
  for (const auto& row : table) {
    body += "<w:tr>";
    for (const std::string& cell : row) {
      body += "<w:tc><w:p>";
      if (!cell.empty()) body += "<w:r><w:t>" + cell + "</w:t></w:r>";
      body += "</w:p></w:tc>";
    }
    body += "</w:tr>";
  }
  body += "</w:tbl></w:body></w:document>";
  return stored_zip(
      {{"_rels/.rels",
        "<Relationships><Relationship Id='r' Type='x/officeDocument' Target='word/document.xml'/>"
        "</Relationships>"},
       {"word/document.xml", body}});
}

std::string as_odt(const Table& table) {
  std::string body =
      "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x'><office:body>"
      "<office:text><table:table>";
  for (const auto& row : table) {
    body += "<table:table-row>";
    for (const std::string& cell : row) {
      body += "<table:table-cell><text:p>" + cell + "</text:p></table:table-cell>";
    }
    body += "</table:table-row>";
  }
  body += "</table:table></office:text></office:body></office:document-content>";
  return stored_zip(
      {{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", body}});
}

std::string as_slides(const Table& table) {
  std::string body = "<p:sld xmlns:p='p' xmlns:a='a'><a:tbl>";
  for (const auto& row : table) {
    body += "<a:tr>";
    for (const std::string& cell : row) {
      body += "<a:tc><a:txBody><a:p><a:r><a:t>" + cell + "</a:t></a:r></a:p></a:txBody></a:tc>";
    }
    body += "</a:tr>";
  }
  return stored_zip(
      {{"_rels/.rels",
        "<Relationships><Relationship Id='r' Type='x/officeDocument' Target='ppt/show.xml'/>"
        "</Relationships>"},
       {"ppt/show.xml",
        "<p:presentation xmlns:p='p' xmlns:r='x/relationships'><p:sldIdLst>"
        "<p:sldId id='1' r:id='r1'/></p:sldIdLst></p:presentation>"},
       {"ppt/_rels/show.xml.rels",
        "<Relationships><Relationship Id='r1' Type='x/slide' Target='slide.xml'/></Relationships>"},
       {"ppt/slide.xml", body + "</a:tbl></p:sld>"}});
}

std::string as_markdown(const Table& table) {
  std::string text = "# 1\n\n";
  for (std::size_t row = 0; row < table.size(); ++row) {
    for (const std::string& cell : table[row]) text += "| " + cell + " ";
    text += "|\n";
    if (row > 0) continue;
    for (std::size_t c = 0; c < table[row].size(); ++c) text += "|---";
    text += "|\n";
  }
  return text;
}

using Written = std::string (*)(const Table& table);

struct Format {
  const char* name;
  Written written;
};

constexpr Format kFormats[] = {
    {"text", as_text}, {"html", as_html},   {"markdown", as_markdown},    {"docx", as_docx},
    {"odt", as_odt},   {"pptx", as_slides}, {"xlsx", formats::write_xlsx}};

Document read(const std::string& bytes) {
  std::istringstream input(bytes);
  auto document = read_document("-", {}, &input);
  REQUIRE_MESSAGE(document.has_value(), (document ? "" : document.error().message));
  return std::move(*document);
}

Review reviewed(const Format& format, const Table& source, const Table& target) {
  return review(read(format.written(source)), read(format.written(target)), tests::resources(), {});
}

/// The codes and the severities of what is told, and where in the target.
std::string told(const Review& review) {
  std::string text;
  for (const Finding& finding : review.findings) {
    text += (text.empty() ? "" : "; ") + std::string(finding.code) + " " +
            std::string(name_of(finding.severity));
    if (finding.source) text += " " + std::string(finding.source->in(review.source.text));
    if (finding.target) text += " " + std::string(finding.target->in(review.target.text));
  }
  return text;
}

/// What every format tells of a table and its translation.
void check(const Table& source, const Table& target, const std::string& expected) {
  for (const Format& format : kFormats) {
    CAPTURE(std::string(format.name));
    CHECK(told(reviewed(format, source, target)) == expected);
  }
}

}  // namespace

TEST_CASE("tables: what is translated right is not told") { check(kEnglish, kChinese, ""); }

TEST_CASE("tables: another figure in a cell is major") {
  Table target = kChinese;
  target[2][1] = "2,305";
  for (const Format& format : kFormats) {
    CAPTURE(std::string(format.name));
    const std::string all = told(reviewed(format, kEnglish, target));
    CHECK_MESSAGE(all.ends_with(" major 2,035 2,305"), all);
    CHECK_MESSAGE(all.find(';') == std::string::npos, all);
  }
}

TEST_CASE("tables: an empty cell is major") {
  SUBCASE("a figure") {
    Table target = kChinese;
    target[1][2] = "";
    check(kEnglish, target, "table/empty major 1,510");
  }
  SUBCASE("words") {
    Table target = kChinese;
    target[3][3] = "";
    check(kEnglish, target, "table/empty major Not appointed");
  }
}

TEST_CASE("tables: two cells that were exchanged are told once, as major") {
  SUBCASE("figures of a row") {
    Table target = kChinese;
    std::swap(target[1][1], target[1][2]);
    check(kEnglish, target, "table/exchanged major 1,482 1,510");
  }
  SUBCASE("figures of a column") {
    Table target = kChinese;
    std::swap(target[1][1], target[2][1]);
    check(kEnglish, target, "table/exchanged major 1,482 2,035");
  }
  SUBCASE("words") {
    Table target = kChinese;
    std::swap(target[1][0], target[3][0]);
    check(kEnglish, target, "table/exchanged major Northern provinces 海外");
  }
}

TEST_CASE("tables: a row that one version lacks leaves the others in their places") {
  Table target = kChinese;
  target.erase(target.begin() + 2);
  target[2][1] = "746";
  for (const Format& format : kFormats) {
    CAPTURE(std::string(format.name));
    const std::string all = told(reviewed(format, kEnglish, target));
    CHECK_MESSAGE(all.find("764 746") != std::string::npos, all);
    CHECK_MESSAGE(all.find("table/exchanged") == std::string::npos, all);
  }
}

TEST_CASE("tables: the unit that is said above a table is that of its figures") {
  const std::string chinese =
      "<table><tr><td>地区</td><td>金额</td></tr><tr><td>境内</td>"
      "<td>38.61</td></tr><tr><td>境外</td><td>17.64</td></tr></table>";
  const std::string english =
      "<table><tr><td>Region</td><td>Amount</td></tr><tr><td>Domestic</td>"
      "<td>3,861</td></tr><tr><td>Overseas</td><td>1,764</td></tr></table>";
  const auto all = [](const std::string& source, const std::string& target) {
    return told(review(read(source), read(target), tests::resources(), {}));
  };
  CHECK(all("<html><p>单位：亿元</p>" + chinese, "<html><p>(RMB million)</p>" + english).empty());
  CHECK(all("<html><p>单位：亿元</p>" + chinese, "<html><p>(RMB billion)</p>" + english) != "");
  // A sheet has the heading of either table in a row of its own.
  const Table first = {
      {"单位：万元"}, {"项目", "金额"}, {"总资产", "1,046,370"}, {"营业收入", "562,480"}};
  const Table second = {{"单位：亿元"}, {"地区", "金额"}, {"境内", "38.61"}, {"境外", "17.64"}};
  Table source = first;
  source.insert(source.end(), second.begin(), second.end());
  const Table target = {{"(RMB million)"},
                        {"Item", "Amount"},
                        {"Total assets", "10,463.7"},
                        {"Operating revenue", "5,624.8"},
                        {"(RMB million)"},
                        {"Region", "Amount"},
                        {"Domestic", "3,861"},
                        {"Overseas", "1,764"}};
  CHECK(all(formats::write_xlsx(source), formats::write_xlsx(target)).empty());
}

TEST_CASE("tables: figures under a converted heading, negative ones in brackets too") {
  const Table chinese = {{"单位：万元"},
                         {"项目", "2024年", "2023年"},
                         {"现金", "71,530", "-6,248"},
                         {"利润", "38,962", "44,185"},
                         {"资产", "912", "518"}};
  Table english = {{"(RMB million)"},
                   {"Item", "2024", "2023"},
                   {"Cash", "715.3", "(62.48)"},
                   {"Profit", "389.62", "441.85"},
                   {"Assets", "9.12", "5.18"}};
  const auto all = [&] {
    return told(review(read(as_html(chinese)), read(as_html(english)), tests::resources(), {}));
  };
  CHECK(all().empty());
  english[2][2] = "62.48";
  CHECK(all() != "");
}

TEST_CASE("tables: the unit above a table holds for rows that print has cut into lines") {
  const std::string chinese =
      "单位：万元\n项目 2024年 2023年\n营业收入\n562,480 488,690\n归属于股东的净利润\n"
      "38,962 44,185\n总资产\n1,046,370 912,840\n";
  const std::string english =
      "(RMB million)\nItem 2024 2023\nOperating revenue\n5,624.8 4,886.9\n"
      "Net profit attributable to shareholders\n389.62 441.85\nTotal assets\n"
      "10,463.7 9,128.4\n";
  CHECK(told(review(read(chinese), read(english), tests::resources(), {})).empty());
}

TEST_CASE("tables: the unit above a table holds for rows that print has filled up with blanks") {
  const auto row = [](const std::string& label, const std::string& figures) {
    return label + std::string(110, ' ') + figures + "\n";
  };
  const std::string chinese = "单位：万元\n" + row("营业收入", "562,480   488,690") +
                              row("营业成本", "431,205   362,310") +
                              row("总资产", "1,046,370   912,840");
  const std::string english = "(RMB million)\n" + row("Operating revenue", "5,624.8   4,886.9") +
                              row("Operating costs", "4,312.05   3,623.1") +
                              row("Total assets", "10,463.7   9,128.4");
  CHECK(told(review(read(chinese), read(english), tests::resources(), {})).empty());
}
