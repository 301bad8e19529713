#pragma once

#include <memory>

#include "duizhao/formats/bilingual.h"
#include "duizhao/formats/xml_pairs.h"

namespace duizhao::formats {

/// Makes pairs of the messages of Qt's translations (.ts; Qt Linguist Manual, "TS file format").
/// The id is the context with the message's own or its number there, a form of a plural a pair of
/// its own. What the program no longer says (obsolete, vanished) is left out.
[[nodiscard]] std::unique_ptr<UnitHandler> make_ts_handler(const BilingualOptions& options);

}  // namespace duizhao::formats
