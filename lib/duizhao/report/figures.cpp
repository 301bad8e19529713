#include "duizhao/report/figures.h"

#include <fmt/format.h>

namespace duizhao::report {

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string percent(double share) {
  if (share > 0 && share < 0.005) return "<1 %";
  if (share < 1 && share > 0.995) return ">99 %";
  return fmt::format("{:.0f} %", share * 100);
}

std::string decimal(double value, int digits) {
  std::string text = fmt::format("{:.{}f}", value, digits);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

std::string_view language_name(Language language) {
  switch (language) {
    case Language::kChinese:
      return "Chinese";
    case Language::kEnglish:
      return "English";
    case Language::kUnknown:
      break;
  }
  return "unknown language";
}

}  // namespace duizhao::report
