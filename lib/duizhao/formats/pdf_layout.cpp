#include "duizhao/formats/pdf_layout.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <span>
#include <string_view>

#include "duizhao/formats/superscript.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"

namespace duizhao::formats {
namespace {

/// The size of print by which a word would be as wide as it is: Chinese characters are as wide as
/// high.
double size_by_width(const PrintedWord& word) {
  constexpr double kOfOthers = 0.55;  // of the size of print: figures, and letters by and large
  double characters = 0;
  for (std::size_t i = 0; i < word.text.size();) {
    characters += text::is_wide(text::next_code_point(word.text, i)) ? 1 : kOfOthers;
  }
  return (word.right - word.left) / characters;
}

bool has_wide(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (text::is_wide(text::next_code_point(text, i))) return true;
  }
  return false;
}

/// Gives drawn words the size that their width tells, but for marks that are set closer. Poppler
/// guesses it by the width of one character, and takes Chinese ones for twice as large; where their
/// base line stands is right: 0.95 of the size is above it and 0.35 below.
void mend_sizes(std::vector<PrintedWord>& words) {
  constexpr double kTooLarge = 1.4;
  constexpr double kAboveBase = 0.95 / (0.95 + 0.35);
  std::map<double, std::vector<double>> of_wide;  // by the size that is told
  for (const PrintedWord& word : words) {
    if (word.drawn && has_wide(word.text)) of_wide[word.size].push_back(size_by_width(word));
  }
  bool any = false;
  for (auto& [told, sizes] : of_wide) {
    std::ranges::nth_element(sizes, sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2));
    any |= told > kTooLarge * sizes[sizes.size() / 2];
  }
  if (!any) return;
  for (PrintedWord& word : words) {
    if (!word.drawn) continue;
    const auto alike = of_wide.find(word.size);
    double size = size_by_width(word);
    if (alike != of_wide.end()) size = alike->second[alike->second.size() / 2];
    if (word.size <= kTooLarge * size) continue;
    const double height = word.bottom - word.top;
    const double base = word.top + kAboveBase * height;
    word.top = base - kAboveBase * height * size / word.size;
    word.bottom = base + (1 - kAboveBase) * height * size / word.size;
    word.size = std::max(size, 1.0);
  }
}

/// Whether a word is figures in smaller print, raised, right behind the one before it.
bool is_raised(const PrintedWord& word, const PrintedWord& before) {
  constexpr double kSmaller = 0.85;
  constexpr double kRaised = 0.1;  // of the size of print
  if (before.space_after || word.text.empty()) return false;
  const bool figures = word.text.find_first_not_of("0123456789+-") == std::string::npos;
  const bool raised = word.bottom < before.bottom - kRaised * before.size;
  const bool beside = word.left < before.right + before.size / 2 && word.left > before.left;
  return figures && raised && beside && word.size < kSmaller * before.size;
}

/// How far two words of a line may overlap, in sizes of print: two marks of Chinese that meet share
/// the room of one and a half.
constexpr double kOverlap = 0.6;

/// Whether a word stands on a line, behind what is there of it.
bool is_on(const PrintedLine& line, const PrintedWord& word) {
  const double middle = (word.top + word.bottom) / 2;
  const double of_line = (line.top + line.bottom) / 2;
  const double size = std::max(line.size, word.size);
  return std::abs(middle - of_line) < 0.5 * size && word.left > line.right - kOverlap * size;
}

char32_t first_of(std::string_view text) {
  std::size_t begin = 0;
  return text::next_code_point(text, begin);
}

char32_t last_of(std::string_view text) {
  std::size_t end = text.size();
  return text::previous_code_point(text, end);
}

/// A gap that no space between words is as wide as.
bool is_gap(const PrintedLine& line, const PrintedWord& word) {
  constexpr double kWide = 0.8;  // of the size of print
  return word.left - line.right > kWide * std::max(line.size, word.size);
}

/// Whether two words stand apart only because Chinese is set a little apart from figures and Latin
/// letters: in "10 秒 04" nobody typed a blank.
bool is_set_apart(const PrintedWord& before, const PrintedWord& word) {
  constexpr double kApart = 0.3;  // of the size of print
  return text::is_wide(last_of(before.text)) != text::is_wide(first_of(word.text)) &&
         word.left - before.right < kApart * word.size;
}

/// The room that the first word of a line takes, in Chinese the first character and the marks that
/// may not begin a line behind it.
double first_width(const PrintedWord& word) {
  const double whole = word.right - word.left;
  if (word.text.empty() || !text::is_wide(first_of(word.text))) return whole;
  constexpr std::u32string_view kMayNotBegin = U"，。、；：？！）》」』】〉”’";
  double width = word.size;
  std::size_t at = 0;
  (void)text::next_code_point(word.text, at);
  while (at < word.text.size() &&
         kMayNotBegin.find(text::next_code_point(word.text, at)) != kMayNotBegin.npos) {
    width += word.size;
  }
  return std::min(width, whole);
}

/// What stands on a line without a wide gap in it.
struct Piece : PrintedLine {
  std::vector<PrintedWord> words;
};

/// The pieces of lines that no wide gap divides, in the order of the words.
std::vector<Piece> pieces_of(const std::vector<PrintedWord>& words) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const PrintedWord& word = words[i];
    const bool raised = i > 0 && !pieces.empty() && is_raised(word, words[i - 1]);
    const bool goes_on =
        raised || (!pieces.empty() && is_on(pieces.back(), word) && !is_gap(pieces.back(), word));
    if (!goes_on) {
      Piece begun;
      begun.left = word.left;
      begun.top = word.top;
      begun.bottom = word.bottom;
      begun.first_width = first_width(word);
      pieces.push_back(std::move(begun));
    }
    Piece& piece = pieces.back();
    if (goes_on && words[i - 1].space_after && !is_set_apart(words[i - 1], word)) {
      piece.text += ' ';
      piece.words.back().text += ' ';
    }
    piece.words.push_back(word);
    if (raised) piece.words.back().text = superscript(word.text);
    piece.text += piece.words.back().text;
    piece.right = std::max(piece.right, word.right);
    if (raised) continue;
    piece.top = std::min(piece.top, word.top);
    piece.bottom = std::max(piece.bottom, word.bottom);
    piece.size = std::max(piece.size, word.size);
  }
  return pieces;
}

bool are_beside(const PrintedLine& a, const PrintedLine& b) {
  const double size = std::max(a.size, b.size);
  return std::abs((a.top + a.bottom) / 2 - (b.top + b.bottom) / 2) < 0.5 * size;
}

/// Numbers of pieces that stand beside one another, from the left.
using Row = std::vector<std::size_t>;

/// All pieces from above, in one row.
Row from_above(const std::vector<Piece>& pieces) {
  Row order(pieces.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {},
                           [&](std::size_t i) { return pieces[i].top + pieces[i].bottom; });
  return order;
}

std::vector<Row> rows_of(const std::vector<Piece>& pieces) {
  std::vector<Row> rows;
  for (const std::size_t i : from_above(pieces)) {
    if (rows.empty() || !are_beside(pieces[rows.back().front()], pieces[i])) rows.emplace_back();
    rows.back().push_back(i);
  }
  for (Row& row : rows) std::ranges::sort(row, {}, [&](std::size_t i) { return pieces[i].left; });
  return rows;
}

/// Adds what follows to a line or a label, with a blank between or not.
void append(Piece& line, const Piece& rest, bool blank) {
  if (blank) line.words.back().text += ' ';
  line.text += (blank ? " " : "") + rest.text;
  line.words.insert(line.words.end(), rest.words.begin(), rest.words.end());
}

/// The pieces that were not taken into others.
std::vector<Piece> left_of(std::vector<Piece> pieces, const std::vector<bool>& taken) {
  std::vector<Piece> left;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!taken[i]) left.push_back(std::move(pieces[i]));
  }
  return left;
}

/// Puts together what stands on a line without a wide gap though its words did not come one behind
/// the other: Chinese characters within English are of another font, and other height.
std::vector<Piece> whole_pieces(std::vector<Piece> pieces) {
  const Row order = from_above(pieces);
  // The piece that closes up to each one on its right; a page has no more than so many beside one.
  constexpr std::size_t kMostBeside = 64;
  std::vector<std::optional<std::size_t>> after(pieces.size());
  std::vector<bool> continues(pieces.size());
  const auto link = [&](std::size_t left, std::size_t right) {
    const double gap = pieces[right].left - pieces[left].right;
    const double size = pieces[right].size;
    if (after[left] || continues[right] || gap > 0.5 * size || gap < -kOverlap * size) return;
    after[left] = right;
    continues[right] = true;
  };
  for (std::size_t k = 0; k < order.size(); ++k) {
    for (std::size_t l = k + 1; l < std::min(order.size(), k + kMostBeside); ++l) {
      if (!are_beside(pieces[order[k]], pieces[order[l]])) break;
      const bool first = pieces[order[k]].left < pieces[order[l]].left;
      link(order[first ? k : l], order[first ? l : k]);
    }
  }
  std::vector<bool> taken(pieces.size());
  std::vector<Piece> whole = pieces;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (continues[i] || !after[i]) continue;
    Piece line = pieces[i];
    std::size_t place = i;
    for (auto next = after[i]; next; next = after[*next]) {
      const Piece& piece = pieces[*next];
      const bool blank = piece.left - line.right > 0.15 * piece.size &&
                         !is_set_apart(line.words.back(), piece.words.front());
      append(line, piece, blank);
      line.right = piece.right;
      place = std::min(place, *next);
      taken[*next] = true;
    }
    // In the place of the first of them that came.
    taken[i] = true;
    taken[place] = false;
    whole[place] = std::move(line);
  }
  return left_of(std::move(whole), taken);
}

/// How far two lines are from one another, from middle to middle.
double distance(const PrintedLine& above, const PrintedLine& below) {
  return (below.top + below.bottom - above.top - above.bottom) / 2;
}

bool are_above_one_another(const PrintedLine& a, const PrintedLine& b) {
  return a.left < b.right && b.left < a.right;
}

/// Whether a label of a table that ends in `first` goes on in `second`, with `room` up to the next
/// column.
bool label_goes_on(const PrintedLine& first, const PrintedLine& second, double room) {
  const char32_t next = first_of(second.text);
  if (next < 0x80 && text::is_ascii_lower(static_cast<char>(next))) return true;
  return (text::is_wide(last_of(first.text)) || text::is_wide(next)) &&
         room < 2 * first.size + second.first_width;
}

/// Labels and headings that stand on several lines of a table: half of them above and half below
/// the figures beside them, or on the line of the figures and the one above or below.
class Labels {
 public:
  explicit Labels(std::vector<Piece> pieces)
      : pieces_(std::move(pieces)), rows_(rows_of(pieces_)) {}

  /// The pieces, with each such label as one of them, on the line of its figures.
  std::vector<Piece> put_together() {
    std::vector<bool> taken(pieces_.size());
    const auto join = [&](std::size_t first, std::size_t second, const Piece& figures) {
      Piece& label = pieces_[first];
      const Piece& rest = pieces_[second];
      append(label, rest,
             !text::is_wide(last_of(label.text)) || !text::is_wide(first_of(rest.text)));
      label.right = std::max(label.right, rest.right);
      label.top = figures.top;
      label.bottom = figures.bottom;
      taken[second] = true;
    };
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      const std::size_t before = r > 0 ? rows_[r - 1].back() : 0;
      const bool line_above = r > 0 && rows_[r - 1].size() == 1 && !taken[before];
      const bool line_below = r + 1 < rows_.size() && rows_[r + 1].size() == 1;
      if (!line_above && !line_below) continue;
      if (line_above && line_below && stands_between(before, r, rows_[r + 1].front())) {
        join(before, rows_[r + 1].front(), pieces_[rows_[r].front()]);
        continue;
      }
      if (rows_[r].size() < 2 || taken[rows_[r].front()]) continue;
      const std::size_t label = rows_[r].front();
      const Piece figures = pieces_[rows_[r][1]];
      if (line_below && goes_on(label, rows_[r + 1].front(), r, r + 1)) {
        join(label, rows_[r + 1].front(), figures);
      }
      if (line_above && goes_on(before, label, r, r - 1)) join(before, label, figures);
    }
    return left_of(std::move(pieces_), taken);
  }

 private:
  /// Whether each piece of a row but `skipped` of them stands in the columns of a row near it.
  [[nodiscard]] bool are_in_columns(std::size_t r, std::size_t skipped) const {
    constexpr std::size_t kNear = 4;
    const Row& row = rows_[r];
    for (std::size_t n = r - std::min(r, kNear); n < std::min(rows_.size(), r + kNear + 1); ++n) {
      if (n == r || rows_[n].size() < 2) continue;
      const bool below = std::all_of(
          row.begin() + static_cast<std::ptrdiff_t>(skipped), row.end(), [&](std::size_t i) {
            return std::ranges::any_of(rows_[n].begin() + 1, rows_[n].end(),
                                       [&](std::size_t other) {
                                         return are_above_one_another(pieces_[i], pieces_[other]);
                                       });
          });
      if (below) return true;
    }
    return false;
  }

  /// Whether a row stands beside the middle of two lines of one of its cells: of its label, or of a
  /// heading that was too long for its column.
  [[nodiscard]] bool stands_between(std::size_t first, std::size_t r, std::size_t second) const {
    constexpr double kHalf = 0.8;  // of the size of print: less than lines are apart
    const Piece& front = pieces_[rows_[r].front()];
    const double size = front.size;
    const bool near = distance(pieces_[first], front) < kHalf * size &&
                      distance(front, pieces_[second]) < kHalf * size;
    if (!near || !are_above_one_another(pieces_[first], pieces_[second])) return false;
    if (std::max(pieces_[first].right, pieces_[second].right) < front.left) {
      return are_in_columns(r, 0);
    }
    const bool beside = std::ranges::none_of(rows_[r], [&](std::size_t i) {
      return are_above_one_another(pieces_[i], pieces_[first]) ||
             are_above_one_another(pieces_[i], pieces_[second]);
    });
    return beside && rows_[r].size() > 1 && are_in_columns(r, 1);
  }

  /// Whether the label of row r, of which one line stands in row `beside`, goes on from `first` to
  /// `second`: they are closer than other rows, and what follows could have had no room.
  [[nodiscard]] bool goes_on(std::size_t first, std::size_t second, std::size_t r,
                             std::size_t beside) const {
    constexpr double kFarthest = 1.5;  // of the size of print: lines within a cell
    constexpr double kFarther = 0.1;
    const Piece& above = pieces_[first];
    const Piece& below = pieces_[second];
    const double size = above.size;
    const double apart = distance(above, below);
    const double figures_begin = pieces_[rows_[r][1]].left;
    if (std::max(above.right, below.right) > figures_begin) return false;
    if (std::abs(above.left - below.left) > size || apart > kFarthest * size) return false;
    const auto farther = [&](std::size_t next, const Piece& from) {
      return std::abs(distance(from, pieces_[rows_[next].front()])) > apart + kFarther * size;
    };
    const bool is_apart = beside > r ? beside + 1 >= rows_.size() || farther(beside + 1, below)
                                     : beside == 0 || farther(beside - 1, above);
    return is_apart && label_goes_on(above, below, figures_begin - above.right) &&
           are_in_columns(r, 1);
  }

  std::vector<Piece> pieces_;
  std::vector<Row> rows_;
};

/// Whether what stands beside one another are cells, not lines of columns of text: but for one of
/// them they are short.
bool are_cells(const std::vector<Piece>& pieces, const Row& row, double width) {
  constexpr double kShort = 0.3;  // of the width of the text
  constexpr double kWidest = 0.7;
  if (row.size() < 2) return false;
  std::size_t wide = 0;
  for (const std::size_t i : row) {
    const double of_piece = pieces[i].right - pieces[i].left;
    if (of_piece > kWidest * width) return false;
    wide += of_piece > kShort * width ? 1 : 0;
  }
  return wide <= 1;
}

/// Whether a row is cells without a wide gap between them, such as a long label and the figures in
/// tight columns behind it; what only a table beside it can tell.
bool may_be_cells(const std::vector<Piece>& pieces, const Row& row, double width,
                  double least_gap) {
  constexpr double kWidest = 0.7;  // of the width of the text
  const Piece& piece = pieces[row.front()];
  if (row.size() != 1 || piece.right - piece.left > kWidest * width) return false;
  std::size_t gaps = 0;
  for (std::size_t w = 1; w < piece.words.size(); ++w) {
    gaps += piece.words[w].left - piece.words[w - 1].right > least_gap * piece.size ? 1 : 0;
  }
  return gaps > 0 && std::ranges::any_of(piece.words.back().text, text::is_ascii_digit);
}

/// Rows of cells one below the other, `first` to before `last`.
struct Run {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// The tables of a page: two rows or more with as many cells, or nearly, as of a merged one.
std::vector<Run> tables_of(const std::vector<Piece>& pieces, const std::vector<Row>& rows,
                           double least_gap) {
  double left = 0;
  double right = 0;
  for (const Piece& piece : pieces) {
    left = left == 0 ? piece.left : std::min(left, piece.left);
    right = std::max(right, piece.right);
  }
  std::vector<Run> runs;
  std::size_t cells = 0;
  std::size_t columns = 0;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (rows[r].size() < 2) continue;
    ++(are_cells(pieces, rows[r], right - left) ? cells : columns);
  }
  // Where columns of text stand side by side, the short ends of their paragraphs are no cells.
  if (3 * columns > cells) return runs;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const bool cells_for_sure = are_cells(pieces, rows[r], right - left);
    if (!cells_for_sure && !may_be_cells(pieces, rows[r], right - left, least_gap)) continue;
    const auto goes_on = [&] {
      const PrintedLine& above = pieces[rows[r - 1].front()];
      const PrintedLine& here = pieces[rows[r].front()];
      return here.top - above.bottom < 3 * above.size;
    };
    if (!runs.empty() && runs.back().last == r && goes_on()) {
      runs.back().last = r + 1;
    } else if (cells_for_sure) {
      runs.push_back({r, r + 1});
    }
  }
  std::erase_if(runs, [](const Run& run) { return run.last - run.first < 2; });
  return runs;
}

/// A column of a table, from the left to the right of its cells.
struct Column {
  double left = 0;
  double right = 0;

  [[nodiscard]] double distance(const PrintedWord& word) const {
    return std::max({0.0, left - word.right, word.left - right});
  }
};

/// The narrowest gap between two columns, in sizes of print: a little wider than the blanks between
/// the words of a page, which typewriter print has twice as wide as books.
double least_column_gap(const std::vector<Piece>& pieces) {
  constexpr double kTouching = 0.05;
  constexpr double kLeast = 0.3;
  std::vector<double> blanks;
  for (const Piece& piece : pieces) {
    for (std::size_t w = 1; w < piece.words.size(); ++w) {
      const double gap = (piece.words[w].left - piece.words[w - 1].right) / piece.size;
      if (gap > kTouching) blanks.push_back(gap);
    }
  }
  if (blanks.empty()) return kLeast;
  const auto middle = blanks.begin() + static_cast<std::ptrdiff_t>(blanks.size() / 2);
  std::ranges::nth_element(blanks, middle);
  return std::max(kLeast, 1.2 * *middle);
}

/// What no gap divides that goes down through all rows but `left_out`.
std::vector<Column> columns_without(const std::vector<Piece>& pieces, std::span<const Row> rows,
                                    const std::vector<bool>& left_out, double least_gap) {
  std::vector<Column> words;
  double size = 0;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (left_out[r]) continue;
    for (const std::size_t i : rows[r]) {
      size = std::max(size, pieces[i].size);
      for (const PrintedWord& word : pieces[i].words) words.push_back({word.left, word.right});
    }
  }
  std::ranges::sort(words, {}, &Column::left);
  std::vector<Column> columns;
  for (const Column& word : words) {
    if (!columns.empty() && word.left < columns.back().right + least_gap * size) {
      columns.back().right = std::max(columns.back().right, word.right);
    } else {
      columns.push_back(word);
    }
  }
  return columns;
}

/// The columns of a table: gaps divide them that go down through all its rows, but for one row in
/// five whose cells run over several columns.
std::vector<Column> columns_of(const std::vector<Piece>& pieces, std::span<const Row> rows,
                               double least_gap) {
  constexpr std::size_t kMostRows = 200;  // that are tried one by one
  std::vector<bool> left_out(rows.size());
  std::vector<Column> columns = columns_without(pieces, rows, left_out, least_gap);
  constexpr std::size_t kMostLeftOut = 5;
  const std::size_t most =
      rows.size() < 3 || rows.size() > kMostRows ? 0 : std::min(kMostLeftOut, 1 + rows.size() / 5);
  for (std::size_t round = 0; round < most; ++round) {
    std::optional<std::size_t> best;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (left_out[r]) continue;
      left_out[r] = true;
      auto others = columns_without(pieces, rows, left_out, least_gap);
      left_out[r] = false;
      if (others.size() <= columns.size()) continue;
      columns = std::move(others);
      best = r;
    }
    if (!best) break;
    left_out[*best] = true;
  }
  return columns;
}

/// The cells of a row of print.
struct RowCells {
  std::vector<std::string> cells;
  bool apart = true;  ///< no wide gap stands within one of them
};

/// A new cell begins where a gap stands between two columns, so that what runs over several columns
/// is one.
RowCells cells_of(const std::vector<Piece>& pieces, const Row& row,
                  const std::vector<Column>& columns, double least_gap) {
  RowCells found{std::vector<std::string>(columns.size())};
  std::size_t cell = 0;
  for (const std::size_t i : row) {
    const PrintedWord* before = nullptr;
    for (const PrintedWord& word : pieces[i].words) {
      const bool begins = before == nullptr || word.left < before->left ||
                          word.left - before->right > least_gap * pieces[i].size;
      if (begins) {
        const auto nearest = std::ranges::min_element(
            columns, {}, [&](const Column& one) { return one.distance(word); });
        cell = static_cast<std::size_t>(nearest - columns.begin());
        std::string& text = found.cells[cell];
        if (!text.empty() && before == nullptr) found.apart = false;
        if (!text.empty() && !text.ends_with(' ')) text += ' ';
      }
      before = &word;
      found.cells[cell] += word.text;
    }
  }
  for (std::string& text : found.cells) {
    while (text.ends_with(' ')) text.pop_back();
  }
  return found;
}

/// The rows of a table as lines, with a tab between two columns; with blanks where the columns are
/// not one below the other, as print of text with tabs has them.
std::vector<PrintedLine> lines_of_table(const std::vector<Piece>& pieces, std::span<const Row> rows,
                                        double least_gap) {
  const std::vector<Column> columns = columns_of(pieces, rows, least_gap);
  std::vector<RowCells> cells;
  for (const Row& row : rows) cells.push_back(cells_of(pieces, row, columns, least_gap));
  const auto run_together = std::ranges::count(cells, false, &RowCells::apart);
  const bool is_grid = 4 * static_cast<std::size_t>(run_together) < rows.size();
  std::vector<PrintedLine> lines;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    PrintedLine line = pieces[rows[r].front()];
    for (const std::size_t i : rows[r]) line.right = std::max(line.right, pieces[i].right);
    line.text.clear();
    line.is_row = true;
    for (const std::string& cell : cells[r].cells) {
      if (is_grid || !cell.empty()) line.text += cell + (is_grid ? '\t' : ' ');
    }
    if (!line.text.empty()) line.text.pop_back();
    lines.push_back(std::move(line));
  }
  return lines;
}

bool begins_item(std::string_view line) {
  for (const std::string_view bullet : {"•", "●", "○", "■", "◆", "–", "-", "*", "①", "②", "③"}) {
    if (line.starts_with(bullet)) return true;
  }
  std::size_t digits = 0;
  while (digits < line.size() && text::is_ascii_digit(line[digits])) ++digits;
  const std::string_view mark = line.substr(digits, 2);
  return digits > 0 && digits < 3 && (mark == ". " || mark == ") ");
}

/// Where the lines around one that begin at about the same place end at most; where two come near,
/// so that a title over two columns does not count. None where all of them are short.
std::optional<double> right_margin(const std::vector<const PrintedLine*>& lines, std::size_t i,
                                   double text_width) {
  constexpr std::size_t kAround = 15;
  constexpr double kNarrowest = 0.35;  // of the width of the text: a third column
  const PrintedLine& line = *lines[i];
  std::vector<double> rights;
  for (std::size_t j = i - std::min(i, kAround); j < std::min(lines.size(), i + kAround); ++j) {
    const bool alike = std::abs(lines[j]->left - line.left) < 3 * line.size && !lines[j]->is_row;
    if (alike) rights.push_back(lines[j]->right);
  }
  if (rights.empty()) return std::nullopt;
  std::ranges::sort(rights, std::greater<>());
  double margin = rights.front();
  for (std::size_t j = 0; j + 1 < rights.size(); ++j) {
    if (rights[j] - rights[j + 1] > 2 * line.size) continue;
    margin = rights[j];
    break;
  }
  return margin - line.left < kNarrowest * text_width ? std::nullopt : std::optional(margin);
}

/// The gap between lines of a paragraph: the commonest one below which lines follow each other.
double usual_gap(const std::vector<std::vector<PrintedLine>>& pages) {
  std::vector<double> gaps;
  for (const auto& page : pages) {
    for (std::size_t i = 0; i + 1 < page.size(); ++i) {
      const double gap = page[i + 1].top - page[i].bottom;
      if (!page[i].is_row && !page[i + 1].is_row && page[i + 1].top > page[i].top) {
        gaps.push_back(gap / page[i].size);
      }
    }
  }
  if (gaps.empty()) return 0;
  // A third of all: where there are more paragraphs than lines within them, theirs is larger.
  std::ranges::nth_element(gaps, gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 3));
  return gaps[gaps.size() / 3];
}

/// Whether `next` goes on with the paragraph of `line`, whose lines end at `margin`.
bool goes_on(const PrintedLine& line, const PrintedLine& next, double gap, double margin) {
  if (line.is_row || next.is_row) return false;
  const char32_t last = last_of(line.text);
  const char32_t first = first_of(next.text);
  const bool ended =
      std::u32string_view(U".!?。！？:：;；”\"").find(last) != std::u32string_view::npos;
  // A number behind a full line may end its sentence, but for the first of a list: "with an index
  // above", "20. Crews were sent".
  const bool first_number = next.text.starts_with("1.") || next.text.starts_with("1)");
  const bool ends_sentence =
      !ended && !begins_item(line.text) && !first_number && first >= U'0' && first <= U'9';
  if (begins_item(next.text) && !ends_sentence) return false;
  if (std::abs(line.size - next.size) > 0.12 * line.size) return false;
  const bool below = next.top > line.top + 0.3 * line.size && next.left < line.right;
  if (below && (next.top - line.bottom) / line.size > gap + 0.35) return false;
  const double indent = next.left - line.left;
  const double most = begins_item(line.text) ? 4 * line.size : 0.8 * line.size;
  if (below && (indent > most || indent < -4 * line.size)) return false;
  // A mark that may not begin a line takes the character before it down.
  const bool wide = text::is_wide(last) || text::is_wide(first);
  const double tolerance = (wide && !ended ? 1.2 : 0.3) * line.size;
  const double space = wide ? 0 : 0.25 * line.size;
  if (line.right + space + next.first_width > margin - tolerance) return true;
  return !ended && !next.text.empty() && text::is_ascii_lower(next.text.front()) &&
         line.right - line.left > 0.7 * (margin - line.left);
}

}  // namespace

std::vector<PrintedLine> printed_lines(std::vector<PrintedWord> words) {
  mend_sizes(words);
  const std::vector<Piece> pieces = Labels(whole_pieces(pieces_of(words))).put_together();
  const std::vector<Row> rows = rows_of(pieces);
  const double least_gap = least_column_gap(pieces);
  const std::vector<Run> tables = tables_of(pieces, rows, least_gap);
  std::vector<std::optional<std::size_t>> table_of(pieces.size());
  for (std::size_t t = 0; t < tables.size(); ++t) {
    for (std::size_t r = tables[t].first; r < tables[t].last; ++r) {
      for (const std::size_t i : rows[r]) table_of[i] = t;
    }
  }
  std::vector<bool> written(tables.size());
  std::vector<PrintedLine> lines;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!table_of[i]) {
      // A lone gap within a line is one between words.
      const bool same = i > 0 && !table_of[i - 1] && are_beside(lines.back(), pieces[i]) &&
                        pieces[i].left >= lines.back().right &&
                        pieces[i].left - lines.back().right < 4 * pieces[i].size;
      if (same) {
        lines.back().text += " " + pieces[i].text;
        lines.back().right = pieces[i].right;
      } else {
        lines.push_back(pieces[i]);
      }
    } else if (!written[*table_of[i]]) {
      written[*table_of[i]] = true;
      const Run& table = tables[*table_of[i]];
      const auto its_rows = std::span(rows).subspan(table.first, table.last - table.first);
      for (PrintedLine& line : lines_of_table(pieces, its_rows, least_gap))
        lines.push_back(std::move(line));
    }
  }
  return lines;
}

std::vector<bool> lines_that_go_on(const std::vector<std::vector<PrintedLine>>& pages) {
  const double gap = usual_gap(pages);
  std::vector<const PrintedLine*> lines;
  double left = std::numeric_limits<double>::max();
  double right = 0;
  for (const auto& page : pages) {
    for (const PrintedLine& line : page) {
      lines.push_back(&line);
      left = std::min(left, line.left);
      right = std::max(right, line.right);
    }
  }
  std::vector<bool> go_on(lines.size());
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const auto margin = right_margin(lines, i, right - left);
    go_on[i] = margin && goes_on(*lines[i], *lines[i + 1], gap, *margin);
  }
  return go_on;
}

}  // namespace duizhao::formats
