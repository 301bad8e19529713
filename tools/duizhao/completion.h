#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "command.h"
#include "help.h"

/// Completion of the program's command line by shells, made from what --help says.
namespace duizhao::cli {

/// What may stand behind an option.
struct OptionValues {
  std::vector<std::string> words;
  bool files = false;
  bool list = false;  ///< several of the words, separated by commas

  [[nodiscard]] bool any() const { return files || !words.empty(); }
};

[[nodiscard]] OptionValues values_of(const OptionHelp& option);

/// A command with everything that may be completed behind it.
struct CompletedCommand {
  std::string_view name;
  std::string_view summary;
  std::vector<std::string> actions;  ///< "build", "convert" of `glossary`; most have none
  std::vector<OptionHelp> options;   ///< those of all its pages, each once
};

[[nodiscard]] std::vector<CompletedCommand> completed_commands();

[[nodiscard]] std::string bash_completion();
[[nodiscard]] std::string zsh_completion();
[[nodiscard]] std::string fish_completion();

}  // namespace duizhao::cli
