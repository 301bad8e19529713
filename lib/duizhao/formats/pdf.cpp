#include "duizhao/formats/pdf.h"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <vector>

#include "duizhao/formats/pdf_layout.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"

namespace duizhao::formats {
namespace {

using Page = std::vector<PrintedLine>;

constexpr int kMostPages = 20'000;

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
        if (!page.empty()) ++seen[without_digits((at_head ? page.front() : page.back()).text)];
      }
      bool any = false;
      for (Page& page : pages) {
        if (page.empty()) continue;
        const std::string& line = (at_head ? page.front() : page.back()).text;
        const std::size_t times = seen[without_digits(line)];
        const bool running =
            times >= 2 && (times == pages.size() || (times >= 3 && 3 * times > pages.size()));
        if (!running && !(is_page_number(line) && page.size() > 1)) continue;
        page.erase(at_head ? page.begin() : std::prev(page.end()));
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
  std::erase_if(utf8, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  return utf8;
}

/// The words of a page in reading order; those that are turned are a drawing's, unless all are.
std::vector<PrintedWord> words_of(const poppler::page& page) {
  std::vector<PrintedWord> words;
  std::vector<PrintedWord> turned;
  for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
    const poppler::rectf place = box.bbox();
    PrintedWord word{
        utf8_of(box.text()),  place.left(),
        place.top(),          place.right(),
        place.bottom(),       box.has_font_info() ? box.get_font_size() : place.height(),
        box.has_space_after()};
    // A file may say anything of its places.
    word.size = std::isfinite(word.size) ? std::max(word.size, 1.0) : 1.0;
    const bool placed = std::isfinite(word.left) && std::isfinite(word.top) &&
                        std::isfinite(word.right) && std::isfinite(word.bottom);
    if (!placed || word.text.empty()) continue;
    word.drawn = box.has_font_info() && box.get_font_name().empty();
    (box.rotation() == 0 ? words : turned).push_back(std::move(word));
  }
  return words.empty() ? turned : words;
}

}  // namespace

Result<PdfText> read_pdf(std::string_view bytes, const std::string& file) {
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
    pages.push_back(printed_lines(words_of(*page)));
    any |= !pages.back().empty();
  }
  if (!any) {
    return wrong(
        "this PDF has no text, it may be a scan: recognise its text first (OCR), or give "
        "the document that it was made from");
  }
  take_off_running_lines(pages);
  PdfText read;
  for (const Page& page : pages) {
    for (const PrintedLine& line : page) {
      read.text += line.text;
      read.text += '\n';
    }
  }
  read.go_on = lines_that_go_on(pages);
  return read;
}

}  // namespace duizhao::formats
