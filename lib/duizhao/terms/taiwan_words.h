#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace duizhao::terms {

/// A term in simplified characters, one for one.
[[nodiscard]] std::string simplified(std::string_view text);

/// A Chinese term with the words of the other side of the Taiwan Strait: 伺服器軟體 for 服务器软件,
/// and the other way round; in simplified characters whatever the term is in. Nothing where it has
/// none of these words. A word that means something else over there is exchanged only inside a
/// longer term: 文件 is 档案 in 文件系统, and by itself may be a document. Thread-safe.
[[nodiscard]] std::vector<std::string> in_words_of_the_other_side(std::string_view term);

}  // namespace duizhao::terms
