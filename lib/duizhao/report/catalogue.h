#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "duizhao/core/document.h"
#include "duizhao/core/finding.h"

/// The words that people read, in English and in Chinese, apart from the code that finds and lays
/// out. A table that is compiled in, and not gettext: which language is wanted is a matter of one
/// call, so that a server may speak both (gettext has one language a process); a row is found by
/// what is said, not by an English sentence that someone may mend; both versions stand beside each
/// other, so that whoever changes one sees the other, and nothing has to be found at run time.
namespace duizhao::report {

/// A row of messages.inc or interface.inc. Patterns have
///     {name}      the argument of that name
///     {name?A|B}  A where the argument is 1, else B
///     {name:how}  written as `percent`, or as a `multiple` ("ten times as much")
///     [A|B]       A where all arguments that it names are given, else B; [A] alone else nothing
struct Wording {
  std::string_view id;  ///< a finding's code, or what several codes share; "label/…" for a Label
  std::string_view english;
  std::string_view chinese;

  [[nodiscard]] std::string_view in(Language language) const {
    return language == Language::kChinese ? chinese : english;
  }
};

/// All rows, sorted by id.
[[nodiscard]] std::span<const Wording> catalogue();

/// The row with this id; null where there is none.
[[nodiscard]] const Wording* wording(std::string_view id);

/// The catalogue in one language, for what a report says around the findings:
///
///     const Words words(Language::kChinese);
///     out += words("severity/major");                            // 重大
///     out += words("report/findings", {{"count", std::size_t{3}}});
///
/// An id that the catalogue lacks is a bug and throws.
class Words {
 public:
  explicit Words(Language language) : language_(language) {}

  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] std::string_view operator()(std::string_view id) const;
  [[nodiscard]] std::string operator()(std::string_view id,
                                       std::initializer_list<Argument> values) const;
  /// The word for a severity, for a language.
  [[nodiscard]] std::string_view severity(Severity severity) const;
  /// What a kind of error is called; in English as everywhere.
  [[nodiscard]] std::string_view category(Category category) const;
  /// What a rule is called; in English its id.
  [[nodiscard]] std::string_view rule_name(std::string_view rule) const;
  [[nodiscard]] std::string_view language_name(Language language) const;
  /// "1 sentence", "2 sentences": `noun` is the rest of an id, "sentences".
  [[nodiscard]] std::string counted(std::size_t count, std::string_view noun) const;
  /// Why something is not judged, which Score has in English.
  [[nodiscard]] std::string reason(const std::string& unjudged) const;

 private:
  Language language_;
};

}  // namespace duizhao::report
