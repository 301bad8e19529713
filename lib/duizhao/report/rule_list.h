#pragma once

#include <string>

#include "duizhao/check/rule.h"
#include "duizhao/core/document.h"

namespace duizhao::report {

/// The rules, one a line: what `check --rules` prints.
void append_rules(std::string& out, Language language);

/// All that there is to say of one: what it finds, how grave that is and how sure, and examples.
void append_rule(std::string& out, const check::Rule& rule, Language language);

}  // namespace duizhao::report
