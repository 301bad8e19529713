#pragma once

#include <cstddef>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/document.h"

namespace duizhao::cli {

/// What the program's exit status says; a contract with its callers.
enum ExitStatus : int {
  kDone = 0,      ///< nothing found at or above --fail-on, or the work is done
  kFindings = 1,  ///< findings at or above --fail-on
  kWrongUsage = 2,
  kBadInput = 3,  ///< an input is unreadable or malformed, or an output can't be written
  kInternalError = 4,
};

/// What is known of where the output goes, and of who reads it.
struct Terminal {
  bool shows_output = false;  ///< standard output is a terminal that understands colours
  bool shows_errors = false;  ///< standard error is a terminal
  std::size_t width = 80;     ///< in columns
  Language language = Language::kEnglish;  ///< of what is said to people
};

/// Where a command reads what is called `-`, writes its data and its diagnostics.
struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  Terminal terminal{};
};

using Arguments = std::span<const std::string>;

struct HelpPage;

/// A subcommand of the program.
struct Command {
  std::string_view name;
  std::string_view summary;  ///< one line for the program's --help
  /// What its --help says (help.h): a page for each of its actions that has options of its own.
  std::vector<HelpPage> (*help)();
  /// `arguments` are those after the command's name. Returns the exit status.
  int (*run)(Arguments arguments, Streams& streams);
};

/// All commands, in the order in which --help lists them.
[[nodiscard]] std::span<const Command> commands();

}  // namespace duizhao::cli
