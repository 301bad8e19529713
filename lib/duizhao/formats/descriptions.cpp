#include "duizhao/formats/descriptions.h"

#include <algorithm>
#include <array>

#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"

namespace duizhao::formats {
namespace {

bool is_made_by_program(std::string_view lowered) {
  constexpr std::array<std::string_view, 6> kMade = {
      "automatically generated", "ai-generated", "自动生成", "自動產生", "ai 生成",
      "\\displaystyle"};
  return std::ranges::any_of(
      kMade, [&](std::string_view words) { return lowered.find(words) != lowered.npos; });
}

bool names_file(std::string_view lowered) {
  constexpr std::array<std::string_view, 11> kEndings = {
      ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".tif", ".tiff", ".emf", ".wmf"};
  return lowered.find("://") != lowered.npos ||
         std::ranges::any_of(kEndings,
                             [&](std::string_view ending) { return lowered.ends_with(ending); });
}

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (text::is_han(c) || (c < 0x80 && text::is_ascii_letter(static_cast<char>(c)))) return true;
  }
  return false;
}

}  // namespace

std::string picture_description(std::string_view said) {
  std::string line;
  for (const char c : said) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space) line += c;
    if (space && !line.empty() && line.back() != ' ') line += ' ';
  }
  while (line.ends_with(' ')) line.pop_back();
  const std::string lowered = text::ascii_lowered(line);
  const bool for_readers =
      has_letter(line) && !names_file(lowered) && !is_made_by_program(lowered) && lowered != "fig:";
  return for_readers ? line : std::string();
}

}  // namespace duizhao::formats
