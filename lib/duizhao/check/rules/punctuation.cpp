// Rule `punctuation`: marks that a copy editor would change, by GB/T 15834-2011 (Use of punctuation
// marks) and its Taiwan and Hong Kong counterparts for Chinese, by the common style guides for
// English.
//
// Fires:   该行加息,行长辞职. (half-width marks between Han characters); 他说"好" (straight
// quotes);
//          等等... (for ……); 好的，，是 ; “他说 (one of a pair of quotes or brackets);
//          The bank，he said (a Chinese mark in English); 5％ and ＡＢＣ (full width); 「」
//          throughout a text in simplified characters, () around Chinese; a full stop or a question
//          mark that the source has and the target lacks, or the other way round.
// Silent:  3,403 and 3.5%; 10:30; file.txt; a heading without a full stop on both sides; a
//          quotation whose other mark stands in the next segment of the source as well; (1) and a).

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "duizhao/check/evidence/form/mark_habits.h"
#include "duizhao/check/rule.h"
#include "duizhao/pair/characters.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/half_width.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

constexpr std::array kKinds = {
    FindingKind{"punctuation/half-width", Category::kPunctuation, Severity::kMinor, 0.9},
    FindingKind{"punctuation/ellipsis", Category::kPunctuation, Severity::kMinor, 0.9},
    FindingKind{"punctuation/dash", Category::kPunctuation, Severity::kMinor, 0.8},
    FindingKind{"punctuation/doubled", Category::kPunctuation, Severity::kMinor, 0.9},
    FindingKind{"punctuation/two-full-stops", Category::kPunctuation, Severity::kMinor, 0.8,
                "punctuation/doubled"},
    FindingKind{"punctuation/straight-quotes", Category::kPunctuation, Severity::kMinor, 0.8},
    FindingKind{"punctuation/chinese-mark", Category::kPunctuation, Severity::kMinor, 0.9},
    FindingKind{"punctuation/full-width", Category::kPunctuation, Severity::kMinor, 0.8},
    FindingKind{"punctuation/habit", Category::kPunctuation, Severity::kNeutral, 0.6},
    FindingKind{"punctuation/unpaired", Category::kPunctuation, Severity::kMinor, 0.8},
    FindingKind{"punctuation/unpaired-perhaps", Category::kPunctuation, Severity::kNeutral, 0.4,
                "punctuation/unpaired"},
    FindingKind{"punctuation/question-lost", Category::kPunctuation, Severity::kMinor, 0.7},
    FindingKind{"punctuation/question-added", Category::kPunctuation, Severity::kMinor, 0.6},
    FindingKind{"punctuation/no-full-stop", Category::kPunctuation, Severity::kMinor, 0.7},
};

void report(const FindingKind& what, Span span, std::optional<std::string> suggestion,
            std::vector<Finding>& findings) {
  Finding finding(what);
  finding.target = span;
  finding.suggestion = std::move(suggestion);
  findings.push_back(std::move(finding));
}

bool is_chinese(char32_t c) {
  return text::is_han(c) || pair::is_in(c, U"，。、；：？！”’」』》）】％");
}

std::string utf8(char32_t c) {
  std::string text;
  text::append_code_point(text, c);
  return text;
}

char32_t full_width(char32_t c) {
  constexpr std::u32string_view kHalf = U",;:?!.()";
  constexpr std::u32string_view kFull = U"，；：？！。（）";
  const std::size_t at = kHalf.find(c);
  return at == std::u32string_view::npos ? 0 : kFull[at];
}

/// , . ; : ? ! after a Han character and before another one, a space or the end.
void check_half_width(const pair::Characters& text, std::vector<Finding>& findings) {
  for (std::ptrdiff_t i = 1; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (!pair::is_in(c, U",;:?!.")) continue;
    const char32_t before = text[i - 1];
    const char32_t after = text[i + 1];
    const bool chinese = text::is_han(before) || pair::is_in(before, U"”」』》）");
    const bool ends = text::is_space(after) || pair::is_in(after, U"”」』\"");
    if (!chinese || !(text::is_han(after) || ends)) continue;
    // A formula that was lost: “即. . .称为”.
    if (c == U'.' && (after == U'.' || (after == U' ' && text[i + 2] == U'.'))) continue;
    report(kind(kKinds, "punctuation/half-width"), text.span(i), utf8(full_width(c)), findings);
  }
}

std::ptrdiff_t count_of(const pair::Characters& text, char32_t mark) {
  std::ptrdiff_t count = 0;
  for (std::ptrdiff_t i = 0; i < text.size(); ++i) count += text[i] == mark ? 1 : 0;
  return count;
}

bool has_any(const pair::Characters& text, std::u32string_view set) {
  for (std::ptrdiff_t i = 0; i < text.size(); ++i) {
    if (pair::is_in(text[i], set)) return true;
  }
  return false;
}

/// ... and 。。。 for ……, -- and single — for ——, marks that stand twice, straight quotes.
void check_chinese_marks(const pair::Characters& text, bool straight_is_told,
                         std::vector<Finding>& findings) {
  for (std::ptrdiff_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (text::is_han(c)) continue;
    const bool after_chinese = is_chinese(text[i - 1]);
    if (pair::is_in(c, U".。·") && text[i + 1] == c && text[i + 2] == c && after_chinese) {
      std::ptrdiff_t last = i + 2;
      while (text[last + 1] == c) ++last;
      report(kind(kKinds, "punctuation/ellipsis"), text.span(i, last), "……", findings);
      i = last;
    } else if (c == U'-' && text[i + 1] == U'-' && after_chinese && text[i + 2] != U'-') {
      report(kind(kKinds, "punctuation/dash"), text.span(i, i + 1), "——", findings);
      ++i;
    } else if (pair::is_in(c, U"，。、；：") && pair::is_in(text[i + 1], U"，。、；：")) {
      report(kind(kKinds, "punctuation/doubled"), text.span(i, i + 1), std::nullopt, findings);
      ++i;
    } else if (pair::is_in(c, U"｡､｢｣")) {
      constexpr std::u32string_view kNarrow = U"｡､｢｣";
      constexpr std::u32string_view kWide = U"。、「」";
      report(kind(kKinds, "punctuation/half-width"), text.span(i), utf8(kWide[kNarrow.find(c)]),
             findings);
    } else if (pair::is_in(c, U"＜＞") &&
               (text::is_han(text[i - 1]) || text::is_han(text[i + 1])) &&
               has_any(text, c == U'＜' ? U"＞" : U"＜")) {
      report(kind(kKinds, "punctuation/half-width"), text.span(i), c == U'＜' ? "《" : "》",
             findings);
    } else if (!straight_is_told && pair::is_in(c, U"\"＂") &&
               (text::is_han(text[i - 1]) || text::is_han(text[i + 1]))) {
      report(kind(kKinds, "punctuation/straight-quotes"), text.span(i), std::nullopt, findings);
    }
  }
}

/// The English mark for the Chinese one at `i`, with the blank that the Chinese one goes without.
std::optional<std::string> english_mark(const pair::Characters& text, std::ptrdiff_t i) {
  constexpr std::u32string_view kWide = U"，。、；：？！（）";
  constexpr std::u32string_view kHalf = U",.,;:?!()";
  const auto at = kWide.find(text[i]);
  if (at == std::u32string_view::npos) return std::nullopt;
  const std::string mark = utf8(kHalf[at]);
  const auto in_word = [](char32_t c) {
    return pair::is_latin_letter(c) || pair::is_ascii_digit(c);
  };
  if (pair::is_ascii_digit(text[i - 1]) && pair::is_ascii_digit(text[i + 1])) return mark;
  if (text[i] == U'（') return in_word(text[i - 1]) ? " " + mark : mark;
  return in_word(text[i + 1]) ? mark + " " : mark;
}

void check_english_marks(const pair::Characters& text, std::vector<Finding>& findings) {
  for (std::ptrdiff_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    const bool between_han = text::is_han(text[i - 1]) || text::is_han(text[i + 1]);
    if (pair::is_in(c, U"，。、；：？！（）《》「」『』【】〈〉〔〕") && !between_han) {
      report(kind(kKinds, "punctuation/chinese-mark"), text.span(i), english_mark(text, i),
             findings);
    } else if (pair::is_in(c, U",;") && text[i + 1] == c) {
      report(kind(kKinds, "punctuation/doubled"), text.span(i, i + 1), utf8(c), findings);
      ++i;
    } else if (c == U'.' && text[i + 1] == U'.' && text[i - 1] != U'.' && text[i + 2] != U'.') {
      report(kind(kKinds, "punctuation/two-full-stops"), text.span(i, i + 1), ".", findings);
      ++i;
    }
  }
}

/// ＡＢＣ, and in English ％ and ～: characters of the width of Chinese ones, that have another
/// form in every text of today. Figures are the facts' to tell, and marks told elsewhere.
void check_full_width(const BeadContext& context, const pair::Characters& text,
                      std::vector<Finding>& findings) {
  const bool english = context.target.language == Language::kEnglish;
  const auto is_wide = [&](std::ptrdiff_t i) {
    const char32_t c = text[i];
    const bool letter = (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ');
    return letter || (english && pair::is_in(c, U"％～＄＃＆＋－＝＠／．"));
  };
  for (std::ptrdiff_t i = 0; i < text.size(); ++i) {
    if (!is_wide(i)) continue;
    std::ptrdiff_t last = i;
    while (is_wide(last + 1)) ++last;
    const Span span = text.span(i, last);
    const std::string_view form = span.in(context.target.document->text);
    std::string narrow;
    for (; i <= last; ++i) text::append_code_point(narrow, text::half_width(text[i]));
    if (context.source.text().find(form) != std::string_view::npos) continue;
    report(kind(kKinds, "punctuation/full-width"), span, narrow, findings);
    findings.back().with("form", form);
  }
}

/// Where a text opens or closes what it doesn't close or open.
struct Unpaired {
  std::size_t count = 0;
  std::ptrdiff_t first = 0;  ///< where the first one stands, if there is any

  void add(std::ptrdiff_t place) {
    if (count == 0 || place < first) first = place;
    ++count;
  }
};

Unpaired unpaired(const pair::Characters& text) {
  constexpr std::u32string_view kOpen = U"（(《「『【[“〈〔{";
  constexpr std::u32string_view kClose = U"）)》」』】]”〉〕}";
  Unpaired result;
  std::vector<std::pair<std::size_t, std::ptrdiff_t>> open;  // kind, place
  std::vector<std::ptrdiff_t> straight;
  const auto kind_of = [](std::size_t at) { return at == 1 ? std::size_t{0} : at; };  // ( and （
  for (std::ptrdiff_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (c == U'"') {
      // 5" is a measure; a quote after a digit closes only what is open.
      if (!(pair::is_ascii_digit(text[i - 1]) && straight.size() % 2 == 0)) straight.push_back(i);
      continue;
    }
    if (const auto at = kOpen.find(c); at != std::u32string_view::npos) {
      open.emplace_back(kind_of(at), i);
    } else if (const auto closed = kClose.find(c); closed != std::u32string_view::npos) {
      // a) and 1) number an item.
      const bool item = pair::is_in(c, U"）)") &&
                        (i < 4 || text::is_space(text[i - 2]) || text::is_space(text[i - 3]) ||
                         pair::is_in(text[i - 2], U"；;，,、"));
      bool found = false;
      for (std::size_t k = open.size(); k-- > 0;) {
        if (open[k].first != kind_of(closed)) continue;
        open.erase(open.begin() + std::ptrdiff_t(k));
        found = true;
        break;
      }
      if (!found && !item) result.add(i);
    }
  }
  for (const auto& [kind, place] : open) result.add(place);
  if (straight.size() % 2 == 1) result.add(straight.back());
  return result;
}

/// Whether an English text has a single quotation mark without its partner: 'We know it, in the
/// first of two sentences that are quoted. An apostrophe stands in or behind a word.
bool has_unpaired_single_quote(const pair::Characters& text) {
  const auto is_mark = [&](std::ptrdiff_t i) { return pair::is_in(text[i], U"'‘’"); };
  const auto ends_word = [&](std::ptrdiff_t i) { return !pair::is_latin_letter(text[i + 1]); };
  std::ptrdiff_t open = 0;
  for (std::ptrdiff_t i = 0; i < text.size(); ++i) {
    if (!is_mark(i)) continue;
    const bool begins = i == 0 || text::is_space(text[i - 1]) || pair::is_in(text[i - 1], U"(\"“");
    if (begins && pair::is_latin_letter(text[i + 1])) {
      ++open;
    } else if (ends_word(i) && pair::is_in(text[i - 1], U",.?!")) {
      if (open == 0) return true;
      --open;
    } else if (ends_word(i) && open > 0 && !pair::is_in(text[i - 1], U"sS")) {
      --open;
    }
  }
  return open > 0;
}

/// Whether more straight quotation marks of an English text open something than close it, or fewer:
/// "Then they say "oh, no. is two quotations that go on.
bool has_uneven_quotes(const pair::Characters& text) {
  std::ptrdiff_t open = 0;
  for (std::ptrdiff_t i = 0; i < text.size(); ++i) {
    if (text[i] != U'"') continue;
    const bool begins = i == 0 || text::is_space(text[i - 1]) || pair::is_in(text[i - 1], U"([—\"");
    open += begins && i + 1 < text.size() && !text::is_space(text[i + 1]) ? 1 : -1;
  }
  return open != 0;
}

char32_t last_mark(const pair::Characters& text) {
  std::ptrdiff_t i = text.size() - 1;
  while (i >= 0 && (text::is_space(text[i]) || pair::is_in(text[i], U"\"”’'」』)）》】]"))) --i;
  return text[i];
}

/// Whether the partner of a quotation mark in English may stand in the text before or behind: where
/// a quotation goes on over sentences that are translated one by one, or over paragraphs, each of
/// which opens it and only the last of which closes it (The Chicago Manual of Style, 13.32).
bool may_go_on(const pair::Characters& text, std::ptrdiff_t mark) {
  if (!pair::is_in(text[mark], U"\"“”")) return false;
  const auto is_quote = [](char32_t c) { return pair::is_in(c, U"\"“”"); };
  const auto any = [&](std::ptrdiff_t begin, std::ptrdiff_t end) {
    while (begin < end && !is_quote(text[begin])) ++begin;
    return begin < end;
  };
  if (pair::is_in(text[mark - 1], U",.?!…")) return !any(0, mark);
  const bool opens =
      mark == 0 || text::is_space(text[mark - 1]) || pair::is_in(text[mark - 1], U"(—");
  return opens && !any(mark + 1, text.size()) && pair::is_in(last_mark(text), U".?!…");
}

enum class Ending { kOpen, kStop, kQuestion, kOther };

Ending ending_of(const pair::Characters& text) {
  const char32_t c = last_mark(text);
  if (pair::is_in(c, U"?？")) return Ending::kQuestion;
  if (pair::is_in(c, U".。!！．｡")) return Ending::kStop;
  return text::is_han(c) || pair::is_latin_letter(c) ? Ending::kOpen : Ending::kOther;
}

/// Whether an English sentence asks something indirectly, which Chinese may well end with a ？.
bool asks_indirectly(std::string_view text) {
  constexpr std::array<std::string_view, 11> kWords = {" whether ", " if ",    " what ",  " why ",
                                                       " how ",     " who ",   " which ", " where ",
                                                       " when ",    " wonder", "asked "};
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

/// A heading, a caption: one short phrase. English closes it with a full stop, Chinese doesn't.
bool is_caption(const pair::Characters& text) {
  constexpr std::ptrdiff_t kLongest = 24;
  return text.size() <= kLongest && !has_any(text, U"，；：,;:");
}

/// Whether one side denies what the other asks in order to deny it: "none of us is without a
/// burden", 我们谁没有重担呢？
bool asks_to_deny(std::string_view english, std::string_view chinese) {
  constexpr std::array<std::string_view, 8> kDenials = {"n't ",    " no ",   " not ", "n’t ",
                                                        "nobody ", "never ", "none ", "nothing "};
  constexpr std::array<std::string_view, 10> kAsks = {"哪", "谁", "誰",   "何",   "岂",
                                                      "豈", "怎", "难道", "難道", "不是"};
  const auto has = [](std::string_view text, const auto& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
      return text.find(word) != std::string_view::npos;
    });
  };
  return has(' ' + text::ascii_lowered(english), kDenials) && has(chinese, kAsks);
}

void check_ending(const BeadContext& context, const pair::Characters& source,
                  const pair::Characters& target, std::vector<Finding>& findings) {
  constexpr std::u32string_view kQuestions = U"?？吗嗎呢";
  constexpr std::ptrdiff_t kSentence = 12;
  if (target.size() < kSentence || source.size() < kSentence / 2) return;
  const Ending from = ending_of(source);
  const Ending to = ending_of(target);
  const Span end = target.span(target.size() - 1);
  const bool indirect = asks_indirectly(context.english().text()) ||
                        asks_to_deny(context.english().text(), context.chinese().text());
  if (from == Ending::kQuestion && to != Ending::kQuestion && !has_any(target, kQuestions) &&
      !(indirect && context.source.language == Language::kChinese)) {
    report(kind(kKinds, "punctuation/question-lost"), end, std::nullopt, findings);
  } else if (to == Ending::kQuestion && !has_any(source, kQuestions) && !indirect) {
    report(kind(kKinds, "punctuation/question-added"), end, std::nullopt, findings);
  } else if (from == Ending::kStop && to == Ending::kOpen && !is_caption(target)) {
    report(kind(kKinds, "punctuation/no-full-stop"), end, std::nullopt, findings);
  }
}

void check_punctuation(const BeadContext& context, std::vector<Finding>& findings) {
  const pair::Characters source(context.source.document->text, context.source.span);
  const pair::Characters target(context.target.document->text, context.target.span);
  const Unpaired lone = unpaired(target);
  const bool told = lone.count > 0 && unpaired(source).count == 0 &&
                    !has_unpaired_single_quote(source) && !has_uneven_quotes(source);
  // “好" is one slip: a mark without its partner, for a straight one stands in its place.
  const bool straight_is_told = told && count_of(target, U'"') % 2 == 1;
  if (context.target.language == Language::kChinese) {
    check_half_width(target, findings);
    check_chinese_marks(target, straight_is_told, findings);
  } else {
    check_english_marks(target, findings);
  }
  check_full_width(context, target, findings);
  if (told) {
    const bool perhaps = context.target.language == Language::kEnglish && lone.count == 1 &&
                         may_go_on(target, lone.first);
    report(perhaps ? kind(kKinds, "punctuation/unpaired-perhaps")
                   : kind(kKinds, "punctuation/unpaired"),
           target.span(lone.first), std::nullopt, findings);
  }
  if (!(straight_is_told && target[target.size() - 1] == U'"')) {
    check_ending(context, source, target, findings);
  }
}

void check_mark_habits(const DocumentContext& context, std::vector<Finding>& findings) {
  for (const MarkHabit& habit : mark_habits(context)) {
    Finding finding(kind(kKinds, "punctuation/habit"));
    finding.target = habit.first;
    finding.bead = habit.bead;
    finding.places = habit.places;
    findings.push_back(std::move(finding.with("form", habit.form).with("usual", habit.usual)));
  }
}

constexpr std::array kExamples = {
    Example{"The bank raised rates, and its chief resigned.", "该行加息,行长辞职。",
            "punctuation/half-width"},
    Example{"该行加息，他说。", "The bank raised rates，he said.", "punctuation/chinese-mark"},
    Example{"He said: “Good.”", "他说：“好。", "punctuation/unpaired"},
    Example{"他说：“很好。”", "He said: \"Good.", "punctuation/unpaired-perhaps"},
    Example{"他说很“好”。", "He said it was \"good.\" Very\" so.", "punctuation/unpaired"},
    Example{"'We know it won't change students' ways.", "“我们知道这不会改变学生的习惯。"},
    Example{"And so on…", "诸如此类。。。", "punctuation/ellipsis"},
    Example{"Yes, it is.", "是的，，就是这样。", "punctuation/doubled"},
    Example{"“Good,” he said.", "他说\"好\"。", "punctuation/straight-quotes"},
    Example{"该行今天早上真的加息了吗？", "The bank raised rates this morning.",
            "punctuation/question-lost"},
    Example{"该行今天早上加息了。", "Did the bank raise rates this morning?",
            "punctuation/question-added"},
    Example{"该行今天早上加息了。", "The bank raised rates this morning",
            "punctuation/no-full-stop"},
    Example{"The bank – the largest one – raised rates.", "该行--最大的一家--加息。",
            "punctuation/dash"},
    Example{"利率上升了5%。", "Interest rates rose 5％.", "punctuation/full-width"},
    Example{"“Yes,” he said.\n“No,” she said.\nNobody said “perhaps”.",
            "他说：「是。」\n她说：「不。」\n没有人说「也许」。", "punctuation/habit"},
    Example{"At 10:30 it was 3,403.5, see a.txt.", "10:30时为3,403.5，见a.txt。"},
    Example{"(1) the bank; 2) the state.", "（1）银行；2）国家。"},
};

}  // namespace

extern const Rule kPunctuationRule = {
    .id = "punctuation",
    .concern = Concern::kForm,
    .is_form = true,
    .kinds = kKinds,
    .examples = kExamples,
    .check_bead = check_punctuation,
    .check_document = check_mark_habits,
};

}  // namespace duizhao::check
