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

using Written = std::string (*)(const Table& table);

struct Format {
  const char* name;
  Written written;
};

constexpr Format kFormats[] = {{"text", as_text},
                               {"html", as_html},
                               {"docx", as_docx},
                               {"odt", as_odt},
                               {"xlsx", formats::write_xlsx}};

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
