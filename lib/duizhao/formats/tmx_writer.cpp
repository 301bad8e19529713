#include "duizhao/formats/tmx_writer.h"

#include <fmt/format.h>

#include <iterator>

#include "duizhao/formats/xml_text.h"

namespace duizhao::formats {
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

void TmxWriter::add(std::string_view source, std::string_view target, const Properties& properties,
                    std::string_view id) {
  if (id.empty()) {
    out_ += "<tu>\n";
  } else {
    out_ += "<tu tuid=\"";
    append_xml_text(out_, id);
    out_ += "\">\n";
  }
  for (const auto& [type, value] : properties) {
    out_ += "<prop type=\"x-";
    append_xml_text(out_, type);
    out_ += "\">";
    append_xml_text(out_, value);
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
  append_xml_text(out_, text);
  out_ += "</seg></tuv>\n";
}

void TmxWriter::finish() { out_ += "</body>\n</tmx>\n"; }

}  // namespace duizhao::formats
