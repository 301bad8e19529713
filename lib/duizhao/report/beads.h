#pragma once

#include <vector>

#include "duizhao/core/alignment.h"
#include "duizhao/core/document.h"

namespace duizhao::report {

/// What a bead covers in the texts of both documents.
struct BeadSpans {
  Span source;
  Span target;
};

/// The spans of all beads, by bead number. The span of an empty side is empty and lies where the
/// counterpart would stand: after what the bead before holds on that side.
[[nodiscard]] std::vector<BeadSpans> bead_spans(const Document& source, const Document& target,
                                                const Alignment& alignment);

}  // namespace duizhao::report
