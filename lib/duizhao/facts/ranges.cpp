#include "duizhao/facts/ranges.h"

#include <algorithm>
#include <array>

#include "duizhao/text/white_space.h"

namespace duizhao::facts {
namespace {

enum class Joint : std::uint8_t { kNone, kRange, kList };

/// What stands between two numbers.
Joint joint_of(std::string_view gap) {
  static constexpr std::array kRanges = {
      std::string_view("-"),       std::string_view("–"),  std::string_view("—"),
      std::string_view("——"),      std::string_view("~"),  std::string_view("～"),
      std::string_view("〜"),      std::string_view("至"), std::string_view("到"),
      std::string_view("to"),      std::string_view("－"), std::string_view("−"),
      std::string_view("or"),      std::string_view("或"), std::string_view("至約"),
      std::string_view("to about")};
  static constexpr std::array kLists = {
      std::string_view("、"),   std::string_view(","),  std::string_view("，"),
      std::string_view("and"),  std::string_view("和"), std::string_view("及"),
      std::string_view("与"),   std::string_view("與"), std::string_view(", and"),
      std::string_view("以及"), std::string_view("&"),  std::string_view("/")};
  const std::string_view inner = text::trimmed(gap);
  if (std::find(kRanges.begin(), kRanges.end(), inner) != kRanges.end()) return Joint::kRange;
  if (std::find(kLists.begin(), kLists.end(), inner) != kLists.end()) return Joint::kList;
  return Joint::kNone;
}

/// "between 14 and 22 million": the "and" of a range.
bool follows_between(std::string_view text, const Fact& fact) {
  constexpr std::string_view kBetween = "between";
  const std::string_view before = text::trimmed(text.substr(0, fact.span.begin));
  return before.size() >= kBetween.size() &&
         before.substr(before.size() - kBetween.size()) == kBetween;
}

/// A number that nothing has been said of: what a neighbour may lend its unit to.
bool is_plain(const Fact& fact) {
  return fact.kind == Kind::kNumber && fact.approximation != Approximation::kVague;
}

/// The magnitude that the digits of a number are multiplied by: 1e8 of 12亿.
double magnitude(std::string_view text, const Fact& fact) {
  if (fact.value <= 0) return 1;
  // The digits end where the magnitude begins; both stand in the number's span.
  const std::string_view number = fact.number.in(text);
  static constexpr auto kMagnitudes = std::to_array<std::pair<std::string_view, double>>({
      {"kilobases", 1e3}, {"megapixels", 1e6}, {"trillion", 1e12}, {"billion", 1e9},
      {"million", 1e6},   {"thousand", 1e3},   {"bn", 1e9},        {"m", 1e6},
      {"k", 1e3},         {"万亿", 1e12},      {"萬億", 1e12},     {"千亿", 1e11},
      {"千億", 1e11},     {"百亿", 1e10},      {"百億", 1e10},     {"十亿", 1e9},
      {"十億", 1e9},      {"亿", 1e8},         {"億", 1e8},        {"千万", 1e7},
      {"千萬", 1e7},      {"百万", 1e6},       {"百萬", 1e6},      {"十万", 1e5},
      {"十萬", 1e5},      {"万", 1e4},         {"萬", 1e4},        {"千", 1e3},
  });
  for (const auto& [form, value] : kMagnitudes) {
    if (number.size() > form.size() && number.substr(number.size() - form.size()) == form) {
      return value;
    }
  }
  return 1;
}

/// What a coin behind an amount is of its currency: 8角, "60 cents"; 1 for the currency itself.
double part_of_currency(std::string_view text, const Fact& fact) {
  std::string_view behind = text.substr(fact.number.end);
  if (fact.kind != Kind::kMoney || behind.empty()) return 1;
  if (behind.front() == ' ' || behind.front() == '-') behind.remove_prefix(1);
  for (const std::string_view hundredth : {"cent", "分", "仙"}) {
    if (behind.starts_with(hundredth)) return 0.01;
  }
  return behind.starts_with("角") || behind.starts_with("毛") ? 0.1 : 1;
}

/// The date parts that a bare number before `next` shares with it: 3 in 3至5月 is a month.
bool lend_date(const Fact& next, Fact& fact) {
  const double value = fact.value;
  if (next.kind != Kind::kDate || fact.decimals > 0 || value < 1) return false;
  const Date& date = next.date;
  Date lent;
  if (date.period != Date::Period::kNone) {
    if (date.period != Date::Period::kQuarter || value > 4) return false;
    lent.period = date.period;
    lent.number = static_cast<std::int32_t>(value);
  } else if (date.year == 0 && date.day == 0 && date.month > 0 && value <= 12) {
    lent.month = static_cast<std::uint8_t>(value);
  } else if (date.day > 0 && value <= 31) {
    lent.day = static_cast<std::uint8_t>(value);
  } else if (date.year != 0 && date.month == 0 && value >= 1000 && value < 2200) {
    lent.year = static_cast<std::int32_t>(value);
  } else {
    return false;
  }
  fact.kind = Kind::kDate;
  fact.date = lent;
  fact.value = fact.upper = 0;
  return true;
}

}  // namespace

void join_ranges(std::string_view text, std::vector<Fact>& facts) {
  // From the right, so that a list hands on what its last member says. Alternatives are appended
  // behind the fact they read, which moves nothing to the left of it.
  for (std::size_t i = facts.size(); i-- > 1;) {
    if (facts[i].alternative) continue;
    std::size_t k = i - 1;
    while (k > 0 && facts[k].alternative) --k;
    Fact& left = facts[k];
    const Fact right = facts[i];
    if (left.span.end > right.span.begin) continue;
    Joint joint = joint_of(text.substr(left.span.end, right.span.begin - left.span.end));
    if (joint == Joint::kList && follows_between(text, left)) joint = Joint::kRange;
    if (joint == Joint::kNone) continue;
    // "those over 60, and 75% had …" are two clauses; "5, 10, and 15%" is a list.
    if (left.approximation != Approximation::kExact && right.kind != Kind::kDate &&
        text::trimmed(text.substr(left.span.end, right.span.begin - left.span.end)) == ", and") {
      continue;
    }
    if (is_plain(left)) {
      Fact written = left;
      written.alternative = true;
      bool changed = false;
      if (right.kind == Kind::kMoney || right.kind == Kind::kMeasure) {
        left.kind = right.kind;
        left.unit = right.unit;
        left.currency = right.currency;
        const double part = part_of_currency(text, right);
        left.value *= part;
        left.upper *= part;
        changed = true;
      } else if (lend_date(right, left)) {
        changed = true;
      }
      // 三到四成: tenths, both of them.
      const bool tenths = right.unit == Unit::kPercent && joint == Joint::kRange &&
                          text.substr(right.number.end).starts_with("成") && left.value <= 10;
      if (right.kind == Kind::kMultiple && joint == Joint::kRange) {  // 2到3倍
        left.kind = Kind::kMultiple;
        changed = true;
      }
      const double scale = tenths ? 10 : magnitude(text, right);
      if (scale > 1 && joint == Joint::kRange && left.kind != Kind::kDate &&
          magnitude(text, left) == 1 && left.value < 10000) {
        left.value *= scale;
        left.upper *= scale;
        changed = true;
      }
      // 3到5万 is no three to fifty thousand; 20到3万 may be what it says.
      const bool one_magnitude = scale > 1 && left.kind != Kind::kDate && left.digits &&
                                 right.digits && joint == Joint::kRange &&
                                 written.value * scale < right.value && left.value != written.value;
      if (changed && !one_magnitude) {
        facts.insert(facts.begin() + static_cast<std::ptrdiff_t>(k) + 1, written);
      }
    } else if (left.kind == Kind::kMoney && is_plain(right)) {  // US$3-5 billion
      Fact& second = facts[i];
      second.kind = Kind::kMoney;
      second.currency = left.currency;
      const double scale = magnitude(text, second);
      if (scale > 1 && joint == Joint::kRange && magnitude(text, left) == 1 && left.digits &&
          left.value < 1000) {
        Fact written = left;
        written.alternative = true;
        left.value *= scale;
        left.upper *= scale;
        facts.insert(facts.begin() + static_cast<std::ptrdiff_t>(k) + 1, written);
      }
    }
  }
}

namespace {

bool is_clock_unit(Unit unit) {
  return unit == Unit::kHour || unit == Unit::kMinute || unit == Unit::kSecond;
}

/// 分 by itself counts points as often as minutes; after 小时 or before 秒 it is minutes.
bool counts_minutes(std::string_view after) {
  constexpr std::string_view kFen = "分";
  return after.substr(0, kFen.size()) == kFen;
}

}  // namespace

void join_durations(std::string_view text, std::vector<Fact>& facts) {
  std::size_t kept = 0;         // facts[0, kept) are done
  Unit smallest = Unit::kNone;  // of the last of them
  for (std::size_t i = 0; i < facts.size(); ++i) {
    Fact fact = facts[i];
    const auto next_is_plain = [&](std::size_t k) {
      return k < facts.size() && !facts[k].alternative &&
             (k + 1 == facts.size() || !facts[k + 1].alternative);
    };
    // 1分57秒, 1 分 57 秒: minutes, since seconds follow at once.
    const auto behind_blank = [&](std::size_t at) {
      return at < text.size() && text[at] == ' ' ? at + 1 : at;
    };
    const std::size_t fen = behind_blank(fact.span.end);
    if (fact.kind == Kind::kNumber && fact.digits && next_is_plain(i) && next_is_plain(i + 1) &&
        facts[i + 1].unit == Unit::kSecond &&
        counts_minutes(text.substr(std::min(fen, text.size()))) &&
        behind_blank(fen + std::string_view("分").size()) == facts[i + 1].span.begin) {
      fact.kind = Kind::kMeasure;
      fact.unit = Unit::kMinute;
      fact.span.end = facts[i + 1].span.begin;
    }
    // 一小时二十分
    if (fact.kind == Kind::kNumber && kept > 0 && facts[kept - 1].unit == Unit::kHour &&
        facts[kept - 1].span.end == fact.span.begin && next_is_plain(i) && fact.value < 60 &&
        counts_minutes(text.substr(fact.span.end))) {
      fact.kind = Kind::kMeasure;
      fact.unit = Unit::kMinute;
      fact.weak = false;
      fact.span.end += std::string_view("分").size();
    }
    if (kept > 0 && fact.kind == Kind::kMeasure && is_clock_unit(fact.unit) && next_is_plain(i)) {
      Fact& before = facts[kept - 1];
      const std::string_view gap =
          before.span.end <= fact.span.begin
              ? text::trimmed(text.substr(before.span.end, fact.span.begin - before.span.end))
              : std::string_view("overlap");
      const bool joined = gap.empty() || gap == "and" || gap == ",";
      const bool smaller = is_clock_unit(before.unit) && !before.alternative &&
                           before.kind == Kind::kMeasure && smallest != fact.unit &&
                           in_base_unit(1, smallest) > in_base_unit(1, fact.unit);
      if (joined && smaller && before.upper == before.value && fact.upper == fact.value) {
        before.value = before.upper =
            in_base_unit(before.value, before.unit) + in_base_unit(fact.value, fact.unit);
        before.unit = Unit::kSecond;
        smallest = fact.unit;
        before.weak = false;
        before.span.end = fact.span.end;
        before.number.end = fact.number.end;
        continue;
      }
    }
    smallest = fact.unit;
    facts[kept++] = fact;
  }
  facts.resize(kept);
}

}  // namespace duizhao::facts
