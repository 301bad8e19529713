#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "command.h"
#include "duizhao/core/error.h"
#include "options.h"

namespace duizhao::cli {

/// `duizhao align`: which sentences of two versions belong together.
struct AlignCommand {
  static constexpr std::string_view kName = "align";

  struct Options {
    TextOptions text;
    OutputOptions output;
    RunOptions run;
    std::string source;
    std::string target;
    std::vector<std::string> glossaries;
  };

  [[nodiscard]] static Result<Options> parse(Arguments arguments);
  [[nodiscard]] static int run(const Options& options, Streams& streams);
  [[nodiscard]] static std::vector<HelpPage> help();
  /// What a run writes to, for --sandbox.
  [[nodiscard]] static std::vector<std::string> outputs(const Options& options);
};

}  // namespace duizhao::cli
