#include <charconv>
#include <string>

#include "duizhao/facts/fact.h"

namespace duizhao::facts {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::vector<Fact> find(std::string_view text, Language /*language*/, std::size_t offset) {
  std::vector<Fact> facts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i])) continue;
    const std::size_t begin = i;
    std::string digits;
    std::size_t point = 0;
    for (; i < text.size(); ++i) {
      const bool more = i + 1 < text.size() && is_digit(text[i + 1]);
      if (is_digit(text[i])) {
        digits += text[i];
      } else if (text[i] == '.' && more && point == 0) {
        digits += '.';
        point = digits.size();
      } else if (!(text[i] == ',' && more && point == 0)) {
        break;
      }
    }
    Fact fact;
    std::from_chars(digits.data(), digits.data() + digits.size(), fact.value);
    fact.upper = fact.value;
    fact.digits = true;
    fact.decimals = static_cast<std::uint8_t>(point == 0 ? 0 : digits.size() - point);
    fact.span = fact.number = Span{begin, i}.shifted(offset);
    facts.push_back(fact);
  }
  return facts;
}

}  // namespace duizhao::facts
