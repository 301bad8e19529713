#pragma once

#include <string>

#include "duizhao/core/alignment.h"
#include "duizhao/core/document.h"

namespace duizhao::report {

/// The beads with text on both sides as a translation memory (TMX 1.4b), each with its confidence,
/// and a mark where it moved or repeats; beads of one side have no place in a memory. The languages
/// are en, zh-CN, zh-TW or zh-HK.
void append_tmx(std::string& out, const Document& source, const Document& target,
                const Alignment& alignment);

}  // namespace duizhao::report
