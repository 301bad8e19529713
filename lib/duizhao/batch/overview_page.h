#pragma once

#include <string>
#include <vector>

#include "duizhao/batch/summary.h"
#include "duizhao/core/document.h"

namespace duizhao::batch {

/// A summary as an HTML page that needs nothing else: figures, plots (SVG), the inputs with links
/// to the pages of reports, the worst pairs and the most frequent findings. No script.
void append_overview(std::string& out, const Summary& summary,
                     const std::vector<std::string>& unpaired, Language language);

}  // namespace duizhao::batch
