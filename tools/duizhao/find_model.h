#pragma once

#include <ostream>
#include <string>

#include "duizhao/core/error.h"
#include "duizhao/model/lexicon.h"

namespace duizhao::cli {

/// The path of the model: `given` (--model), else $DUIZHAO_MODEL, else the first that exists beside
/// the program, in the source tree that the program was built in, and where both are installed.
/// Fails where none of these exists, and says where it looked.
[[nodiscard]] Result<std::string> find_model(const std::string& given);

/// Opens the model that find_model() finds, with the weights beside it. A model that has none, such
/// as one that a user trained, gets those that come with the program, and `err` a warning that they
/// were fitted on another one.
[[nodiscard]] Result<model::Lexicon> open_lexicon(const std::string& given, std::ostream& err);

}  // namespace duizhao::cli
