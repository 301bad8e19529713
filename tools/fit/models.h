#pragma once

#include <iostream>
#include <optional>
#include <string>
#include <utility>

#include "duizhao/model/language_model.h"
#include "duizhao/model/lexicon.h"

namespace duizhao::fit {

/// What a model file holds.
struct Models {
  model::Lexicon lexicon;
  model::LanguageModel language_model;
};

/// None where it can't be read; standard error says why.
inline std::optional<Models> open_models(const std::string& path) {
  auto lexicon = model::Lexicon::open(path);
  auto language_model = model::LanguageModel::open(path);
  if (!lexicon || !language_model) {
    std::cerr << (lexicon ? language_model.error() : lexicon.error()).message << '\n';
    return std::nullopt;
  }
  return Models{std::move(*lexicon), std::move(*language_model)};
}

}  // namespace duizhao::fit
