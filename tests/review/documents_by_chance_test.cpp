// What is found in documents that chance makes of pairs with slips in them, of sentences about
// names that come again, of lines that come again and of tables: by digests.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "chance.h"
#include "check/finding_line.h"
#include "check/reviewed.h"
#include "check/slips.h"
#include "digests.h"
#include "duizhao/review/documents.h"
#include "duizhao/terms/glossary.h"
#include "facts/figures_by_chance.h"

namespace duizhao::tests {
namespace {

struct Words {
  std::string_view english;
  std::string_view chinese;
};

constexpr Words kSentences[] = {
    {"{0} met {1} in the capital.", "{0}在首都会见了{1}。"},
    {"{0} said that {1} would pay.", "{0}表示，{1}将付款。"},
    {"Mr {0} had worked for {1} since May.", "{0}先生从五月起为{1}工作。"},
    {"The head of {0} thanked {1}.", "{0}的负责人感谢{1}。"},
    {"{0} ({1}) is the larger of the two.", "{0}（{1}）是两者中较大的。"},
    {"Neither {0} nor {1} has answered.", "{0}和{1}都没有答复。"},
    {"Professor {0} of {1} University wrote the report.", "{1}大学的{0}教授撰写了这份报告。"},
    {"{0}, {1} and others signed.", "{0}、{1}等人签了字。"},
    {"The ship sailed from {0} to {1}.", "这艘船从{0}驶往{1}。"},
    {"{0}'s wife lives in {1}.", "{0}的妻子住在{1}。"},
    {"President {0} visited {1} last week.", "{0}总统上周访问了{1}。"},
    {"In {0}, the prices are higher than in {1}.", "{0}的价格比{1}高。"},
    {"{0} beat {1} in the final.", "{0}在决赛中击败{1}。"},
    {"{0} bought a share in {1} Ltd.", "{0}购入{1}有限公司的股份。"},
    {"Nobody but {0} knew {1}.", "除了{0}，没有人认识{1}。"},
    {"“We shall win,” said {0}, whom {1} had asked.", "{0}说：“我们会赢。”{1}曾问过他。"},
    {"{0} told {1} that it was late.", "{0}告诉{1}天色已晚。"},
    {"“It is late,” {0} says, but {1} disagrees.", "{0}（{1}）表示：“时候不早了。”"},
    {"{0} of the {1} Party was elected.", "{1}党的{0}当选。"},
    {"The {0}-{1} border was closed.", "{0}与{1}的边界已关闭。"},
    {"{0} is the capital of {1}.", "{0}是{1}的首都。"},
    {"{0} Province borders on {1}.", "{0}省与{1}接壤。"},
    {"Secretary {0} and Minister {1} agreed.", "{0}国务卿与{1}部长达成一致。"}};

/// Names that no dictionary has, written by sound, in a way of both or two.
constexpr Words kUnknownNames[] = {{"Torvald Ekstrom", "托瓦尔·埃克斯特伦"},
                                   {"Ekstrom", "埃克斯特姆"},
                                   {"Zhao Mingyuan", "赵明远"},
                                   {"Zhao", "赵明源"},
                                   {"Hsinlin", "欣林"},
                                   {"Hsinlin", "信霖"},
                                   {"Klimovich", "克利莫维奇"},
                                   {"Klimovich", "克利莫韦奇"},
                                   {"Marisol Ferreira", "玛丽索尔·费雷拉"},
                                   {"Ms Ferreira", "费雷拉女士"},
                                   {"Bank of Karsund", "卡松银行"},
                                   {"KBK", "卡松银行"},
                                   {"Lin Shuhua", "林淑华"},
                                   {"Lin Shu-hua", "林淑樺"},
                                   {"Greenfield Holdings", "绿野控股"},
                                   {"Greenfield", "绿田"},
                                   {"Wang Jianguo", "王建国"},
                                   {"Wang Jianhua", "王建华"},
                                   {"the Jade River", "玉川"},
                                   {"Jade River Technologies", "玉川科技"}};

constexpr Words kHeadings[] = {
    {"Region\tSales ({0} million)\tChange\tManager", "地区\t销售额（{0}万）\t变化\t经理"},
    {"Item\tAmount (RMB {0})\tShare\tRemark", "项目\t金额（{0}元）\t占比\t备注"},
    {"Year\tTonnes\tPercent\tPort", "年份\t吨\t百分比\t港口"},
    {"No.\tLength (km)\tCost (US$)\tDone", "编号\t长度（公里）\t费用（美元）\t完成"}};
constexpr Words kRowNames[] = {{"North", "北部"}, {"South", "南部"},    {"Total", "合计"},
                               {"2019", "2019"},  {"Steel", "钢铁"},    {"Coal", "煤炭"},
                               {"Other", "其他"}, {"Cranes", "起重机"}, {"East Pier", "东码头"}};
constexpr Words kRemarks[] = {{"", ""},
                              {"finished in May", "5月完工"},
                              {"yes", "是"},
                              {"n/a", "—"},
                              {"delayed", "延期"},
                              {"Zhang Wei", "张伟"},
                              {"–", "-"},
                              {"not started", "尚未动工"}};

/// Both versions, a line a sentence.
struct Versions {
  std::vector<std::string> english;
  std::vector<std::string> chinese;
};

class Author {
 public:
  /// The names of its document are drawn.
  Author(const std::vector<TextPair>& pairs, Chance& chance) : pairs_(pairs), chance_(chance) {
    constexpr std::size_t kNames = 9;
    while (names_.size() < kNames) {
      const auto name = names().name(static_cast<std::uint32_t>(chance.below(names().size())));
      if (!name.english.empty())
        names_.push_back({std::string(name.english.front()), std::string(name.chinese)});
      const auto [english, chinese] = known_name_by_chance(chance);
      names_.push_back({std::string(english), std::string(chinese)});
      const Words& unknown = chance.one_of(kUnknownNames);
      names_.push_back({std::string(unknown.english), std::string(unknown.chinese)});
    }
  }

  Versions document() {
    constexpr std::size_t kParts = 14;
    for (std::size_t i = 0; i < kParts; ++i) {
      switch (chance_.below(8)) {
        case 0:
          add_table();
          break;
        case 1:
        case 2:
          add_again();
          break;
        case 3:
        case 4:
        case 5:
          add_names();
          break;
        default:
          add_pair();
      }
    }
    return std::move(versions_);
  }

 private:
  void add(std::string english, std::string chinese) {
    if (chance_.below(25) != 0) versions_.english.push_back(std::move(english));
    if (chance_.below(25) != 0) versions_.chinese.push_back(std::move(chinese));
  }

  void add_pair() {
    TextPair pair = pairs_[chance_.below(pairs_.size())];
    if (!pair.from_english) std::swap(pair.source, pair.target);
    pair.from_english = true;
    if (chance_.below(2) == 0) slip(pair, pairs_[chance_.below(pairs_.size())], chance_);
    add(pair.source, pair.target);
  }

  /// A line that stands there already, sometimes with a slip.
  void add_again() {
    if (versions_.english.empty() || versions_.chinese.empty()) return;
    const std::size_t line = chance_.below(versions_.english.size());
    TextPair pair{versions_.english[line],
                  versions_.chinese[std::min(line, versions_.chinese.size() - 1)]};
    if (chance_.below(2) == 0) slip(pair, pairs_[chance_.below(pairs_.size())], chance_);
    add(pair.source, pair.target);
  }

  void add_names() {
    const Words& sentence = chance_.one_of(kSentences);
    const BothTexts& first = names_[chance_.below(names_.size())];
    const BothTexts& second = names_[chance_.below(names_.size())];
    BothTexts chinese_first = first;
    BothTexts chinese_second = second;
    if (chance_.below(6) == 0) std::swap(chinese_first, chinese_second);
    if (chance_.below(6) == 0) chinese_first = names_[chance_.below(names_.size())];
    TextPair pair{
        fmt::format(fmt::runtime(sentence.english), first.english, second.english),
        fmt::format(fmt::runtime(sentence.chinese), chinese_first.chinese, chinese_second.chinese)};
    if (chance_.below(4) == 0) slip(pair, pairs_[chance_.below(pairs_.size())], chance_);
    add(pair.source, pair.target);
  }

  void add_table() {
    const Words& heading = chance_.one_of(kHeadings);
    const std::size_t scale = chance_.below(3) == 0 ? 10 : 1;
    add(fmt::format(fmt::runtime(heading.english), scale),
        fmt::format(fmt::runtime(heading.chinese), chance_.below(3) == 0 ? 100 : scale));
    for (std::size_t rows = 2 + chance_.below(4); rows > 0; --rows) {
      const Words& row = chance_.one_of(kRowNames);
      const Words& remark = chance_.one_of(kRemarks);
      const std::size_t value = chance_.below(9000);
      const std::size_t share = chance_.below(1000);
      const std::size_t other = chance_.below(5) == 0 ? chance_.below(9000) : value;
      const std::size_t other_share = chance_.below(8) == 0 ? chance_.below(1000) : share;
      const Words& other_remark = chance_.below(8) == 0 ? chance_.one_of(kRemarks) : remark;
      add(fmt::format("{}\t{}\t{}.{}%\t{}", row.english, value, share / 10, share % 10,
                      remark.english),
          fmt::format("{}\t{}\t{}.{}%\t{}", row.chinese, other, other_share / 10, other_share % 10,
                      other_remark.chinese));
    }
  }

  const std::vector<TextPair>& pairs_;
  Chance& chance_;
  std::vector<BothTexts> names_;
  Versions versions_;
};

Document document_of_lines(const std::vector<std::string>& lines, Language language) {
  ReadOptions options;
  options.line_sentences = true;
  options.language = language;
  auto document =
      duizhao::document_of(fmt::format("{}\n", fmt::join(lines, "\n")), "text.txt", options);
  REQUIRE(document.has_value());
  return std::move(*document);
}

std::string all_found(const Versions& versions, bool from_english) {
  ReviewOptions options;
  const Review reviewed =
      review(document_of_lines(from_english ? versions.english : versions.chinese,
                               from_english ? Language::kEnglish : Language::kChinese),
             document_of_lines(from_english ? versions.chinese : versions.english,
                               from_english ? Language::kChinese : Language::kEnglish),
             resources(), options);
  return fmt::format("{}{}{}quality {:.4f}, penalty {}\n", reviewed.source.text,
                     reviewed.target.text, exact_lines_of(reviewed),
                     reviewed.score.quality.value_or(-1), reviewed.score.penalty);
}

}  // namespace

TEST_CASE("review: what is found in documents by chance is what was found before") {
  constexpr std::size_t kBlocks = 80;
  constexpr std::size_t kDocumentsOfBlock = 6;
  const std::vector<TextPair> pairs = all_pairs();
  check_digests_by_chance("tests/review/golden/documents.digests", kBlocks, kDocumentsOfBlock, 3000,
                          [&](Chance& chance, std::size_t i) {
                            return all_found(Author(pairs, chance).document(), i % 2 == 0);
                          });
}

}  // namespace duizhao::tests
