#include "commands/run.h"

#include <sstream>

#include "program.h"

namespace duizhao::tests {

Outcome run(const std::vector<std::string>& arguments, const std::string& input) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  cli::Streams streams{in, out, err};
  const int status = cli::run_program(arguments, streams);
  return {status, out.str(), err.str()};
}

}  // namespace duizhao::tests
