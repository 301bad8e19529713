#pragma once

#include <string>

#include "duizhao/report/html_view.h"

namespace duizhao::report {

/// The head of the page: the verdict with its figures, and how much of either text has its
/// counterpart.
void append_html_head(std::string& out, const HtmlView& view);

/// The bar under it: steps, and a filter with a count for every severity and rule that occurs.
void append_html_bar(std::string& out, const HtmlView& view);

}  // namespace duizhao::report
