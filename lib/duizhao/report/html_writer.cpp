#include "duizhao/report/html_writer.h"

namespace duizhao::report {
namespace {

std::string_view replacement(unsigned char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

bool is_control(unsigned char c) {
  return (c < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7F;
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  std::size_t written = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const std::string_view instead = replacement(c);
    // U+0080 to U+009F are C2 80 to C2 9F.
    const bool c1 =
        c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (instead.empty() && !is_control(c) && !c1) continue;
    out += text.substr(written, i - written);
    if (c1) {
      out += "\xEF\xBF\xBD";
      ++i;
    } else if (instead.empty()) {
      out += "\xE2\x90";
      out += static_cast<char>(c == 0x7F ? 0xA1 : 0x80 + c);
    } else {
      out += instead;
    }
    written = i + 1;
  }
  out += text.substr(written);
}

std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

}  // namespace duizhao::report
