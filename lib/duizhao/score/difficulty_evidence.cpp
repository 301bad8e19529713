#include <array>
#include <cmath>
#include <string_view>

#include "duizhao/score/gathering.h"
#include "duizhao/text/ascii.h"

namespace duizhao::score {

void gather_difficulty(const check::Passage& source, Gathering& evidence) {
  constexpr std::array<std::string_view, 8> kCommas = {",", "，", "、", "；", ";", "：", ":", "—"};
  constexpr std::array<std::string_view, 6> kQuotes = {"\"", "“", "”", "《", "》", "（"};
  double numbers = 0;
  double latin = 0;
  for (const text::Token& token : source.tokens) {
    const std::string_view form = token.span.in(source.document->text);
    numbers += token.kind == text::TokenKind::kNumber ? 1 : 0;
    latin += token.kind == text::TokenKind::kWord && text::is_ascii_upper(form[0]) ? 1 : 0;
  }
  const double length = std::log(double(source.units.size()) + 1);
  evidence[Evidence::kSourceLength] = length;
  evidence[Evidence::kSourceLengthSquared] = length * length;
  evidence[Evidence::kSourceUnknown] = unknown_share(source);
  evidence[Evidence::kSourceCommas] = count(source, kCommas);
  evidence[Evidence::kSourceQuotes] = count(source, kQuotes);
  evidence[Evidence::kSourceNumbers] = numbers;
  evidence[Evidence::kSourceLatin] = latin;
}

}  // namespace duizhao::score
