#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "../facts/renderings.h"
#include "corpora/corpus.h"
#include "duizhao/check/rule.h"
#include "duizhao/formats/glossary_file.h"
#include "duizhao/terms/glossary.h"
#include "reviewed.h"

using namespace duizhao;
using tests::reviewed_pair;

namespace {

constexpr std::array<std::string_view, 5> kFactRules = {"number", "date", "money", "unit",
                                                        "direction"};

bool is_of_facts(const Finding& finding) {
  return std::ranges::find(kFactRules, finding.rule) != kFactRules.end();
}

/// What stands in the target once a suggestion is put where it is meant to go.
std::string mended(const std::string& target, const Finding& finding) {
  std::string text = target;
  return text.replace(finding.target->begin, finding.target->size(), *finding.suggestion);
}

bool was_told(const Finding& finding, const std::string& text, const std::vector<Finding>& before,
              const std::string& text_before) {
  return std::ranges::any_of(before, [&](const Finding& told) {
    return told.code == finding.code && told.target &&
           told.target->in(text_before) == finding.target->in(text);
  });
}

/// Applies each suggestion by itself: the pair checked again has nothing new to say at that place.
void check_suggestions(const std::string& source, const std::string& target,
                       const Resources& with = tests::resources()) {
  CAPTURE(source);
  CAPTURE(target);
  const std::vector<Finding> told = reviewed_pair(source, target, with).findings;
  for (const Finding& finding : told) {
    if (!finding.target || !finding.suggestion) continue;
    const std::string text = mended(target, finding);
    const Span place{finding.target->begin, finding.target->begin + finding.suggestion->size()};
    CAPTURE(text);
    for (const Finding& left : reviewed_pair(source, text, with).findings) {
      const bool there =
          left.target && left.target->begin < place.end && place.begin < left.target->end;
      if (!there || was_told(left, text, told, target)) continue;
      FAIL_CHECK("left: " << left.code << " on " << left.target->in(text));
    }
  }
}

std::string suggestion_for(const std::string& source, const std::string& target) {
  for (const Finding& finding : reviewed_pair(source, target).findings) {
    if (is_of_facts(finding) && finding.target) return finding.suggestion.value_or("");
  }
  return "no finding";
}

}  // namespace

TEST_CASE("suggestions: applied and checked again they leave nothing at their place") {
  for (const tests::Rendering& rendering : tests::kDifferent) {
    check_suggestions(std::string(rendering.chinese), std::string(rendering.english));
    check_suggestions(std::string(rendering.english), std::string(rendering.chinese));
  }
  for (const check::Rule* rule : check::rules()) {
    for (const check::Example& example : rule->examples) {
      if (example.source.find('\n') != std::string_view::npos) continue;
      check_suggestions(std::string(example.source), std::string(example.target));
    }
  }
}

TEST_CASE("suggestions: so do those for the drafts of the corpora") {
  for (const tests::Report& report : tests::kReports) {
    const tests::Corpus corpus = tests::read_corpus(report.name);
    std::istringstream no_input;
    const auto entries = formats::read_glossary(corpus.glossary_path, no_input);
    REQUIRE(entries.has_value());
    const terms::Glossary glossary(*entries);
    Resources with = tests::resources();
    with.glossary = &glossary;
    const auto joined = [](const tests::Version& version,
                           const std::vector<std::uint32_t>& sentences) {
      std::string text;
      for (const std::uint32_t i : sentences) {
        text += (text.empty() ? "" : " ") + version.sentences[i];
      }
      return text;
    };
    for (const Bead& bead : corpus.draft_gold.beads) {
      check_suggestions(joined(corpus.source, bead.source), joined(corpus.draft, bead.target),
                        with);
    }
  }
}

TEST_CASE("suggestions: keep the form and the words of what they replace") {
  struct Case {
    std::string source;
    std::string target;
    std::string suggestion;
  };
  const std::array cases = {
      Case{"He has five children.", "他有四个孩子。", "五"},
      Case{"The plant has two workers.", "该厂有三名工人。", "两"},
      Case{"这是他连续第三次夺冠。", "It was his second title in a row.", "third"},
      Case{"第十五次会议今天召开。", "The fourteenth meeting was held today.", "15th"},
      Case{"金牌数比上届翻了一番。", "Its golds were triple those of the last Games.", "double"},
      Case{"产量翻了一番。", "Output tripled.", "doubled"},
      Case{"Output quadrupled.", "产量翻了四番。", "翻了两番"},
      Case{"It restores them twice as fast.", "还原速度是原来的三倍。", "两倍"},
      Case{"资本开支不超过12亿元。", "Capital spending will be at least RMB1.2 billion.",
           "at most RMB1.2 billion"},
      Case{"The sum is not less than HK$10 million.", "金額不多於港幣1,000萬元。",
           "不少於港幣1,000萬元"},
      Case{"会议定于7月5日举行。", "The meeting will be held on July 6, 2023.", "July 5, 2023"},
      Case{"二〇二三年九月五日签署。", "It was signed on Aug. 5, 2023.", "Sep. 5, 2023"},
      Case{"五分之三的人同意。", "Two fifths of the people agreed.", "Three fifths"},
      Case{"He lost 12 pounds in a year.", "他一年瘦了12公斤。", "12磅"},
      Case{"The tax rate is about 40 percent.", "税率约为四十元。", "约40%"},
      Case{"The plant has two workers.", "該廠有三名工人。", "兩"},
      Case{"The plant has 12 workers.", "该厂有十三名工人。", "十二"},
      Case{"The plant has twelve workers.", "该厂有13名工人。", "12"},
      Case{"他有五个孩子，都在上学。", "He has four children, all of them at school.", "five"},
      Case{"It opens on Sunday.", "该店周六开业。", "周日"},
      Case{"It opens on Sunday.", "该店星期六开业。", "星期日"},
      Case{"Thirty percent agreed.", "两成受访者同意。", "三成"},
      Case{"About 250 million people saw it.", "约有3.5亿人看过。", "约有2.5亿"},
      Case{"The water must be at least 16 degrees Celsius.", "水温不得低于16华氏度。",
           "不得低于16℃"},
      Case{"He paid a $2,000 fine in Ohio.", "他在俄亥俄州缴了2000欧元罚款。", "2000美元"},
      Case{"More than 60 firms joined.", "已有不到60間公司加入。", "超過60"},
      Case{"Up to 60 computers can be backed up.", "至少可備份60部電腦。", "至多可備份60"},
      Case{"火在晚上11点35分扑灭了。", "The fire was put out at 10:35 pm.", "11:35 pm"},
      Case{"The plant has 650 workers aged over 65.", "该厂有650名６５岁以上的工人。", "65"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.source);
    CAPTURE(one.target);
    CHECK(suggestion_for(one.source, one.target) == one.suggestion);
  }
}

TEST_CASE("suggestions: where it isn't clear what is meant there is none") {
  // The quarter that ends in July, or the third of the year.
  CHECK(suggestion_for("Profit rose 5% in the July quarter.", "上半年利润增长5%。").empty());
  // Two figures changed places: one alone can't be mended.
  CHECK(suggestion_for("共造成6起火灾，4人轻微烧伤。",
                       "It caused 4 fires, and 6 people had minor burns.")
            .empty());
}

TEST_CASE("suggestions: digits that stand without marks are a code and get none") {
  CHECK(suggestion_for("The installer may report error 1603.", "安装程序可能报错1630。") == "1603");
  CHECK(suggestion_for("The town has 21,603 households.", "全镇有21630户。") == "21,603");
}
