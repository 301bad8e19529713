// Term lists as people keep them: numbered, under a title, on several sheets, with variants in a
// cell.

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "duizhao/formats/glossary_file.h"
#include "duizhao/formats/glossary_table.h"
#include "duizhao/formats/glossary_tbx.h"
#include "duizhao/formats/glossary_tsv.h"
#include "formats/stored_zip.h"

using duizhao::Language;
using duizhao::Result;
using duizhao::Term;
using duizhao::TermEntry;
using duizhao::formats::entries_of_sheets;
using duizhao::formats::read_glossary;
using duizhao::formats::read_tbx;
using duizhao::formats::read_tsv_glossary;
using duizhao::formats::Sheet;
using duizhao::formats::TableRow;

namespace {

/// "tap water = 自来水; mains water (a note)" an entry; the error's message where there is one.
std::string content(const Result<std::vector<TermEntry>>& entries) {
  if (!entries) return entries.error().message;
  std::string text;
  for (const TermEntry& entry : *entries) {
    if (!text.empty()) text += " / ";
    std::string english;
    std::string chinese;
    for (const Term& term : entry.terms) {
      std::string& side = term.language == Language::kChinese ? chinese : english;
      side += (side.empty() ? "" : "|") + term.text;
      if (!term.locale.empty()) side += "@" + term.locale;
    }
    text += english;
    text += " = " + chinese;
    if (!entry.note.empty()) text += " (" + entry.note + ")";
  }
  return text;
}

std::string read(const std::string& tsv) { return content(read_tsv_glossary(tsv, "g.tsv")); }

Sheet sheet(const std::string& name, const std::vector<std::vector<std::string>>& rows) {
  Sheet made{name, {}};
  for (const auto& cells : rows) made.rows.push_back({made.rows.size() + 1, cells});
  return made;
}

}  // namespace

TEST_CASE("layouts: tables in Markdown, with text around them") {
  std::istringstream input(
      "# Terms\n\nUse *these* | always.\n\n| 中文 | English | Note |\n|:---|:---:|---|\n"
      "| **资本** | `capital` | |\n| 净利润 | net profit \\| net income | of the year "
      "|\n\nMore:\n\n"
      "English | 中文\n--- | ---\nfactory | 工厂\n");
  CHECK(content(read_glossary("-", input)) ==
        "capital = 资本 / net profit|net income = 净利润 (of the year) / factory = 工厂");
}

TEST_CASE("glossary layouts: numbers of rows and pinyin are no terms") {
  CHECK(read("序号\t中文\t拼音\t英文\n1\t自来水厂\tzi lai shui chang\twaterworks\n") ==
        "waterworks = 自来水厂");
  CHECK(read("1\t自来水厂\tzìláishuǐchǎng\twaterworks\n2\t水库\tshuǐkù\treservoir\n") ==
        "waterworks = 自来水厂 / reservoir = 水库");
}

TEST_CASE("glossary layouts: a column that is not known is noted under its name") {
  CHECK(read("English\tChinese\tDepartment\tRow\nwaterworks\t自来水厂\tSupply\t7\n") ==
        "waterworks = 自来水厂 (Department: Supply)");
}

TEST_CASE("glossary layouts: headings in both languages and with more words") {
  CHECK(read("中文术语 Chinese term\t英文术语 English term\t备注 Remarks\n水库\treservoir\t\n") ==
        "reservoir = 水库");
  CHECK(read("Term (EN)\tTerm (ZH)\nreservoir\t水库\n") == "reservoir = 水库");
  CHECK(read("English\t简体中文\t繁體中文\nfreshwater\t淡水\t淡水\n") ==
        "freshwater = 淡水@zh-Hans|淡水@zh-Hant");
  CHECK(read("中文\t英文\t英文缩写\n世界卫生组织\tWorld Health Organization\tWHO\n") ==
        "World Health Organization|WHO = 世界卫生组织");
}

TEST_CASE("glossary layouts: a pair of terms that name a language is no header") {
  CHECK(read("British English\t英式英语\nChinese medicine\t中医\n") ==
        "British English = 英式英语 / Chinese medicine = 中医");
}

TEST_CASE("glossary layouts: above the header there may be a title and lines about the list") {
  CHECK(read("水务术语表\n\n版本\t3\n序号\t中文\t英文\n1\t水库\treservoir\n") ==
        "reservoir = 水库");
}

TEST_CASE("glossary layouts: what memoQ says of a term in a column of its language is none") {
  CHECK(
      read("Entry_ID\tEnglish\tEnglish_Def\tChinese_PRC\tChinese_PRC_Def\tTerm_Info\n1\tcapital\t"
           "money put in\t资本\t投入的钱\tPositive\n") ==
      "capital = 资本 (English_Def: money put in; Chinese_PRC_Def: 投入的钱; Term_Info: Positive)");
}

TEST_CASE("glossary layouts: lines of a # are no entries, in UTX the second one is the header") {
  CHECK(read("# made by X\ncapital\t资本\n") == "capital = 资本");
  CHECK(read("#UTX 1.11; en-US/zh-CN\n#src\ttgt\tsrc:pos\ncapital\t资本\tnoun\n") ==
        "capital = 资本 (src:pos: noun)");
}

TEST_CASE("glossary layouts: lines without columns are refused with what a glossary is") {
  CHECK(read("capital = 资本\nreservoir = 水库\n").find("have no columns") != std::string::npos);
}

TEST_CASE("glossary layouts: TBX-Min as it was before TBX 3") {
  CHECK(
      content(read_tbx("<TBX dialect=\"TBX-Min\"><body><entry id=\"C1\"><langGroup xml:lang=\"en\">"
                       "<termGroup><term>cell</term></termGroup></langGroup><langGroup "
                       "xml:lang=\"zh\"><termGroup><term>细胞</term><termStatus>preferred"
                       "</termStatus></termGroup></langGroup></entry></body></TBX>",
                       "g.tbx")) == "cell = 细胞");
}

TEST_CASE("glossary layouts: what separates variants in a cell") {
  CHECK(read("en\tzh\ntap water; mains water\t自来水；水管水;管道水\n") ==
        "tap water|mains water = 自来水|水管水|管道水");
  CHECK(content(entries_of_sheets(
            std::vector{sheet("", {{"en", "zh"}, {"tap water\nmains water", "自来水"}})},
            "g.xlsx")) == "tap water|mains water = 自来水");
  CHECK(read("en\tzh\nsemi;colon\t分号\n") == "semi;colon = 分号");
}

TEST_CASE("glossary layouts: all sheets with terms are read, a cover is not") {
  const std::vector<Sheet> sheets = {
      sheet("Cover", {{"Water project", "水务项目"}, {"Version", "3"}}),
      sheet("A", {{"English", "中文"}, {"aqueduct", "渡槽"}}), sheet("B", {{"basin", "流域"}}),
      sheet("Legal", {{"No.", "Chinese", "English"}, {"1", "条例", "ordinance"}})};
  const auto entries = entries_of_sheets(sheets, "g.xlsx");
  CHECK(content(entries) == "aqueduct = 渡槽 / basin = 流域 / ordinance = 条例");
  REQUIRE(entries);
  CHECK(entries->back().provenance == "g.xlsx:Legal:2");
}

TEST_CASE("glossary layouts: a workbook without terms is an error") {
  const std::vector<Sheet> sheets = {sheet("Plan", {{"Monday", "Tuesday"}}), sheet("Empty", {})};
  CHECK(content(entries_of_sheets(sheets, "g.xlsx")) ==
        "no column of the glossary is Chinese; a header with 'en' and 'zh' would name it");
}

TEST_CASE("glossary layouts: a spreadsheet of LibreOffice") {
  const std::string ods = stored_zip(
      {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
       {"content.xml",
        "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x'><office:body>"
        "<office:spreadsheet><table:table table:name='Cover'><table:table-row><table:table-cell>"
        "<text:p>Terms</text:p></table:table-cell></table:table-row></table:table>"
        "<table:table table:name='Terms'>"
        "<table:table-row><table:table-cell><text:p>English</text:p></table:table-cell>"
        "<table:table-cell table:number-columns-repeated='2'/>"
        "<table:table-cell><text:p>中文</text:p></table:table-cell>"
        "<table:table-cell table:number-columns-repeated='1020'/></table:table-row>"
        "<table:table-row><table:table-cell><office:annotation><text:p>check</text:p>"
        "</office:annotation><text:p>tap<text:s/>water</text:p><text:p>mains water</text:p>"
        "</table:table-cell><table:covered-table-cell/><table:table-cell/>"
        "<table:table-cell><text:p>自来<text:span>水</text:span></text:p></table:table-cell>"
        "</table:table-row>"
        "<table:table-row table:number-rows-repeated='1048570'><table:table-cell/>"
        "</table:table-row></table:table></office:spreadsheet></office:body>"
        "</office:document-content>"}});
  std::istringstream input(ods);
  CHECK(content(read_glossary("-", input)) == "tap water|mains water = 自来水");
}

TEST_CASE("glossary layouts: the table of a Word document") {
  const std::string docx = stored_zip(
      {{"_rels/.rels",
        "<Relationships><Relationship Id='r' Type='x/officeDocument' Target='word/document.xml'/>"
        "</Relationships>"},
       {"word/document.xml",
        "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>Terms</w:t></w:r></w:p><w:tbl>"
        "<w:tr><w:tc><w:p><w:r><w:t>中文</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>英文</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:tc><w:p><w:r><w:t>水库</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>reservoir</w:t></w:r></w:p></w:tc></w:tr>"
        "</w:tbl></w:body></w:document>"}});
  std::istringstream input(docx);
  CHECK(content(read_glossary("-", input)) == "reservoir = 水库");
}

TEST_CASE("glossary layouts: TBX with names and three-letter codes for languages") {
  CHECK(content(read_tbx("<martif><text><body><termEntry>"
                         "<langSet xml:lang='English'><tig><term>reservoir</term></tig></langSet>"
                         "<langSet xml:lang='zho'><tig><term>水库</term></tig></langSet>"
                         "</termEntry></body></text></martif>",
                         "g.tbx")) == "reservoir = 水库");
  CHECK(content(read_tbx("<mtf><conceptGrp><concept>4</concept>"
                         "<languageGrp><language type='English' lang='EN'/>"
                         "<termGrp><term>reservoir</term></termGrp></languageGrp>"
                         "<languageGrp><language type='Chinese (Taiwan)' lang='ZH-TW'/>"
                         "<termGrp><term>水庫</term></termGrp></languageGrp></conceptGrp></mtf>",
                         "g.xml")) == "reservoir = 水庫@ZH-TW");
  CHECK(content(read_tbx("<martif><text><body><termEntry>"
                         "<langSet xml:lang='de'><tig><term>Stausee</term></tig></langSet>"
                         "<langSet xml:lang='fr'><tig><term>barrage</term></tig></langSet>"
                         "</termEntry></body></text></martif>",
                         "g.tbx")) == "no term is Chinese or English; the languages are: de, fr");
}

TEST_CASE("glossary layouts: markup within a term of TBX is no part of its text") {
  CHECK(content(read_tbx("<tbx><text><body><conceptEntry>"
                         "<langSec xml:lang='en'><termSec><term>H<hi type='subscript'>2</hi>O"
                         "<ph>&lt;br/></ph> plant</term></termSec></langSec>"
                         "<langSec xml:lang='zh'><termSec><term>水厂</term></termSec></langSec>"
                         "</conceptEntry></body></text></tbx>",
                         "g.tbx")) == "H2O plant = 水厂");
}
