#pragma once

#include <string>
#include <vector>

#include "duizhao/report/about.h"
#include "duizhao/review/checker.h"
#include "duizhao/review/review.h"

namespace duizhao::cli {

/// What a page tells of how its review was made. The date is today's, or that of SOURCE_DATE_EPOCH.
[[nodiscard]] report::About about_review(const Checker& checker, const std::string& profile,
                                         const std::vector<std::string>& glossaries,
                                         const Review& review);

}  // namespace duizhao::cli
