#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace duizhao::tests {

/// A file of the measuring data, whose folder $DUIZHAO_EVAL names (../shared where it is not set;
/// tests run in the source tree). None, said as a message, where it is absent: the test that asked
/// is to return then.
inline std::optional<std::filesystem::path> evaluation_file(const std::string& name) {
  const char* folder = std::getenv("DUIZHAO_EVAL");
  const auto path = std::filesystem::path(folder != nullptr ? folder : "../shared") / name;
  if (std::filesystem::exists(path)) return path;
  MESSAGE("skipped: there is no " << path.string() << " (see $DUIZHAO_EVAL)");
  return std::nullopt;
}

}  // namespace duizhao::tests
