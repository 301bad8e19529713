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
  Currency currency;
  std::string_view code;
  Family family = Family::kOwn;
};

constexpr std::array<Definition, static_cast<std::size_t>(C::kOther) + 1> kDefinitions = {{
    {C::kNone, ""},
    {C::kDollar, "", Family::kDollarAndYuan},
    {C::kYuan, "", Family::kDollarAndYuan},
    {C::kYenSign, "", Family::kYuan},
    {C::kUsd, "USD", Family::kDollarAndYuan},
    {C::kCny, "CNY", Family::kYuan},
    {C::kHkd, "HKD", Family::kDollarAndYuan},
    {C::kTwd, "TWD", Family::kDollarAndYuan},
    {C::kMop, "MOP", Family::kYuan},
    {C::kSgd, "SGD", Family::kDollarAndYuan},
    {C::kAud, "AUD", Family::kDollarAndYuan},
    {C::kCad, "CAD", Family::kDollarAndYuan},
    {C::kNzd, "NZD", Family::kDollarAndYuan},
    {C::kEur, "EUR"},
    {C::kGbp, "GBP"},
    {C::kJpy, "JPY"},
    {C::kKrw, "KRW"},
    {C::kKpw, "KPW"},
    {C::kInr, "INR"},
    {C::kPkr, "PKR"},
    {C::kRub, "RUB"},
    {C::kChf, "CHF"},
    {C::kSek, "SEK"},
    {C::kNok, "NOK"},
    {C::kDkk, "DKK"},
    {C::kThb, "THB"},
    {C::kVnd, "VND"},
    {C::kMyr, "MYR"},
    {C::kIdr, "IDR"},
    {C::kPhp, "PHP"},
    {C::kTry, "TRY"},
    {C::kBrl, "BRL"},
    {C::kMxn, "MXN"},
    {C::kArs, "ARS"},
    {C::kZar, "ZAR"},
    {C::kNgn, "NGN"},
    {C::kEgp, "EGP"},
    {C::kIls, "ILS"},
    {C::kIrr, "IRR"},
    {C::kSar, "SAR"},
    {C::kAed, "AED"},
    {C::kPln, "PLN"},
    {C::kCzk, "CZK"},
    {C::kHuf, "HUF"},
    {C::kUah, "UAH"},
    {C::kKzt, "KZT"},
    {C::kBtc, "BTC"},
    {C::kEth, "ETH"},
    {C::kDem, "DEM"},
    {C::kFrf, "FRF"},
    {C::kItl, "ITL"},
    {C::kCdf, "CDF"},
    {C::kOther, ""},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < kDefinitions.size(); ++i) {
    if (static_cast<std::size_t>(kDefinitions[i].currency) != i) return false;
  }
  return true;
}
static_assert(in_order(), "kDefinitions must follow the order of Currency");

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
