#pragma once

#include <string>
#include <vector>

namespace duizhao::tests {

/// Whether a program is there; says what is skipped where it is not.
bool is_installed(const std::string& program);

/// Runs a command of another program, which must succeed.
void run_other(const std::string& command);

/// A page with a paragraph for each line of a text; lines with tabs are rows of a table.
std::string page_of(const std::string& text);

/// What `duizhao check` finds in two documents: code, severity and evidence of each finding, a line
/// each, in their order.
std::string found(const std::string& source, const std::string& target);

/// The same without white space and in the order of the alphabet, for texts whose lines break
/// elsewhere.
std::vector<std::string> found_anywhere(const std::string& source, const std::string& target);

}  // namespace duizhao::tests
