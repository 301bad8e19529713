#include "duizhao/text/sentences.h"

#include <tuple>

#include "duizhao/text/breaks.h"
#include "duizhao/text/tab_tables.h"
#include "duizhao/text/utf8.h"
#include "duizhao/text/white_space.h"

namespace duizhao::text {
namespace {

/// Length of the mark that ends a paragraph at `position`, 0 where there is none.
std::size_t line_end_length(std::string_view text, std::size_t position) {
  switch (static_cast<unsigned char>(text[position])) {
    case '\r':
      return text.substr(position, 2) == "\r\n" ? 2 : 1;
    case '\n':
    case '\v':
    case '\f':
      return 1;
    case 0xC2:
      return text.substr(position, 2) == "\u0085" ? 2 : 0;
    case 0xE2: {
      const std::string_view mark = text.substr(position, 3);
      return mark == "\u2028" || mark == "\u2029" ? 3 : 0;
    }
    default:
      return 0;
  }
}

/// Gives paragraphs their languages, the document its own first.
void find_languages(Document& document) {
  std::vector<WritingTally> tallies;
  tallies.reserve(document.paragraphs.size());
  WritingTally all;
  for (const Paragraph& paragraph : document.paragraphs) {
    tallies.push_back(tally_writing(paragraph.span.in(document.text)));
    all += tallies.back();
  }
  if (document.language == Language::kUnknown) document.language = language_of(all);
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    document.paragraphs[i].language = language_of(tallies[i], document.language);
  }
}

}  // namespace

void segment(Document& document) {
  document.paragraphs.clear();
  document.sentences.clear();
  const std::string_view text = document.text;
  for (std::size_t begin = 0, position = 0; position <= text.size();) {
    const bool at_end = position == text.size();
    const std::size_t length = at_end ? 1 : line_end_length(text, position);
    if (length == 0) {
      ++position;
      continue;
    }
    const Span line = trimmed(text, {begin, position});
    if (!line.empty()) document.paragraphs.push_back({line, Language::kUnknown});
    begin = position += length;
  }
  std::vector<Span> spans;
  for (std::uint32_t i = 0; i < document.paragraphs.size(); ++i) {
    spans.clear();
    append_sentences(text, document.paragraphs[i].span, spans);
    for (const Span span : spans) document.sentences.push_back({span, i});
  }
  find_languages(document);
  find_tab_tables(document);
}

void segment_lines(Document& document) {
  document.paragraphs.clear();
  document.sentences.clear();
  const std::string_view text = document.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const Span line = trimmed(text, {begin, end});
    document.sentences.push_back({line, static_cast<std::uint32_t>(document.paragraphs.size())});
    document.paragraphs.push_back({line, Language::kUnknown});
    begin = end + 1;
  }
  find_languages(document);
  find_tab_tables(document);
}

}  // namespace duizhao::text
