#pragma once

#include "duizhao/formats/bilingual.h"
#include "duizhao/formats/lines.h"

namespace duizhao::formats {

/// Reads lines of SOURCE<TAB>TARGET: no header, no quoting, comments or escapes; further columns
/// are ignored. A line without a tab, also an empty one, is malformed.
class PairReader : public BilingualReader {
 public:
  explicit PairReader(LineReader lines) : lines_(std::move(lines)) {}

  [[nodiscard]] Result<bool> next(BilingualPair& pair) override;

 private:
  LineReader lines_;
};

}  // namespace duizhao::formats
