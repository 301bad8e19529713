#pragma once

#include <optional>
#include <string_view>

#include "duizhao/core/span.h"
#include "duizhao/facts/currency.h"
#include "duizhao/facts/unit.h"

namespace duizhao::facts {

/// What the figures below a heading count: 单位：万元 is {1e4, kYuan}, "Area (hectares)" {1,
/// kHectare}, 价格（元/吨） {1, kYuan} per kTonne, "Population ('000)" {1e3}.
struct Heading {
  double scale = 1;
  Currency currency = Currency::kNone;
  Unit unit = Unit::kNone;
  Unit per = Unit::kNone;
  Span span;  ///< of the words that say so
};

/// The unit that a heading gives; none where the text is no heading, or says nothing of a unit.
/// A heading is short, and says its unit in brackets, after 单位 or "in", or says nothing else.
[[nodiscard]] std::optional<Heading> find_heading(std::string_view text);

/// The same of the cell at the head of a column: its unit stands in brackets, and figures may stand
/// beside it: "Goods in 2021 (million tonnes)".
[[nodiscard]] std::optional<Heading> find_cell_heading(std::string_view text);

/// How many times as much a figure under one heading counts as the same figure under the other; 1
/// where the headings can't be compared.
[[nodiscard]] double ratio_of(const Heading& a, const Heading& b);

}  // namespace duizhao::facts
