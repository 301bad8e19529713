#include <algorithm>
#include <nlohmann/json.hpp>

#include "duizhao/formats/json_lines.h"
#include "duizhao/formats/keyed_markup.h"
#include "duizhao/text/white_space.h"

namespace duizhao::formats {
namespace {

using json = nlohmann::ordered_json;  // members in the order of the file

/// Collects the texts of JSON that has been parsed, and finds their lines again in its text.
class TextsOfJson {
 public:
  explicit TextsOfJson(std::string_view text) : lines_(text) {}

  void add(const json& value, const std::string& path, std::size_t depth = 0) {
    constexpr std::size_t kDeepest = 100;
    if (depth > kDeepest) return;
    if (value.is_string()) {
      texts_.push_back({path, text_of(value), line_});
    } else if (is_message(value)) {
      line_ = lines_.line_of("message");
      texts_.push_back({path, text_of(value["message"]), line_});
    } else if (value.is_object()) {
      for (const auto& [key, inside] : value.items()) {
        line_ = lines_.line_of(key);
        // What ARB says about a text, and what JSON has for a remark.
        if (key.starts_with('@') || key.starts_with("//")) continue;
        add(inside, below(path, key), depth + 1);
      }
    } else if (value.is_array()) {
      for (std::size_t i = 0; i < value.size(); ++i) {
        add(value[i], below(path, std::to_string(i)), depth + 1);
      }
    }
  }

  std::vector<KeyedText> take() { return std::move(texts_); }

 private:
  static std::string below(const std::string& path, const std::string& key) {
    return path.empty() ? key : path + "." + key;
  }

  static std::string text_of(const json& value) {
    std::string text = value.get<std::string>();
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\r' || c == '\t' || c == '\0'; }, ' ');
    return std::string(text::trimmed(text));
  }

  /// A text of a browser's extension, with what is said about it: {"message": …, "description": …}.
  static bool is_message(const json& value) {
    if (!value.is_object()) return false;
    const auto message = value.find("message");
    if (message == value.end() || !message->is_string()) return false;
    return std::ranges::all_of(value.items(), [](const auto& member) {
      const std::string& name = member.key();
      return name == "message" || name == "description" || name == "placeholders";
    });
  }

  JsonLines lines_;
  std::size_t line_ = 1;
  std::vector<KeyedText> texts_;
};

}  // namespace

Result<std::vector<KeyedText>> read_keyed_json(std::string_view text, const std::string& file) {
  const json value = json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (value.is_discarded()) {
    return failure(ErrorCode::kMalformed, "this JSON is broken: it is cut off or not well formed",
                   {file});
  }
  TextsOfJson texts(text);
  texts.add(value, {});
  return texts.take();
}

}  // namespace duizhao::formats
