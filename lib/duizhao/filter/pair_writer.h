#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "duizhao/core/document.h"
#include "duizhao/filter/filter.h"

namespace duizhao::filter {

/// What is written of a pair besides its texts.
enum class Columns : std::uint8_t {
  kNone,
  kScore,      ///< Judged::score()
  kAnnotated,  ///< step, detail, match, quality, fixes
  kScoreOnly,  ///< and not even the texts; TSV only
};

/// Writes pairs as they were judged. What a TSV or JSON lines file has besides the texts stays
/// where the output is of the same format; of a TMX, the ids stay.
class PairWriter {
 public:
  PairWriter() = default;
  PairWriter(const PairWriter&) = delete;
  PairWriter& operator=(const PairWriter&) = delete;
  virtual ~PairWriter() = default;

  /// `header` is the line of the input that names its columns, or empty.
  virtual void begin(std::string& out, std::string_view header) = 0;
  virtual void add(std::string& out, const Judged& judged) = 0;
  virtual void end(std::string& out) = 0;
};

/// `format` is tsv, jsonl or tmx.
[[nodiscard]] std::unique_ptr<PairWriter> make_pair_writer(std::string_view format, Columns columns,
                                                           Language source);

}  // namespace duizhao::filter
