#pragma once

#include <cstddef>
#include <vector>

#include "duizhao/facts/fact.h"
#include "duizhao/facts/lexemes.h"
#include "duizhao/facts/numeral.h"

namespace duizhao::facts {

/// How a quantity was written, as far as it bears on what else it may mean.
struct Writing {
  Numeral numeral;
  std::size_t first = 0;     ///< lexeme where the numeral begins
  std::size_t unit_end = 0;  ///< lexeme after its unit
  double factor = 1;         ///< that the unit multiplies the numeral by: 10 of 三成
  bool multiple_is_settled = false;  ///< 增加两倍, 是…的两倍: threefold, twofold, and nothing else
  bool currency_in_front = false;  ///< US$5
  Language language = Language::kEnglish;
};

/// Appends `fact` as another reading of the fact before it.
void add_reading(Fact fact, std::vector<Fact>& facts);

/// Appends what else the quantity that was added last may mean: 500m is metres or millions, 八折 is
/// 80 percent or 20 percent off, 12年 twelve years or 2012.
void add_alternative_readings(const Lexemes& lexemes, const Writing& writing,
                              std::vector<Fact>& facts);

}  // namespace duizhao::facts
