#pragma once

#include <string>

#include "command.h"

namespace duizhao::cli {

/// The manual page of the program, for troff's macros "man" (groff_man(7)), as UTF-8.
[[nodiscard]] std::string program_manual(Language language);

/// The manual page of one of its commands: all that its --help says, and the rules where it lists
/// them.
[[nodiscard]] std::string command_manual(const Command& command, Language language);

}  // namespace duizhao::cli
