#pragma once

#include <ostream>

#include "duizhao/core/error.h"
#include "duizhao/review/checker.h"

namespace duizhao::cli {

/// Opens the library's front door and says on `err` what there is to know of it.
[[nodiscard]] inline Result<Checker> open_checker(const CheckerOptions& options,
                                                  std::ostream& err) {
  auto checker = Checker::open(options);
  if (checker) {
    for (const std::string& warning : checker->warnings()) err << "warning: " << warning << '\n';
  }
  return checker;
}

}  // namespace duizhao::cli
