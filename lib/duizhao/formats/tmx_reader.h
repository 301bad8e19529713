#pragma once

#include <memory>

#include "duizhao/formats/xml_pairs.h"

namespace duizhao::formats {

/// Reads the units of a translation memory (TMX 1.1 to 1.4b) as pairs: of each unit the first text
/// in the source language and the first in the target language. A unit without one of them is left
/// out; a file in which no unit has both is an error that names its languages.
[[nodiscard]] std::unique_ptr<UnitHandler> make_tmx_handler(const BilingualOptions& options);

}  // namespace duizhao::formats
