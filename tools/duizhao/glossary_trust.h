#pragma once

#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/core/term_entry.h"
#include "glossary_command.h"

namespace duizhao::cli {

/// The glossary of `options.files`, each entry with its record in the reviewed `options.pairs`;
/// says on the error stream how many occurrences there were.
[[nodiscard]] Result<std::vector<TermEntry>> learn_trust(const GlossaryCommand::Options& options,
                                                         Streams& streams);

}  // namespace duizhao::cli
