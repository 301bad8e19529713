#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/placeholder_styles.h"
#include "duizhao/core/segment_code.h"
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
    kOption,      ///< of a command: --role=server
  };

  Span span;  ///< empty where the text shows nothing of a code of its file
  /// What compares: {{ user }} without blanks, a tag in lower case without what is translated of
  /// it, <br/> as <br>, a reference as its character, an address without its scheme and language.
  std::string form;
  Kind kind = Kind::kPlaceholder;
  std::string id{};    ///< of a code of the file: the same in both versions, if the file says it
  std::string pair{};  ///< likewise: the same of beginning and end
  SegmentCode::Order order = SegmentCode::Order::kFree;  ///< of a code of the file
};

/// The codes of a passage in their order, those of a bilingual file (core/segment_code.h) and those
/// that stand in its text. Placeholders, of the given styles: {0}, {name}, ${name}, %name%, @name@;
/// those of printf and its kin (%d, %1$s, %05lu, %@), of Python (%(name)s, {0!r}, {x:>10}), of Qt
/// (%1, %L1, %n) and of i18next ({{ name }}, {{count, number}}, $t(key)).
[[nodiscard]] std::vector<InlineCode> inline_codes(const pair::Passage& passage,
                                                   PlaceholderStyles styles = kAllPlaceholders);

/// What a tag has in common with the one that closes it: "a" of "<a href=…>", the number of a code.
[[nodiscard]] std::string_view element_of(const InlineCode& tag);

/// Whether something has to close it: <b>, and not <br>.
[[nodiscard]] bool opens(const InlineCode& code);

}  // namespace duizhao::check
