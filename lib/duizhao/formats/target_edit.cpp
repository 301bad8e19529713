#include "duizhao/formats/target_edit.h"

#include <algorithm>
#include <optional>

#include "duizhao/formats/xml_text.h"
#include "duizhao/text/difference.h"

namespace duizhao::formats {
namespace {

std::string escaped_for(std::string_view format, std::string_view text) {
  if (format == "tmx" || format == "xliff") return xml_text(text);
  std::string written;
  for (const char c : text) {
    if (format == "po") {
      if (c == '"' || c == '\\') written += '\\';
      written += c == '\n' || c == '\r' ? ' ' : c;
    } else {
      written += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
    }
  }
  return written;
}

/// The part of the file that a part of the text stands in, with all of a piece that is one.
Span in_file(const TextPiece& piece, Span text) {
  if (piece.text.size() != piece.file.size()) return piece.file;
  const std::size_t begin = std::max(piece.text.begin, text.begin);
  const std::size_t end = std::min(piece.text.end, text.end);
  return {piece.file.begin + (begin - piece.text.begin),
          piece.file.begin + (end - piece.text.begin)};
}

/// Where something is put in at a place of the text: behind what stands before it or, at the
/// beginning and behind code, before what stands after it.
std::optional<std::size_t> insertion_at(const TargetPlace& place, std::size_t at) {
  for (const TextPiece& piece : place.pieces) {
    if (piece.text.begin < at && at <= piece.text.end) return in_file(piece, {at - 1, at}).end;
  }
  for (const TextPiece& piece : place.pieces) {
    if (piece.text.begin == at) return piece.file.begin;
  }
  return std::nullopt;
}

Result<FileEdit> into_empty(std::string_view file, const TargetPlace& place, std::string written) {
  if (!place.is_empty_element) return FileEdit{place.content, std::move(written)};
  // `<target state="new"/>` becomes `<target state="new">…</target>`.
  const std::string_view tag = place.content.in(file);
  std::string opened(tag.substr(0, tag.rfind('/')));
  while (opened.ends_with(' ')) opened.pop_back();
  const std::size_t end = opened.find_first_of(" \t\r\n");
  const std::string name = opened.substr(1, end == opened.npos ? end : end - 1);
  return FileEdit{place.content, opened + ">" + written + "</" + name + ">"};
}

}  // namespace

bool is_written_back(std::string_view format) {
  return format == "tmx" || format == "xliff" || format == "po" || format == "tsv";
}

Result<FileEdit> edit_target(std::string_view file, const BilingualPair& pair,
                             std::string_view text, std::string_view format) {
  if (!pair.place) {
    return failure(ErrorCode::kUsage, "the file has no place for the translation of this segment");
  }
  const TargetPlace& place = *pair.place;
  if (pair.target.empty() && place.pieces.empty()) {
    // What there is without text is code; the text goes before it.
    if (!place.is_empty_element && !place.content.empty()) {
      return FileEdit{{place.content.begin, place.content.begin}, escaped_for(format, text)};
    }
    return into_empty(file, place, escaped_for(format, text));
  }
  const text::Difference differs = text::difference(pair.target, text);
  const Span old = differs.before;
  std::string written = escaped_for(format, differs.after.in(text));
  if (old.empty()) {
    const auto at = insertion_at(place, old.begin);
    if (!at) return failure(ErrorCode::kUsage, "there is no place for text between these codes");
    return FileEdit{{*at, *at}, std::move(written)};
  }
  std::size_t covered = 0;
  std::optional<Span> whole;
  for (const TextPiece& piece : place.pieces) {
    if (!piece.text.overlaps(old)) continue;
    covered += std::min(piece.text.end, old.end) - std::max(piece.text.begin, old.begin);
    const Span part = in_file(piece, old);
    if (whole) written += Span{whole->end, part.begin}.in(file);
    whole = whole ? whole->joined(part) : part;
  }
  if (covered != old.size() || !whole) {
    return failure(ErrorCode::kUsage,
                   "a tag or a code of the segment is changed by this; only its text can be");
  }
  return FileEdit{*whole, std::move(written)};
}

}  // namespace duizhao::formats
