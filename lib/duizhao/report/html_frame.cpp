#include "duizhao/report/html_frame.h"

#include <fmt/format.h>

#include <cstdint>

#include "duizhao/report/html_writer.h"
#include "duizhao/report/json_writer.h"

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

std::string words_of_scripts(const Words& words) {
  if (words.language() == Language::kEnglish) return {};
  constexpr std::string_view kPrefix = "script/";
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  for (const Wording& row : catalogue()) {
    if (row.id.starts_with(kPrefix)) json.key(row.english).value(row.in(words.language()));
  }
  json.end_object();
  return json_element("words", text);
}

std::string json_element(std::string_view id, std::string_view json) {
  std::string element = fmt::format("<script type=\"application/json\" id=\"{}\">", id);
  for (const char c : json) {
    if (c == '<') {
      element += "\\u003c";
    } else {
      element += c;
    }
  }
  return element + "</script>\n";
}

std::string_view language_tag(Language language) {
  return language == Language::kChinese ? "zh" : "en";
}

void fill_frame(std::string& out, std::string_view frame, const Words& words,
                const std::vector<std::pair<std::string_view, std::string_view>>& parts) {
  for (;;) {
    const std::size_t begin = frame.find("{{");
    out += frame.substr(0, begin);
    if (begin == std::string_view::npos) return;
    const std::size_t end = frame.find("}}", begin);
    const std::string_view name = frame.substr(begin + 2, end - begin - 2);
    constexpr std::string_view kSay = "say ";
    if (name.starts_with(kSay)) append_escaped(out, words(name.substr(kSay.size())));
    for (const auto& [part, content] : parts) {
      if (part == name) out += content;
    }
    frame.remove_prefix(end + 2);
  }
}

}  // namespace duizhao::report
