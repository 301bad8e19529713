#include "model_command.h"

#include <array>
#include <ostream>
#include <string>
#include <utility>

#include "help.h"
#include "program.h"

namespace duizhao::cli {

Result<ModelCommand::Options> ModelCommand::parse(Arguments arguments) {
  static constexpr std::array<std::string_view, 2> kActions = {"train", "inspect"};
  if (arguments.empty()) {
    return failure(ErrorCode::kUsage, "what is to be done with the model: train or inspect?");
  }
  const std::string& action = arguments.front();
  const Arguments rest = arguments.subspan(1);
  if (action == kActions[0]) return ModelTrain::parse(rest).map([](auto o) { return Options(o); });
  if (action == kActions[1]) {
    return ModelInspect::parse(rest).map([](auto o) { return Options(o); });
  }
  const std::string_view meant = closest(action, kActions);
  return failure(ErrorCode::kUsage,
                 "a model can't be '" + action + "'" +
                     (meant.empty() ? "" : ", did you mean '" + std::string(meant) + "'?"));
}

int ModelCommand::run(const Options& options, Streams& streams) {
  if (const auto* train = std::get_if<ModelTrain::Options>(&options)) {
    return ModelTrain::run(*train, streams);
  }
  return ModelInspect::run(std::get<ModelInspect::Options>(options), streams);
}

std::vector<HelpPage> ModelCommand::help() {
  std::vector<HelpPage> pages = ModelTrain::help();
  for (HelpPage& page : ModelInspect::help()) pages.push_back(std::move(page));
  return pages;
}

}  // namespace duizhao::cli
