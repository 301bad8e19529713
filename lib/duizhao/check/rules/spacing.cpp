// Rule `spacing`: spaces that are too many or too few.
//
// Fires:   中国 经济 (a space between Han characters); 好 ，是 (before a Chinese mark);
//          word ,next; word,next; word(next); end.Next
//          In a document where Han and Latin letters or digits stand mostly without a space (or
//          mostly with one), the few places of the other habit, as one finding.
// Silent:  3,403; Node.js; f(x); 10:30; headings that are spaced out (目 录); lists of names
//          (张三 李四) where each part is a name's length; a space after a full stop.

#include <array>
#include <cstddef>
#include <optional>
#include <string>

#include "duizhao/check/rule.h"
#include "duizhao/pair/characters.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

constexpr Category kCategory = Category::kTextualConventions;

constexpr std::array kKinds = {
    FindingKind{"spacing/between-han", kCategory, Severity::kMinor, 0.7},
    FindingKind{"spacing/before-chinese-mark", kCategory, Severity::kMinor, 0.7},
    // A typist's habit that hardly shows in print.
    FindingKind{"spacing/after-chinese-mark", kCategory, Severity::kNeutral, 0.3},
    FindingKind{"spacing/inside-bracket", kCategory, Severity::kMinor, 0.7},
    FindingKind{"spacing/before-mark", kCategory, Severity::kMinor, 0.8},
    FindingKind{"spacing/doubled", kCategory, Severity::kMinor, 0.8},
    FindingKind{"spacing/none-after-mark", kCategory, Severity::kMinor, 0.8},
    FindingKind{"spacing/none-before-bracket", kCategory, Severity::kMinor, 0.7},
    FindingKind{"spacing/habit-without", kCategory, Severity::kNeutral, 0.6},
    FindingKind{"spacing/habit-with", kCategory, Severity::kNeutral, 0.6},
};

Finding finding_at(Span span, const FindingKind& what) {
  Finding finding(what);
  finding.target = span;
  return finding;
}

/// Han characters in a row that end at `at` (going back) or begin there (going on).
std::ptrdiff_t run(const pair::Characters& text, std::ptrdiff_t at, std::ptrdiff_t step) {
  std::ptrdiff_t length = 0;
  while (text::is_han(text[at])) {
    ++length;
    at += step;
  }
  return length;
}

void check_chinese(const pair::Characters& text, std::vector<Finding>& findings) {
  constexpr std::ptrdiff_t kName = 4;  // the longest run that a list of names or a heading has
  for (std::ptrdiff_t i = 1; i + 1 < text.size(); ++i) {
    if (!pair::is_in(text[i], U" \u3000\u00a0")) continue;
    const char32_t before = text[i - 1];
    const char32_t after = text[i + 1];
    if (text::is_han(before) && text::is_han(after)) {
      const std::ptrdiff_t left = run(text, i - 1, -1);
      const std::ptrdiff_t right = run(text, i + 1, 1);
      if (left > kName && right > kName) {
        findings.push_back(finding_at(text.span(i), kind(kKinds, "spacing/between-han")));
      }
    } else if (pair::is_in(after, U"，。、；：？！）》”」』") && !text::is_space(before) &&
               !pair::is_latin_letter(before) && !pair::is_ascii_digit(before)) {
      findings.push_back(finding_at(text.span(i), kind(kKinds, "spacing/before-chinese-mark")));
    } else if (pair::is_in(before, U"（《“「『") && text::is_space(text[i - 2]) == false &&
               (text::is_han(after) || pair::is_ascii_digit(after))) {
      findings.push_back(finding_at(text.span(i), kind(kKinds, "spacing/inside-bracket")));
    } else if (pair::is_in(before, U"，。、；：？！") && text::is_han(after) && i > 1) {
      findings.push_back(finding_at(text.span(i), kind(kKinds, "spacing/after-chinese-mark")));
    }
  }
}

/// A word that may stand next to a mark without a space: a URL, a file name, program text.
bool in_code(const pair::Characters& text, std::ptrdiff_t at) {
  constexpr std::u32string_view kCode = U"/\\_@=<>{}[]#~^|`$*+%&";
  for (std::ptrdiff_t i = at; i >= 0 && !text::is_space(text[i]); --i) {
    if (pair::is_in(text[i], kCode)) return true;
  }
  for (std::ptrdiff_t i = at; i < text.size() && !text::is_space(text[i]); ++i) {
    if (pair::is_in(text[i], kCode)) return true;
  }
  return false;
}

bool lower(char32_t c) { return c >= U'a' && c <= U'z'; }
bool upper(char32_t c) { return c >= U'A' && c <= U'Z'; }

/// "one,two"
bool runs_on_in_sentence(const pair::Characters& text, std::ptrdiff_t i) {
  return pair::is_in(text[i], U",;") && pair::is_latin_letter(text[i - 1]) &&
         pair::is_latin_letter(text[i + 1]);
}

/// "ended.The"
bool runs_on_to_sentence(const pair::Characters& text, std::ptrdiff_t i) {
  return pair::is_in(text[i], U".?!") && lower(text[i - 1]) && lower(text[i - 2]) &&
         lower(text[i - 3]) && upper(text[i + 1]) && lower(text[i + 2]);
}

/// "ended , and"
bool space_before_mark(const pair::Characters& text, std::ptrdiff_t i) {
  return text[i] == U' ' && pair::is_in(text[i + 1], U",;:!?)") &&
         (pair::is_latin_letter(text[i - 1]) || pair::is_ascii_digit(text[i - 1])) &&
         (text::is_space(text[i + 2]) || pair::is_latin_letter(text[i + 2]));
}

/// "ended ."
bool space_before_stop(const pair::Characters& text, std::ptrdiff_t i) {
  return text[i] == U' ' && text[i + 1] == U'.' && pair::is_latin_letter(text[i - 1]) &&
         text::is_space(text[i + 2]);
}

void check_english(const pair::Characters& text, std::vector<Finding>& findings) {
  for (std::ptrdiff_t i = 1; i + 1 < text.size(); ++i) {
    const char32_t c = text[i];
    const char32_t before = text[i - 1];
    const char32_t after = text[i + 1];
    if (space_before_mark(text, i) || space_before_stop(text, i)) {
      findings.push_back(finding_at(text.span(i), kind(kKinds, "spacing/before-mark")));
    } else if (c == U' ' && before == U'(' && text::is_space(text[i - 2]) &&
               (pair::is_latin_letter(after) || pair::is_ascii_digit(after))) {
      findings.push_back(finding_at(text.span(i), kind(kKinds, "spacing/inside-bracket")));
    } else if (c == U' ' && after == U' ' && pair::is_latin_letter(before) &&
               pair::is_latin_letter(text[i + 2])) {
      findings.push_back(finding_at(text.span(i, i + 1), kind(kKinds, "spacing/doubled")));
    } else if ((runs_on_in_sentence(text, i) || runs_on_to_sentence(text, i)) &&
               !in_code(text, i)) {
      findings.push_back(finding_at(text.span(i), kind(kKinds, "spacing/none-after-mark")));
    } else if (c == U'(' && lower(before) && lower(text[i - 2]) && pair::is_latin_letter(after) &&
               lower(text[i + 2]) && !in_code(text, i)) {
      findings.push_back(finding_at(text.span(i), kind(kKinds, "spacing/none-before-bracket")));
    }
  }
}

/// Places where Han characters meet Latin letters or digits, by habit.
struct Habit {
  std::size_t count = 0;
  std::optional<Span> first;
  std::optional<std::size_t> bead;
};

bool meets(char32_t a, char32_t b) {
  const auto western = [](char32_t c) {
    return pair::is_latin_letter(c) || pair::is_ascii_digit(c);
  };
  return (text::is_han(a) && western(b)) || (western(a) && text::is_han(b));
}

void check_spacing(const BeadContext& context, std::vector<Finding>& findings) {
  const pair::Characters text(context.target.document->text, context.target.span);
  if (context.target.language == Language::kChinese) {
    check_chinese(text, findings);
  } else {
    check_english(text, findings);
  }
}

void check_spacing_habit(const DocumentContext& context, std::vector<Finding>& findings) {
  constexpr std::size_t kHabit = 8;       // places from which there is a habit
  constexpr std::size_t kExceptions = 5;  // one in so many at most are exceptions to it
  // A pair by itself has no habits.
  const std::size_t passages = context.target_passages.size();
  if (context.target.language != Language::kChinese || passages < 2) return;
  std::array<Habit, 2> habits;  // without a space, with one
  for (std::size_t b = 0; b < passages; ++b) {
    const pair::Characters text(context.target.text, context.target_passages[b].span);
    for (std::ptrdiff_t i = 0; i + 1 < text.size(); ++i) {
      const bool spaced = text[i + 1] == U' ';
      if (!meets(text[i], text[i + (spaced ? 2 : 1)])) continue;
      Habit& habit = habits[spaced ? 1 : 0];
      ++habit.count;
      if (!habit.first) {
        habit.first = text.span(i, i + (spaced ? 2 : 1));
        habit.bead = b;
      }
    }
  }
  const bool mostly_spaced = habits[1].count > habits[0].count;
  const Habit& rule = habits[mostly_spaced ? 1 : 0];
  const Habit& exception = habits[mostly_spaced ? 0 : 1];
  if (rule.count < kHabit || exception.count == 0 || exception.count * kExceptions > rule.count) {
    return;
  }
  Finding finding =
      finding_at(*exception.first, mostly_spaced ? kind(kKinds, "spacing/habit-with")
                                                 : kind(kKinds, "spacing/habit-without"));
  finding.bead = exception.bead;
  findings.push_back(
      std::move(finding.with("usual", rule.count).with("exceptions", exception.count)));
}

constexpr std::array kExamples = {
    Example{"The central bank raised interest rates.", "该国中央银行 宣布提高利率。",
            "spacing/between-han"},
    Example{"该行加息，他说。", "The bank raised rates ,he said.", "spacing/before-mark"},
    Example{"The central bank raised rates, he said.", "该国央行提高利率 ，他说。",
            "spacing/before-chinese-mark"},
    Example{"该行加息，他说。", "The bank raised rates,he said.", "spacing/none-after-mark"},
    Example{"该行加息。", "The bank  raised rates.", "spacing/doubled"},
    Example{"该行（最大的一家）加息。", "The bank(the largest one) raised rates.",
            "spacing/none-before-bracket"},
    Example{"Reporters: Zhang San, Li Si", "记者 张三 李四"},
    Example{"该行加息3,403次，见Node.js。", "It raised rates 3,403 times, see Node.js."},
};

}  // namespace

extern const Rule kSpacingRule = {
    .id = "spacing",
    .concern = Concern::kForm,
    .is_form = true,
    .kinds = kKinds,
    .examples = kExamples,
    .check_bead = check_spacing,
    .check_document = check_spacing_habit,
};

}  // namespace duizhao::check
