#pragma once

#include <vector>

#include "duizhao/check/rule.h"
#include "duizhao/core/span.h"

namespace duizhao::check {

/// A word of the source and one of the target that exclude each other: 进口 and "exports", 去年 and
/// "last month".
struct Opposition {
  Span source;
  Span target;
  double confidence = 0;
};

enum class Contrast : std::uint8_t {
  kMeaning,   ///< 进口 and exports, 北部 and the south
  kPeriod,    ///< 同比 and month on month, 去年 and last month
  kForce,     ///< 必须 and may, 自愿 and compulsory
  kQuantity,  ///< 所有 and some, 经常 and rarely
};

/// Where the source says one member of a group and the target says another instead: neither side
/// says what the other does in any word that the table or the lexicon knows.
[[nodiscard]] std::vector<Opposition> oppositions(const BeadContext& context, Contrast contrast);

/// A finding of the kind with the two words; minor where it is less sure than one in two.
[[nodiscard]] Finding finding_of(const Opposition& opposition, const FindingKind& kind,
                                 const BeadContext& context);

}  // namespace duizhao::check
