#include "duizhao/facts/qualifiers.h"

#include <algorithm>
#include <string_view>

namespace duizhao::facts {
namespace {

using Half = TimeOfDay::Half;

bool is_below(Approximation approximation) {
  return approximation == Approximation::kBelow || approximation == Approximation::kNearly;
}

/// At most on one side, at least on the other. Of durations nothing follows: 近五年 are the last
/// five years, and "over five years" is how long something took.
bool bounds_conflict(const Fact& a, const Fact& b) {
  if (dimension_of(a.unit) == Dimension::kDuration || a.value != b.value) return false;
  return (a.approximation == Approximation::kAbove && is_below(b.approximation)) ||
         (b.approximation == Approximation::kAbove && is_below(a.approximation));
}

/// Whether a negation stands before the fact in its clause, but not right before it: "did not fall
/// below 16", 没有升至5%以上. Which side of the figure that leaves is not for us to say.
bool is_denied(const Side& side, const Fact& fact) {
  constexpr std::string_view kNegations[] = {"没",   "沒",   "未",     "不", "not ",
                                             "n't ", "n’t ", "never ", "no "};
  constexpr std::size_t kReach = 30;  // bytes
  const std::string_view before =
      side.text.substr(side.span.begin, fact.span.begin - side.span.begin);
  std::string_view clause = before.substr(before.size() > kReach ? before.size() - kReach : 0);
  for (const std::string_view mark : {",", ";", ".", "，", "；", "。"}) {
    const std::size_t at = clause.rfind(mark);
    if (at != std::string_view::npos) clause.remove_prefix(at + mark.size());
  }
  return std::any_of(std::begin(kNegations), std::end(kNegations), [&](std::string_view negation) {
    return clause.find(negation) != std::string_view::npos;
  });
}

/// Whether a text speaks of the afternoon or the night, be it far from the hour.
bool speaks_of_later_day(std::string_view text) {
  constexpr std::string_view kWords[] = {"午",  "晚", "夜", "傍",    "黄昏",    "黃昏",
                                         "p.m", "pm", "PM", "night", "evening", "afternoon"};
  return std::any_of(std::begin(kWords), std::end(kWords), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

/// An hour below twelve by itself is before noon, unless the text says more.
bool half_is_left_open(const Side& side, const Fact& open, const Fact& said) {
  return open.kind == Kind::kTime && said.kind == Kind::kTime && !open.weak &&
         open.time.half == Half::kUnknown && said.time.half == Half::kAfternoon &&
         said.time.minute >= 13 * 60 && !speaks_of_later_day(side.span.in(side.text));
}

}  // namespace

void compare_qualifiers(const Side& source, const Side& target, std::span<const Match> matches,
                        std::vector<Difference>& differences) {
  for (const Match& match : matches) {
    const Fact& a = source.facts[match.source];
    const Fact& b = target.facts[match.target];
    if (bounds_conflict(a, b) && !is_denied(source, a) && !is_denied(target, b)) {
      differences.push_back({Mismatch::kBound, match.source, match.target, 0.7});
    } else if (half_is_left_open(source, a, b) || half_is_left_open(target, b, a)) {
      differences.push_back({Mismatch::kHalfOfDay, match.source, match.target, 0.6});
    }
  }
}

}  // namespace duizhao::facts
