#include "duizhao/text/language_tag.h"

#include <doctest/doctest.h>

using duizhao::Language;
using duizhao::text::language_tag;

TEST_CASE("language tag: English, simplified, Taiwan and Hong Kong") {
  CHECK(language_tag(Language::kEnglish, "Exports rose") == "en");
  CHECK(language_tag(Language::kChinese, "出口增长，说明需求回升") == "zh-CN");
  CHECK(language_tag(Language::kChinese, "市場正朝著新的方向發展，這裡的臺商也說好") == "zh-TW");
  CHECK(language_tag(Language::kChinese, "隨着經濟復蘇，市民手裏的錢多了") == "zh-HK");
  CHECK(language_tag(Language::kUnknown, "2024") == "und");
}

TEST_CASE("language tag: words that both places write alike tell nothing") {
  CHECK(language_tag(Language::kChinese, "著名學者着手研究，成績顯著") == "zh-HK");
  CHECK(language_tag(Language::kChinese, "中文") == "zh-CN");
}
