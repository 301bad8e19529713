#pragma once

#include <string>
#include <vector>

#include "command.h"
#include "duizhao/core/error.h"
#include "options.h"

namespace duizhao::cli {

/// `duizhao model inspect`: what a model knows of a word, or what it is made of.
struct ModelInspect {
  struct Options {
    std::vector<std::string> words;
    std::string model;
    bool manifest = false;  ///< only that, as JSON
    std::size_t most = 20;  ///< translations shown of a word
  };

  [[nodiscard]] static Result<Options> parse(Arguments arguments);
  [[nodiscard]] static int run(const Options& options, Streams& streams);
  [[nodiscard]] static std::vector<HelpPage> help();
};

}  // namespace duizhao::cli
