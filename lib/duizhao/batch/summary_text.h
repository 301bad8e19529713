#pragma once

#include <string>

#include "duizhao/batch/inputs.h"
#include "duizhao/batch/summary.h"
#include "duizhao/core/document.h"

/// A summary of a batch for people and programs.
namespace duizhao::batch {

/// For a terminal: what was found in all, by rule, by file where there are several, the pairs and
/// findings to look at first, what thresholds would discard.
void append_summary_text(std::string& out, const Summary& summary, Language language);

/// One object of JSON: `pairs`, `unjudged`, `with_findings`, `findings` by severity, `quality`,
/// `penalty`, `penalty_per_1000_words`, `source_words`; `by_quality` (pairs by twentieths);
/// `thresholds`, each with the `pairs` that it would discard; `rules`, `inputs`, `worst`,
/// `frequent`, and what stayed `unpaired`.
void append_summary_json(std::string& out, const Summary& summary,
                         const std::vector<std::string>& unpaired);

}  // namespace duizhao::batch
