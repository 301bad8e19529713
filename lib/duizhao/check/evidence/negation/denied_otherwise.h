#pragma once

#include <span>

#include "duizhao/check/evidence/negation/negation_evidence.h"

namespace duizhao::check {

/// Whether the other side says what `cue`, one of `cues`, denies without a negation of its own: by
/// words that mean the same ("capped at", 禁止, "stopped … from", "unpaid"), by one negation over
/// two things that this side denies one by one, or by bounding the same figure.
[[nodiscard]] bool is_denied_otherwise(const NegatedSide& side, std::span<const Cue> cues,
                                       const Cue& cue, const NegatedSide& other,
                                       std::span<const Cue> other_cues,
                                       const model::Lexicon& lexicon);

}  // namespace duizhao::check
