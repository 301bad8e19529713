#pragma once

#include <string>

#include "duizhao/core/error.h"

namespace duizhao::cli {

/// The path of the model: `given` (--model), else $DUIZHAO_MODEL, else the first that exists beside
/// the program, in the source tree that the program was built in, and where both are installed.
/// Fails where none of these exists, and says where it looked.
[[nodiscard]] Result<std::string> find_model(const std::string& given);

}  // namespace duizhao::cli
