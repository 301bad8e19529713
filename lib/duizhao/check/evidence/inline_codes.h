#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/span.h"
#include "duizhao/pair/passage.h"

namespace duizhao::check {

/// What programs read in a text, and translations keep: a placeholder, a tag, an address.
struct InlineCode {
  enum class Kind : std::uint8_t {
    kPlaceholder,
    kUnnumbered,  ///< a placeholder of printf's that takes the next argument: %d
    kTag,         ///< <b>, <br/>
    kEndTag,      ///< </b>
    kCharacter,   ///< &copy;, which is the character too
    kAddress,     ///< a URL or an e-mail address
  };

  Span span;
  /// What compares: {{ user }} without blanks, a tag in lower case without what is translated of
  /// it, <br/> as <br>, a reference as its character, an address without its scheme and language.
  std::string form;
  Kind kind = Kind::kPlaceholder;
};

/// The codes of a passage in their order. Placeholders: {0}, {name}, ${name}, %name%, @name@; those
/// of printf and its kin (%d, %1$s, %05lu, %@), of Python (%(name)s, {0!r}, {x:>10}), of Qt (%1,
/// %L1, %n) and of i18next ({{ name }}, {{count, number}}, $t(key)).
[[nodiscard]] std::vector<InlineCode> inline_codes(const pair::Passage& passage);

/// The name of an element's tag: "a" of "<a href=…>".
[[nodiscard]] std::string_view element_of(const InlineCode& tag);

/// Whether the element has no end tag: br, img.
[[nodiscard]] bool is_void(std::string_view element);

}  // namespace duizhao::check
