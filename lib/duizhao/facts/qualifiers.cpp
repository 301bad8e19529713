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
    if (bounds_conflict(a, b)) {
      differences.push_back({Mismatch::kBound, match.source, match.target, 0.7});
    } else if (half_is_left_open(source, a, b) || half_is_left_open(target, b, a)) {
      differences.push_back({Mismatch::kHalfOfDay, match.source, match.target, 0.6});
    }
  }
}

}  // namespace duizhao::facts
