#pragma once

#include "command.h"
#include "help.h"

namespace duizhao::cli {

/// The program without its process: `arguments` are those after the program's own name. Returns
/// the exit status; never throws.
[[nodiscard]] int run_program(Arguments arguments, Streams& streams);

[[nodiscard]] std::string_view program_version();

/// What the program's own --help says around the list of its commands.
[[nodiscard]] HelpPage program_page();

/// The one of `candidates` that the user may have meant by `word`: at most two letters wrong, and
/// no other as close. Empty where there is none.
[[nodiscard]] std::string_view closest(std::string_view word,
                                       std::span<const std::string_view> candidates);

}  // namespace duizhao::cli
