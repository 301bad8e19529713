#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "command.h"
#include "duizhao/core/error.h"
#include "options.h"

namespace duizhao::cli {

/// `duizhao merge`: puts the parts of a batch together that ran with --shard.
struct MergeCommand {
  static constexpr std::string_view kName = "merge";

  struct Options {
    std::vector<std::string> parts;
    std::string folder;
    std::string format = "text";
    bool database = false;
  };

  [[nodiscard]] static Result<Options> parse(Arguments arguments);
  [[nodiscard]] static int run(const Options& options, Streams& streams);
  [[nodiscard]] static std::vector<HelpPage> help();
};

}  // namespace duizhao::cli
