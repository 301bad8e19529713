#include "duizhao/formats/style_sheet.h"

#include <fmt/format.h>

#include <algorithm>

#include "duizhao/text/ascii.h"
#include "duizhao/text/white_space.h"

namespace duizhao::formats {
namespace {

/// The marks of a comment of HTML, in which old pages put their styles, are none of them.
std::string without_comments(std::string_view css) {
  std::string kept;
  for (std::size_t begin = 0; begin < css.size();) {
    const std::size_t open = std::min(css.find("/*", begin), css.size());
    kept += css.substr(begin, open - begin);
    const std::size_t close = css.find("*/", std::min(open + 2, css.size()));
    begin = close == css.npos ? css.size() : close + 2;
  }
  if (const std::size_t mark = kept.find("<!--"); mark != kept.npos) kept.erase(mark, 4);
  return kept;
}

/// Where the block that opens at `open` ends, behind its brace.
std::size_t end_of_block(std::string_view css, std::size_t open) {
  std::size_t depth = 0;
  for (std::size_t i = open; i < css.size(); ++i) {
    if (css[i] == '{') ++depth;
    if (css[i] == '}' && --depth == 0) return i + 1;
  }
  return css.size();
}

/// The class of a selector of nothing else, but for an element before it; else empty.
std::string_view class_in(std::string_view selector) {
  const std::size_t dot = selector.find('.');
  const auto is_name = [](char c) {
    return text::is_ascii_letter_or_digit(c) || c == '-' || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  if (dot == selector.npos || !std::ranges::all_of(selector.substr(0, dot), is_name) ||
      !std::ranges::all_of(selector.substr(dot + 1), is_name)) {
    return {};
  }
  return selector.substr(dot + 1);
}

/// Declarations without blanks, in small letters, each between semicolons.
std::string folded(std::string_view declarations) {
  std::string text = fmt::format(";{};", text::ascii_lowered(declarations));
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  return text;
}

bool holds(std::string_view text, std::string_view piece) { return text.find(piece) != text.npos; }

}  // namespace

bool raises(std::string_view declarations) {
  const std::string text = folded(declarations);
  if (holds(text, ";vertical-align:super")) return true;
  // A place is moved up for other reasons too, but not by a part of the size of small print.
  const std::size_t top = text.find(";top:-");
  if (top == text.npos || !holds(text, ";position:relative;")) return false;
  const std::string_view up = std::string_view(text).substr(top, text.find(';', top + 1) - top);
  return holds(text, ";font-size:") && (up.ends_with("em") || up.ends_with("ex"));
}

bool hides(std::string_view declarations) {
  const std::string text = folded(declarations);
  return holds(text, ";display:none") || holds(text, ";visibility:hidden");
}

void StyleSheet::add(std::string_view css) {
  const std::string text = without_comments(css);
  const std::string_view view = text;
  for (std::size_t begin = 0; begin < view.size();) {
    const std::size_t open = view.find('{', begin);
    if (open == view.npos) return;
    const std::size_t end = end_of_block(view, open);
    std::string_view selectors = text::trimmed(view.substr(begin, open - begin));
    begin = end;
    // "@charset "utf-8"; .a" has a rule behind the semicolon.
    if (const std::size_t last = selectors.rfind(';'); last != selectors.npos) {
      selectors = text::trimmed(selectors.substr(last + 1));
    }
    if (selectors.starts_with('@')) continue;
    const std::string_view declarations = view.substr(open + 1, end - open - 1);
    const std::string_view body = declarations.substr(0, declarations.find('}'));
    const bool raised = raises(body);
    const bool hidden = hides(body);
    if (!raised && !hidden) continue;
    for (std::size_t at = 0; at <= selectors.size();) {
      const std::size_t comma = std::min(selectors.find(',', at), selectors.size());
      const std::string_view name = class_in(text::trimmed(selectors.substr(at, comma - at)));
      if (raised && !name.empty()) raising.emplace(name);
      if (hidden && !name.empty()) hiding.emplace(name);
      at = comma + 1;
    }
  }
}

}  // namespace duizhao::formats
