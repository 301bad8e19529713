#include "duizhao/check/evidence/negation/negation_cues.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/one_of.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// A list of words. Most that are looked for are not in it, and told by their length and ends.
class Words {
 public:
  Words(std::initializer_list<std::string_view> words) : words_(words) {
    for (const std::string_view word : words) shapes_.set(shape_of(word));
  }
  [[nodiscard]] bool contains(std::string_view word) const {
    return !word.empty() && shapes_[shape_of(word)] && words_.contains(word);
  }

 private:
  static std::size_t shape_of(std::string_view word) {
    const auto byte = [](char c) { return std::size_t{static_cast<unsigned char>(c)}; };
    return (word.size() * 67 + byte(word[word.size() / 2]) * 31 + byte(word.back()) * 7) % 1024;
  }
  std::unordered_set<std::string_view> words_;
  std::bitset<1024> shapes_;
};

/// Words with 不, 没, 未, 无, 非 or 别 in them that deny nothing.
const Words& harmless_chinese() {
  static const Words words = {
      "未来", "非洲",     "非常",   "南非",   "北非",   "西非",  "东非", "别人",   "别墅", "特别",
      "分别", "区别",     "类别",   "级别",   "性别",   "告别",  "差别", "个别",   "别的", "别称",
      "别名", "鉴别",     "识别",   "判别",   "辨别",   "派别",  "国别", "离别",   "无线", "没收",
      "淹没", "沉没",     "出没",   "埋没",   "吞没",   "不过",  "不断", "不丹",   "无锡", "无人机",
      "莫非", "是非",     "除非洲", "未婚妻", "未婚夫", "非裔",  "非盟", "莫斯科", "莫名", "不已",
      "不禁", "毫无疑问", "无疑",   "否则",   "差不多", "是否",  "能否", "可否",   "不仅", "不但",
      "不只", "不光",     "不单",   "不仅仅", "不仅是", "不只是"};
  return words;
}

/// Words that begin with 不, 没 or 未 and are fixed: English may say them without a negation.
const Words& fixed_chinese() {
  static const Words words = {
      "不仅",     "不但",   "不只",     "不光",   "不止",   "不单",     "不管",   "不论",
      "不同",     "不久",   "不少",     "不错",   "不足",   "不良",     "不满",   "不幸",
      "不安",     "不利",   "不便",     "不妨",   "不如",   "不料",     "不然",   "不免",
      "不愧",     "不惜",   "不顾",     "不时",   "不由",   "不平",     "不凡",   "不朽",
      "不明",     "不公",   "不当",     "不法",   "不端",   "不懈",     "不屈",   "不等",
      "不一",     "不觉",   "不到",     "不下",   "不及",   "不慎",     "不适",   "不妥",
      "不均",     "不稳",   "不轨",     "不见",   "不堪",   "不息",     "不休",   "不悦",
      "不屑",     "不乏",   "不失",     "不善",   "不佳",   "不济",     "不振",   "不定",
      "不治",     "不多",   "不大",     "不小",   "不远",   "不低",     "不高",   "不易",
      "不俗",     "不菲",   "不雅",     "不详",   "不忠",   "不孝",     "不义",   "不德",
      "不全",     "不敌",   "不甘",     "不绝",   "不解",   "不服",     "不齿",   "不起",
      "不来",     "不出",   "不住",     "不了",   "不上",   "不下去",   "不下来", "不得已",
      "不得不",   "不得了", "不锈钢",   "不动产", "不公平", "不公正",   "不景气", "不像话",
      "不经意",   "不确定", "不确定性", "不稳定", "不平等", "不对称",   "不寻常", "不明确",
      "不可避免", "不规则", "不合理",   "不合法", "不道德", "不正常",   "不正当", "不准确",
      "不完整",   "不安全", "不方便",   "不舒服", "不耐烦", "不好意思", "不必要", "不自觉",
      "不起眼",   "不一样", "不至于",   "没落",   "没事",   "没错",     "没什么", "未知",
      "未婚",     "未成年", "未成年人", "未遂",   "未免",   "未必",     "未了",   "未老",
      "没完",     "没命",   "没准",     "禁不住", "忍不住", "不由得",   "不停"};
  return words;
}

/// What holds a 不, 没 or 无 and denies nothing that English would deny, however the text is cut
/// into words: found as strings, in simplified characters.
constexpr std::array<std::string_view, 120> kFixedPhrases = {
    "不一会",   "不为人知", "不了了之", "不二人选", "不亚于",     "不亦乐乎",   "不代表不",
    "不以为意", "不以为然", "不休",     "不会不",   "不动声色",   "不可多得",   "不可开交",
    "不可或缺", "不在此限", "不在话下", "不堪一击", "不堪重负",   "不外乎",     "不多时",
    "不失为",   "不失时机", "不客气",   "不屈不挠", "不已",       "不意味着不", "不愧为",
    "不折不扣", "不拘一格", "不时地",   "不是个小", "不是小",     "不法分子",   "不特定",
    "不甘示弱", "不甘落后", "不由分说", "不相上下", "不知不觉",   "不等于不",   "不约而同",
    "不置可否", "不翼而飞", "不胜枚举", "不胫而走", "不菲",       "不要紧",     "不言而喻",
    "不计其数", "不请自来", "不谋而合", "不负众望", "不足为奇",   "不足挂齿",   "不辱使命",
    "不远万里", "不远处",   "不远的",   "不逊于",   "不遗余力",   "不锈钢",     "不限",
    "乐此不疲", "互不",     "供不应求", "信不过",   "免不了",     "冷不防",     "分不开",
    "前不久",   "前所未有", "千里迢迢", "史无前例", "坚定不移",   "坚持不懈",   "好不容易",
    "少不了",   "层出不穷", "川流不息", "差点没",   "巴不得",     "微不足道",   "忐忑不安",
    "恨不得",   "情不自禁", "想不到",   "意想不到", "扭亏为盈",   "拒不",       "无不",
    "无与伦比", "无微不至", "无所不",   "无时无刻", "无济于事",   "无独有偶",   "无穷",
    "没关系",   "没完没了", "没想到",   "没有人比", "没有什么比", "没有谁比",   "没来得及",
    "没精打采", "源源不断", "滔滔不绝", "独一无二", "用不着",     "百折不挠",   "络绎不绝",
    "美中不足", "莫不",     "莫过于",   "要不是",   "说不定",     "还没来得及", "迫不及待",
    "非比寻常"};

/// The same in English, in lower case.
constexpr std::array<std::string_view, 38> kFixedEnglish = {
    "can't miss",          "goes without saying",
    "nothing if not",      "can't be undone",
    "can't believe",       "can't wait",
    "cannot believe",      "cannot wait",
    "hard not to",         "in no time",
    "look no further",     "lose no time",
    "lost no time",        "may or may not",
    "might or might not",  "n't come cheap",
    "never comes cheap",   "never cease",
    "never fails",         "never forget",
    "never mind",          "no accident",
    "no coincidence",      "no easy task",
    "no mean feat",        "no small",
    "no stone unturned",   "no stranger to",
    "not all about",       "not cheap",
    "not come cheap",      "not for profit",
    "not long after",      "not long ago",
    "not to mention",      "without portfolio",
    "more often than not", "as often as not"};

/// Other words that deny by themselves.
const Words& strong_chinese() {
  static const Words words = {
      "并非", "并不", "并未", "并没有", "并没", "从未", "从不",   "从没",   "从没有",
      "尚未", "无法", "毫无", "绝不",   "决不", "毫不", "无人",   "并无",   "绝非",
      "无权", "无力", "无需", "无须",   "无意", "还没", "还没有", "无",     "也不",
      "都不", "永不", "绝无", "既不",   "尚无", "仍未", "迟迟未", "至今未", "再也不",
      "切勿", "请勿", "勿",   "未",     "还未", "未曾", "无助于", "无助"};
  return words;
}

/// Words without a negation in them that may stand for one; from counts over translations: what
/// stands in Chinese sentences without a negation whose English has one.
const Words& soft_chinese() {
  static const Words words = {
      "仅",   "只",   "仅仅",   "只是", "只有", "难",   "难以", "很难", "直到", "避免", "以免",
      "免",   "缺乏", "缺少",   "缺失", "欠缺", "匮乏", "拒绝", "禁止", "防止", "失败", "停止",
      "反对", "忘",   "忘记",   "忘了", "很少", "极少", "罕见", "而是", "避席", "离席", "放弃",
      "取消", "丧失", "阻止",   "杜绝", "免于", "免费", "缺席", "岂",   "何必", "何尝", "谢绝",
      "抵制", "违反", "违背",   "违法", "罢了", "摆脱", "远离", "消除", "打消", "排除", "忽视",
      "忽略", "轻视", "两码事", "怀疑", "质疑", "光"};
  return words;
}

/// Verbs that 不到, 不起 and the like say can't be done: 看不到, 买不起.
const Words& can_fail() {
  static const Words words = {"想", "找", "拿", "听", "买", "吃", "跟", "赶", "睡", "回", "进",
                              "付", "得", "受", "做", "走", "记", "看", "见", "说", "感", "等",
                              "猜", "认", "写", "读", "学", "用", "办", "打", "靠", "躲", "站",
                              "坐", "租", "还", "住", "接", "摸", "收", "查"};
  return words;
}

const Words& strong_english() {
  static const Words words = {"not",    "no",      "never",  "without", "none",
                              "nor",    "neither", "nobody", "nothing", "nowhere",
                              "cannot", "noone",   "can't",  "cant"};
  return words;
}

/// Words that may stand for a Chinese negation; from the same counts.
const Words& soft_english() {
  static const Words words = {"rather",       "instead",      "impossible",    "less",
                              "immutable",    "non",          "unlike",        "incorrect",
                              "otherwise",    "different",    "differ",        "differs",
                              "differently",  "incompatible", "lack",          "lacks",
                              "lacked",       "lacking",      "beyond",        "avoid",
                              "avoids",       "avoided",      "avoiding",      "barely",
                              "inevitable",   "inevitably",   "hardly",        "scarcely",
                              "rarely",       "seldom",       "wrong",         "wrongly",
                              "unless",       "until",        "till",          "poor",
                              "poorly",       "difficulty",   "fewer",         "dislike",
                              "inability",    "forget",       "forgot",        "forgotten",
                              "opposed",      "contrary",     "incomplete",    "invisible",
                              "absent",       "absence",      "except",        "excludes",
                              "excluding",    "exclude",      "excluded",      "exempt",
                              "void",         "invalid",      "illegal",       "illegally",
                              "indefinitely", "inadequate",   "insufficient",  "ineffective",
                              "indifferent",  "inconsistent", "incapable",     "disagree",
                              "disagreed",    "disappear",    "disabled",      "disabilities",
                              "disability",   "discontent",   "dissatisfied",  "dissatisfaction",
                              "disapprove",   "disregard",    "regardless",    "irrespective",
                              "irregular",    "irrelevant",   "irresponsible", "unaffected",
                              "false",        "fake",         "prohibit",      "prohibits",
                              "prohibited",   "forbid",       "forbids",       "forbidden",
                              "reject",       "rejects",      "rejected",      "rejecting",
                              "refuse",       "refuses",      "refused",       "refusing",
                              "refusal",      "deny",         "denies",        "denied",
                              "denying",      "denial",       "neglect",       "neglected",
                              "ignore",       "ignored",      "ignoring",      "ignores",
                              "shortage",     "ceased",       "cease",         "quit",
                              "abandon",      "abandoned",    "gave",          "empty",
                              "deprived",     "nonetheless",  "nevertheless",  "illegitimate",
                              "immature",     "immoral",      "imperfect",     "improper",
                              "improperly",   "inaccurate",   "inaccessible",  "inappropriate",
                              "inconvenient", "indirect",     "indirectly",    "inexperienced",
                              "infinite",     "informal",     "injustice",     "injustices",
                              "innocent",     "immune",       "unfit",         "ill",
                              "intolerable",  "invariably",   "anymore",       "oppose",
                              "opposes",      "withhold",     "nonsense",      "endless",
                              "resist",       "refrain",      "refrained",     "escape",
                              "escaped",      "scarce",       "mere",          "merely",
                              "mistrust",     "distrust",     "outstanding",   "pending",
                              "stop",         "stops",        "stopped",       "stopping",
                              "drop",         "drops",        "dropped",       "dropping",
                              "removed",      "removes"};
  return words;
}

/// "un" + a word: not these.
bool is_un_word(std::string_view word) {
  if (!word.starts_with("un") || word.size() < 6) return false;
  for (const std::string_view other : {"under", "unit", "union", "univers", "uniq", "unif", "unan",
                                       "uncle", "unless", "until", "unemploy"}) {
    if (word.starts_with(other)) return false;
  }
  return true;
}

/// "inviolable", "immovable", "irreversibly": what can't be done.
bool is_not_able_word(std::string_view word) {
  if (word.size() < 9 || !text::is_one_of(word.substr(0, 2), {"in", "im", "ir", "il"}))
    return false;
  return word.ends_with("able") || word.ends_with("ible") || word.ends_with("ably") ||
         word.ends_with("ibly");
}

bool is_less_word(std::string_view word) {
  return word.size() > 6 && (word.ends_with("less") || word.ends_with("lessly"));
}

std::string folded_english(std::string_view text) {
  std::string folded;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = text::next_code_point(text, i);
    if (c == 0x2019) {
      folded.push_back('\'');
    } else if (c >= U'A' && c <= U'Z') {
      folded.push_back(static_cast<char>(c + 32));
    } else {
      text::append_code_point(folded, c);
    }
  }
  return folded;
}

bool is_negation_character(char32_t c) {
  switch (c) {
    case U'不':
    case U'没':
    case U'未':
    case U'无':
    case U'非':
    case U'别':
    case U'莫':
    case U'勿':
    case U'否':
    case U'毋':
      return true;
    default:
      return false;
  }
}

bool has_negation_character(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    if (is_negation_character(text::next_code_point(word, i))) return true;
  }
  return false;
}

/// What a word at `i` says; `word(k)` is the folded text of word k, empty outside.
template <typename Word>
Negation chinese_cue(const Word& word, std::ptrdiff_t i) {
  const std::string_view form = word(i);
  // All words but those that deny by their meaning have one of the characters.
  if (!has_negation_character(form)) {
    const bool forbids = form.starts_with("禁");  // 禁用, 禁食
    return forbids || soft_chinese().contains(form) ? Negation::kSoft : Negation::kNone;
  }
  if (harmless_chinese().contains(form)) return Negation::kNone;
  if (soft_chinese().contains(form)) return Negation::kSoft;
  // The word list cuts 不适应 before its last character.
  if (form == "不适" && text::is_one_of(word(i + 1), {"应", "合", "用"})) return Negation::kStrong;
  if (text::is_one_of(form, {"不到", "不出", "不起", "不住", "不了", "不上", "不见", "不来"}) &&
      can_fail().contains(word(i - 1))) {
    return Negation::kStrong;
  }
  // 列车不停站, but 不停地说.
  if (form == "不停" && text::is_one_of(word(i + 1), {"站", "车", "靠", "留"}))
    return Negation::kStrong;
  // 不在, 没收到, 未公布, 看不到: any word with a negation in it; fixed words and proverbs aside.
  constexpr std::size_t kLongest = 9;  // bytes: three characters
  const bool choice_word =
      form.size() == kLongest && form.substr(0, 3) == form.substr(6);  // 是不是
  // 无法忍受, 不能自拔: with a word that always denies in front.
  const bool denies_first =
      form.size() > kLongest && (form.starts_with("无法") || form.starts_with("未能"));
  if (denies_first) return Negation::kStrong;
  const bool negated =
      !choice_word && form.size() <= kLongest && !fixed_chinese().contains(form) &&
      (form.find("不") != std::string_view::npos || form.find("没") != std::string_view::npos ||
       form.starts_with("未") || form.starts_with("毋"));
  if (!negated && !strong_chinese().contains(form)) return Negation::kSoft;
  const std::string_view next = word(i + 1);
  const std::string_view before = word(i - 1);
  if (form == "不" && text::is_one_of(next, {"仅", "但", "只", "光", "单", "仅仅"})) {
    return Negation::kNone;
  }
  // 是不是, 能不能, 有没有: a question.
  const bool choice = text::is_one_of(form, {"不", "没", "没有"}) && !next.empty() &&
                      (before.ends_with(next) || (!before.empty() && next.starts_with(before)) ||
                       (before == "有" && form == "没有"));
  // 不得不, 不能不, 无不, 没有不: twice is not at all. 不可能无限期 denies once.
  const auto denies = [&](std::string_view other) {
    const bool denial =
        other.starts_with("不") || other.starts_with("没") || other.starts_with("未") ||
        text::is_one_of(other, {"无", "非", "莫", "无法", "无非", "莫不", "无不"}) ||
        (form == "不" && other.starts_with("无"));
    return denial && !harmless_chinese().contains(other);
  };
  const bool twice = denies(next) || denies(before) ||
                     (has_negation_character(word(i + 2)) && !next.empty() && next.size() <= 6 &&
                      word(i + 2) == "不");
  const bool fixed =
      text::is_one_of(form, {"不", "没", "未"}) &&
      text::is_one_of(next, {"止", "同", "久", "少", "管", "论", "断",   "过", "得",
                             "了", "料", "如", "妨", "免", "足", "一样", "一", "等",
                             "下", "上", "到", "及", "起", "住", "出",   "来", "错"});
  // 想不出, 买不起: can't.
  const bool fails = fixed &&
                     text::is_one_of(next, {"出", "到", "起", "住", "上", "下", "了", "来"}) &&
                     can_fail().contains(before);
  // 不，我们没有: "No, we did not".
  const bool interjection =
      text::is_one_of(form, {"不", "没有"}) && text::is_one_of(next, {"，", "。", "！"});
  const bool question = text::is_one_of(next, {"吗", "么"});
  return choice || twice || (fixed && !fails) || interjection || question ? Negation::kSoft
                                                                          : Negation::kStrong;
}

/// "Couldn't agree more.", "no one could be happier": so much that no more can be.
template <typename Word>
bool is_superlative(const Word& word, std::ptrdiff_t i) {
  const std::string_view form = word(i);
  const bool cannot = text::is_one_of(form, {"couldn't", "can't", "cannot"}) ||
                      (form == "not" && text::is_one_of(word(i - 1), {"could", "can"})) ||
                      (text::is_one_of(form, {"nobody", "nothing"}) && word(i + 1) == "could") ||
                      (form == "no" && word(i + 1) == "one" && word(i + 2) == "could");
  if (!cannot) return false;
  const auto ends_clause = [&](std::ptrdiff_t k) {
    return word(k).empty() ||
           text::is_one_of(word(k), {".", ",", "!", ";", "\"", "”", "with", "about"});
  };
  constexpr std::ptrdiff_t kReach = 6;  // could not have come at a worse time
  for (std::ptrdiff_t k = i + 2; k <= i + kReach; ++k) {
    const bool comparative =
        text::is_one_of(word(k), {"more", "less", "better", "worse"}) || word(k).ends_with("ier");
    const bool of_being =
        text::is_one_of(word(k - 1), {"be", "been", "a"});  // could not be more helpful
    if (comparative && (of_being || (k <= i + 4 && ends_clause(k + 1)))) return true;
  }
  return false;
}

/// "I don't think that's uncommon": denied twice.
template <typename Word>
bool denies_un_word_of_mind(const Word& word, std::ptrdiff_t i) {
  if (!text::is_one_of(word(i + 1), {"think", "believe", "find", "consider"})) return false;
  for (std::ptrdiff_t k = i + 2; k <= i + 5; ++k) {
    if (is_un_word(word(k))) return true;
  }
  return false;
}

/// "Is not your plan contrary to the law?", "Is it not?", "Don't the others think so?": a question,
/// which denies nothing.
template <typename Word>
bool asks(const Word& word, std::ptrdiff_t i) {
  const bool contraction = word(i).ends_with("n't");
  const bool pronoun = text::is_one_of(word(i - 1), {"i", "you", "he", "she", "it", "we", "they"});
  const std::ptrdiff_t verb = contraction ? i : pronoun ? i - 2 : i - 1;
  if (!contraction &&
      (word(i) != "not" ||
       !text::is_one_of(word(verb), {"is", "are", "was", "were", "do", "does", "did", "has", "have",
                                     "had", "can", "could", "will", "would", "should"}))) {
    return false;
  }
  const std::string_view before = word(verb - 1);
  if (!before.empty() &&
      !text::is_one_of(before, {".", ",", ";", ":", "\"", "“", "and", "but", "or"})) {
    return false;
  }
  constexpr std::ptrdiff_t kReach = 40;
  for (std::ptrdiff_t k = i + 1; k <= i + kReach && !word(k).empty(); ++k) {
    if (text::is_one_of(word(k), {".", ";", "!"})) return false;
    if (word(k) == "?") return true;
  }
  return false;
}

/// "not immune to", "not insignificant": denied twice.
bool denies_too(std::string_view adjective) {
  return text::is_one_of(adjective,
                         {"immune", "exempt", "absent", "averse", "devoid", "dissimilar"}) ||
         (text::is_one_of(adjective.substr(0, 2), {"in", "im", "ir", "il"}) &&
          soft_english().contains(adjective));
}

template <typename Word>
Negation english_cue(const Word& word, std::ptrdiff_t i) {
  const std::string_view form = word(i);
  if (form == "too") {  // "too small to meet them" does not meet them
    for (std::ptrdiff_t k = i + 2; k <= i + 4; ++k) {
      if (word(k) == "to") return Negation::kSoft;
    }
  }
  const std::string_view next = word(i + 1);
  if ((form == "free" && text::is_one_of(next, {"of", "from"})) ||
      (form == "yet" && next == "to") || (form == "short" && next == "of") ||
      (form == "anything" && next == "but") ||
      (text::is_one_of(form, {"far", "away"}) && next == "from")) {
    return Negation::kSoft;
  }
  const bool contraction = form.ends_with("n't");
  if (!contraction && !strong_english().contains(form)) {
    return soft_english().contains(form) || is_un_word(form) || is_not_able_word(form) ||
                   is_less_word(form) || form.starts_with("unable") || form.starts_with("fail") ||
                   form == "non"
               ? Negation::kSoft
               : Negation::kNone;
  }
  const std::string_view before = word(i - 1);
  if (next == "too" || is_superlative(word, i) || denies_un_word_of_mind(word, i) ||
      asks(word, i) || (form != "no" && denies_too(next))) {
    return Negation::kSoft;  // never too late
  }
  if (form == "no") {
    const bool number = !next.empty() && (text::is_ascii_digit(next[0]) || next == ".");
    if (number) return Negation::kNone;
    if (text::is_one_of(next, {"doubt", "matter", "less", "fewer", "more", "sooner", "later",
                               "wonder", ",", "small", "brainer", "one", "."})) {
      return next == "one" ? Negation::kStrong : Negation::kSoft;
    }
    // "could do no better than ask": it is the best that can be done.
    const bool compared = word(i + 2) == "than" && (next == "worse" || next.ends_with("er"));
    return compared ? Negation::kSoft : Negation::kStrong;
  }
  if (form == "not" &&
      (text::is_one_of(
           next, {"only", "just", "merely", "solely", "simply", "necessarily", "to", "least", "so",
                  "until", "all", "unlike", "a", "even", "always", "that"}) ||
       text::is_one_of(before, {"or", "if", "why", "whether", "but"}) || is_un_word(next))) {
    // "Not so the others": what the sentence before said of somebody else.
    const bool of_others = next == "so" && (before.empty() || before == ".");
    const bool denies = !of_others &&
                        text::is_one_of(next, {"a", "even", "always", "that", "so", "all", "to"}) &&
                        !text::is_one_of(before, {"or", "if", "why", "whether", ",", "(", "but"});
    return denies ? Negation::kStrong : Negation::kSoft;
  }
  if (contraction && text::is_one_of(next, {"just", "only", "necessarily", "it", "he", "she",
                                            "they", "you", "we", "until", "there", "help"})) {
    return Negation::kSoft;
  }
  if (text::is_one_of(form, {"nothing", "none"}) &&
      text::is_one_of(next, {"but", "less", "other", "short"})) {
    return Negation::kSoft;
  }
  return Negation::kStrong;
}

/// Where the phrases stand in a text. Folding keeps the number of bytes of Han characters.
std::vector<Span> places_of(std::span<const std::string_view> phrases, std::string_view text,
                            std::size_t offset) {
  std::vector<Span> places;
  for (const std::string_view phrase : phrases) {
    for (std::size_t at = text.find(phrase); at != std::string_view::npos;
         at = text.find(phrase, at + phrase.size())) {
      places.push_back({offset + at, offset + at + phrase.size()});
    }
  }
  return places;
}

}  // namespace

std::vector<Negation> negation_cues(const pair::Passage& passage) {
  const bool chinese = passage.language == Language::kChinese;
  std::vector<std::string> words;
  words.reserve(passage.words.size());
  for (const model::Word& word : passage.words) {
    const std::string_view form = word.span.in(passage.document->text);
    words.push_back(chinese ? text::folded_han(form) : folded_english(form));
  }
  const auto word = [&](std::ptrdiff_t i) -> std::string_view {
    return i < 0 || i >= std::ptrdiff_t(words.size()) ? std::string_view()
                                                      : std::string_view(words[std::size_t(i)]);
  };
  std::vector<Negation> cues;
  cues.reserve(words.size());
  for (std::ptrdiff_t i = 0; i < std::ptrdiff_t(words.size()); ++i) {
    cues.push_back(chinese ? chinese_cue(word, i) : english_cue(word, i));
  }
  return cues;
}

std::vector<Span> fixed_denials(const pair::Passage& passage) {
  return passage.language == Language::kChinese
             ? places_of(kFixedPhrases, text::folded_han(passage.text()), passage.span.begin)
             : places_of(kFixedEnglish, text::ascii_lowered(passage.text()), passage.span.begin);
}

}  // namespace duizhao::check
