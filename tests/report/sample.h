#pragma once

#include "duizhao/review/review.h"

namespace duizhao::tests {

/// A reviewed pair with something of everything that a report shows: findings of all severities,
/// with and without evidence and suggestion, a moved passage, one left out, one added, one said
/// twice, and a finding on the whole document.
[[nodiscard]] Review sample_review();

/// The same the other way round: the Chinese text is the source.
[[nodiscard]] Review mirrored_sample_review();

/// Text that tries to break out of every format: markup, quotes, control characters.
[[nodiscard]] Review hostile_review();

/// A pair of a bilingual file with one finding.
[[nodiscard]] Review pair_review();

}  // namespace duizhao::tests
