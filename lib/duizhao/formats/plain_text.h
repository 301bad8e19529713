#pragma once

#include <string>

#include "duizhao/core/document.h"
#include "duizhao/text/line_joining.h"

namespace duizhao::formats {

/// Makes a decoded text file the text of `document`: fields of YAML front matter (between lines of
/// "---" at its begin) that are text, such as title and description, become lines of their own, and
/// its keys, dates and weights go; wrapped lines are joined as `lines` says. Spans lead back to the
/// file through `document.in_original`.
void take_plain_text(Document& document, std::string text, text::LineUse lines);

}  // namespace duizhao::formats
