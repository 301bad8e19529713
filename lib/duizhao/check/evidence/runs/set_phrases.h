#pragma once

#include <vector>

#include "duizhao/pair/passage.h"

namespace duizhao::check {

/// Which words of an English passage are of phrases that only join or frame what is said, so that
/// Chinese says them by a word or by nothing: "with a view to" 力争, "when it comes to", "members
/// of the public" 市民. By word.
[[nodiscard]] std::vector<bool> words_of_set_phrases(const pair::Passage& english);

/// Which words of an English passage tell the time that a figure is compared with, where the
/// Chinese has a word for it: "than in the same month a year earlier" and 同比. By word.
[[nodiscard]] std::vector<bool> words_of_same_period(const pair::Passage& english,
                                                     const pair::Passage& chinese);

}  // namespace duizhao::check
