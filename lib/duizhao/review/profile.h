#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/core/finding.h"
#include "duizhao/core/placeholder_styles.h"

namespace duizhao {

/// What a profile says of one rule.
struct RuleSetting {
  bool on = true;
  std::optional<Severity> most;   ///< graver findings are told with this severity
  std::optional<Severity> least;  ///< lighter ones are not told
  double least_confidence = 0;    ///< less likely ones are not told

  friend bool operator==(const RuleSetting&, const RuleSetting&) = default;
};

/// Which findings a user wants to see, how grave they are to him, and what passes. Profiles with a
/// name come with the program; others are files (see read_profile).
struct Profile {
  std::string name;
  RuleSetting all;                                        ///< for every rule
  std::map<std::string, RuleSetting, std::less<>> rules;  ///< on top of `all`, by name
  std::optional<double> pass_threshold;                   ///< penalty per 1000 source words
  /// What a finding of each Severity costs, from neutral to critical; MQM's weights where not set.
  std::array<std::optional<double>, 4> severity_weights;
  /// The styles of placeholders that programs fill in; the rule `tags` sees no others.
  PlaceholderStyles placeholders = kAllPlaceholders;

  /// Removes and changes findings as the profile says.
  void apply(std::vector<Finding>& findings) const;
};

/// The profiles that come with the program: `draft` (everything that may be worth a look before
/// delivery), `strict` (the same, and nothing but neutral findings passes), `corpus` (what is
/// likely wrong in content: for memories and corpora that nobody reads line by line).
[[nodiscard]] std::vector<std::string_view> profile_names();
[[nodiscard]] std::optional<Profile> profile_named(std::string_view name);

/// Reads a profile:
///
///     # our reports
///     base = corpus               a profile to start from; draft where none is named
///     pass-threshold = 10
///     weight-critical = 10        what a finding costs: -neutral, -minor, -major, -critical
///     least-severity = minor      of all rules
///     least-confidence = 0.6
///     placeholders = python, icu  which are in use: printf, python, i18next, qt, icu, variable
///
///     [punctuation]
///     on = yes
///     most-severity = neutral
///
/// A section is the name of a rule, with `on`, `least-severity`, `most-severity` and
/// `least-confidence`. `#` begins a comment. Unknown keys, rules and values are errors with their
/// line. `file` is for messages.
[[nodiscard]] Result<Profile> read_profile(std::string_view text, const std::string& file);

}  // namespace duizhao
