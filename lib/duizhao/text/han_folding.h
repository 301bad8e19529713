#pragma once

namespace duizhao::text {

/// The simplified form of a Han character, for comparing texts: traditional characters and the
/// variants of Taiwan and Hong Kong fold to one form, anything else stays as it is.
///
/// One character for one, so offsets survive: 萬 → 万, 裏 and 裡 → 里. Where one simplified
/// character stands for several traditional ones (后 for 後 and 后), they fold alike; to show text
/// to readers, convert with text::Converter, which looks at the words. A table lookup; thread-safe.
[[nodiscard]] char32_t folded_han(char32_t c);

}  // namespace duizhao::text
