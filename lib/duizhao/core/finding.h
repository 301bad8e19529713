#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "duizhao/core/span.h"

namespace duizhao {

/// MQM severities (themqm.org, MQM Core).
enum class Severity : std::uint8_t { kNeutral, kMinor, kMajor, kCritical };

/// MQM error types (themqm.org, MQM Core and Full), as far as findings have them.
enum class Category : std::uint8_t {
  kMistranslation,            ///< accuracy/mistranslation
  kOmission,                  ///< accuracy/omission
  kAddition,                  ///< accuracy/addition
  kUntranslated,              ///< accuracy/untranslated
  kWrongTerm,                 ///< terminology/wrong-term
  kInconsistentTerm,          ///< terminology/inconsistent-use-of-terminology
  kInconsistentWithGlossary,  ///< terminology/inconsistent-with-terminology-resource
  kGrammar,                   ///< linguistic-conventions/grammar
  kPunctuation,               ///< linguistic-conventions/punctuation
  kTextualConventions,        ///< linguistic-conventions/textual-conventions
  kLocaleConventions,         ///< locale-conventions
  kNumberFormat,              ///< locale-conventions/number-format
  kMeasurementFormat,         ///< locale-conventions/measurement-format
  kCharacterEncoding,         ///< locale-conventions/character-encoding
  kMarkup,                    ///< design-and-markup/markup
};
inline constexpr std::size_t kCategories = 15;

/// What a rule can say: a row of the table that stands in the rule's file.
///
///     constexpr std::array kKinds = {
///         FindingKind{"length/too-long", Category::kAddition, Severity::kMajor, 0.8},
///         FindingKind{"length/too-short", Category::kOmission, Severity::kMajor, 0.8},
///     };
///     …
///     Finding finding(kind(kKinds, "length/too-long"));
///
/// The words are in the catalogue (report/messages.inc), by code.
struct FindingKind {
  std::string_view code;  ///< "rule/what": never changes once programs may have read it
  Category category = Category::kMistranslation;
  Severity severity = Severity::kMajor;  ///< unless the rule knows better in a case
  /// Probability that a finding of this kind is right, unless the rule has evidence in a case.
  double confidence = 1;
  /// The row of the catalogue, where several codes share one: "fact/value"; else the code.
  std::string_view message_id = {};

  [[nodiscard]] constexpr std::string_view rule() const { return code.substr(0, code.find('/')); }
};

/// The kind with a code that is known when the program is compiled: a misspelt one is an error of
/// the compiler.
template <typename Kinds>
[[nodiscard]] consteval const FindingKind& kind(const Kinds& kinds, std::string_view code) {
  for (const FindingKind& one : kinds) {
    if (one.code == code) return one;
  }
  throw "no such code";
}

/// A word of the program's own, which the catalogue has in every language: "chinese", "source".
struct Label {
  std::string_view id;  ///< a literal
  friend bool operator==(const Label&, const Label&) = default;
};

/// Where else to look: lines of the target, or of a file of pairs, counted from 1.
struct LineNumbers {
  std::vector<std::size_t> numbers;  ///< ascending, not empty
  friend bool operator==(const LineNumbers&, const LineNumbers&) = default;
};

/// What a message tells besides its words: text of the documents, counts, measures, places.
using ArgumentValue = std::variant<std::string, std::vector<std::string>, std::size_t, double,
                                   Label, std::vector<Label>, LineNumbers>;

struct Argument {
  std::string_view name;  ///< as the catalogue and JSON call it; a literal
  ArgumentValue value;
  friend bool operator==(const Argument&, const Argument&) = default;
};

/// A mismatch between the two versions, or a fault of the translation by itself. It says what was
/// found, not in which words: those are composed where it is shown (report/message.h).
struct Finding {
  std::string_view rule;        ///< name of the rule; a literal
  std::string_view code;        ///< what it found: "number/magnitude"; a literal
  std::string_view message_id;  ///< its row of the catalogue; a literal
  Category category = Category::kMistranslation;
  Severity severity = Severity::kMajor;
  double confidence = 1;            ///< probability that the finding is right, in [0,1]
  std::optional<Span> source;       ///< evidence in the source document's text
  std::optional<Span> target;       ///< evidence in the target document's text
  std::vector<Argument> arguments;  ///< what the message tells, in the order in which it was given
  std::size_t places = 1;           ///< how often it stands in the text, where one is told for all
  std::vector<Finding> elsewhere;   ///< the other places then
  std::optional<std::string> suggestion;  ///< text that could stand in the target instead
  std::optional<std::size_t> bead;        ///< number of the bead; none for the whole document
  /// Identifies the finding by its content, not by its place (see review/suppression.h).
  std::uint64_t key = 0;

  Finding() = default;
  explicit Finding(const FindingKind& kind)
      : rule(kind.rule()),
        code(kind.code),
        message_id(kind.message_id.empty() ? kind.code : kind.message_id),
        category(kind.category),
        severity(kind.severity),
        confidence(kind.confidence) {}

  /// Adds an argument; a text is copied.
  Finding& with(std::string_view name, std::string_view text);
  Finding& with(std::string_view name, const std::string& text) {
    return with(name, std::string_view(text));
  }
  Finding& with(std::string_view name, const char* text) {
    return with(name, std::string_view(text));
  }
  Finding& with(std::string_view name, ArgumentValue value);
  /// The argument of that name; null where it has none.
  [[nodiscard]] const ArgumentValue* argument(std::string_view name) const;
};

[[nodiscard]] std::string_view name_of(Severity severity);
[[nodiscard]] std::optional<Severity> severity_named(std::string_view name);

/// "accuracy/mistranslation"
[[nodiscard]] std::string_view name_of(Category category);

}  // namespace duizhao
