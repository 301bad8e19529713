#include "duizhao/check/evidence/runs/missing_runs.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "duizhao/pair/clauses.h"
#include "reviewed.h"

using namespace duizhao;
using tests::findings_of;
using tests::reviewed_pair;

namespace {

const std::string kSource =
    "The bank raised interest rates on Thursday, although consumer prices have fallen for three "
    "months in a row, and the governor promised further steps.";

}  // namespace

TEST_CASE("omission: a clause that the target leaves out") {
  const Review review = reviewed_pair(kSource, "该行周四加息，行长承诺采取进一步措施。");
  const auto findings = findings_of(review, "omission");
  REQUIRE(findings.size() == 1);
  REQUIRE(findings[0].source);
  CHECK(findings[0].source->in(review.source.text).find("consumer prices") != std::string::npos);
  CHECK(findings[0].source->in(review.source.text).find("governor") == std::string::npos);
}

TEST_CASE("omission: a phrase that only frames what is said is no part of what is left out") {
  CHECK_FALSE(tests::fires("addition", "食環署呼籲市民切勿光顧無牌食肆。",
                           "The Food and Environmental Hygiene Department urged members of the "
                           "public not to patronise unlicensed food premises."));
  // The same words apart say something.
  CHECK(tests::fires("addition", "食環署呼籲切勿光顧無牌食肆。",
                     "The Food and Environmental Hygiene Department urged members and their "
                     "families in the public service not to patronise unlicensed food premises."));
}

TEST_CASE("omission: the time that a figure is compared with may be one word of Chinese") {
  const std::string english =
      "Exports of integrated circuits reached $16.4 billion in September, 4.8 percent more than in "
      "the same month a year earlier.";
  CHECK_FALSE(tests::fires("omission", english, "9月出口集成电路164亿美元，同比增长4.8%。"));
  CHECK_FALSE(tests::fires("omission", english, "9月出口積體電路164億美元，較去年同期增加4.8%。"));
  CHECK(tests::fires("omission", english, "9月出口集成电路164亿美元，增长4.8%。"));
}

TEST_CASE("omission: a name whose Chinese the source gives is rendered by that, in either script") {
  const std::string english =
      "Eastgate Foundry Co (東門晶圓代工), which earns 82 percent of its revenue in Asia, said "
      "that "
      "it had no plans to build plants abroad.";
  CHECK_FALSE(tests::fires("omission", english,
                           "82%的营收来自亚洲的东门晶圆代工表示，没有在海外建厂的计划。"));
  CHECK(tests::fires("omission", english, "82%的营收来自亚洲，没有在海外建厂的计划。"));
}

TEST_CASE("omission: that somebody unnamed says it is no part of what is left out") {
  const std::string target = "该行周四加息，行长承诺采取进一步措施。";
  const std::string both =
      "The bank raised interest rates on Thursday, and the governor promised further steps, ";
  for (const char* attribution :
       {"sources familiar with the matter said.", "they added.", "one of the people said.",
        "according to another person.", "said the sources."}) {
    CAPTURE(attribution);
    CHECK_FALSE(tests::fires("omission", both + attribution, target));
  }
  CHECK(tests::fires("omission",
                     both + "although consumer prices have fallen for three months in a row.",
                     target));
}

TEST_CASE("omission: silent where the whole is translated") {
  CHECK_FALSE(
      tests::fires("omission", kSource,
                   "尽管消费价格已连续三个月下跌，该行周四仍然加息，行长还承诺采取进一步措施。"));
}

TEST_CASE("addition: a sentence that the source does not have") {
  const Review review = reviewed_pair(
      "该行周四加息。",
      "The bank raised interest rates on Thursday. The weather in the northern mountains will stay "
      "cold and wet until the weekend.");
  const auto findings = findings_of(review, "addition");
  REQUIRE(findings.size() == 1);
  REQUIRE(findings[0].target);
  CHECK(findings[0].target->in(review.target.text).find("weather") != std::string::npos);
  CHECK(findings[0].target->in(review.target.text).find("bank") == std::string::npos);
}

TEST_CASE("omission: the confidence grows with what is missing") {
  const auto passage = [](const Document& document) {
    return pair::make_passage(document, {0, document.text.size()}, tests::lexicon());
  };
  Document source = tests::document_of(kSource);
  Document whole = tests::document_of(
      "尽管消费价格已连续三个月下跌，该行周四仍然加息，行长还承诺采取进一步措施。");
  Document part = tests::document_of("该行周四加息，行长承诺采取进一步措施。");
  Document little = tests::document_of("该行加息。");
  double last = -1000;
  for (const Document* target : {&whole, &part, &little}) {
    const auto a = passage(source);
    const auto b = passage(*target);
    const auto links = pair::link_words(a.words, a.language, b.words, b.language, tests::lexicon());
    const auto related = pair::related_words(a, b, tests::lexicon());
    const check::OpenWords open(a, b, links, related);
    double most = -999;
    for (const auto& run : check::missing_runs(open.source, open.target, {}, -999)) {
      CHECK(a.span.contains(run.span));
      most = std::max(most, run.log_odds);
    }
    CHECK(most > last);
    last = most;
  }
}

TEST_CASE("omission: the dots of U.S. and of 3.5 divide no clauses") {
  const Document document = [] {
    Document d;
    d.text = "The U.S. economy grew by 3.5 percent. Mr. J. Ba left, tired.";
    d.language = Language::kEnglish;
    return d;
  }();
  const auto passage = pair::make_passage(document, {0, document.text.size()}, tests::lexicon());
  const auto parts = pair::clauses(passage);
  REQUIRE(parts.size() >= 3);
  CHECK(parts.front().span.in(document.text) == "The U.S. economy grew by 3.5 percent.");
}

TEST_CASE("omission: a figure that both sides have is not missing, however it is written") {
  CHECK_FALSE(tests::fires("omission",
                           "Sales rose sharply in March, with thirty-two percent more customers.",
                           "三月份销售额大幅上升，顾客增加了32%。"));
}

TEST_CASE("omission: an idiom that is rendered as a whole is not missing") {
  CHECK_FALSE(tests::fires("omission", "Perseverance will prevail.", "只要功夫深，铁杵磨成针。"));
  CHECK_FALSE(tests::fires("omission", "三天打鱼，两天晒网。", "They work by fits and starts."));
}

TEST_CASE("omission: a word or a name between commas is no clause") {
  CHECK_FALSE(tests::fires("omission", "Indeed, the bank raised interest rates in March.",
                           "该银行在三月份提高了利率。"));
}

TEST_CASE("addition: what one sentence explains is no reason to suspect the others") {
  const Review review = reviewed_pair(
      "该行周四加息。行长表示通胀仍然过高。",
      "The bank raised interest rates on Thursday. The governor said that inflation was still too "
      "high. The weather in the northern mountains will stay cold and wet until the weekend.");
  const auto findings = findings_of(review, "addition");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].target->in(review.target.text).find("weather") != std::string::npos);
}

TEST_CASE("omission: what the other side says in words that nothing explains may render it") {
  const auto likeliest = [](const std::string& target) {
    const Document from =
        tests::document_of("The minister visited the hospital, comforting the wounded soldiers.");
    const Document to = tests::document_of(target);
    const auto passage = [](const Document& document) {
      return pair::make_passage(document, {0, document.text.size()}, tests::lexicon());
    };
    const auto a = passage(from);
    const auto b = passage(to);
    const auto links = pair::link_words(a.words, a.language, b.words, b.language, tests::lexicon());
    const auto related = pair::related_words(a, b, tests::lexicon());
    const check::OpenWords open(a, b, links, related);
    double most = -999;
    for (const auto& run : check::missing_runs(open.source, open.target, {}, -999))
      most = std::max(most, run.evidence.answer);
    return most;
  };
  CHECK(likeliest("部长探望了医院，嘘寒问暖，体恤伤残弟兄。") >
        likeliest("部长探望了医院。") + 0.5);
}

TEST_CASE("omission: an English name may be rendered in a way that the lexicon doesn't know") {
  const std::string source =
      "Amber Crane Robotics Ltd opened a new research centre in Shenzhen on Wednesday.";
  CHECK_FALSE(tests::fires("omission", source, "鹤珀机器人公司周三在深圳设立新的研究中心。"));
  const std::string without = "周三在深圳设立新的研究中心。";
  CHECK((tests::fires("omission", source, without) || tests::fires("name", source, without)));
}

TEST_CASE("omission: a name that sounds like what is open stands there") {
  const auto open_words = [](const std::string& name, bool from_english) {
    const Document english = tests::document_of("On Friday " + name + " won the second match.");
    const Document chinese = tests::document_of("周五，马卡洛娃赢得第二场比赛。");
    const auto passage = [](const Document& document) {
      return pair::make_passage(document, {0, document.text.size()}, tests::lexicon());
    };
    const auto a = passage(from_english ? english : chinese);
    const auto b = passage(from_english ? chinese : english);
    const auto links = pair::link_words(a.words, a.language, b.words, b.language, tests::lexicon());
    const auto related = pair::related_words(a, b, tests::lexicon());
    const check::OpenWords open(a, b, links, related);
    const auto open_within = [](const check::OpenWords::Side& side, std::string_view what) {
      const std::string& text = side.passage->document->text;
      const Span place{text.find(what), text.find(what) + what.size()};
      std::size_t words = 0;
      for (std::size_t i = 0; i < side.odds.size(); ++i) {
        words += side.odds[i] > 0 && place.contains(side.passage->words[i].span) ? 1 : 0;
      }
      return words;
    };
    return std::pair(open_within(from_english ? open.source : open.target, name),
                     open_within(from_english ? open.target : open.source, "马卡洛娃"));
  };
  for (const bool from_english : {false, true}) {
    CAPTURE(from_english);
    CHECK(open_words("Makarova", from_english) == std::pair<std::size_t, std::size_t>(0, 0));
    const auto [english, chinese] = open_words("Thurgood", from_english);
    CHECK(english == 1);
    CHECK(chinese > 0);
  }
}

TEST_CASE(
    "omission: what rules miss of a clause's figures and names speaks for its being missing") {
  const Document from = tests::document_of(kSource);
  const Document to = tests::document_of("该行周四加息，行长承诺采取进一步措施。");
  const auto passage = [](const Document& document) {
    return pair::make_passage(document, {0, document.text.size()}, tests::lexicon());
  };
  const auto a = passage(from);
  const auto b = passage(to);
  const auto links = pair::link_words(a.words, a.language, b.words, b.language, tests::lexicon());
  const auto related = pair::related_words(a, b, tests::lexicon());
  const check::OpenWords open(a, b, links, related);
  Finding missing;
  missing.rule = "number";
  const std::size_t three = kSource.find("three");
  missing.source = Span{three, three + 5};
  const std::vector<Finding> findings = {missing};
  const auto lost = check::lost_places(findings, &Finding::source, &Finding::target);
  REQUIRE(lost.size() == 1);
  CHECK(check::lost_places(findings, &Finding::target, &Finding::source).empty());
  const auto without = check::possible_runs(open.source, open.target, {});
  const auto with = check::possible_runs(open.source, open.target, lost);
  REQUIRE(with.size() == without.size());
  bool some = false;
  for (std::size_t i = 0; i < with.size(); ++i) {
    if (with[i].span.contains(*missing.source)) {
      CHECK(with[i].log_odds > without[i].log_odds);
      some = true;
    } else {
      CHECK(with[i].log_odds == without[i].log_odds);
    }
  }
  CHECK(some);
}

TEST_CASE("omission: a stretch of the other side that words of the run explain may render it") {
  const auto rendering = [](const std::string& target) {
    const Document from = tests::document_of(kSource);
    const Document to = tests::document_of(target);
    const auto passage = [](const Document& document) {
      return pair::make_passage(document, {0, document.text.size()}, tests::lexicon());
    };
    const auto a = passage(from);
    const auto b = passage(to);
    const auto links = pair::link_words(a.words, a.language, b.words, b.language, tests::lexicon());
    const auto related = pair::related_words(a, b, tests::lexicon());
    const check::OpenWords open(a, b, links, related);
    const std::size_t clause = kSource.find("consumer prices");
    for (const auto& run : check::possible_runs(open.source, open.target, {})) {
      if (run.evidence.whole_clauses == 1 && run.span.begin < clause && clause < run.span.end) {
        return run.evidence.rendering;
      }
    }
    FAIL("no such run");
    return 0.0;
  };
  CHECK(rendering("尽管消费价格已连续三个月下跌，该行周四仍然加息，行长还承诺采取进一步措施。") >
        rendering("该行周四加息，行长承诺采取进一步措施。") + 0.5);
}

TEST_CASE("omission: a Chinese clause that the English leaves out") {
  const std::string target = "The bank raised interest rates on Thursday.";
  const Review review =
      reviewed_pair("尽管消费价格已连续三个月下跌，该行周四仍然提高了利率。", target);
  const auto findings = findings_of(review, "omission");
  REQUIRE(findings.size() == 1);
  REQUIRE(findings[0].source);
  CHECK(findings[0].source->in(review.source.text).find("消费价格") != std::string::npos);
  CHECK(findings[0].source->in(review.source.text).find("周四") == std::string::npos);
  CHECK_FALSE(tests::fires("omission", "该行周四提高了利率。", target));
}

TEST_CASE("omission: a quotation that goes on names its speaker in one of its passages") {
  const std::string ends = "We had to start again from nothing,\" ";
  const std::string all = "我们只能从零开始。”";
  for (const char* speaker : {"Ms. Delgado told the inquiry.", "recalled Petra Lind, the owner.",
                              "the mayor told local radio."}) {
    CAPTURE(speaker);
    CHECK_FALSE(tests::fires("omission", ends + speaker, all));
    CHECK_FALSE(tests::fires("addition", all, ends + speaker));
    // A quotation that is whole has him in the same passage, and what nobody says is no speaker.
    CHECK(tests::fires("omission", '"' + ends + speaker, "“" + all));
    CHECK(tests::fires("omission", ends + speaker, "我们只能从零开始。"));
  }
  CHECK(tests::fires("omission", ends + "and the harbour stayed empty for three more years.", all));
  const std::string begins = "\"The river has always fed us.";
  CHECK_FALSE(tests::fires("addition", begins, "渔民阿布告诉《海岸报》：“这条河一直养活着我们。"));
  CHECK_FALSE(tests::fires("omission", "据本地报道，渔民阿布说：“这条河一直养活着我们。", begins));
  CHECK(tests::fires("addition", begins + '"', "渔民阿布告诉《海岸报》：“这条河一直养活着我们。”"));
  CHECK(
      tests::fires("addition", begins, "渔民阿布三十年前卖掉了船，他说：“这条河一直养活着我们。"));
}

TEST_CASE("addition: Chinese says out what English says again by an auxiliary") {
  CHECK_FALSE(tests::fires("addition", "So we did.", "我们就把车开进了院子。"));
  CHECK(tests::fires("addition", "So we left.", "我们把车开进了院子，就走了。"));
}

TEST_CASE("addition: a whole sentence more than the source has is told sooner than a clause") {
  const std::string source = "这支球队虽然囤积了不少年轻球员，但并不具备外线能力。";
  const std::string target = "The team has gathered many young players but lacks the skill outside";
  CHECK(tests::fires("addition", source, target + ". Apparently she thinks so."));
  CHECK_FALSE(tests::fires("addition", source, target + ", apparently she thinks so."));
  CHECK_FALSE(tests::fires("addition", source,
                           "The team has gathered many young players. But it lacks the skill "
                           "outside."));
}
