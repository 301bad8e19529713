#include "duizhao/core/finding.h"

#include <algorithm>
#include <array>
#include <utility>

namespace duizhao {
namespace {

constexpr std::array<std::string_view, 4> kSeverities = {"neutral", "minor", "major", "critical"};

/// One a line, in the order of the enumeration.
constexpr std::array<std::string_view, kCategories> kCategoryNames = {
    "accuracy/mistranslation",
    "accuracy/omission",
    "accuracy/addition",
    "accuracy/untranslated",
    "terminology/wrong-term",
    "terminology/inconsistent-use-of-terminology",
    "terminology/inconsistent-with-terminology-resource",
    "linguistic-conventions/grammar",
    "linguistic-conventions/punctuation",
    "linguistic-conventions/textual-conventions",
    "locale-conventions",
    "locale-conventions/number-format",
    "locale-conventions/measurement-format",
    "locale-conventions/character-encoding",
    "design-and-markup/markup",
};

}  // namespace

Finding& Finding::with(std::string_view name, std::string_view text) {
  Argument& argument = arguments.emplace_back();
  argument.name = name;
  argument.value = std::string(text);
  return *this;
}

Finding& Finding::with(std::string_view name, ArgumentValue value) {
  Argument& argument = arguments.emplace_back();
  argument.name = name;
  argument.value = std::move(value);
  return *this;
}

const ArgumentValue* Finding::argument(std::string_view name) const {
  const auto found = std::ranges::find(arguments, name, &Argument::name);
  return found == arguments.end() ? nullptr : &found->value;
}

std::string_view name_of(Severity severity) {
  return kSeverities[static_cast<std::size_t>(severity)];
}

std::optional<Severity> severity_named(std::string_view name) {
  for (std::size_t i = 0; i < kSeverities.size(); ++i) {
    if (kSeverities[i] == name) return static_cast<Severity>(i);
  }
  return std::nullopt;
}

std::string_view name_of(Category category) {
  return kCategoryNames[static_cast<std::size_t>(category)];
}

}  // namespace duizhao
