#pragma once

#include <string_view>

#include "duizhao/core/document.h"

namespace duizhao::text {

/// The tag of BCP 47, in the form that CAT tools use, for a text of a known language: "en", "zh-CN"
/// for simplified script, "zh-TW" or "zh-HK" for traditional script, by the characters that one of
/// the two places prefers (着 or 著, 裏 or 裡) and those of written Cantonese; "zh-CN" where the
/// script is not known, "und" for no language.
[[nodiscard]] std::string_view language_tag(Language language, std::string_view text);

}  // namespace duizhao::text
