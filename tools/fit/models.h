#pragma once

#include <iostream>
#include <optional>
#include <string>
#include <utility>

#include "duizhao/model/language_model.h"
#include "duizhao/model/lexicon.h"
#include "duizhao/model/name_store.h"
#include "duizhao/pair/resources.h"

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

/// A model and the names of another file, as a review takes them.
struct ModelsAndNames {
  Models models;
  model::NameStore names;

  [[nodiscard]] Resources resources() const {
    Resources resources;
    resources.lexicon = &models.lexicon;
    resources.language_model = &models.language_model;
    resources.names = &names;
    return resources;
  }
};

/// None where one can't be read; standard error says why.
inline std::optional<ModelsAndNames> open_models(const std::string& model,
                                                 const std::string& names) {
  auto models = open_models(model);
  if (!models) return std::nullopt;
  auto store = model::NameStore::open(names);
  if (!store) {
    std::cerr << store.error().message << '\n';
    return std::nullopt;
  }
  return ModelsAndNames{std::move(*models), std::move(*store)};
}

}  // namespace duizhao::fit
