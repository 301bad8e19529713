#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checking_options.h"
#include "command.h"
#include "duizhao/core/error.h"
#include "duizhao/filter/filter.h"
#include "duizhao/filter/pair_writer.h"
#include "options.h"

namespace duizhao::cli {

/// `duizhao filter`: cleans parallel text before a translation system is trained on it.
struct FilterCommand {
  static constexpr std::string_view kName = "filter";

  struct Options {
    CheckingOptions checking;
    TextOptions text;
    OutputOptions output;
    RunOptions run;
    std::string input;
    std::string drop_on = "major";
    std::string duplicates = "normalised";
    std::vector<std::string> fixes;  ///< as they were given: names, separated by commas
    std::string script;
    std::string dropped;  ///< path for what is dropped; or empty
    std::string summary;  ///< path of the counts as JSON; or empty
    filter::FilterOptions filter;
    filter::Columns columns = filter::Columns::kNone;
    bool annotate = false;
    bool scores = false;
    bool score_only = false;
    bool progress = false;
  };

  [[nodiscard]] static Result<Options> parse(Arguments arguments);
  [[nodiscard]] static int run(const Options& options, Streams& streams);
  [[nodiscard]] static std::vector<HelpPage> help();
  /// What a run writes to, for --sandbox.
  [[nodiscard]] static std::vector<std::string> outputs(const Options& options);
};

}  // namespace duizhao::cli
