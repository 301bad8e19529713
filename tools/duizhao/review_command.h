#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checking_options.h"
#include "command.h"
#include "duizhao/core/error.h"
#include "options.h"

namespace duizhao::cli {

/// `duizhao review`: the page of a review, live: the draft is mended there and written to its file.
struct ReviewCommand {
  static constexpr std::string_view kName = "review";

  struct Options {
    TextOptions text;
    RunOptions run;
    std::string pairs;  ///< path; empty for texts
    std::string both;   ///< of a file that holds both versions, or pairs; empty for two texts
    std::string source;
    std::string target;
    CheckingOptions checking;
    bool align = false;   ///< beads are mended, and nothing is checked
    OutputOptions beads;  ///< of an alignment
    std::string journal;  ///< path; empty: beside the draft
    int port = 0;
    bool no_browser = false;
    bool watch = false;
  };

  [[nodiscard]] static Result<Options> parse(Arguments arguments);
  [[nodiscard]] static int run(const Options& options, Streams& streams);
  [[nodiscard]] static std::vector<HelpPage> help();
};

}  // namespace duizhao::cli
