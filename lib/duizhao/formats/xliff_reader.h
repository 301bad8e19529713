#pragma once

#include <memory>

#include "duizhao/formats/xml_pairs.h"

namespace duizhao::formats {

/// Reads XLIFF 1.2 and 2.x, and what CAT tools make of 1.2 (SDLXLIFF, MQXLIFF). A segment is a
/// pair, where the file has segments (seg-source with mrk mtype="seg", or segment), else a
/// trans-unit. A text without translation has an empty target; what is marked not to be translated,
/// alternative translations and notes are left out. Where the languages asked for are the file's in
/// reverse, the sides are swapped.
[[nodiscard]] std::unique_ptr<UnitHandler> make_xliff_handler(const BilingualOptions& options);

}  // namespace duizhao::formats
