#pragma once

#include <set>
#include <string>
#include <string_view>

namespace duizhao::formats {

/// What classes of a style sheet (CSS) do to text that matters to its reading. Only selectors of
/// one class are known (".super", "span.super"), and no rules for some media (@media).
///
///     .span4 { font-size: 0.58em; position: relative; top: -0.33em }     span4 raises
struct StyleSheet {
  std::set<std::string, std::less<>> raising;  ///< classes whose text is superscript
  std::set<std::string, std::less<>> hiding;   ///< whose text is not shown

  void add(std::string_view css);
};

/// Whether the declarations of a style ("vertical-align: super") raise text.
[[nodiscard]] bool raises(std::string_view declarations);

/// Whether they hide it.
[[nodiscard]] bool hides(std::string_view declarations);

}  // namespace duizhao::formats
