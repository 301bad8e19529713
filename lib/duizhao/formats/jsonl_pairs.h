#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "duizhao/formats/bilingual.h"
#include "duizhao/formats/lines.h"

namespace duizhao::formats {

/// The members of objects that hold the texts.
struct JsonMembers {
  std::string source;
  std::string target;
};

/// Reads pairs out of JSON: an object a line, or the elements of one array. The texts are under
/// "source" and "target", "src" and "tgt", the languages' names ("en", "zh-CN"), or these within
/// "translation"; else in the members that are Chinese and English in the first object that has
/// such. An array of two texts is a pair too. "id" and "key" are the id. The options' columns name
/// other members. What is no such object is passed over and counted.
class JsonPairReader : public BilingualReader {
 public:
  explicit JsonPairReader(BilingualOptions options) : options_(std::move(options)) {}

  [[nodiscard]] Result<bool> next(BilingualPair& pair) override;
  [[nodiscard]] std::string notice() const override;

 protected:
  /// An object or array as it stands in the file, valid until the next call; false at the end.
  [[nodiscard]] virtual Result<bool> next_value(std::string_view& value) = 0;
  [[nodiscard]] virtual std::size_t line() const = 0;  ///< where that begins
  [[nodiscard]] virtual const std::string& name() const = 0;

 private:
  BilingualOptions options_;
  std::optional<JsonMembers> found_;  ///< by what they hold
  bool has_pairs_ = false;            ///< so far
};

class JsonlPairReader : public JsonPairReader {
 public:
  JsonlPairReader(LineReader lines, BilingualOptions options)
      : JsonPairReader(std::move(options)), lines_(std::move(lines)) {}

 private:
  [[nodiscard]] Result<bool> next_value(std::string_view& value) override;
  [[nodiscard]] std::size_t line() const override { return lines_.line_number(); }
  [[nodiscard]] const std::string& name() const override { return lines_.name(); }

  LineReader lines_;
};

/// One array, over as many lines as it likes.
class JsonArrayPairReader : public JsonPairReader {
 public:
  /// `text` is decoded.
  JsonArrayPairReader(std::string text, std::string name, BilingualOptions options)
      : JsonPairReader(std::move(options)), text_(std::move(text)), name_(std::move(name)) {}

  /// Whether a text begins an array of objects or arrays.
  [[nodiscard]] static bool recognises(std::string_view start);

 private:
  [[nodiscard]] Result<bool> next_value(std::string_view& value) override;
  [[nodiscard]] std::size_t line() const override { return line_; }
  [[nodiscard]] const std::string& name() const override { return name_; }
  [[nodiscard]] tl::unexpected<Error> broken(std::string message) const;
  void skip_blanks();
  /// End of the element that begins where the reader is, by its brackets.
  [[nodiscard]] std::size_t element_end() const;

  std::string text_;
  std::string name_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;       ///< of the element read last
  std::size_t next_line_ = 1;  ///< where the reader is
};

}  // namespace duizhao::formats
