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
  std::size_t line = 0;  ///< in the file, from 1: where the pair, or its unit, starts
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
  std::string encoding{};  ///< empty to detect it
  /// Language tags such as "en", "zh" or "zh-TW", for files that say which language a text is in.
  /// Empty: the file's own source language, and the other one of Chinese and English.
  std::string source_language{};
  std::string target_language{};
};

/// Opens a bilingual file: TMX, XLIFF 1.2 or 2, or lines of SOURCE<TAB>TARGET. The ending of the
/// path decides (.tmx, .xlf, .xliff and its relatives), else the content. The path "-" is
/// `standard_input`, which must outlive the reader.
///
/// In texts out of TMX and XLIFF, the native code inside inline elements is left out, except for
/// placeholders such as "{0}" and "%s"; line ends and tabs are spaces.
[[nodiscard]] Result<std::unique_ptr<BilingualReader>> open_bilingual(
    const std::string& path, const BilingualOptions& options, std::istream& standard_input);

}  // namespace duizhao::formats
