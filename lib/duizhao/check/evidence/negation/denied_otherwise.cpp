#include "duizhao/check/evidence/negation/denied_otherwise.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"

namespace duizhao::check {
namespace {

bool stands_in(std::string_view text, std::string_view words) {
  return text.find(words) != std::string_view::npos;
}

template <std::size_t kCount>
bool has_one_of(std::string_view text, const std::array<std::string_view, kCount>& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return stands_in(text, word); });
}

/// A denial, right at the negation, and the words anywhere in the other language that say it. In
/// small letters and in simplified characters; an empty denial is any.
struct Rendering {
  std::string_view denial;
  std::string_view other;
};

constexpr std::array kOfEnglish = {Rendering{"", "以免"},
                                   Rendering{"", "免得"},
                                   Rendering{"", "哪会"},
                                   Rendering{"", "哪有"},
                                   Rendering{"", "哪能"},
                                   Rendering{"", "哪个不"},
                                   Rendering{"", "哪一个不"},
                                   Rendering{"", "何来"},
                                   Rendering{"", "何须"},
                                   Rendering{"", "岂"},
                                   Rendering{"", "怎会"},
                                   Rendering{"", "怎敢"},
                                   Rendering{"", "怎能"},
                                   Rendering{"", "怎么会"},
                                   Rendering{"", "怎么能"},
                                   Rendering{"", "谁不"},
                                   Rendering{"", "谁会"},
                                   Rendering{"", "谁敢"},
                                   Rendering{"", "谁能"},
                                   Rendering{"", "谈何"},
                                   Rendering{"", "罕见"},
                                   Rendering{"n't know", "未知"},
                                   Rendering{"n't miss", "赶上"},
                                   Rendering{"no longer ", "修复"},
                                   Rendering{"no longer ", "解决"},
                                   Rendering{"no one ", "只有"},
                                   Rendering{"nobody ", "只有"},
                                   Rendering{"n't as ", "不如"},
                                   Rendering{"n't ", "不易"},
                                   Rendering{"n't ", "拒"},
                                   Rendering{"n't ", "禁止"},
                                   Rendering{"n't ", "避免"},
                                   Rendering{"n't ", "防止"},
                                   Rendering{"n't ", "阻止"},
                                   Rendering{"never ", "切忌"},
                                   Rendering{"never ", "杜绝"},
                                   Rendering{"no ", "严禁"},
                                   Rendering{"no ", "禁止"},
                                   Rendering{"no ", "谢绝"},
                                   Rendering{"no ", "避免"},
                                   Rendering{"no ", "拒绝"},
                                   Rendering{"no ", "零"},
                                   Rendering{"no ", "有什么"},
                                   Rendering{"no ", "有何"},
                                   Rendering{"not ", "严禁"},
                                   Rendering{"not ", "之外"},
                                   Rendering{"not ", "以外"},
                                   Rendering{"not ", "不易"},
                                   Rendering{"not ", "拒"},
                                   Rendering{"not ", "禁止"},
                                   Rendering{"not ", "谢绝"},
                                   Rendering{"not ", "避免"},
                                   Rendering{"not ", "防止"},
                                   Rendering{"not ", "阻止"},
                                   Rendering{"not agree", "反对"},
                                   Rendering{"not as ", "不及"},
                                   Rendering{"not as ", "不如"},
                                   Rendering{"not at all", "哪里"},
                                   Rendering{"not exceed", "为限"},
                                   Rendering{"not exceed", "以下"},
                                   Rendering{"not higher than", "以下"},
                                   Rendering{"not less than", "以上"},
                                   Rendering{"not less than", "至少"},
                                   Rendering{"not lower than", "以上"},
                                   Rendering{"not more than", "以下"},
                                   Rendering{"not support", "反对"},
                                   Rendering{"without worr", "放心"},
                                   Rendering{"without worr", "安心"}};

constexpr std::array kOfChinese = {Rendering{"", "barely "},
                                   Rendering{"", "hardly "},
                                   Rendering{"", "scarcely "},
                                   Rendering{"", "stay away "},
                                   Rendering{"", "stay out "},
                                   Rendering{"", "steer clear "},
                                   Rendering{"", "keep away "},
                                   Rendering{"", "keep out "},
                                   Rendering{"", "unlikely "},
                                   Rendering{"别忘", "remember"},
                                   Rendering{"勿忘", "remember"},
                                   Rendering{"不要忘", "remember"},
                                   Rendering{"请勿遗", "remember"},
                                   Rendering{"从未变", "always "},
                                   Rendering{"从未改变", "always "},
                                   Rendering{"从没变", "always "},
                                   Rendering{"不予", "declin"},
                                   Rendering{"不予", "dismiss"},
                                   Rendering{"不予", "refus"},
                                   Rendering{"不予", "reject"},
                                   Rendering{"不准", "ban"},
                                   Rendering{"不", "out of "},
                                   Rendering{"不在", "exclud"},
                                   Rendering{"不会", "little "},
                                   Rendering{"没什么", "little "},
                                   Rendering{"没有什么", "little "},
                                   Rendering{"没", "if not,"},
                                   Rendering{"不", "if not,"},
                                   Rendering{"不得而知", "mystery"},
                                   Rendering{"不知", "wonder"},
                                   Rendering{"不适用", "n.a."},
                                   Rendering{"不适用", "n/a"},
                                   Rendering{"没有必要", "unnecessary"},
                                   Rendering{"尚", "remain to be"},
                                   Rendering{"尚", "remains to be"},
                                   Rendering{"还", "remains to be"},
                                   Rendering{"还", "still to "},
                                   Rendering{"没有", "before there "},
                                   Rendering{"没有联", "lost contact"},
                                   Rendering{"没有联", "lost touch"},
                                   Rendering{"没联", "lost contact"},
                                   Rendering{"没联", "lost touch"}};

/// 你不是在开玩笑吧: a question in the form of a denial.
bool asks_for_assent(std::string_view denied) {
  if (!denied.starts_with("不是")) return false;
  denied = denied.substr(0, std::min(denied.find("，"), denied.find("。")));
  return denied.ends_with("吧") || stands_in(denied, "吧？") || stands_in(denied, "吧！");
}

/// 非受特别授权，不得为之: what is denied but for a condition is allowed with it.
bool follows_denied_condition(std::string_view before, std::string_view denied) {
  constexpr std::size_t kReach = 45;  // bytes
  if (!denied.starts_with("不")) return false;
  if (!before.ends_with("，")) return false;
  before.remove_suffix(std::string_view("，").size());
  if (before.size() > kReach) before.remove_prefix(before.size() - kReach);
  for (const std::string_view mark : {"，", "。", "；", "："}) {
    if (const std::size_t at = before.rfind(mark); at != std::string_view::npos)
      before.remove_prefix(at + mark.size());
  }
  return before.starts_with("非") || stands_in(before, "但非");
}

/// 不是…就是…: one or the other.
bool is_either_or(std::string_view denied) {
  constexpr std::size_t kReach = 60;  // bytes
  constexpr std::array<std::string_view, 3> kOr = {"就是", "便是", "即是"};
  denied = denied.substr(0, std::min({kReach, denied.find("。"), denied.find("；")}));
  return denied.starts_with("不是") && has_one_of(denied, kOr);
}

/// 不应小于C30 and "C30 or higher", 不得迟于 and "by": a bound, whatever it bounds.
bool is_bound(std::string_view denied, std::string_view english) {
  constexpr std::array<std::string_view, 5> kModals = {"应", "得", "能", "宜", "可"};
  constexpr std::array<std::string_view, 5> kLess = {"低于", "少于", "小于", "短于", "早于"};
  constexpr std::array<std::string_view, 7> kMore = {"高于", "超过", "大于", "多于",
                                                     "迟于", "晚于", "长于"};
  constexpr std::array<std::string_view, 6> kAtLeast = {"at least",  "minimum",    "or above",
                                                        "or higher", "or greater", "or more"};
  constexpr std::array<std::string_view, 8> kAtMost = {"at most",  "capped",  "maximum", "or below",
                                                       "or fewer", "or less", "up to",   "within"};
  constexpr std::string_view kNot = "不";
  if (!denied.starts_with(kNot)) return false;
  denied.remove_prefix(kNot.size());
  const auto begins = [&](const auto& words) {
    return std::ranges::find_if(words, [&](std::string_view word) {
             return denied.starts_with(word);
           }) != words.end();
  };
  if (begins(kModals)) denied.remove_prefix(kNot.size());
  return (begins(kLess) && has_one_of(english, kAtLeast)) ||
         (begins(kMore) && has_one_of(english, kAtMost));
}

/// "stopped him from scoring", "keep it from leaking", "banned from the contest".
bool keeps_from(std::string_view english) {
  constexpr std::array<std::string_view, 12> kVerbs = {
      " stop", " prevent", " keep ", " keeps ", " keeping ",  " kept ",
      " ban",  " bar",     " block", " deter",  " discourag", " prohibit"};
  constexpr std::size_t kReach = 50;  // bytes
  return std::ranges::any_of(kVerbs, [&](std::string_view verb) {
    const std::size_t at = english.find(verb);
    return at != std::string_view::npos && stands_in(english.substr(at, kReach), " from ");
  });
}

/// Whether words that the other side has at a place of its text are the counterpart of another
/// negation than `cue`: 拒绝 of "refused".
bool is_taken(const NegatedSide& other, std::span<const Cue> other_cues, std::size_t at,
              const Cue& cue) {
  const std::size_t place = other.passage.span.begin + at;
  return std::ranges::any_of(other_cues, [&](const Cue& one) {
    const Span word = other.passage.words[one.at].span;
    return word.begin <= place && place < word.end && one.answer && one.answer->at != cue.at;
  });
}

bool is_said_in_english(std::string_view before, std::string_view denied, std::string_view english,
                        const auto& is_free) {
  if (asks_for_assent(denied) || is_either_or(denied) || is_bound(denied, english) ||
      follows_denied_condition(before, denied) || keeps_from(english)) {
    return true;
  }
  return std::ranges::any_of(kOfChinese, [&](const Rendering& one) {
    return denied.starts_with(one.denial) && stands_in(english, one.other) &&
           is_free(english.find(one.other));
  });
}

/// "no way to do it without …": denied twice.
bool is_denied_twice(std::string_view before, std::string_view denied) {
  constexpr std::size_t kReach = 60;  // bytes
  constexpr std::array<std::string_view, 5> kFirst = {"not ", "n't ", "no ", "never ", "cannot "};
  if (denied.starts_with("without ")) {
    return has_one_of(before.substr(before.size() > kReach ? before.size() - kReach : 0), kFirst);
  }
  return has_one_of(denied.substr(0, 8), kFirst) &&
         stands_in(denied.substr(0, kReach), " without ");
}

/// `denies`: whether the Chinese denies anything by a word of its own.
bool is_said_in_chinese(std::string_view before, std::string_view denied, std::string_view chinese,
                        bool denies, const auto& is_free) {
  if (std::ranges::any_of(kOfEnglish, [&](const Rendering& one) {
        constexpr std::size_t kVerb = 5;  // bytes: "would" before "n't"
        const std::string_view first = denied.substr(0, kVerb + one.denial.size());
        const bool fits = one.denial.starts_with("n't ") ? stands_in(first, one.denial)
                                                         : denied.starts_with(one.denial);
        return fits && stands_in(chinese, one.other) && is_free(chinese.find(one.other));
      })) {
    return true;
  }
  constexpr std::size_t kReach = 60;  // bytes
  const std::string_view near = denied.substr(0, kReach);
  // "does not open until ten", 十点才开门.
  constexpr std::array<std::string_view, 2> kUntil = {" until ", " till "};
  constexpr std::array<std::string_view, 4> kOnly = {"才", "方", "直到", "后"};
  // "won't come unless it can trust", 前提是它可以信任.
  constexpr std::array<std::string_view, 3> kIf = {"才", "前提", "必须"};
  // "no one to blame but himself", 只能怪自己.
  constexpr std::array<std::string_view, 2> kBut = {"只", "仅"};
  // "no way to tell without asking", 必须问了才知道.
  constexpr std::array<std::string_view, 7> kMust = {"才", "必", "只", "须", "都", "总", "先"};
  // "not expected before Thursday", 最快周四.
  constexpr std::array<std::string_view, 2> kEarliest = {"最快", "最早"};
  // "never before shown here", 首度展出.
  constexpr std::array<std::string_view, 4> kFirst = {"首次", "首度", "第一次", "头一回"};
  // "Nowhere is this more true than here", 在这里最是如此.
  constexpr std::array<std::string_view, 6> kNone = {"nowhere ", "never ",  "nothing ",
                                                     "none ",    "nobody ", "no "};
  constexpr std::array<std::string_view, 4> kCompared = {" more ", " better ", " worse ",
                                                         " greater "};
  constexpr std::array<std::string_view, 4> kMost = {"最", "更", "比", "尤"};
  // "not close it without asking", 不会不征求意见就关闭.
  constexpr std::array<std::string_view, 8> kTwice = {"不会不", "不能不", "不可不", "不可能不",
                                                      "不得不", "不该不", "不敢不", "没有不"};
  const bool superlative = has_one_of(near.substr(0, 8), kNone) && has_one_of(near, kCompared);
  return (has_one_of(near, kUntil) && has_one_of(chinese, kOnly)) ||
         ((near.starts_with("no ") || near.starts_with("nothing ")) &&
          stands_in(near.substr(0, 24), " but ") && has_one_of(chinese, kBut)) ||
         (near.starts_with("no ") && stands_in(near.substr(0, 24), " than ") &&
          has_one_of(chinese, kBut)) ||  // "no bigger than a pea", 只有豌豆那么大
         (stands_in(near, " unless ") && has_one_of(chinese, kIf)) ||
         (!denies && is_denied_twice(before, denied) && has_one_of(chinese, kMust)) ||
         (is_denied_twice(before, denied) && has_one_of(chinese, kTwice)) ||
         (stands_in(near, " before ") && has_one_of(chinese, kEarliest)) ||
         (near.starts_with("never before") && has_one_of(chinese, kFirst)) ||
         (superlative && has_one_of(chinese, kMost));
}

/// Text in small letters and with straight apostrophes, or in simplified characters.
std::string simple(std::string_view text, Language language) {
  if (language == Language::kChinese) return text::folded_han(text);
  constexpr std::string_view kApostrophe = "’";
  std::string lowered = text::ascii_lowered(text);
  for (std::size_t at = lowered.find(kApostrophe); at != std::string::npos;
       at = lowered.find(kApostrophe, at)) {
    lowered[at] = '\'';
    lowered.erase(at + 1, kApostrophe.size() - 1);
  }
  return lowered;
}

/// Whether the word that is denied is rendered by one that begins with a character that denies, or
/// stands right behind it: "not essential", 非必要条件.
bool is_denied_by_character(const NegatedSide& english, const Cue& cue,
                            const NegatedSide& chinese) {
  constexpr std::array<std::string_view, 8> kDenying = {"不", "非", "没", "未",
                                                        "无", "勿", "别", "免"};
  constexpr float kTooCommon = 2e-3F;
  constexpr double kRendered = 0.1;
  std::size_t denied = cue.at + 1;
  while (denied < english.links.size() && denied < cue.at + 4 &&
         english.links[denied].commonness > kTooCommon) {
    ++denied;
  }
  if (denied >= english.links.size() || english.links[denied].links.empty()) return false;
  const pair::Link& best = english.links[denied].links.front();
  if (double{best.from_other} + double{best.to_other} < kRendered) return false;
  const auto form = [&](std::size_t i) {
    return text::folded_han(chinese.passage.words[i].span.in(chinese.passage.document->text));
  };
  const std::string word = form(best.other);
  const std::string before = best.other > 0 ? form(best.other - 1) : std::string();
  // "without power", 断电; "no sugar", 去糖
  constexpr std::array<std::string_view, 9> kLacking = {"断", "停", "缺", "失", "免",
                                                        "欠", "戒", "去", "脱"};
  const std::string self =
      text::ascii_lowered(english.passage.words[cue.at].span.in(english.passage.document->text));
  const bool lacks = (self == "without" || self == "no") &&
                     std::ranges::any_of(kLacking, [&](std::string_view lacking) {
                       return word.starts_with(lacking) || before == lacking;
                     });
  return lacks || std::ranges::any_of(kDenying, [&](std::string_view denying) {
           return before == denying ||
                  (chinese.cues[best.other] != Negation::kNone && word.starts_with(denying));
         });
}

bool is_neither_nor(std::string_view word) { return word == "neither" || word == "nor"; }

/// "eat nothing and drink nothing", "neither colleges nor schools": one Chinese negation over both.
bool is_repeated(const NegatedSide& side, std::span<const Cue> cues, const Cue& cue) {
  constexpr std::size_t kReach = 5;
  if (side.passage.language == Language::kChinese) return false;
  const std::string_view text = side.passage.document->text;
  const auto form = [&](std::size_t at) {
    return text::ascii_lowered(side.passage.words[at].span.in(text));
  };
  return std::ranges::any_of(cues, [&](const Cue& twin) {
    const std::size_t apart = twin.at > cue.at ? twin.at - cue.at : cue.at - twin.at;
    if (apart != 0 && twin.answer && is_neither_nor(form(cue.at)) && is_neither_nor(form(twin.at)))
      return true;
    if (apart == 0 || apart > kReach || !twin.answer || form(twin.at) != form(cue.at)) return false;
    for (std::size_t i = std::min(twin.at, cue.at) + 1; i < std::max(twin.at, cue.at); ++i) {
      const std::string between = form(i);
      if (between == "and" || between == "or" || between == "nor" || between == ",") return true;
    }
    return false;
  });
}

/// "couldn't look away, not with the vote so near": an afterthought denies once more what its
/// sentence denies, and Chinese has one negation for both.
bool is_afterthought(const NegatedSide& side, std::span<const Cue> cues, const Cue& cue) {
  constexpr std::size_t kReach = 14;  // words
  if (side.passage.language != Language::kEnglish) return false;
  const std::string_view text = side.passage.document->text;
  const auto form = [&](std::size_t at) {
    return text::ascii_lowered(side.passage.words[at].span.in(text));
  };
  const auto adds = [&](const Cue& one) {
    return one.at > 0 && form(one.at) == "not" &&
           (form(one.at - 1) == "," || form(one.at - 1) == "—");
  };
  const auto between_marks = [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first + 1; i + 1 < last; ++i) {
      if (side.passage.words[i].kind == text::TokenKind::kPunctuation) return true;
    }
    return false;
  };
  return std::ranges::any_of(cues, [&](const Cue& twin) {
    if (!twin.strong || twin.at == cue.at) return false;
    const Cue& first = twin.at < cue.at ? twin : cue;
    const Cue& second = twin.at < cue.at ? cue : twin;
    return second.at - first.at <= kReach && adds(second) && twin.answer && twin.answer->strong &&
           !between_marks(first.at, second.at);
  });
}

/// 永远不称霸，永远不搞扩张 and "will never seek hegemony or engage in expansion": one English
/// negation over both.
bool is_of_one_denial(std::span<const Cue> cues, const Cue& cue, const NegatedSide& english) {
  constexpr std::size_t kReach = 12;  // words
  const std::string_view text = english.passage.document->text;
  return std::ranges::any_of(cues, [&](const Cue& twin) {
    if (twin.at >= cue.at || cue.at - twin.at > kReach || !twin.answer || !twin.answer->strong) {
      return false;
    }
    const std::size_t end = std::min(twin.answer->at + kReach, english.passage.words.size());
    for (std::size_t i = twin.answer->at + 1; i < end; ++i) {
      const std::string word = text::ascii_lowered(english.passage.words[i].span.in(text));
      if (word == "or" || word == "nor") return true;
    }
    return false;
  });
}

/// 不超过800元 and "up to 800 yuan": the negation is of a bound, and the other side bounds the same
/// figure. Bounds that contradict each other are for the rules on facts.
bool is_of_shared_bound(const NegatedSide& side, const Cue& cue, const NegatedSide& other) {
  const auto bounds = [](const facts::Fact& fact) {
    return fact.approximation != facts::Approximation::kExact &&
           fact.approximation != facts::Approximation::kVague;
  };
  const Span word = side.passage.words[cue.at].span;
  return std::ranges::any_of(side.passage.facts, [&](const facts::Fact& fact) {
    return bounds(fact) && fact.span.contains(word) && word.end <= fact.number.begin &&
           std::ranges::any_of(other.passage.facts, [&](const facts::Fact& same) {
             return bounds(same) && same.value == fact.value;
           });
  });
}

/// 未满16岁者不得申请 and "only those aged 16 and above may apply": what lies on one side of a line
/// is denied, or what lies on the other affirmed.
bool is_of_line_drawn(const NegatedSide& side, const Cue& cue, const NegatedSide& other) {
  using facts::Approximation;
  constexpr std::size_t kReach = 60;  // bytes
  const Span word = side.passage.words[cue.at].span;
  const auto below = [](const facts::Fact& fact) {
    return fact.approximation == Approximation::kBelow;
  };
  const auto above = [](const facts::Fact& fact) {
    return fact.approximation == Approximation::kAbove;
  };
  return std::ranges::any_of(side.passage.facts, [&](const facts::Fact& fact) {
    const std::size_t apart =
        word.begin >= fact.span.end ? word.begin - fact.span.end : fact.span.begin - word.begin;
    return (below(fact) || above(fact)) && apart <= kReach &&
           std::ranges::any_of(other.passage.facts, [&](const facts::Fact& same) {
             return same.value == fact.value &&
                    ((below(fact) && above(same)) || (above(fact) && below(same)));
           });
  });
}

/// "could not go further without a risk": two negations of one clause that nothing answers say the
/// same as none.
bool is_cancelled(const NegatedSide& side, std::span<const Cue> cues, const Cue& cue) {
  constexpr std::size_t kReach = 16;
  if (side.passage.language != Language::kEnglish || cue.answer) return false;
  const std::string_view text = side.passage.document->text;
  return std::ranges::count_if(cues, [&](const Cue& twin) {
           const std::size_t apart = twin.at > cue.at ? twin.at - cue.at : cue.at - twin.at;
           if (!twin.strong || twin.answer || apart == 0 || apart > kReach) return false;
           const auto& words = side.passage.words;
           const Span between{words[std::min(twin.at, cue.at)].span.end,
                              words[std::max(twin.at, cue.at)].span.begin};
           return between.in(text).find_first_of(",.;:") == std::string_view::npos;
         }) == 1;
}

/// 没有忘记 and "celebrated": what denies a word that denies affirms, where nothing of the other
/// side renders that word or denies.
bool is_affirmation(const NegatedSide& chinese, const Cue& cue, std::span<const Cue> other_cues) {
  constexpr float kRendered = 0.05F;
  const std::size_t next = cue.at + 1;
  if (!other_cues.empty() || next >= chinese.cues.size()) return false;
  if (chinese.cues[next] != Negation::kSoft) return false;
  return std::ranges::none_of(chinese.links[next].links, [&](const pair::Link& link) {
    return std::max(link.from_other, link.to_other) >= kRendered;
  });
}

/// 没有得附加分 and "unconverted": a word with an affix that denies, which nothing else renders,
/// where no other negation is.
bool is_affix(std::span<const Cue> cues, const NegatedSide& english,
              std::span<const Cue> english_cues, const model::Lexicon& lexicon) {
  constexpr float kRendered = 0.3F;
  if (cues.size() != 1 || english_cues.size() != 1 || english_cues[0].strong) return false;
  const std::size_t at = english_cues[0].at;
  const std::string word =
      text::ascii_lowered(english.passage.words[at].span.in(english.passage.document->text));
  return !denying_affix(word, lexicon).empty() && english.links[at].explained < kRendered;
}

}  // namespace

bool is_denied_otherwise(const NegatedSide& side, std::span<const Cue> cues, const Cue& cue,
                         const NegatedSide& other, std::span<const Cue> other_cues,
                         const model::Lexicon& lexicon) {
  if (is_of_shared_bound(side, cue, other) || is_of_line_drawn(side, cue, other) ||
      is_repeated(side, cues, cue) || is_afterthought(side, cues, cue) ||
      is_cancelled(side, cues, cue)) {
    return true;
  }
  const Language language = side.passage.language;
  const std::string_view text = side.passage.text();
  const std::size_t at = side.passage.words[cue.at].span.begin - side.passage.span.begin;
  const std::string before = simple(text.substr(0, at), language);
  const std::string denied = simple(text.substr(at), language);
  const std::string there = language == Language::kChinese
                                ? text::ascii_lowered(other.passage.text())
                                : text::folded_han(other.passage.text());
  const auto is_free = [&](std::size_t place) { return !is_taken(other, other_cues, place, cue); };
  if (language == Language::kChinese) {
    return is_said_in_english(before, denied, there, is_free) ||
           is_of_one_denial(cues, cue, other) || is_affirmation(side, cue, other_cues) ||
           is_affix(cues, other, other_cues, lexicon);
  }
  const bool denies = std::ranges::any_of(other_cues, [](const Cue& one) { return one.strong; });
  return is_said_in_chinese(before, denied, there, denies, is_free) ||
         is_denied_by_character(side, cue, other);
}

}  // namespace duizhao::check
