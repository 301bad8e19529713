#pragma once

#include <string_view>

#include "duizhao/core/document.h"

namespace duizhao::formats {

/// The language of a tag (BCP 47, also with underscores): "zh-Hant-HK", "cmn", "yue" and "EN_us";
/// kUnknown for any other language.
[[nodiscard]] Language language_of_tag(std::string_view tag);

/// Whether a tag says that a text is neither Chinese nor English: "ja"; not "und" and "x-source".
[[nodiscard]] bool is_other_language(std::string_view tag);

/// Whether a text with the tag `tag` is what `wanted` asks for: "zh" wants any Chinese, "zh-Hant"
/// that of any place that writes so, "zh-TW" that alone, or "zh-Hant" where no place is said.
[[nodiscard]] bool tag_matches(std::string_view tag, std::string_view wanted);

}  // namespace duizhao::formats
