// Rule `table`: a cell of a table says something else than the cell in its place does.
//
// Fires:   290 → 209 in the cell; 120 and 131, or Leeds and York, in each other's place; an empty
//          cell for a figure or a word.
// Silent:  a column whose figures are converted into another unit, and so differ throughout; "–"
//          for "n/a"; a column left out; a cell repeated in the source that the target merges.

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/check/evidence/facts/matched_tables.h"
#include "duizhao/check/rule.h"
#include "duizhao/facts/compare.h"
#include "duizhao/model/lexicon.h"
#include "duizhao/pair/links.h"
#include "duizhao/pair/resources.h"
#include "duizhao/pair/tables.h"
#include "duizhao/text/ascii.h"

namespace duizhao::check {
namespace {

constexpr std::array kKinds = {
    FindingKind{"table/figure", Category::kMistranslation, Severity::kMajor, 0.9},
    FindingKind{"table/exchanged", Category::kMistranslation, Severity::kMajor, 0.9},
    FindingKind{"table/empty", Category::kOmission, Severity::kMajor, 0.9},
    FindingKind{"table/filled", Category::kAddition, Severity::kMinor, 0.8},
};

/// Says that there is nothing to say.
bool is_blank(std::string_view cell) {
  constexpr std::array<std::string_view, 18> kNothing = {
      "-", "–", "—",   "――",   "－",  "——",   "...", "…",  "……",
      "/", "*", "n/a", "n.a.", "nil", "none", "无",  "無", "不适用"};
  const std::string lowered = text::ascii_lowered(cell);
  return cell.empty() || std::ranges::find(kNothing, std::string_view(lowered)) != kNothing.end();
}

bool has_digit(std::string_view cell) { return std::ranges::any_of(cell, text::is_ascii_digit); }

/// A figure with no word beside it: "1,234.5", "(3.2)", "41%".
bool is_bare_figure(std::string_view cell) {
  return has_digit(cell) && std::ranges::none_of(cell, text::is_ascii_letter);
}

/// A pair of cells as they stand in the texts.
struct Pair {
  MatchedCell cells;
  std::string_view source;
  std::string_view target;
};

class TableCheck {
 public:
  TableCheck(const DocumentContext& context, std::vector<Finding>& findings)
      : context_(context), findings_(findings) {
    for (const pair::HeadedTable& headed : context.tables) {
      if (!headed.converted) continue;
      for (const pair::HeadedRow& row : headed.rows) {
        ratios_[row.source.begin] = headed.ratio();
      }
    }
  }

  void check(const MatchedTable& table) {
    pairs_.clear();
    for (const MatchedCell& cells : table.cells) {
      pairs_.push_back({cells, cells.source->span.in(context_.source.text),
                        cells.target->span.in(context_.target.text)});
    }
    spread_ratios();
    tell_exchanged(other_figures(), [&](const Pair& a, const Pair& b) {
      return a.source != b.source && same_figures(a.source, b.target) &&
             same_figures(b.source, a.target);
    });
    for (const Pair* pair : left_) tell_figure(*pair);
    tell_exchanged(unrelated_words(), [&](const Pair& a, const Pair& b) {
      return a.source != b.source && likeness(a.source, b.target) >= kSame &&
             likeness(b.source, a.target) >= kSame;
    });
    tell_empty();
  }

 private:
  /// How much of two cells is explained by each other, from which on they say the same, and up to
  /// which they have nothing to do with each other.
  static constexpr double kSame = 0.6;
  static constexpr double kOther = 0.2;

  /// A figure that no passage pairs with its translation, as -6,248 with (62.48), stands under the
  /// heading of its column all the same.
  void spread_ratios() {
    std::map<std::uint32_t, double> of_column;
    for (const Pair& pair : pairs_) {
      const auto ratio = ratios_.find(begin_of(pair.source));
      if (ratio != ratios_.end()) of_column[pair.cells.source->column] = ratio->second;
    }
    for (const Pair& pair : pairs_) {
      const auto ratio = of_column.find(pair.cells.source->column);
      if (ratio == of_column.end() || pair.source.empty()) continue;
      ratios_.try_emplace(begin_of(pair.source), ratio->second);
    }
  }

  /// Where a cell of the source begins.
  [[nodiscard]] std::size_t begin_of(std::string_view cell) const {
    return static_cast<std::size_t>(cell.data() - context_.source.text.data());
  }

  [[nodiscard]] std::vector<facts::Difference> differences(std::string_view source,
                                                           std::string_view target) const {
    auto a = facts::find(source, context_.source.language);
    if (const auto ratio = ratios_.find(begin_of(source)); ratio != ratios_.end()) {
      for (facts::Fact& fact : a) pair::convert(ratio->second, fact);
    }
    const auto b = facts::find(target, context_.target.language);
    return facts::compare({a, source, {0, source.size()}, {}, {}},
                          {b, target, {0, target.size()}, {}, {}})
        .differences;
  }

  [[nodiscard]] bool same_figures(std::string_view source, std::string_view target) const {
    return has_digit(source) && has_digit(target) && differences(source, target).empty();
  }

  /// Whether the cell heads a column in another unit than the target's does, which is no figure.
  [[nodiscard]] bool is_head(const Pair& pair) const {
    return std::ranges::any_of(context_.tables, [&](const pair::HeadedTable& headed) {
      return pair.cells.source->span.contains(headed.source.span);
    });
  }

  [[nodiscard]] bool is_other_figure(const Pair& pair) const {
    if (!has_digit(pair.source) || !has_digit(pair.target) || is_head(pair)) return false;
    using facts::Mismatch;
    const bool bare = is_bare_figure(pair.source) && is_bare_figure(pair.target);
    return std::ranges::any_of(
        differences(pair.source, pair.target), [&](const facts::Difference& difference) {
          return difference.what == Mismatch::kValue || difference.what == Mismatch::kSign ||
                 (bare &&
                  (difference.what == Mismatch::kMissing || difference.what == Mismatch::kAdded));
        });
  }

  /// The pairs whose figures differ, without those of columns that differ for the most part: their
  /// figures are of another unit, or of another edition.
  [[nodiscard]] std::vector<const Pair*> other_figures() const {
    struct Column {
      std::size_t figures = 0;
      std::vector<const Pair*> other;
    };
    std::vector<Column> columns;
    std::size_t figures = 0;
    std::size_t others = 0;
    for (const Pair& pair : pairs_) {
      const std::size_t number = pair.cells.source->column;
      if (columns.size() <= number) columns.resize(number + 1);
      if (!has_digit(pair.source) || !has_digit(pair.target)) continue;
      ++columns[number].figures;
      ++figures;
      if (!is_other_figure(pair)) continue;
      columns[number].other.push_back(&pair);
      ++others;
    }
    // A column of two or three figures may well have two that were exchanged.
    constexpr std::size_t kRare = 6;
    const bool rare = others * kRare <= figures;
    std::vector<const Pair*> told;
    for (const Column& column : columns) {
      if (!rare && column.other.size() * 2 > column.figures) continue;
      told.insert(told.end(), column.other.begin(), column.other.end());
    }
    return told;
  }

  /// The pairs of words that do not translate each other at all; not many are looked at.
  [[nodiscard]] std::vector<const Pair*> unrelated_words() const {
    constexpr std::size_t kMost = 60;
    std::vector<const Pair*> unrelated;
    for (const Pair& pair : pairs_) {
      if (unrelated.size() == kMost) break;
      if (is_blank(pair.source) || is_blank(pair.target)) continue;
      if (has_digit(pair.source) || has_digit(pair.target)) continue;
      if (likeness(pair.source, pair.target) <= kOther) unrelated.push_back(&pair);
    }
    return unrelated;
  }

  /// The share of the words of both that the other side explains.
  [[nodiscard]] double likeness(std::string_view source, std::string_view target) const {
    const model::Lexicon& lexicon = *context_.resources.lexicon;
    const auto a = lexicon.words(source, context_.source.language);
    const auto b = lexicon.words(target, context_.target.language);
    const pair::Links links =
        pair::link_words(a, context_.source.language, b, context_.target.language, lexicon,
                         context_.source.language == Language::kEnglish ? source : target);
    double explained = 0;
    std::size_t words = 0;
    for (const auto& [side, linked] :
         {std::pair(&a, &links.source), std::pair(&b, &links.target)}) {
      for (std::size_t i = 0; i < side->size(); ++i) {
        if ((*side)[i].kind == text::TokenKind::kPunctuation) continue;
        explained += (*linked)[i].explained;
        ++words;
      }
    }
    return words == 0 ? 1 : explained / double(words);
  }

  /// Tells the pairs whose other halves are each other's; the rest is `left_`.
  template <typename Exchanged>
  void tell_exchanged(std::vector<const Pair*> suspects, const Exchanged& exchanged) {
    left_.clear();
    while (!suspects.empty()) {
      const Pair& first = *suspects.front();
      const auto second = std::find_if(suspects.begin() + 1, suspects.end(),
                                       [&](const Pair* other) { return exchanged(first, *other); });
      if (second == suspects.end()) {
        left_.push_back(&first);
      } else {
        tell_pair(first, **second);
        suspects.erase(second);
      }
      suspects.erase(suspects.begin());
    }
  }

  void tell_pair(const Pair& a, const Pair& b) {
    Finding finding = finding_at(kind(kKinds, "table/exchanged"), a);
    finding.with("source", a.source)
        .with("exchanged", b.source)
        .with("its_row", std::size_t{b.cells.source->row} + 1)
        .with("its_column", std::size_t{b.cells.source->column} + 1);
    finding.elsewhere.push_back(finding_at(kind(kKinds, "table/exchanged"), b));
    finding.elsewhere.back().with("source", b.source).with("exchanged", a.source);
    finding.places = 2;
    findings_.push_back(std::move(finding));
  }

  void tell_figure(const Pair& pair) {
    Finding finding = finding_at(kind(kKinds, "table/figure"), pair);
    finding.with("source", pair.source).with("target", pair.target);
    if (is_bare_figure(pair.source)) finding.suggestion = std::string(pair.source);
    findings_.push_back(std::move(finding));
  }

  void tell_empty() {
    struct Column {
      std::size_t filled = 0;
      std::size_t empty = 0;
    };
    std::vector<Column> columns;
    for (const Pair& pair : pairs_) {
      const std::size_t number = pair.cells.source->column;
      if (columns.size() <= number) columns.resize(number + 1);
      if (is_blank(pair.source)) continue;
      ++(pair.target.empty() ? columns[number].empty : columns[number].filled);
    }
    std::vector<std::string_view> above(columns.size());
    for (const Pair& pair : pairs_) {
      const std::size_t column = pair.cells.source->column;
      const bool merged = std::exchange(above[column], pair.source) == pair.source;
      if (!is_blank(pair.source) && pair.target.empty() && !merged &&
          columns[column].filled >= columns[column].empty) {
        Finding finding = finding_at(kind(kKinds, "table/empty"), pair);
        findings_.push_back(std::move(finding.with("source", pair.source)));
      } else if (pair.source.empty() && !is_blank(pair.target)) {
        Finding finding = finding_at(kind(kKinds, "table/filled"), pair);
        findings_.push_back(std::move(finding.with("target", pair.target)));
      }
    }
  }

  [[nodiscard]] Finding finding_at(const FindingKind& what, const Pair& pair) const {
    Finding finding(what);
    finding.with("row", std::size_t{pair.cells.source->row} + 1)
        .with("column", std::size_t{pair.cells.source->column} + 1);
    if (!pair.source.empty()) finding.source = pair.cells.source->span;
    if (!pair.target.empty()) finding.target = pair.cells.target->span;
    finding.bead = bead_of(pair);
    return finding;
  }

  /// The bead that the cell of the source stands in or, where that is empty, the target's.
  [[nodiscard]] std::optional<std::size_t> bead_of(const Pair& pair) const {
    const bool of_source = !pair.source.empty();
    const auto passages = of_source ? context_.source_passages : context_.target_passages;
    const Span span = of_source ? pair.cells.source->span : pair.cells.target->span;
    for (std::size_t bead = 0; bead < passages.size(); ++bead) {
      if (passages[bead].span.overlaps(span)) return bead;
    }
    return std::nullopt;
  }

  const DocumentContext& context_;
  std::vector<Finding>& findings_;
  std::map<std::size_t, double> ratios_;  ///< of the figures under another heading, by their begin
  std::vector<Pair> pairs_;               ///< of the table
  std::vector<const Pair*> left_;         ///< suspects that were not exchanged
};

void check_tables(const DocumentContext& context, std::vector<Finding>& findings) {
  TableCheck check(context, findings);
  for (const MatchedTable& table : matched_tables(context)) check.check(table);
}

constexpr std::array kExamples = {
    Example{"Item\t2018\t2019\t2020\nSales\t410\t395\t380\nCosts\t120\t131\t129\n"
            "Profit\t290\t264\t251",
            "项目\t2018年\t2019年\t2020年\n销售额\t410\t395\t380\n成本\t120\t131\t129\n"
            "利润\t264\t251\t290",
            "table/figure"},
    Example{"Item\t2019\t2020\nSales\t410\t395\nCosts\t120\t131\nProfit\t290\t264",
            "项目\t2019年\t2020年\n销售额\t410\t395\n成本\t131\t120\n利润\t290\t264",
            "table/exchanged"},
    Example{"Item\t2019\t2020\nSales\t410\t395\nCosts\t120\t131\nProfit\t290\t264",
            "项目\t2019年\t2020年\n销售额\t410\t395\n成本\t\t131\n利润\t290\t264", "table/empty"},
    Example{"Item\t2019\t2020\nSales\t\t395\nCosts\t120\t131\nProfit\t290\t264",
            "项目\t2019年\t2020年\n销售额\t410\t395\n成本\t120\t131\n利润\t290\t264",
            "table/filled"},
    Example{"Item\t2019\t2020\nSales\t410\tn/a\nCosts\t120\t131\nProfit\t290\t264",
            "项目\t2019年\t2020年\n销售额\t410\t–\n成本\t120\t131\n利润\t290\t264"},
    Example{"In billions\tUS$\nSales\t4.1\nCosts\t1.2\nProfit\t2.9",
            "单位：亿\t美元\n销售额\t41\n成本\t12\n利润\t29"},
};

}  // namespace

extern const Rule kTableRule = {
    .id = "table",
    .concern = Concern::kFacts,
    .kinds = kKinds,
    .examples = kExamples,
    .check_document = check_tables,
};

}  // namespace duizhao::check
