#pragma once

#include <string_view>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/facts/fact.h"

namespace duizhao::facts {

/// Makes the figures of sayings weak, which nobody counts by: 十万八千里, 半斤八两, "at the
/// eleventh hour". The facts are those of `text` from its beginning on.
void weaken_sayings(std::string_view text, Language language, std::vector<Fact>& facts);

}  // namespace duizhao::facts
