#include "duizhao/check/evidence/facts/matched_tables.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "duizhao/text/ascii.h"

namespace duizhao::check {
namespace {

/// A cell with what tells its counterpart.
struct Cell {
  const TableCell* cell = nullptr;
  std::string figures;                ///< the digits that stand in it
  std::optional<std::uint32_t> bead;  ///< of its first sentence
};

using Row = std::vector<Cell>;  ///< in the order of their columns

struct Table {
  std::vector<Row> rows;
  std::uint32_t columns = 0;
};

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (text::is_ascii_digit(c)) digits += c;
  }
  return digits;
}

/// The bead of each sentence of one version.
std::vector<std::uint32_t> beads_of_sentences(const Document& document, const Alignment& alignment,
                                              bool is_source) {
  std::vector<std::uint32_t> beads(document.sentences.size(),
                                   std::numeric_limits<std::uint32_t>::max());
  for (std::uint32_t b = 0; b < alignment.beads.size(); ++b) {
    const Bead& bead = alignment.beads[b];
    if (bead.one_sided()) continue;
    for (const std::uint32_t sentence : is_source ? bead.source : bead.target) beads[sentence] = b;
  }
  return beads;
}

std::vector<Table> tables_of(const Document& document, const Alignment& alignment, bool is_source) {
  const std::vector<std::uint32_t> beads = beads_of_sentences(document, alignment, is_source);
  std::vector<Table> tables;
  for (const TableCell& cell : document.cells) {
    if (cell.table >= tables.size()) tables.resize(cell.table + 1);
    Table& table = tables[cell.table];
    if (table.rows.empty() || table.rows.back().front().cell->row != cell.row) {
      table.rows.emplace_back();
    }
    Cell noted{&cell, digits_of(cell.span.in(document.text)), std::nullopt};
    // Of a cell that is part of a sentence, the row's; of one that has several, the first's.
    const auto sentence = std::ranges::partition_point(
        document.sentences, [&](const Sentence& s) { return s.span.end <= cell.span.begin; });
    if (!cell.span.empty() && sentence != document.sentences.end()) {
      const std::uint32_t bead =
          beads[static_cast<std::size_t>(sentence - document.sentences.begin())];
      if (bead != std::numeric_limits<std::uint32_t>::max()) noted.bead = bead;
    }
    table.rows.back().push_back(std::move(noted));
    table.columns = std::max(table.columns, cell.column + 1);
  }
  std::erase_if(tables, [](const Table& table) { return table.columns < 2; });
  return tables;
}

bool agree(const Cell& source, const Cell& target) {
  if (!source.figures.empty() && source.figures == target.figures) return true;
  return source.figures.empty() == target.figures.empty() && source.bead &&
         source.bead == target.bead;
}

/// Cells of two rows in the same columns that agree.
std::size_t agreements(const Row& source, const Row& target) {
  std::size_t count = 0;
  auto other = target.begin();
  for (const Cell& cell : source) {
    while (other != target.end() && other->cell->column < cell.cell->column) ++other;
    if (other == target.end()) break;
    if (other->cell->column == cell.cell->column && agree(cell, *other)) ++count;
  }
  return count;
}

/// Two sequences whose items are paired in order so that the worth of the pairs is greatest.
/// Worths of 0 pair nothing.
template <typename Worth>
std::vector<std::pair<std::size_t, std::size_t>> paired(std::size_t sources, std::size_t targets,
                                                        const Worth& worth_of) {
  std::vector<double> best((sources + 1) * (targets + 1), 0);
  std::vector<double> worths(sources * targets, 0);
  const auto at = [&](std::size_t i, std::size_t j) -> double& {
    return best[i * (targets + 1) + j];
  };
  for (std::size_t i = sources; i-- > 0;) {
    for (std::size_t j = targets; j-- > 0;) {
      const double worth = worths[i * targets + j] = worth_of(i, j);
      at(i, j) = std::max({at(i + 1, j), at(i, j + 1), worth > 0 ? at(i + 1, j + 1) + worth : 0});
    }
  }
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t i = 0, j = 0; i < sources && j < targets;) {
    const double worth = worths[i * targets + j];
    if (worth > 0 && at(i, j) == at(i + 1, j + 1) + worth) {
      pairs.emplace_back(i++, j++);
    } else if (at(i, j) == at(i + 1, j)) {
      ++i;
    } else {
      ++j;
    }
  }
  return pairs;
}

std::vector<std::pair<std::size_t, std::size_t>> paired_rows(const Table& source,
                                                             const Table& target) {
  return paired(source.rows.size(), target.rows.size(), [&](std::size_t i, std::size_t j) {
    // Rows of which nothing is known are paired where they stand between pairs.
    constexpr double kNothingKnown = 0.1;
    return static_cast<double>(agreements(source.rows[i], target.rows[j])) + kNothingKnown;
  });
}

/// The share of the cells that agree when the rows are paired; 0 for tables of other columns.
double likeness(const Table& source, const Table& target) {
  // Beyond this, pairing the rows takes too long; no table of a report has as many.
  constexpr std::size_t kMostRows = 1000;
  if (source.columns != target.columns) return 0;
  if (std::max(source.rows.size(), target.rows.size()) > kMostRows) return 0;
  std::size_t filled = 0;
  std::size_t agreeing = 0;
  for (const auto& [i, j] : paired_rows(source, target)) {
    agreeing += agreements(source.rows[i], target.rows[j]);
  }
  for (const Row& row : source.rows) {
    filled += static_cast<std::size_t>(
        std::ranges::count_if(row, [](const Cell& cell) { return !cell.cell->span.empty(); }));
  }
  constexpr double kLeast = 0.3;
  const double share = filled == 0 ? 0 : double(agreeing) / double(filled);
  return share < kLeast ? 0 : share;
}

}  // namespace

std::vector<MatchedTable> matched_tables(const DocumentContext& context) {
  if (context.source.cells.empty() || context.target.cells.empty()) return {};
  const std::vector<Table> sources = tables_of(context.source, context.alignment, true);
  const std::vector<Table> targets = tables_of(context.target, context.alignment, false);
  std::vector<MatchedTable> matched;
  const auto tables = paired(sources.size(), targets.size(), [&](std::size_t i, std::size_t j) {
    return likeness(sources[i], targets[j]);
  });
  for (const auto& [i, j] : tables) {
    MatchedTable table;
    for (const auto& [r, s] : paired_rows(sources[i], targets[j])) {
      const Row& row = targets[j].rows[s];
      for (const Cell& cell : sources[i].rows[r]) {
        const auto other = std::ranges::find_if(
            row, [&](const Cell& c) { return c.cell->column == cell.cell->column; });
        if (other != row.end()) table.cells.push_back({cell.cell, other->cell});
      }
    }
    matched.push_back(std::move(table));
  }
  return matched;
}

}  // namespace duizhao::check
