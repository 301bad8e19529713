#pragma once

#include <string_view>
#include <variant>

#include "command.h"
#include "duizhao/core/error.h"
#include "model_inspect.h"
#include "model_train.h"

namespace duizhao::cli {

/// `duizhao model`: makes translation lexicons, and looks into them.
struct ModelCommand {
  static constexpr std::string_view kName = "model";

  using Options = std::variant<ModelTrain::Options, ModelInspect::Options>;

  [[nodiscard]] static Result<Options> parse(Arguments arguments);
  [[nodiscard]] static int run(const Options& options, Streams& streams);
  [[nodiscard]] static std::vector<HelpPage> help();
};

}  // namespace duizhao::cli
