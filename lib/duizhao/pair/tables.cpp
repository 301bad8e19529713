#include "duizhao/pair/tables.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "duizhao/facts/fact.h"

namespace duizhao::pair {
namespace {

using facts::Fact;
using facts::Kind;

/// A figure of a table: a number that nothing is said of.
bool is_figure(const Fact& fact) {
  return fact.kind == Kind::kNumber && fact.digits && !fact.alternative && fact.value != 0;
}

/// How long a line is, but for what blanks fill up to the next column of print.
std::size_t length_of(std::string_view text) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    length += text[i] != ' ' || i == 0 || text[i - 1] != ' ' ? 1 : 0;
  }
  return length;
}

/// A line that is no sentence: of a table, the cells of a row may come out of print line by line.
bool is_label(const Passage& passage) {
  constexpr std::size_t kLongest = 90;  // bytes
  const std::string_view text = passage.text();
  if (length_of(text) > kLongest) return false;
  return std::ranges::none_of(std::initializer_list<std::string_view>{".", "。", "！", "？", "；"},
                              [&](std::string_view end) { return text.ends_with(end); });
}

/// A line of figures, with little beside them.
bool is_row(const Passage& passage) {
  constexpr std::size_t kLongest = 120;  // bytes
  return length_of(passage.text()) <= kLongest &&
         std::ranges::any_of(passage.facts, [](const Fact& fact) { return fact.digits; });
}

bool about(double a, double b) { return std::abs(a - b) <= 0.006 * std::max(a, b); }

/// The figures of a passage that stand in a part of it.
std::vector<double> figures_in(const Passage& passage, Span part) {
  std::vector<double> figures;
  for (const Fact& fact : passage.facts) {
    if (is_figure(fact) && part.contains(fact.span)) figures.push_back(fact.value);
  }
  return figures;
}

/// How many figures of a row stand in the other one when multiplied.
std::size_t shared_figures(const std::vector<double>& source, const std::vector<double>& target,
                           double factor) {
  return static_cast<std::size_t>(std::ranges::count_if(source, [&](double value) {
    return std::ranges::any_of(target, [&](double other) { return about(value * factor, other); });
  }));
}

/// A document's cells by place, and the passages that they stand in.
class Cells {
 public:
  explicit Cells(std::span<const Passage> passages) {
    if (passages.empty()) return;
    document_ = passages.front().document;
    if (document_->cells.empty()) return;
    for (std::size_t bead = 0; bead < passages.size(); ++bead) {
      if (!passages[bead].span.empty()) beads_.push_back(bead);
    }
    std::ranges::sort(beads_, {}, [&](std::size_t bead) { return passages[bead].span.begin; });
    for (const TableCell& cell : document_->cells) {
      if (cell.span.empty()) continue;
      const auto after = std::ranges::upper_bound(
          beads_, cell.span.begin, {}, [&](std::size_t bead) { return passages[bead].span.begin; });
      if (after == beads_.begin()) continue;
      const std::size_t bead = *std::prev(after);
      if (passages[bead].span.contains(cell.span)) of_bead_[bead].push_back(&cell);
    }
  }

  /// The cells in a passage, in their order.
  [[nodiscard]] std::span<const TableCell* const> in(std::size_t bead) const {
    const auto found = of_bead_.find(bead);
    if (found == of_bead_.end()) return {};
    return found->second;
  }

  /// Whether nothing else stands in the row of a cell.
  [[nodiscard]] bool fills_row(const TableCell& cell) const {
    return std::ranges::none_of(document_->cells, [&](const TableCell& other) {
      return other.table == cell.table && other.row == cell.row && other.column != cell.column &&
             !other.span.empty();
    });
  }

  [[nodiscard]] const Document* document() const { return document_; }

 private:
  const Document* document_ = nullptr;
  std::vector<std::size_t> beads_;
  std::map<std::size_t, std::vector<const TableCell*>> of_bead_;
};

/// Finds what is under one heading, and whether it is converted.
class HeadingFinder {
 public:
  HeadingFinder(std::span<const Passage> source, std::span<const Passage> target)
      : source_(source), target_(target), source_cells_(source), target_cells_(target) {}

  std::vector<HeadedTable> found() {
    for (std::size_t bead = 0; bead < source_.size(); ++bead) {
      if (source_[bead].span.empty() || target_[bead].span.empty()) continue;
      if (source_cells_.in(bead).empty() && target_cells_.in(bead).empty()) {
        find_above_rows(bead);
      } else {
        find_above_columns(bead);
      }
    }
    return std::move(tables_);
  }

 private:
  /// A line above the lines of a table.
  void find_above_rows(std::size_t bead) {
    const Passage& source = source_[bead];
    const Passage& target = target_[bead];
    // Most passages head nothing, and of a pair one side tells so.
    const auto heading = facts::find_heading(source.text());
    if (!heading) return;
    HeadedTable table;
    if (!differ(bead, heading, facts::find_heading(target.text()), source.span.begin,
                target.span.begin, table)) {
      return;
    }
    std::size_t others = 0;
    for (std::size_t row = bead + 1; row < source_.size(); ++row) {
      if (source_[row].span.empty() || target_[row].span.empty()) continue;
      const auto cells = source_cells_.in(row);
      const auto partners = target_cells_.in(row);
      if (table.rows.empty() && !cells.empty() && !partners.empty()) {
        table.rows =
            cells_below({row, cells.front()->table, partners.front()->table, 0, std::nullopt});
        break;
      }
      const bool labels = is_label(source_[row]) && is_label(target_[row]);
      if (!is_row(source_[row]) || !is_row(target_[row]) ||
          (others > 0 && !table.rows.empty() && !labels)) {
        if ((!table.rows.empty() && !labels) || ++others > kBeforeRows) break;
        if (facts::find_heading(source_[row].text())) break;
        continue;
      }
      others = 0;
      table.rows.push_back({row, source_[row].span, target_[row].span});
    }
    keep(std::move(table));
  }

  /// Cells that head their columns, or, where no figures stand below them, all columns.
  void find_above_columns(std::size_t bead) {
    for (const TableCell* head : source_cells_.in(bead)) {
      const auto a = facts::find_cell_heading(head->span.in(source_cells_.document()->text));
      if (!a) continue;
      for (const TableCell* other : target_cells_.in(bead)) {
        if (other->column != head->column) continue;
        HeadedTable table;
        if (!differ(bead, a,
                    facts::find_cell_heading(other->span.in(target_cells_.document()->text)),
                    head->span.begin, other->span.begin, table)) {
          continue;
        }
        const auto first = std::int64_t{head->row} + 1;
        const auto below = cells_below({bead + 1, head->table, other->table, first, head->column});
        const bool figures = std::ranges::any_of(below, [&](const HeadedRow& row) {
          return !figures_in(source_[row.bead], row.source).empty();
        });
        table.rows = figures
                         ? below
                         : cells_below({bead + 1, head->table, other->table, first, std::nullopt});
        keep(std::move(table));
        break;
      }
    }
  }

  /// What a heading is above: from a bead and a row of the source's table on, a column or all.
  struct Below {
    std::size_t bead = 0;
    std::uint32_t source_table = 0;
    std::uint32_t target_table = 0;
    std::int64_t row = 0;
    std::optional<std::uint32_t> column;
  };

  /// The cells of a heading whose rows are aligned; those of all columns go on to the next heading.
  [[nodiscard]] std::vector<HeadedRow> cells_below(const Below& below) const {
    std::vector<HeadedRow> rows;
    for (std::size_t bead = below.bead; bead < source_.size(); ++bead) {
      for (const TableCell* cell : source_cells_.in(bead)) {
        if (cell->table != below.source_table || cell->row < below.row) continue;
        if (!below.column && facts::find_heading(cell->span.in(source_cells_.document()->text)) &&
            source_cells_.fills_row(*cell)) {
          return rows;
        }
        if (below.column && cell->column != *below.column) continue;
        for (const TableCell* partner : target_cells_.in(bead)) {
          if (partner->table != below.target_table || partner->column != cell->column) continue;
          rows.push_back({bead, cell->span, partner->span});
          break;
        }
      }
    }
    return rows;
  }

  /// Notes the headings where they give different units.
  static bool differ(std::size_t bead, std::optional<facts::Heading> source,
                     std::optional<facts::Heading> target, std::size_t source_begin,
                     std::size_t target_begin, HeadedTable& table) {
    if (!source || !target || about(facts::ratio_of(*source, *target), 1)) return false;
    source->span = source->span.shifted(source_begin);
    target->span = target->span.shifted(target_begin);
    table.bead = bead;
    table.source = *source;
    table.target = *target;
    return true;
  }

  void keep(HeadedTable table) {
    std::size_t copied = 0;
    std::size_t converted = 0;
    for (const HeadedRow& row : table.rows) {
      const auto ours = figures_in(source_[row.bead], row.source);
      const auto theirs = figures_in(target_[row.bead], row.target);
      copied += shared_figures(ours, theirs, 1);
      converted += shared_figures(ours, theirs, table.ratio());
    }
    table.converted = converted > copied;
    tables_.push_back(std::move(table));
  }

  /// What stands between a heading and the first row, or two rows: names of columns, years, labels.
  static constexpr std::size_t kBeforeRows = 3;

  std::span<const Passage> source_;
  std::span<const Passage> target_;
  Cells source_cells_;
  Cells target_cells_;
  std::vector<HeadedTable> tables_;
};

void erase_facts_in(Span span, Passage& passage) {
  std::erase_if(passage.facts, [&](const Fact& fact) { return fact.span.overlaps(span); });
}

}  // namespace

std::vector<HeadedTable> headed_tables(std::span<const Passage> source,
                                       std::span<const Passage> target) {
  return HeadingFinder(source, target).found();
}

void convert(double ratio, Fact& fact) {
  if (fact.kind != Kind::kNumber || !fact.digits) return;
  constexpr double kPlaces = 1e6;
  fact.value = std::round(fact.value * ratio * kPlaces) / kPlaces;
  fact.upper = fact.value;
  fact.decimals = 0;
  fact.approximation = facts::Approximation::kAbout;  // converted figures are rounded
}

void settle_headings(std::span<const HeadedTable> tables, std::vector<Passage>& source,
                     std::vector<Passage>& target) {
  for (const HeadedTable& table : tables) {
    erase_facts_in(table.source.span, source[table.bead]);
    erase_facts_in(table.target.span, target[table.bead]);
    if (!table.converted) continue;
    for (const HeadedRow& row : table.rows) {
      for (Fact& fact : source[row.bead].facts) {
        if (row.source.contains(fact.span)) convert(table.ratio(), fact);
      }
    }
  }
}

}  // namespace duizhao::pair
