#include "duizhao/check/evidence/opposites.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// A row of the tables: one member of a group, with the words that say it, separated by '|'.
struct Row {
  std::string_view group;
  std::string_view english;
  std::string_view chinese;
  std::string_view more_english;
  std::string_view more_chinese;
};

constexpr Row kOpposites[] = {
#include "duizhao/check/evidence/opposites.inc"
};
constexpr Row kPeriods[] = {
#include "duizhao/check/evidence/periods.inc"
};
constexpr Row kForces[] = {
#include "duizhao/check/evidence/forces.inc"
};
constexpr Row kQuantities[] = {
#include "duizhao/check/evidence/quantities.inc"
};

static_assert(std::ranges::is_sorted(kOpposites, {}, &Row::group));
static_assert(std::ranges::is_sorted(kPeriods, {}, &Row::group));
static_assert(std::ranges::is_sorted(kForces, {}, &Row::group));
static_assert(std::ranges::is_sorted(kQuantities, {}, &Row::group));

/// What a form says: a member of the table, surely or among other things.
struct Sense {
  std::size_t row = 0;
  bool sure = false;
};

using Forms = std::unordered_map<std::string_view, std::vector<Sense>>;

/// The first word or character of each form, and how long the longest form is that begins so: most
/// words of a text begin none and are not looked up any further.
template <typename First>
using Firsts = std::unordered_map<First, std::size_t>;

struct Table {
  std::span<const Row> rows;
  bool periods = false;
  /// Whether of English forms that overlap only the longest says something: "must not" is no
  /// "must". Such words are small, and none with a capital inside a sentence is one: "in May".
  bool longest_only = false;
  Forms english;
  Forms chinese;
  Firsts<std::string_view> english_firsts;  ///< lengths in words
  Firsts<char32_t> chinese_firsts;          ///< lengths in bytes

  Table(std::span<const Row> r, Contrast contrast)
      : rows(r),
        periods(contrast == Contrast::kPeriod),
        longest_only(contrast == Contrast::kForce || contrast == Contrast::kQuantity) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      enter(rows[i].english, i, true, english);
      enter(rows[i].more_english, i, false, english);
      enter(rows[i].chinese, i, true, chinese);
      enter(rows[i].more_chinese, i, false, chinese);
    }
    for (const auto& [form, senses] : english) {
      const auto words = 1 + static_cast<std::size_t>(std::ranges::count(form, ' '));
      std::size_t& longest = english_firsts[form.substr(0, form.find(' '))];
      longest = std::max(longest, words);
    }
    for (const auto& [form, senses] : chinese) {
      std::size_t end = 0;
      std::size_t& longest = chinese_firsts[text::next_code_point(form, end)];
      longest = std::max(longest, form.size());
    }
  }

 private:
  static void enter(std::string_view forms, std::size_t row, bool sure, Forms& into) {
    while (!forms.empty()) {
      const std::size_t bar = std::min(forms.find('|'), forms.size());
      into[forms.substr(0, bar)].push_back({row, sure});
      forms.remove_prefix(std::min(bar + 1, forms.size()));
    }
  }
};

const Table& table_of(Contrast contrast) {
  static const Table opposites(kOpposites, Contrast::kMeaning);
  static const Table periods(kPeriods, Contrast::kPeriod);
  static const Table forces(kForces, Contrast::kForce);
  static const Table quantities(kQuantities, Contrast::kQuantity);
  switch (contrast) {
    case Contrast::kMeaning:
      return opposites;
    case Contrast::kPeriod:
      return periods;
    case Contrast::kForce:
      return forces;
    case Contrast::kQuantity:
      return quantities;
  }
  return opposites;
}

/// Where a passage says a member.
struct Mention {
  std::size_t row = 0;
  bool sure = false;
  Span span;
};

bool is_letter(char c) { return text::is_ascii_letter_or_digit(c); }

/// Whether a byte is one of a character's behind its first.
bool is_within_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

bool is_capital(char c) { return 'A' <= c && c <= 'Z'; }

/// Whether a word begins with a capital and yet no sentence: "the coming May".
bool is_name_like(std::string_view text, std::size_t begin) {
  return is_capital(text[begin]) && begin > 1 && text[begin - 1] == ' ' &&
         (is_letter(text[begin - 2]) || text[begin - 2] == ',') && begin + 1 < text.size() &&
         !is_capital(text[begin + 1]);
}

/// The forms in an English text, at the borders of words; of forms that overlap, all, or the
/// longest that begins first.
std::vector<Mention> mentions_in_english(const Table& table, std::string_view text,
                                         std::size_t offset) {
  const std::string lowered = text::ascii_lowered(text);
  const std::string_view view = lowered;
  std::vector<Mention> mentions;
  for (std::size_t begin = 0; begin < view.size(); ++begin) {
    if (!is_letter(view[begin]) || (begin > 0 && is_letter(view[begin - 1]))) continue;
    if (table.longest_only && is_name_like(text, begin)) continue;
    std::size_t end = begin;
    std::size_t end_of_longest = begin;
    const std::size_t before = mentions.size();
    std::size_t longest = 1;
    for (std::size_t words = 0; words < longest && end < view.size(); ++words) {
      if (words > 0 && !is_letter(view[++end])) break;
      // "year-on-year" is a form by itself, and "left" is none in "left-hand".
      while (end < view.size() &&
             (is_letter(view[end]) ||
              (view[end] == '-' && end + 1 < view.size() && is_letter(view[end + 1])))) {
        ++end;
      }
      if (words == 0) {
        const auto first = table.english_firsts.find(view.substr(begin, end - begin));
        if (first == table.english_firsts.end()) break;
        longest = first->second;
      }
      if (const auto found = table.english.find(view.substr(begin, end - begin));
          found != table.english.end()) {
        if (table.longest_only) mentions.resize(before);
        end_of_longest = end;
        for (const Sense& sense : found->second) {
          mentions.push_back({sense.row, sense.sure, {offset + begin, offset + end}});
        }
      }
      if (end >= view.size() || view[end] != ' ') break;
    }
    if (table.longest_only && end_of_longest > begin) begin = end_of_longest - 1;
  }
  return mentions;
}

std::string folded(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    text::append_code_point(result, text::folded_han(text::next_code_point(text, i)));
  }
  return result;
}

/// The forms in a Chinese text. Where a longer form begins at the same place or holds a shorter
/// one, the shorter says nothing of its own: 东南 is not 南.
std::vector<Mention> mentions_in_chinese(const Table& table, std::string_view text,
                                         std::size_t offset) {
  std::vector<Mention> mentions;
  const std::string simplified = folded(text);
  if (simplified.size() != text.size()) return mentions;  // offsets would not hold
  const std::string_view view = simplified;
  std::size_t covered = 0;
  for (std::size_t begin = 0, next = 0; begin < view.size(); begin = next) {
    const auto first = table.chinese_firsts.find(text::next_code_point(view, next));
    if (first == table.chinese_firsts.end()) continue;
    for (std::size_t size = std::min(first->second, view.size() - begin); size >= 3; --size) {
      if (begin + size < view.size() && is_within_character(view[begin + size])) continue;
      const auto found = table.chinese.find(view.substr(begin, size));
      if (found == table.chinese.end()) continue;
      if (begin + size <= covered) break;
      covered = begin + size;
      for (const Sense& sense : found->second) {
        mentions.push_back({sense.row, sense.sure, {offset + begin, offset + begin + size}});
      }
      break;
    }
  }
  return mentions;
}

std::vector<Mention> mentions_of(const Table& table, const pair::Passage& passage) {
  return passage.language == Language::kChinese
             ? mentions_in_chinese(table, passage.text(), passage.span.begin)
             : mentions_in_english(table, passage.text(), passage.span.begin);
}

/// Whether a side says the member; `surely`, by a word that says nothing else.
bool is_said(std::span<const Mention> mentions, std::size_t row, bool surely) {
  return std::ranges::any_of(mentions,
                             [&](const Mention& m) { return m.row == row && (m.sure || !surely); });
}

bool touches(const Span& a, const Span& b) { return a.begin < b.end && b.begin < a.end; }

/// How surely a word elsewhere translates the mention: the best link of its words to one outside
/// `instead`.
double other_rendering(const pair::Passage& own, std::span<const pair::LinkedWord> linked,
                       const Span& mention, const pair::Passage& other, const Span& instead) {
  double best = 0;
  for (std::size_t i = 0; i < own.words.size(); ++i) {
    if (!touches(own.words[i].span, mention)) continue;
    for (const pair::Link& link : linked[i].links) {
      if (touches(other.words[link.other].span, instead)) continue;
      best = std::max(best, double{link.from_other} + double{link.to_other});
    }
  }
  return best;
}

/// Whether a negation stands before the words: "not guilty", 不合法, "no one is allowed"; with
/// `right_before`, nothing between them.
bool is_denied(const pair::Passage& passage, const Span& span, bool right_before) {
  std::string_view before = passage.text().substr(0, span.begin - passage.span.begin);
  if (passage.language == Language::kChinese) {
    // Bytes: 没有, 不会再.
    const std::size_t reach = right_before ? 6 : 9;
    if (before.size() > reach) before.remove_prefix(before.size() - reach);
    constexpr std::array<std::string_view, 7> kNegations = {"不", "非", "没", "沒",
                                                            "未", "无", "無"};
    return std::ranges::any_of(kNegations, [&](std::string_view negation) {
      return before.find(negation) != std::string_view::npos;
    });
  }
  const std::size_t reach = right_before ? 5 : 24;  // bytes: a word, or three or four
  if (before.size() > reach) before.remove_prefix(before.size() - reach);
  std::string lowered(1, ' ');
  lowered += text::ascii_lowered(before);
  constexpr std::array<std::string_view, 10> kNegations = {
      " not ",   " no ",  "non-",      "n't ",     "n’t ",
      " never ", " nor ", " without ", " cannot ", " than "};
  return std::ranges::any_of(
      kNegations, [&](std::string_view n) { return lowered.find(n) != std::string::npos; });
}

/// From these on another word of the other side may be, or probably is, the counterpart.
constexpr double kPerhapsRendered = 0.12;
constexpr double kRendered = 0.3;

/// How sure an opposition is; measured on good translations and planted errors.
constexpr double kSure = 0.6;
constexpr double kPerhaps = 0.3;

/// Order is told in two ways: he came before they left, they left after he came.
bool is_order(std::string_view group) { return group == "before"; }

/// Whether a word of the other side that says `mention`'s member among other things renders it.
bool is_rendered_by_excuse(const pair::Passage& own, std::span<const pair::LinkedWord> linked,
                           const Mention& mention, const pair::Passage& other,
                           std::span<const Mention> in_other) {
  for (std::size_t i = 0; i < own.words.size(); ++i) {
    if (!touches(own.words[i].span, mention.span)) continue;
    for (const pair::Link& link : linked[i].links) {
      if (double{link.from_other} + double{link.to_other} < kPerhapsRendered) continue;
      if (std::ranges::any_of(in_other, [&](const Mention& m) {
            return m.row == mention.row && touches(other.words[link.other].span, m.span);
          })) {
        return true;
      }
    }
  }
  return false;
}

/// How sure it is that `a` and `b` stand for each other; 0 where they hardly do.
double confidence_of(const Table& table, const BeadContext& context, const Mention& a,
                     const Mention& b, std::span<const Mention> in_source,
                     std::span<const Mention> in_target) {
  // 年 and "the year" are in every comparison; the words of the table say enough.
  if (table.periods) return kSure;
  const double rendered = std::max(
      other_rendering(context.source, context.links.source, a.span, context.target, b.span),
      other_rendering(context.target, context.links.target, b.span, context.source, a.span));
  if (table.longest_only &&
      (is_rendered_by_excuse(context.source, context.links.source, a, context.target, in_target) ||
       is_rendered_by_excuse(context.target, context.links.target, b, context.source, in_source))) {
    return 0;
  }
  const bool perhaps_said = is_said(in_target, a.row, false) || is_said(in_source, b.row, false);
  if (perhaps_said && rendered > kRendered && !table.longest_only) return 0;
  if (perhaps_said || rendered > kPerhapsRendered || is_order(table.rows[a.row].group)) {
    return kPerhaps;
  }
  return kSure;
}

}  // namespace

std::vector<Opposition> oppositions(const BeadContext& context, Contrast contrast) {
  const Table& table = table_of(contrast);
  const std::vector<Mention> in_source = mentions_of(table, context.source);
  if (in_source.empty()) return {};
  const std::vector<Mention> in_target = mentions_of(table, context.target);
  std::vector<Opposition> found;
  std::vector<bool> told(table.rows.size());
  for (const Mention& a : in_source) {
    if (!a.sure || table.rows[a.row].group.empty() || told[a.row] ||
        is_said(in_target, a.row, true) || is_denied(context.source, a.span, table.longest_only)) {
      continue;
    }
    for (const Mention& b : in_target) {
      if (!b.sure || b.row == a.row || table.rows[b.row].group != table.rows[a.row].group ||
          is_said(in_source, b.row, true) ||
          is_denied(context.target, b.span, table.longest_only)) {
        continue;
      }
      const double confidence = confidence_of(table, context, a, b, in_source, in_target);
      if (confidence == 0) continue;
      found.push_back({a.span, b.span, confidence});
      told[a.row] = true;
      break;
    }
  }
  return found;
}

Finding finding_of(const Opposition& opposition, const FindingKind& kind,
                   const BeadContext& context) {
  Finding finding(kind);
  finding.confidence = opposition.confidence;
  if (finding.confidence < 0.5) finding.severity = Severity::kMinor;
  finding.source = opposition.source;
  finding.target = opposition.target;
  return std::move(finding.with("source", opposition.source.in(context.source.document->text))
                       .with("target", opposition.target.in(context.target.document->text)));
}

}  // namespace duizhao::check
