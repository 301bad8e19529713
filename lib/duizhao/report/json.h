#pragma once

#include <cstddef>
#include <iosfwd>

#include "duizhao/review/review.h"

namespace duizhao::report {

/// A review of two documents as one JSON object: documents, beads, findings (each with its bead's
/// number), score.
void write_json(std::ostream& out, const Review& review);

/// The same as one JSON object a bead, each with the findings on it. What concerns the whole stands
/// with the first bead.
void write_jsonl(std::ostream& out, const Review& review);

/// A pair of a bilingual file as one line: `{"pair":0,"score":{…},"findings":[…]}`.
void write_pair_jsonl(std::ostream& out, const Review& review, std::size_t pair);

}  // namespace duizhao::report
