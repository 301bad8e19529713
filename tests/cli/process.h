#pragma once

#include <string>
#include <vector>

namespace duizhao::tests {

/// What a run of the program left behind.
struct Ended {
  int status = 0;  ///< exit status; 128 + the signal's number where a signal ended it
  std::string out;
  std::string err;
};

struct How {
  std::string input{};                     ///< its standard input
  std::string out_file{};                  ///< where its standard output goes instead of Ended::out
  bool closed_output = false;              ///< nobody reads its standard output
  std::vector<std::string> environment{};  ///< NAME=value, besides this process's own
};

/// Runs the program with these arguments.
Ended run_duizhao(const std::vector<std::string>& arguments, const How& how = {});

}  // namespace duizhao::tests
