#include "duizhao/filter/fixes.h"

#include <doctest/doctest.h>

namespace duizhao::filter {
namespace {

FixSet all() { return FixSet().set(); }

TEST_CASE("fixes: characters that nobody sees go, joiners of other scripts stay") {
  CHECK(without_invisible("a\u200Bb\uFEFFc\u202Ed\u0007") == "abcd");
  CHECK(without_invisible("👩\u200D🔬") == "👩\u200D🔬");
}

TEST_CASE("fixes: blanks") {
  CHECK(with_even_spacing("  It \u00A0 rained. ", Language::kEnglish) == "It rained.");
  CHECK(with_even_spacing("他说 ， 下雨 了。", Language::kChinese) == "他说，下雨 了。");
  CHECK(with_even_spacing("今天 下 了 一 场 大雨", Language::kChinese) == "今天下了一场大雨");
  CHECK(with_even_spacing("张三　李四 出席", Language::kChinese) == "张三 李四 出席");
  CHECK(with_even_spacing("使用 Linux 系统", Language::kChinese) == "使用 Linux 系统");
}

TEST_CASE("fixes: widths") {
  CHECK(with_usual_width("英伟达Ｈ２０芯片,上升５％", Language::kChinese) ==
        "英伟达H20芯片，上升5%");
  CHECK(with_usual_width("共1,200元（约170美元）", Language::kChinese) == "共1,200元（约170美元）");
  CHECK(with_usual_width("It rose，he said．", Language::kEnglish) == "It rose,he said.");
  CHECK(with_usual_width("见 a.txt:3", Language::kChinese) == "见 a.txt:3");
}

TEST_CASE("fixes: a pair is mended and told so, and one that needs nothing stays as it is") {
  const auto fixer = Fixer::create(all(), Script::kSimplified);
  REQUIRE(fixer);
  formats::BilingualPair pair{"下雨了，會停。", "It rained. ", 1};
  const FixSet done = fixer->apply(pair, Language::kEnglish, Language::kChinese);
  CHECK(pair.source == "It rained.");
  CHECK(pair.target == "下雨了，会停。");
  CHECK(done[static_cast<std::size_t>(Fix::kSides)]);
  CHECK(done[static_cast<std::size_t>(Fix::kScript)]);
  CHECK(done[static_cast<std::size_t>(Fix::kSpacing)]);
  CHECK_FALSE(done[static_cast<std::size_t>(Fix::kWidth)]);
  formats::BilingualPair good{"It rained.", "下雨了。", 1};
  CHECK(fixer->apply(good, Language::kEnglish, Language::kChinese).none());
}

TEST_CASE("fixes: mending what was mended changes nothing") {
  for (const char* text :
       {"Ｈ２０ , 上升 5 ％ ,他 说 下 雨 了 。", "（ 見附件 ）\u200B  ,", ",,,"}) {
    const std::string once = with_even_spacing(
        with_usual_width(without_invisible(text), Language::kChinese), Language::kChinese);
    CHECK(with_even_spacing(with_usual_width(without_invisible(once), Language::kChinese),
                            Language::kChinese) == once);
  }
}

}  // namespace
}  // namespace duizhao::filter
