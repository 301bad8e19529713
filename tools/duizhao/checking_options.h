#pragma once

#include <istream>
#include <string>
#include <utility>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/review/checker.h"
#include "options.h"

namespace duizhao::cli {

/// What a check goes by, for all commands that check.
struct CheckingOptions {
  std::vector<std::string> glossaries;
  std::string profile = "draft";  ///< a name or a path
  std::vector<std::string> off;   ///< rules, separated by commas
  std::vector<std::string> only;
  std::vector<std::string> suppressions;  ///< paths

  /// Declares the options of this struct, bound to it; `profile` is the default that they show.
  void add_to(OptionGroup& group);

  /// Fails on a rule that there is none of.
  [[nodiscard]] Result<void> validate() const;

  /// The files that they name.
  [[nodiscard]] std::vector<std::string> inputs() const;

  [[nodiscard]] CheckerOptions opening(const std::string& model, std::istream& standard_in) const;
};

/// What a command was given to look at: two texts, or one file that holds both; all empty where
/// `pairs`, the file of --pairs, takes their place.
struct TextArguments {
  std::string source;
  std::string target;
  std::string both;
};

/// One word is the file of both versions. Fails on a text too few or too many.
[[nodiscard]] Result<TextArguments> texts_or_file(const std::vector<std::string>& words,
                                                  const std::string& pairs);

/// Fails on the name of a rule that there is none of, with a hint at the one that was meant.
[[nodiscard]] Result<void> known_rule(const std::string& name);

/// Fails on what is no severity that --fail-on takes.
[[nodiscard]] Result<void> valid_fail_on(const std::string& severity);

/// The words of a list with commas.
[[nodiscard]] std::vector<std::string> names_in(const std::vector<std::string>& lists);

}  // namespace duizhao::cli
