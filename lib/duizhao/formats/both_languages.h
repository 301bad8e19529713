#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "duizhao/core/document.h"
#include "duizhao/core/error.h"

namespace duizhao::formats {

/// A text that holds both versions, taken apart: in each of them the other one is blank, byte for
/// byte, so that everything stands where it stands in the file.
struct BothLanguages {
  std::string chinese;
  std::string english;
  Language first = Language::kUnknown;  ///< which of them comes first: the source
};

/// Takes apart a text whose versions stand in turns, by lines, paragraphs or chapters, or by
/// sentences of one line; or side by side, in columns that tabs, blanks, bars or " / " separate.
///
/// Lines without words of either language (figures, times of subtitles, rules) belong to both.
/// Fails where the text is in one language, but for a few words; `file` is for messages.
[[nodiscard]] Result<BothLanguages> take_apart(std::string_view text, const std::string& file);

/// Takes apart a text whose original stands in comments, <!-- … -->, above each translated
/// paragraph, as documentation keeps it; none where comments hold no such thing.
[[nodiscard]] std::optional<BothLanguages> take_comments_out(std::string_view text);

}  // namespace duizhao::formats
