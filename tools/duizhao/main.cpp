#include <iostream>
#include <string>
#include <vector>

#include "program.h"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  duizhao::cli::Streams streams{std::cin, std::cout, std::cerr};
  return duizhao::cli::run_program(arguments, streams);
}
