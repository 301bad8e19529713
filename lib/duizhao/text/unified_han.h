#pragma once

namespace duizhao::text {

/// The character that a radical or a compatibility ideograph looks like and stands for, as texts
/// out of PDFs and old encodings have them: ⽉ (U+2F49) is 月, 年 (U+F98E) is 年. Any other
/// character is itself.
[[nodiscard]] char32_t unified_han(char32_t c);

}  // namespace duizhao::text
