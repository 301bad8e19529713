#pragma once

#include <cstddef>
#include <optional>

#include "duizhao/align/align.h"
#include "duizhao/core/alignment.h"
#include "duizhao/core/document.h"
#include "duizhao/model/lexicon.h"
#include "duizhao/pair/passage.h"

namespace duizhao::align {

/// A target that was edited since it was aligned.
struct EditedTarget {
  const Alignment& alignment;  ///< of the source with `before`
  const Document& before;
  const pair::AnalysedDocument& source;
  const pair::AnalysedDocument& after;
  /// The bead that had no target, where what was written is the translation of it.
  std::optional<std::size_t> filled;
};

/// The alignment after an edit. Beads that it does not touch stay as they are; where it has made
/// sentences, joined or removed them, they and what stands alone beside them are aligned by
/// themselves. So it costs what was edited, not what the document is long, and nothing moves
/// elsewhere under the eyes of whoever edits; only where a hundred sentences have changed, all is
/// aligned anew. A bead of which the confidence is 1 is known, and
/// keeps its source.
[[nodiscard]] Alignment align_after_edit(const EditedTarget& edited, const model::Lexicon& lexicon,
                                         const AlignOptions& options = {});

}  // namespace duizhao::align
