#include "duizhao/filter/form.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace duizhao::filter {
namespace {

Step step_of(const std::string& english, const std::string& chinese,
             const FormLimits& limits = {}) {
  const Step step = form_of(english, chinese, Language::kEnglish, limits).step;
  // The other way round it is the same.
  CHECK(form_of(chinese, english, Language::kChinese, limits).step == step);
  return step;
}

TEST_CASE("form: what good pairs look like passes") {
  CHECK(step_of("It rained.", "下雨了。") == Step::kKept);
  CHECK(step_of("Clonezilla is a Live CD based on Ubuntu and Debian.",
                "Clonezilla 是一个基于 Ubuntu 和 Debian 的 Live CD。") == Step::kKept);
  CHECK(step_of("In the menu, select Insert > Field > Page.", "在菜单中选择 插入 > 字段 > 页。") ==
        Step::kKept);
  CHECK(step_of("He laughed: hahahaha!", "他笑道：哈哈哈哈！") == Step::kKept);
  CHECK(step_of("You have to log in before you can see the reports of last year.",
                "您必须先登录，才能查看去年的报告。") == Step::kKept);
}

TEST_CASE("form: each step") {
  CHECK(step_of("It rained.", "。") == Step::kEmpty);
  CHECK(step_of("It rained all day.", "It rained all day") == Step::kCopied);
  CHECK(form_of("下了一天雨。", "It rained all day.", Language::kEnglish, {}).step ==
        Step::kSwapped);
  CHECK(step_of("Les résultats de cette étude seront publiés dans les jours qui suivent, et des "
                "copies sont dans une salle.",
                "研究结果将在几天内公布，副本存放在一个房间里。") == Step::kLanguage);
  CHECK(step_of("The results will be published next month.",
                "調査の結果は来月発表される予定です。") == Step::kLanguage);
  CHECK(step_of("It rained.", "他說，這裡下過雨。", {.script = Script::kSimplified}) ==
        Step::kScript);
  CHECK(step_of("It rained.", "他說，這裡下過雨。", {.script = Script::kTraditional}) ==
        Step::kKept);
  CHECK(step_of("It rained in the the the the the the the the the the the the",
                "下雨了，雨很大。") == Step::kJunk);
  CHECK(step_of("It rained all day.", "\\u4e0b\\u96e8\\u4e86") == Step::kJunk);
  CHECK(step_of("Itâ€™s been raining all day â€” the riverâ€™s full.",
                "下了一整天雨，河水都满了。") == Step::kJunk);
  CHECK(step_of("Home > News > 2019 > Page 3", "首页 > 新闻 > 2019 > 第3页") == Step::kBoilerplate);
  CHECK(step_of("It rained all day. Share this Read more", "下了一整天雨。") == Step::kBoilerplate);
  CHECK(step_of("It rained.", "下雨了。", {.least_words = 5}) == Step::kLength);
  CHECK(step_of("It rained all day, and in the evening the river flooded the old town, where the "
                "market was to open on the next morning, and two bridges were closed until the "
                "water had gone down far enough for the engineers to look at their pillars.",
                "下雨。") == Step::kRatio);
}

TEST_CASE("form: the phrases of web pages are sorted, and none stands twice") {
  const std::vector<std::string_view> phrases = {
#include "duizhao/filter/site_phrases.inc"
  };
  CHECK(std::ranges::is_sorted(phrases));
  CHECK(std::ranges::adjacent_find(phrases) == phrases.end());
}

}  // namespace
}  // namespace duizhao::filter
