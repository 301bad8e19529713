#include "duizhao/align/quotations.h"

#include <string_view>

#include "duizhao/text/utf8.h"

namespace duizhao::align {
namespace {

enum class Mark { kNone, kOpens, kCloses, kToggles };

bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x250) ||
         text::is_han(c);
}

Mark double_mark(char32_t c) {
  if (c == U'“' || c == U'「' || c == U'『' || c == U'„') return Mark::kOpens;
  if (c == U'”' || c == U'」' || c == U'』') return Mark::kCloses;
  return c == U'"' || c == U'＂' ? Mark::kToggles : Mark::kNone;
}

/// An apostrophe inside or after a word is no quotation mark; neither is that of "'tis", which is
/// too rare to matter.
Mark single_mark(char32_t c, char32_t before, char32_t after) {
  if (c == U'‘' && !is_letter(before)) return Mark::kOpens;
  if (c != U'\'' && c != U'’') return Mark::kNone;
  if (is_letter(before)) return Mark::kNone;
  if (c == U'\'' && is_letter(after)) return Mark::kOpens;
  return Mark::kCloses;
}

/// Calls visit(before, mark, after) for every character.
template <typename Visit>
void for_each_character(std::string_view text, Visit&& visit) {
  char32_t before = U' ';
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = text::next_code_point(text, i);
    std::size_t next = i;
    const char32_t after = i < text.size() ? text::next_code_point(text, next) : U' ';
    visit(before, c, after);
    before = c;
  }
}

}  // namespace

std::vector<bool> open_quotations(const Document& document) {
  std::size_t doubles = 0;
  std::size_t singles = 0;
  for_each_character(document.text, [&](char32_t before, char32_t c, char32_t after) {
    doubles += double_mark(c) != Mark::kNone;
    singles += single_mark(c, before, after) == Mark::kOpens;
  });
  const bool use_single = singles > 2 * doubles;
  std::vector<bool> open;
  bool inside = false;
  for (const Sentence& sentence : document.sentences) {
    for_each_character(
        document.text_of(sentence), [&](char32_t before, char32_t c, char32_t after) {
          const Mark mark = use_single ? single_mark(c, before, after) : double_mark(c);
          if (mark == Mark::kOpens) inside = true;
          if (mark == Mark::kCloses) inside = false;
          if (mark == Mark::kToggles) inside = !inside;
        });
    open.push_back(inside);
  }
  return open;
}

}  // namespace duizhao::align
