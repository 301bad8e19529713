#include "renderings.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/facts/compare.h"
#include "duizhao/text/script.h"
#include "support.h"

using namespace duizhao;
using facts::Difference;
using facts::Fact;
using facts::Kind;
using facts::PassageFacts;
using tests::kDifferent;
using tests::kSame;
using tests::Rendering;

namespace {

std::vector<Difference> differences(std::string_view source, Language source_language,
                                    std::string_view target, Language target_language) {
  const auto a = facts::find(source, source_language);
  const auto b = facts::find(target, target_language);
  return facts::compare(PassageFacts{a, source, {0, source.size()}, {}, {}},
                        PassageFacts{b, target, {0, target.size()}, {}, {}})
      .differences;
}

bool agree(std::string_view chinese, std::string_view english) {
  const bool into_english =
      differences(chinese, Language::kChinese, english, Language::kEnglish).empty();
  const bool into_chinese =
      differences(english, Language::kEnglish, chinese, Language::kChinese).empty();
  CHECK(into_english == into_chinese);
  return into_english;
}

bool same_value(const Fact& a, const Fact& b) {
  return a.kind == b.kind && a.value == b.value && a.upper == b.upper && a.unit == b.unit &&
         a.currency == b.currency && a.date == b.date && a.time == b.time && a.weak == b.weak &&
         a.approximation == b.approximation && a.alternative == b.alternative;
}

}  // namespace

TEST_CASE("renderings: the same fact in both languages is no difference, either way") {
  for (const Rendering& rendering : kSame) {
    CAPTURE(std::string(rendering.chinese));
    CAPTURE(std::string(rendering.english));
    CHECK(agree(rendering.chinese, rendering.english));
  }
}

TEST_CASE("renderings: another fact is a difference, either way") {
  for (const Rendering& rendering : kDifferent) {
    CAPTURE(std::string(rendering.chinese));
    CAPTURE(std::string(rendering.english));
    CHECK_FALSE(agree(rendering.chinese, rendering.english));
  }
}

TEST_CASE("renderings: a text in traditional characters holds the facts of the simplified one") {
  using Direction = text::Converter::Direction;
  for (const Direction direction :
       {Direction::kToTraditional, Direction::kToTaiwan, Direction::kToHongKong}) {
    const auto converter = text::Converter::create(direction);
    REQUIRE(converter);
    for (const Rendering& rendering : kSame) {
      const std::string traditional = converter->convert(rendering.chinese);
      CAPTURE(std::string(rendering.chinese));
      CAPTURE(traditional);
      const auto a = facts::find(rendering.chinese, Language::kChinese);
      const auto b = facts::find(traditional, Language::kChinese);
      REQUIRE(a.size() == b.size());
      CHECK(std::equal(a.begin(), a.end(), b.begin(), same_value));
    }
  }
}
