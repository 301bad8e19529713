#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/offset_map.h"
#include "duizhao/core/segment_code.h"
#include "duizhao/core/span.h"

namespace duizhao {

enum class Language : std::uint8_t { kUnknown, kChinese, kEnglish };

/// The one that a translation from, or into, a language is in.
[[nodiscard]] constexpr Language other_language(Language language) {
  return language == Language::kChinese ? Language::kEnglish : Language::kChinese;
}

/// The Chinese script of a text; kUnknown where no character of it tells.
enum class Script : std::uint8_t { kUnknown, kSimplified, kTraditional };

/// A line of the text with something on it. Its language is its own, since a Chinese file may hold
/// an English abstract.
struct Paragraph {
  Span span;
  Language language = Language::kUnknown;
};

/// A unit that the aligner moves about: a sentence, a heading, a caption. An empty span stands for
/// an empty input line where every line is one sentence.
struct Sentence {
  Span span;                    ///< without the white space around it
  std::uint32_t paragraph = 0;  ///< index into Document::paragraphs
};

/// A cell of a table in the file; its span, in the text, is empty where nothing stands in it.
struct TableCell {
  Span span;
  std::uint32_t table = 0;  ///< all from 0
  std::uint32_t row = 0;
  std::uint32_t column = 0;
};

/// One version of a report. It owns the text (valid UTF-8, no byte-order mark); every span in
/// duizhao points into the `text` of a Document, and what is told of a span to other programs and
/// to people goes by `in_original`.
struct Document {
  std::string name;  ///< for messages: a path, "<stdin>", or a pair's number
  std::string text;
  std::string encoding;  ///< of the file that the text was read from, e.g. "UTF-8", "GB18030"
  std::string format;    ///< of the file: "txt", "docx", "srt" …; empty for a text in memory
  /// The text of the file, where `text` is not that: wrapped lines were joined, or fields of its
  /// front matter left out. Else empty.
  std::string original;
  OffsetMap offsets;           ///< from `text` to `original`
  std::size_t wrapped_at = 0;  ///< columns, where wrapped lines were joined
  Language language = Language::kUnknown;
  std::vector<Paragraph> paragraphs;
  std::vector<Sentence> sentences;  ///< in the order of the text
  std::vector<TableCell> cells;     ///< of all tables, in the order of the text
  SegmentCodes codes;               ///< of a segment out of a bilingual file

  [[nodiscard]] std::string_view original_text() const {
    return original.empty() ? text : original;
  }
  /// Where a span of `text` is in `original_text()`.
  [[nodiscard]] Span in_original(Span span) const {
    return original.empty() ? span : offsets.to_original(span);
  }
  [[nodiscard]] std::string_view text_of(const Sentence& sentence) const {
    return sentence.span.in(text);
  }
  [[nodiscard]] Language language_of(const Sentence& sentence) const {
    return paragraphs[sentence.paragraph].language;
  }
};

}  // namespace duizhao
