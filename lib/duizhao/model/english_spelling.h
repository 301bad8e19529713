#pragma once

#include <string>
#include <string_view>

namespace duizhao::model {

/// British spelling as American spelling, for comparing words: "organisation" → "organization",
/// "labour" → "labor", "centres" → "centers", "travelled" → "traveled". `word` is in lower case
/// without diacritics. Other words stay as they are. A word that both spell alike may change too,
/// as long as it stays different from all others ("compelled" → "compeled").
[[nodiscard]] std::string american_spelling(std::string word);

}  // namespace duizhao::model
