// What is read in ten thousands of texts that chance makes of figures written in all ways, how it
// is written, and what differs between two of them: by digests.
#include "facts/figures_by_chance.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <string>
#include <vector>

#include "digests.h"
#include "duizhao/facts/agreement.h"
#include "duizhao/facts/compare.h"
#include "duizhao/facts/format.h"
#include "facts/printed.h"

namespace duizhao::tests {
namespace {

constexpr std::size_t kBlocks = 100;
constexpr std::size_t kTextsOfBlock = 200;

std::string facts_and_renderings(const std::string& text, Language language) {
  std::string written = text + '\n';
  for (const facts::Fact& fact : facts::find(text, language)) {
    const auto english = facts::format(fact, {Language::kEnglish, Script::kUnknown});
    const auto chinese = facts::format(fact, {Language::kChinese, Script::kSimplified});
    const auto traditional = facts::format(fact, {Language::kChinese, Script::kTraditional});
    written += fmt::format("{}{} = {} = {}\n", printed(fact, text), english.value_or("-"),
                           chinese.value_or("-"), traditional.value_or("-"));
  }
  return written;
}

/// A passage between two others, or alone.
struct Passage {
  std::string text;
  Span span;
  std::vector<facts::Fact> before;
  std::vector<facts::Fact> own;
  std::vector<facts::Fact> after;

  Passage(const std::string& first, const std::string& middle, const std::string& last,
          Language language)
      : text(first + '\n' + middle + '\n' + last),
        span{first.size() + 1, first.size() + 1 + middle.size()} {
    for (const facts::Fact& fact : facts::find(text, language)) {
      if (fact.span.end <= span.begin) before.push_back(fact);
      if (span.contains(fact.span)) own.push_back(fact);
      if (fact.span.begin >= span.end) after.push_back(fact);
    }
  }
  [[nodiscard]] facts::PassageFacts facts() const { return {own, text, span, before, after}; }
};

std::string comparison_of(const Passage& source, const Passage& target) {
  constexpr std::array kMismatches = {"value", "unit",      "currency",   "missing",
                                      "added", "form",      "swapped",    "bound",
                                      "sign",  "direction", "half of day"};
  const auto compared = facts::compare(source.facts(), target.facts());
  std::string written = fmt::format("{} | {}\n", source.text, target.text);
  for (const facts::Fact& a : source.own) {
    for (const facts::Fact& b : target.own) written += fmt::format(" {:.4f}", agreement(a, b));
  }
  for (const facts::Match& match : compared.matches) {
    written += fmt::format(" {}={}", match.source, match.target);
  }
  for (const facts::Difference& difference : compared.differences) {
    written +=
        fmt::format("\n- {} {:.4f}", name(kMismatches, difference.what), difference.confidence);
    if (difference.source) written += fmt::format(" source {}", *difference.source);
    if (difference.target) written += fmt::format(" target {}", *difference.target);
  }
  return written + '\n';
}

}  // namespace

TEST_CASE(
    "facts: what is read in figures by chance, and how it is written, is what it was before") {
  const auto found = [](Chance& chance, std::size_t i) {
    const BothTexts texts = figures_by_chance(chance, i % 2 == 0);
    return facts_and_renderings(texts.english, Language::kEnglish) +
           facts_and_renderings(texts.chinese, Language::kChinese);
  };
  check_digests_by_chance("tests/facts/golden/figures.digests", kBlocks, kTextsOfBlock, 0, found);
}

TEST_CASE("facts: what differs between figures by chance in both languages is what it was before") {
  const auto found = [](Chance& chance, std::size_t i) {
    const BothTexts texts = figures_by_chance(chance, i % 4 != 0);
    const bool alone = chance.below(2) == 0;
    const BothTexts first = alone ? BothTexts{} : figures_by_chance(chance, true);
    const BothTexts last = alone ? BothTexts{} : figures_by_chance(chance, true);
    const Passage english(first.english, texts.english, last.english, Language::kEnglish);
    const Passage chinese(first.chinese, texts.chinese, last.chinese, Language::kChinese);
    return i % 2 == 0 ? comparison_of(english, chinese) : comparison_of(chinese, english);
  };
  check_digests_by_chance("tests/facts/golden/figures_compared.digests", kBlocks, kTextsOfBlock,
                          1000, found);
}

}  // namespace duizhao::tests
