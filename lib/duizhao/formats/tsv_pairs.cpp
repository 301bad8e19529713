#include "duizhao/formats/tsv_pairs.h"

#include <string_view>
#include <vector>

namespace duizhao::formats {
namespace {

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  for (;;) {
    const std::size_t tab = line.find('\t');
    cells.emplace_back(line.substr(0, tab));
    if (tab == line.npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

/// The cell with this number; empty where the line ends before it.
std::string_view cell(std::string_view line, std::size_t number) {
  for (; number > 0; --number) {
    const std::size_t tab = line.find('\t');
    if (tab == line.npos) return {};
    line.remove_prefix(tab + 1);
  }
  return line.substr(0, line.find('\t'));
}

/// Where a cell is in its line; at the end where the line has none such.
Span place_in(std::string_view line, std::string_view cell) {
  if (cell.data() == nullptr) return {line.size(), line.size()};
  const auto begin = static_cast<std::size_t>(cell.data() - line.data());
  return {begin, begin + cell.size()};
}

}  // namespace

Result<bool> TsvPairReader::read_line() {
  if (!ahead_.empty()) {
    line_ = std::move(ahead_.front());
    ahead_.pop_front();
    return true;
  }
  if (fault_) return tl::unexpected(*fault_);
  std::string_view line;
  for (;;) {
    auto more = lines_.next(line);
    if (!more && lines_.goes_on() && passed_over() < kMostWithoutPairs + pairs_) {
      pass_over(more.error());
      continue;
    }
    if (!more || !*more) return more;
    if (line.empty()) continue;
    line_.text = line;
    line_.number = lines_.line_number();
    line_.begin = lines_.line_begin();
    return true;
  }
}

Result<bool> TsvPairReader::settle_columns() {
  const std::vector<std::string> first = cells_of(line_.text);
  bool named = false;
  columns_ = PairColumns{};
  if (!options_.columns.empty()) {
    const auto asked = columns_asked_for(first, options_, lines_.name(), named);
    if (!asked) return tl::unexpected(asked.error());
    columns_ = *asked;
  } else if (const auto found = columns_named(first, options_)) {
    columns_ = *found;
    named = true;
  } else if (first.size() > 2) {
    // Before the texts there may be a score, a key, an address.
    constexpr std::size_t kSample = 50;
    std::vector<TableRow> rows = {{line_.number, first}};
    const Line begin = line_;
    std::deque<Line> more;
    while (rows.size() < kSample) {
      const auto read = read_line();
      if (!read) fault_ = read.error();  // told where it stands
      if (!read || !*read) break;
      rows.push_back({line_.number, cells_of(line_.text)});
      more.push_back(std::move(line_));
    }
    ahead_ = std::move(more);
    line_ = begin;
    std::vector<TableRow> first_two = rows;
    for (TableRow& row : first_two) row.cells.resize(2);
    const auto held = columns_by_content(rows);
    if (held && !columns_by_content(first_two)) columns_ = *held;
    named = begins_with_names(rows, *columns_);
  }
  if (named) set_header(line_.text);
  return !named;
}

Result<bool> TsvPairReader::next_line_of_pair() {
  for (;;) {
    auto more = read_line();
    if (!more) return more;
    if (!*more) {
      if (pairs_ == 0 && passed_over() > 0) return tl::unexpected(first_faults().front());
      return false;
    }
    if (!columns_) {
      auto is_pair = settle_columns();
      if (!is_pair) return is_pair;
      if (!*is_pair) continue;
    }
    if (line_.text.find('\t') != std::string::npos) return true;
    Error fault{ErrorCode::kMalformed,
                "a line without a tab: every line must be SOURCE<TAB>TARGET",
                {lines_.name(), line_.number}};
    // Where it is the first one, this may be no table at all.
    if (pairs_ == 0) return tl::unexpected(std::move(fault));
    pass_over(std::move(fault));
  }
}

Result<bool> TsvPairReader::next(BilingualPair& pair) {
  auto more = next_line_of_pair();
  if (!more || !*more) return more;
  ++pairs_;
  const std::string_view line = line_.text;
  pair.source = cell(line, columns_->source);
  pair.target = cell(line, columns_->target);
  pair.place.reset();
  pair.file_line.reset();
  if (options_.lines) {
    pair.file_line = PairLine{std::string(line),
                              place_in(line, cell(line, columns_->source)),
                              place_in(line, cell(line, columns_->target)),
                              {},
                              {}};
  }
  if (options_.places) {
    const std::string_view target = cell(line, columns_->target);
    // A line that ends before its target has nothing to point at but its own end.
    const std::size_t at =
        line_.begin + (target.data() == nullptr
                           ? line.size()
                           : static_cast<std::size_t>(target.data() - line.data()));
    pair.place = TargetPlace{{at, at + target.size()}, false, {}};
    if (!target.empty()) pair.place->pieces = {{{0, target.size()}, pair.place->content}};
    if (target.data() == nullptr) pair.place.reset();
  }
  pair.id = columns_->id ? cell(line, *columns_->id) : std::string_view();
  pair.line = line_.number;
  return true;
}

}  // namespace duizhao::formats
