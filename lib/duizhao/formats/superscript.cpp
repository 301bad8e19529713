#include "duizhao/formats/superscript.h"

#include <array>

#include "duizhao/text/ascii.h"

namespace duizhao::formats {

std::string superscript(std::string_view text) {
  constexpr std::array<std::string_view, 10> kDigits = {"⁰", "¹", "²", "³", "⁴",
                                                        "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string raised;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (text::is_ascii_digit(c)) {
      raised += kDigits[static_cast<std::size_t>(c - '0')];
    } else if (c == '+') {
      raised += "⁺";
    } else if (c == '-') {
      raised += "⁻";
    } else if (text.substr(i).starts_with("−")) {
      raised += "⁻";
      i += 2;
    } else {
      raised += c;
    }
  }
  return raised;
}

}  // namespace duizhao::formats
