#pragma once

#include <string>
#include <vector>

#include "duizhao/batch/run.h"
#include "duizhao/core/error.h"

namespace duizhao::batch {

/// What the parts of a batch come to together.
struct Merged {
  std::vector<Input> inputs;
  std::vector<std::string> unpaired;
  Summary summary;
};

/// Puts the parts of a batch together, each a folder that a run with a Shard has written: records
/// in the order of the inputs, and the pages of reports, as one run would have written them. Fails
/// where a part is missing, is there twice, is not finished, or is of another batch.
[[nodiscard]] Result<Merged> merge(const std::vector<std::string>& parts,
                                   const std::string& folder);

}  // namespace duizhao::batch
