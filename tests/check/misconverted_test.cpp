#include "duizhao/check/evidence/form/misconverted.h"

#include <doctest/doctest.h>

#include "reviewed.h"

using duizhao::Span;
using duizhao::check::misconverted;
using duizhao::tests::fires;

TEST_CASE("misconverted: a character that the word is not written with, and the one that it is") {
  constexpr std::string_view kText = "這種燈被髮明後，皇後很高興。";
  const auto found = misconverted(kText, Span{0, kText.size()});
  REQUIRE(found.size() == 2);
  CHECK(found[0].span.in(kText) == "髮");
  CHECK(found[0].right == "發");
  CHECK(found[1].span.in(kText) == "後");
  CHECK(found[1].right == "后");
}

TEST_CASE(
    "misconverted: silent on right words, side by side by chance, and on what has two forms") {
  for (const std::string_view text : {"頭髮", "發行債券", "房間很乾淨", "進球後", "關係", "了解",
                                      "盡量", "瞭解", "一目瞭然", "明瞭", "七個曆日內", "曆年"}) {
    CAPTURE(text);
    CHECK(misconverted(text, Span{0, text.size()}).empty());
  }
}

TEST_CASE("misconverted: at the beginning of a text and at its end as well") {
  for (const std::string_view text : {"髮明", "他們髮明", "皇後", "皇後來了", "展示瞭作品"}) {
    CAPTURE(text);
    CHECK(misconverted(text, Span{0, text.size()}).size() == 1);
  }
}

TEST_CASE("script: a text of both scripts is told, and a name in one is not") {
  CHECK(fires("script", "The forecast was right.", "天气預報沒有错。"));
  CHECK_FALSE(fires("script", "Ascend chips shipped.", "昇腾芯片出货。"));
}

TEST_CASE("repetition: a verb that is done stands once; the source's own slip is told") {
  CHECK(fires("repetition", "The road is closed.", "道路已封闭封闭。"));
  CHECK(fires("repetition", "我们我们该走了。", "We ought to go."));
  CHECK(fires("repetition", "银行关闭了。", "The bankbank was closed."));
  CHECK_FALSE(fires("repetition", "他笑了。", "He laughed: haha."));
  CHECK_FALSE(fires("repetition", "Let us discuss it.", "我们讨论讨论吧。"));
  CHECK_FALSE(fires("repetition", "他认识杨洋。", "He knows Yang Yang."));
}

TEST_CASE("tags: escapes and a forum's tags; a reference that is written out is none") {
  CHECK(fires("tags", "Copy \\n to end", "复制到末尾"));
  CHECK(fires("tags", "Hello [b]reader[/b]", "你好 读者"));
  CHECK_FALSE(fires("tags", "Salt &amp; pepper", "盐和胡椒"));
  CHECK_FALSE(fires("tags", "See C:\\new for it.", "见该文件夹。"));
}
