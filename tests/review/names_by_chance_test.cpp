// What is found in texts about names of the model that chance drew, each said right, by another of
// its renderings, in part, misspelled, or another in its place: as it is in
// tests/review/golden/names_by_chance.txt.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "chance.h"
#include "check/finding_line.h"
#include "check/reviewed.h"
#include "golden.h"

namespace duizhao::tests {
namespace {

/// A sentence about two names, {0} and {1}.
struct Sentence {
  std::string_view english;
  std::string_view chinese;
};

constexpr Sentence kSentences[] = {
    {"The report compares {0} with {1}.", "报告将{0}与{1}作了比较。"},
    {"Visitors came from {0} and from {1} last week.", "上周，来自{0}和{1}的访客到来。"},
    {"{0} said on Monday that {1} had agreed.", "{0}周一表示，{1}已经同意。"},
    {"A letter from {0} reached {1} too late.", "{0}的来信很晚才送到{1}。"},
    {"According to {0}, nobody had asked {1}.", "据{0}称，没有人问过{1}。"},
    {"The former minister {0} met the director of {1}.", "前部长{0}会见了{1}的负责人。"},
    {"The road between {0} and {1} was closed.", "{0}和{1}之间的道路已关闭。"},
    {"{0}, which belongs to {1}, grew quickly.", "隶属于{1}的{0}发展迅速。"},
    {"Many remember {0}; few remember {1}.", "许多人记得{0}，很少有人记得{1}。"},
    {"She wrote about {0} before she moved to {1}.", "她搬到{1}之前写过关于{0}的文章。"},
};

/// What the English side makes of a name.
std::string written_by_chance(const model::KnownName& name, const model::KnownName& other,
                              Chance& chance) {
  std::string right(name.english.front());
  switch (chance.below(8)) {
    case 0:
      return std::string(other.english.front());
    case 1:
      return std::string(name.english.back());
    case 2:
      return right.substr(right.rfind(' ') + 1);
    case 3:
      right[chance.below(right.size())] = 'o';
      return right;
    case 4:
      return right.erase(chance.below(right.size()), 1);
    case 5:
      return "it";
    default:
      return right;
  }
}

}  // namespace

TEST_CASE("review: what is found in texts about names by chance is what was found before") {
  constexpr std::size_t kTexts = 40;
  constexpr std::size_t kSentencesOfText = 25;
  constexpr std::size_t kNamesOfText = 12;
  Chance chance(6);
  std::string written;
  for (std::size_t text = 0; text < kTexts; ++text) {
    std::vector<model::KnownName> drawn;
    while (drawn.size() < kNamesOfText) {
      const auto name = names().name(static_cast<std::uint32_t>(chance.below(names().size())));
      if (!name.english.empty()) drawn.push_back(name);
    }
    std::string english;
    std::string chinese;
    for (std::size_t i = 0; i < kSentencesOfText; ++i) {
      const Sentence& sentence = chance.one_of(kSentences);
      const auto& first = drawn[chance.below(drawn.size())];
      const auto& second = drawn[chance.below(drawn.size())];
      const std::string first_written = written_by_chance(first, second, chance);
      const std::string second_written = written_by_chance(second, first, chance);
      english += fmt::format(fmt::runtime(sentence.english), first_written, second_written) + '\n';
      chinese += fmt::format(fmt::runtime(sentence.chinese), first.chinese, second.chinese) + '\n';
    }
    const bool from_chinese = text % 2 == 0;
    const Review reviewed =
        from_chinese ? reviewed_documents(chinese, english) : reviewed_documents(english, chinese);
    written += fmt::format("text {}\n", text);
    for (const Finding& finding : reviewed.findings) written += line_of(finding, reviewed);
  }
  check_golden("tests/review/golden/names_by_chance.txt", written);
}

}  // namespace duizhao::tests
