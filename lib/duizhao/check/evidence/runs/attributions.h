#pragma once

#include "duizhao/pair/clauses.h"
#include "duizhao/pair/passage.h"

namespace duizhao::check {

/// Whether an English clause only tells that somebody unnamed says what stands beside it: "sources
/// familiar with the matter said", "they added", "according to another", "said the sources". News
/// in English has one in every sentence, where Chinese has one for all.
[[nodiscard]] bool is_attribution(const pair::Passage& english, const pair::Clause& clause);

}  // namespace duizhao::check
