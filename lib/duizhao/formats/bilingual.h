#pragma once

#include <cstddef>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/core/segment_code.h"
#include "duizhao/core/span.h"

namespace duizhao::formats {

/// A stretch of a text and where it stands in the file: byte for byte where both are of a length,
/// else as a whole (an entity, an escape, a run of blanks that is one space).
struct TextPiece {
  Span text;
  Span file;
};

/// Where the target of a pair stands in its file, for whoever writes it back.
struct TargetPlace {
  Span content;  ///< between its tags, quotes or separators
  /// There is an element without content, `<target/>`; `content` is all of it.
  bool is_empty_element = false;
  std::vector<TextPiece> pieces;  ///< of the target's text; what has none is code of the file
};

/// The line of a TSV or JSON lines file that holds a pair, for whoever writes it again with
/// everything that it has besides.
struct PairLine {
  std::string text;
  Span source;  ///< of TSV: where the texts are in it
  Span target;
  std::string source_member;  ///< of JSON: where the texts are in it, RFC 6901: "/translation/en"
  std::string target_member;
};

/// A source text and its translation. Either side may be empty.
struct BilingualPair {
  std::string source;  ///< valid UTF-8
  std::string target;
  std::size_t line = 0;  ///< in the file, from 1: where the pair, or its unit, starts
  std::string id{};      ///< of the segment, as the file has it; empty where it has none
  /// Where the options ask for it and the format is one that is written back.
  std::optional<TargetPlace> place{};
  /// Where the options ask for it and the format has lines.
  std::optional<PairLine> file_line{};
  /// The codes of both texts, in TMX and XLIFF.
  SegmentCodes source_codes{};
  SegmentCodes target_codes{};
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

  /// The line of a TSV file that names its columns; empty where there is none, and before the first
  /// pair.
  [[nodiscard]] const std::string& header() const { return header_; }

  /// What a user should know of how the file is read, once it has been: which of several languages
  /// was taken. Empty where there was no choice.
  [[nodiscard]] virtual std::string notice() const { return {}; }

  /// Units that could not be read and were passed over so far: how many, and why the first ones.
  [[nodiscard]] std::size_t passed_over() const { return passed_over_; }
  [[nodiscard]] const std::vector<Error>& first_faults() const { return first_faults_; }

 protected:
  void set_header(std::string_view line) { header_ = line; }
  void pass_over(Error fault) {
    constexpr std::size_t kTold = 3;
    ++passed_over_;
    if (first_faults_.size() < kTold) first_faults_.push_back(std::move(fault));
  }

 private:
  std::string header_;
  std::size_t passed_over_ = 0;
  std::vector<Error> first_faults_;
};

struct BilingualOptions {
  std::string encoding{};  ///< empty to detect it
  /// Language tags such as "en", "zh" or "zh-TW", for files that say which language a text is in.
  /// Empty: the file's own source language, and the other one of Chinese and English.
  std::string source_language{};
  std::string target_language{};
  /// Of tables and JSON lines: the columns of source, target and, where there is a third, id, by
  /// number from 1 or by name. Empty to find them.
  std::vector<std::string> columns{};
  std::string format{};  ///< of bilingual_formats(); empty to find it from the content
  /// Where the targets stand, in bytes of the file; it must be UTF-8 then, without a mark.
  bool places = false;
  bool lines = false;  ///< the lines of pairs as they stand in the file: BilingualPair::file_line
};

/// The formats that are read: "tsv", "csv", "xlsx", "jsonl", "tmx", "xliff", "po", "ts",
/// "docx".
[[nodiscard]] const std::vector<std::string_view>& bilingual_formats();

/// Opens a bilingual file: TMX, XLIFF 1.2 or 2 and what CAT tools make of it, PO, Qt's TS, a table
/// (TSV, CSV, XLSX, ODS, the tables of a text document), or JSON lines; also packed by gzip, xz or
/// zstd, or alone in a ZIP archive. The content decides, and where it does not (a table is many
/// things) the ending. The path "-" is `standard_input`, which must outlive the reader.
///
/// In texts out of TMX and XLIFF, the native code inside inline elements is left out, except for
/// placeholders such as "{0}" and "%s" and for tags; line ends and tabs are spaces.
[[nodiscard]] Result<std::unique_ptr<BilingualReader>> open_bilingual(
    const std::string& path, const BilingualOptions& options, std::istream& standard_input);

/// The same for a file that is in memory; `name` is its path, which may help to tell the format.
[[nodiscard]] Result<std::unique_ptr<BilingualReader>> open_bilingual_text(
    std::string bytes, const std::string& name, const BilingualOptions& options);

/// Whether a file holds pairs: it is in a bilingual format, a table of texts in both languages, or
/// a text document that is little but such a table. `start` are its first bytes or, of an archive,
/// all of them.
[[nodiscard]] bool holds_pairs(const std::string& start, const std::string& name,
                               const BilingualOptions& options);

/// The same for a file, which is read as far as it takes to tell; not for standard input, which can
/// be read but once.
[[nodiscard]] Result<bool> file_holds_pairs(const std::string& path,
                                            const BilingualOptions& options);

/// The format that a bilingual file is read in: of bilingual_formats().
[[nodiscard]] std::string bilingual_format_of(const std::string& path, std::string_view bytes);

}  // namespace duizhao::formats
