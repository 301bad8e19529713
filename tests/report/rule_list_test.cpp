#include "duizhao/report/rule_list.h"

#include <doctest/doctest.h>

#include <string>

using namespace duizhao;

namespace {

std::string all_rules(Language language) {
  std::string text;
  report::append_rules(text, language);
  for (const check::Rule* rule : check::rules()) {
    text += '\n';
    report::append_rule(text, *rule, language);
  }
  return text;
}

}  // namespace

TEST_CASE("rules: a rule is told with its codes, their severity and category, and its examples") {
  for (const check::Rule* rule : check::rules()) {
    CAPTURE(rule->id);
    std::string text;
    report::append_rule(text, *rule, Language::kEnglish);
    for (const FindingKind& kind : rule->kinds) {
      const std::size_t at = text.find(std::string("\n  ").append(kind.code).append(" "));
      REQUIRE(at != std::string::npos);
      const std::string line = text.substr(at + 1, text.find('\n', at + 1) - at - 1);
      CAPTURE(line);
      CHECK(line.find(std::string(" ").append(name_of(kind.severity)).append(" ")) !=
            std::string::npos);
      CHECK(line.ends_with(name_of(kind.category)));
    }
    for (const check::Example& example : rule->examples) {
      CHECK(text.find(example.source.substr(0, example.source.find('\n'))) != std::string::npos);
    }
  }
}

TEST_CASE("rules: in Chinese they are listed by their id and by what they are called") {
  const std::string text = all_rules(Language::kChinese);
  CHECK(text.starts_with("untranslated   未译"));
  for (const check::Rule* rule : check::rules()) {
    CHECK(text.find(std::string("\n").append(rule->id).append("\n")) != std::string::npos);
  }
  CHECK(text.find("severity") == std::string::npos);
}
