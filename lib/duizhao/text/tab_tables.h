#pragma once

#include "duizhao/core/document.h"

namespace duizhao::text {

/// Finds the tables of a text whose file says nothing of any: lines one after the other with tabs
/// between their cells. Lists of contents, whose last column are ascending page numbers, are none.
/// Fills `document.cells` where there are none yet.
void find_tab_tables(Document& document);

}  // namespace duizhao::text
