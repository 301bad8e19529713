#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace duizhao::model {

/// British spelling as American spelling, for comparing words: "organisation" → "organization",
/// "labour" → "labor", "centres" → "centers", "travelled" → "traveled". `word` is in lower case
/// without diacritics. Other words stay as they are. A word that both spell alike may change too,
/// as long as it stays different from all others ("compelled" → "compeled").
[[nodiscard]] std::string american_spelling(std::string word);

/// The other ways to spell `word`, a word as above: "licence" → "license"; "center" → "centre";
/// "analog" → "analogue". Some are no words, such as "foetch" for "fetch", but none is another
/// word.
[[nodiscard]] std::vector<std::string> other_spellings(std::string_view word);

}  // namespace duizhao::model
