#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "check/reviewed.h"

using duizhao::Finding;
using duizhao::Severity;
using duizhao::tests::findings_of;
using duizhao::tests::fires;
using duizhao::tests::reviewed_pair;

namespace {

constexpr const char* kRule = "untranslated";

}  // namespace

TEST_CASE("untranslated: a segment that is the source's own text is one critical finding") {
  const std::string english = "The bank has opened forty branches in the city since January.";
  const auto review = reviewed_pair(english, english);
  REQUIRE(review.findings.size() == 1);
  const Finding& finding = review.findings[0];
  CHECK(finding.rule == kRule);
  CHECK(finding.severity == Severity::kCritical);
  CHECK(finding.target == duizhao::Span{0, english.size()});
  const std::string chinese = "该行一月以来在市内开了四十家分行。";
  const auto back = reviewed_pair(chinese, chinese);
  REQUIRE(back.findings.size() == 1);
  CHECK(back.findings[0].severity == Severity::kCritical);
}

TEST_CASE("untranslated: the source's own text is that wherever its lines are broken") {
  const auto review = reviewed_pair("The bank raised interest rates on Thursday, and fell.",
                                    "The bank raised interest rates\non Thursday, and fell.");
  REQUIRE_FALSE(review.findings.empty());
  CHECK(review.findings.front().code == "untranslated/own-text");
}

TEST_CASE("untranslated: a headline whose words are all capitalised is found too") {
  CHECK(fires(kRule, "Central Bank Raises Interest Rates for the Third Time",
              "Central Bank Raises Interest Rates for the Third Time"));
}

TEST_CASE(
    "untranslated: a clause of the source within the translation, with its place on both sides") {
  const std::string source =
      "The ministry said on Monday, in a notice to all banks, that the plan was off.";
  const std::string target = "该部周一表示，in a notice to all banks，计划已经取消。";
  const auto review = reviewed_pair(source, target);
  const auto findings = findings_of(review, kRule);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::kMajor);
  CHECK(findings[0].target->in(target) == "in a notice to all banks");
  CHECK(findings[0].source->in(source) == "in a notice to all banks");
}

TEST_CASE("untranslated: a stray beginning of the source's clause") {
  CHECK(
      fires(kRule, "In 1987, the bank opened its first branch.", "In 1987，该行开设了首家分行。"));
  CHECK(fires(kRule, "However, the bank opened a branch.", "However，该行开设了一家分行。"));
  CHECK(fires(kRule, "“It works,” Mr Clark said.", "“有效，” Mr Clark said。"));
}

TEST_CASE("untranslated: Chinese left in an English text") {
  const std::string target = "The plan, 知情人士星期一说, was dropped.";
  const auto review = reviewed_pair("知情人士星期一说，该计划被放弃。", target);
  const auto findings = findings_of(review, kRule);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].target->in(target) == "知情人士星期一说");
  CHECK(findings[0].severity == Severity::kMajor);
}

TEST_CASE("untranslated: silent on what may rightly stay in Chinese") {
  const struct {
    const char* source;
    const char* target;
  } cases[] = {
      {"Nvidia said that the H20 is in stock.", "Nvidia表示H20有货。"},
      {"Read more at www.example.org/news/of-the-day.html today.",
       "今天请到www.example.org/news/of-the-day.html阅读更多内容。"},
      {"They build large language models for all.",
       "他们为所有人构建大语言模型（large language models）。"},
      {"He reads The Economist of the week on trains.",
       "他在火车上读《The Economist of the week》。"},
      {"It moved to Bank of the West in May.", "它五月份搬到了Bank of the West。"},
      {"The wind reached 800 kph (497 mph) there.", "那里的风速达到800 kph (497 mph)。"},
      {"Call print(value) and then git commit --amend again.",
       "先调用print(value)，再运行git commit --amend。"},
      {"Smith et al. had shown it before.", "Smith et al.此前已经证明了这一点。"},
      {"Il faut bien le faire maintenant.", "Il faut bien le faire maintenant."},
  };
  for (const auto& one : cases) {
    CAPTURE(std::string(one.target));
    CHECK_FALSE(fires(kRule, one.source, one.target));
  }
}

TEST_CASE("untranslated: silent on terms that a text keeps in English, and on glosses") {
  const struct {
    const char* source;
    const char* target;
  } kept[] = {
      {"Pass the callback to the shell, and wait for the daemon.",
       "把 callback 传给 shell，然后等待 daemon。"},
      {"A future statement may stand before the class.", "类的前面可以有 future 语句。"},
      {"It runs pm-powersave when the battery is low.", "电量不足时它会运行 pm-powersave。"},
      {"This improves state estimation and system identification.",
       "这改进了状态估计state estimation和系统识别system identification。"},
      {"The dialog says “disk is almost full” now.", "对话框现在显示“disk is almost full”。"},
      {"Changes dict.has_key(key) to key in dict.", "将 dict.has_key(key) 改为 key in dict。"},
  };
  for (const auto& one : kept) {
    CAPTURE(std::string(one.target));
    CHECK_FALSE(fires(kRule, one.source, one.target));
  }
}

TEST_CASE("untranslated: a word of everyday English is no term") {
  const auto review =
      reviewed_pair("The price rose because of the earthquake.", "因为有earthquake，价格上涨了。");
  const auto findings = findings_of(review, kRule);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity >= Severity::kMinor);
  CHECK(findings[0].confidence < 0.95);
  CHECK(fires(kRule, "He paid, authorities said, before he left.",
              "他离开之前，authorities said, 当局表示已付款。"));
}

TEST_CASE("untranslated: program text in a segment is no third language") {
  CHECK_FALSE(fires(kRule, "New functions on Linux: os.getxattr, os.listxattr, os.removexattr.",
                    "Linux 上的新函数：os.getxattr，os.listxattr，os.removexattr。"));
}

TEST_CASE("untranslated: silent on glosses and quoted words in English") {
  CHECK_FALSE(fires(kRule, "寒武纪昨日宣布新一代芯片。",
                    "Cambricon (寒武纪) announced a new generation of chips yesterday."));
  CHECK_FALSE(fires(kRule, "他用了“内卷”一词来形容这个行业。",
                    "He used the word “内卷” to describe the industry."));
}

TEST_CASE("untranslated: a sentence left between translated ones is found, and is no omission") {
  const std::string english =
      "The ministry published its report on Monday.\n"
      "It counts forty new factories in the southern provinces.\n"
      "The minister promised lower taxes for small companies.\n";
  const auto review = duizhao::tests::reviewed_documents(
      english,
      "该部周一发布了报告。\n"
      "It counts forty new factories in the southern provinces.\n"
      "部长承诺降低小企业的税负。\n");
  CHECK(findings_of(review, kRule).size() == 1);
  CHECK(findings_of(review, "omission").empty());
  CHECK(findings_of(review, "addition").empty());
}

TEST_CASE("untranslated: a copy of the original below the translation is none") {
  const std::string english =
      "The ministry published its report on Monday.\n"
      "It counts forty new factories in the southern provinces.\n"
      "The minister promised lower taxes for small companies.\n"
      "Parliament is to vote on them in the second half of the year.\n";
  const auto review = duizhao::tests::reviewed_documents(
      english,
      "该部周一发布了报告。\n报告说，南方省份新增工厂四十家。\n部长承诺降低小企业的税负。\n"
      "议会将于今年下半年表决。\n" +
          english);
  CHECK(findings_of(review, kRule).empty());
}

TEST_CASE("untranslated: sides that changed places in a memory are told as that") {
  auto source = duizhao::tests::document_of("这家银行在市内开了四十家分行。");
  auto target = duizhao::tests::document_of("The bank opened forty branches in the city.");
  source.language = duizhao::Language::kEnglish;
  target.language = duizhao::Language::kChinese;
  duizhao::text::segment_lines(source);
  duizhao::text::segment_lines(target);
  const auto review =
      duizhao::review_pair(std::move(source), std::move(target), duizhao::tests::resources(), {});
  const auto findings = findings_of(review, kRule);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "untranslated/swapped-sides");
}

TEST_CASE("untranslated: a title that keeps its language has capitals on words that are no names") {
  const auto told = [](const std::string& source, const std::string& target) {
    return !findings_of(reviewed_pair(source, target), kRule).empty();
  };
  CHECK_FALSE(told("This Morning presenter Ann Lee left.", "This Morning 节目主持人安·李离职。"));
  CHECK_FALSE(told("From Here won best film.", "影片“From Here”获最佳影片奖。"));
  CHECK(told("The presenter left this morning.", "主持人于 this morning 离职。"));
  CHECK(told("In May he left the company.", "In May 他离开了公司。"));
  CHECK(told("In Beijing he met the mayor.", "In Beijing 他会见了市长。"));
}
