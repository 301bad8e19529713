#include "duizhao/formats/segment_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "duizhao/text/ascii.h"

namespace duizhao::formats {
namespace {

/// "<b>", "</cf>", "<br/>": a tag of the original format, short enough to be read.
bool is_tag(std::string_view code) {
  constexpr std::size_t kLongest = 80;
  return code.size() > 2 && code.size() <= kLongest && code.front() == '<' && code.back() == '>' &&
         code.find_first_of("<>\n", 1) == code.size() - 1;
}

bool holds_code(std::string_view element) {
  constexpr std::array<std::string_view, 5> kCode = {"bpt", "ept", "it", "ph", "ut"};
  return std::ranges::find(kCode, element) != kCode.end();
}

/// "{0}", "%s", "${name}", "{{count}}": something that the program fills in, and no markup.
bool is_placeholder(std::string_view code) {
  constexpr std::size_t kLongest = 64;
  return !code.empty() && code.size() <= kLongest &&
         std::string_view("{%$@#[").find(code.front()) != code.npos &&
         code.find_first_of("<>\\&\n") == code.npos;
}

}  // namespace

void SegmentText::start(const XmlElement& element) {
  if (deleted_depth_ > 0) {
    ++deleted_depth_;
    return;
  }
  if (code_depth_ > 0) {
    ++code_depth_;
    return;
  }
  const std::string_view name = element.name();
  const bool line_break = element.attribute("ctype") == "lb" || element.attribute("type") == "lb" ||
                          element.attribute("subType") == "xlf:lb";
  if (line_break) text_ += ' ';
  if (name == "mrk" && element.attribute("mtype") == "x-sdl-deleted") {
    deleted_depth_ = 1;
    return;
  }
  if (name == "x" || name == "ph" || name == "it" || name == "sc" || name == "ec") {
    const std::size_t before = text_.size();
    add_code(element.attribute("equiv-text"));
    if (text_.size() == before) add_code(element.attribute("equiv"));
    if (text_.size() == before) add_code(element.attribute("disp"));
    if (text_.size() == before) add_referenced(element.attribute("dataRef"));
    stands_alone_ |= text_.size() == before && (name == "x" || name == "ph");
  }
  if (name == "pc") {
    add_referenced(element.attribute("dataRefStart"));
    ends_.emplace_back(element.attribute("dataRefEnd"));
  }
  if (holds_code(name)) {
    code_depth_ = 1;
    code_.clear();
  }
}

void SegmentText::end(std::string_view name) {
  if (deleted_depth_ > 0) {
    --deleted_depth_;
    return;
  }
  if (name == "pc" && code_depth_ == 0 && !ends_.empty()) {
    add_referenced(ends_.back());
    ends_.pop_back();
  }
  if (code_depth_ == 0 || --code_depth_ > 0) return;
  if (name == "ph" || is_tag(code_)) add_code(code_);
  // In TMX what a ph holds is all that is known of it.
  if (name == "ph" && !code_.empty() && text_.find(code_) == text_.npos) stands_alone_ = true;
}

void SegmentText::text_from(std::string_view text, std::optional<Span> file) {
  if (deleted_depth_ > 0 || text.empty()) return;
  if (code_depth_ > 0) {
    code_ += text;
    return;
  }
  // "120", a code, "45": no figure of five digits.
  const auto joins = [](char c) { return text::is_ascii_letter_or_digit(c); };
  const bool apart = std::exchange(stands_alone_, false) && !text_.empty() && joins(text_.back()) &&
                     joins(text.front());
  if (apart) text_ += ' ';
  if (file) from_.push_back({{text_.size(), text_.size() + text.size()}, *file});
  text_ += text;
}

void SegmentText::add_piece(Span taken, Span collected) {
  const bool same = taken.size() == collected.size();
  std::optional<Span> whole;  // of a run of blanks that is one space
  for (const TextPiece& piece : from_) {
    if (!piece.text.overlaps(collected)) continue;
    const Span part = {std::max(piece.text.begin, collected.begin),
                       std::min(piece.text.end, collected.end)};
    Span file = piece.file;
    if (piece.text.size() == piece.file.size()) {
      file = {piece.file.begin + (part.begin - piece.text.begin),
              piece.file.begin + (part.end - piece.text.begin)};
    }
    if (same) {
      const std::size_t begin = taken.begin + (part.begin - collected.begin);
      pieces_.push_back({{begin, begin + part.size()}, file});
    } else {
      whole = whole ? whole->joined(file) : file;
    }
  }
  if (whole) pieces_.push_back({taken, *whole});
}

void SegmentText::add_referenced(std::string_view id) {
  if (codes_ == nullptr || id.empty()) return;
  if (const auto code = codes_->find(std::string(id)); code != codes_->end()) {
    add_code(code->second);
  }
}

void SegmentText::add_code(std::string_view code) {
  if (is_placeholder(code) || is_tag(code)) text_ += code;
}

std::string SegmentText::take() {
  std::string taken;
  const std::string collected = std::exchange(text_, {});
  code_depth_ = deleted_depth_ = 0;
  stands_alone_ = false;
  ends_.clear();
  pieces_.clear();
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  for (std::size_t i = 0; i < collected.size();) {
    if (!is_blank(collected[i])) {
      const std::size_t begin = i;
      while (i < collected.size() && !is_blank(collected[i])) taken += collected[i++];
      if (!from_.empty()) add_piece({taken.size() - (i - begin), taken.size()}, {begin, i});
      continue;
    }
    std::size_t end = i;
    while (end < collected.size() && is_blank(collected[end])) ++end;
    const std::string_view blanks = std::string_view(collected).substr(i, end - i);
    const bool inside = i > 0 && end < collected.size();
    if (inside) {
      const std::size_t before = taken.size();
      taken.append(blanks.find('\n') == blanks.npos ? blanks.size() : 1, ' ');
      if (!from_.empty()) add_piece({before, taken.size()}, {i, end});
    }
    i = end;
  }
  from_.clear();
  return taken;
}

}  // namespace duizhao::formats
