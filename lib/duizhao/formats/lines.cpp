#include "duizhao/formats/lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "duizhao/text/encoding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::formats {

namespace {

/// The encoding of a file that is no UTF-8, by its first whole lines; empty where none fits, and
/// where a byte-order mark says it.
std::string charset_of(std::string_view start, const std::string& file) {
  if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) return {};
  // Of UTF-16 without a mark, a line end is no place to cut.
  const bool wide = start.find('\0') != start.npos;
  const std::size_t lines = start.rfind('\n');
  std::string_view sample = start;
  if (wide) {
    sample = start.substr(0, start.size() / 2 * 2);
  } else if (lines != start.npos) {
    sample = start.substr(0, lines + 1);
  }
  if (!wide && !text::first_invalid(sample) && sample.find("~{") == sample.npos) return {};
  const auto decoded = text::decode(sample, {}, file);
  // Chinese can't be written in either: what looks like it is UTF-8 with a fault.
  const bool western =
      decoded && (decoded->encoding == "windows-1252" || decoded->encoding == "macintosh");
  if (!decoded || western) return {};
  return decoded->encoding;
}

}  // namespace

Result<LineReader> LineReader::create(Input input, std::string_view encoding) {
  std::string charset;
  if (!encoding.empty()) {
    charset = text::charset_name(std::string(encoding));
    if (charset.empty()) {
      return failure(ErrorCode::kUsage,
                     fmt::format("unknown encoding '{}': names such as UTF-8, UTF-16, GB18030 and "
                                 "Big5 are known",
                                 encoding));
    }
  }
  LineReader reader(std::move(input), std::move(charset));
  if (const auto start = reader.input_.peek(); start && encoding.empty()) {  // else reading fails
    reader.false_mark_ = text::false_mark(*start);
    reader.charset_ = charset_of(start->substr(reader.false_mark_), reader.name());
  }
  return reader;
}

Result<bool> LineReader::next(std::string_view& line) {
  std::size_t searched = line_begin_;
  std::size_t end = buffer_.find('\n', searched);
  while (end == buffer_.npos && !at_end_ && !fault_) {
    searched = buffer_.size() - line_begin_;  // filling moves the line to the buffer's begin
    if (auto filled = fill(); !filled) return tl::unexpected(filled.error());
    end = buffer_.find('\n', searched);
  }
  const bool complete = end != buffer_.npos;
  if (!complete) end = buffer_.size();
  std::string_view found = std::string_view(buffer_).substr(line_begin_, end - line_begin_);
  if (!complete && fault_) {
    ++line_number_;
    goes_on_ = false;
    return fault_in(
        found, found.size(),
        fmt::format("invalid {}: repair it, or name the file's encoding by --encoding", charset_));
  }
  if (!complete && found.empty()) return false;
  begin_ = next_begin_;
  next_begin_ += found.size() + (complete ? 1 : 0);
  line_begin_ = complete ? end + 1 : end;
  ++line_number_;
  goes_on_ = true;
  if (const auto fault = text::first_invalid(found)) {
    return fault_in(found, *fault,
                    fmt::format("invalid UTF-8 (byte 0x{:02X}): repair it, or name the file's "
                                "encoding by --encoding",
                                static_cast<unsigned char>(found[*fault])));
  }
  if (const std::size_t nul = found.find('\0'); nul != found.npos) {
    goes_on_ = false;
    return fault_in(found, nul, "not a text file: it has a NUL character");
  }
  if (complete && found.ends_with('\r')) found.remove_suffix(1);
  line = found;
  return true;
}

Result<void> LineReader::fill() {
  buffer_.erase(0, std::exchange(line_begin_, 0));
  auto block = input_.read();
  if (!block) return tl::unexpected(block.error());
  at_end_ = block->empty();
  block->remove_prefix(std::exchange(false_mark_, 0));
  if (!started_ && charset_.empty()) {
    charset_ = block->starts_with("\xFF\xFE")   ? "UTF-16LE"
               : block->starts_with("\xFE\xFF") ? "UTF-16BE"
                                                : "UTF-8";
  }
  if (!started_ && charset_ != "UTF-8") decoder_.emplace(charset_);
  const std::size_t filled = buffer_.size();
  if (decoder_) {
    fault_ = decoder_->append(*block, at_end_, buffer_).has_value();
  } else {
    buffer_ += *block;
  }
  if (!started_) ends_in_cr_ = lines_end_in_cr(buffer_);
  if (ends_in_cr_) {
    std::replace(buffer_.begin() + static_cast<std::ptrdiff_t>(filled), buffer_.end(), '\r', '\n');
  }
  // A block is longer than the mark, except where the file is shorter.
  if (!std::exchange(started_, true) && buffer_.starts_with("\uFEFF")) buffer_.erase(0, 3);
  return {};
}

bool lines_end_in_cr(std::string_view text) {
  if (text.empty()) return false;
  const std::size_t first = text.find('\r');
  return first < text.size() - 1 && text.find('\n') == text.npos;
}

tl::unexpected<Error> LineReader::fault_in(std::string_view line, std::size_t byte,
                                           std::string message) const {
  return failure(ErrorCode::kMalformed, std::move(message),
                 {name(), line_number_, text::count_code_points(line.substr(0, byte)) + 1});
}

}  // namespace duizhao::formats
