#pragma once

#include <string>

namespace duizhao::tests {

/// Whether a program is there; says what is skipped where it is not.
bool is_installed(const std::string& program);

/// Runs a command of another program, which must succeed.
void run_other(const std::string& command);

/// A page with a paragraph for each line of a text.
std::string page_of(const std::string& text);

/// What `duizhao check` finds in two documents: code, severity and evidence of each finding, a line
/// each, in their order.
std::string found(const std::string& source, const std::string& target);

}  // namespace duizhao::tests
