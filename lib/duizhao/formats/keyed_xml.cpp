#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "duizhao/formats/keyed_markup.h"
#include "duizhao/formats/xml.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"
#include "duizhao/text/white_space.h"

namespace duizhao::formats {
namespace {

/// A text in which runs of white space are one space.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text::trimmed(text)) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) {
      line += c;
    } else if (!line.ends_with(' ')) {
      line += ' ';
    }
  }
  return line;
}

/// A text of Android's without its quotes and escapes: "Don\'t" is Don't.
std::string without_escapes(std::string_view text) {
  std::string said;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '"') continue;
    if (text[at] != '\\' || at + 1 == text.size()) {
      said += text[at];
      continue;
    }
    const char escaped = text[++at];
    said += escaped == 'n' || escaped == 't' ? ' ' : escaped;
  }
  return said;
}

class KeyedXml : public XmlHandler {
 public:
  void attach(XmlParser& parser) { parser_ = &parser; }

  void start(const XmlElement& element) override {
    const std::string name(element.name());
    if (depth_++ == 0) {
      root_ = name;
      return;
    }
    if (text_depth_ > 0) {
      // The name of what a program fills in is no tag of the text.
      const bool is_tag = root_ == "resources" && element.name_space().empty();
      tags_.push_back(is_tag);
      if (is_tag) text_ += fmt::format("<{}>", name);
      return;
    }
    if (left_out_depth_ > 0) return;
    if (root_ == "resources") {
      start_android(element, name);
    } else if (root_ == "root") {
      start_resx(element, name);
    } else {
      start_plist(name);
    }
  }

  void end(std::string_view name) override {
    if (text_depth_ == depth_) {
      finish_text();
    } else if (text_depth_ > 0) {
      if (tags_.back()) text_ += fmt::format("</{}>", name);
      tags_.pop_back();
    } else if (left_out_depth_ == depth_) {
      left_out_depth_ = 0;
    } else if (is_list(name) && !lists_.empty()) {
      lists_.pop_back();
    }
    --depth_;
  }

  void text(std::string_view text) override {
    if (text_depth_ > 0) text_ += text;
  }

  std::vector<KeyedText> take() { return std::move(texts_); }

 private:
  /// What holds others, and how many of its items have been.
  struct List {
    std::string key;
    std::size_t items = 0;
    bool is_array = false;
  };

  [[nodiscard]] bool is_list(std::string_view name) const {
    if (root_ == "plist") return name == "dict" || name == "array";
    return name == "plurals" || name == "string-array" || (root_ == "root" && name == "data");
  }

  void start_android(const XmlElement& element, const std::string& name) {
    const bool is_text = element.attribute("translatable") != "false";
    if (is_text && name == "string") {
      begin_text(std::string(element.attribute("name")));
    } else if (is_text && (name == "plurals" || name == "string-array")) {
      lists_.push_back({std::string(element.attribute("name")), 0, name == "string-array"});
    } else if (is_text && name == "item" && !lists_.empty()) {
      List& list = lists_.back();
      begin_text(list.key + "." +
                 (list.is_array ? std::to_string(list.items++)
                                : std::string(element.attribute("quantity"))));
    } else {
      left_out_depth_ = depth_;
    }
  }

  void start_resx(const XmlElement& element, const std::string& name) {
    const bool is_text = element.attribute("type").empty() && element.attribute("mimetype").empty();
    if (name == "data" && is_text) {
      lists_.push_back({std::string(element.attribute("name"))});
    } else if (name == "value" && !lists_.empty()) {
      begin_text(lists_.back().key);
    } else {
      left_out_depth_ = depth_;
    }
  }

  void start_plist(const std::string& name) {
    if (name == "key") {
      in_key_ = true;
      begin_text({});
    } else if (is_list(name)) {
      lists_.push_back({next_path(), 0, name == "array"});
    } else if (name == "string" && !key_.starts_with("NSStringFormat")) {
      begin_text(next_path());
    } else {
      left_out_depth_ = depth_;
    }
  }

  /// The key of the value that begins, below those around it.
  std::string next_path() {
    if (lists_.empty()) return {};
    List& list = lists_.back();
    const std::string key = list.is_array ? std::to_string(list.items++) : key_;
    return list.key.empty() ? key : list.key + "." + key;
  }

  void begin_text(std::string key) {
    path_ = std::move(key);
    line_ = parser_->line();
    text_.clear();
    text_depth_ = depth_;
  }

  void finish_text() {
    text_depth_ = 0;
    if (in_key_) {
      in_key_ = false;
      key_ = on_one_line(text_);
      return;
    }
    std::string said = on_one_line(text_);
    if (root_ == "resources") said = without_escapes(said);
    texts_.push_back({path_, std::move(said), line_});
  }

  XmlParser* parser_ = nullptr;
  std::string root_;
  std::vector<List> lists_;
  std::string key_;   ///< of a property list, the last one
  std::string path_;  ///< of the text that is open
  std::string text_;
  std::vector<bool> tags_;  ///< those open within it, whether they are of the text
  std::size_t line_ = 0;
  std::size_t depth_ = 0;           ///< of elements that are open
  std::size_t text_depth_ = 0;      ///< the same where the text began; 0: none is open
  std::size_t left_out_depth_ = 0;  ///< and where what is no text began
  bool in_key_ = false;
  std::vector<KeyedText> texts_;
};

}  // namespace

bool is_keyed_xml(std::string_view start) {
  const auto has = [&](std::string_view what) { return start.find(what) != start.npos; };
  return has("<resources>") || has("<resources ") || has("<plist") ||
         (has("<root>") && (has("<resheader") || has("<data name=")));
}

Result<std::vector<KeyedText>> read_keyed_xml(std::string_view text, const std::string& file) {
  KeyedXml handler;
  XmlParser parser(handler, file, "UTF-8");
  handler.attach(parser);
  if (auto parsed = parser.parse(text, /*last=*/true); !parsed) {
    return tl::unexpected(parsed.error());
  }
  return handler.take();
}

}  // namespace duizhao::formats
