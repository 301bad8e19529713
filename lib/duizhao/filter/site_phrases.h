#pragma once

#include <string>
#include <string_view>

namespace duizhao::filter {

/// A phrase of those that stand around the text of web pages ("All rights reserved", 分享到) where
/// such phrases are what a pair consists of, or stand on one side only; else empty. A sentence that
/// has one of them and says it in both languages is none.
[[nodiscard]] std::string site_phrase_in(std::string_view source, std::string_view target);

}  // namespace duizhao::filter
