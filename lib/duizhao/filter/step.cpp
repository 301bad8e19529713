#include "duizhao/filter/step.h"

namespace duizhao::filter {
namespace {

constexpr std::array<std::string_view, kSteps> kNames = {
    "",       "empty", "copied",   "swapped", "language", "script",   "junk", "boilerplate",
    "length", "ratio", "mismatch", "rule",    "quality",  "duplicate"};

}  // namespace

std::string_view name_of(Step step) { return kNames[static_cast<std::size_t>(step)]; }

const std::array<Step, kSteps - 1>& dropping_steps() {
  static constexpr std::array kAll = [] {
    std::array<Step, kSteps - 1> steps{};
    for (std::size_t i = 0; i < steps.size(); ++i) steps[i] = static_cast<Step>(i + 1);
    return steps;
  }();
  return kAll;
}

}  // namespace duizhao::filter
