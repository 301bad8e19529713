#pragma once

#include <cstddef>
#include <istream>
#include <memory>
#include <string>
#include <string_view>

#include "duizhao/core/error.h"

namespace duizhao::formats {

/// A source text and its translation. Either side may be empty.
struct BilingualPair {
  std::string source;  ///< valid UTF-8
  std::string target;
  std::size_t line = 0;  ///< in the file, from 1: where the pair starts
};

/// Reads pairs one by one, in the order of the file and in memory that does not grow with it.
///
///     auto reader = open_bilingual("memory.tsv", {}, std::cin);
///     BilingualPair pair;
///     for (auto more = (*reader)->next(pair); more && *more; more = (*reader)->next(pair)) …
class BilingualReader {
 public:
  BilingualReader() = default;
  BilingualReader(const BilingualReader&) = delete;
  BilingualReader& operator=(const BilingualReader&) = delete;
  virtual ~BilingualReader() = default;

  /// Reads the next pair into `pair`; false at the end of the file, `pair` is then unchanged.
  /// Fails on malformed input, with its line; a reader that failed must not be used again.
  [[nodiscard]] virtual Result<bool> next(BilingualPair& pair) = 0;
};

struct BilingualOptions {
  std::string encoding;  ///< empty to detect it
};

/// Opens a bilingual file; the path "-" is `standard_input`, which must outlive the reader.
[[nodiscard]] Result<std::unique_ptr<BilingualReader>> open_bilingual(
    const std::string& path, const BilingualOptions& options, std::istream& standard_input);

}  // namespace duizhao::formats
