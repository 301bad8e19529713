#include "duizhao/formats/segment_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace duizhao::formats {
namespace {

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
  if (code_depth_ > 0) {
    ++code_depth_;
    return;
  }
  const std::string_view name = element.name();
  const bool line_break = element.attribute("ctype") == "lb" || element.attribute("type") == "lb" ||
                          element.attribute("subType") == "xlf:lb";
  if (line_break) text_ += ' ';
  if (name == "x" || name == "ph") {
    add_code(element.attribute("equiv-text"));
    add_code(element.attribute("equiv"));
  }
  if (holds_code(name)) {
    code_depth_ = 1;
    code_.clear();
  }
}

void SegmentText::end(std::string_view name) {
  if (code_depth_ == 0 || --code_depth_ > 0) return;
  if (name == "ph") add_code(code_);
}

void SegmentText::text(std::string_view text) { (code_depth_ > 0 ? code_ : text_) += text; }

void SegmentText::add_code(std::string_view code) {
  if (is_placeholder(code)) text_ += code;
  if (code.starts_with("<br")) text_ += ' ';
}

std::string SegmentText::take() {
  std::string taken;
  const std::string collected = std::exchange(text_, {});
  code_depth_ = 0;
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  for (std::size_t i = 0; i < collected.size();) {
    if (!is_blank(collected[i])) {
      taken += collected[i++];
      continue;
    }
    std::size_t end = i;
    while (end < collected.size() && is_blank(collected[end])) ++end;
    const std::string_view blanks = std::string_view(collected).substr(i, end - i);
    const bool inside = i > 0 && end < collected.size();
    if (inside) taken.append(blanks.find('\n') == blanks.npos ? blanks.size() : 1, ' ');
    i = end;
  }
  return taken;
}

}  // namespace duizhao::formats
