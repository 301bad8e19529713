#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/document.h"
#include "options.h"

namespace duizhao::cli {

/// What a command's --help says around its list of options.
struct HelpTexts {
  std::string_view name;  ///< under which help.inc has the Chinese
  std::string_view usage;
  std::string_view description;
  std::string_view examples;
};

/// A text of the help in the language that is wanted. The English stands with the options and
/// commands that it explains; the Chinese in help.inc, under `id`.
[[nodiscard]] std::string_view in_language(std::string_view id, std::string_view english,
                                           Language language);

/// An option as its users see it.
struct OptionHelp {
  std::string name;         ///< without dashes
  std::string shorter;      ///< "-g"; empty where it has no short form
  std::string argument;     ///< "FILE", "zh|en"; empty where it takes none
  std::string description;  ///< in English, under which help.inc has the Chinese

  /// "-g, --glossary FILE"
  [[nodiscard]] std::string written() const;
};

struct OptionHelpGroup {
  std::string_view caption;
  std::vector<OptionHelp> options;
};

/// What a command's --help says, from which its manual page and its completions are made too.
struct HelpPage {
  HelpTexts texts;
  std::vector<OptionHelpGroup> groups;

  /// A text around the options, by its name in help.inc: "usage", "description", "examples".
  [[nodiscard]] std::string_view text(std::string_view part, Language language) const;
};

/// With the options that program.cpp takes for every command.
[[nodiscard]] HelpPage help_page(const HelpTexts& texts, const OptionGroups& groups);

/// Usage, description, the options group by group, examples; 80 columns wide.
void print_pages(std::ostream& out, const std::vector<HelpPage>& pages, Language language);

}  // namespace duizhao::cli
