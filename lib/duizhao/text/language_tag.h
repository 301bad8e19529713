#pragma once

#include <cstddef>
#include <string_view>

#include "duizhao/core/document.h"

namespace duizhao::text {

/// The tag of BCP 47, in the form that CAT tools use, for a text of a known language: "en", "zh-CN"
/// for simplified script, "zh-TW" or "zh-HK" for traditional script, by the characters that one of
/// the two places prefers (着 or 著, 裏 or 裡) and those of written Cantonese; "zh-CN" where the
/// script is not known, "und" for no language.
[[nodiscard]] std::string_view language_tag(Language language, std::string_view text);

/// How many more characters a text in traditional script has that Hong Kong prefers than ones that
/// Taiwan prefers (着, 裏, 衞, written Cantonese; 著, 裡, 週); below 0 for a text of Taiwan.
[[nodiscard]] std::ptrdiff_t leaning_to_hong_kong(std::string_view text);

}  // namespace duizhao::text
