#include "duizhao/formats/glossary_tsv.h"

#include <doctest/doctest.h>

#include <string>

using duizhao::Language;
using duizhao::TermStatus;
using duizhao::formats::read_tsv_glossary;

TEST_CASE("tsv glossary: a line is a source term and a target term, variants by a bar") {
  const auto entries =
      read_tsv_glossary("central bank|monetary authority\t央行|中央银行\n", "g.tsv");
  REQUIRE(entries);
  REQUIRE(entries->size() == 1);
  const auto& terms = entries->front().terms;
  REQUIRE(terms.size() == 4);
  CHECK(terms[0].text == "central bank");
  CHECK(terms[0].language == Language::kEnglish);
  CHECK(terms[0].status == TermStatus::kPreferred);
  CHECK(terms[1].text == "monetary authority");
  CHECK(terms[1].status == TermStatus::kAdmitted);
  CHECK(terms[2].text == "央行");
  CHECK(terms[2].language == Language::kChinese);
  CHECK(entries->front().provenance == "g.tsv:1");
}

TEST_CASE("tsv glossary: which column is Chinese is seen from the cells") {
  const auto entries = read_tsv_glossary("英伟达\tNvidia\nAMD\tAMD\n华为\tHuawei\n", "g.tsv");
  REQUIRE(entries);
  REQUIRE(entries->size() == 3);
  CHECK((*entries)[1].terms[0].language == Language::kChinese);
  CHECK((*entries)[1].terms[1].language == Language::kEnglish);
}

TEST_CASE("tsv glossary: a first line that names columns is a header, in any order") {
  const auto entries = read_tsv_glossary(
      "Status\tzh-TW\tNote\tEnglish\tforbidden\n"
      "admitted\t晶片\t半導體\tchip\t芯片\n",
      "g.tsv");
  REQUIRE(entries);
  REQUIRE(entries->size() == 1);
  const auto& entry = entries->front();
  CHECK(entry.note == "半導體");
  REQUIRE(entry.terms.size() == 3);
  CHECK(entry.terms[0].text == "晶片");
  CHECK(entry.terms[0].locale == "zh-TW");
  CHECK(entry.terms[0].status == TermStatus::kAdmitted);
  CHECK(entry.terms[1].text == "chip");
  CHECK(entry.terms[2].text == "芯片");
  CHECK(entry.terms[2].status == TermStatus::kForbidden);
  CHECK(entry.provenance == "g.tsv:2");
}

TEST_CASE("tsv glossary: a first line of terms is no header") {
  const auto entries = read_tsv_glossary("source code\t源代码\n", "g.tsv");
  REQUIRE(entries);
  CHECK(entries->size() == 1);
}

TEST_CASE("tsv glossary: byte-order mark, CRLF, blank lines and a missing last newline") {
  const auto entries = read_tsv_glossary(
      "\xEF\xBB\xBF"
      "chip\t芯片\r\n\r\n  \nfab\t晶圆厂",
      "g.tsv");
  REQUIRE(entries);
  REQUIRE(entries->size() == 2);
  CHECK(entries->front().terms[0].text == "chip");
  CHECK(entries->front().terms[1].text == "芯片");
  CHECK(entries->back().provenance == "g.tsv:4");
}

TEST_CASE("tsv glossary: further columns without a header are the note") {
  const auto entries = read_tsv_glossary("chip\t芯片\tTech\tsee style guide\n", "g.tsv");
  REQUIRE(entries);
  CHECK(entries->front().note == "Tech; see style guide");
}

TEST_CASE("tsv glossary: an empty file is an empty glossary") {
  const auto entries = read_tsv_glossary("", "g.tsv");
  REQUIRE(entries);
  CHECK(entries->empty());
}

TEST_CASE("tsv glossary: a line without a tab is malformed") {
  const auto entries = read_tsv_glossary("chip\t芯片\nfab\n", "g.tsv");
  REQUIRE_FALSE(entries);
  CHECK(entries.error().where.file == "g.tsv");
  CHECK(entries.error().where.line == 2);
}

TEST_CASE("tsv glossary: bytes that are not UTF-8 are reported with line and column") {
  const auto entries = read_tsv_glossary("chip\t芯片\n芯x\xFF\tfab\n", "g.tsv");
  REQUIRE_FALSE(entries);
  CHECK(entries.error().where.line == 2);
  CHECK(entries.error().where.column == 3);
}

TEST_CASE("tsv glossary: a list without Chinese is refused") {
  const auto entries = read_tsv_glossary("chip\tpuce\n", "g.tsv");
  REQUIRE_FALSE(entries);
  CHECK(entries.error().message.find("Chinese") != std::string::npos);
}

TEST_CASE("tsv glossary: a status that is not known is refused") {
  const auto entries = read_tsv_glossary("en\tzh\tstatus\nchip\t芯片\tmaybe\n", "g.tsv");
  REQUIRE_FALSE(entries);
  CHECK(entries.error().where.line == 2);
}

TEST_CASE("tsv glossary: columns say whether capitals are kept, and what is not translated") {
  const auto entries = read_tsv_glossary(
      "en\tzh\tCase sensitive\tDo not translate\n"
      "Party A\t甲方\tyes\t\n"
      "internet\t互联网\t不区分\tno\n"
      "GitHub\t\t\tyes\n",
      "g.tsv");
  REQUIRE(entries);
  REQUIRE(entries->size() == 3);
  CHECK((*entries)[0].letter_case == duizhao::TermCase::kKept);
  CHECK((*entries)[1].letter_case == duizhao::TermCase::kFree);
  const auto& brand = (*entries)[2];
  REQUIRE(brand.terms.size() == 2);
  CHECK(brand.terms[1].text == "GitHub");
  CHECK(brand.terms[1].language == Language::kChinese);
  CHECK(brand.letter_case == duizhao::TermCase::kKept);
}

TEST_CASE("tsv glossary: a list of brands needs no Chinese column") {
  const auto entries = read_tsv_glossary("term\tDNT\nvLLM\tx\n", "g.tsv");
  REQUIRE(entries);
  REQUIRE(entries->size() == 1);
  CHECK(entries->front().terms.size() == 2);
}

TEST_CASE("tsv glossary: forbidden is a list of renderings, or says that the row's own is") {
  const auto entries =
      read_tsv_glossary("英文\t中文\t禁用\nchip\t芯片\t晶片|集成块\nchip\t晶元\tyes\n", "g.tsv");
  REQUIRE(entries);
  REQUIRE(entries->size() == 2);
  CHECK((*entries)[0].terms.size() == 4);
  CHECK((*entries)[1].terms[0].status == TermStatus::kPreferred);
  CHECK((*entries)[1].terms[1].status == TermStatus::kForbidden);
}

TEST_CASE("tsv glossary: a word on case that is not known is refused with its line") {
  const auto entries = read_tsv_glossary("en\tzh\tcase\nchip\t芯片\tperhaps\n", "g.tsv");
  REQUIRE_FALSE(entries);
  CHECK(entries.error().where.line == 2);
}
