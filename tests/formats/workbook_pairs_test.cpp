#include "duizhao/formats/workbook_pairs.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "duizhao/formats/bilingual.h"
#include "duizhao/formats/glossary_xlsx.h"
#include "duizhao/formats/zip.h"

namespace duizhao::formats {
namespace {

constexpr std::string_view kSheet =
    R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>)"
    R"(<row r="1"><c r="A1" t="inlineStr"><is><t>English</t></is></c>)"
    R"(<c r="B1" t="inlineStr"><is><t>Chinese</t></is></c></row>)"
    R"(<row r="3"><c r="A3" s="4" t="s"><v>0</v></c><c r="B3" s="5" t="s"><v>1</v></c>)"
    R"(<c r="C3"><v>7</v></c></row>)"
    R"(<row r="4"><c r="A4" t="s"><v>0</v></c><c r="C4"><v>8</v></c></row>)"
    R"(<row r="5"><c r="A5" t="s"><v>0</v></c><c r="B5" t="str"><f>B3</f><v>x</v></c></row>)"
    R"(<row r="6"><c r="A6" t="s"><v>0</v></c><c r="B6" s="9"/></row>)"
    R"(</sheetData></worksheet>)";

std::string with_head(std::string_view xml) {
  return std::string(R"(<?xml version="1.0" encoding="UTF-8"?>)").append(xml);
}

/// A workbook as spreadsheet programs write it: texts are shared, cells have styles.
std::string workbook(std::string_view sheet = kSheet) {
  constexpr std::string_view kRelations =
      R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
      R"(<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)";
  const auto relation = [&](std::string_view rest) {
    return with_head(std::string(kRelations).append(rest));
  };
  return write_zip(
      {{"_rels/.rels", relation(R"(officeDocument" Target="xl/workbook.xml"/></Relationships>)")},
       {"xl/workbook.xml",
        with_head(
            R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" )"
            R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">)"
            R"(<sheets><sheet name="one" sheetId="1" r:id="r1"/></sheets></workbook>)")},
       {"xl/_rels/workbook.xml.rels",
        relation(
            R"(worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" )"
            R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" )"
            R"(Target="sharedStrings.xml"/></Relationships>)")},
       {"xl/sharedStrings.xml",
        with_head(R"(<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)"
                  R"(<si><t>The bank opened.</t></si><si><t xml:space="preserve">银行
开业。</t></si></sst>)")},
       {"xl/worksheets/sheet1.xml", with_head(sheet)},
       {"xl/media/logo.bin", std::string("\0\1\2", 3)}});
}

std::string entry_of(const std::string& bytes, const std::string& entry) {
  const auto archive = ZipArchive::open(bytes, "book.xlsx");
  REQUIRE(archive.has_value());
  std::string content;
  REQUIRE(archive
              ->read(entry,
                     [&](std::string_view block) -> Result<void> {
                       content += block;
                       return {};
                     })
              .has_value());
  return content;
}

const std::string kText =
    "\n\nThe bank opened.\t银行\u2028开业。\t\nThe bank opened.\t\t\nThe bank opened.\tx\t\n"
    "The bank opened.\t\t\n";

std::string edited(std::string_view what, std::string_view with) {
  std::string text = kText;
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("pairs of a workbook: a line a row, at the row's number") {
  const auto text = text_of_workbook(workbook(), {}, "book.xlsx");
  REQUIRE(text.has_value());
  CHECK(*text == kText);
  auto reader = open_bilingual_text(*text, "book.xlsx", options_for_workbook_text({}));
  BilingualPair pair;
  REQUIRE((*reader)->next(pair).value());
  CHECK(pair.line == 3);
  CHECK(pair.source == "The bank opened.");
}

TEST_CASE("pairs of a workbook: an edited cell is written, and nothing else changes") {
  const std::string before = workbook();
  const auto after = workbook_with_text(before, edited("开业", "<开张>"), {}, "book.xlsx");
  REQUIRE(after.has_value());
  std::string expected(kSheet);
  const std::string_view old = R"(<c r="B3" s="5" t="s"><v>1</v></c>)";
  expected.replace(expected.find(old), old.size(),
                   R"(<c r="B3" s="5" t="inlineStr"><is><t xml:space="preserve">银行
&lt;开张&gt;。</t></is></c>)");
  CHECK(entry_of(*after, "xl/worksheets/sheet1.xml") == with_head(expected));
  for (const char* part : {"xl/sharedStrings.xml", "xl/workbook.xml", "xl/media/logo.bin"}) {
    CHECK(entry_of(*after, part) == entry_of(before, part));
  }
  CHECK(text_of_workbook(*after, {}, "book.xlsx") == edited("开业", "<开张>"));
}

TEST_CASE("pairs of a workbook: cells that were empty, or not there, are written") {
  const std::string text = edited("x\t\nThe bank opened.\t\t", "x\t\nThe bank opened.\t开业\t");
  CHECK(text_of_workbook(*workbook_with_text(workbook(), text, {}, "b"), {}, "b") == text);
  const std::string other = edited("\t\t\nThe bank opened.\tx", "\t开业\t\nThe bank opened.\tx");
  const auto after = workbook_with_text(workbook(), other, {}, "b");
  REQUIRE(after.has_value());
  CHECK(text_of_workbook(*after, {}, "b") == other);
  CHECK(entry_of(*after, "xl/worksheets/sheet1.xml").find(R"(<c r="B4" t="inlineStr">)") !=
        std::string::npos);
}

TEST_CASE("pairs of a workbook: a formula is not written over") {
  const auto after = workbook_with_text(workbook(), edited("\tx", "\ty"), {}, "book.xlsx");
  REQUIRE_FALSE(after.has_value());
  CHECK(after.error().message.find("B5 holds a formula") != std::string::npos);
}

}  // namespace duizhao::formats
