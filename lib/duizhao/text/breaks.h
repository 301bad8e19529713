#pragma once

#include <string_view>
#include <vector>

#include "duizhao/core/span.h"

namespace duizhao::text {

/// Breaks the range `paragraph` of `text` into sentences and appends their spans, without the white
/// space around them. Every character that is not white space lies in exactly one sentence.
///
/// The rules follow those of Unicode (UAX #29, Sentence Boundaries) in spirit: a terminator, the
/// closing marks after it, spaces; then what comes next decides. They go by the characters around a
/// mark and not by the language of the text, so a Chinese report with English sentences, or with
/// half-width punctuation, needs no switch. Every decision looks at a bounded number of bytes, so
/// the time is linear in the length, whatever the text.
void append_sentences(std::string_view text, Span paragraph, std::vector<Span>& sentences);

}  // namespace duizhao::text
