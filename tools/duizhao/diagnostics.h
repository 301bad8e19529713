#pragma once

#include <ostream>

#include "command.h"
#include "duizhao/core/error.h"

namespace duizhao::cli {

/// Says what went wrong, on a line of its own, and returns the exit status that follows from it.
inline int fail(std::ostream& err, const Error& error, std::string_view command) {
  err << to_string(error) << '\n';
  if (error.code != ErrorCode::kUsage) return kBadInput;
  err << "try 'duizhao " << command << " --help'\n";
  return kWrongUsage;
}

}  // namespace duizhao::cli
