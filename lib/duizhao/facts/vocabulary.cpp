#include "duizhao/facts/vocabulary.h"

#include <algorithm>
#include <array>

#include "duizhao/facts/currency.h"
#include "duizhao/facts/fact.h"
#include "duizhao/facts/unit.h"
#include "duizhao/text/ascii.h"

namespace duizhao::facts {
namespace {

using R = Role;
using A = Approximation;

struct Word {
  std::string_view form;
  Role role = Role::kNotNumber;
  double value = 0;
};

template <typename Enum>
constexpr double number_of(Enum e) {
  return static_cast<double>(static_cast<int>(e));
}
constexpr Word approximation(std::string_view form, Approximation a) {
  return {form, R::kApproximation, number_of(a)};
}

/// What the rows of units.inc and currencies.inc read: lists of words parted by '|'.
struct Row {
  Role role;
  double value;
  std::string_view english;
  std::u32string_view chinese;
  std::string_view nations;
};

constexpr auto kRows = std::to_array<Row>({
#define UNIT(id, dimension, scale, english, symbols, chinese, ...) \
  {R::kUnit, number_of(Unit::id), english, chinese, ""},
#include "duizhao/facts/units.inc"
#undef UNIT
#define CURRENCY(id, code, family, english, nations, letters, symbol, chinese, ...) \
  {R::kCurrency, number_of(Currency::id), english, chinese, nations},
#include "duizhao/facts/currencies.inc"
#undef CURRENCY
});

/// Calls `take` with each word of a list.
template <typename Text, typename Take>
constexpr void for_each_word(Text list, Take take) {
  while (!list.empty()) {
    const std::size_t bar = list.find('|');
    take(list.substr(0, bar));
    if (bar == Text::npos) break;
    list.remove_prefix(bar + 1);
  }
}

constexpr std::size_t word_count(auto list) {
  std::size_t count = 0;
  for_each_word(list, [&](auto) { ++count; });
  return count;
}

constexpr auto kOtherWords = std::to_array<Word>({
    {"zero", R::kCardinal, 0},
    {"nil", R::kCardinal, 0},
    {"one", R::kCardinal, 1},
    {"two", R::kCardinal, 2},
    {"three", R::kCardinal, 3},
    {"four", R::kCardinal, 4},
    {"five", R::kCardinal, 5},
    {"six", R::kCardinal, 6},
    {"seven", R::kCardinal, 7},
    {"eight", R::kCardinal, 8},
    {"nine", R::kCardinal, 9},
    {"ten", R::kCardinal, 10},
    {"eleven", R::kCardinal, 11},
    {"twelve", R::kCardinal, 12},
    {"thirteen", R::kCardinal, 13},
    {"fourteen", R::kCardinal, 14},
    {"fifteen", R::kCardinal, 15},
    {"sixteen", R::kCardinal, 16},
    {"seventeen", R::kCardinal, 17},
    {"eighteen", R::kCardinal, 18},
    {"nineteen", R::kCardinal, 19},
    {"twenty", R::kCardinal, 20},
    {"thirty", R::kCardinal, 30},
    {"forty", R::kCardinal, 40},
    {"fourty", R::kCardinal, 40},
    {"fifty", R::kCardinal, 50},
    {"sixty", R::kCardinal, 60},
    {"seventy", R::kCardinal, 70},
    {"eighty", R::kCardinal, 80},
    {"ninety", R::kCardinal, 90},

    {"hundred", R::kScale, 1e2},
    {"thousand", R::kScale, 1e3},
    {"million", R::kScale, 1e6},
    {"billion", R::kScale, 1e9},
    {"trillion", R::kScale, 1e12},
    {"quadrillion", R::kScale, 1e15},
    {"kilobase", R::kScale, 1e3},
    {"megabase", R::kScale, 1e6},
    {"gigabase", R::kScale, 1e9},
    {"megapixel", R::kScale, 1e6},
    {"lakh", R::kScale, 1e5},
    {"crore", R::kScale, 1e7},
    {"dozen", R::kDozen, 12},
    {"k", R::kScaleSuffix, 1e3},
    {"m", R::kScaleSuffix, 1e6},
    {"mn", R::kScaleSuffix, 1e6},
    {"mln", R::kScaleSuffix, 1e6},
    {"b", R::kScaleSuffix, 1e9},
    {"bn", R::kScaleSuffix, 1e9},
    {"bln", R::kScaleSuffix, 1e9},
    {"tln", R::kScaleSuffix, 1e12},
    {"tn", R::kScaleSuffix, 1e12},
    {"trn", R::kScaleSuffix, 1e12},

    {"first", R::kOrdinal, 1},
    {"firstly", R::kOrdinal, 1},
    {"secondly", R::kOrdinal, 2},
    {"thirdly", R::kOrdinal, 3},
    {"fourthly", R::kOrdinal, 4},
    {"fifthly", R::kOrdinal, 5},
    {"second", R::kOrdinal, 2},
    {"third", R::kOrdinal, 3},
    {"fourth", R::kOrdinal, 4},
    {"fifth", R::kOrdinal, 5},
    {"sixth", R::kOrdinal, 6},
    {"seventh", R::kOrdinal, 7},
    {"eighth", R::kOrdinal, 8},
    {"ninth", R::kOrdinal, 9},
    {"tenth", R::kOrdinal, 10},
    {"eleventh", R::kOrdinal, 11},
    {"twelfth", R::kOrdinal, 12},
    {"thirteenth", R::kOrdinal, 13},
    {"fourteenth", R::kOrdinal, 14},
    {"fifteenth", R::kOrdinal, 15},
    {"sixteenth", R::kOrdinal, 16},
    {"seventeenth", R::kOrdinal, 17},
    {"eighteenth", R::kOrdinal, 18},
    {"nineteenth", R::kOrdinal, 19},
    {"twentieth", R::kOrdinal, 20},
    {"thirtieth", R::kOrdinal, 30},
    {"fortieth", R::kOrdinal, 40},
    {"fiftieth", R::kOrdinal, 50},
    {"sixtieth", R::kOrdinal, 60},
    {"seventieth", R::kOrdinal, 70},
    {"eightieth", R::kOrdinal, 80},
    {"ninetieth", R::kOrdinal, 90},
    {"hundredth", R::kOrdinal, 1e2},
    {"thousandth", R::kOrdinal, 1e3},
    {"millionth", R::kOrdinal, 1e6},
    {"billionth", R::kOrdinal, 1e9},
    {"st", R::kOrdinalSuffix, 0},
    {"nd", R::kOrdinalSuffix, 0},
    {"rd", R::kOrdinalSuffix, 0},
    {"th", R::kOrdinalSuffix, 0},

    {"half", R::kDenominator, 2},
    {"halves", R::kDenominator, 2},
    {"third", R::kDenominator, 3},
    {"quarter", R::kDenominator, 4},
    {"fourth", R::kDenominator, 4},
    {"fifth", R::kDenominator, 5},
    {"sixth", R::kDenominator, 6},
    {"seventh", R::kDenominator, 7},
    {"eighth", R::kDenominator, 8},
    {"ninth", R::kDenominator, 9},
    {"tenth", R::kDenominator, 10},
    {"twelfth", R::kDenominator, 12},
    {"sixteenth", R::kDenominator, 16},
    {"twentieth", R::kDenominator, 20},
    {"hundredth", R::kDenominator, 100},
    {"thousandth", R::kDenominator, 1000},
    {"millionth", R::kDenominator, 1e6},

    {"january", R::kMonth, 1},
    {"february", R::kMonth, 2},
    {"march", R::kMonth, 3},
    {"april", R::kMonth, 4},
    {"may", R::kMonth, 5},
    {"june", R::kMonth, 6},
    {"july", R::kMonth, 7},
    {"august", R::kMonth, 8},
    {"september", R::kMonth, 9},
    {"october", R::kMonth, 10},
    {"november", R::kMonth, 11},
    {"december", R::kMonth, 12},
    {"jan", R::kMonth, 1},
    {"feb", R::kMonth, 2},
    {"mar", R::kMonth, 3},
    {"apr", R::kMonth, 4},
    {"jun", R::kMonth, 6},
    {"jul", R::kMonth, 7},
    {"aug", R::kMonth, 8},
    {"sep", R::kMonth, 9},
    {"sept", R::kMonth, 9},
    {"oct", R::kMonth, 10},
    {"nov", R::kMonth, 11},
    {"dec", R::kMonth, 12},
    {"monday", R::kWeekday, 1},
    {"tuesday", R::kWeekday, 2},
    {"wednesday", R::kWeekday, 3},
    {"thursday", R::kWeekday, 4},
    {"friday", R::kWeekday, 5},
    {"saturday", R::kWeekday, 6},
    {"sunday", R::kWeekday, 7},
    {"mon", R::kWeekday, 1},
    {"tue", R::kWeekday, 2},
    {"tues", R::kWeekday, 2},
    {"wed", R::kWeekday, 3},
    {"thu", R::kWeekday, 4},
    {"thurs", R::kWeekday, 4},
    {"fri", R::kWeekday, 5},
    {"sat", R::kWeekday, 6},

    {"square", R::kShape, 2},
    {"sq", R::kShape, 2},
    {"cubic", R::kShape, 3},
    {"cu", R::kShape, 3},

    approximation("about", A::kAbout),
    approximation("around", A::kAbout),
    approximation("approximately", A::kAbout),
    approximation("roughly", A::kAbout),
    approximation("circa", A::kAbout),
    approximation("some", A::kAbout),
    approximation("estimated", A::kAbout),
    approximation("nearly", A::kNearly),
    approximation("almost", A::kNearly),
    approximation("under", A::kBelow),
    approximation("below", A::kBelow),
    approximation("over", A::kAbove),
    approximation("above", A::kAbove),
    approximation("exceeding", A::kAbove),
    approximation("exceeded", A::kAbove),
    approximation("exceeds", A::kAbove),
    approximation("exceed", A::kAbove),
    approximation("topped", A::kAbove),

    {"once", R::kMultiple, 1},
    {"twice", R::kMultiple, 2},
    {"thrice", R::kMultiple, 3},
    {"duplicate", R::kMultiple, 2},
    {"triplicate", R::kMultiple, 3},
    {"quadruplicate", R::kMultiple, 4},
    {"double", R::kMultiple, 2},
    {"doubled", R::kMultiple, 2},
    {"doubling", R::kMultiple, 2},
    {"triple", R::kMultiple, 3},
    {"tripled", R::kMultiple, 3},
    {"tripling", R::kMultiple, 3},
    {"treble", R::kMultiple, 3},
    {"trebled", R::kMultiple, 3},
    {"quadruple", R::kMultiple, 4},
    {"quadrupled", R::kMultiple, 4},
    {"quadrupling", R::kMultiple, 4},
    {"quintuple", R::kMultiple, 5},
    {"twofold", R::kMultiple, 2},
    {"threefold", R::kMultiple, 3},
    {"fourfold", R::kMultiple, 4},
    {"fivefold", R::kMultiple, 5},
    {"sixfold", R::kMultiple, 6},
    {"sevenfold", R::kMultiple, 7},
    {"eightfold", R::kMultiple, 8},
    {"ninefold", R::kMultiple, 9},
    {"tenfold", R::kMultiple, 10},
    {"hundredfold", R::kMultiple, 100},
    {"both", R::kMultiple, 2},
    {"dual", R::kMultiple, 2},
    {"pair", R::kMultiple, 2},
    {"couple", R::kMultiple, 2},
    {"twin", R::kMultiple, 2},
    {"either", R::kMultiple, 2},
    {"bilateral", R::kMultiple, 2},
    {"halve", R::kMultiple, 0.5},
    {"halved", R::kMultiple, 0.5},
    {"halving", R::kMultiple, 0.5},
    {"trio", R::kMultiple, 3},
    {"quartet", R::kMultiple, 4},
    {"fortnight", R::kMultiple, 14},
    {"biennial", R::kMultiple, 2},
    {"triennial", R::kMultiple, 3},
    {"triennially", R::kMultiple, 3},
    {"quadrennial", R::kMultiple, 4},
    {"single", R::kMultiple, 1},
    {"sole", R::kMultiple, 1},
    {"solo", R::kMultiple, 1},
    {"unilateral", R::kMultiple, 1},
    {"hat", R::kMultiple, 3},
    {"bicentenary", R::kMultiple, 200},
    {"centenary", R::kMultiple, 100},
    {"centennial", R::kMultiple, 100},
    {"teen", R::kMultiple, 13},

    {"am", R::kDayPart, 1},
    {"pm", R::kDayPart, 2},
    {"morning", R::kDayPart, 1},
    {"afternoon", R::kDayPart, 2},
    {"evening", R::kDayPart, 2},
    {"night", R::kDayPart, 2},
    {"tonight", R::kDayPart, 2},

    {"bc", R::kEra, -1},
    {"bce", R::kEra, -1},
    {"ad", R::kEra, 1},
    {"ce", R::kEra, 1},

    {"today", R::kRelative, 1},
    {"yesterday", R::kRelative, 1},
    {"tomorrow", R::kRelative, 1},
    {"tonight", R::kRelative, 1},
    {"ago", R::kRelative, 1},
    {"now", R::kRelative, 1},
    {"currently", R::kRelative, 1},
    {"recent", R::kRelative, 1},
    {"recently", R::kRelative, 1},
    {"earlier", R::kRelative, 1},
    {"later", R::kRelative, 1},
    {"since", R::kRelative, 0},
    {"same", R::kRelative, 1},
    {"this", R::kRelative, 1},
    {"last", R::kRelative, 1},
    {"next", R::kRelative, 1},
    {"previous", R::kRelative, 1},
    {"preceding", R::kRelative, 1},
    {"following", R::kRelative, 1},
    {"past", R::kRelative, 1},
    {"annual", R::kRelative, 1},
    {"annually", R::kRelative, 1},
    {"yearly", R::kRelative, 1},
    {"weekend", R::kRelative, 1},
    {"then", R::kRelative, 1},
});

constexpr std::size_t kWordCount = [] {
  std::size_t count = kOtherWords.size();
  for (const Row& row : kRows) count += word_count(row.english) + word_count(row.nations);
  return count;
}();

constexpr auto kWordsUnsorted = [] {
  std::array<Word, kWordCount> words{};
  auto next = std::copy(kOtherWords.begin(), kOtherWords.end(), words.begin());
  for (const Row& row : kRows) {
    for_each_word(row.english, [&](std::string_view form) {
      *next++ = {form, row.role, row.value};
    });
    for_each_word(row.nations, [&](std::string_view form) {
      *next++ = {form, R::kNation, row.value};
    });
  }
  return words;
}();

constexpr bool by_form(const Word& a, const Word& b) { return a.form < b.form; }

constexpr auto kWords = [] {
  auto words = kWordsUnsorted;
  std::sort(words.begin(), words.end(), by_form);
  return words;
}();

constexpr auto kMeanings = [] {
  std::array<Meaning, kWords.size()> meanings{};
  for (std::size_t i = 0; i < kWords.size(); ++i) meanings[i] = {kWords[i].role, kWords[i].value};
  return meanings;
}();

/// kWords[kFirstOf[c]] is the first word that begins with the letter 'a' + c.
constexpr auto kFirstOf = [] {
  std::array<std::uint16_t, 27> first{};
  std::size_t i = 0;
  for (std::size_t letter = 0; letter < 27; ++letter) {
    while (i < kWords.size() && kWords[i].form[0] < static_cast<char>('a' + letter)) ++i;
    first[letter] = static_cast<std::uint16_t>(i);
  }
  return first;
}();

/// The length of a word as a bit, those of the longest together.
constexpr std::uint32_t length_bit(std::string_view word) {
  return std::uint32_t{1} << std::min<std::size_t>(word.size(), 31);
}
constexpr std::size_t beginning_of(std::string_view word) {
  const auto second = word.size() < 2 ? 0U : static_cast<unsigned char>(word[1]) & 31U;
  return static_cast<std::size_t>(word[0] - 'a') * 32 + second;
}

/// The lengths of the words that begin with two letters: most words of a text say nothing of
/// numbers, and are told by that.
constexpr auto kLengths = [] {
  std::array<std::uint32_t, std::size_t{26} * 32> lengths{};
  for (const Word& word : kWords) {
    if (text::is_ascii_lower(word.form[0]))
      lengths[beginning_of(word.form)] |= length_bit(word.form);
  }
  return lengths;
}();

std::span<const Meaning> exact_meanings(std::string_view lower) {
  if (lower.empty() || !text::is_ascii_lower(lower[0]) ||
      (kLengths[beginning_of(lower)] & length_bit(lower)) == 0) {
    return {};
  }
  const auto letter = static_cast<std::size_t>(lower[0] - 'a');
  const auto begin = kWords.begin() + kFirstOf[letter];
  const auto end = kWords.begin() + kFirstOf[letter + 1];
  const auto [first, last] = std::equal_range(begin, end, Word{lower, R::kUnit, 0}, by_form);
  return {kMeanings.begin() + (first - kWords.begin()), static_cast<std::size_t>(last - first)};
}

// ---- Chinese ----

constexpr HanEntry han(std::u32string_view form, Approximation a) {
  return {form, R::kApproximation, number_of(a)};
}
constexpr HanEntry counter(std::u32string_view form) { return {form, R::kCounter, 0}; }
constexpr HanEntry relative(std::u32string_view form) { return {form, R::kRelative, 1}; }
constexpr HanEntry no_number(std::u32string_view form) { return {form, R::kNotNumber, 0}; }

constexpr auto kOtherHan = std::to_array<HanEntry>({

    han(U"约", A::kAbout),    han(U"大约", A::kAbout), han(U"约为", A::kAbout),
    han(U"约有", A::kAbout),  han(U"大概", A::kAbout), han(U"差不多", A::kAbout),
    han(U"估计", A::kAbout),  han(U"近", A::kNearly),  han(U"将近", A::kNearly),
    han(U"接近", A::kNearly), han(U"不到", A::kBelow), han(U"不足", A::kBelow),
    han(U"几乎", A::kNearly), han(U"低于", A::kBelow), han(U"少于", A::kBelow),
    han(U"未满", A::kBelow),  han(U"逾", A::kAbove),   han(U"超", A::kAbove),
    han(U"超过", A::kAbove),  han(U"超逾", A::kAbove), han(U"高于", A::kAbove),
    han(U"多于", A::kAbove),  han(U"大于", A::kAbove), han(U"突破", A::kAbove),

    relative(U"今年"),        relative(U"去年"),       relative(U"前年"),
    relative(U"明年"),        relative(U"后年"),       relative(U"当年"),
    relative(U"同年"),        relative(U"翌年"),       relative(U"次年"),
    relative(U"本年"),        relative(U"上年"),       relative(U"全年"),
    relative(U"每年"),        relative(U"年初"),       relative(U"年底"),
    relative(U"年末"),        relative(U"年内"),       relative(U"往年"),
    relative(U"历年"),        relative(U"年度"),       relative(U"同期"),
    relative(U"同比"),        relative(U"环比"),       relative(U"按年"),
    relative(U"按月"),        relative(U"按季"),       relative(U"本月"),
    relative(U"上月"),        relative(U"上个月"),     relative(U"下月"),
    relative(U"下个月"),      relative(U"当月"),       relative(U"同月"),
    relative(U"月初"),        relative(U"月底"),       relative(U"本周"),
    relative(U"上周"),        relative(U"下周"),       relative(U"这周"),
    relative(U"周末"),        relative(U"本季"),       relative(U"上季"),
    relative(U"今天"),        relative(U"今日"),       relative(U"今早"),
    relative(U"今晚"),        relative(U"昨天"),       relative(U"昨日"),
    relative(U"昨晚"),        relative(U"前天"),       relative(U"前日"),
    relative(U"明天"),        relative(U"明日"),       relative(U"次日"),
    relative(U"翌日"),        relative(U"当天"),       relative(U"当日"),
    relative(U"同日"),        relative(U"即日"),       relative(U"日前"),
    relative(U"近日"),        relative(U"最近"),       relative(U"目前"),
    relative(U"现在"),        relative(U"此前"),       relative(U"之前"),
    relative(U"以来"),        relative(U"届时"),       relative(U"当时"),
    relative(U"那时"),

    counter(U"个"),           counter(U"名"),          counter(U"位"),
    counter(U"人"),           counter(U"家"),          counter(U"项"),
    counter(U"次"),           counter(U"座"),          counter(U"艘"),
    counter(U"架"),           counter(U"辆"),          counter(U"台"),
    counter(U"部"),           counter(U"件"),          counter(U"条"),
    counter(U"款"),           counter(U"目"),          counter(U"章"),
    counter(U"张"),           counter(U"只"),          counter(U"匹"),
    counter(U"棵"),           counter(U"株"),          counter(U"朵"),
    counter(U"场"),           counter(U"届"),          counter(U"轮"),
    counter(U"局"),           counter(U"盘"),          counter(U"支"),
    counter(U"枝"),           counter(U"枚"),          counter(U"把"),
    counter(U"片"),           counter(U"段"),          counter(U"份"),
    counter(U"本"),           counter(U"册"),          counter(U"篇"),
    counter(U"首"),           counter(U"幅"),          counter(U"套"),
    counter(U"双"),           counter(U"对"),          counter(U"间"),
    counter(U"栋"),           counter(U"幢"),          counter(U"层"),
    counter(U"楼"),           counter(U"户"),          counter(U"口"),
    counter(U"所"),           counter(U"处"),          counter(U"站"),
    counter(U"级"),           counter(U"类"),          counter(U"种"),
    counter(U"批"),           counter(U"组"),          counter(U"队"),
    counter(U"期"),           counter(U"集"),          counter(U"回"),
    counter(U"例"),           counter(U"起"),          counter(U"宗"),
    counter(U"桩"),           counter(U"颗"),          counter(U"粒"),
    counter(U"滴"),           counter(U"瓶"),          counter(U"杯"),
    counter(U"碗"),           counter(U"箱"),          counter(U"包"),
    counter(U"袋"),           counter(U"盒"),          counter(U"群"),
    counter(U"伙"),           counter(U"倍"),          counter(U"股"),
    counter(U"球"),           counter(U"分"),          counter(U"票"),
    counter(U"国"),           counter(U"省"),          counter(U"市"),
    counter(U"州"),           counter(U"县"),          counter(U"村"),
    counter(U"镇"),           counter(U"区"),          counter(U"校"),
    counter(U"洞"),           counter(U"大"),          counter(U"成"),
    counter(U"折"),           counter(U"字"),          counter(U"句"),
    counter(U"页"),           counter(U"行"),          counter(U"道"),
    counter(U"门"),           counter(U"步"),          counter(U"代"),
    counter(U"胎"),           counter(U"孩"),          counter(U"连"),
    counter(U"胜"),           counter(U"负"),          counter(U"平"),
    counter(U"者"),

    no_number(U"十万火急"),

    no_number(U"三天打鱼"),   no_number(U"两天晒网"),  no_number(U"一日千里"),
    no_number(U"早一点"),     no_number(U"晚一点"),    no_number(U"三元锂"),
    no_number(U"三元材料"),   no_number(U"三元里"),    no_number(U"退一万步"),
    no_number(U"一样"),       no_number(U"一些"),      no_number(U"一般"),
    no_number(U"一直"),       no_number(U"一定"),      no_number(U"一切"),
    no_number(U"一致"),       no_number(U"一旦"),      no_number(U"一起"),
    no_number(U"一同"),       no_number(U"一向"),      no_number(U"一律"),
    no_number(U"一再"),       no_number(U"一贯"),      no_number(U"一带"),
    no_number(U"一会儿"),     no_number(U"一方面"),    no_number(U"一体"),
    no_number(U"一流"),       no_number(U"一味"),      no_number(U"一线"),
    no_number(U"一如既往"),   no_number(U"一举"),      no_number(U"一时"),
    no_number(U"一道"),       no_number(U"一路"),      no_number(U"一面"),
    no_number(U"一边"),       no_number(U"一并"),      no_number(U"一经"),
    no_number(U"一齐"),       no_number(U"一概"),      no_number(U"一席之地"),
    no_number(U"一点"),       no_number(U"万一"),      no_number(U"万万"),
    no_number(U"万能"),       no_number(U"万维网"),    no_number(U"万圣节"),
    no_number(U"万事"),       no_number(U"万物"),      no_number(U"百姓"),
    no_number(U"百货"),       no_number(U"百科"),      no_number(U"百度"),
    no_number(U"百合"),       no_number(U"百老汇"),    no_number(U"百慕大"),
    no_number(U"百叶"),       no_number(U"百事"),      no_number(U"百般"),
    no_number(U"百花"),       no_number(U"千万别"),    no_number(U"千万不"),
    no_number(U"千禧"),       no_number(U"千方百计"),  no_number(U"千千万万"),
    no_number(U"千变万化"),   no_number(U"千里"),      no_number(U"千金"),
    no_number(U"十足"),       no_number(U"十字"),      no_number(U"十全十美"),
    no_number(U"三明治"),     no_number(U"三文鱼"),    no_number(U"三角"),
    no_number(U"三思"),       no_number(U"三藩"),      no_number(U"三星"),
    no_number(U"三亚"),       no_number(U"三峡"),      no_number(U"三番"),
    no_number(U"四川"),       no_number(U"四处"),      no_number(U"四面八方"),
    no_number(U"四海"),       no_number(U"五金"),      no_number(U"五角大楼"),
    no_number(U"五花八门"),   no_number(U"六安"),      no_number(U"七嘴八舌"),
    no_number(U"八卦"),       no_number(U"八达岭"),    no_number(U"九龙"),
    no_number(U"九江"),       no_number(U"九寨沟"),    no_number(U"半夜"),
    no_number(U"半岛"),       no_number(U"半球"),      no_number(U"半径"),
    no_number(U"半导体"),     no_number(U"半决赛"),    no_number(U"半途"),
    no_number(U"半空"),       no_number(U"不二"),      no_number(U"判若两人"),
    no_number(U"火冒三丈"),   no_number(U"亿万"),      no_number(U"万千"),
    no_number(U"二手"),       no_number(U"二维"),      no_number(U"三维"),
    no_number(U"二氧化"),     no_number(U"一氧化"),    no_number(U"二元"),
    no_number(U"二胡"),       no_number(U"不一"),      no_number(U"统一"),
    no_number(U"唯一"),       no_number(U"同一"),      no_number(U"单一"),
    no_number(U"进一步"),     no_number(U"亿万富翁"),  no_number(U"亿万富豪"),
    no_number(U"百万富翁"),   no_number(U"千万富翁"),  no_number(U"零售"),
    no_number(U"零件"),       no_number(U"零食"),      no_number(U"零星"),
    no_number(U"零部件"),     no_number(U"零碎"),      no_number(U"零钱"),
    no_number(U"零用"),       no_number(U"两岸"),      no_number(U"两性"),
    no_number(U"两侧"),       no_number(U"两旁"),      no_number(U"两极"),
    no_number(U"两栖"),       no_number(U"两口子"),    no_number(U"兆头"),
    no_number(U"亿欧"),       no_number(U"万科"),      no_number(U"万达"),
    no_number(U"万豪"),       no_number(U"万宝"),      no_number(U"万象"),
    no_number(U"万有引力"),   no_number(U"二进制"),    no_number(U"八进制"),
    no_number(U"十进制"),     no_number(U"十六进制"),  no_number(U"二进位"),
    no_number(U"八进位"),     no_number(U"十进位"),    no_number(U"十六进位"),
    no_number(U"百兆"),       no_number(U"千兆"),      no_number(U"万兆"),
});

constexpr std::size_t kHanCount = [] {
  std::size_t count = kOtherHan.size();
  for (const Row& row : kRows) count += word_count(row.chinese);
  return count;
}();

constexpr auto kHanUnsorted = [] {
  std::array<HanEntry, kHanCount> entries{};
  auto next = std::copy(kOtherHan.begin(), kOtherHan.end(), entries.begin());
  for (const Row& row : kRows) {
    for_each_word(row.chinese, [&](std::u32string_view form) {
      *next++ = {form, row.role, row.value};
    });
  }
  return entries;
}();

constexpr bool longer_first(const HanEntry& a, const HanEntry& b) {
  if (a.form[0] != b.form[0]) return a.form[0] < b.form[0];
  return a.form.size() > b.form.size();
}

constexpr auto kHan = [] {
  auto entries = kHanUnsorted;
  std::sort(entries.begin(), entries.end(), longer_first);
  return entries;
}();

/// Pairs of a traditional (or variant) character and its simplified form: those that the tables
/// above and the grammar use.
constexpr std::u32string_view kTraditional =
    U"曆历萬万兩两両两個个箇个爲为為为舉举於于亞亚畝亩億亿侖仑夥伙會会體体餘余側侧兒儿蘭兰"
    U"茲兹內内冊册農农幾几剛刚別别區区華华單单盧卢歷历釐厘縣县雙双變变臺台葉叶號号後后"
    U"噸吨國国圓圆聖圣場场塊块堅坚處处頭头寶宝對对將将爾尔層层屆届歲岁嶺岭峽峡幣币帶带"
    U"並并張张當当總总戰战戶户攝摄數数時时晝昼條条來来極极棟栋棲栖樣样樁桩樓楼歐欧匯汇"
    U"財财溝沟滿满點点環环現现電电盤盘碼码禮礼種种類类約约級级紀纪納纳紙纸紐纽線线組组經经"
    U"統统維维網网羅罗羣群勝胜脫脱臘腊節节計计謝谢貝贝負负貨货貫贯叄叁貳贰輪轮載载輛辆"
    U"邊边達达過过這这進进連连鐘钟錢钱銖铢鎮镇鎊镑門门間间隊队陰阴陸陆韓韩頁页頃顷項项"
    U"運运動动島岛決决賽赛車车併并帥帅狀状許许劃划畫划鍾钟導导徑径規规慘惨學学軍军報报"
    U"參参開开輕轻義义麼么沒没員员長长敗败績绩應应綱纲購购"
    U"顆颗馬马魚鱼麥麦齊齐龍龙週周烏乌鮮鲜聯联薩萨熱热氣气壓压擔担賓宾鋰锂摺折曬晒話话撥拨傳传機机"
    U"詢询";

constexpr char32_t kFirstHan = 0x4E00;
constexpr std::size_t kHanBlock = 0x9FFF - 0x4E00 + 1;

constexpr auto kSimplified = [] {
  std::array<char16_t, kHanBlock> table{};
  for (std::size_t i = 0; i < kHanBlock; ++i) table[i] = static_cast<char16_t>(kFirstHan + i);
  for (std::size_t i = 0; i + 1 < kTraditional.size(); i += 2) {
    table[kTraditional[i] - kFirstHan] = static_cast<char16_t>(kTraditional[i + 1]);
  }
  return table;
}();

static_assert(std::ranges::all_of(kHan, [](const HanEntry& entry) {
  return entry.form[0] >= kFirstHan && entry.form[0] < kFirstHan + kHanBlock;
}));

/// kHan[kFirstHanOf[c]] is the first entry that begins with the character kFirstHan + c or a later
/// one.
constexpr auto kFirstHanOf = [] {
  std::array<std::uint16_t, kHanBlock + 1> first{};
  std::size_t i = 0;
  for (std::size_t c = 0; c <= kHanBlock; ++c) {
    while (i < kHan.size() && kHan[i].form[0] < kFirstHan + c) ++i;
    first[c] = static_cast<std::uint16_t>(i);
  }
  return first;
}();

/// Characters that begin facts without standing first in an entry above: numerals, and the cues of
/// dates, times and vague numbers.
constexpr std::u32string_view kCues =
    U"零一二三四五六七八九十百千万亿兆两壹贰叁肆伍陆柒捌玖拾佰仟廿卅半数几好成双翻加"
    U"上下本这前后首正昭平令明大顺康雍乾嘉道咸同光宣好对腊农阴公西中民星礼周凌清早今午傍晚夜深昨当"
    U"差花古耄元圣平节";

constexpr auto kBegins = [] {
  std::array<bool, kHanBlock> begins{};
  const auto enter = [&](char32_t c) {
    if (c >= kFirstHan && c < kFirstHan + kHanBlock) begins[c - kFirstHan] = true;
  };
  for (const HanEntry& entry : kHan) {
    if (entry.role == R::kCurrency || entry.role == R::kRelative || entry.role == R::kNotNumber) {
      enter(entry.form[0]);
    }
  }
  for (const char32_t c : kCues) enter(c);
  return begins;
}();

}  // namespace

std::span<const Meaning> meanings_of(std::string_view lower, bool& plural) {
  plural = false;
  const std::span<const Meaning> exact = exact_meanings(lower);
  if (!exact.empty() || lower.size() < 4 || lower.back() != 's') return exact;
  const std::span<const Meaning> singular = exact_meanings(lower.substr(0, lower.size() - 1));
  plural = !singular.empty();
  return singular;
}

std::span<const HanEntry> han_entries(char32_t first) {
  if (first < kFirstHan || first >= kFirstHan + kHanBlock) return {};
  const std::size_t begin = kFirstHanOf[first - kFirstHan];
  return {kHan.begin() + begin, kFirstHanOf[first - kFirstHan + 1] - begin};
}

bool may_begin_fact(char32_t character) {
  return character < kFirstHan || character >= kFirstHan + kHanBlock ||
         kBegins[character - kFirstHan];
}

char32_t simplified(char32_t character) {
  return character >= kFirstHan && character < kFirstHan + kHanBlock
             ? kSimplified[character - kFirstHan]
             : character;
}

char32_t traditional(char32_t character) {
  for (std::size_t i = 0; i + 1 < kTraditional.size(); i += 2) {
    if (kTraditional[i + 1] == character) return kTraditional[i];
  }
  return character;
}

int han_digit(char32_t character) {
  switch (character) {
    case U'〇':
    case U'零':
    case U'○':
      return 0;
    case U'一':
    case U'壹':
      return 1;
    case U'二':
    case U'两':
    case U'贰':
      return 2;
    case U'三':
    case U'叁':
      return 3;
    case U'四':
    case U'肆':
      return 4;
    case U'五':
    case U'伍':
      return 5;
    case U'六':
    case U'陆':
      return 6;
    case U'七':
    case U'柒':
      return 7;
    case U'八':
    case U'捌':
      return 8;
    case U'九':
    case U'玖':
      return 9;
    default:
      return -1;
  }
}

double han_scale(char32_t character) {
  switch (character) {
    case U'十':
    case U'拾':
      return 1e1;
    case U'百':
    case U'佰':
      return 1e2;
    case U'千':
    case U'仟':
      return 1e3;
    case U'万':
      return 1e4;
    case U'亿':
      return 1e8;
    case U'兆':
      return 1e12;
    default:
      return 0;
  }
}

}  // namespace duizhao::facts
