#include "duizhao/report/message.h"

#include <doctest/doctest.h>

#include <cctype>
#include <set>
#include <string>

#include "duizhao/check/rule.h"
#include "duizhao/report/page/page.h"
#include "duizhao/score/evidence.h"

using namespace duizhao;
using report::composed;
using report::message_of;

namespace {

/// The arguments that a pattern names.
std::set<std::string> arguments_in(std::string_view pattern) {
  std::set<std::string> names;
  for (std::size_t at = pattern.find('{'); at != std::string_view::npos;
       at = pattern.find('{', at + 1)) {
    names.emplace(pattern.substr(at + 1, pattern.find_first_of("?:}", at) - at - 1));
  }
  return names;
}

Finding wrong_magnitude() {
  Finding finding(FindingKind{"number/magnitude", Category::kMistranslation, Severity::kCritical,
                              0.9, "fact/magnitude"});
  return finding.with("source", "3.2亿")
      .with("meant", "320 million")
      .with("target", "3.2 million")
      .with("factor", 0.01);
}

}  // namespace

TEST_CASE("catalogue: every row is in both languages, and neither loses an argument") {
  for (const report::Wording& row : report::catalogue()) {
    CAPTURE(row.id);
    CHECK_FALSE(row.english.empty());
    CHECK_FALSE(row.chinese.empty());
    CHECK(arguments_in(row.english) == arguments_in(row.chinese));
    CHECK(report::wording(row.id) == &row);
  }
  CHECK(report::wording("number/nothing-of-the-kind") == nullptr);
}

TEST_CASE("catalogue: it has all that the scripts of the pages say") {
  for (const std::string_view script :
       {report::page::kJs, report::page::kMainJs, report::page::kProposalsJs}) {
    std::size_t said = 0;
    for (std::size_t at = script.find("t(\""); at != std::string_view::npos;
         at = script.find("t(\"", at + 1)) {
      if (at > 0 && std::isalpha(static_cast<unsigned char>(script[at - 1])) != 0) continue;
      const std::size_t begin = at + 3;
      const std::string text(script.substr(begin, script.find('"', begin) - begin));
      if (text.ends_with(": ")) continue;  // what follows is put together
      CAPTURE(text);
      CHECK(report::wording("script/" + text) != nullptr);
      ++said;
    }
    CHECK((said > 0 || script == report::page::kMainJs));
  }
}

TEST_CASE("catalogue: a rule is called by its id in English, and by a word in Chinese") {
  for (const check::Rule* rule : check::rules()) {
    CHECK(report::Words(Language::kEnglish).rule_name(rule->id) == rule->id);
    CHECK(report::Words(Language::kChinese).rule_name(rule->id) != rule->id);
  }
}

TEST_CASE("catalogue: an id that it does not have is a bug") {
  CHECK_THROWS(static_cast<void>(report::Words(Language::kEnglish)("page/nothing-of-the-kind")));
}

TEST_CASE("message: the same finding in English and in Chinese") {
  const Finding finding = wrong_magnitude();
  CHECK(message_of(finding, Language::kEnglish) ==
        "3.2亿 is 320 million, the target has 3.2 million: a hundred times too little");
  CHECK(message_of(finding, Language::kChinese) ==
        "原文为3.2亿（320 million），译文为3.2 million，只有原文的百分之一");
}

TEST_CASE("message: how often it stands is said where it stands more than once") {
  Finding finding(FindingKind{"punctuation/half-width", Category::kPunctuation});
  finding.places = 3;
  CHECK(message_of(finding, Language::kEnglish) ==
        "a half-width mark stands in Chinese text (3 places)");
  CHECK(message_of(finding, Language::kChinese) == "中文里用了半角标点（共3处）");
  finding.places = 1;
  CHECK(message_of(finding, Language::kChinese) == "中文里用了半角标点");
}

TEST_CASE("message: one and many, what is given and what is not") {
  const std::vector<Argument> one = {{"n", std::size_t{1}}};
  const std::vector<Argument> three = {{"n", std::size_t{3}}, {"what", std::string("tea")}};
  constexpr std::string_view kPattern = "{n?once|{n} times}[ of {what}| of it]";
  CHECK(composed(kPattern, one, Language::kEnglish) == "once of it");
  CHECK(composed(kPattern, three, Language::kEnglish) == "3 times of tea");
  CHECK(composed("a[ {what}]", one, Language::kEnglish) == "a");
}

TEST_CASE("message: lines, lists and shares as each language writes them") {
  const std::vector<Argument> arguments = {
      {"lines", LineNumbers{{3, 5, 11}}},
      {"homes", std::vector<Label>{{"taiwan"}, {"hong-kong"}}},
      {"share", 0.62},
      {"factor", 1000.0},
  };
  constexpr std::string_view kPattern = "{lines}; {homes}; {share:percent}; {factor:multiple}";
  CHECK(composed(kPattern, arguments, Language::kEnglish) ==
        "lines 3, 5 and 11; Taiwan and Hong Kong; 62 %; a thousand times as much");
  CHECK(composed(kPattern, arguments, Language::kChinese) ==
        "第3、5、11行; 台湾和香港; 62%; 是原文的1000倍");
}

TEST_CASE("messages: what can take from the quality is said in both languages") {
  for (std::size_t i = 0; i < score::kEvidenceCount; ++i) {
    const auto evidence = static_cast<score::Evidence>(i);
    if (score::direction_of(evidence) == 0) continue;
    const std::string id = "lost/" + std::string(score::name_of(evidence));
    CAPTURE(id);
    CHECK_FALSE(report::Words(Language::kEnglish)(id).empty());
    CHECK_FALSE(report::Words(Language::kChinese)(id).empty());
  }
}

TEST_CASE("message: braces in a document's text are text") {
  const std::vector<Argument> arguments = {{"tag", std::string("{name} [x|y]")}};
  CHECK(composed("“{tag}” is lost", arguments, Language::kEnglish) == "“{name} [x|y]” is lost");
}
