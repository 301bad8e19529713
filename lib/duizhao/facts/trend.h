#pragma once

#include "duizhao/facts/compare.h"

namespace duizhao::facts {

/// What the words around a figure say that it does: 增长5%, "fell to 5%", 5%的跌幅.
struct Trend {
  bool up = false;
  bool down = false;

  [[nodiscard]] bool rises() const { return up && !down; }
  [[nodiscard]] bool falls() const { return down && !up; }
};

/// The words of rising and falling in the figure's clause, no further than the next figure.
[[nodiscard]] Trend trend_of(const PassageFacts& side, const Fact& figure);

enum class Sign : std::uint8_t {
  kNone,
  kMinus,     ///< −5.2%, 零下, 负, "minus"
  kBrackets,  ///< (2.4), as accounts write a negative and authors an aside
};

[[nodiscard]] Sign sign_of(const PassageFacts& side, const Fact& figure);

}  // namespace duizhao::facts
