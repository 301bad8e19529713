#pragma once

#include <string_view>

#include "duizhao/model/name_store.h"
#include "duizhao/names/name_heads.h"

namespace duizhao::terms {

/// Of what kind a name is, by what dictionaries know of it, by what both languages end with
/// (郑州大学, "Zhengzhou University"), by the marks of a title (《》), or as a Chinese person's by
/// its surname and spelling, a foreign one's by its interpuncts and sound. kNone for a term that is
/// no name, which its small letters tell, and where nothing does. `names` may be null.
[[nodiscard]] names::NameKind name_kind(std::string_view english, std::string_view chinese,
                                        const model::NameStore* names);

}  // namespace duizhao::terms
