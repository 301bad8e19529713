#include "duizhao/report/html_frame.h"

#include <fmt/format.h>

#include <cstdint>

namespace duizhao::report {

std::string nonce_for(std::string_view source, std::string_view target) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const std::string_view text : {source, target}) {
    for (const char c : text) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    }
  }
  return fmt::format("{:016x}", hash);
}

void fill_frame(std::string& out, std::string_view frame,
                const std::vector<std::pair<std::string_view, std::string_view>>& parts) {
  for (;;) {
    const std::size_t begin = frame.find("{{");
    out += frame.substr(0, begin);
    if (begin == std::string_view::npos) return;
    const std::size_t end = frame.find("}}", begin);
    const std::string_view name = frame.substr(begin + 2, end - begin - 2);
    for (const auto& [part, content] : parts) {
      if (part == name) out += content;
    }
    frame.remove_prefix(end + 2);
  }
}

}  // namespace duizhao::report
