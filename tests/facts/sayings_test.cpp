#include "duizhao/facts/sayings.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "duizhao/facts/fact.h"

using duizhao::Language;
using duizhao::facts::Fact;

namespace {

/// Whether all facts of a text are weak; the text has one at least.
bool all_weak(std::string_view text, Language language) {
  const std::vector<Fact> facts = duizhao::facts::find(text, language);
  REQUIRE_FALSE(facts.empty());
  return std::ranges::all_of(facts, &Fact::weak);
}

}  // namespace

TEST_CASE("sayings: their figures are weak, and the same figures elsewhere are not") {
  CHECK(all_weak("两人半斤八两。", Language::kChinese));
  CHECK_FALSE(all_weak("两人买了半斤八宝茶和八两糖。", Language::kChinese));
  CHECK(all_weak("It was saved at the Eleventh Hour.", Language::kEnglish));
  CHECK_FALSE(all_weak("It was saved in the eleventh week.", Language::kEnglish));
}
