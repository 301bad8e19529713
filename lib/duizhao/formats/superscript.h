#pragma once

#include <string>
#include <string_view>

namespace duizhao::formats {

/// A text that a document sets as superscript, so that it does not run together with what stands
/// before it: figures and signs become superscript characters (10 and 7 in superscript is 10⁷),
/// other text stays, as in 1st.
[[nodiscard]] std::string superscript(std::string_view text);

}  // namespace duizhao::formats
