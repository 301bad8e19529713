#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "duizhao/formats/glossary_file.h"
#include "duizhao/formats/glossary_table.h"
#include "duizhao/formats/glossary_tbx.h"
#include "duizhao/formats/glossary_xlsx.h"

using duizhao::Language;
using duizhao::Term;
using duizhao::TermEntry;
using duizhao::TermStatus;
using duizhao::formats::glossary_format_named;
using duizhao::formats::GlossaryFormat;
using duizhao::formats::read_decisions;
using duizhao::formats::read_glossary;
using duizhao::formats::read_tbx;
using duizhao::formats::read_xlsx;
using duizhao::formats::write_glossary;
using duizhao::formats::write_xlsx;

namespace {

Term term(const std::string& text, Language language, TermStatus status = TermStatus::kPreferred,
          const std::string& locale = "") {
  Term result;
  result.text = text;
  result.language = language;
  result.status = status;
  result.locale = locale;
  return result;
}

std::vector<TermEntry> sample() {
  TermEntry chip;
  chip.id = "c7";
  chip.terms = {term("chip", Language::kEnglish),
                term("chips & wafers", Language::kEnglish, TermStatus::kAdmitted),
                term("晶片", Language::kChinese, TermStatus::kPreferred, "zh-TW"),
                term("芯片", Language::kChinese, TermStatus::kPreferred, "zh-CN"),
                term("矽片", Language::kChinese, TermStatus::kForbidden),
                term("集成块", Language::kChinese, TermStatus::kDeprecated)};
  chip.domain = "technology";
  chip.definition = "a \"small\" piece, with <circuits>";
  chip.note = "see style guide; 第二版";
  chip.provenance = "house style";
  TermEntry fund;
  fund.id = "c8";
  fund.terms = {term("fund", Language::kEnglish), term("基金", Language::kChinese)};
  fund.provenance = "annual report";
  return {chip, fund};
}

/// Through a format and back.
std::vector<TermEntry> there_and_back(const std::vector<TermEntry>& entries,
                                      GlossaryFormat format) {
  const auto written = write_glossary(entries, format);
  CHECK(written.losses.empty());
  std::istringstream in(written.bytes);
  if (format == GlossaryFormat::kCsv) {
    // On standard input only the content tells; a TSV and a CSV file differ by their names.
    return {};
  }
  const auto read = read_glossary("-", in);
  REQUIRE(read);
  return *read;
}

/// The order of terms between languages is not kept by every format.
std::string content(const TermEntry& entry) {
  std::string text = entry.id + "/" + entry.domain + "/" + entry.definition + "/" + entry.note +
                     "/" + entry.provenance;
  for (const Language language : {Language::kEnglish, Language::kChinese}) {
    for (const Term& t : entry.terms) {
      if (t.language != language) continue;
      text += "|" + t.text + "," + t.locale + "," + std::to_string(static_cast<int>(t.status));
    }
  }
  return text;
}

}  // namespace

TEST_CASE("glossary formats: a round trip loses nothing") {
  for (const GlossaryFormat format :
       {GlossaryFormat::kTsv, GlossaryFormat::kXlsx, GlossaryFormat::kTbx}) {
    CAPTURE(static_cast<int>(format));
    const auto entries = sample();
    const auto read = there_and_back(entries, format);
    REQUIRE(read.size() == entries.size());
    for (std::size_t e = 0; e < entries.size(); ++e) CHECK(content(read[e]) == content(entries[e]));
  }
}

TEST_CASE("glossary formats: what a table can't hold is said") {
  auto entries = sample();
  entries[0].terms[0].note = "count noun";
  entries[1].terms[0].text = "a|b";
  const auto written = write_glossary(entries, GlossaryFormat::kTsv);
  CHECK(written.losses.size() == 2);
  CHECK(write_glossary(entries, GlossaryFormat::kTbx).losses.empty());
}

TEST_CASE("glossary formats: TBX of older tools, and with tags for data categories") {
  const auto old = read_tbx(
      "<?xml version=\"1.0\"?><martif type=\"TBX\"><text><body><termEntry id=\"1\">"
      "<descrip type=\"subjectField\">law</descrip>"
      "<langSet xml:lang=\"en-GB\"><ntig><termGrp><term>court</term></termGrp></ntig></langSet>"
      "<langSet xml:lang=\"fr\"><tig><term>cour</term></tig></langSet>"
      "<langSet xml:lang=\"zh-CN\"><tig><term>法院</term><termNote "
      "type=\"administrativeStatus\">admittedTerm-admn-sts</termNote></tig></langSet>"
      "</termEntry></body></text></martif>",
      "old.tbx");
  REQUIRE(old);
  REQUIRE(old->size() == 1);
  REQUIRE(old->front().terms.size() == 2);
  CHECK(old->front().domain == "law");
  CHECK(old->front().terms[0].text == "court");
  CHECK(old->front().terms[1].status == TermStatus::kAdmitted);
  const auto tags = read_tbx(
      "<tbx style=\"dct\" type=\"TBX-Min\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\" "
      "xmlns:min=\"http://www.tbxinfo.net/ns/min\"><text><body><conceptEntry id=\"2\">"
      "<langSec xml:lang=\"en\"><termSec><term>fund</term>"
      "<min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec>"
      "<langSec xml:lang=\"zh\"><termSec><term>基金</term></termSec></langSec>"
      "</conceptEntry></body></text></tbx>",
      "new.tbx");
  REQUIRE(tags);
  REQUIRE(tags->size() == 1);
  CHECK(tags->front().terms[0].part_of_speech == "noun");
}

TEST_CASE("glossary formats: XML that is no terminology, and XML that is broken") {
  CHECK_FALSE(read_tbx("<tmx version=\"1.4\"><body/></tmx>", "x.tbx"));
  CHECK_FALSE(read_tbx("<tbx><text>", "x.tbx"));
}

TEST_CASE("glossary formats: cells of a workbook keep their columns") {
  const std::vector<std::vector<std::string>> rows = {
      {"en", "", "zh"}, {"a < b & \"c\"", "", " 芯片\n二"}, {}};
  const std::string bytes = write_xlsx(rows);
  const auto read = read_xlsx(bytes, "x.xlsx");
  REQUIRE(read);
  REQUIRE(read->size() == 1);
  const auto& cells = read->front().rows;
  REQUIRE(cells.size() == 3);
  CHECK(cells[0].cells == std::vector<std::string>{"en", "", "zh"});
  CHECK(cells[1].cells == std::vector<std::string>{"a < b & \"c\"", "", " 芯片\n二"});
  CHECK(cells[1].line == 2);
}

TEST_CASE("glossary formats: a damaged workbook is refused") {
  const std::string bytes = write_xlsx({{"en", "zh"}});
  CHECK_FALSE(read_xlsx(bytes.substr(0, bytes.size() / 2), "x.xlsx"));
  CHECK_FALSE(read_xlsx("PK\x03\x04 not an archive", "x.xlsx"));
}

TEST_CASE("glossary formats: rejected proposals are no entries, and can be asked for") {
  const std::string text = "en\tzh\tstatus\nchip\t芯片\t\nbroad range\t范围广泛\trejected\n";
  std::istringstream in(text);
  const auto entries = read_glossary("-", in);
  REQUIRE(entries);
  REQUIRE(entries->size() == 1);
  std::istringstream again(text);
  const auto decisions = read_decisions("-", again);
  REQUIRE(decisions);
  REQUIRE(decisions->rejected.size() == 1);
  CHECK(decisions->rejected.front().terms[0].text == "broad range");
  CHECK(decisions->accepted.empty());
}

TEST_CASE("glossary formats: known by their names") {
  CHECK(glossary_format_named("tbx") == GlossaryFormat::kTbx);
  CHECK_FALSE(glossary_format_named("doc"));
}
