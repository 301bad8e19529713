#pragma once

#include <cstddef>

#include "duizhao/pair/clauses.h"
#include "duizhao/pair/passage.h"

namespace duizhao::check {

/// Whether an English clause only tells that somebody unnamed says what stands beside it: "sources
/// familiar with the matter said", "they added", "according to another", "said the sources". News
/// in English has one in every sentence, where Chinese has one for all.
[[nodiscard]] bool is_attribution(const pair::Passage& english, const pair::Clause& clause);

/// Where a quotation goes on over passages, English names the speaker where it ends and Chinese
/// where it begins: 陈女士说：“没有人问过我们。 beside "Nobody asked us. The words that do so in a
/// passage that has but one end of a quotation, as the other side has; empty where there are none.
struct SpeakerWords {
  std::size_t begin = 0;  ///< [begin, end) of the passage's words
  std::size_t end = 0;
};
[[nodiscard]] SpeakerWords speaker_of_long_quotation(const pair::Passage& passage,
                                                     const pair::Passage& other);

}  // namespace duizhao::check
