#include "check/slips.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "check/cases.h"
#include "check/reviewed.h"
#include "corpora/corpus.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"
#include "edits.h"
#include "facts/figures_by_chance.h"

namespace duizhao::tests {
namespace {

using Exchange = std::array<std::string_view, 2>;

/// Either becomes the other.
constexpr Exchange kExchanges[] = {{"上升", "下降"},
                                   {"增加", "减少"},
                                   {"增长", "下跌"},
                                   {"提高", "降低"},
                                   {"以上", "以下"},
                                   {"超过", "不到"},
                                   {"至少", "最多"},
                                   {"高于", "低于"},
                                   {"进口", "出口"},
                                   {"买", "卖"},
                                   {"开", "关"},
                                   {"前", "后"},
                                   {"上午", "下午"},
                                   {"早", "晚"},
                                   {"东", "西"},
                                   {"南", "北"},
                                   {"左", "右"},
                                   {"大", "小"},
                                   {"多", "少"},
                                   {"长", "短"},
                                   {"新", "旧"},
                                   {"内", "外"},
                                   {"不", ""},
                                   {"没有", "有"},
                                   {"未", "已"},
                                   {"无", "有"},
                                   {"从未", "曾"},
                                   {"禁止", "允许"},
                                   {"必须", "可以"},
                                   {"应", "可"},
                                   {"可能", "一定"},
                                   {"所有", "有些"},
                                   {"都", "大多"},
                                   {"全部", "部分"},
                                   {"每", "有的"},
                                   {"总是", "有时"},
                                   {"他", "她"},
                                   {"他们", "她们"},
                                   {"它", "他"},
                                   {"我", "你"},
                                   {"先生", "女士"},
                                   {"父亲", "母亲"},
                                   {"儿子", "女儿"},
                                   {"美国", "英国"},
                                   {"中国", "日本"},
                                   {"北京", "上海"},
                                   {"法国", "德国"},
                                   {"韩国", "朝鲜"},
                                   {"加拿大", "澳大利亚"},
                                   {"月", "日"},
                                   {"年", "月"},
                                   {"万", "亿"},
                                   {"千", "百"},
                                   {"公里", "英里"},
                                   {"公斤", "吨"},
                                   {"米", "英尺"},
                                   {"元", "美元"},
                                   {"欧元", "英镑"},
                                   {"%", "‰"},
                                   {"星期一", "星期二"},
                                   {"周五", "周六"},
                                   {"去年", "今年"},
                                   {"昨天", "明天"},
                                   {"首", "末"},
                                   {"第一", "第二"},
                                   {"总统", "总理"},
                                   {"部长", "省长"},
                                   {"主席", "副主席"},
                                   {"的", ""},
                                   {"了", ""},
                                   {"，", "、"},
                                   {"。", "！"},
                                   {"，", ","},
                                   {"。", "."},
                                   {"（", "("},
                                   {"）", ")"},
                                   {"：", ":"},
                                   {"“", "\""},
                                   {"”", "\""},
                                   {"《", "“"},
                                   {"》", "”"},
                                   {"？", "?"},
                                   {"；", ";"},
                                   {"；", "，"},
                                   {"软件", "軟體"},
                                   {"信息", "資訊"},
                                   {"网络", "網路"},
                                   {"国", "國"},
                                   {"这", "這"},
                                   {"时", "時"},
                                   {"会", "會"},
                                   {"学", "學"},
                                   {"发", "髮"},
                                   {"后", "後"},
                                   {"里", "裡"},
                                   {"台", "臺"},
                                   {"因为", "虽然"},
                                   {"但", "而且"},
                                   {"只", "不只"},
                                   {" is ", " is not "},
                                   {" are ", " are not "},
                                   {" was ", " wasn't "},
                                   {" will ", " won't "},
                                   {" can ", " cannot "},
                                   {" has ", " has never "},
                                   {" rose ", " fell "},
                                   {"increase", "decrease"},
                                   {"more than", "less than"},
                                   {"at least", "at most"},
                                   {"above", "below"},
                                   {"higher", "lower"},
                                   {"before", "after"},
                                   {" a.m.", " p.m."},
                                   {"import", "export"},
                                   {"north", "south"},
                                   {"East", "West"},
                                   {"left", "right"},
                                   {"all ", "some "},
                                   {"every ", "no "},
                                   {"always", "never"},
                                   {" must ", " may "},
                                   {" should ", " might "},
                                   {" shall ", " can "},
                                   {" he ", " she "},
                                   {"He ", "She "},
                                   {" his ", " her "},
                                   {" him ", " her "},
                                   {" I ", " you "},
                                   {"Mr ", "Ms "},
                                   {"father", "mother"},
                                   {"million", "billion"},
                                   {"thousand", "hundred"},
                                   {"kilomet", "mill"},
                                   {" km", " miles"},
                                   {" kg", " tons"},
                                   {"$", "€"},
                                   {"US", "UK"},
                                   {"China", "Japan"},
                                   {"Beijing", "Shanghai"},
                                   {"France", "Germany"},
                                   {"London", "Paris"},
                                   {"America", "Britain"},
                                   {"Monday", "Tuesday"},
                                   {"Friday", "Saturday"},
                                   {"March", "May"},
                                   {"June", "July"},
                                   {"last", "next"},
                                   {"first", "second"},
                                   {"yesterday", "tomorrow"},
                                   {"president", "premier"},
                                   {"President", "Minister"},
                                   {"percent", "per mille"},
                                   {"%", " percentage points"},
                                   {" the ", " a "},
                                   {" of ", " "},
                                   {", ", "，"},
                                   {". ", "。"},
                                   {"(", "（"},
                                   {")", "）"},
                                   {"\"", "“"},
                                   {"\"", "”"},
                                   {"'", "’"},
                                   {":", "："},
                                   {"-", "–"},
                                   {" - ", "—"},
                                   {"ou", "uo"},
                                   {"e", "ee"},
                                   {"th", "t"},
                                   {"s ", " "},
                                   {"ing ", "ed "},
                                   {"  ", " "},
                                   {" ", "  "},
                                   {"because", "although"},
                                   {" and ", " or "},
                                   {" but ", " and "},
                                   {"without", "with"},
                                   {"only ", "not only "},
                                   {"colour", "color"},
                                   {"buy", "sell"},
                                   {"win", "lose"},
                                   {"open", "close"},
                                   {"old", "new"},
                                   {"large", "small"},
                                   {"many", "few"}};

/// What both sides have, the second of which one of them may have instead.
constexpr Exchange kInsertions[] = {
    {"{0}", "{1}"},
    {"%s", "%d"},
    {"%1$s", "%2$s"},
    {"{name}", "{Name}"},
    {"${total}", "${sum}"},
    {"<b>", "</b>"},
    {"<b>x</b>", "<i>x</i>"},
    {"<br/>", ""},
    {"<a href=\"a.html\">x</a>", "<a>x</a>"},
    {"&amp;", "&"},
    {"&nbsp;", " "},
    {"\\n", "\\t"},
    {"\\n", ""},
    {"$1", "$2"},
    {"%(count)d", "%(count)s"},
    {"%@", ""},
    {"{{user}}", "{user}"},
    {"{count, plural, one {# day} other {# days}}", "{count, plural, other {# days}}"},
    {"[link](https://a.org/b)", "[link](https://a.org/c)"},
    {"https://www.example.org/a?b=1", "https://www.example.org/a?b=2"},
    {"me@example.org", "you@example.org"},
    {"example.com", ""},
    {"`--force`", "`-force`"},
    {"snake_case_name", "snake_case"},
    {"CO2", "CO₂"},
    {"ISO 9001", "ISO 9002"},
    {"COVID-19", "COVID-18"},
    {"GDP", "GNP"},
    {"WTO", "世贸组织"},
    {"NATO", "UN"},
    {"iPhone", "Iphone"},
    {"Microsoft", "微软"},
    {"©", "®"},
    {"→", "->"},
    {"✓", ""},
    {"…", "..."},
    {"—", "--"},
    {"\u200B", ""},
    {"\u00AD", ""},
    {"\uFEFF", ""},
    {"\uFFFD", ""},
    {"Ã©", "é"},
    {"⼀", "一"},
    {"ﬁ", "fi"},
    {"１２", "12"},
    {"ＡＢＣ", "ABC"},
    {" ", ""},
    {"　", ""},
    {"(a)", "(b)"},
    {"[1]", "[2]"},
    {"*", ""},
    {"#", ""},
    {"1.", "2."},
    {"(see Table 3)", "(see Table 4)"},
    {"¶", "§"},
    {"Ünïcode", "Unicode"},
    {"привет", ""},
    {"こんにちは", ""},
    {"안녕", ""},
    {"bonjour le monde", ""},
    {"TODO", ""},
    {"N/A", "n/a"},
    {"°C", "°F"},
    {"½", "1/2"},
    {"№", "No."},
    {"@user", "@users"},
    {"#tag", "#tags"},
    {"/usr/bin/env", "/usr/bin"},
    {"C:\\temp", "C:\\tmp"},
    {"foo()", "foo"},
    {"v1.2.3", "v1.2.4"},
    {"0x1F", "0x1E"},
    {"3-2", "2-3"},
    {"10:30", "10:03"},
    {"《论语》", "《孟子》"},
    {"（完）", ""},
    {"“好”", "‘好’"},
    {"(Reuters)", "（路透社）"}};

/// Names that everybody knows, of all kinds.
constexpr Exchange kKnownNames[] = {{"Germany", "德国"},
                                    {"the United States", "美国"},
                                    {"North Korea", "朝鲜"},
                                    {"Britain", "英国"},
                                    {"Moscow", "莫斯科"},
                                    {"Washington", "华盛顿"},
                                    {"Guangdong", "广东"},
                                    {"Hong Kong", "香港"},
                                    {"Taiwan", "台湾"},
                                    {"the European Union", "欧盟"},
                                    {"the United Nations", "联合国"},
                                    {"the World Health Organization", "世界卫生组织"},
                                    {"the IMF", "国际货币基金组织"},
                                    {"the Federal Reserve", "美联储"},
                                    {"the White House", "白宫"},
                                    {"the State Council", "国务院"},
                                    {"Angela Merkel", "安格拉·默克尔"},
                                    {"Emmanuel Macron", "马克龙"},
                                    {"President Obama", "奥巴马总统"},
                                    {"Janet Yellen", "珍妮特·耶伦"},
                                    {"Mr Trump", "特朗普先生"},
                                    {"Xi Jinping", "习近平"},
                                    {"Prime Minister Modi", "莫迪总理"},
                                    {"Foreign Minister Wang Yi", "王毅外长"},
                                    {"Peking University", "北京大学"},
                                    {"Harvard University", "哈佛大学"},
                                    {"Microsoft", "微软"},
                                    {"Huawei", "华为"},
                                    {"Apple", "苹果公司"},
                                    {"Bank of China", "中国银行"},
                                    {"the Yangtze River", "长江"},
                                    {"the Rhine", "莱茵河"},
                                    {"the Pacific Ocean", "太平洋"},
                                    {"Africa", "非洲"},
                                    {"Mount Fuji", "富士山"},
                                    {"Manchester United", "曼联队"},
                                    {"the Olympic Games", "奥运会"},
                                    {"the World Cup", "世界杯"},
                                    {"the Spring Festival", "春节"},
                                    {"the Cultural Revolution", "文化大革命"},
                                    {"the Belt and Road Initiative", "“一带一路”倡议"},
                                    {"Reuters", "路透社"},
                                    {"the New York Times", "《纽约时报》"},
                                    {"Chongqing", "重庆市"},
                                    {"Henan Province", "河南省"},
                                    {"the Ministry of Finance", "财政部"},
                                    {"Tokyo", "东京"},
                                    {"Islam", "伊斯兰教"},
                                    {"Buddhism", "佛教"},
                                    {"the French", "法国人"},
                                    {"Chinese", "中文"},
                                    {"a Russian general", "一名俄罗斯将军"},
                                    {"American", "美国的"},
                                    {"South Africa", "南非"},
                                    {"Republican senators", "共和党参议员"},
                                    {"the Democratic Party", "民主党"},
                                    {"NATO", "北约"},
                                    {"UNESCO", "教科文组织"},
                                    {"OPEC", "石油输出国组织"},
                                    {"the Qing dynasty", "清朝"},
                                    {"St. Petersburg", "圣彼得堡"},
                                    {"the Governor of Texas", "德克萨斯州州长"},
                                    {"Zhang Wei", "张伟"},
                                    {"Li Na", "李娜"},
                                    {"Dr. Wong", "黄医生"},
                                    {"Queen Elizabeth II", "女王伊丽莎白二世"}};

constexpr std::string_view kClauseEnds[] = {", ", "; ", "，",    "；", "。",
                                            ". ", "、", " and ", "和"};

/// Where the text has the words, one place by chance; npos where it has none.
std::size_t place_of(const std::string& text, std::string_view words, Chance& chance) {
  if (words.empty() || text.empty()) return std::string::npos;
  const std::size_t at = text.find(words, chance.below(text.size()));
  return at != std::string::npos ? at : text.find(words);
}

/// One of the words that the text has for its counterpart.
void exchange_word(std::string& text, Chance& chance) {
  constexpr int kTries = 40;
  for (int i = 0; i < kTries; ++i) {
    Exchange words = chance.one_of(kExchanges);
    if (chance.below(2) == 0) std::swap(words[0], words[1]);
    const std::size_t at = place_of(text, words[0], chance);
    if (at == std::string::npos) continue;
    text.replace(at, words[0].size(), words[1]);
    return;
  }
}

void insert(std::string& text, std::string_view words, std::size_t piece, bool spaced) {
  std::vector<std::string> pieces = pieces_of(text);
  const auto at = pieces.begin() + static_cast<std::ptrdiff_t>(piece % (pieces.size() + 1));
  pieces.insert(at, std::string(words) + (spaced ? " " : ""));
  text = fmt::format("{}", fmt::join(pieces, ""));
}

/// Compilers order the arguments of a call as they like: what is drawn stands in lines of its own.
void insert_by_chance(std::string& text, std::string_view words, Chance& chance) {
  const bool spaced = chance.below(2) == 0;
  const std::size_t piece = chance.below(12);
  insert(text, words, piece, spaced);
}

void insert_in_both(TextPair& pair, Chance& chance) {
  const Exchange& words = chance.one_of(kInsertions);
  const bool spaced = chance.below(2) == 0;
  const std::size_t piece = chance.below(12);
  if (chance.below(4) != 0) insert(pair.source, words[0], piece, spaced);
  if (chance.below(4) != 0) insert(pair.target, words[chance.below(2)], piece, spaced);
}

/// A few codes of programs and of files in a row, each with its numbers, names and signs by chance.
std::string codes_by_chance(Chance& chance) {
  constexpr std::string_view kBegins[] = {"%",
                                          "%1$",
                                          "{",
                                          "${",
                                          "{{",
                                          "<",
                                          "</",
                                          "&",
                                          "&#",
                                          "&#x",
                                          "\\",
                                          "--",
                                          "-",
                                          "[",
                                          "](",
                                          "@",
                                          "$(",
                                          "%(",
                                          "#{",
                                          "%l",
                                          "%-",
                                          "%.",
                                          "<a href=",
                                          "{0,",
                                          "{n, plural, ",
                                          "{n, select, ",
                                          "{n, selectordinal, ",
                                          "http://",
                                          "www.",
                                          "a@b.",
                                          "`",
                                          "**",
                                          "__",
                                          "[["};
  constexpr std::string_view kMiddles[] = {"s",
                                           "d",
                                           "0",
                                           "1",
                                           "name",
                                           "b",
                                           "i",
                                           "br",
                                           "amp",
                                           "160",
                                           "x41",
                                           "n",
                                           "t",
                                           "force",
                                           "user",
                                           "link",
                                           "a.org",
                                           "\"x\"",
                                           "'y'",
                                           "2f",
                                           ",d",
                                           ":.2f",
                                           "id=\"1\"",
                                           "#",
                                           "one {# day} other {# days}",
                                           "other {days}",
                                           "=0 {none} other {#}",
                                           "lu",
                                           "5d",
                                           "D800"};
  constexpr std::string_view kEnds[] = {"",  "",  "}", "}}", ">", "/>", ";",  ")",  "]",  ")s",
                                        "}", ">", ";", "%",  "@", "`",  "**", "=1", "/c", ":"};
  std::string codes;
  for (std::size_t count = 1 + chance.below(3); count > 0; --count) {
    codes += chance.one_of(kBegins);
    codes += chance.one_of(kMiddles);
    codes += chance.one_of(kEnds);
    if (chance.below(2) == 0) codes += ' ';
  }
  return codes;
}

void insert_codes(TextPair& pair, Chance& chance) {
  const std::string codes = codes_by_chance(chance);
  std::string changed = codes;
  if (chance.below(2) == 0) changed = edited(codes, codes_by_chance(chance), chance);
  if (!changed.empty() && chance.below(4) == 0) changed.erase(chance.below(changed.size()), 1);
  insert_by_chance(pair.source, codes, chance);
  insert_by_chance(pair.target, changed, chance);
}

void insert_figure(TextPair& pair, Chance& chance) {
  const bool from_english = pair.from_english;
  const BothTexts figure = figure_by_chance(chance);
  const BothTexts other = chance.below(2) == 0 ? figure : figure_by_chance(chance);
  const std::size_t piece = chance.below(12);
  insert(pair.source, from_english ? figure.english : figure.chinese, piece, from_english);
  insert(pair.target, from_english ? other.chinese : other.english, piece, !from_english);
}

/// English and Chinese, of those that everybody knows or of the model.
Exchange name_by_chance(Chance& chance) {
  if (chance.below(3) != 0) return chance.one_of(kKnownNames);
  const auto name = names().name(static_cast<std::uint32_t>(chance.below(names().size())));
  return {name.english.empty() ? name.chinese : name.english[chance.below(name.english.size())],
          name.chinese};
}

/// In both texts, or in one, or another one.
void insert_name(TextPair& pair, Chance& chance) {
  Exchange name = name_by_chance(chance);
  Exchange other = chance.below(2) == 0 ? name : name_by_chance(chance);
  const bool from_english = pair.from_english;
  if (!from_english) {
    std::swap(name[0], name[1]);
    std::swap(other[0], other[1]);
  }
  const std::size_t piece = chance.below(12);
  if (chance.below(8) != 0) insert(pair.source, name[0], piece, from_english);
  if (chance.below(8) != 0) insert(pair.target, other[1], piece, !from_english);
}

/// Cut before one of the ends of clauses and behind the next one.
void leave_out_clause(std::string& text, Chance& chance) {
  const std::string_view end = chance.one_of(kClauseEnds);
  const std::size_t from = place_of(text, end, chance);
  if (from == std::string::npos) return;
  const std::size_t to = text.find(end, from + end.size());
  if (to == std::string::npos) {
    text.erase(chance.below(2) == 0 ? from : 0, from);
  } else {
    text.erase(from, to - from);
  }
}

void copy_from_source(TextPair& pair, Chance& chance) {
  const std::vector<std::string> pieces = pieces_of(pair.source);
  const std::size_t from = chance.below(pieces.size());
  const std::size_t count = 1 + chance.below(6);
  std::string copied;
  for (std::size_t i = from; i < std::min(from + count, pieces.size()); ++i) copied += pieces[i];
  insert_by_chance(pair.target, copied, chance);
}

constexpr std::u32string_view kSimplified =
    U"国这时会学发后里台们来个为说对过还经问题长东车马见开关门业产电动实现应该从两样种点线数条机";
constexpr std::u32string_view kTraditional =
    U"國這時會學發後裡臺們來個為說對過還經問題長東車馬見開關門業產電動實現應該從兩樣種點線數條機";
static_assert(kSimplified.size() == kTraditional.size());

std::string in_traditional(std::string_view chinese) {
  std::string converted;
  for (std::size_t i = 0; i < chinese.size();) {
    const char32_t c = text::next_code_point(chinese, i);
    const std::size_t at = kSimplified.find(c);
    text::append_code_point(converted, at == std::u32string_view::npos ? c : kTraditional[at]);
  }
  return converted;
}

void change_script(std::string& text, Chance& chance) {
  std::vector<std::string> pieces = pieces_of(text);
  const std::size_t from = chance.below(pieces.size());
  const std::size_t count = chance.below(3) == 0 ? pieces.size() : 1 + chance.below(3);
  for (std::size_t i = from; i < std::min(from + count, pieces.size()); ++i) {
    pieces[i] = in_traditional(pieces[i]);
  }
  text = fmt::format("{}", fmt::join(pieces, ""));
}

void swap_capitals(std::string& text, Chance& chance) {
  std::vector<std::string> pieces = pieces_of(text);
  std::vector<std::size_t> capitals;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].empty() &&
        (text::is_ascii_upper(pieces[i].front()) || text::is_ascii_digit(pieces[i].front()))) {
      capitals.push_back(i);
    }
  }
  if (capitals.size() < 2) return;
  const std::size_t one = capitals[chance.below(capitals.size())];
  const std::size_t another = capitals[chance.below(capitals.size())];
  std::swap(pieces[one], pieces[another]);
  text = fmt::format("{}", fmt::join(pieces, ""));
}

}  // namespace

std::vector<TextPair> all_pairs() {
  std::vector<TextPair> pairs;
  for (const CaseFile& file : read_cases()) {
    for (const Case& one : file.cases) {
      const bool from_english = text::language_of(one.source) == Language::kEnglish ||
                                text::language_of(one.target) == Language::kChinese;
      pairs.push_back({one.source, one.target, from_english});
    }
  }
  for (const Report& report : kReports) {
    const Corpus corpus = read_corpus(report.name);
    for (const Bead& bead : corpus.clean_gold.beads) {
      if (bead.source.size() != 1 || bead.target.size() != 1) continue;
      pairs.push_back({corpus.source.sentences[bead.source.front()],
                       corpus.clean.sentences[bead.target.front()],
                       text::language_of(corpus.source.text) == Language::kEnglish});
    }
  }
  return pairs;
}

std::array<std::string_view, 2> known_name_by_chance(Chance& chance) {
  return chance.one_of(kKnownNames);
}

void slip(TextPair& pair, const TextPair& other, Chance& chance) {
  switch (chance.below(16)) {
    case 0:
      return insert_in_both(pair, chance);
    case 1:
      return insert_figure(pair, chance);
    case 2:
    case 11:
      return insert_name(pair, chance);
    case 12:
      return insert_codes(pair, chance);
    case 3:
      return leave_out_clause(pair.target, chance);
    case 4:
      return copy_from_source(pair, chance);
    case 5:
      return change_script(pair.target, chance);
    case 6:
      return swap_capitals(pair.target, chance);
    case 7:
      pair.target = edited(pair.target, other.target, chance);
      return;
    case 8:
      pair.source = edited(pair.source, other.source, chance);
      return;
    case 9:
      return exchange_word(pair.source, chance);
    case 10: {
      const bool same_way = pair.from_english == other.from_english;
      pair.source += ' ' + (same_way ? other.source : other.target);
      pair.target += ' ' + (same_way ? other.target : other.source);
      return;
    }
    default:
      return exchange_word(pair.target, chance);
  }
}

}  // namespace duizhao::tests
