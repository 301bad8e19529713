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

Result<bool> TsvPairReader::next(BilingualPair& pair) {
  std::string_view line;
  for (;;) {
    auto more = lines_.next(line);
    if (!more || !*more) return more;
    if (line.empty()) continue;
    if (!columns_) {
      const std::vector<std::string> first = cells_of(line);
      bool named = false;
      if (!options_.columns.empty()) {
        const auto asked = columns_asked_for(first, options_, lines_.name(), named);
        if (!asked) return tl::unexpected(asked.error());
        columns_ = *asked;
      } else if (const auto found = columns_named(first, options_)) {
        columns_ = *found;
        named = true;
      } else {
        columns_ = PairColumns{};
      }
      if (named) {
        set_header(line);
        continue;
      }
    }
    break;
  }
  if (line.find('\t') == line.npos) {
    return failure(ErrorCode::kMalformed,
                   "a line without a tab: every line must be SOURCE<TAB>TARGET",
                   {lines_.name(), lines_.line_number()});
  }
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
        lines_.line_begin() + (target.data() == nullptr
                                   ? line.size()
                                   : static_cast<std::size_t>(target.data() - line.data()));
    pair.place = TargetPlace{{at, at + target.size()}, false, {}};
    if (!target.empty()) pair.place->pieces = {{{0, target.size()}, pair.place->content}};
    if (target.data() == nullptr) pair.place.reset();
  }
  pair.id = columns_->id ? cell(line, *columns_->id) : std::string_view();
  pair.line = lines_.line_number();
  return true;
}

}  // namespace duizhao::formats
