#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

namespace duizhao::report {

/// Writes compact JSON (RFC 8259) to the end of a string, token by token, without a tree of values:
/// batches write millions of objects.
///
///     JsonWriter json(out);
///     json.begin_object();
///     json.key("pair").value(7);
///     json.end_object();               // {"pair":7}
///
/// The caller opens and closes in the right order. Strings must be valid UTF-8.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  /// Starts a new line before the next element, where a reader may want one.
  void line_break() { break_line_ = true; }

  JsonWriter& key(std::string_view name);

  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  /// The shortest form that reads back as the same number; null for what JSON can't say.
  void value(double number);
  void value(std::integral auto number) { literal(std::to_string(number)); }
  void value(bool truth) { literal(truth ? "true" : "false"); }
  void null() { literal("null"); }

 private:
  void separate();
  void open(char bracket);
  void close(char bracket);
  void literal(std::string_view text);
  void quoted(std::string_view text);

  std::string& out_;
  bool first_ = true;  ///< nothing stands yet in the innermost array or object
  bool after_key_ = false;
  bool break_line_ = false;
};

}  // namespace duizhao::report
