#pragma once

#include <vector>

#include "duizhao/check/rule.h"
#include "duizhao/core/finding.h"

/// What the rules' files define; rules.cpp makes the tables of them. A rule's file documents it,
/// with an example that fires and one that doesn't.
namespace duizhao::check {

// Rules on one bead.
void check_numbers(const BeadContext& context, std::vector<Finding>& findings);
void check_dates(const BeadContext& context, std::vector<Finding>& findings);
void check_money(const BeadContext& context, std::vector<Finding>& findings);
void check_units(const BeadContext& context, std::vector<Finding>& findings);
void check_terms(const BeadContext& context, std::vector<Finding>& findings);
void check_names(const BeadContext& context, std::vector<Finding>& findings);
void check_untranslated(const BeadContext& context, std::vector<Finding>& findings);
void check_omitted_clauses(const BeadContext& context, std::vector<Finding>& findings);
void check_added_clauses(const BeadContext& context, std::vector<Finding>& findings);
void check_negation(const BeadContext& context, std::vector<Finding>& findings);
void check_repetition(const BeadContext& context, std::vector<Finding>& findings);
void check_length(const BeadContext& context, std::vector<Finding>& findings);
void check_tags(const BeadContext& context, std::vector<Finding>& findings);
void check_punctuation(const BeadContext& context, std::vector<Finding>& findings);
void check_spacing(const BeadContext& context, std::vector<Finding>& findings);

// Rules on the whole review.
void check_left_over(const DocumentContext& context, std::vector<Finding>& findings);
void check_omitted_passages(const DocumentContext& context, std::vector<Finding>& findings);
void check_added_passages(const DocumentContext& context, std::vector<Finding>& findings);
void check_glossed_names(const DocumentContext& context, std::vector<Finding>& findings);
void check_inconsistency(const DocumentContext& context, std::vector<Finding>& findings);
void check_name_consistency(const DocumentContext& context, std::vector<Finding>& findings);
void check_script(const DocumentContext& context, std::vector<Finding>& findings);
void check_regional_words(const DocumentContext& context, std::vector<Finding>& findings);
void check_spacing_habit(const DocumentContext& context, std::vector<Finding>& findings);

}  // namespace duizhao::check
