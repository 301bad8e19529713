#include "duizhao/core/finding.h"

#include <array>

namespace duizhao {
namespace {

constexpr std::array<std::string_view, 4> kNames = {"neutral", "minor", "major", "critical"};

}  // namespace

std::string_view name_of(Severity severity) { return kNames[static_cast<std::size_t>(severity)]; }

std::optional<Severity> severity_named(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<Severity>(i);
  }
  return std::nullopt;
}

}  // namespace duizhao
