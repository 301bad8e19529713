#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <utility>

#include "duizhao/formats/bilingual.h"
#include "duizhao/formats/lines.h"
#include "duizhao/formats/table_pairs.h"

namespace duizhao::formats {

/// Reads lines of SOURCE<TAB>TARGET: no quoting, comments or escapes. Further columns are ignored,
/// unless the first line names columns, the options ask for some, or the first two hold no Chinese
/// and English texts and others do. An empty line is passed over, and so is, counted, one without
/// a tab or wrongly encoded among others that are pairs.
class TsvPairReader : public BilingualReader {
 public:
  TsvPairReader(LineReader lines, BilingualOptions options)
      : lines_(std::move(lines)), options_(std::move(options)) {}

  [[nodiscard]] Result<bool> next(BilingualPair& pair) override;
  [[nodiscard]] std::string notice() const override {
    return columns_ ? notice_of(*columns_) : std::string();
  }

 private:
  /// A line of the file, with what LineReader says of it.
  struct Line {
    std::string text;
    std::size_t number = 0;
    std::size_t begin = 0;
  };

  /// The next line that is not empty, into `line_`; false at the end.
  [[nodiscard]] Result<bool> read_line();
  /// The next line that holds a pair, into `line_`; false at the end.
  [[nodiscard]] Result<bool> next_line_of_pair();
  /// Decides on the columns by the first line, and where it says nothing by some more; whether it
  /// is a pair itself.
  [[nodiscard]] Result<bool> settle_columns();

  /// Of a file without any pair, so many faults are enough to tell that it is none of pairs.
  static constexpr std::size_t kMostWithoutPairs = 100;

  LineReader lines_;
  BilingualOptions options_;
  std::optional<PairColumns> columns_;  ///< from the first line on
  Line line_;
  std::size_t pairs_ = 0;       ///< so far
  std::deque<Line> ahead_;      ///< what was read to find the columns
  std::optional<Error> fault_;  ///< that came then, behind them
};

}  // namespace duizhao::formats
