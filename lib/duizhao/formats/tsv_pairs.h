#pragma once

#include <optional>
#include <utility>

#include "duizhao/formats/bilingual.h"
#include "duizhao/formats/lines.h"
#include "duizhao/formats/table_pairs.h"

namespace duizhao::formats {

/// Reads lines of SOURCE<TAB>TARGET: no quoting, comments or escapes. Further columns are ignored,
/// unless the first line names columns or the options ask for some. An empty line is passed over,
/// another one without a tab is malformed.
class TsvPairReader : public BilingualReader {
 public:
  TsvPairReader(LineReader lines, BilingualOptions options)
      : lines_(std::move(lines)), options_(std::move(options)) {}

  [[nodiscard]] Result<bool> next(BilingualPair& pair) override;
  [[nodiscard]] std::string notice() const override {
    return columns_ ? notice_of(*columns_) : std::string();
  }

 private:
  LineReader lines_;
  BilingualOptions options_;
  std::optional<PairColumns> columns_;  ///< from the first line on
};

}  // namespace duizhao::formats
