#include "duizhao/check/evidence/runs/third_language.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "duizhao/text/ascii.h"
#include "duizhao/text/foreign_language.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

struct Alphabet {
  char32_t first;
  char32_t last;
  std::string_view label;
};

constexpr auto kAlphabets = std::to_array<Alphabet>({{0x370, 0x3FF, "greek"},
                                                     {0x400, 0x52F, "cyrillic"},
                                                     {0x5D0, 0x5EA, "hebrew"},
                                                     {0x620, 0x6FF, "arabic"},
                                                     {0x900, 0xDFF, "indic"},
                                                     {0xE01, 0xE5B, "thai"},
                                                     {0x3041, 0x3096, "japanese"},
                                                     {0x30A1, 0x30FA, "japanese"},
                                                     {0x1100, 0x11FF, "korean"},
                                                     {0xAC00, 0xD7A3, "korean"}});

}  // namespace

std::optional<Label> third_language(std::string_view text) {
  constexpr std::size_t kFew = 4;
  std::array<std::size_t, kAlphabets.size()> counts{};
  std::size_t han = 0;
  std::size_t latin = 0;
  bool ascii = true;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = text::next_code_point(text, i);
    if (c < 0x80) {
      latin += text::is_ascii_letter(static_cast<char>(c)) ? 1 : 0;
      continue;
    }
    ascii = false;
    if (text::is_han(c)) {
      ++han;
      continue;
    }
    for (std::size_t a = 0; a < kAlphabets.size(); ++a) {
      counts[a] += c >= kAlphabets[a].first && c <= kAlphabets[a].last ? 1 : 0;
    }
  }
  for (std::size_t a = 0; !ascii && a < kAlphabets.size(); ++a) {
    // Both rows of kana, and of Korean, are one script.
    std::size_t count = 0;
    for (std::size_t b = 0; b < kAlphabets.size(); ++b) {
      if (kAlphabets[b].label == kAlphabets[a].label) count += counts[b];
    }
    // Four in ten characters of Japanese are Han or so.
    const bool japanese = kAlphabets[a].label == "japanese";
    if (count >= kFew && (japanese ? 4 * count > han + latin / 4 : count > han + latin)) {
      return Label{kAlphabets[a].label};
    }
  }
  if (han > 0) return std::nullopt;
  const auto spoken = text::language_of_small_words(text);
  return spoken ? std::optional(Label{spoken->label}) : std::nullopt;
}

}  // namespace duizhao::check
