#pragma once

#include <vector>

#include "duizhao/extract/corpus.h"
#include "duizhao/extract/term_extraction.h"
#include "duizhao/model/name_store.h"

namespace duizhao::extract {

/// Gives proposals the borders that their names have, and each name its kind (terms::name_kind):
///
/// - no article: "the State Council" is "State Council"
/// - no title that both sides have, nor one that says nothing but how to address somebody: "Mr
///   Putin", 普京先生 is "Putin", 普京; "President Roosevelt", 罗斯福总统 is "Roosevelt", 罗斯福
/// - what tells the kind of a place on both sides or on neither: "Guangdong", 广东省 is 广东
/// - a name that dictionaries have whole: "International Monetary", 国际货币基金组织 is
/// "International
///   Monetary Fund" where the text has that
///
/// What contradicts the known names (terms::known_otherwise), and two names joined by "and", are
/// doubted. Of proposals that become one the best is kept. `names` may be null: then only the first
/// three are done. Best first.
[[nodiscard]] std::vector<TermProposal> settle_names(std::vector<TermProposal> proposals,
                                                     const std::vector<TextPair>& pairs,
                                                     const model::NameStore* names);

}  // namespace duizhao::extract
