#include <unistd.h>

#include <csignal>
#include <iostream>
#include <string>
#include <vector>

#include "fd_buffer.h"
#include "program.h"

int main(int argc, char** argv) {
  // A reader that goes away is an error of a write like a full disk, not the end of the process.
  std::signal(SIGPIPE, SIG_IGN);
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  duizhao::cli::FdBuffer buffer(STDOUT_FILENO);
  std::ostream out(&buffer);
  duizhao::cli::Streams streams{std::cin, out, std::cerr};
  return duizhao::cli::run_program(arguments, streams);
}
