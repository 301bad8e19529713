#include "duizhao/facts/units_in_text.h"

#include <array>

#include "duizhao/facts/dates.h"

namespace duizhao::facts {
namespace {

struct Derived {
  Unit base;
  Unit with;
  Unit result;
};

constexpr std::array kSpeeds = {
    Derived{Unit::kMetre, Unit::kSecond, Unit::kMetrePerSecond},
    Derived{Unit::kMetre, Unit::kHour, Unit::kMetrePerHour},
    Derived{Unit::kMetre, Unit::kMinute, Unit::kMetrePerMinute},
    Derived{Unit::kKilometre, Unit::kMinute, Unit::kKilometrePerMinute},
    Derived{Unit::kKilometre, Unit::kHour, Unit::kKilometrePerHour},
    Derived{Unit::kKilometre, Unit::kSecond, Unit::kKilometrePerSecond},
    Derived{Unit::kMile, Unit::kHour, Unit::kMilePerHour},
    Derived{Unit::kMile, Unit::kSecond, Unit::kMilePerSecond},
    Derived{Unit::kFoot, Unit::kSecond, Unit::kFootPerSecond},
    Derived{Unit::kNauticalMile, Unit::kHour, Unit::kKnot},
};

constexpr std::array kDataRates = {
    Derived{Unit::kKilobit, Unit::kSecond, Unit::kKilobitPerSecond},
    Derived{Unit::kMegabit, Unit::kSecond, Unit::kMegabitPerSecond},
    Derived{Unit::kGigabit, Unit::kSecond, Unit::kGigabitPerSecond},
    Derived{Unit::kKilobyte, Unit::kSecond, Unit::kKilobytePerSecond},
    Derived{Unit::kMegabyte, Unit::kSecond, Unit::kMegabytePerSecond},
    Derived{Unit::kGigabyte, Unit::kSecond, Unit::kGigabytePerSecond},
};

constexpr std::array kEnergies = {
    Derived{Unit::kWatt, Unit::kHour, Unit::kWattHour},
    Derived{Unit::kKilowatt, Unit::kHour, Unit::kKilowattHour},
    Derived{Unit::kMegawatt, Unit::kHour, Unit::kMegawattHour},
    Derived{Unit::kGigawatt, Unit::kHour, Unit::kGigawattHour},
};

struct Shaped {
  Unit length;
  Unit square;
  Unit cubic;
};

constexpr std::array kShapes = {
    Shaped{Unit::kMillimetre, Unit::kSquareMillimetre, Unit::kNone},
    Shaped{Unit::kCentimetre, Unit::kSquareCentimetre, Unit::kCubicCentimetre},
    Shaped{Unit::kMetre, Unit::kSquareMetre, Unit::kCubicMetre},
    Shaped{Unit::kKilometre, Unit::kSquareKilometre, Unit::kCubicKilometre},
    Shaped{Unit::kInch, Unit::kSquareInch, Unit::kNone},
    Shaped{Unit::kFoot, Unit::kSquareFoot, Unit::kCubicFoot},
    Shaped{Unit::kYard, Unit::kSquareYard, Unit::kNone},
    Shaped{Unit::kMile, Unit::kSquareMile, Unit::kNone},
};

Unit shaped(Unit length, int power) {
  for (const Shaped& shape : kShapes) {
    if (shape.length == length) return power == 2 ? shape.square : shape.cubic;
  }
  return Unit::kNone;
}

/// Symbols that are words or other symbols in other letters: "Mt", not "MT" or "mt"; "Mb" are bits
/// and "MB" bytes.
struct ExactSymbol {
  Unit unit;
  std::string_view form;
};

constexpr auto kExactSymbols = std::to_array<ExactSymbol>({
    {Unit::kMegatonne, "Mt"},
    {Unit::kMilliampere, "mA"},
    {Unit::kKilobit, "kb"},
    {Unit::kKilobit, "Kb"},
    {Unit::kMegabit, "Mb"},
    {Unit::kGigabit, "Gb"},
});

/// The unit of a symbol of two letters as it is written; `unit` where the case says nothing.
Unit unit_by_case(std::string_view form, Unit unit) {
  bool exact = false;
  for (const ExactSymbol& symbol : kExactSymbols) {
    if (symbol.form == form) return symbol.unit;
    exact = exact || symbol.unit == unit;
  }
  return exact && form.size() == 2 ? Unit::kNone : unit;
}

Unit word_unit(const Lexemes& lexemes, std::size_t i, bool after_digits) {
  const Lexeme& word = lexemes[i];
  const Meaning* meaning = word.as(Role::kUnit);
  if (meaning == nullptr) return Unit::kNone;
  Unit unit = static_cast<Unit>(static_cast<int>(meaning->value));
  unit = unit_by_case(lexemes.text_of(word), unit);
  if ((unit == Unit::kBar || unit == Unit::kPing || unit == Unit::kChi || unit == Unit::kCun ||
       unit == Unit::kMegatonne || unit == Unit::kMilliampere) &&
      (!after_digits || word.plural)) {
    return Unit::kNone;
  }
  const std::size_t length = word.end - word.begin;
  // "a", "in" and single letters are units only where they cannot be words.
  if (unit == Unit::kInch && length == 2) {
    return after_digits && !word.spaced ? unit : Unit::kNone;
  }
  if (length == 1 &&
      (!after_digits || (word.spaced && !lexemes[i + 1].spaced && !lexemes[i + 1].is_mark('/')))) {
    return Unit::kNone;
  }
  if (length == 1 && word.upper &&
      (unit == Unit::kMetre || unit == Unit::kGram || unit == Unit::kSecond ||
       unit == Unit::kHour || unit == Unit::kTonne)) {
    return Unit::kNone;  // 5G, 90M, Model S
  }
  if (unit == Unit::kMinute && length == 3 && !after_digits) return Unit::kNone;
  if ((unit == Unit::kLi || unit == Unit::kZhang || unit == Unit::kJin) && word.capital) {
    return Unit::kNone;  // surnames
  }
  return unit;
}

/// "Celsius", "C" after degrees.
Unit scale_of_degrees(const Lexemes& lexemes, std::size_t i) {
  if (lexemes.is(i, "celsius") || lexemes.is(i, "centigrade")) return Unit::kCelsius;
  if (lexemes.is(i, "fahrenheit")) return Unit::kFahrenheit;
  if (lexemes.is(i, "c") && lexemes[i].upper) return Unit::kCelsius;
  if (lexemes.is(i, "f") && lexemes[i].upper) return Unit::kFahrenheit;
  return Unit::kNone;
}

/// Units with a character of their own: %, ℃, ㎡.
struct Symbols {
  Unit unit;
  std::u32string_view characters;
};

constexpr auto kSymbols = std::to_array<Symbols>({
#define UNIT(id, dimension, scale, english, symbols, ...) {Unit::id, symbols},
#include "duizhao/facts/units.inc"
#undef UNIT
});

std::size_t read_symbol(const Lexemes& lexemes, std::size_t i, Unit& unit) {
  const char32_t c = lexemes[i].character;
  if (c == U'°' || c == U'º') {
    const Unit scale = scale_of_degrees(lexemes, i + 1);
    unit = scale == Unit::kNone ? Unit::kDegree : scale;
    return scale == Unit::kNone ? i + 1 : i + 2;
  }
  if (c < 0x80 && c != U'%') return i;
  for (const Symbols& symbols : kSymbols) {
    if (symbols.characters.find(c) == std::u32string_view::npos) continue;
    unit = symbols.unit;
    return i + 1;
  }
  return i;
}

/// Units of two words, which a hyphen may join; the second may have a plural s.
struct TwoWords {
  std::string_view first;
  std::string_view second;
  Unit unit;
};

constexpr auto kTwoWords = std::to_array<TwoWords>({
    {"basis", "point", Unit::kBasisPoint},
    {"fl", "oz", Unit::kFluidOunce},
    {"fluid", "ounce", Unit::kFluidOunce},
    {"light", "year", Unit::kLightYear},
    {"metric", "ton", Unit::kTonne},
    {"metric", "tonne", Unit::kTonne},
    {"mm", "hg", Unit::kMillimetreOfMercury},
    {"nautical", "mile", Unit::kNauticalMile},
    {"nautical", "nm", Unit::kNauticalMile},
    {"per", "cent", Unit::kPercent},
    {"percent", "point", Unit::kPercentagePoint},
    {"percentage", "point", Unit::kPercentagePoint},
    {"short", "ton", Unit::kShortTon},
});

std::size_t read_two_words(const Lexemes& lexemes, std::size_t i, Unit& unit) {
  for (const TwoWords& words : kTwoWords) {
    if (!lexemes.is(i, words.first)) continue;
    const std::size_t second = lexemes[i + 1].is_mark('-') ? i + 2 : i + 1;
    const std::string_view word = lexemes.text_of(lexemes[second]);
    const bool plural = word.size() == words.second.size() + 1 && (word.back() | 0x20) == 's' &&
                        lexemes.starts(second, words.second);
    if (!lexemes.is(second, words.second) && !plural) continue;
    unit = words.unit;
    return second + 1;
  }
  return i;
}

std::size_t read_english_unit(const Lexemes& lexemes, std::size_t i, bool after_digits,
                              Unit& unit) {
  if (const std::size_t end = read_two_words(lexemes, i, unit); end != i) return end;
  if (lexemes.is(i, "percentage")) return i;
  if (lexemes.is(i, "pp") && after_digits) {
    unit = Unit::kPercentagePoint;
    return i + 1;
  }
  // square kilometres, sq. km, cubic metres
  if (const Meaning* shape = lexemes[i].as(Role::kShape)) {
    std::size_t j = i + 1;
    if (lexemes[j].is_mark('.') || lexemes[j].is_mark('-')) ++j;
    const Unit length = word_unit(lexemes, j, true);
    const Unit result = shaped(length, static_cast<int>(shape->value));
    if (result == Unit::kNone) return i;
    unit = result;
    return j + 1;
  }
  const Unit base = word_unit(lexemes, i, after_digits);
  if (base == Unit::kNone) return i;
  unit = base;
  std::size_t j = i + 1;
  if (base == Unit::kDegree) {
    if (const Unit scale = scale_of_degrees(lexemes, j); scale != Unit::kNone) {
      unit = scale;
      return j + 1;
    }
    return j;
  }
  // km², km2
  const Lexeme& after = lexemes[j];
  if (!after.spaced) {
    const bool two = after.is_mark(U'²') || (after.is_digits() && lexemes.integer(j) == 2);
    const bool three = after.is_mark(U'³') || (after.is_digits() && lexemes.integer(j) == 3);
    if (two || three) {
      if (const Unit result = shaped(base, two ? 2 : 3); result != Unit::kNone) {
        unit = result;
        return j + 1;
      }
    }
  }
  // kilowatt-hours
  const std::size_t hours = lexemes[j].is_mark('-') ? j + 1 : j;
  if (lexemes.is(hours, "hour") || lexemes.is(hours, "hours")) {
    for (const Derived& energy : kEnergies) {
      if (energy.base == base) {
        unit = energy.result;
        return hours + 1;
      }
    }
  }
  // km/h, miles per hour, miles an hour
  if (after.is_mark('/') || lexemes.is(j, "per") || lexemes.is(j, "an") || lexemes.is(j, "a") ||
      lexemes.is(j, "every") || lexemes.is(j, "each")) {
    Unit time = word_unit(lexemes, j + 1, true);
    if (time == Unit::kMetre && after.is_mark('/')) time = Unit::kMinute;  // km/m
    if (const Unit speed = speed_of(base, time); speed != Unit::kNone) {
      unit = speed;
      return j + 2;
    }
  }
  return j;
}

std::size_t read_chinese_unit(const Lexemes& lexemes, std::size_t i, Unit& unit) {
  const HanEntry* entry = lexemes.han(i, Role::kUnit);
  if (entry == nullptr) return i;
  const auto base = static_cast<Unit>(static_cast<int>(entry->value));
  std::size_t j = i + entry->form.size();
  if (base == Unit::kWeek && lexemes[i].is_han(U'个') && is_chinese_weekday(lexemes, i + 1))
    return i;
  // 米 in 米粒, 日 in 日本, 度 in 度假: a unit of one character must not begin another word.
  if (entry->form.size() == 1) {
    const char32_t after = lexemes[j].is_han() ? lexemes[j].character : 0;
    const auto blocks = [&](std::u32string_view characters) {
      return after != 0 && characters.find(after) != std::u32string_view::npos;
    };
    switch (entry->form[0]) {
      case U'日':
        if (blocks(U"本军报元圆")) return i;
        break;
      case U'度':
        if (blocks(U"假过")) return i;
        break;
      case U'天':
        if (blocks(U"然津空堂")) return i;
        break;
      case U'克':
        if (blocks(U"拉里罗服")) return i;
        break;
      case U'码':
        if (blocks(U"头")) return i;
        break;
      case U'卡':
        if (blocks(U"车通片")) return i;
        break;
      case U'磅':
        if (blocks(U"礴")) return i;
        break;
      case U'巴':
        if (after != 0) return i;  // 巴士, 巴黎, 巴西
        break;
      case U'两': {  // 四两款, 三两个, 一两小时; 二两酒, 二两米
        const HanEntry* counted = lexemes.han(j, Role::kUnit);
        const bool units = counted != nullptr && counted->form.size() > 1;
        if (units || lexemes.han(j, Role::kCounter) != nullptr || blocks(U"年天周月岸")) return i;
        break;
      }
      case U'里':
        if (blocks(U"面程约昂")) return i;
        break;
      case U'夜':
      case U'晚':
        if (blocks(U"间上会")) return i;
        break;
      case U'年':
        if (blocks(U"级轻")) return i;
        break;
      default:
        break;
    }
  }
  unit = base;
  // 公里/小时, 米每秒, 公里/时
  std::size_t k = j;
  if (lexemes[k].is_mark('/') || lexemes[k].is_han(U'每')) {
    ++k;
    Unit time = Unit::kNone;
    if (const HanEntry* per = lexemes.han(k, Role::kUnit)) {
      time = static_cast<Unit>(static_cast<int>(per->value));
      k += per->form.size();
    } else if (lexemes[k].is_han(U'时')) {
      time = Unit::kHour;
      ++k;
    }
    if (const Unit speed = speed_of(base, time); speed != Unit::kNone) {
      unit = speed;
      return k;
    }
  }
  return j;
}

}  // namespace

Unit speed_of(Unit length, Unit time) {
  for (const Derived& speed : kSpeeds) {
    if (speed.base == length && speed.with == time) return speed.result;
  }
  for (const Derived& rate : kDataRates) {
    if (rate.base == length && rate.with == time) return rate.result;
  }
  return Unit::kNone;
}

std::size_t read_unit(const Lexemes& lexemes, std::size_t i, bool after_digits, Unit& unit) {
  switch (lexemes[i].type) {
    case Lexeme::Type::kMark:
      return read_symbol(lexemes, i, unit);
    case Lexeme::Type::kWord:
      return read_english_unit(lexemes, i, after_digits, unit);
    case Lexeme::Type::kHan:
      return read_chinese_unit(lexemes, i, unit);
    default:
      return i;
  }
}

}  // namespace duizhao::facts
