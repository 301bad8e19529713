#pragma once

#include <optional>
#include <string_view>

namespace duizhao::formats {

/// Marks that a text is written in and that are not read.
struct UnreadMarkup {
  std::string_view name;
  std::string_view cure;  ///< what makes a document of it
};

/// Whether a text is in the marks of Org, MediaWiki, Textile or Jira, roff, Texinfo or ConTeXt; one
/// such mark, or one kind of them, tells nothing.
[[nodiscard]] std::optional<UnreadMarkup> unread_markup_of(std::string_view text);

}  // namespace duizhao::formats
