#pragma once

#include <string>
#include <vector>

#include "duizhao/batch/inputs.h"
#include "duizhao/batch/summary.h"
#include "duizhao/core/document.h"
#include "duizhao/core/error.h"

namespace duizhao::batch {

inline constexpr const char* kSummaryName = "summary.json";
inline constexpr const char* kOverviewName = "index.html";
inline constexpr const char* kDatabaseName = "batch.sqlite";

/// Writes what is made out of the records of a finished batch to its folder: the summary as JSON
/// and as a page, and the database where it is wanted.
[[nodiscard]] Result<void> write_outputs(const std::string& folder,
                                         const std::vector<Input>& inputs, const Summary& summary,
                                         const std::vector<std::string>& unpaired, bool database,
                                         Language language);

}  // namespace duizhao::batch
