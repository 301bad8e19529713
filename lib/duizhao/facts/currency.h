#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace duizhao::facts {

/// The currencies of reports: kNone, and the rows of currencies.inc. kDollar, kYuan and kYenSign
/// are amounts whose country the text leaves open ("$5", 元, "¥5"), kOther is a currency by name
/// (peso, dinar, krone) without its country; they agree with every currency that is called so.
enum class Currency : std::uint8_t {
  kNone,
#define CURRENCY(id, ...) id,
#include "duizhao/facts/currencies.inc"
#undef CURRENCY
};

inline constexpr std::size_t kCurrencyCount = static_cast<std::size_t>(Currency::kOther) + 1;

/// ISO 4217 code ("HKD"); empty for a currency that is left open.
[[nodiscard]] std::string_view code_of(Currency currency);

/// Whether an amount in one can be the amount in the other: equal, or one of them left open.
[[nodiscard]] bool compatible(Currency a, Currency b);

}  // namespace duizhao::facts
