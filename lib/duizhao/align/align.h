#pragma once

#include "duizhao/align/bead_scores.h"
#include "duizhao/align/moved.h"
#include "duizhao/align/path.h"
#include "duizhao/core/alignment.h"
#include "duizhao/core/document.h"
#include "duizhao/model/lexicon.h"
#include "duizhao/pair/passage.h"
#include "duizhao/terms/glossary.h"

namespace duizhao::align {

struct AlignOptions {
  BeadWeights bead;
  NullPrices nulls;
  MovedWeights moved;
  const terms::Glossary* glossary = nullptr;  ///< its terms are anchors; may be null
};

/// Aligns the sentences of two segmented documents, one Chinese and one English, in either order.
/// Swapping the documents mirrors the beads. Every sentence stands in exactly one bead, or in
/// several of which all but one are marked `repeated`.
[[nodiscard]] Alignment align(const Document& source, const Document& target,
                              const model::Lexicon& lexicon, const AlignOptions& options = {});

/// The same where the sentences have been analysed already.
[[nodiscard]] Alignment align(const pair::AnalysedDocument& source,
                              const pair::AnalysedDocument& target, const model::Lexicon& lexicon,
                              const AlignOptions& options = {});

}  // namespace duizhao::align
