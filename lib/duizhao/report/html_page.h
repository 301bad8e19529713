#pragma once

#include <string>

#include "duizhao/report/html_view.h"

namespace duizhao::report {

/// The whole page with its style and its script.
void append_html_page(std::string& out, const HtmlView& view);

}  // namespace duizhao::report
