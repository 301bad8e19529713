#pragma once

#include <string>
#include <vector>

namespace duizhao::tests {

struct Outcome {
  int status = 0;
  std::string out;
  std::string err;
};

/// Runs the program in this process, with `input` as its standard input.
Outcome run(const std::vector<std::string>& arguments, const std::string& input = {});

}  // namespace duizhao::tests
