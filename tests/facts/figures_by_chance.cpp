#include "facts/figures_by_chance.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>

#include "duizhao/text/utf8.h"

namespace duizhao::tests {
namespace {

struct Words {
  std::string_view english;
  std::string_view chinese;
};

/// All words of the tables, one of them for each unit: the first English and Chinese ones or
/// others.
struct Row {
  std::string_view english;
  std::u32string_view chinese;
};

constexpr auto kUnits = std::to_array<Row>({
#define UNIT(id, dimension, scale, english, symbols, chinese, ...) {english, chinese},
#include "duizhao/facts/units.inc"
#undef UNIT
});

constexpr auto kCurrencies = std::to_array<Row>({
#define CURRENCY(id, code, family, english, nation, letters, symbol, chinese, ...) \
  {english, chinese},
#include "duizhao/facts/currencies.inc"
#undef CURRENCY
});

template <typename Text>
Text one_word_of(Text list, Chance& chance) {
  std::vector<Text> words;
  while (!list.empty()) {
    const std::size_t bar = std::min(list.find('|'), list.size());
    words.push_back(list.substr(0, bar));
    list.remove_prefix(std::min(bar + 1, list.size()));
  }
  return words.empty() ? Text{} : words[chance.below(words.size())];
}

std::string in_utf8(std::u32string_view text) {
  std::string bytes;
  for (const char32_t c : text) text::append_code_point(bytes, c);
  return bytes;
}

BothTexts both_of(const Row& row, Chance& chance) {
  std::string english(one_word_of(row.english, chance));
  if (english.size() > 3 && chance.below(2) == 0) english += 's';
  return {english, in_utf8(one_word_of(row.chinese, chance))};
}

constexpr std::string_view kOnes[] = {"",        "one",     "two",       "three",    "four",
                                      "five",    "six",     "seven",     "eight",    "nine",
                                      "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                      "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::string_view kTens[] = {"",      "",      "twenty",  "thirty", "forty",
                                      "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr std::string_view kRanks[] = {"",      "first",    "second",  "third",  "fourth",
                                       "fifth", "sixth",    "seventh", "eighth", "ninth",
                                       "tenth", "eleventh", "twelfth"};
constexpr std::string_view kFigures[] = {"零", "一", "二", "三", "四",
                                         "五", "六", "七", "八", "九"};
constexpr std::string_view kBankFigures[] = {"零", "壹", "贰", "叁", "肆",
                                             "伍", "陆", "柒", "捌", "玖"};
constexpr std::string_view kMonths[] = {"",        "January",  "February", "March",  "April",
                                        "May",     "June",     "July",     "August", "September",
                                        "October", "November", "December"};

std::string english_words(std::uint64_t value) {
  if (value < 20) return std::string(kOnes[value]);
  if (value < 100) {
    const std::string ones(kOnes[value % 10]);
    return std::string(kTens[value / 10]) + (ones.empty() ? "" : "-" + ones);
  }
  struct Scale {
    std::uint64_t value;
    std::string_view name;
  };
  constexpr Scale kScales[] = {
      {1'000'000'000, "billion"}, {1'000'000, "million"}, {1'000, "thousand"}, {100, "hundred"}};
  for (const auto& [scale, name] : kScales) {
    if (value < scale) continue;
    const std::uint64_t rest = value % scale;
    std::string words = english_words(value / scale) + ' ' + std::string(name);
    if (rest != 0) words += (rest < 100 ? " and " : " ") + english_words(rest);
    return words;
  }
  return {};
}

std::string chinese_words(std::uint64_t value, const std::string_view (&figures)[10]) {
  struct Scale {
    std::uint64_t value;
    std::string_view name;
  };
  constexpr Scale kScales[] = {
      {100'000'000, "亿"}, {10'000, "万"}, {1'000, "千"}, {100, "百"}, {10, "十"}};
  if (value < 10) return std::string(figures[value]);
  for (const auto& [scale, name] : kScales) {
    if (value < scale) continue;
    const std::uint64_t rest = value % scale;
    const bool plain_ten = scale == 10 && value < 20;
    std::string words =
        (plain_ten ? "" : chinese_words(value / scale, figures)) + std::string(name);
    if (rest != 0) words += (rest < scale / 10 ? "零" : "") + chinese_words(rest, figures);
    return words;
  }
  return {};
}

std::string figure_by_figure(std::uint64_t value, bool full_width) {
  std::string text;
  for (const char digit : std::to_string(value)) {
    const auto figure = static_cast<std::size_t>(digit - '0');
    if (full_width) {
      text::append_code_point(text, U'０' + static_cast<char32_t>(figure));
    } else {
      text += figure == 0 ? std::string_view("〇") : kFigures[figure];
    }
  }
  return text;
}

std::string grouped(std::uint64_t value, std::string_view mark) {
  std::string text = std::to_string(value);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, mark);
  return text;
}

std::uint64_t value_by_chance(Chance& chance) {
  constexpr std::uint64_t kLimits[] = {11, 21, 100, 100, 1000, 3000, 100'000, 10'000'000};
  std::uint64_t value = chance.below(static_cast<std::size_t>(chance.one_of(kLimits)));
  if (chance.below(5) == 0) value *= 10'000;
  return value;
}

std::string english_number(std::uint64_t value, Chance& chance) {
  switch (chance.below(9)) {
    case 0:
    case 1:
      return value == 0 ? "zero" : english_words(value);
    case 2:
      return grouped(value, ",");
    case 3:
      return value >= 1'000'000 ? fmt::format("{:.4g} million", static_cast<double>(value) / 1e6)
                                : grouped(value, " ");
    case 4:
      return value % 1000 == 0 ? fmt::format("{}k", value / 1000) : grouped(value, "’");
    case 5:
      return value >= 1'000 ? fmt::format("{:.3f}bn", static_cast<double>(value) / 1e9)
                            : std::to_string(value);
    default:
      return std::to_string(value);
  }
}

std::string chinese_number(std::uint64_t value, Chance& chance) {
  switch (chance.below(10)) {
    case 0:
    case 1:
      return chinese_words(value, kFigures);
    case 2:
      return grouped(value, chance.below(2) == 0 ? "," : "，");
    case 3:
      return value >= 10'000 ? fmt::format("{:.6g}万", static_cast<double>(value) / 1e4)
                             : std::to_string(value);
    case 4:
      return value >= 1'000'000 ? fmt::format("{:.6g}亿", static_cast<double>(value) / 1e8)
                                : figure_by_figure(value, false);
    case 5:
      return value >= 10'000 && value % 10'000 != 0
                 ? fmt::format("{}万{}", value / 10'000, value % 10'000)
                 : figure_by_figure(value, true);
    case 6:
      return chinese_words(value, kBankFigures);
    default:
      return std::to_string(value);
  }
}

BothTexts number(Chance& chance) {
  const std::uint64_t value = value_by_chance(chance);
  return {english_number(value, chance), chinese_number(value, chance)};
}

BothTexts decimal(Chance& chance) {
  const double parts = chance.below(2) == 0 ? 10 : 1000;
  const double value = static_cast<double>(chance.below(100'000)) / parts;
  const std::string digits = fmt::format("{:.{}f}", value, chance.below(4));
  const std::size_t point = digits.find('.');
  if (point == std::string::npos || chance.below(3) != 0) return {digits, digits};
  std::string chinese = chinese_words(std::stoull(digits.substr(0, point)), kFigures) + "点";
  for (const char digit : digits.substr(point + 1)) {
    chinese += kFigures[static_cast<std::size_t>(digit - '0')];
  }
  return {digits, chinese};
}

BothTexts fraction(Chance& chance) {
  const std::size_t below = 2 + chance.below(9);
  const std::size_t above = 1 + chance.below(below);
  constexpr Words kFixed[] = {{"half", "一半"},
                              {"a half", "半"},
                              {"a quarter", "四分之一"},
                              {"one and a half", "一个半"},
                              {"two-thirds", "三分之二"},
                              {"one in five", "五分之一"},
                              {"three quarters", "四分之三"},
                              {"half a dozen", "六"},
                              {"a third", "三分之一"},
                              {"two and a half", "两个半"},
                              {"1½", "一个半"},
                              {"¾", "四分之三"},
                              {"one in every ten", "每十个中有一个"},
                              {"9 out of 10", "十之八九"}};
  if (chance.below(2) == 0) {
    const Words& words = chance.one_of(kFixed);
    return {std::string(words.english), std::string(words.chinese)};
  }
  if (chance.below(3) == 0) {
    constexpr std::string_view kSigns[] = {"½", "⅓", "⅔", "¼", "¾", "⅛", "⅜", "⅝", "⅞", "⅕"};
    const std::string whole = chance.below(2) == 0 ? "" : std::to_string(chance.below(30));
    const std::string_view sign = chance.one_of(kSigns);
    return {whole + std::string(sign), whole + std::string(sign)};
  }
  if (chance.below(3) == 0) {
    constexpr std::string_view kParts[] = {"half", "third", "quarter", "fifth", "sixth", "tenth"};
    return {
        fmt::format("{}{}{}s", kOnes[above], chance.below(2) == 0 ? "-" : " ", kParts[below % 6]),
        fmt::format("{}又{}分之{}", chinese_words(chance.below(12), kFigures), below, above)};
  }
  return {fmt::format("{}/{}", above, below),
          chance.below(2) == 0 ? fmt::format("{}分之{}", chinese_words(below, kFigures),
                                             chinese_words(above, kFigures))
                               : fmt::format("{}/{}", above, below)};
}

BothTexts rank(Chance& chance) {
  const std::size_t value = 1 + chance.below(130);
  constexpr std::string_view kEndings[] = {"th", "st", "nd", "rd"};
  const bool teens = value % 100 / 10 == 1;
  const std::size_t ending = teens || value % 10 > 3 ? 0 : value % 10;
  const std::string english = value <= 12 && chance.below(2) == 0
                                  ? std::string(kRanks[value])
                                  : fmt::format("{}{}", value, kEndings[ending]);
  constexpr Words kWhat[] = {{"", ""},           {" place", "名"},     {" floor", "层"},
                             {" time", "次"},    {" century", "世纪"}, {" chapter", "章"},
                             {" session", "届"}, {" day", "天"},       {" largest", "大"},
                             {" edition", "版"}, {" Congress", "大"},  {" quarter", "季度"}};
  const Words& what = chance.one_of(kWhat);
  const std::string figure =
      chance.below(2) == 0 ? std::to_string(value) : chinese_words(value, kFigures);
  return {english + std::string(what.english), "第" + figure + std::string(what.chinese)};
}

BothTexts measure(Chance& chance) {
  BothTexts amount = chance.below(3) == 0 ? decimal(chance) : number(chance);
  const BothTexts unit = both_of(kUnits[chance.below(kUnits.size())], chance);
  constexpr std::string_view kBetween[] = {" ", " ", "-", ""};
  amount.english += chance.one_of(kBetween);
  constexpr Words kBefore[] = {{"", ""},
                               {"", ""},
                               {"", ""},
                               {"square ", "平方"},
                               {"cubic ", "立方"},
                               {"half a ", "半"},
                               {"million ", "百万"}};
  const Words& before = chance.one_of(kBefore);
  amount.english.append(before.english).append(unit.english);
  amount.chinese.append(before.chinese).append(unit.chinese);
  if (chance.below(6) == 0) {
    const BothTexts per = both_of(kUnits[chance.below(kUnits.size())], chance);
    amount.english += (chance.below(2) == 0 ? " per " : "/") + per.english;
    amount.chinese += (chance.below(2) == 0 ? "每" : "/") + per.chinese;
  }
  return amount;
}

BothTexts money(Chance& chance) {
  BothTexts amount = chance.below(3) == 0 ? decimal(chance) : number(chance);
  constexpr Words kSigns[] = {{"$", "美元"},        {"US$", "美元"},   {"HK$", "港元"},
                              {"€", "欧元"},        {"£", "英镑"},     {"¥", "元"},
                              {"RMB", "元"},        {"NT$", "新台币"}, {"A$", "澳元"},
                              {"RMB ", "元人民币"}, {"EUR ", "欧元"},  {"Rs ", "卢比"}};
  if (chance.below(2) == 0) {
    const Words& sign = chance.one_of(kSigns);
    constexpr std::string_view kScale[] = {"", "", "m", "bn", " million", "k"};
    return {std::string(sign.english) + amount.english + std::string(chance.one_of(kScale)),
            amount.chinese + std::string(sign.chinese)};
  }
  const BothTexts currency = both_of(kCurrencies[chance.below(kCurrencies.size())], chance);
  amount.english += ' ' + currency.english;
  amount.chinese += currency.chinese;
  if (chance.below(6) == 0) {
    amount.english += " 50 cents";
    amount.chinese += chance.below(2) == 0 ? "五角" : "50美分";
  }
  return amount;
}

BothTexts share(Chance& chance) {
  const BothTexts amount = chance.below(2) == 0 ? decimal(chance) : number(chance);
  constexpr Words kSigns[] = {{"%", "%"},
                              {" percent", "％"},
                              {" per cent", "个百分点"},
                              {" percentage points", "个百分点"},
                              {" basis points", "个基点"},
                              {"‰", "‰"},
                              {" per mille", "‰"},
                              {" pp", "百分点"},
                              {" times", "倍"},
                              {"-fold", "倍"},
                              {"x", "倍"}};
  if (chance.below(4) == 0) {
    const std::size_t tenths = 1 + chance.below(9);
    return {fmt::format("{}0 percent", tenths),
            std::string(kFigures[tenths]) + (chance.below(2) == 0 ? "成" : "折")};
  }
  const Words& sign = chance.one_of(kSigns);
  if (sign.english == " percent" && chance.below(2) == 0) {
    return {amount.english + " percent", "百分之" + amount.chinese};
  }
  return {amount.english + std::string(sign.english), amount.chinese + std::string(sign.chinese)};
}

BothTexts date(Chance& chance) {
  const std::size_t year = chance.below(6) == 0 ? 1 + chance.below(2100) : 1890 + chance.below(150);
  const std::size_t month = 1 + chance.below(12);
  const std::size_t day = 1 + chance.below(31);
  const std::string name(kMonths[month]);
  const std::string short_name = name.substr(0, 3) + (chance.below(2) == 0 ? "." : "");
  const auto figure = [&](std::size_t value) {
    return chance.below(3) == 0 ? chinese_words(value, kFigures) : std::to_string(value);
  };
  const std::string chinese_year =
      chance.below(3) == 0 ? figure_by_figure(year, false) : std::to_string(year);
  const std::string chinese_month = figure(month) + "月";
  const std::string_view day_word = chance.below(3) == 0 ? "号" : "日";
  const std::string chinese_day = figure(day) + std::string(day_word);
  switch (chance.below(16)) {
    case 0:
      return {fmt::format("{} {}", name, day), chinese_month + chinese_day};
    case 1:
      return {fmt::format("{} {} {}", day, name, year),
              chinese_year + "年" + chinese_month + chinese_day};
    case 2:
      return {fmt::format("{} {}, {}", short_name, day, year),
              fmt::format("{}-{:02}-{:02}", year, month, day)};
    case 3:
      return {fmt::format("{}/{}/{}", day, month, year), fmt::format("{}.{}.{}", year, month, day)};
    case 4:
      return {fmt::format("{}-{:02}-{:02}", year, month, day),
              fmt::format("{}/{}/{}", year, month, day)};
    case 5:
      return {fmt::format("{} {}", name, year), chinese_year + "年" + chinese_month};
    case 6:
      return {fmt::format("in {}", year), chinese_year + "年"};
    case 7:
      return {fmt::format("the {}0s", year / 10),
              chance.below(2) == 0 ? fmt::format("{}0年代", year / 10)
                                   : fmt::format("上世纪{}0年代", year / 10 % 10)};
    case 8:
      return {fmt::format("the {}th century", 1 + year / 100), figure(1 + year / 100) + "世纪"};
    case 9:
      return {fmt::format("Q{} {}", 1 + month / 4, year),
              fmt::format("{}年第{}季度", year, figure(1 + month / 4))};
    case 10:
      return {fmt::format("the first half of {}", year), chinese_year + "年上半年"};
    case 11:
      return {fmt::format("{}–{}", year, year + chance.below(40)),
              fmt::format("{}至{}年", year, (year + chance.below(40)) % 100)};
    case 12:
      return {fmt::format("{} {}–{}", name, day, day + 2),
              fmt::format("{}{}至{}日", chinese_month, day, day + 2)};
    case 13:
      return {fmt::format("{} BC", year), "公元前" + chinese_year + "年"};
    case 14: {
      constexpr Words kWeekdays[] = {
          {"Monday", "周一"},   {"Tuesday", "星期二"}, {"Wed.", "礼拜三"},   {"Thursday", "周四"},
          {"Friday", "星期五"}, {"Saturday", "周六"},  {"Sunday", "星期天"}, {"Sun", "周日"}};
      const Words& weekday = chance.one_of(kWeekdays);
      return {fmt::format("{}, {} {}", weekday.english, name, day),
              fmt::format("{}（{}）", chinese_month + chinese_day, weekday.chinese)};
    }
    default:
      return {fmt::format("the {}th day of the {}th lunar month", day, month),
              fmt::format("农历{}月{}{}", month == 1 ? "正" : kFigures[month % 10],
                          day <= 10 ? "初" : "", chinese_words(day, kFigures))};
  }
}

BothTexts time_of_day(Chance& chance) {
  const std::size_t hour = chance.below(25);
  const std::size_t minute = chance.below(3) == 0 ? 0 : 5 * chance.below(12);
  constexpr Words kHalves[] = {{" a.m.", "上午"},
                               {" p.m.", "下午"},
                               {"am", "早上"},
                               {" PM", "晚上"},
                               {" in the evening", "傍晚"},
                               {" in the morning", "清晨"},
                               {" at night", "夜里"},
                               {" o'clock", ""},
                               {"", ""},
                               {" in the afternoon", "午后"},
                               {" noon", "中午"},
                               {" GMT", "凌晨"}};
  const Words& half = chance.one_of(kHalves);
  const std::size_t twelve = 1 + (hour + 11) % 12;
  switch (chance.below(10)) {
    case 5:
      return {
          fmt::format("at {}", kOnes[twelve]),
          fmt::format("{}点{}", chinese_words(twelve, kFigures), chance.below(3) == 0 ? "整" : "")};
    case 6:
      return {fmt::format("{}.{:02}{}", twelve, minute, half.english),
              fmt::format("{}{}点{}分{}秒", half.chinese, chinese_words(twelve, kFigures), minute,
                          chance.below(60))};
    case 7:
      return {fmt::format("{}-{}{}", twelve, 1 + twelve % 12, half.english),
              fmt::format("{}{}点至{}点", half.chinese, twelve, 1 + twelve % 12)};
    case 8:
      return {fmt::format("{}:{:02} to {}:{:02}{}", twelve, minute, twelve, 55, half.english),
              fmt::format("{}{}：{:02}－{}：{:02}", half.chinese, twelve, minute, twelve, 55)};
    case 9:
      return {fmt::format("{} minutes past {}", minute, kOnes[twelve]),
              fmt::format("{}点过{}分", chinese_words(twelve, kFigures), minute)};
    case 0:
      return {fmt::format("{}:{:02}", hour, minute), fmt::format("{}时{}分", hour, minute)};
    case 1:
      return {fmt::format("{}:{:02}{}", twelve, minute, half.english),
              fmt::format("{}{}点{}", half.chinese, twelve,
                          minute == 0 ? "" : chinese_words(minute, kFigures) + "分")};
    case 2:
      return {fmt::format("half past {}", kOnes[twelve]),
              fmt::format("{}{}点半", half.chinese, chinese_words(twelve, kFigures))};
    case 3:
      return {fmt::format("a quarter to {}", kOnes[twelve]),
              fmt::format("{}点{}", chinese_words(twelve, kFigures),
                          chance.below(2) == 0 ? "差一刻" : "三刻")};
    case 4:
      return {fmt::format("{:02}:{:02}:{:02}", hour, minute, chance.below(60)),
              fmt::format("{}:{:02}:{:02}", hour, minute, chance.below(60))};
    default:
      return {fmt::format("{}{}", twelve, half.english),
              fmt::format("{}{}{}", half.chinese, twelve, chance.below(2) == 0 ? "时整" : "点钟")};
  }
}

BothTexts range(Chance& chance) {
  const std::size_t from = chance.below(120);
  const std::size_t to = from + chance.below(40);
  const BothTexts unit = chance.below(2) == 0 ? both_of(kUnits[chance.below(kUnits.size())], chance)
                                              : BothTexts{"%", "%"};
  switch (chance.below(6)) {
    case 0:
      return {fmt::format("{}-{} {}", from, to, unit.english),
              fmt::format("{}-{}{}", from, to, unit.chinese)};
    case 1:
      return {fmt::format("between {} and {} {}", from, to, unit.english),
              fmt::format("介于{}和{}{}之间", from, to, unit.chinese)};
    case 2:
      return {fmt::format("from {} to {} {}", from, to, unit.english),
              fmt::format("从{}{}增至{}{}", from, unit.chinese, to, unit.chinese)};
    case 3:
      return {fmt::format("{}{} to {}{}", from, unit.english, to, unit.english),
              fmt::format("{}{}至{}{}", from, unit.chinese, to, unit.chinese)};
    case 4: {
      const std::size_t small = 1 + chance.below(8);
      return {fmt::format("{} or {} {}", kOnes[small], kOnes[small + 1], unit.english),
              fmt::format("{}{}{}", kFigures[small], kFigures[small + 1], unit.chinese)};
    }
    default:
      return {fmt::format("{}–{}", from, to), fmt::format("{}～{}", from, to)};
  }
}

BothTexts other(Chance& chance) {
  constexpr Words kFixed[] = {{"dozens", "几十"},
                              {"hundreds of thousands", "数十万"},
                              {"twice", "两次"},
                              {"a couple of", "几"},
                              {"doubled", "翻了一番"},
                              {"tripled", "增至三倍"},
                              {"halved", "减半"},
                              {"both", "两者"},
                              {"a decade", "十年"},
                              {"a fortnight", "两周"},
                              {"zero", "零"},
                              {"once", "一次"},
                              {"COVID-19", "新冠"},
                              {"5G", "5G"},
                              {"A320", "A320"},
                              {"No. 10", "10号"},
                              {"Article 43", "第四十三条"},
                              {"Section 3(a)", "第3条(a)款"},
                              {"24/7", "全天候"},
                              {"iPhone 15", "iPhone 15"},
                              {"version 1.2.3", "1.2.3版"},
                              {"G20", "二十国集团"},
                              {"B-52", "B-52"},
                              {"H1 2020", "2020年上半年"},
                              {"year on year", "同比"},
                              {"yesterday", "昨天"},
                              {"next month", "下个月"},
                              {"last week", "上周"},
                              {"today", "今天"},
                              {"the day after tomorrow", "后天"},
                              {"two years ago", "两年前"},
                              {"mid-May", "5月中旬"},
                              {"late 2019", "2019年底"},
                              {"at midnight", "零点"},
                              {"at noon", "正午"},
                              {"555-0123", "555-0123"},
                              {"the Second World War", "二战"},
                              {"a 3-1 win", "3比1获胜"},
                              {"3:1", "三比一"},
                              {"minus 5 degrees", "零下5度"},
                              {"-3.5°C", "-3.5℃"},
                              {"±2", "正负2"},
                              {"10^6", "10的6次方"},
                              {"1e6", "100万"},
                              {"40-odd", "四十多"},
                              {"20-something", "二十几"},
                              {"eighty-some", "八十余"},
                              {"a hundred or so", "百来"},
                              {"Chapter IV", "第四章"},
                              {"Part II", "第二部分"},
                              {"World War I", "一战"},
                              {"ROC 98", "民国98年"},
                              {"the 14th Five-Year Plan", "“十四五”规划"}};
  const Words& words = chance.one_of(kFixed);
  return {std::string(words.english), std::string(words.chinese)};
}

BothTexts roman(Chance& chance) {
  constexpr Words kWhat[] = {{"Louis ", "路易"},   {"Chapter ", "第"}, {"Part ", "第"}, {"", ""},
                             {"World War ", "第"}, {"Henry ", "亨利"}, {"Phase ", "第"}};
  constexpr std::string_view kEndings[] = {"世", "章", "部分", "", "期"};
  std::size_t value = 1 + chance.below(45);
  const std::string chinese = chinese_words(value, kFigures);
  struct Part {
    std::size_t value;
    std::string_view letters;
  };
  constexpr Part kParts[] = {{40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}};
  std::string figure;
  for (const Part& part : kParts) {
    for (; value >= part.value; value -= part.value) figure += part.letters;
  }
  const Words& what = chance.one_of(kWhat);
  return {std::string(what.english) + figure,
          std::string(what.chinese) + chinese + std::string(chance.one_of(kEndings))};
}

/// Codes, telephone numbers, versions, scores, references: digits that are no numbers.
BothTexts code(Chance& chance) {
  const std::size_t a = chance.below(100);
  const std::size_t b = chance.below(1000);
  const std::size_t c = chance.below(10'000);
  std::string text;
  switch (chance.below(12)) {
    case 0:
      text = fmt::format("{}-{:03}-{:04}", 100 + a, b, c);
      break;
    case 1:
      text = fmt::format("v{}.{}.{}", a % 10, b % 30, c % 50);
      break;
    case 2:
      text = fmt::format("{}{}", "ABKX"[a % 4], b);
      break;
    case 3:
      text = fmt::format("{}-{}", "ABKX"[a % 4], a);
      break;
    case 4:
      text = fmt::format("GB/T {}-{}", c, 1980 + a % 40);
      break;
    case 5:
      return {fmt::format("Article {}", a + 1),
              fmt::format("第{}条", chinese_words(a + 1, kFigures))};
    case 6:
      return {fmt::format("Section {}.{}", a, b % 10), fmt::format("第{}.{}节", a, b % 10)};
    case 7:
      return {fmt::format("{}-{}", a % 9, b % 9), fmt::format("{}比{}", a % 9, b % 9)};
    case 8:
      return {fmt::format("1:{}", b), fmt::format("1∶{}", b)};
    case 9:
      text = fmt::format("+86 {} {:04} {:04}", a, c, c);
      break;
    case 10:
      text = fmt::format("{}x{}", a, b);
      break;
    default:
      return {fmt::format("[{}, {}]", a, a + 1), fmt::format("【{}，{}】", a, a + 1)};
  }
  return {text, text};
}

/// Days and years told from today.
BothTexts relative(Chance& chance) {
  const std::size_t count = 1 + chance.below(12);
  constexpr Words kSpans[] = {{"day", "天"},  {"week", "周"},   {"month", "个月"},
                              {"year", "年"}, {"hour", "小时"}, {"decade", "十年"}};
  constexpr Words kWhich[] = {{"last", "上"},  {"this", "本"},         {"next", "下"},
                              {"every", "每"}, {"the past", "过去的"}, {"the following", "次"}};
  const Words& span = chance.one_of(kSpans);
  const std::string number =
      chance.below(2) == 0 ? std::to_string(count) : std::string(kOnes[count]);
  const std::string figure =
      chance.below(2) == 0 ? std::to_string(count) : chinese_words(count, kFigures);
  switch (chance.below(5)) {
    case 0:
      return {fmt::format("{} {}s ago", number, span.english),
              fmt::format("{}{}前", figure, span.chinese)};
    case 1:
      return {fmt::format("in {} {}s", number, span.english),
              fmt::format("{}{}后", figure, span.chinese)};
    case 2: {
      const Words& which = chance.one_of(kWhich);
      return {fmt::format("{} {}", which.english, span.english),
              fmt::format("{}{}", which.chinese, span.chinese)};
    }
    case 3:
      return {fmt::format("a {}-{}-old", number, span.english), fmt::format("{}岁", figure)};
    default:
      return {fmt::format("the last {} {}s", number, span.english),
              fmt::format("最近{}{}", figure, span.chinese)};
  }
}

constexpr Words kBefore[] = {{"about ", "约"},
                             {"more than ", "超过"},
                             {"less than ", "不到"},
                             {"nearly ", "近"},
                             {"at least ", "至少"},
                             {"up to ", "最多"},
                             {"over ", "逾"},
                             {"under ", "低于"},
                             {"around ", "大约"},
                             {"almost ", "接近"},
                             {"some ", "大概"},
                             {"at most ", "不超过"},
                             {"only ", "仅"},
                             {"another ", "另外"},
                             {"each ", "每"},
                             {"rose by ", "上升了"},
                             {"fell by ", "下降了"},
                             {"rose to ", "升至"},
                             {"fell to ", "降至"},
                             {"minus ", "负"},
                             {"no more than ", "不多于"},
                             {"no fewer than ", "不少于"},
                             {"an increase of ", "增加"},
                             {"a loss of ", "亏损"},
                             {"a profit of ", "盈利"},
                             {"down ", "下跌"},
                             {"up ", "上涨"},
                             {"-", "-"},
                             {"+", "+"},
                             {"the ", "该"},
                             {"every ", "每隔"},
                             {"below ", "以下"},
                             {"(", "（"},
                             {"No. ", "第"},
                             {"~", "～"},
                             {"a total of ", "共"},
                             {"not ", "不是"},
                             {"within ", "在"},
                             {"by ", "到"}};
constexpr Words kBehind[] = {{" or more", "以上"},
                             {" or less", "以下"},
                             {" or so", "左右"},
                             {"+", "+"},
                             {" people", "人"},
                             {" countries", "个国家"},
                             {" companies", "家公司"},
                             {" of them", "其中"},
                             {")", "）"},
                             {" years old", "岁"},
                             {" a year", "每年"},
                             {" ago", "前"},
                             {" later", "后"},
                             {" higher", "高"},
                             {" lower", "低"},
                             {" more", "多"},
                             {" fewer", "少"},
                             {" increase", "的增幅"},
                             {" decline", "的跌幅"},
                             {" times as many", "倍"},
                             {" in all", "总计"},
                             {" each", "每个"},
                             {" respectively", "分别"},
                             {" at most", "为限"},
                             {" odd", "余"},
                             {" of the total", "占总数"},
                             {" per day", "每天"},
                             {" houses", "多座房屋"}};
constexpr Words kBetween[] = {
    {", ", "，"},   {" and ", "和"},  {" ", ""},           {" of ", "的"},
    {"; ", "；"},   {" to ", "至"},   {" or ", "或"},      {" from ", "从"},
    {" in ", "在"}, {"/", "/"},       {" - ", "－"},       {": ", "："},
    {". ", "。"},   {" by ", "增长"}, {" against ", "而"}, {"、", "、"}};

/// A character lost, said twice, or another mark in its place.
void garble(std::string& text, Chance& chance) {
  if (text.empty()) return;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < text.size(); std::ignore = text::next_code_point(text, i)) {
    places.push_back(i);
  }
  places.push_back(text.size());
  const std::size_t at = chance.below(places.size() - 1);
  const std::string character = text.substr(places[at], places[at + 1] - places[at]);
  constexpr std::string_view kMarks[] = {" ",  ",",  ".",  "-",  "（", "%",   "、",
                                         ":",  "/",  "0",  "一", "十", "- ",  "点",
                                         "半", "多", "万", "第", "s",  "the "};
  switch (chance.below(4)) {
    case 0:
      text.erase(places[at], character.size());
      break;
    case 1:
      text.insert(places[at], character);
      break;
    case 2:
      text.insert(places[at], chance.one_of(kMarks));
      break;
    default:
      text.replace(places[at], character.size(), chance.one_of(kMarks));
  }
}

}  // namespace

BothTexts figure_by_chance(Chance& chance) {
  using Make = BothTexts (*)(Chance&);
  constexpr Make kMakers[] = {number, decimal, fraction, rank,  measure, measure,
                              money,  money,   share,    date,  date,    time_of_day,
                              range,  other,   number,   roman, code,    relative};
  return chance.one_of(kMakers)(chance);
}

BothTexts figures_by_chance(Chance& chance, bool apart) {
  const std::size_t count = 1 + chance.below(4);
  const std::size_t other_one = apart ? chance.below(count) : count;
  BothTexts texts;
  for (std::size_t i = 0; i < count; ++i) {
    const Words before = chance.below(3) == 0 ? chance.one_of(kBefore) : Words{"", ""};
    const Words behind = chance.below(3) == 0 ? chance.one_of(kBehind) : Words{"", ""};
    const BothTexts figure = figure_by_chance(chance);
    const BothTexts chinese = i == other_one ? figure_by_chance(chance) : figure;
    if (i > 0) {
      const Words& between = chance.one_of(kBetween);
      texts.english += between.english;
      texts.chinese += between.chinese;
    }
    texts.english.append(before.english).append(figure.english).append(behind.english);
    texts.chinese.append(before.chinese).append(chinese.chinese).append(behind.chinese);
  }
  if (apart && chance.below(4) == 0) garble(texts.english, chance);
  if (apart && chance.below(4) == 0) garble(texts.chinese, chance);
  return texts;
}

}  // namespace duizhao::tests
