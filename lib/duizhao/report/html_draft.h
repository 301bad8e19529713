#pragma once

#include <string>

#include "duizhao/report/html_view.h"

namespace duizhao::report {

/// What the script of a page that is a file needs in order to give the corrected translation, as
/// JSON. All places are counted in UTF-16 units, as scripts count.
///
///     name       of the file that is downloaded
///     text       the text of the translation's file or, where that can't be written as a text,
///     what
///                it says
///     encoding   of that file, where it is not UTF-8
///     sentences  begin and end of each in the text that was read, one after the other
///     pieces     [begin, begin in `text`, length] of what is in both as it is, where they differ
///     places     by row, [where a passage is missing, what is put between it and what stands
///     there]
///
/// Of a file of pairs it is the name only: corrected pairs are downloaded as a list.
[[nodiscard]] std::string draft_json(const HtmlView& view);

}  // namespace duizhao::report
