#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace duizhao::terms {

/// The other ways to write an English term that the ending of its last word does not give
/// (english_ending.h): irregular plurals and their singulars ("memorandum", "memoranda"), plurals
/// of the first noun ("heads of state", "attorneys general", "mothers-in-law"), British and
/// American spelling ("labour centre", "labor center"). Capitals stay where they are.
[[nodiscard]] std::vector<std::string> other_writings(std::string_view term);

}  // namespace duizhao::terms
