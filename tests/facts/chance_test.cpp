// What is read in texts that chance puts together out of the words of facts, how it is written, and
// what of two such texts in both languages differs: as it is in tests/facts/golden.
#include "chance.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/facts/compare.h"
#include "duizhao/facts/format.h"
#include "facts/printed.h"
#include "facts/support.h"
#include "golden.h"

namespace duizhao::tests {
namespace {

/// What stands for the same, or does the same, in both languages.
struct Words {
  std::string_view english;
  std::string_view chinese;
};

constexpr Words kNumbers[] = {
    {"1", "1"},
    {"2", "2"},
    {"3", "三"},
    {"5", "5"},
    {"12", "12"},
    {"20", "二十"},
    {"30", "30"},
    {"45", "四十五"},
    {"100", "100"},
    {"250", "二百五"},
    {"1,200", "1,200"},
    {"2019", "2019"},
    {"2020", "二〇二〇"},
    {"3.5", "3.5"},
    {"0.8", "零点八"},
    {"12.40", "12.40"},
    {"1 1/2", "一又二分之一"},
    {"2/3", "三分之二"},
    {"one third", "三分之一"},
    {"half", "一半"},
    {"a dozen", "十几"},
    {"twenty-one", "二十一"},
    {"three hundred and five", "三百零五"},
    {"first", "第一"},
    {"21st", "第21"},
    {"dozens", "数十"},
    {"hundreds", "数百"},
    {"a few", "几"},
    {"twice", "两倍"},
    {"3-5", "3至5"},
    {"10 to 12", "10~12"},
    {"10:30", "10:30"},
    {"-4", "负4"},
    {"1.2m", "120万"},
    {"1,20,000", "十二万"},
    {"3rd", "第三"},
    {"1990s", "90年代"},
    {"12 345", "1万2"},
    {"009", "〇〇九"},
    {"6.30", "6时30分"},
};

constexpr Words kScales[] = {
    {"million", "百万"}, {"billion", "十亿"},  {"thousand", "千"}, {"hundred", "百"},
    {"bn", "亿"},        {"trillion", "万亿"}, {"k", "万"},        {"of a million", "百万分之"},
};

constexpr Words kUnits[] = {
    {"per cent", "%"},
    {"percentage points", "个百分点"},
    {"basis points", "个基点"},
    {"km", "公里"},
    {"miles", "英里"},
    {"kg", "公斤"},
    {"tonnes", "吨"},
    {"square metres", "平方米"},
    {"hectares", "公顷"},
    {"mu", "亩"},
    {"degrees Celsius", "摄氏度"},
    {"hours", "小时"},
    {"minutes", "分钟"},
    {"days", "天"},
    {"months", "个月"},
    {"years", "年"},
    {"weeks", "周"},
    {"decades", "十年"},
    {"km/h", "公里每小时"},
    {"litres", "升"},
    {"kWh", "度"},
    {"yuan", "元"},
    {"US dollars", "美元"},
    {"euros", "欧元"},
    {"HK$", "港元"},
    {"people", "人"},
    {"countries", "个国家"},
    {"times", "倍"},
    {"fold", "倍"},
    {"feet", "英尺"},
    {"%", "％"},
    {"GW", "吉瓦"},
    {"barrels", "桶"},
};

constexpr Words kDates[] = {
    {"January", "1月"},
    {"March 12", "3月12日"},
    {"12 March 2019", "2019年3月12日"},
    {"Monday", "周一"},
    {"Sunday", "星期日"},
    {"2021", "2021年"},
    {"last year", "去年"},
    {"this month", "本月"},
    {"the first quarter", "一季度"},
    {"Q3", "三季度"},
    {"the first half", "上半年"},
    {"year on year", "同比"},
    {"at noon", "中午"},
    {"3 p.m.", "下午3点"},
    {"15:00", "15时"},
    {"12/03/2019", "2019-03-12"},
    {"2019-03-12", "19年3月"},
    {"the 20th century", "20世纪"},
    {"yesterday", "昨天"},
    {"Feb. 2020", "2020年2月"},
    {"midnight", "午夜"},
    {"FY2020", "2020财年"},
    {"mid-2019", "2019年中"},
    {"500 BC", "公元前500年"},
    {"in the 1990s", "上世纪90年代"},
    {"tonight", "今晚"},
    {"9 a.m.", "早上9点半"},
};

constexpr Words kOthers[] = {
    {"about", "约"},
    {"more than", "超过"},
    {"less than", "不到"},
    {"nearly", "近"},
    {"at least", "至少"},
    {"up to", "最多"},
    {"or so", "左右"},
    {"to", "至"},
    {"from", "从"},
    {"of", "的"},
    {"and", "和"},
    {"between", "介于"},
    {"a", "一"},
    {"per", "每"},
    {"by", "增长"},
    {"rose", "上升"},
    {"fell", "下降"},
    {"(", "（"},
    {")", "）"},
    {",", "，"},
    {"-", "-"},
    {"/", "/"},
    {":", "："},
    {"US$", "美元"},
    {"$", "$"},
    {"each", "每个"},
    {"the", "该"},
    {"minus", "零下"},
    {"or more", "以上"},
    {"or less", "以下"},
    {"over", "逾"},
    {"x", "×"},
    {"point", "点"},
    {"No.", "第"},
    {"another", "另外"},
    {"every", "每隔"},
    {"within", "以内"},
    {"~", "～"},
    {"cents", "分"},
    {"and a half", "半"},
};

struct Texts {
  std::string english;
  std::string chinese;
};

/// Three to nine words each, with one that differs where `apart`.
Texts texts_by_chance(Chance& chance, bool apart) {
  const std::size_t count = 3 + chance.below(7);
  const std::size_t other = apart ? chance.below(count) : count;
  const auto next = [&] {
    switch (chance.below(8)) {
      case 0:
        return chance.one_of(kScales);
      case 1:
      case 2:
        return chance.one_of(kUnits);
      case 3:
        return chance.one_of(kDates);
      case 4:
      case 5:
        return chance.one_of(kOthers);
      default:
        return chance.one_of(kNumbers);
    }
  };
  Texts texts;
  for (std::size_t i = 0; i < count; ++i) {
    const Words words = next();
    if (!texts.english.empty() && chance.below(8) != 0) texts.english += ' ';
    texts.english += words.english;
    texts.chinese += (i == other ? next() : words).chinese;
  }
  return texts;
}

}  // namespace

TEST_CASE("facts: what is read in texts by chance, and how it is written, is what it was before") {
  constexpr std::size_t kTexts = 1500;
  Chance chance(1);
  std::string written;
  for (std::size_t i = 0; i < kTexts; ++i) {
    const Texts texts = texts_by_chance(chance, false);
    for (const std::string& text : {texts.english, texts.chinese}) {
      written += text + '\n';
      for (const facts::Fact& fact : facts::find(text, language_of(text))) {
        std::string line = printed(fact, text);
        line.pop_back();
        const auto english = facts::format(fact, {Language::kEnglish, Script::kUnknown});
        const auto chinese = facts::format(fact, {Language::kChinese, Script::kSimplified});
        written +=
            fmt::format("{} = {} = {}\n", line, english.value_or("-"), chinese.value_or("-"));
      }
    }
  }
  check_golden("tests/facts/golden/chance.txt", written);
}

TEST_CASE("facts: what differs between texts by chance is what it was before") {
  constexpr std::size_t kTexts = 3000;
  constexpr std::array kMismatches = {"value", "unit",      "currency",   "missing",
                                      "added", "form",      "swapped",    "bound",
                                      "sign",  "direction", "half of day"};
  Chance chance(2);
  std::string written;
  for (std::size_t i = 0; i < kTexts; ++i) {
    const Texts texts = texts_by_chance(chance, true);
    const auto source = facts::find(texts.english, Language::kEnglish);
    const auto target = facts::find(texts.chinese, Language::kChinese);
    const auto compared =
        facts::compare({source, texts.english, {0, texts.english.size()}, {}, {}},
                       {target, texts.chinese, {0, texts.chinese.size()}, {}, {}});
    written += fmt::format("{} | {}\n", texts.english, texts.chinese);
    for (const facts::Match& match : compared.matches) {
      written += fmt::format("= <{}> <{}>\n", source[match.source].span.in(texts.english),
                             target[match.target].span.in(texts.chinese));
    }
    for (const facts::Difference& difference : compared.differences) {
      written +=
          fmt::format("- {} {:.2f}", name(kMismatches, difference.what), difference.confidence);
      if (difference.source)
        written += fmt::format(" <{}>", source[*difference.source].span.in(texts.english));
      if (difference.target)
        written += fmt::format(" <{}>", target[*difference.target].span.in(texts.chinese));
      written += '\n';
    }
  }
  check_golden("tests/facts/golden/chance_differences.txt", written);
}

}  // namespace duizhao::tests
