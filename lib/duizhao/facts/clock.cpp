#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <iterator>
#include <optional>

#include "duizhao/facts/calendar.h"
#include "duizhao/facts/dates.h"
#include "duizhao/facts/numeral.h"

namespace duizhao::facts {
namespace {

using Half = TimeOfDay::Half;

void add_time(const Lexemes& lexemes, std::size_t first, std::size_t last, TimeOfDay time,
              std::vector<Fact>& facts) {
  Fact fact = number_fact(lexemes, first, last, 0);
  fact.kind = Kind::kTime;
  fact.time = time;
  facts.push_back(fact);
}

/// Puts an hour of the twelve-hour clock into its half of the day.
TimeOfDay time_of(int hour, int minute, Half half) {
  TimeOfDay time;
  if (hour == 24) hour = 0;
  if (hour >= 13 || (hour == 0 && half == Half::kUnknown)) {
    half = hour >= 12 ? Half::kAfternoon : Half::kMorning;
  } else if (half == Half::kAfternoon && hour < 12) {
    hour += 12;
  } else if (half == Half::kMorning && hour == 12) {
    hour = 0;
  }
  if (half == Half::kUnknown && hour == 12) hour = 0;  // noon or midnight
  time.minute = static_cast<std::int16_t>(hour * 60 + minute);
  time.half = half;
  return time;
}

// ---- Chinese ----

struct DayPart {
  std::u32string_view form;
  Half half;
  bool midnight;  ///< twelve of it is midnight, small hours are of the morning
};

constexpr DayPart kDayParts[] = {
    {U"凌晨", Half::kMorning, false},   {U"清晨", Half::kMorning, false},
    {U"早晨", Half::kMorning, false},   {U"早上", Half::kMorning, false},
    {U"上午", Half::kMorning, false},   {U"今早", Half::kMorning, false},
    {U"下午", Half::kAfternoon, false}, {U"午后", Half::kAfternoon, false},
    {U"傍晚", Half::kAfternoon, false}, {U"晚上", Half::kAfternoon, true},
    {U"晚间", Half::kAfternoon, true},  {U"夜晚", Half::kAfternoon, true},
    {U"夜里", Half::kAfternoon, true},  {U"夜间", Half::kAfternoon, true},
    {U"深夜", Half::kAfternoon, true},  {U"半夜", Half::kAfternoon, true},
    {U"午夜", Half::kAfternoon, true},  {U"今晚", Half::kAfternoon, true},
    {U"昨晚", Half::kAfternoon, true},  {U"当晚", Half::kAfternoon, true},
    {U"中午", Half::kAfternoon, false}, {U"正午", Half::kAfternoon, false},
    {U"晚", Half::kAfternoon, true},    {U"早", Half::kMorning, false},
};

TimeOfDay chinese_time(int hour, int minute, const DayPart* part) {
  if (part == nullptr) return time_of(hour, minute, Half::kUnknown);
  if (part->midnight && (hour == 12 || hour < 5)) return time_of(hour, minute, Half::kMorning);
  // 中午11点半 is before noon.
  if (part->form == U"中午" && (hour == 11 || hour == 10)) {
    return time_of(hour, minute, Half::kMorning);
  }
  return time_of(hour, minute, part->half);
}

std::optional<int> whole(const Lexemes& lexemes, std::size_t i, int highest, std::size_t& end) {
  if (lexemes[i].is_digits()) {
    if (lexemes.digit_count(i) > 2) return std::nullopt;
    const double value = lexemes.integer(i);
    if (value > highest) return std::nullopt;
    end = i + 1;
    return static_cast<int>(value);
  }
  const auto number = read_chinese(lexemes, i);
  if (!number || number->digits || number->decimals > 0 || number->fraction ||
      number->upper != number->value || number->value > highest) {
    return std::nullopt;
  }
  end = number->end;
  return static_cast<int>(number->value);
}

/// The numeral up to `highest` right before `mark`, read by itself: 十点五 would be a decimal, 十分
/// "very", and 两三点 names no hour.
std::optional<int> numeral_before(const Lexemes& lexemes, std::size_t i, char32_t mark, int highest,
                                  std::size_t& end) {
  if (lexemes[i].is_digits()) {
    const auto value = whole(lexemes, i, highest, end);
    return value && lexemes[end].is_han(mark) ? value : std::nullopt;
  }
  int value = 0;
  std::size_t j = i;
  for (; j < i + 4 && lexemes[j].is_han(); ++j) {
    const char32_t c = lexemes[j].character;
    if (const int digit = han_digit(c); digit >= 0) {
      if (j > i && lexemes[j - 1].character != U'十') return std::nullopt;
      value += digit;
    } else if (c == U'十') {
      value = value == 0 ? 10 : value * 10;
    } else {
      break;
    }
  }
  if (j == i || value > highest || !lexemes[j].is_han(mark)) return std::nullopt;
  end = j;
  return value;
}

std::optional<int> hour_before_dian(const Lexemes& lexemes, std::size_t i, std::size_t& end) {
  return numeral_before(lexemes, i, U'点', 24, end);
}

/// 一刻, 十分 as the time that is wanting to the full hour; 0 where none is.
int minutes_wanting(const Lexemes& lexemes, std::size_t i, std::size_t& end) {
  constexpr int kQuarter = 15;
  if (lexemes.han_is(i, U"一刻")) {
    end = i + 2;
    return kQuarter;
  }
  std::size_t after = i;
  const auto minutes = whole(lexemes, i, 29, after);
  if (!minutes || *minutes == 0 || !lexemes[after].is_han(U'分')) return 0;
  end = after + (lexemes[after + 1].is_han(U'钟') ? 2 : 1);
  return *minutes;
}

/// 差一刻五点, 差五分钟八点: what is wanting stands in front. The other way round, 五点差一刻, is
/// read with the hour.
std::size_t read_time_before_hour(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  if (!lexemes[i].is_han(U'差')) return i;
  std::size_t end = i + 1;
  const int wanting = minutes_wanting(lexemes, i + 1, end);
  if (wanting == 0) return i;
  std::size_t dian = end;
  const auto hour = hour_before_dian(lexemes, end, dian);
  if (!hour || *hour == 0) return i;
  add_time(lexemes, i, dian + 1, time_of(*hour == 1 ? 12 : *hour - 1, 60 - wanting, Half::kUnknown),
           facts);
  return dian + 1;
}

std::size_t read_chinese_time(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  if (!lexemes[i].is_han() && !lexemes[i].is_digits()) return i;
  if (const std::size_t end = read_time_before_hour(lexemes, i, facts); end != i) return end;
  const DayPart* part = nullptr;
  std::size_t j = i;
  if (lexemes[i].is_han()) {
    const auto* const found = std::ranges::find_if(
        kDayParts, [&](const DayPart& known) { return lexemes.han_is(i, known.form); });
    if (found != std::end(kDayParts)) {
      part = found;
      j = i + part->form.size();
    }
  }
  if (part != nullptr && (lexemes[j].is_han(U'约') || lexemes[j].is_han(U'近'))) ++j;
  const Lexeme& first = lexemes[j];
  if (!first.is_digits() && !first.is_han()) return i;
  if (j > 0 && first.is_digits() && !first.spaced && part == nullptr &&
      (lexemes[j - 1].is_mark('.') || lexemes[j - 1].is_word())) {
    return i;
  }

  std::size_t end = j;
  if (const auto hour = hour_before_dian(lexemes, j, end)) {  // 8点, 六点半, 10点35分
    ++end;
    if (lexemes[end].is_han(U'子')) return i;
    bool certain = part != nullptr;
    int minute = 0;
    if (lexemes[end].is_han(U'差') && *hour > 0) {
      if (const int wanting = minutes_wanting(lexemes, end + 1, end); wanting > 0) {
        add_time(lexemes, i, end, chinese_time(*hour == 1 ? 12 : *hour - 1, 60 - wanting, part),
                 facts);
        return end;
      }
    }
    if (lexemes[end].is_han(U'半')) {
      minute = 30;
      ++end;
      certain = true;
    } else if (lexemes[end].is_han(U'一') && lexemes[end + 1].is_han(U'刻')) {
      minute = 15;
      end += 2;
      certain = true;
    } else if (lexemes[end].is_han(U'三') && lexemes[end + 1].is_han(U'刻')) {
      minute = 45;
      end += 2;
      certain = true;
    } else {
      std::size_t after = end;
      auto minutes = numeral_before(lexemes, end, U'分', 59, after);
      if (!minutes) minutes = whole(lexemes, end, 59, after);
      if (minutes && lexemes[after].is_han(U'分') && !lexemes[after + 1].is_han(U'之')) {
        minute = *minutes;
        end = after + 1;
        certain = true;
      } else if (minutes && part != nullptr) {
        minute = *minutes;
        end = after;
      } else if (!first.is_digits() && lexemes[end].is_han() &&
                 han_digit(lexemes[end].character) >= 0) {
        return i;  // 三点五, 九点五亿: a decimal
      }
    }
    if (lexemes[end].is_han(U'钟') || lexemes[end].is_han(U'整') || lexemes[end].is_han(U'许')) {
      ++end;
      certain = true;
    }
    if (lexemes[end].is_han(U'多')) {
      ++end;
      certain = true;
    }
    add_time(lexemes, i, end, chinese_time(*hour, minute, part), facts);
    if (!certain) {  // 8点意见
      Fact other = number_fact(lexemes, i, end, *hour);
      other.weak = true;
      other.alternative = true;
      facts.back().weak = !first.is_digits();
      facts.push_back(other);
    }
    return end;
  }
  if (const auto hour = whole(lexemes, j, 24, end);
      hour && lexemes[end].is_han(U'时') && !lexemes[end + 1].is_han(U'候') &&
      !lexemes[end + 1].is_han(U'期') && !lexemes[end + 1].is_han(U'代') &&
      !lexemes[end + 1].is_han(U'间')) {  // 14时, 17时07分
    ++end;
    int minute = 0;
    std::size_t after = end;
    if (lexemes[end].is_han(U'半')) {
      minute = 30;
      ++end;
    } else if (const auto minutes = whole(lexemes, end, 59, after);
               minutes && lexemes[after].is_han(U'分')) {
      minute = *minutes;
      end = after + 1;
    }
    if (lexemes[end].is_han(U'整') || lexemes[end].is_han(U'许')) ++end;
    const bool certain = part != nullptr || first.is_digits() || minute > 0;
    add_time(lexemes, i, end, chinese_time(*hour, minute, part), facts);
    facts.back().weak = !certain;
    return end;
  }
  if (part != nullptr && first.is_digits()) {  // 晚10：08, 下午 3:30
    const auto hour = whole(lexemes, j, 24, end);
    if (hour && lexemes[end].is_mark(':') && lexemes[end + 1].is_digits() &&
        lexemes.digit_count(end + 1) == 2) {
      const auto minute = static_cast<int>(lexemes.integer(end + 1));
      if (minute < 60) {
        add_time(lexemes, i, end + 2, chinese_time(*hour, minute, part), facts);
        return end + 2;
      }
    }
  }
  return i;
}

// ---- English ----

bool is_any(const Lexemes& lexemes, std::size_t i, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return lexemes.is(i, word); });
}

/// a.m., PM, "in the morning", "at night" after an hour; `end` is advanced past it.
Half half_after(const Lexemes& lexemes, std::size_t& end) {
  const auto letters = [&](std::size_t i, std::string_view first) {
    return lexemes.is(i, first) && lexemes[i + 1].is_mark('.') && lexemes.is(i + 2, "m");
  };
  if (letters(end, "a") || letters(end, "p")) {
    const Half half = lexemes.is(end, "a") ? Half::kMorning : Half::kAfternoon;
    end += lexemes[end + 3].is_mark('.') && !lexemes[end + 3].spaced ? 4 : 3;
    return half;
  }
  if (is_any(lexemes, end, {"am", "pm"})) {
    const Half half = lexemes.is(end, "am") ? Half::kMorning : Half::kAfternoon;
    ++end;
    return half;
  }
  std::size_t j = end;
  if (lexemes[j].is_mark(',')) ++j;
  if (lexemes[j].is_mark('(')) {  // 9:30 (UTC 0230) in the morning
    for (std::size_t k = j + 1; k < j + 6; ++k) {
      if (lexemes[k].is_mark(')')) j = k + 1;
    }
  }
  if (is_any(lexemes, j, {"local", "this", "that", "tomorrow", "yesterday"})) ++j;
  if (is_any(lexemes, j, {"in", "at", "on"})) ++j;
  if (is_any(lexemes, j, {"the", "a"})) ++j;
  if (is_any(lexemes, j, {"early", "late"})) ++j;
  if (!is_any(lexemes, j - 1,
              {"in", "at", "on", "the", "a", "early", "late", "this", "that", "tomorrow",
               "yesterday"}) &&
      !lexemes.is(j, "tonight")) {
    return Half::kUnknown;
  }
  if (const Meaning* part = lexemes[j].as(Role::kDayPart)) {
    end = j + 1;
    return part->value == 1 ? Half::kMorning : Half::kAfternoon;
  }
  return Half::kUnknown;
}

/// "at ten at night" is of the evening, "at two at night" of the morning.
TimeOfDay english_time(int hour, int minute, Half half, bool night) {
  if (night && half == Half::kAfternoon && (hour == 12 || hour < 5)) half = Half::kMorning;
  return time_of(hour, minute, half);
}

std::size_t finish_english(const Lexemes& lexemes, std::size_t first, std::size_t end, int hour,
                           int minute, bool certain, std::vector<Fact>& facts) {
  const std::size_t before = end;
  const Half half = half_after(lexemes, end);
  const bool night = end > before && lexemes.is(end - 1, "night");
  if (!certain && half == Half::kUnknown) return first;
  add_time(lexemes, first, end, english_time(hour, minute, half, night), facts);
  return end;
}

/// One to twelve in words or digits.
std::optional<int> small_number(const Lexemes& lexemes, std::size_t i, int highest,
                                std::size_t& end) {
  if (lexemes[i].is_digits()) return whole(lexemes, i, highest, end);
  const auto number = read_english(lexemes, i);
  if (!number || number->ordinal || number->fraction || number->scaled ||
      number->value != number->upper || number->value > highest || number->value < 1) {
    return std::nullopt;
  }
  end = number->end;
  return static_cast<int>(number->value);
}

/// 27:37 is no time of day: the minute and second of a match or of a film. 72:28 is how a hundred
/// is divided, and 31：27 in Chinese text the score.
std::size_t read_minutes_and_seconds(const Lexemes& lexemes, std::size_t i,
                                     std::vector<Fact>& facts) {
  constexpr double kHours = 24;
  const Lexeme& mark = lexemes[i + 1];
  const Lexeme& seconds = lexemes[i + 2];
  const bool chinese =
      lexemes[i + 3].is_han() || (i > 0 && lexemes[i - 1].is_han()) || mark.end - mark.begin > 1;
  if (chinese || !lexemes[i].is_digits() || lexemes.digit_count(i) > 3 ||
      lexemes.integer(i) <= kHours || !mark.is_mark(':') || mark.spaced || !seconds.is_digits() ||
      seconds.spaced || lexemes.digit_count(i + 2) != 2 || lexemes.integer(i + 2) >= 60 ||
      lexemes.integer(i) + lexemes.integer(i + 2) == 100 ||
      (lexemes[i + 3].is_mark(':') && !lexemes[i + 3].spaced)) {
    return i;
  }
  Fact fact = number_fact(lexemes, i, i + 3, lexemes.integer(i) * 60 + lexemes.integer(i + 2));
  fact.kind = Kind::kMeasure;
  fact.unit = Unit::kSecond;
  facts.push_back(fact);
  return i + 3;
}

/// 25:21、23:25: sets of a match, of which one at least is no time of day.
bool is_among_scores(const Lexemes& lexemes, std::size_t i) {
  const auto is_pair = [&](std::size_t k) {
    return lexemes[k].is_digits() && lexemes[k + 1].is_mark(':') && lexemes[k + 2].is_digits();
  };
  const auto is_comma = [&](std::size_t k) {
    return lexemes[k].is_mark(U'、') || lexemes[k].is_mark(',');
  };
  constexpr std::size_t kStep = 4;  // a pair and a comma
  std::size_t first = i;
  while (first >= kStep && is_comma(first - 1) && is_pair(first - kStep)) first -= kStep;
  bool score = false;
  std::size_t count = 0;
  for (std::size_t k = first; is_pair(k); k += kStep) {
    ++count;
    score = score || lexemes.integer(k) > 24 || lexemes.integer(k + 2) >= 60;
    if (!is_comma(k + 3)) break;
  }
  return score && count > 1;
}

/// "six-thirty", "at seven forty-five".
std::size_t read_spoken_time(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  if (!lexemes[i].is_word()) return i;
  std::size_t k = i;
  const auto hour = small_number(lexemes, i, 12, k);
  if (!hour || *hour < 1 || k != i + 1) return i;
  const bool joined = lexemes[k].is_mark('-');
  if (joined) ++k;
  const bool told =
      i > 0 && is_any(lexemes, i - 1, {"at", "by", "until", "till", "before", "after", "around"});
  int minute = 0;
  std::size_t end = k + 1;
  if (lexemes.is(k, "thirty") && (joined || told)) {
    minute = 30;
  } else if (lexemes.is(k, "fifteen") && told) {
    minute = 15;
  } else if (lexemes.is(k, "forty") && told) {
    if (lexemes[end].is_mark('-')) ++end;
    if (!lexemes.is(end, "five")) return i;
    ++end;
    minute = 45;
  } else {
    return i;
  }
  const bool goes_on = lexemes[end].is_mark('-') || lexemes[end].as(Role::kScale) != nullptr ||
                       lexemes[end].as(Role::kUnit) != nullptr;
  return goes_on ? i : finish_english(lexemes, i, end, *hour, minute, true, facts);
}

std::size_t read_english_time(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  const Lexeme& first = lexemes[i];
  if (is_among_scores(lexemes, i)) return i;
  if (lexemes.is(i, "noon") || lexemes.is(i, "midday")) {
    add_time(lexemes, i, i + 1, time_of(12, 0, Half::kAfternoon), facts);
    facts.back().weak = true;
    return i + 1;
  }
  if (lexemes.is(i, "midnight")) {
    add_time(lexemes, i, i + 1, time_of(0, 0, Half::kMorning), facts);
    facts.back().weak = true;
    return i + 1;
  }
  // half past four, quarter to five, seven past five
  std::size_t j = i;
  std::optional<int> part;
  bool words = false;
  if (is_any(lexemes, i, {"half", "quarter"}) ||
      (lexemes.is(i, "a") && lexemes.is(i + 1, "quarter"))) {
    if (lexemes.is(i, "a")) ++j;
    part = lexemes.is(j, "half") ? 30 : 15;
    ++j;
    words = true;
  } else if (first.is_word() || first.is_digits()) {
    if (const auto number = small_number(lexemes, i, 59, j)) {
      part = number;
      if (is_any(lexemes, j, {"minute", "minutes"})) {
        ++j;
        // "at ten minutes to six"; "from ten minutes to six" it was cut.
        words = i > 0 && is_any(lexemes, i - 1, {"at", "by", "until", "till", "before", "after"});
      } else if (i > 0 && lexemes.is(i - 1, "at") && !first.is_digits() && *number % 5 == 0) {
        // "At five to eight he rose"; at five to eight per cent.
        std::size_t end = j;
        words = small_number(lexemes, j + 1, 12, end) &&
                (!lexemes[end].is_word() ||
                 is_any(lexemes, end,
                        {"he", "she", "it", "we", "they", "the", "in", "on", "and", "when"}));
      }
    }
  }
  if (part == 30 && lexemes[j].is_mark('-') && lexemes.is(j + 1, "past")) ++j;  // half-past
  if (part == 30 && i > 0 && is_any(lexemes, i - 1, {"at", "by", "until", "till"})) {
    std::size_t end = j;
    if (const auto hour = small_number(lexemes, j, 12, end);
        hour && !lexemes[j].is_digits() &&
        lexemes[end].as(Role::kUnit) == nullptr) {  // at half nine
      add_time(lexemes, i, end, time_of(*hour, 30, Half::kUnknown), facts);
      facts.back().weak = true;
      return end;
    }
  }
  if (part && is_any(lexemes, j, {"past", "to", "after"})) {
    const bool past = lexemes.is(j, "past");
    std::size_t end = j + 1;
    auto hour = small_number(lexemes, j + 1, 12, end);
    Half half = Half::kUnknown;
    if (words && (lexemes.is(j + 1, "midnight") || lexemes.is(j + 1, "noon"))) {
      half = lexemes.is(j + 1, "noon") == past ? Half::kAfternoon : Half::kMorning;
      if (lexemes.is(j + 1, "midnight")) half = past ? Half::kMorning : Half::kAfternoon;
      hour = 12;
      end = j + 2;
    }
    if (hour && (past || words)) {
      if (lexemes.is(end, "o") && lexemes[end + 1].is_mark('\'')) end += 3;
      const int minutes = past || lexemes.is(j, "after") ? *part : 60 - *part;
      const int full = past || lexemes.is(j, "after") ? *hour : (*hour + 11) % 12;
      if (half != Half::kUnknown) {
        add_time(lexemes, i, end, time_of(full == 0 ? 12 : full, minutes, half), facts);
        return end;
      }
      return finish_english(lexemes, i, end, full, minutes, past || words, facts);
    }
  }
  if (const std::size_t end = read_spoken_time(lexemes, i, facts); end != i) return end;
  if (const std::size_t end = read_minutes_and_seconds(lexemes, i, facts); end != i) return end;
  // 1400 GMT
  if (first.is_digits() && lexemes.digit_count(i) == 4 && lexemes.integer(i) < 2400 &&
      std::fmod(lexemes.integer(i), 100) < 60 && is_any(lexemes, i + 1, {"gmt", "utc"})) {
    const auto clock = static_cast<int>(lexemes.integer(i));
    add_time(lexemes, i, i + 2, time_of(clock / 100, clock % 100, Half::kUnknown), facts);
    return i + 2;
  }
  if (first.is_digits() && lexemes.integer(i) == 12 &&
      is_any(lexemes, i + 1, {"noon", "midnight"})) {
    const bool noon = lexemes.is(i + 1, "noon");
    add_time(lexemes, i, i + 2, time_of(12, 0, noon ? Half::kAfternoon : Half::kMorning), facts);
    return i + 2;
  }
  // eleven o'clock
  std::size_t end = i;
  const auto hour = first.is_word() || first.is_digits() ? small_number(lexemes, i, 24, end)
                                                         : std::optional<int>();
  if (!hour) return i;
  if (first.is_digits() && i > 0 && !first.spaced) {
    const Lexeme& before = lexemes[i - 1];
    const bool separator = before.is_mark('.') || before.is_mark(',') || before.is_mark(':');
    if (before.is_word() || before.is_mark('$') || (separator && lexemes[i - 2].is_digits()))
      return i;
  }
  if (lexemes.is(end, "o") && lexemes[end + 1].is_mark('\'') && lexemes.is(end + 2, "clock")) {
    return finish_english(lexemes, i, end + 3, *hour, 0, true, facts);
  }
  // 10:35, 10.35 pm, 10 a.m.
  const Lexeme& mark = lexemes[end];
  const Lexeme& next = lexemes[end + 1];
  if (first.is_digits() && !mark.spaced && (mark.is_mark(':') || mark.is_mark('.')) &&
      next.is_digits() && !next.spaced && lexemes.digit_count(end + 1) == 2 &&
      lexemes.integer(end + 1) < 60) {
    const auto minute = static_cast<int>(lexemes.integer(end + 1));
    std::size_t after = end + 2;
    std::int16_t second = -1;
    if (lexemes[after].is_mark(':') && !lexemes[after].spaced && lexemes[after + 1].is_digits() &&
        lexemes.digit_count(after + 1) == 2) {
      second = static_cast<std::int16_t>(lexemes.integer(after + 1));
      after += 2;
    }
    const bool certain = mark.is_mark(':');
    const Lexeme& point = lexemes[after];
    if (certain && point.is_mark('.') && !point.spaced && lexemes[after + 1].is_digits() &&
        !lexemes[after + 1].spaced) {  // 1:57.79 is a minute and more
      const auto places = static_cast<double>(lexemes.digit_count(after + 1));
      Fact fact =
          number_fact(lexemes, i, after + 2,
                      *hour * 60 + minute + lexemes.integer(after + 1) / std::pow(10.0, places));
      fact.kind = Kind::kMeasure;
      fact.unit = Unit::kSecond;
      facts.push_back(fact);
      return after + 2;
    }
    const std::size_t last = finish_english(lexemes, i, after, *hour, minute, certain, facts);
    if (last != i && second >= 0) facts.back().time.second = second;
    if (last == after && certain) {  // 3:35 may count minutes and seconds, 2:03:16 hours as well
      const int minutes = *hour * 60 + minute;
      Fact duration = number_fact(lexemes, i, after, second < 0 ? minutes : minutes * 60 + second);
      duration.kind = Kind::kMeasure;
      duration.unit = Unit::kSecond;
      duration.alternative = true;
      facts.push_back(duration);
    }
    return last;
  }
  if (first.is_digits() && mark.is_han()) return i;
  const std::size_t before = end;
  std::size_t probe = end;
  const Half half = half_after(lexemes, probe);
  if (half == Half::kUnknown || *hour > 12) return i;
  // "ten in the morning" is a time; "two on the night" may count things.
  const bool letters = is_any(lexemes, before, {"am", "pm", "a", "p"});
  if (!letters && !lexemes.is(before, "in") && !lexemes.is(before, "at")) return i;
  const std::size_t last = finish_english(lexemes, i, end, *hour, 0, false, facts);
  // "at three or four in the afternoon"
  if (last != i && i > 1 && lexemes.is(i - 1, "or")) facts.back().weak = true;
  return last;
}

}  // namespace

std::size_t read_time(const Lexemes& lexemes, std::size_t i, std::vector<Fact>& facts) {
  if (const std::size_t end = read_chinese_time(lexemes, i, facts); end != i) return end;
  const Lexeme& first = lexemes[i];
  if (first.is_digits() || !first.meanings.empty() || lexemes.is(i, "noon") ||
      lexemes.is(i, "midday") || lexemes.is(i, "midnight") || lexemes.is(i, "a")) {
    return read_english_time(lexemes, i, facts);
  }
  return i;
}

}  // namespace duizhao::facts
