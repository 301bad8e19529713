#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checking_options.h"
#include "command.h"
#include "duizhao/batch/journal.h"
#include "duizhao/batch/summary.h"
#include "duizhao/core/error.h"
#include "options.h"

namespace duizhao::cli {

/// `duizhao batch`: everything in files, folders and archives, unattended.
struct BatchCommand {
  static constexpr std::string_view kName = "batch";

  struct Options {
    CheckingOptions checking;
    TextOptions text;
    RunOptions run;
    std::vector<std::string> inputs;
    std::string manifest;
    std::string folder;  ///< of the output; empty: only the summary is told
    std::string format = "text";
    std::string fail_on = "major";
    std::optional<double> max_penalty;  ///< per 1000 source words
    std::optional<double> min_quality;
    std::string shard_text;
    batch::Shard shard;
    bool across = false;
    bool database = false;
    bool no_pages = false;
    bool resume = false;
    bool progress = false;
    bool schema = false;
    std::vector<std::string> arguments;  ///< as they were given, to say how to go on
  };

  [[nodiscard]] static Result<Options> parse(Arguments arguments);
  [[nodiscard]] static int run(const Options& options, Streams& streams);
  [[nodiscard]] static std::vector<HelpPage> help();
  /// What a run writes to, for --sandbox.
  [[nodiscard]] static std::vector<std::string> outputs(const Options& options);
};

/// What of a batch makes the exit status: what was found, by --fail-on, --max-penalty and
/// --min-quality of every input, and what could not be read.
[[nodiscard]] int status_of(const BatchCommand::Options& options, const batch::Summary& summary,
                            std::ostream& err);

}  // namespace duizhao::cli
