#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "duizhao/core/error.h"
#include "duizhao/formats/input.h"
#include "duizhao/text/charset.h"

namespace duizhao::formats {

/// Whether the lines of a text end in CR alone, as old programs for Macs write them.
[[nodiscard]] bool lines_end_in_cr(std::string_view text);

/// Reads a text file line by line, in memory that grows with the longest line only. LF or CRLF ends
/// a line, and CR where the first block has that and no LF; a line end at the end of the file
/// starts no further line. One byte-order mark is dropped.
class LineReader {
 public:
  /// `encoding` is a name that IANA registers; where it is empty, the text is UTF-16 if a
  /// byte-order mark says so, else UTF-8, else what text::decode finds in the first block. Fails on
  /// a name that is not known.
  [[nodiscard]] static Result<LineReader> create(Input input, std::string_view encoding);

  /// Reads the next line into `line`, which is valid until the next call; false at the end. Fails,
  /// with line and column, on bytes that the encoding does not allow and on NUL characters; a
  /// reader that failed must not be used again, unless it goes on behind that line.
  [[nodiscard]] Result<bool> next(std::string_view& line);

  /// Whether the fault that next() told is left behind: lines of UTF-8 stand each for itself.
  [[nodiscard]] bool goes_on() const { return goes_on_; }

  /// The number of the line read last, from 1.
  [[nodiscard]] std::size_t line_number() const { return line_number_; }

  /// Where that line begins, in bytes of the decoded text without its mark.
  [[nodiscard]] std::size_t line_begin() const { return begin_; }

  /// For messages: the path, or "<stdin>".
  [[nodiscard]] const std::string& name() const { return input_.name(); }

 private:
  LineReader(Input input, std::string charset)
      : input_(std::move(input)), charset_(std::move(charset)) {}

  [[nodiscard]] Result<void> fill();
  [[nodiscard]] tl::unexpected<Error> fault_in(std::string_view line, std::size_t byte,
                                               std::string message) const;

  Input input_;
  std::string charset_;                          ///< IANA name
  std::optional<text::CharsetDecoder> decoder_;  ///< none for UTF-8
  std::string buffer_;
  std::size_t line_begin_ = 0;  ///< in the buffer
  std::size_t line_number_ = 0;
  std::size_t begin_ = 0;       ///< of the line read last
  std::size_t next_begin_ = 0;  ///< of the one after it
  std::size_t false_mark_ = 0;  ///< bytes at the begin of the file that are no text
  bool started_ = false;
  bool ends_in_cr_ = false;
  bool at_end_ = false;  ///< no more bytes come
  bool goes_on_ = false;
  bool fault_ = false;  ///< the bytes behind the buffer are not valid in the charset
};

}  // namespace duizhao::formats
