#pragma once

#include "duizhao/core/span.h"
#include "duizhao/pair/passage.h"

namespace duizhao::check {

/// Whether a place of a passage stands in the title of a work, which is called otherwise in another
/// language, and everywhere by one name: 《憨豆特工2》, 《周六夜现场》.
[[nodiscard]] bool stands_in_title(const pair::Passage& passage, Span place);

}  // namespace duizhao::check
