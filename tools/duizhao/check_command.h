#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checking_options.h"
#include "command.h"
#include "duizhao/core/error.h"
#include "duizhao/core/finding.h"
#include "duizhao/report/text.h"
#include "options.h"

namespace duizhao::cli {

/// `duizhao check`: what does not match between two versions, or in the pairs of a bilingual file.
struct CheckCommand {
  static constexpr std::string_view kName = "check";

  struct Options {
    TextOptions text;
    OutputOptions output;
    RunOptions run;
    std::string source;
    std::string target;
    std::string pairs;  ///< path of a bilingual file; empty for two texts
    std::string both;   ///< path of a file that holds both versions, as pairs or as text
    CheckingOptions checking;
    std::vector<std::string> accepted;  ///< keys of findings, or `all`
    std::string author;                 ///< of the acceptances
    std::string reason;
    std::string baseline;  ///< path of an earlier run's output
    std::string fail_on = "major";
    std::string colour = "auto";
    bool progress = false;
    bool resume = false;
    bool across = false;
    bool list_rules = false;
    bool print_schema = false;
    std::vector<std::string> listed;  ///< names of rules to tell all of; none: the list

    /// How to lay out text: in colour where it goes to a terminal, unless --color says otherwise.
    [[nodiscard]] report::TextOptions text_options(const Terminal& terminal) const;

    /// Least severity that makes the exit status 1; none for `never`.
    [[nodiscard]] std::optional<Severity> failing() const;
  };

  [[nodiscard]] static Result<Options> parse(Arguments arguments);
  [[nodiscard]] static int run(const Options& options, Streams& streams);
  [[nodiscard]] static std::vector<HelpPage> help();
  /// What a run writes to, for --sandbox.
  [[nodiscard]] static std::vector<std::string> outputs(const Options& options);
};

}  // namespace duizhao::cli
