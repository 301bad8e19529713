#include <cmath>
#include <string_view>
#include <utility>

#include "duizhao/facts/numeral.h"

namespace duizhao::facts {
namespace {

const Meaning* meaning(const Lexemes& lexemes, std::size_t i, Role role) {
  return lexemes[i].as(role);
}

/// Skips a hyphen that joins two words: i of the word after it, or `i` itself.
std::size_t past_hyphen(const Lexemes& lexemes, std::size_t i) {
  return lexemes[i].is_mark('-') && !lexemes[i].spaced && lexemes[i + 1].is_word() &&
                 !lexemes[i + 1].spaced
             ? i + 1
             : i;
}

/// A number below a hundred in words: seven, seventeen, twenty, twenty-five; also the ordinals.
struct Small {
  double value = 0;
  std::size_t end = 0;
  bool ordinal = false;
};

std::optional<Small> read_small(const Lexemes& lexemes, std::size_t i) {
  const Meaning* cardinal = meaning(lexemes, i, Role::kCardinal);
  if (cardinal == nullptr) {
    const Meaning* ordinal = meaning(lexemes, i, Role::kOrdinal);
    if (ordinal == nullptr || lexemes[i].plural) return std::nullopt;
    return Small{ordinal->value, i + 1, true};
  }
  if (lexemes[i].plural) return std::nullopt;  // the sixties
  if (cardinal->value >= 20) {
    const std::size_t next = past_hyphen(lexemes, i + 1);
    if (const Meaning* unit = meaning(lexemes, next, Role::kCardinal);
        unit != nullptr && unit->value >= 1 && unit->value <= 9 && !lexemes[next].plural) {
      return Small{cardinal->value + unit->value, next + 1, false};
    }
    if (const Meaning* unit = meaning(lexemes, next, Role::kOrdinal);
        unit != nullptr && unit->value <= 9 && !lexemes[next].plural) {
      return Small{cardinal->value + unit->value, next + 1, true};
    }
  }
  return Small{cardinal->value, i + 1, false};
}

/// "and a half", "and three quarters" after a number: what they add, per unit. Hyphens may join the
/// words: three-and-a-half.
std::optional<Small> read_and_fraction(const Lexemes& lexemes, std::size_t i) {
  std::size_t j = past_hyphen(lexemes, i);
  if (!lexemes.is(j, "and")) return std::nullopt;
  j = past_hyphen(lexemes, j + 1);
  double above = 1;
  if (lexemes.is(j, "a") || lexemes.is(j, "one")) {
    ++j;
  } else if (const auto count = read_small(lexemes, j); count && !count->ordinal) {
    above = count->value;
    j = count->end;
  } else {
    return std::nullopt;
  }
  j = past_hyphen(lexemes, j);
  const Meaning* below = meaning(lexemes, j, Role::kDenominator);
  if (below == nullptr || below->value > 10 || above >= below->value) return std::nullopt;
  return Small{above / below->value, j + 1, false};
}

/// A row of magnitudes: "hundred thousand" is 1e5. Returns the index after them.
std::size_t read_scales(const Lexemes& lexemes, std::size_t i, double& scale) {
  for (;;) {
    const std::size_t next = past_hyphen(lexemes, i);
    const Meaning* word = meaning(lexemes, next, Role::kScale);
    if (word == nullptr) return i;
    scale *= word->value;
    i = next + 1;
  }
}

/// Dozens, hundreds, tens of thousands: the order of magnitude, and nothing more.
std::optional<Numeral> read_vague(const Lexemes& lexemes, std::size_t i) {
  if (!lexemes[i].plural && !lexemes.is(i, "tens")) return std::nullopt;
  const Meaning* word = meaning(lexemes, i, Role::kScale);
  if (word == nullptr) word = meaning(lexemes, i, Role::kDozen);
  double scale = 0;
  if (word != nullptr) {
    scale = word->value;
  } else if (lexemes.is(i, "tens") || lexemes.is(i, "scores")) {
    scale = lexemes.is(i, "tens") ? 10 : 20;
  } else {
    return std::nullopt;
  }
  Numeral numeral;
  numeral.end = i + 1;
  if (lexemes.is(i + 1, "of")) {
    if (const auto more = read_vague(lexemes, i + 2)) {
      scale *= more->value;
      numeral.end = more->end;
    } else if (const Meaning* of = meaning(lexemes, i + 2, Role::kScale)) {
      scale *= of->value;
      numeral.end = i + 3;
    }
  } else if (lexemes.is(i, "tens")) {
    return std::nullopt;
  }
  numeral.value = scale;
  numeral.upper = scale * 10 - 1;
  numeral.approximation = Approximation::kVague;
  numeral.scaled = scale >= 100;
  return numeral;
}

/// What several, a few and many count when a magnitude follows.
std::optional<Numeral> read_several(const Lexemes& lexemes, std::size_t i) {
  std::size_t j = i;
  double low = 2;
  double high = 10;
  if (lexemes.is(j, "a") || lexemes.is(j, "the")) ++j;
  if (lexemes.is(j, "couple")) {
    high = 3;
    ++j;
    if (lexemes.is(j, "of")) ++j;
  } else if (lexemes.is(j, "several") || lexemes.is(j, "few") || lexemes.is(j, "many")) {
    if (lexemes.is(j, "many")) high = 99;
    ++j;
  } else {
    return std::nullopt;
  }
  if (lexemes.is(j, "a")) ++j;
  double scale = 1;
  std::size_t end = j;
  if (const Meaning* dozen = meaning(lexemes, j, Role::kDozen)) {
    scale = dozen->value;
    ++end;
  } else {
    end = read_scales(lexemes, j, scale);
  }
  if (end == j) return std::nullopt;
  Numeral numeral;
  numeral.value = low * scale;
  numeral.upper = high * scale;
  numeral.approximation = Approximation::kVague;
  numeral.scaled = true;
  numeral.end = end;
  return numeral;
}

double rounded(double value, int digits) {
  const double step = std::pow(10.0, std::floor(std::log10(value)) - digits + 1);
  return std::round(value / step) * step;
}

/// third, hundredth, ten-thousandth, four-thousandth: what a part is one of so many of.
struct Denominator {
  double value = 0;
  std::size_t end = 0;
  bool plural = false;
};

std::optional<Denominator> read_denominator(const Lexemes& lexemes, std::size_t i) {
  if (const Meaning* below = meaning(lexemes, i, Role::kDenominator)) {
    return Denominator{below->value, i + 1, lexemes[i].plural || lexemes.is(i, "halves")};
  }
  const Meaning* count = meaning(lexemes, i, Role::kCardinal);
  if (count == nullptr) count = meaning(lexemes, i, Role::kScale);
  const std::size_t next = past_hyphen(lexemes, i + 1);
  if (count == nullptr || lexemes[i].plural || next == i + 1) return std::nullopt;
  const Meaning* scale = meaning(lexemes, next, Role::kDenominator);
  if (scale == nullptr || scale->value < 1000) return std::nullopt;
  return Denominator{count->value * scale->value, next + 1, lexemes[next].plural};
}

/// two-thirds, a quarter, one in five is not of them; "half" by itself.
std::optional<Numeral> read_fraction_words(const Lexemes& lexemes, std::size_t i) {
  double above = 1;
  std::size_t j = i;
  bool counted = false;
  bool hyphen = false;
  if (lexemes.is(i, "a") || lexemes.is(i, "an")) {
    ++j;
  } else if (const auto count = read_small(lexemes, i);
             count && !count->ordinal && count->value >= 1) {
    above = count->value;
    j = past_hyphen(lexemes, count->end);
    hyphen = j > count->end;
    counted = true;
  }
  const auto below = read_denominator(lexemes, j);
  if (!below) return std::nullopt;
  if (j == i && !lexemes.is(j, "half") && !lexemes.is(j, "quarter")) return std::nullopt;
  const bool plural = below->plural;
  const std::size_t after = below->end;
  const bool of = lexemes.is(after, "of") || lexemes.is(after, "the");  // "two third of the total"
  if (counted && above > 1 && !plural && !of && !(hyphen && below->value == 3)) {
    return std::nullopt;  // "two quarter finals", but "two-third members"
  }
  if (plural && above == 1) return std::nullopt;
  if (above >= below->value) return std::nullopt;
  Numeral numeral;
  numeral.value = numeral.upper = above / below->value;
  numeral.fraction = true;
  numeral.end = after;
  numeral.weak = below->value == 2 || (below->value == 4 && above == 1);
  // three quarters billion, two thirds of a million
  std::size_t scale_at = numeral.end;
  if (lexemes.is(scale_at, "of") && lexemes.is(scale_at + 1, "a")) scale_at += 2;
  double scale = 1;
  if (const std::size_t end = read_scales(lexemes, scale_at, scale); scale >= 1e3) {
    numeral.value *= scale;
    if (numeral.value != std::floor(numeral.value)) {  // 66.7万 or 67万
      numeral.other = rounded(numeral.value, 2);
      numeral.value = rounded(numeral.value, 3);
      numeral.approximation = Approximation::kAbout;
    }
    numeral.upper = numeral.value;
    numeral.scaled = true;
    numeral.fraction = false;
    numeral.weak = false;
    numeral.end = end;
    return numeral;
  }
  if (counted && below->value == 4) numeral.other = above;  // the first three quarters of a year
  // "a third time", "a fifth element": an ordinal unless something says that it is a share.
  if (!counted && below->value != 2) {
    numeral.other = below->value;
    if (below->value != 4) numeral.weak = !lexemes.is(after, "of");
  }
  return numeral;
}

/// Digits or words before the magnitudes of one number.
struct Head {
  double value = 0;
  std::size_t end = 0;
  Numeral numeral;  ///< where it was digits
  bool digits = false;
};

std::optional<Head> read_head(const Lexemes& lexemes, std::size_t i) {
  if (const auto digits = read_digits(lexemes, i)) {
    return Head{digits->value, digits->end, *digits, true};
  }
  if (const auto small = read_small(lexemes, i); small && !small->ordinal) {
    return Head{small->value, small->end, {}, false};
  }
  if ((lexemes.is(i, "a") || lexemes.is(i, "an")) &&
      (meaning(lexemes, i + 1, Role::kScale) != nullptr ||
       meaning(lexemes, i + 1, Role::kDozen) != nullptr) &&
      !lexemes[i + 1].plural) {
    return Head{1, i + 1, {}, false};
  }
  // half a million, half a dozen, quarter of a million
  if (lexemes.is(i, "half") && lexemes.is(i + 1, "a") &&
      (meaning(lexemes, i + 2, Role::kScale) != nullptr ||
       meaning(lexemes, i + 2, Role::kDozen) != nullptr)) {
    return Head{0.5, i + 2, {}, false};
  }
  for (const auto& [word, part] :
       {std::pair{std::string_view("half"), 0.5}, std::pair{std::string_view("quarter"), 0.25}}) {
    // half-million, half million, a quarter million
    const std::size_t at = lexemes.is(i, "a") ? i + 1 : i;
    if (!lexemes.is(at, word)) continue;
    const std::size_t next = past_hyphen(lexemes, at + 1);
    if (const Meaning* scale = meaning(lexemes, next, Role::kScale);
        scale != nullptr && scale->value >= 1e3 && !lexemes[next].plural) {
      return Head{part, next, {}, false};
    }
  }
  if (lexemes.is(i, "a") && lexemes.is(i + 1, "quarter") && lexemes.is(i + 2, "of") &&
      lexemes.is(i + 3, "a") && meaning(lexemes, i + 4, Role::kScale) != nullptr) {
    return Head{0.25, i + 4, {}, false};
  }
  if (lexemes.is(i, "quarter") && lexemes.is(i + 1, "of") && lexemes.is(i + 2, "a") &&
      meaning(lexemes, i + 3, Role::kScale) != nullptr) {
    return Head{0.25, i + 3, {}, false};
  }
  return std::nullopt;
}

/// "thousand", "bn": the magnitude after a head. A suffix must touch digits.
std::size_t read_magnitude(const Lexemes& lexemes, const Head& head, double& scale) {
  // 300+ billion
  const bool plus = head.digits && lexemes[head.end].is_mark('+');
  const std::size_t end = read_scales(lexemes, plus ? head.end + 1 : head.end, scale);
  if (scale > 1) return end;
  const Lexeme& next = lexemes[head.end];
  if (const Meaning* dozen = next.as(Role::kDozen)) {
    scale = dozen->value;
    return head.end + 1;
  }
  if (head.digits && !head.numeral.ordinal && next.as(Role::kScaleSuffix) != nullptr) {
    // 10,000m2 and 5 m/s are metres.
    const Lexeme& after = lexemes[head.end + 1];
    if (lexemes.is(head.end, "m") && !after.spaced &&
        (after.is_digits() || after.is_mark(U'²') || after.is_mark(U'³') || after.is_mark('/'))) {
      return head.end;
    }
    const bool touching = !next.spaced;
    const bool long_form = next.end - next.begin > 1;  // 3 bn, but not 3 m
    // 2.33 k
    const bool thousands = lexemes.is(head.end, "k") && !next.capital && head.numeral.decimals > 0;
    if (touching || long_form || thousands) {
      scale = next.as(Role::kScaleSuffix)->value;
      return head.end + 1;
    }
  }
  return head.end;
}

}  // namespace

namespace {

/// "two hundred point zero three": the digits after the point, one by one.
void read_point(const Lexemes& lexemes, Numeral& numeral) {
  double factor = 0.1;
  std::size_t i = numeral.end + 1;
  double part = 0;
  std::uint8_t decimals = 0;
  for (; decimals < 9; ++i, ++decimals, factor /= 10) {
    const Meaning* digit = meaning(lexemes, i, Role::kCardinal);
    if (digit == nullptr || digit->value > 9 || lexemes[i].plural) break;
    part += digit->value * factor;
  }
  if (decimals == 0) return;
  const double power = std::pow(10.0, decimals);
  numeral.value += std::round(part * power) / power;
  numeral.decimals = decimals;
  numeral.end = i;
}

}  // namespace

std::optional<Numeral> read_english(const Lexemes& lexemes, std::size_t i) {
  if (auto several = read_several(lexemes, i)) return several;
  if (auto vague = read_vague(lexemes, i)) return vague;

  const auto first = read_head(lexemes, i);
  if (!first) {
    if (auto fraction = read_fraction_words(lexemes, i)) return fraction;
    // A scale by itself: "the hundred days", "per thousand".
    if (const Meaning* scale = meaning(lexemes, i, Role::kScale);
        scale != nullptr && !lexemes[i].plural) {
      Numeral numeral;
      double value = 1;
      numeral.end = read_scales(lexemes, i, value);  // hundred thousand dollars
      numeral.value = numeral.upper = value;
      numeral.scaled = true;
      numeral.weak = value == scale->value;
      return numeral;
    }
    if (const auto ordinal = read_small(lexemes, i); ordinal && ordinal->ordinal) {
      Numeral numeral;
      numeral.value = numeral.upper = ordinal->value;
      numeral.ordinal = true;
      numeral.weak = ordinal->value <= 2;
      numeral.end = ordinal->end;
      // "the last third of the genome" is a share.
      if (ordinal->value >= 3 && ordinal->value <= 10 && lexemes.is(ordinal->end, "of")) {
        numeral.other = 1 / ordinal->value;
      }
      return numeral;
    }
    return std::nullopt;
  }
  if (!first->digits && first->value != 0.5 && first->value != 0.25) {
    if (auto fraction = read_fraction_words(lexemes, i)) return fraction;
  }

  Numeral numeral = first->numeral;
  numeral.end = first->end;
  numeral.value = first->value;
  if (first->digits && (numeral.ordinal || numeral.malformed)) return numeral;

  double total = 0;
  double current = first->value;
  Head head = *first;
  bool words = !first->digits;
  std::uint8_t decimals = numeral.decimals;
  for (;;) {
    // The part before a magnitude may carry a fraction: "three and a half million".
    if (const auto part = read_and_fraction(lexemes, head.end);
        part && decimals == 0 && !(first->digits && numeral.fraction)) {
      current += part->value;
      head.end = part->end;
      numeral.fraction = true;
      numeral.end = head.end;
    }
    double scale = 1;
    std::size_t end = read_magnitude(lexemes, head, scale);
    // (12.34) million, a loss in accounts
    if (first->digits && i > 0 && lexemes[i - 1].is_mark('(') && lexemes[head.end].is_mark(')')) {
      const std::size_t after = read_scales(lexemes, head.end + 1, scale);
      if (scale > 1) end = after;
    }
    if (end != head.end) {
      numeral.scaled = numeral.scaled || scale >= 100;
      numeral.end = end;
      words = words || lexemes[end - 1].as(Role::kScaleSuffix) == nullptr;
      if (numeral.other) numeral.other.reset();
      if (const auto part = read_and_fraction(lexemes, end)) {  // a million and a half
        current += part->value;
        end = part->end;
        numeral.end = end;
      }
      current *= scale;
      if (scale >= 1000) {
        total += current;
        current = 0;
      }
    } else if (numeral.end < head.end) {
      numeral.end = head.end;
    }
    // 3 hundred and 21
    if (first->digits && scale == 100 && first->value < 10 && lexemes.is(end, "and") &&
        lexemes[end + 1].is_digits() && lexemes.integer(end + 1) < 100) {
      current += lexemes.integer(end + 1);
      numeral.end = end + 2;
    }
    if (first->digits || scale == 1) break;
    // … hundred and five, two thousand and twelve, one million two hundred thousand
    std::size_t next = end;
    if (lexemes.is(next, "and")) ++next;
    if (lexemes[next].is_mark(',') && scale >= 1000) ++next;
    const auto more = read_small(lexemes, next);
    if (!more || (more->value >= scale)) break;
    // "one hundred thousand and five hundred thousand" are two numbers.
    double next_scale = 1;
    read_scales(lexemes, more->end, next_scale);
    if (scale >= 1000 && next_scale >= scale) break;
    if (more->ordinal) {
      if (more->value >= 100) break;
      current += more->value;
      numeral.ordinal = true;
      numeral.end = more->end;
      break;
    }
    if (scale == 100) {
      current += more->value;
      head = Head{current, more->end, {}, false};
      numeral.end = more->end;
    } else {
      // After thousand the next part must end the number or bring its own smaller magnitude.
      head = Head{more->value, more->end, {}, false};
      current = more->value;
      numeral.end = more->end;
    }
  }
  numeral.value = total + current;
  if (words && !first->digits && lexemes.is(numeral.end, "point")) read_point(lexemes, numeral);
  // nineteen ninety-seven, twenty twenty
  if (words && !numeral.scaled && !numeral.fraction && first->value >= 11 && first->value <= 20) {
    if (const auto tail = read_small(lexemes, numeral.end);
        tail && !tail->ordinal && tail->value >= 10 && lexemes[numeral.end].spaced) {
      numeral.value = first->value * 100 + tail->value;
      numeral.positional = true;
      numeral.end = tail->end;
    }
  }
  if (!numeral.ordinal && !numeral.scaled && words) {
    const Meaning* ordinal = meaning(lexemes, numeral.end, Role::kOrdinal);
    if (ordinal != nullptr && ordinal->value >= 100 && !lexemes[numeral.end].plural) {
      numeral.value *= ordinal->value;  // one hundredth
      numeral.ordinal = true;
      ++numeral.end;
    }
  }
  numeral.upper = numeral.value;
  numeral.digits = first->digits;
  numeral.weak = !first->digits && numeral.value == 1 && !numeral.scaled;
  if (numeral.scaled) numeral.digit_count = 0;
  return numeral;
}

}  // namespace duizhao::facts
