#include <doctest/doctest.h>

#include "reviewed.h"

using duizhao::tests::fires;

TEST_CASE("negation: a negation of the source is missing in the target") {
  CHECK(fires("negation", "该协议尚未生效。", "The agreement has taken effect."));
  CHECK(fires("negation", "He did not resign.", "他辞职了。"));
  CHECK(fires("negation", "The minister was not at the meeting.", "部長出席了會議。"));
}

TEST_CASE("negation: a negation that only the target has") {
  CHECK(fires("negation", "公司昨天公布了业绩。",
              "The company did not publish its results yesterday."));
}

TEST_CASE("negation: silent where both sides deny") {
  CHECK_FALSE(fires("negation", "该协议尚未生效。", "The agreement has not taken effect yet."));
  CHECK_FALSE(fires("negation", "He didn’t resign.", "他没有辞职。"));
}

TEST_CASE("negation: words that deny by their meaning are an answer") {
  CHECK_FALSE(fires("negation", "他没有来。", "He failed to come."));
  CHECK_FALSE(fires("negation", "这不可能。", "This is impossible."));
  CHECK_FALSE(fires("negation", "The engine was unable to start.", "发动机不能启动。"));
}

TEST_CASE("negation: a double negation, a question and fixed words deny nothing") {
  CHECK_FALSE(fires("negation", "他不得不承认失败。", "He had to admit his defeat."));
  CHECK_FALSE(
      fires("negation", "我们想知道这是不是真的。", "We want to know whether this is true."));
  CHECK_FALSE(fires("negation", "她不仅会唱歌，还会跳舞。", "She can both sing and dance."));
  CHECK_FALSE(fires("negation", "See No. 5 of the list.", "请看名单上的第五项。"));
}

TEST_CASE("negation: one of two negations is missing") {
  CHECK(
      fires("negation", "政府不会提高税收，央行没有公布新的计划。",
            "The government will not raise taxes, and the central bank has published a new plan."));
}

TEST_CASE("negation: a word that renders another one's meaning answers no negation") {
  CHECK(fires("negation", "I believe that we will not fail.", "我相信我们会失败。"));
  CHECK(fires("negation", "They will not forget what happened yesterday.",
              "他们会忘记昨天发生的事。"));
  CHECK_FALSE(fires("negation", "They will not forget what happened yesterday.",
                    "他们不会忘记昨天发生的事。"));
}

TEST_CASE("negation: each negation answers one of the other side, where it stands") {
  // 不诚实 answers "untruthful", so that nothing is left for "did not".
  CHECK(
      fires("negation",
            "The mayor did not mention the new bridge at all, and the paper called him untruthful.",
            "市长提到了新的大桥，报纸说他不诚实。"));
  CHECK_FALSE(
      fires("negation",
            "The mayor did not mention the new bridge at all, and the paper called him untruthful.",
            "市长没有提到新的大桥，报纸说他不诚实。"));
  // 除非 is "unless".
  CHECK(fires("negation", "The bank will not provide a loan unless the company finds a partner.",
              "除非公司找到合作伙伴，否则银行会提供贷款。"));
  CHECK_FALSE(fires("negation",
                    "The bank will not provide a loan unless the company finds a partner.",
                    "除非公司找到合作伙伴，否则银行不会提供贷款。"));
}

TEST_CASE("negation: every negation without an answer is told") {
  const auto findings = [](const char* target) {
    return duizhao::tests::findings_of(
               duizhao::tests::reviewed_pair("银行没有提高利率，政府不会增加税收。", target),
               "negation")
        .size();
  };
  CHECK(findings("The bank raised interest rates, and the government will increase taxes.") == 2);
  CHECK(findings("The bank did not raise interest rates, and the government will not increase "
                 "taxes.") == 0);
}

TEST_CASE("negation: parts of words and of phrases that deny, and that don't") {
  // 未来 is no second negation that turns the first one round.
  CHECK(fires("negation", "这并不是未来的技术。", "This is the technology of the future."));
  CHECK(fires("negation", "这些条件还未满足。", "These conditions are met."));
  CHECK(fires("negation", "他想不出答案。", "He could think of an answer."));
  CHECK(fires("negation", "No, we did not sell the house.", "不，我们卖了房子。"));
  CHECK_FALSE(fires("negation", "No, we did not sell the house.", "不，我们没有卖房子。"));
  CHECK_FALSE(fires("negation", "约有差不多一百人参加。", "Almost a hundred people took part."));
}

TEST_CASE("negation: what can't be seen, bought or found is denied") {
  CHECK_FALSE(fires("negation", "水量太大，从桥上看不到整个瀑布。",
                    "There is so much water that the whole waterfall cannot be seen from the "
                    "bridge."));
  CHECK(fires("negation", "水量太大，从桥上看不到整个瀑布。",
              "There is so much water that the whole waterfall can be seen from the bridge."));
  // "In less than three days" denies nothing.
  CHECK_FALSE(fires("negation", "不到三天就完成了。", "It was done in less than three days."));
}

TEST_CASE("negation: neither a train that does not stop nor one that goes on and on is told") {
  CHECK_FALSE(fires("negation", "周末列车在这里不停站。", "Trains do not stop here at weekends."));
  CHECK_FALSE(fires("negation", "他不停地说话。", "He kept talking all the time."));
}

TEST_CASE("negation: English denies that one expects, Chinese what is expected") {
  CHECK_FALSE(fires("negation",
                    "She said that she did not expect the new plant to make a profit before 2029.",
                    "她说，预计新厂在2029年以前不会盈利。"));
  CHECK(fires("negation",
              "She said that she did not expect the new plant to make a profit before 2029.",
              "她说，预计新厂在2029年以前会盈利。"));
}

TEST_CASE("negation: fixed phrases deny nothing, however they are cut into words") {
  CHECK_FALSE(fires("negation", "前不久她搬去了海边。", "She moved to the seaside recently."));
  CHECK_FALSE(fires("negation", "没有人比他更懂这行。", "He knows the trade better than anyone."));
  CHECK_FALSE(fires("negation", "They left no stone unturned.", "他们想尽了办法。"));
}

TEST_CASE("negation: what does not apply is n/a") {
  CHECK_FALSE(fires("negation", "变动：不适用", "Change: n/a"));
  CHECK_FALSE(fires("negation", "增長率\t不適用", "Growth\tN.A."));
}

TEST_CASE("negation: what one side forbids, or does only then, is no lost negation") {
  CHECK_FALSE(fires("negation", "Do not park here.", "此处禁止停车。"));
  CHECK_FALSE(fires("negation", "The museum does not open until noon.", "博物馆中午才开门。"));
}

TEST_CASE("negation: one Chinese negation answers neither and nor; a comparison may do without") {
  CHECK_FALSE(fires("negation",
                    "Neither the bank nor the ministry nor the court can meet this demand.",
                    "无论银行、财政部还是法院，都无法满足这一要求。"));
  CHECK_FALSE(fires("negation", "Nowhere is this more true than in the north.", "北方最是如此。"));
  CHECK_FALSE(fires("negation", "他说该官员不适合担任公职。",
                    "He said the official was unfit for office."));
}

TEST_CASE("negation: an adverb that waits for a negation tells that one is lost") {
  CHECK(fires("negation", "The plan cannot solve all problems of the industry.",
              "该计划并能解决该行业的所有问题。"));
}

TEST_CASE("negation: what could not be worse, better or more of it is as much as can be") {
  CHECK_FALSE(fires("negation", "The rain could not have come at a worse time for the farmers.",
                    "这场雨对农民来说来得最不是时候。"));
  CHECK_FALSE(fires("negation", "The staff could not have been more helpful to us.",
                    "工作人员对我们非常热情。"));
  CHECK(fires("negation", "The staff could not help the guests.", "工作人员帮助了客人。"));
}

TEST_CASE("negation: denied twice, or but for a condition, is said without a negation") {
  CHECK_FALSE(fires("negation", "I don't think that's uncommon.", "我认为这是正常的。"));
  CHECK_FALSE(fires("negation", "申请之撤回，非受特别授权，不得为之。",
                    "Special authorization is required to withdraw the application."));
  CHECK_FALSE(fires("negation", "没有开枪不代表不会造成伤害。",
                    "Guns don't have to fire to inflict damage."));
  CHECK_FALSE(fires("negation", "The bank won't act unless it trusts the ministry.",
                    "该行行动的前提是信任财政部。"));
  CHECK_FALSE(fires("negation", "你不是在开玩笑吧。", "You've got to be kidding me."));
  CHECK(fires("negation", "他不是在开玩笑。", "He was joking."));
  CHECK_FALSE(fires("negation", "He's got no one to blame but himself.", "他只能怪自己。"));
}

TEST_CASE("negation: what begins with \"Not so\" differs from what was said before") {
  CHECK_FALSE(fires("negation", "Not so the islands, which live on what the boats bring.",
                    "群岛则靠船运来的物资为生。"));
  CHECK_FALSE(fires("negation", "The north had a good harvest. Not so the south.",
                    "北方丰收，而南方歉收。"));
  CHECK(fires("negation", "It was not so warm in the hills.", "山里很暖和。"));
}

TEST_CASE("negation: what a program calls None, or --no-foo, denies nothing") {
  CHECK_FALSE(fires("negation", "If there are no breakpoints, the function is set to None.",
                    "如果没有断点，则将函数设为 None。"));
  CHECK_FALSE(fires("negation", "None is returned by default.", "默认返回 None。"));
  CHECK_FALSE(fires("negation", "This creates both --foo and --no-foo at once.",
                    "这会同时创建 --foo 和 --no-foo。"));
  CHECK(fires("negation", "The function does not return None.", "该函数返回 None。"));
}

TEST_CASE("negation: what is denied in other words") {
  const auto silent = [](const char* source, const char* target) {
    return !fires("negation", source, target);
  };
  CHECK(silent("没有他的允许，记者不得进门。", "He stopped reporters from coming in."));
  CHECK(silent("他没有让对手第三次得分。", "He stopped his rival from scoring a third time."));
  CHECK(silent("他们不是逃走，就是被捕。", "They either fled or were arrested."));
  CHECK(silent("Thousands of homes were still without power.", "仍有数千户家庭断电。"));
  CHECK(silent("I'd steer clear of that brand.", "换作是我，就不会碰那个牌子。"));
  CHECK(silent("The app no longer crashes when you rotate the screen.",
               "修复了旋转屏幕时应用崩溃的问题。"));
  CHECK(silent("剩下的不是老人就是孩子。", "Only the old and the very young remain."));
  CHECK(silent("混凝土强度等级不应低于C30。", "The concrete shall be of grade C30 or higher."));
  CHECK(silent("The balloon was no bigger than a pea.", "气球只有豌豆那么大。"));
  CHECK(silent("那会儿哪有什么路。", "There wasn't any road back then."));
  CHECK(silent("There wasn't any road back then.", "那会儿哪有什么路。"));
  CHECK(silent("A licence would be an advantage but is not essential.",
               "有执照者优先，但非必要条件。"));
  CHECK(silent("There's no way to do this without opening the phone.",
               "要做到这一点，只能先拆开手机。"));
  CHECK(silent("The firm is not paying tax in the country.", "该公司在该国拒税。"));
  CHECK(silent("The result may or may not surprise the board.", "结果或许会让董事会吃惊。"));
  // Each of two things is denied in Chinese, both at once in English.
  CHECK(silent("中国永远不称霸，永远不搞扩张。",
               "China will never seek hegemony or engage in expansion."));
}

TEST_CASE("negation: words that might say it otherwise say something else") {
  // 拒绝 is "refused", and 无须 takes the place of both.
  CHECK(fires("negation", "Turkey will not guard the prisoners; Europe refused to take them back.",
              "土耳其将看守囚犯；欧洲拒绝接回他们。"));
  CHECK(fires("negation",
              "A licensee must not transfer the licence without the consent of the Authority.",
              "持牌人无须监管局同意，即可转让牌照。"));
  CHECK(fires("negation", "The fee is not essential to the plan.", "费用对计划是必要的。"));
  CHECK(fires("negation", "中国永远不称霸，永远不搞扩张。",
              "China will never seek hegemony and engages in expansion."));
}

TEST_CASE("negation: an afterthought denies once more what is denied") {
  CHECK_FALSE(fires("negation", "He couldn't sleep, not with the trial about to begin.",
                    "审判即将开始，他无法入睡。"));
  CHECK_FALSE(fires("negation", "The market won't recover, not this year.", "市场今年不会复苏。"));
  CHECK(fires("negation", "The market will recover, not this year.", "市场今年会复苏。"));
  CHECK(fires("negation", "We can't stop now, and we do not want to.",
              "我们现在不能停下来，我们也想停。"));
}

TEST_CASE("negation: two negations of one thing in both languages") {
  const std::string source = "We will not close the school without asking the parents.";
  CHECK_FALSE(fires("negation", source, "我们不会不征求家长意见就关闭学校。"));
  CHECK(fires("negation", source, "我们会不征求家长意见就关闭学校。"));
}

TEST_CASE("negation: what denies a word that denies affirms, unless the source has that word") {
  CHECK_FALSE(
      fires("negation", "The crew attended every rehearsal.", "剧组没有缺席任何一次排练。"));
  CHECK(fires("negation", "The village forgot its hero.", "村里没有忘记这位英雄。"));
  CHECK(fires("negation", "The committee refused the offer.", "委员会没有拒绝这个提议。"));
}

TEST_CASE("negation: an affix that denies answers, and the beginning of a word does not") {
  const char* target = "市议会有权力，而那么多家长根本没有力量。";
  CHECK_FALSE(
      fires("negation", "The council has power while so many parents are powerless.", target));
  CHECK(fires("negation", "The council has power while so many parents are powerful.", target));
  CHECK(fires("negation", "酒店没有列出该国的电话代码，引发了舆论哗然。",
              "The hotel unleashed a furor when it did list the dial code of the country."));
}
