#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace duizhao::check {

/// An argument of an ICU message that chooses among texts or has a type.
struct MessageArgument {
  std::string name;
  std::string type;                   ///< "plural", "select", "number"; empty for {name}
  std::vector<std::string> keywords;  ///< of its texts: "one", "other", "=0"
  bool has_number = false;            ///< `#` stands in its texts
};

/// A message as ICU's MessageFormat reads it (unicode-org.github.io/icu, "Formatting Messages").
struct Message {
  enum class Fault { kNone, kNoOther, kSyntax };
  Fault fault = Fault::kNone;
  std::string fault_argument;  ///< whose texts lack one for "other"
  std::vector<MessageArgument> arguments;

  [[nodiscard]] const MessageArgument* argument(std::string_view name) const;
};

/// Whether a text looks as if it were meant as a message with a plural or a choice in it:
/// "{count, plural,". Prose with {name} alone is none.
[[nodiscard]] bool looks_like_message(std::string_view text);

/// `text` is valid UTF-8.
[[nodiscard]] Message parse_message(std::string_view text);

}  // namespace duizhao::check
