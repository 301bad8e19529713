#include <algorithm>
#include <nlohmann/json.hpp>

#include "duizhao/formats/json_lines.h"
#include "duizhao/formats/keyed_markup.h"
#include "duizhao/text/white_space.h"

namespace duizhao::formats {
namespace {

using nlohmann::json;

/// Collects the texts of JSON while it is parsed: an object in memory would take a time that grows
/// with the square of its members, as long as it keeps their order.
class TextsOfJson : public nlohmann::json_sax<json> {
 public:
  explicit TextsOfJson(std::string_view text) : lines_(text) {}

  bool null() override { return value(); }
  bool boolean(bool /*value*/) override { return value(); }
  bool number_integer(number_integer_t /*value*/) override { return value(); }
  bool number_unsigned(number_unsigned_t /*value*/) override { return value(); }
  bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return value(); }
  bool binary(binary_t& /*value*/) override { return value(); }

  bool string(string_t& said) override {
    const std::string path = begin_value();
    if (!is_remark()) {
      std::ranges::replace_if(
          said, [](char c) { return c == '\n' || c == '\r' || c == '\t' || c == '\0'; }, ' ');
      texts_.push_back({path, std::string(text::trimmed(said)), line_});
    }
    return true;
  }

  bool start_object(std::size_t /*members*/) override { return open(/*is_array=*/false); }
  bool start_array(std::size_t /*elements*/) override { return open(/*is_array=*/true); }

  bool key(string_t& name) override {
    Level& level = levels_.back();
    level.key = name;
    line_ = lines_.line_of(name);
    level.is_message &= name == "message" || name == "description" || name == "placeholders";
    level.has_message |= name == "message";
    return true;
  }

  bool end_object() override {
    const Level level = std::move(levels_.back());
    levels_.pop_back();
    // A text of a browser's extension, with what is said about it.
    if (!level.is_message || !level.has_message) return true;
    const std::string message = below(level.path, "message");
    const auto begin = texts_.begin() + static_cast<std::ptrdiff_t>(level.first_text);
    texts_.erase(std::remove_if(begin, texts_.end(),
                                [&](const KeyedText& text) { return text.key != message; }),
                 texts_.end());
    for (std::size_t i = level.first_text; i < texts_.size(); ++i) texts_[i].key = level.path;
    return true;
  }
  bool end_array() override {
    levels_.pop_back();
    return true;
  }

  bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                   const json::exception& /*error*/) override {
    return false;
  }

  std::vector<KeyedText> take() { return std::move(texts_); }

 private:
  /// An object or an array that is open.
  struct Level {
    std::string path;
    std::string key;           ///< of the member that comes
    std::size_t elements = 0;  ///< so far
    std::size_t first_text = 0;
    bool is_array = false;
    bool is_remark = false;  ///< what ARB says about a text, what JSON has for a remark
    bool is_message = true;  ///< its members are those of a browser's extension
    bool has_message = false;
  };

  static std::string below(const std::string& path, const std::string& key) {
    return path.empty() ? key : path + "." + key;
  }

  /// The key of the value that begins.
  std::string begin_value() {
    if (levels_.empty()) return {};
    Level& level = levels_.back();
    if (level.is_array) level.key = std::to_string(level.elements++);
    return below(level.path, level.key);
  }

  [[nodiscard]] bool is_remark() const {
    if (levels_.empty()) return false;
    const Level& level = levels_.back();
    return level.is_remark ||
           (!level.is_array && (level.key.starts_with('@') || level.key.starts_with("//")));
  }

  bool value() {
    begin_value();
    return true;
  }

  bool open(bool is_array) {
    constexpr std::size_t kDeepest = 100;
    if (levels_.size() == kDeepest) return false;
    Level level;
    level.path = begin_value();
    level.first_text = texts_.size();
    level.is_array = is_array;
    level.is_remark = is_remark();
    levels_.push_back(std::move(level));
    return true;
  }

  JsonLines lines_;
  std::size_t line_ = 1;
  std::vector<Level> levels_;
  std::vector<KeyedText> texts_;
};

}  // namespace

Result<std::vector<KeyedText>> read_keyed_json(std::string_view text, const std::string& file) {
  TextsOfJson texts(text);
  if (!json::sax_parse(text, &texts)) {
    return failure(ErrorCode::kMalformed,
                   "this JSON is broken: it is cut off, not well formed or nested too deep",
                   {file});
  }
  return texts.take();
}

}  // namespace duizhao::formats
