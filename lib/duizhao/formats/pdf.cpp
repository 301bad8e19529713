#include "duizhao/formats/pdf.h"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <limits>
#include <map>
#include <memory>
#include <vector>

#include "duizhao/formats/superscript.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"

namespace duizhao::formats {
namespace {

using Page = std::vector<std::string>;  ///< lines

constexpr int kMostPages = 20'000;

Page lines_of(const std::string& text) {
  Page lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\f", begin), text.size());
    std::string line = text.substr(begin, end - begin);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.pop_back();
    lines.push_back(std::move(line));
    begin = end + 1;
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  const auto first = std::ranges::find_if(lines, [](const auto& line) { return !line.empty(); });
  lines.erase(lines.begin(), first);
  return lines;
}

/// A line without what differs from page to page.
std::string without_digits(const std::string& line) {
  std::string rest;
  for (const char c : line) {
    if (!text::is_ascii_digit(c) && c != ' ') rest += c;
  }
  return rest;
}

/// "12", "- 12 -", "第12页", "Page 3 of 12": nothing but a number, and few letters around it.
bool is_page_number(const std::string& line) {
  const std::string rest = text::ascii_lowered(without_digits(line));
  if (rest.size() == line.size()) return false;
  for (const std::string_view around : {"", "--", "–", "––", "—", "——", "|", "/", "page", "pageof",
                                        "p.", "第页", "第頁", "第页共页", "第頁共頁", "页", "頁"}) {
    if (rest == around) return true;
  }
  return false;
}

/// Takes off lines at the head and foot that stand on most pages, and page numbers.
void take_off_running_lines(std::vector<Page>& pages) {
  constexpr std::size_t kEdge = 2;  // lines at either end that may be running ones
  for (const bool at_head : {true, false}) {
    for (std::size_t round = 0; round < kEdge; ++round) {
      std::map<std::string, std::size_t> seen;
      for (const Page& page : pages) {
        if (!page.empty()) ++seen[without_digits(at_head ? page.front() : page.back())];
      }
      bool any = false;
      for (Page& page : pages) {
        if (page.empty()) continue;
        const std::string& line = at_head ? page.front() : page.back();
        const std::size_t times = seen[without_digits(line)];
        const bool running =
            times >= 2 && (times == pages.size() || (times >= 3 && 3 * times > pages.size()));
        if (!running && !(is_page_number(line) && page.size() > 1)) continue;
        page.erase(at_head ? page.begin() : std::prev(page.end()));
        while (!page.empty() && (at_head ? page.front() : page.back()).empty()) {
          page.erase(at_head ? page.begin() : std::prev(page.end()));
        }
        any = true;
      }
      if (!any) break;
    }
  }
}

std::string utf8_of(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  std::string utf8(bytes.begin(), bytes.end());
  if (const auto fault = text::first_invalid(utf8)) utf8.resize(*fault);
  std::erase(utf8, '\0');
  return utf8;
}

/// Whether a word is figures in smaller print, raised, right behind the one before it.
bool is_raised(const poppler::text_box& word, const poppler::text_box& before,
               const std::string& text) {
  if (before.has_space_after() || !word.has_font_info() || !before.has_font_info()) return false;
  const bool figures = !text.empty() && text.find_first_not_of("0123456789+-") == std::string::npos;
  constexpr double kSmaller = 0.85;
  constexpr double kRaised = 0.1;  // of the size of print
  const double size = before.get_font_size();
  const bool raised = word.bbox().bottom() < before.bbox().bottom() - kRaised * size;
  const bool beside = word.bbox().left() < before.bbox().right() + size / 2 &&
                      word.bbox().left() > before.bbox().left();
  return figures && raised && beside && word.get_font_size() < kSmaller * size;
}

/// The text of a page, in which what is raised does not run together with what stands before it:
/// 2023¹, 10⁷.
std::string text_of(const poppler::page& page) {
  std::string text =
      utf8_of(page.text(poppler::rectf(), poppler::page::non_raw_non_physical_layout));
  const std::vector<poppler::text_box> words =
      page.text_list(poppler::page::text_list_include_font);
  std::size_t done = 0;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string mark = utf8_of(words[i].text());
    if (!is_raised(words[i], words[i - 1], mark)) continue;
    const std::string before = utf8_of(words[i - 1].text());
    const std::size_t at = before.empty() ? text.npos : text.find(before + mark, done);
    if (at == text.npos) continue;
    const std::string raised = superscript(mark);
    text.replace(at + before.size(), mark.size(), raised);
    done = at + before.size() + raised.size();
  }
  return text;
}

}  // namespace

Result<std::string> read_pdf(std::string_view bytes, const std::string& file) {
  const auto wrong = [&](std::string message) {
    return failure(ErrorCode::kMalformed, std::move(message), {file});
  };
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return wrong("this PDF is larger than 2 GB: split it");
  }
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (document == nullptr) return wrong("this PDF is damaged or cut off: export it anew");
  if (document->is_locked()) return wrong("this PDF is locked by a password: save it without one");
  std::vector<Page> pages;
  bool any = false;
  for (int number = 0; number < std::min(document->pages(), kMostPages); ++number) {
    const std::unique_ptr<poppler::page> page(document->create_page(number));
    if (page == nullptr) continue;
    pages.push_back(lines_of(text_of(*page)));
    any |= !pages.back().empty();
  }
  if (!any) {
    return wrong(
        "this PDF has no text, it may be a scan: recognise its text first (OCR), or give "
        "the document that it was made from");
  }
  take_off_running_lines(pages);
  std::string text;
  for (const Page& page : pages) {
    for (const std::string& line : page) {
      text += line;
      text += '\n';
    }
  }
  return text;
}

}  // namespace duizhao::formats
