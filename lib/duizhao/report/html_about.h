#pragma once

#include <string>

#include "duizhao/report/html_view.h"

namespace duizhao::report {

/// What a review was made with and what it came to: version, date, profile and glossaries, a table
/// of the rules that found something, and one of the terms that were met.
void append_html_about(std::string& out, const HtmlView& view);

}  // namespace duizhao::report
