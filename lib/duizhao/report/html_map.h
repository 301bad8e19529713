#pragma once

#include <string>

#include "duizhao/report/html_view.h"

namespace duizhao::report {

/// The strip at the edge of the page: where in the whole the findings lie, what moved, and what has
/// no counterpart. For the eye only; keys and filters do the same for everybody.
void append_html_map(std::string& out, const HtmlView& view);

}  // namespace duizhao::report
