#pragma once

#include <iosfwd>
#include <string_view>

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

/// Usage, description, the options group by group, examples; 80 columns wide.
void print_help(std::ostream& out, const HelpTexts& texts, OptionGroups groups, Language language);

}  // namespace duizhao::cli
