#include "duizhao/model/dictionary.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "temporary_file.h"

using duizhao::ErrorCode;
using duizhao::model::Gloss;
using duizhao::model::parse_glosses;
using duizhao::model::read_dictionary;

namespace {

/// The glosses as words; those of little weight in parentheses.
std::vector<std::string> shown(const std::vector<Gloss>& glosses) {
  std::vector<std::string> list;
  for (const Gloss& gloss : glosses) {
    std::string words;
    for (const auto& [word, weight] : gloss) {
      if (!words.empty()) words += ' ';
      words += weight < 1 ? "(" + word + ")" : word;
    }
    list.push_back(words);
  }
  return list;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("dictionary: slashes and semicolons separate glosses") {
  CHECK(shown(parse_glosses("to lend; to loan/a credit")) ==
        Words{"to lend", "to loan", "a credit"});
}

TEST_CASE("dictionary: words in parentheses weigh less than the gloss itself") {
  CHECK(shown(parse_glosses("bank (of a river (or lake)), shore")) ==
        Words{"bank (of) (a) (river) (or) (lake) shore"});
}

TEST_CASE("dictionary: references, measure words and readings in brackets are no translations") {
  CHECK(parse_glosses("variant of 银[yin2]").empty());
  CHECK(parse_glosses("see 银行[yin2 hang2]").empty());
  CHECK(shown(parse_glosses("bank/CL:家[jia1],個|个[ge4]")) == Words{"bank"});
  CHECK(shown(parse_glosses("abbr. for 人民銀行[Ren2 min2 Yin2 hang2], the central bank")) ==
        Words{"for the central bank"});
}

TEST_CASE("dictionary: a gloss without words is none, an unclosed bracket no harm") {
  CHECK(parse_glosses("").empty());
  CHECK(parse_glosses(" / ;/...").empty());
  CHECK(shown(parse_glosses("bank) of (China")) == Words{"bank of (China)"});
}

TEST_CASE("dictionary: columns are told by what they hold") {
  const TemporaryFile file(
      "銀行\t银行\tyin2 hang2\tbank\r\n"   // traditional, simplified, pinyin, glosses
      "河岸\t\triverbank/shore\n"          // an empty column
      "city\tX1\tHill Town\t山城\t山城\n"  // kind, code, English, Chinese
      "\n"
      "without a headword\n");
  const auto entries = read_dictionary(file.path());
  REQUIRE(entries);
  REQUIRE(entries->size() == 3);
  CHECK((*entries)[0].headwords == Words{"銀行", "银行"});
  CHECK(shown((*entries)[0].glosses) == Words{"bank"});
  CHECK((*entries)[1].headwords == Words{"河岸"});
  CHECK(shown((*entries)[1].glosses) == Words{"riverbank", "shore"});
  CHECK((*entries)[2].headwords == Words{"山城", "山城"});
  CHECK(shown((*entries)[2].glosses) == Words{"Hill Town"});
}

TEST_CASE("dictionary: a missing file and bytes that are not UTF-8 are errors that say where") {
  const auto missing = read_dictionary("no/such/dictionary.tsv");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::kUnreadable);

  const TemporaryFile file("银行\tbank\n银\xFF\tx\n");
  const auto bad = read_dictionary(file.path());
  REQUIRE_FALSE(bad);
  CHECK(bad.error().code == ErrorCode::kMalformed);
  CHECK(bad.error().where.line == 2);
  CHECK(bad.error().where.column == 2);
}
