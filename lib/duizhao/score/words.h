#pragma once

#include <cstddef>
#include <string_view>

namespace duizhao::score {

/// Han characters that stand for one English word. In published translations of news, reports and
/// papers, both ways, an English word comes to between 1.54 and 1.73 Han characters (`words_ratio`,
/// tools/bench/RESULTS.md), so that a report has about the same number of words in either language,
/// and a penalty per 1000 words means the same in either direction.
inline constexpr double kHanPerWord = 1.6;

/// The number of words of a text, MQM's evaluation word count.
///
/// A word is a run of characters with a letter or a digit in it, between white space, Han
/// characters, dashes and Chinese marks: "low-cost", "3.7", "don't" and "AT&T" are one word each,
/// as word processors count. Han characters count as 1/kHanPerWord of a word, the sum rounded to
/// the nearest and at least 1. So "英伟达 H20 芯片" is 4 words: H20, and 5 / 1.6 for the rest.
/// `text` must be valid UTF-8.
[[nodiscard]] std::size_t count_words(std::string_view text);

}  // namespace duizhao::score
