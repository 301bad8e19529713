#include <doctest/doctest.h>

#include "reviewed.h"

using duizhao::tests::fires;

TEST_CASE("opposite: the target says the opposite word") {
  CHECK(fires("opposite", "上季度出口额创下新高。", "Imports hit a new high in the last quarter."));
  CHECK(fires("opposite", "The northern provinces were hit hardest.", "南部省份受灾最重。"));
  CHECK(fires("opposite", "The committee rejected the plan.", "委员会批准了该计划。"));
}

TEST_CASE(
    "opposite: limits, gaps and troubles that go the other way, an audit without reservations") {
  CHECK(fires("opposite", "The minimum order is 100 units.", "最大订货量为100件。"));
  CHECK_FALSE(fires("opposite", "The minimum order is 100 units.", "最低起订量为100件。"));
  CHECK(fires("opposite", "The deficit widened to 3.1% of GDP.", "赤字收窄至GDP的3.1%。"));
  CHECK_FALSE(fires("opposite", "The deficit narrowed to 3.1% of GDP.", "赤字收窄至GDP的3.1%。"));
  CHECK(fires("opposite", "通胀压力加剧。", "Inflationary pressure eased."));
  CHECK_FALSE(fires("opposite", "通胀压力缓解。", "Inflationary pressure eased."));
  CHECK(fires("opposite", "The auditor issued a qualified opinion.", "审计师出具了无保留意见。"));
  CHECK_FALSE(
      fires("opposite", "The auditor issued a qualified opinion.", "审计师出具了保留意见。"));
}

TEST_CASE(
    "opposite: one metal for another, payable for receivable, unpaid for paid, later for sooner") {
  CHECK(
      fires("opposite", "The mine produces 30,000 tonnes of copper a year.", "该矿年产铝3万吨。"));
  CHECK_FALSE(
      fires("opposite", "The mine produces 30,000 tonnes of copper a year.", "该矿年产铜3万吨。"));
  CHECK_FALSE(fires("opposite", "Copper and zinc are mined there.", "该地开采铜和锌。"));
  CHECK(
      fires("opposite", "应收账款余额为7.3亿元。", "Accounts payable stood at 730 million yuan."));
  CHECK(
      fires("opposite", "Staff are entitled to 15 days of paid leave.", "员工享有15天无薪假期。"));
  CHECK(fires("opposite", "会议决定推迟开工。", "The meeting decided to bring forward the start."));
  CHECK_FALSE(fires("opposite", "会议决定推迟开工。", "The meeting decided to put off the start."));
  CHECK(fires("opposite", "The reactor was shut down automatically.", "反应堆自动启动。"));
}

TEST_CASE("date: the beginning of a year is not its end") {
  CHECK(fires("date", "It will be completed by the end of 2027.", "项目将于2027年初完工。"));
  CHECK_FALSE(fires("date", "It will be completed by the end of 2027.", "项目将于2027年底完工。"));
  CHECK_FALSE(fires("date", "At the end of 2026 prices were 3% higher than at its start.",
                    "2026年末物价较年初上涨3%。"));
}

TEST_CASE("opposite: silent where a side says both, denies one, or says it in another word") {
  CHECK_FALSE(fires("opposite", "进出口总额有所变化。", "Total trade in exports changed."));
  CHECK_FALSE(fires("opposite", "委员会没有批准该计划。", "The committee rejected the plan."));
  CHECK_FALSE(fires("opposite", "他的尝试失败了。", "His attempt did not succeed."));
  CHECK_FALSE(fires("opposite", "The northern provinces were hit hardest.", "北部省份受灾最重。"));
}

TEST_CASE("opposite: another event, a compound and a victory are no opposites") {
  CHECK_FALSE(fires("opposite", "这位23岁的车手很年轻。", "The rider is a 23-year-old."));
  CHECK_FALSE(
      fires("opposite", "北方队客场战胜对手。", "The northern team defeated its rivals away."));
  CHECK_FALSE(fires("opposite", "The guests left the hall before the band packed up.",
                    "客人离开大厅后，乐队收拾了器材。"));
  CHECK_FALSE(
      fires("opposite", "锂价每上涨10%，毛利率下降1.8个百分点。",
            "For every 10 percent increase in the price of lithium, the margin falls by 1.8 "
            "percentage points."));
  CHECK(fires("opposite", "Versions before 3.8 are no longer supported.",
              "3.8 版之後的版本已不再支援。"));
}

TEST_CASE("opposite: a longer word is none of its parts") {
  CHECK_FALSE(fires("opposite", "公司总部位于东南沿海。",
                    "The company is based on the southeastern coast."));
}

TEST_CASE("date: another time or another span of comparison") {
  CHECK(fires("date", "该厂去年投产。", "The plant went into operation last month."));
  CHECK(fires("date", "Prices rose 2 percent year on year.", "物价环比上涨2%。"));
  CHECK(fires("date", "董事会每年开会。", "The board has monthly meetings."));
  CHECK_FALSE(fires("date", "该厂去年投产。", "The plant went into operation a year ago."));
  CHECK_FALSE(fires("date", "Prices rose 2 percent year on year.", "物价同比上涨2%。"));
}

TEST_CASE("date: what something is compared with is a year, a quarter or a month ago") {
  CHECK(fires("date", "订单环比增长15%。", "Orders rose 15% from a year earlier."));
  CHECK(fires("date", "订单同比增长15%。", "Orders rose 15% on the previous quarter."));
  CHECK(fires("date", "Orders rose 15% from the year before.", "訂單較上月增長15%。"));
  CHECK_FALSE(fires("date", "订单环比增长15%。", "Orders rose 15% from the previous quarter."));
  CHECK_FALSE(fires("date", "订单环比增长15%。", "Orders rose 15% over the last year."));
  CHECK_FALSE(fires("date", "今年前三季度游客同比翻了一番。",
                    "In the first nine months there were twice as many visitors as in the same "
                    "period last year."));
}

TEST_CASE("date: what has been done is still to come on the other side") {
  CHECK(fires("date", "该部已经批准延期。", "The ministry will approve the extension."));
  CHECK(fires("date", "The plant has closed.", "该工厂将于12月关闭。"));
  CHECK_FALSE(fires("date", "该部已经批准延期。", "The ministry has approved the extension."));
  CHECK_FALSE(fires("date", "该工厂将关闭。", "The plant would have closed."));
  CHECK_FALSE(fires("date", "公司将旧厂关闭。", "The company has closed its old plant."));
}

TEST_CASE("opposite: who does it on one side has it done to him on the other") {
  CHECK(fires("opposite", "买方应向卖方支付尾款。",
              "The seller shall pay the balance to the buyer."));
  CHECK(fires("opposite", "Students shall respect teachers.", "教师应当尊重学生。"));
  CHECK(fires("opposite", "警察拘捕了司机。", "The driver arrested the police."));
  CHECK_FALSE(fires("opposite", "买方应向卖方支付尾款。",
                    "The buyer shall pay the balance to the seller."));
  CHECK_FALSE(fires("opposite", "Teachers shall respect students.", "学生应受教师尊重。"));
  CHECK_FALSE(fires("opposite", "司机被警察拘捕。", "Police arrested the driver."));
  CHECK_FALSE(fires("opposite", "学生尊重的教师", "Students shall respect teachers."));
}

TEST_CASE("modality: the target allows what the source obliges to, and the other way round") {
  CHECK(fires("modality", "承运人必须出具收据。", "The carrier may issue a receipt."));
  CHECK(fires("modality", "The tenant must return the keys.", "承租人可以交还钥匙。"));
  CHECK(fires("modality", "买方有权检验货物。", "The buyer is obliged to inspect the goods."));
  CHECK(fires("modality", "主管机关得检查账册。",
              "The competent authority shall inspect the books."));
  CHECK(fires("modality", "Insurance is optional.", "必须强制投保。"));
  CHECK_FALSE(fires("modality", "承运人应当出具收据。", "The carrier must issue a receipt."));
  CHECK_FALSE(
      fires("modality", "主管机关得派员检查。", "The competent authority may send inspectors."));
}

TEST_CASE("modality: a word that holds a small one, a month and a plain negation say nothing") {
  CHECK_FALSE(fires("modality", "You don’t need to write a program.", "你不需要编写程序。"));
  CHECK_FALSE(
      fires("modality", "Outputs can only be spent by their owner.", "输出必须由其所有者花费。"));
  CHECK_FALSE(fires("modality", "The court ruled on it in May.", "法院应当事人请求作出裁决。"));
  CHECK_FALSE(fires("modality", "The market must react.", "市场必须作出反应。"));
  CHECK_FALSE(fires("modality", "You have to treat them with respect.", "您得尊重他们。"));
  CHECK_FALSE(fires("modality", "Nobody has to get hurt.", "谁都不用受伤。"));
  CHECK_FALSE(fires("modality", "In the event of a tie, the chair shall have the casting vote.",
                    "如票数相等，主席有权投决定票。"));
  CHECK_FALSE(fires("modality", "It can't be denied that this must be shown in schools.",
                    "不可否认，学校必须反映这一点。"));
  CHECK_FALSE(fires("modality", "当事人不得反悔。", "The parties shall not go back on it."));
}

TEST_CASE("quantifier: all for some, most for few, often for rarely") {
  CHECK(fires("quantifier", "所有窗户都关着。", "Some windows were shut."));
  CHECK(fires("quantifier", "Few visitors came back.", "许多游客再次光临。"));
  CHECK(fires("quantifier", "他经常迟到。", "He is rarely late."));
  CHECK(fires("quantifier", "Neither team scored.", "两队均有进球。"));
  CHECK_FALSE(fires("quantifier", "每扇窗户都关着。", "All the windows were shut."));
  CHECK_FALSE(fires("quantifier", "除了已有的比赛，全家都可参加。",
                    "Besides the existing race, the entire family can take part."));
  CHECK_FALSE(fires("quantifier", "该队位居中部分区第一。",
                    "The team finished first in each year in the Central Division."));
  CHECK_FALSE(fires("quantifier", "Neither colleges nor training schools can satisfy the need.",
                    "无论学院还是职业培训学校，都无法满足需求。"));
  CHECK_FALSE(fires("quantifier", "并非所有商店都营业。", "Some shops were shut."));
  CHECK_FALSE(fires("quantifier", "许多游客再次光临。", "A large number of visitors came back."));
}

TEST_CASE("quantifier: \"at all\" before what there is all of is no emphasis") {
  CHECK(fires("quantifier", "部分监测点的水质超标。",
              "Water quality exceeded the limits at all monitoring points."));
  CHECK_FALSE(fires("quantifier", "部分监测点的水质没有超标。",
                    "Some points did not exceed the limits at all."));
  CHECK_FALSE(fires("quantifier", "有些事根本不清楚。", "It is not at all clear."));
}

TEST_CASE("pronoun: he for she, where no other person can be meant") {
  CHECK(fires("pronoun", "她表示会继续努力。", "He said that he would go on trying."));
  CHECK(fires("pronoun", "他母亲说他去了海边。", "Her mother said he had gone to the sea."));
  CHECK_FALSE(fires("pronoun", "她告诉他实情。", "She told him the truth."));
  CHECK_FALSE(
      fires("pronoun", "每个人都该带上他的证件。", "Everyone should bring his or her papers."));
  CHECK_FALSE(fires("pronoun", "其他吉他更贵。", "She sold the other guitars."));
  CHECK_FALSE(fires("pronoun", "他们走了。", "She left."));
}

TEST_CASE("pronoun: a pronoun that is another person's, where Chinese names the one again") {
  const char* source = "Merkel met Macron in Berlin and told reporters he had agreed.";
  CHECK_FALSE(fires("pronoun", source, "默克尔在柏林会见了马克龙，她告诉记者马克龙已经同意。"));
  CHECK(fires("pronoun", source, "默克尔在柏林会见了马克龙，并告诉记者她已经同意。"));
}

TEST_CASE("opposite: the end of a life is none of what began") {
  CHECK_FALSE(fires("opposite", "When the war began he was at sea; a shell killed him in 1943.",
                    "战争爆发时他在海上，1943年一枚炮弹结束了他的生命。"));
  CHECK(fires("opposite", "The war began in 1943.", "战争于1943年结束。"));
}

TEST_CASE("modality: what must come before something may says both") {
  CHECK_FALSE(fires("modality", "学生须在症状消失72小时后方可返校。",
                    "Pupils may return to school only 72 hours after symptoms have gone."));
  CHECK_FALSE(fires("modality", "该员工须连续两次检测阴性方可复工。",
                    "The worker may return to work after two consecutive negative tests."));
  CHECK(fires("modality", "该员工须提交报告。", "The worker may submit a report."));
}

TEST_CASE("modality: 得 that obliges is no 得 that allows") {
  CHECK_FALSE(fires("modality", "总得有人为之付钱。", "Somebody will have to pay for it."));
  CHECK_FALSE(fires("modality", "开工之前还得通过检查。",
                    "The site has to pass an inspection before work begins."));
}
