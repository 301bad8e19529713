#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "command.h"
#include "duizhao/core/error.h"
#include "options.h"

namespace duizhao::cli {

/// `duizhao glossary`: builds, converts, merges, compares and examines glossaries.
struct GlossaryCommand {
  static constexpr std::string_view kName = "glossary";

  enum class Task : std::uint8_t { kBuild, kConvert, kMerge, kDiff, kCheck, kTrust };

  struct Options {
    Task task = Task::kBuild;
    std::vector<std::string> files;
    std::string pairs;  ///< build, trust: path of a bilingual file; empty for texts
    std::vector<std::string> decisions;  ///< build: what reviewers said of earlier proposals
    std::size_t min_count = 2;
    TextOptions text;
    OutputOptions output;
    RunOptions run;
  };

  [[nodiscard]] static Result<Options> parse(Arguments arguments);
  [[nodiscard]] static int run(const Options& options, Streams& streams);
  [[nodiscard]] static std::vector<HelpPage> help();
  /// What a run writes to, for --sandbox.
  [[nodiscard]] static std::vector<std::string> outputs(const Options& options);
};

}  // namespace duizhao::cli
