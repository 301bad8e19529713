#pragma once

#include <cstdint>
#include <string_view>

namespace duizhao::facts {

/// The currencies of reports. kDollar, kYuan and kYenSign are amounts whose country the text leaves
/// open ("$5", 元, "¥5"); they agree with every currency that is called so.
enum class Currency : std::uint8_t {
  kNone,
  kDollar,
  kYuan,
  kYenSign,  ///< ¥, of Japan or of China
  kUsd,
  kCny,
  kHkd,
  kTwd,
  kMop,
  kSgd,
  kAud,
  kCad,
  kNzd,
  kEur,
  kGbp,
  kJpy,
  kKrw,
  kKpw,
  kInr,
  kPkr,
  kRub,
  kChf,
  kSek,
  kNok,
  kDkk,
  kThb,
  kVnd,
  kMyr,
  kIdr,
  kPhp,
  kTry,
  kBrl,
  kMxn,
  kArs,
  kZar,
  kNgn,
  kEgp,
  kIls,
  kIrr,
  kSar,
  kAed,
  kPln,
  kCzk,
  kHuf,
  kUah,
  kKzt,
  kBtc,
  kEth,
  kDem,
  kFrf,
  kItl,
  kCdf,
  kOther,  ///< a currency by name (peso, dinar, krone) whose country is left open
};

/// ISO 4217 code ("HKD"); empty for a currency that is left open.
[[nodiscard]] std::string_view code_of(Currency currency);

/// Whether an amount in one can be the amount in the other: equal, or one of them left open.
[[nodiscard]] bool compatible(Currency a, Currency b);

}  // namespace duizhao::facts
