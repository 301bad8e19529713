#include "duizhao/check/evidence/terseness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace duizhao::check {

double terseness(std::string_view chinese) {
  // Words of one character each that stand for style and not for a subject.
  constexpr std::array<std::string_view, 9> kPlain = {"了", "会", "们", "很", "是",
                                                      "的", "着", "在", "这"};
  constexpr std::array<std::string_view, 14> kLiterary = {"之", "于", "以", "其", "及", "各", "均",
                                                          "并", "应", "得", "由", "者", "该", "须"};
  constexpr std::size_t kHanBytes = 3;
  double plain = 0;
  double literary = 0;
  const auto is_in = [](const auto& list, std::string_view character) {
    return std::find(list.begin(), list.end(), character) != list.end();
  };
  for (std::size_t i = 0; i + kHanBytes <= chinese.size(); ++i) {
    if (static_cast<unsigned char>(chinese[i]) < 0xE0) continue;  // no first byte of three
    plain += is_in(kPlain, chinese.substr(i, kHanBytes)) ? 1 : 0;
    literary += is_in(kLiterary, chinese.substr(i, kHanBytes)) ? 1 : 0;
  }
  // A short text says little of its style: some 25 words of it as they are spread in news.
  constexpr double kUsualLiterary = 1.25;
  constexpr double kUsualPlain = 1.5;
  return std::max(0.0, std::log((literary + kUsualLiterary) / (plain + kUsualPlain)));
}

}  // namespace duizhao::check
