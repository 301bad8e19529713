#pragma once

#include <string>

#include "duizhao/report/html.h"
#include "duizhao/report/html_view.h"

namespace duizhao::report {

/// The texts side by side: what concerns the whole document, then the rows, each with its notes.
void append_html_body(std::string& out, const HtmlView& view);

/// The parts of the body that change when a passage does: what concerns the whole document, as
/// "whole", and every row.
[[nodiscard]] LivePieces html_body_pieces(const HtmlView& view);

}  // namespace duizhao::report
