#pragma once

#include <string>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/core/term_entry.h"
#include "duizhao/extract/term_extraction.h"

namespace duizhao::extract {

/// The glosses of running text as proposals: what an author glosses is a name or a term. `pairs`
/// may have an empty side.
[[nodiscard]] std::vector<TermProposal> propose_glosses(const std::vector<TextPair>& pairs);

/// Proposals of glosses before those of the statistics, one for each English term, best first,
/// without what `rejected` has.
[[nodiscard]] std::vector<TermProposal> combine(std::vector<TermProposal> glosses,
                                                std::vector<TermProposal> statistics,
                                                const std::vector<TermEntry>& rejected);

}  // namespace duizhao::extract
