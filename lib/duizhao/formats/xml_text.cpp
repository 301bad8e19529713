#include "duizhao/formats/xml_text.h"

namespace duizhao::formats {

void append_xml_text(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\r':
        out += "&#13;";  // a parser would make a line feed of it
        break;
      default: {
        const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n';
        // U+FFFE and U+FFFF are the only others that XML 1.0 leaves out.
        const std::string_view three = text.substr(i, 3);
        const bool noncharacter = three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF";
        if (noncharacter) i += 2;
        if (control || noncharacter) {
          out += "\uFFFD";
        } else {
          out += c;
        }
      }
    }
  }
}

std::string xml_text(std::string_view text) {
  std::string escaped;
  append_xml_text(escaped, text);
  return escaped;
}

}  // namespace duizhao::formats
