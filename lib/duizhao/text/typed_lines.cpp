#include "duizhao/text/typed_lines.h"

#include <string>
#include <utility>

#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"

namespace duizhao::text {
namespace {

bool ends_sentence_mark(char32_t c) {
  return std::u32string_view(U".!?。！？…：:；;").find(c) != std::u32string_view::npos;
}

bool closes(char32_t c) {
  return std::u32string_view(U"\"')]”’）」』》】").find(c) != std::u32string_view::npos;
}

/// LineLength of the marker of a list item at the begin of a line, spaces after it included.
std::size_t item_marker(std::string_view line) {
  const auto spaced = [&](std::size_t length) -> std::size_t {
    if (length >= line.size() || (line[length] != ' ' && line[length] != '\t')) return 0;
    while (length < line.size() && line[length] == ' ') ++length;
    return length;
  };
  for (const std::string_view bullet : {"-", "*", "+", "•", "●", "○", "■", "◆", "–"}) {
    if (line.starts_with(bullet)) return spaced(bullet.size());
  }
  std::size_t digits = 0;
  while (digits < line.size() && digits < 3 && is_ascii_digit(line[digits])) ++digits;
  const std::string_view after = line.substr(digits);
  if (digits > 0 && digits < 3 && (after.starts_with('.') || after.starts_with(')'))) {
    return spaced(digits + 1);
  }
  if (line.size() > 2 && is_ascii_letter(line[0]) && line[1] == ')') return spaced(2);
  if (line.size() > 3 && line[0] == '(' && is_ascii_letter_or_digit(line[1]) && line[2] == ')') {
    return spaced(3);
  }
  for (const std::string_view bullet : {"①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"}) {
    if (line.starts_with(bullet)) return bullet.size();
  }
  return 0;
}

/// The number of an item at the begin of a line, "20. " and "20) "; 0 for none.
std::size_t item_number(std::string_view line) {
  std::size_t number = 0;
  std::size_t digits = 0;
  for (; digits < line.size() && is_ascii_digit(line[digits]); ++digits) {
    if (digits == 2) return 0;
    number = number * 10 + static_cast<std::size_t>(line[digits] - '0');
  }
  return digits > 0 && item_marker(line) > digits ? number : 0;
}

/// "一、", "（二）", "第三章": what begins a numbered heading or paragraph in Chinese.
bool begins_chinese_number(std::string_view line) {
  constexpr std::u32string_view kNumbers = U"一二三四五六七八九十百零〇";
  std::size_t position = 0;
  std::u32string start;
  while (position < line.size() && start.size() < 6) start += next_code_point(line, position);
  const std::u32string_view view = start;
  const auto numbers_end = [&](std::size_t from) {
    while (from < view.size() && kNumbers.find(view[from]) != kNumbers.npos) ++from;
    return from;
  };
  const std::size_t bare = numbers_end(0);
  if (bare > 0 && bare < view.size() && view[bare] == U'、') return true;
  if (view.starts_with(U'（') || view.starts_with(U'第')) {
    const std::size_t end = numbers_end(1);
    if (end == 1 || end >= view.size()) return false;
    return view[0] == U'（' ? view[end] == U'）'
                            : std::u32string_view(U"章节節条條部篇").find(view[end]) !=
                                  std::u32string_view::npos;
  }
  return false;
}

/// Whether a wide gap divides a line. Within brackets it is none: pdftotext -layout fills up after
/// Chinese names among Latin letters.
bool has_gap(std::string_view content) {
  for (std::size_t gap = content.find("   "); gap != content.npos;) {
    const std::size_t open = content.rfind('(', gap);
    const bool within = open != content.npos && content.find(')', open) > gap &&
                        content.find(')', gap) != content.npos;
    if (!within) return true;
    gap = content.find("   ", content.find_first_not_of(' ', gap));
  }
  return false;
}

/// A row of a table, a rule or a heading of Markdown: no other line goes with it.
bool stands_alone(std::string_view content) {
  if (content.starts_with('|') || content.starts_with('#') || content.starts_with("```") ||
      content.starts_with("<!--")) {
    return true;
  }
  if (content.find('\t') != content.npos || has_gap(content)) return true;
  if (content.size() < 3) return false;
  const char mark = content.front();
  return std::string_view("-=*_~+").find(mark) != std::string_view::npos &&
         content.find_first_not_of(std::string(1, mark) + " |:") == content.npos;
}

void measure(std::string_view text, TypedLine& line) {
  std::size_t position = line.whole.begin;
  bool in_first_word = true;
  bool in_first_run = true;
  char32_t previous = 0;
  while (position < line.whole.end) {
    const std::size_t at = position;
    const char32_t c = next_code_point(text, position);
    line.raw.add(c);
    if (at < line.content.end) line.length.add(c);
    if (at < line.content.begin || at >= line.content.end) continue;
    if (line.first == 0) line.first = c;
    if (at > line.content.begin) {
      in_first_run = in_first_run && !is_space(c) && c != '\t' && previous != '-';
      const bool between_wide = (is_wide(previous) || is_wide(c)) && !may_not_begin(c);
      in_first_word = in_first_word && in_first_run && !between_wide;
    }
    if (in_first_word) line.first_word.add(c);
    if (in_first_run) line.first_run.add(c);
    previous = c;
  }
  line.last = previous;
  std::size_t end = line.content.end;
  while (end > line.content.begin) {
    const char32_t c = previous_code_point(text, end);
    if (closes(c)) continue;
    line.ends_sentence = ends_sentence_mark(c);
    break;
  }
}

/// Whether a line is nothing but the number of a page: "12", "- 12 -".
bool is_page_number(std::string_view content) {
  return content.size() < 12 && content.find_first_of("0123456789") != content.npos &&
         content.find_first_not_of("0123456789 -") == content.npos;
}

/// Takes out what stands between the end of one page and the begin of the next in the midst of a
/// sentence: blank lines and the number of the page.
void close_pages(std::string_view text, std::vector<TypedLine>& lines) {
  std::vector<TypedLine> closed;
  closed.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    closed.push_back(lines[i]);
    if (!lines[i].new_page) continue;
    std::size_t next = i + 1;
    while (next < lines.size() && lines[next].blank()) ++next;
    std::size_t last = closed.size();
    while (last > 0 &&
           (closed[last - 1].blank() || is_page_number(closed[last - 1].content.in(text)))) {
      --last;
    }
    if (next == lines.size() || last == 0) continue;
    const TypedLine& before = closed[last - 1];
    const TypedLine& after = lines[next];
    if (before.ends_sentence || before.alone || after.alone || after.begins) continue;
    closed.resize(last);
    i = next - 1;
  }
  lines = std::move(closed);
}

/// A number with a stop that begins a line in the midst of a sentence ends it, where no list counts
/// up to it: "with a staff of", "20. Crews were sent".
void take_numbers_of_sentences(std::vector<TypedLine>& lines) {
  std::size_t last = 0;  // item with a number
  for (std::size_t i = 0; i < lines.size(); ++i) {
    TypedLine& line = lines[i];
    if (line.number == 0) continue;
    const TypedLine* const before = i > 0 ? &lines[i - 1] : nullptr;
    const bool in_sentence = before != nullptr && !before->blank() && !before->begins &&
                             !before->alone && !before->ends_sentence &&
                             before->quotes == line.quotes;
    if (in_sentence && line.number > 1 && line.number != last + 1) {
      line.begins = false;
      line.hanging = line.number = 0;
    } else {
      last = line.number;
    }
  }
}

}  // namespace

bool may_not_begin(char32_t c) {
  return std::u32string_view(U"，。、；：？！）》」』】〉”’…—％%,.;:?!)").find(c) !=
         std::u32string_view::npos;
}

std::vector<TypedLine> typed_lines(std::string_view text) {
  std::vector<TypedLine> lines;
  bool in_fence = false;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find_first_of("\r\n\f", begin);
    if (end == text.npos) end = text.size();
    TypedLine line;
    line.whole = line.content = {begin, end};
    Span& content = line.content;
    while (content.end > content.begin) {
      std::size_t previous = content.end;
      if (!is_space(previous_code_point(text, previous))) break;
      content.end = previous;
    }
    while (content.begin < content.end) {
      std::size_t next = content.begin;
      const char32_t c = next_code_point(text, next);
      if (c == '>') {
        ++line.quotes;
        line.indent = 0;
      } else if (is_space(c)) {
        line.indent += c == '\t' ? 4 : is_wide(c) ? 2 : 1;
      } else {
        break;
      }
      content.begin = next;
    }
    const std::string_view shown = content.in(text);
    if (shown.starts_with("```") || shown.starts_with("~~~")) {
      in_fence = !in_fence;
      line.alone = true;
    }
    line.code = in_fence;
    line.alone |= stands_alone(shown);
    const std::size_t marker = item_marker(shown);
    if (marker > 0) line.hanging = line.indent + count_code_points(shown.substr(0, marker));
    line.number = item_number(shown);
    line.begins = marker > 0 || begins_chinese_number(shown);
    measure(text, line);
    lines.push_back(line);
    // A page break between lines is as a blank line.
    if (end < text.size() && text[end] == '\f') {
      TypedLine page;
      page.whole = page.content = {end + 1, end + 1};
      page.new_page = true;
      lines.push_back(page);
    }
    begin = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  take_numbers_of_sentences(lines);
  close_pages(text, lines);
  return lines;
}

}  // namespace duizhao::text
