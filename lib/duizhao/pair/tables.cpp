#include "duizhao/pair/tables.h"

#include <algorithm>
#include <cmath>

#include "duizhao/facts/fact.h"

namespace duizhao::pair {
namespace {

using facts::Fact;
using facts::Kind;

/// A figure of a table: a number that nothing is said of.
bool is_figure(const Fact& fact) {
  return fact.kind == Kind::kNumber && fact.digits && !fact.alternative && fact.value != 0;
}

/// A line of figures, with little beside them.
bool is_row(const Passage& passage) {
  constexpr std::size_t kLongest = 120;  // bytes
  return passage.span.size() <= kLongest &&
         std::ranges::any_of(passage.facts, [](const Fact& fact) { return fact.digits; });
}

bool about(double a, double b) { return std::abs(a - b) <= 0.006 * std::max(a, b); }

/// How many figures of a row stand in the other one when multiplied.
std::size_t shared_figures(const Passage& source, const Passage& target, double factor) {
  std::size_t count = 0;
  for (const Fact& fact : source.facts) {
    if (!is_figure(fact)) continue;
    count += std::ranges::any_of(target.facts, [&](const Fact& other) {
      return is_figure(other) && about(fact.value * factor, other.value);
    });
  }
  return count;
}

/// What stands between a heading and the first row: names of columns, years.
constexpr std::size_t kBeforeRows = 3;

}  // namespace

std::vector<HeadedTable> headed_tables(std::span<const Passage> source,
                                       std::span<const Passage> target) {
  std::vector<HeadedTable> tables;
  for (std::size_t bead = 0; bead < source.size(); ++bead) {
    if (source[bead].span.empty() || target[bead].span.empty()) continue;
    const auto a = facts::find_heading(source[bead].text());
    const auto b = a ? facts::find_heading(target[bead].text()) : std::nullopt;
    if (!a || !b) continue;
    const double ratio = facts::ratio_of(*a, *b);
    if (about(ratio, 1)) continue;
    HeadedTable table{bead, *a, *b, bead + 1, false};
    std::size_t copied = 0;
    std::size_t converted = 0;
    std::size_t others = 0;
    for (std::size_t row = bead + 1; row < source.size(); ++row) {
      if (source[row].span.empty() || target[row].span.empty()) continue;
      if (!is_row(source[row]) || !is_row(target[row])) {
        if (table.rows_end > bead + 1 || ++others > kBeforeRows) break;
        if (facts::find_heading(source[row].text())) break;
        continue;
      }
      copied += shared_figures(source[row], target[row], 1);
      converted += shared_figures(source[row], target[row], ratio);
      table.rows_end = row + 1;
    }
    table.converted = converted > copied;
    tables.push_back(table);
  }
  return tables;
}

void convert_rows(std::span<const HeadedTable> tables, std::vector<Passage>& source) {
  for (const HeadedTable& table : tables) {
    if (!table.converted) continue;
    const double ratio = facts::ratio_of(table.source, table.target);
    for (std::size_t row = table.bead + 1; row < table.rows_end; ++row) {
      for (Fact& fact : source[row].facts) {
        if (fact.kind != Kind::kNumber || !fact.digits) continue;
        constexpr double kPlaces = 1e6;
        fact.value = std::round(fact.value * ratio * kPlaces) / kPlaces;
        fact.upper = fact.value;
        fact.decimals = 0;
        fact.approximation = facts::Approximation::kAbout;  // converted figures are rounded
      }
    }
  }
}

}  // namespace duizhao::pair
