#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checking_options.h"
#include "command.h"
#include "duizhao/core/error.h"
#include "options.h"

namespace duizhao::cli {

/// `duizhao serve --stdio`: answers requests of other programs, a line of JSON each.
struct ServeCommand {
  static constexpr std::string_view kName = "serve";

  struct Options {
    CheckingOptions checking;
    RunOptions run;
    bool stdio = false;
  };

  [[nodiscard]] static Result<Options> parse(Arguments arguments);
  [[nodiscard]] static int run(const Options& options, Streams& streams);
  [[nodiscard]] static std::vector<HelpPage> help();
  /// What a run writes to, for --sandbox.
  [[nodiscard]] static std::vector<std::string> outputs(const Options& options);
};

/// The answer to one request, a line with its end; a request that is none gets an answer as well.
[[nodiscard]] std::string answer_to(std::string_view request, const Checker& checker,
                                    Language language);

}  // namespace duizhao::cli
