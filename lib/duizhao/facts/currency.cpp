#include "duizhao/facts/currency.h"

#include <array>
#include <cstddef>

namespace duizhao::facts {
namespace {

using C = Currency;

/// What the currency is called where the country is clear. A Chinese report may count the
/// dollars of any country in 元.
enum class Family : std::uint8_t { kOwn, kYuan, kDollarAndYuan };

struct Definition {
  std::string_view code;
  Family family = Family::kOwn;
};

constexpr std::array<Definition, kCurrencyCount> kDefinitions = {{
    {"", Family::kOwn},
#define CURRENCY(id, code, family, ...) {code, Family::family},
#include "duizhao/facts/currencies.inc"
#undef CURRENCY
}};

const Definition& definition(Currency currency) {
  return kDefinitions[static_cast<std::size_t>(currency)];
}

bool covers(Currency open, Currency other) {
  const Family family = definition(other).family;
  switch (open) {
    case C::kDollar:
      return family == Family::kDollarAndYuan;
    case C::kYuan:
      return family != Family::kOwn;
    case C::kYenSign:
      return other == C::kCny || other == C::kJpy;
    case C::kOther:
      return other != C::kNone && family == Family::kOwn;
    default:
      return false;
  }
}

}  // namespace

std::string_view code_of(Currency currency) { return definition(currency).code; }

bool compatible(Currency a, Currency b) { return a == b || covers(a, b) || covers(b, a); }

}  // namespace duizhao::facts
