#include "duizhao/formats/tmx_writer.h"

#include <fmt/format.h>

#include <iterator>

namespace duizhao::formats {
namespace {

/// Appends text as character data that is safe in elements and in attributes.
void append_escaped(std::string& out, std::string_view text) {
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

}  // namespace

TmxWriter::TmxWriter(std::string& out, std::string_view source_tag, std::string_view target_tag)
    : out_(out), source_tag_(source_tag), target_tag_(target_tag) {
  fmt::format_to(std::back_inserter(out_), R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="duizhao" creationtoolversion="1" segtype="sentence" o-tmf="duizhao" adminlang="en" srclang="{}" datatype="plaintext"/>
<body>
)",
                 source_tag);
}

void TmxWriter::add(std::string_view source, std::string_view target,
                    const Properties& properties) {
  out_ += "<tu>\n";
  for (const auto& [type, value] : properties) {
    out_ += "<prop type=\"x-";
    append_escaped(out_, type);
    out_ += "\">";
    append_escaped(out_, value);
    out_ += "</prop>\n";
  }
  add_variant(source_tag_, source);
  add_variant(target_tag_, target);
  out_ += "</tu>\n";
}

void TmxWriter::add_variant(std::string_view tag, std::string_view text) {
  out_ += "<tuv xml:lang=\"";
  out_ += tag;
  out_ += "\"><seg>";
  append_escaped(out_, text);
  out_ += "</seg></tuv>\n";
}

void TmxWriter::finish() { out_ += "</body>\n</tmx>\n"; }

}  // namespace duizhao::formats
