#pragma once

#include <utility>

#include "duizhao/formats/bilingual.h"
#include "duizhao/formats/lines.h"

namespace duizhao::formats {

/// Reads JSON lines: an object a line, with the texts under "source" and "target", "src" and "tgt",
/// the languages' names ("en", "zh-CN"), or these within "translation"; or an array of two texts.
/// "id" and "key" are the id. The options' columns name other members. A line that is no such
/// object is passed over and counted.
class JsonlPairReader : public BilingualReader {
 public:
  JsonlPairReader(LineReader lines, BilingualOptions options)
      : lines_(std::move(lines)), options_(std::move(options)) {}

  [[nodiscard]] Result<bool> next(BilingualPair& pair) override;

 private:
  LineReader lines_;
  BilingualOptions options_;
};

}  // namespace duizhao::formats
