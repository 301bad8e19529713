#include "duizhao/facts/bounds_and_trends.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "duizhao/facts/agreement.h"
#include "duizhao/facts/trend.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/find_last.h"
#include "duizhao/text/one_of.h"
#include "duizhao/text/utf8.h"

namespace duizhao::facts {
namespace {

using Half = TimeOfDay::Half;

bool is_below(Approximation approximation) {
  return approximation == Approximation::kBelow || approximation == Approximation::kNearly;
}

bool same_value(const Fact& a, const Fact& b) {
  if (a.kind == Kind::kMeasure && b.kind == Kind::kMeasure && a.unit != b.unit) {
    return dimension_of(a.unit) == dimension_of(b.unit) &&
           in_base_unit(a.value, a.unit) == in_base_unit(b.value, b.unit);
  }
  return a.value == b.value;
}

/// 近五年 are the last five years, whatever the other side says of them; "almost five years" are
/// not.
bool is_latest_time(const PassageFacts& side, const Fact& fact) {
  return fact.approximation == Approximation::kNearly &&
         fact.span.in(side.text).starts_with("近") &&
         dimension_of(fact.unit) == Dimension::kDuration && in_base_unit(1, fact.unit) >= 86400;
}

/// At most on one side, at least on the other.
bool bounds_conflict(const PassageFacts& source, const Fact& a, const PassageFacts& target,
                     const Fact& b) {
  if (!same_value(a, b) || is_latest_time(source, a) || is_latest_time(target, b)) return false;
  return (a.approximation == Approximation::kAbove && is_below(b.approximation)) ||
         (b.approximation == Approximation::kAbove && is_below(a.approximation));
}

/// Whether a side says what must be and what follows "otherwise": 不得少于三家，否则招标予以取消
/// beside "If fewer than three respond, the tender shall be cancelled".
bool says_otherwise(const PassageFacts& side) {
  constexpr auto kForms =
      std::to_array<std::string_view>({"否则", "否則", "逾期", "不然", "or else", "failing which"});
  const std::string said = text::ascii_lowered(side.span.in(side.text));
  if (text::has_one_of(said, kForms)) return true;
  // Not "unless otherwise agreed".
  constexpr std::string_view kOtherwise = " otherwise";
  for (std::size_t at = said.find(kOtherwise); at != std::string::npos;
       at = said.find(kOtherwise, at + 1)) {
    if (at > 0 && std::string_view(",;.").find(said[at - 1]) != std::string_view::npos) return true;
  }
  return false;
}

/// Which end of a range the words before a figure name, where they name one surely.
enum class End : std::uint8_t {
  kNone,
  kLow,   ///< at least
  kHigh,  ///< at most
  kAll,   ///< 高达, "as many as": so much was reached
  kFull,  ///< "no fewer than": at least, or so much was reached
  kLess,  ///< 不到, "less than"
};

/// 不应小于 and 不得小于 as 不小于: that it must be so changes nothing in the bound.
std::string without_modals(std::string text) {
  constexpr std::string_view kNot = "不";
  for (const std::string_view modal : {"应", "應", "得", "能", "可", "宜"}) {
    const std::string denied = std::string(kNot) + std::string(modal);
    for (std::size_t at = text.find(denied); at != std::string::npos; at = text.find(denied, at))
      text.erase(at + kNot.size(), modal.size());
  }
  return text;
}

struct NamedEnd {
  End end = End::kNone;
  std::size_t begin = 0;  ///< of the words that name it, in the text
};

NamedEnd named_end(std::string_view text, Span passage, const Fact& fact) {
  constexpr std::size_t kReach = 24;  // bytes
  std::string_view before = text.substr(passage.begin, fact.number.begin - passage.begin);
  before = before.substr(before.size() > kReach ? before.size() - kReach : 0);
  const std::string_view after = text.substr(fact.span.end, passage.end - fact.span.end);
  constexpr std::size_t kCounter = 3;  // bytes: 以十册为限
  for (const std::string_view limit : {"为限", "為限"}) {
    if (after.find(limit) <= kCounter) return {End::kHigh, fact.span.begin};
  }
  const std::string lowered = without_modals(text::ascii_lowered(before));
  constexpr auto kLow = std::to_array<std::string_view>(
      {"at least", "not less than", "minimum of", "至少", "最少", "起码", "起碼", "不少于",
       "不少於", "不低于", "不低於", "不小于", "不小於", "最低"});
  constexpr auto kFull = std::to_array<std::string_view>({"no less than", "no fewer than", "不下"});
  constexpr auto kHigh = std::to_array<std::string_view>(
      {"at most", "no more than", "not more than", "maximum of", "至多", "最多", "不超过", "不超過",
       "不多于", "不多於", "不大于", "不大於", "最高"});
  constexpr auto kAll =
      std::to_array<std::string_view>({"up to", "as many as", "as much as", "高达", "高達", "多达",
                                       "多達", "可达", "可達", "长达", "長達"});
  constexpr auto kLess =
      std::to_array<std::string_view>({"less than", "fewer than", "不到", "不足", "少于", "少於"});
  std::size_t first = 0;
  std::size_t last = 0;
  End end = End::kNone;
  const auto look = [&](std::string_view form, End what) {
    const std::size_t at = text::find_last(lowered, form);
    if (at == std::string::npos || at + form.size() < last) return;
    first = at;
    last = at + form.size();
    end = what;
  };
  for (const std::string_view form : kLess) look(form, End::kLess);
  for (const std::string_view form : kLow) look(form, End::kLow);
  for (const std::string_view form : kHigh) look(form, End::kHigh);
  for (const std::string_view form : kFull) look(form, End::kFull);
  for (const std::string_view form : kAll) look(form, End::kAll);
  if (end == End::kNone) return {};
  // 最高级, 最高法院: who is highest, not how much.
  constexpr auto kRanks =
      std::to_array<std::string_view>({"级", "級", "职", "職", "法", "人", "检", "檢", "院"});
  if (std::string_view(lowered).substr(0, last).ends_with("最高") &&
      std::ranges::any_of(kRanks, [&](std::string_view rank) {
        return std::string_view(lowered).substr(last).starts_with(rank);
      })) {
    return {};
  }
  // Nothing but a currency, "of", a word of approximation or a Chinese verb between: 最多可备份60.
  const std::string_view between = std::string_view(lowered).substr(last);
  const bool verb = !between.empty() && static_cast<unsigned char>(between.front()) >= 0x80U &&
                    !between.starts_with("的") &&
                    std::ranges::none_of(between, text::is_ascii_digit);
  if (between.size() > (verb ? 14U : 8U)) return {};
  const bool in_place = lowered.size() == before.size();  // no modal was taken out
  return {end, in_place ? fact.number.begin - before.size() + first : fact.span.begin};
}

bool ends_conflict(End a, End b) {
  const auto is = [&](End x, End y) { return (a == x && b == y) || (a == y && b == x); };
  return is(End::kLow, End::kHigh) || is(End::kLow, End::kAll) || is(End::kFull, End::kHigh) ||
         is(End::kAll, End::kLess);
}

/// Whether a Chinese clause denies what it does: 没有升至, 不得高于, 未能达到, but not 不良贷款,
/// 不断上升, 未来三年. What 不 denies of a figure is a modal or a verb of measure.
bool denies_in_chinese(std::string_view clause) {
  constexpr std::u32string_view kDeniedVerbs =
      U"能会會得可应應要曾再必须須宜准許许予让讓是升降涨漲跌增减減超高低少多大小及足到满滿达達过過";
  constexpr std::u32string_view kOtherWords = U"来來经經";  // 未来, 未经
  for (std::size_t i = 0; i < clause.size();) {
    const char32_t character = text::next_code_point(clause, i);
    if (character == U'没' || character == U'沒') return true;
    if (character != U'不' && character != U'未') continue;
    std::size_t behind = i;
    const char32_t next = i < clause.size() ? text::next_code_point(clause, behind) : 0;
    const bool denies = character == U'不'
                            ? next == 0 || kDeniedVerbs.find(next) != std::u32string_view::npos
                            : kOtherWords.find(next) == std::u32string_view::npos;
    if (denies) return true;
  }
  return false;
}

/// Whether a negation stands before the fact in its clause, but not right before it: "did not fall
/// below 16", 没有升至5%以上. Which side of the figure that leaves is not for us to say.
bool is_denied(const PassageFacts& side, const Fact& fact) {
  constexpr std::string_view kNegations[] = {"not ", "n't ",       "n’t ",     "never ",
                                             "no ",  "No ",        "neither ", "Neither ",
                                             "nor ", "impossible "};
  const std::string_view before =
      side.text.substr(side.span.begin, fact.span.begin - side.span.begin);
  const bool english = !before.empty() && static_cast<unsigned char>(before.back()) < 0x80U;
  const std::size_t reach = english ? 56 : 30;  // bytes
  std::size_t begin = before.size() > reach ? before.size() - reach : 0;
  while (begin < before.size() && (static_cast<unsigned char>(before[begin]) & 0xC0U) == 0x80U) {
    ++begin;
  }
  std::string_view clause = before.substr(begin);
  for (const std::string_view mark : {",", ";", ".", "，", "；", "。"}) {
    const std::size_t at = clause.rfind(mark);
    if (at != std::string_view::npos) clause.remove_prefix(at + mark.size());
  }
  return denies_in_chinese(clause) ||
         std::any_of(std::begin(kNegations), std::end(kNegations), [&](std::string_view negation) {
           return clause.find(negation) != std::string_view::npos;
         });
}

/// Whether what is so much is forbidden, or obliged where it would be free: 未满18岁者不得入内 and
/// "you must be at least 18 to enter" draw one line.
bool is_forbidden(const PassageFacts& side, const Fact& fact) {
  constexpr std::string_view kForbids[] = {
      "不得",         "不可",         "不能",       "不准",      "不予",        "不宜",
      "禁止",         "严禁",         "嚴禁",       "谢绝",      "謝絕",        "请勿",
      "請勿",         "not be ",      "may not",    "cannot",    "not allowed", "not permitted",
      "must not",     "not eligible", "prohibited", "forbidden", "banned",      "barred",
      "not admitted", "ineligible",   "should not", "shall not", "不应",        "不應"};
  constexpr std::size_t kReach = 90;  // bytes
  std::string_view behind =
      side.text.substr(fact.span.end, std::min(kReach, side.span.end - fact.span.end));
  for (const std::string_view mark : {"。", "；", ";", ". "}) {
    behind = behind.substr(0, behind.find(mark));
  }
  return std::ranges::any_of(
      kForbids, [&](std::string_view word) { return behind.find(word) != std::string_view::npos; });
}

/// Whether a text speaks of the afternoon or the night, be it far from the hour.
bool speaks_of_later_day(std::string_view text) {
  constexpr std::string_view kWords[] = {"午",  "晚", "夜", "傍",    "黄昏",    "黃昏",
                                         "p.m", "pm", "PM", "night", "evening", "afternoon"};
  return std::any_of(std::begin(kWords), std::end(kWords), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

/// An hour below twelve by itself is before noon, unless the text says more; but "four o'clock" is
/// the afternoon's, when people work, as 4时 is not.
bool half_is_left_open(const PassageFacts& side, const Fact& open, const Fact& said) {
  const bool chinese =
      std::ranges::any_of(open.span.in(side.text), [](char c) { return (c & 0x80) != 0; });
  const std::int16_t earliest = (chinese ? 13 : 19) * 60;
  return open.kind == Kind::kTime && said.kind == Kind::kTime && !open.weak &&
         open.time.half == Half::kUnknown && said.time.half == Half::kAfternoon &&
         said.time.minute >= earliest && !speaks_of_later_day(side.span.in(side.text));
}

bool has_trend(const Fact& fact) {
  return (fact.kind == Kind::kNumber || fact.kind == Kind::kMeasure || fact.kind == Kind::kMoney) &&
         dimension_of(fact.unit) != Dimension::kDuration;
}

/// Whether a side has the value once, so that there is no doubt which figure is meant.
bool stands_once(const PassageFacts& side, const Fact& fact) {
  return std::count_if(side.facts.begin(), side.facts.end(), [&](const Fact& other) {
           return !other.alternative && agreement(fact, other) >= kFirmAgreement;
         }) == 1;
}

/// Whether a hyphen joins the figure to the word before it: carbon-14 is no negative, and 碳-14
/// none either.
bool is_joined(const PassageFacts& side, const Fact& fact) {
  return fact.span.begin > side.span.begin && side.text[fact.span.begin - 1] == '-';
}

/// A figure that is negative, falls or rises on one side only.
std::optional<Difference> trend_conflict(const PassageFacts& source, const PassageFacts& target,
                                         const Match& match) {
  const Fact& a = source.facts[match.source];
  const Fact& b = target.facts[match.target];
  if (!has_trend(a) || !has_trend(b) || !same_value(a, b) || a.value == 0 ||
      !stands_once(source, a) || !stands_once(target, b)) {
    return std::nullopt;
  }
  const Sign sign_a = sign_of(source, a);
  const Sign sign_b = sign_of(target, b);
  const Trend trend_a = trend_of(source, a);
  const Trend trend_b = trend_of(target, b);
  if (sign_a != sign_b) {
    if (sign_a == Sign::kBrackets || sign_b == Sign::kBrackets) return std::nullopt;
    const bool name = sign_a == Sign::kNone ? is_joined(source, a) : is_joined(target, b);
    if (name) return std::nullopt;
    const Trend& plain = sign_a == Sign::kNone ? trend_a : trend_b;
    const Trend& negative = sign_a == Sign::kNone ? trend_b : trend_a;
    if (!plain.down) return Difference{Mismatch::kSign, match.source, match.target, 0.65};
    // "fell -7%" falls twice.
    if (negative.falls()) return Difference{Mismatch::kSign, match.source, match.target, 0.4};
    return std::nullopt;
  }
  const bool opposed = (trend_a.rises() && trend_b.falls()) || (trend_a.falls() && trend_b.rises());
  if (!opposed || a.weak || b.weak || is_denied(source, a) || is_denied(target, b)) {
    return std::nullopt;
  }
  return Difference{Mismatch::kDirection, match.source, match.target, 0.65};
}

}  // namespace

Span bounded_span(std::string_view text, Span passage, const Fact& fact) {
  const NamedEnd named = named_end(text, passage, fact);
  if (named.end == End::kNone) return fact.span;
  return {std::min(named.begin, fact.span.begin), fact.span.end};
}

void compare_bounds_and_trends(const PassageFacts& source, const PassageFacts& target,
                               std::span<const Match> matches,
                               std::vector<Difference>& differences) {
  for (const Match& match : matches) {
    const Fact& a = source.facts[match.source];
    const Fact& b = target.facts[match.target];
    const bool ends = same_value(a, b) && ends_conflict(named_end(source.text, source.span, a).end,
                                                        named_end(target.text, target.span, b).end);
    const bool bounds = bounds_conflict(source, a, target, b) && !is_denied(source, a) &&
                        !is_denied(target, b) && is_forbidden(source, a) == is_forbidden(target, b);
    if ((ends || bounds) && says_otherwise(source) == says_otherwise(target)) {
      differences.push_back({Mismatch::kBound, match.source, match.target, 0.7});
    } else if (const auto conflict = trend_conflict(source, target, match)) {
      differences.push_back(*conflict);
    } else if (half_is_left_open(source, a, b) || half_is_left_open(target, b, a)) {
      differences.push_back({Mismatch::kHalfOfDay, match.source, match.target, 0.6});
    }
  }
}

}  // namespace duizhao::facts
