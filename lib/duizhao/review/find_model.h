#pragma once

#include <string>

#include "duizhao/core/error.h"
#include "duizhao/model/lexicon.h"

namespace duizhao {

/// The path of the model: `given`, else $DUIZHAO_MODEL, else the first that exists beside the
/// running program, in the source tree that it was built in, where both are installed, and in the
/// folder `duizhao` of $XDG_DATA_DIRS. Fails where none of these exists, and says where it looked.
[[nodiscard]] Result<std::string> find_model(const std::string& given);

/// The lexicon of a model, with the weights beside it.
struct OpenedLexicon {
  model::Lexicon lexicon;
  /// Where there are none, those that come with the program are taken; this then says that they
  /// were fitted on another lexicon. Else empty.
  std::string warning;
};

[[nodiscard]] Result<OpenedLexicon> open_lexicon(const std::string& model);

}  // namespace duizhao
