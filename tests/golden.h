#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace duizhao::tests {

/// Compares with the golden file at `path`, named from the source tree, where tests run. With
/// DUIZHAO_WRITE_GOLDEN set, writes the file instead: read the difference before you commit it.
inline void check_golden(const std::string& path, std::string_view actual) {
  if (std::getenv("DUIZHAO_WRITE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << actual;
    return;
  }
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file, "there is no golden file " << path);
  const std::string expected{std::istreambuf_iterator<char>(file), {}};
  if (actual == expected) return;
  std::size_t line = 1;
  std::size_t begin = 0;
  std::size_t at = 0;
  while (at < actual.size() && at < expected.size() && actual[at] == expected[at]) {
    if (actual[at++] == '\n') {
      ++line;
      begin = at;
    }
  }
  const auto line_of = [&](std::string_view text) {
    return std::string(text.substr(begin, text.find('\n', begin) - begin));
  };
  FAIL_CHECK(
      path << ":" << line << ": differs\n  expected: " << line_of(expected)
           << "\n  actual:   " << line_of(actual)
           << "\nwhere that is meant: DUIZHAO_WRITE_GOLDEN=1 build/release/tests/duizhao_tests,"
              " and read what git diff says");
}

}  // namespace duizhao::tests
