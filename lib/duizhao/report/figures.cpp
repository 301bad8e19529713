#include "duizhao/report/figures.h"

#include <fmt/format.h>

#include <string_view>

namespace duizhao::report {

std::string percent(double share, Language language) {
  const std::string_view sign = language == Language::kChinese ? "%" : " %";
  if (share > 0 && share < 0.005) return fmt::format("<1{}", sign);
  if (share < 1 && share > 0.995) return fmt::format(">99{}", sign);
  return fmt::format("{:.0f}{}", share * 100, sign);
}

std::string decimal(double value, int digits) {
  std::string text = fmt::format("{:.{}f}", value, digits);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

}  // namespace duizhao::report
