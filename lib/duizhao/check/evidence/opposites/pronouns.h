#pragma once

#include <optional>

#include "duizhao/check/rule.h"
#include "duizhao/core/span.h"

namespace duizhao::check {

/// A pronoun for a man that stands where the other side has one for a woman.
struct OtherGender {
  Span source;
  Span target;
  /// Whether a person of the other pronoun's gender is spoken of beside it as well, to whom it may
  /// belong: "he met Ms Scovell", 斯科维尔告诉她.
  bool perhaps_another = false;
};

/// Where one side speaks only of him and the other only of her, or where he and she have the same
/// thing (他母亲, "her mother"). Nothing where a side says both, as "his or her" does.
[[nodiscard]] std::optional<OtherGender> other_gender(const BeadContext& context);

}  // namespace duizhao::check
