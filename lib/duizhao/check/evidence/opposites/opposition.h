#pragma once

#include <cstdint>

#include "duizhao/core/span.h"

namespace duizhao::check {

/// What two words contrast in.
enum class Contrast : std::uint8_t {
  kMeaning,   ///< 进口 and exports, 北部 and the south
  kPeriod,    ///< 同比 and month on month, 去年 and last month
  kForce,     ///< 必须 and may, 自愿 and compulsory
  kQuantity,  ///< 所有 and some, 经常 and rarely
  kRole,      ///< 买方 and "the seller", who does what the other ought to
};

/// A word of the source and one of the target that exclude each other: 进口 and "exports", 去年 and
/// "last month".
struct Opposition {
  Contrast contrast = Contrast::kMeaning;
  Span source;
  Span target;
  double confidence = 0;
};

}  // namespace duizhao::check
