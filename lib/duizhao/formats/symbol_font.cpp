#include "duizhao/formats/symbol_font.h"

#include <array>
#include <cstddef>

#include "duizhao/text/utf8.h"

namespace duizhao::formats {
namespace {

// 0x20 to 0x7F and 0xA0 to 0xFF, sixteen a row.
constexpr std::u32string_view kShown =
    U" !∀#∃%&∋()∗+,−./"
    U"0123456789:;<=>?"
    U"≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟ"
    U"ΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    U"‾αβχδεφγηιϕκλμνο"
    U"πθρστυϖωξψζ{|}∼ "
    U"€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓"
    U"°±″≥×∝∂•÷≠≡≈…   "
    U"ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉"
    U"∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
    U"◊〈®©™∑          "
    U" 〉∫             ";

constexpr unsigned int kPrivateUse = 0xF000;

}  // namespace

std::string_view symbol_character(unsigned int number) {
  static const auto characters_shown = [] {
    std::array<std::string, kShown.size()> characters;
    for (std::size_t i = 0; i < kShown.size(); ++i) {
      text::append_code_point(characters[i], kShown[i]);
    }
    return characters;
  }();
  number &= 0xFFU;
  if (number < 0x20 || (number >= 0x80 && number < 0xA0)) return " ";
  return characters_shown[number - (number < 0x80 ? 0x20 : 0x40)];
}

std::string shown_in_symbol(std::string_view text) {
  std::string shown;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = text::next_code_point(text, i);
    const bool of_font =
        (c >= 0x20 && c < 0x7F) || (c >= kPrivateUse + 0x20 && c <= kPrivateUse + 0xFF);
    shown +=
        of_font ? symbol_character(static_cast<unsigned int>(c)) : text.substr(begin, i - begin);
  }
  return shown;
}

}  // namespace duizhao::formats
