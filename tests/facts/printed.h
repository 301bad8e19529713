#pragma once

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>

#include "duizhao/facts/fact.h"

namespace duizhao::tests {

inline constexpr std::array kKinds = {"number", "ordinal", "multiple", "measure",  "money",
                                      "date",   "time",    "relative", "currency", "code"};
inline constexpr std::array kApproximations = {"",        " about", " above",
                                               " nearly", " below", " vague"};
inline constexpr std::array kUnits = {
    "none",
#define UNIT(id, ...) #id,
#include "duizhao/facts/units.inc"
#undef UNIT
};
inline constexpr std::array kCurrencies = {
    "none",
#define CURRENCY(id, ...) #id,
#include "duizhao/facts/currencies.inc"
#undef CURRENCY
};
inline constexpr std::array kPeriods = {"", " half", " quarter", " decade", " century"};
inline constexpr std::array kHalves = {"", " morning", " afternoon"};

template <typename Names, typename Value>
std::string_view name(const Names& names, Value value) {
  return names[static_cast<std::size_t>(value)];
}

inline std::string printed(const facts::Date& date) {
  std::string text = fmt::format(" {}-{}-{}", date.year, date.month, date.day);
  if (date.weekday != 0) text += fmt::format(" weekday {}", date.weekday);
  text += name(kPeriods, date.period);
  if (date.number != 0) text += fmt::format(" {}", date.number);
  if (date.lunar) text += " lunar";
  if (date.two_digits) text += " two-digits";
  return text;
}

/// All that a fact says, as a line of a golden file.
inline std::string printed(const facts::Fact& fact, std::string_view text) {
  std::string line = fmt::format("- {} <{}> <{}>", name(kKinds, fact.kind), fact.span.in(text),
                                 fact.number.in(text));
  line += name(kApproximations, fact.approximation);
  if (fact.value != 0) line += fmt::format(" {:.10g}", fact.value);
  if (fact.upper != fact.value) line += fmt::format(" to {:.10g}", fact.upper);
  if (fact.unit != facts::Unit::kNone) line.append(" ").append(name(kUnits, fact.unit).substr(1));
  if (fact.currency != facts::Currency::kNone) {
    line.append(" ").append(name(kCurrencies, fact.currency).substr(1));
  }
  if (fact.date != facts::Date{}) line += printed(fact.date);
  if (fact.time.minute >= 0) {
    line += fmt::format(" {:02}:{:02}", fact.time.minute / 60, fact.time.minute % 60);
    if (fact.time.second >= 0) line += fmt::format(":{:02}", fact.time.second);
    line += name(kHalves, fact.time.half);
  }
  if (fact.decimals != 0) line += fmt::format(" decimals {}", fact.decimals);
  if (fact.digits) line += " digits";
  if (fact.weak) line += " weak";
  if (fact.alternative) line += " alternative";
  if (fact.malformed) line += " malformed";
  return line + '\n';
}

}  // namespace duizhao::tests
