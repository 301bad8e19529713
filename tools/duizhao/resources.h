#pragma once

#include <memory>
#include <string>
#include <vector>

#include "command.h"
#include "duizhao/core/error.h"
#include "duizhao/model/language_model.h"
#include "duizhao/model/lexicon.h"
#include "duizhao/model/name_store.h"
#include "duizhao/pair/resources.h"
#include "duizhao/terms/glossary.h"
#include "options.h"

namespace duizhao::cli {

/// What a run looks things up in, loaded from the files that its options name, with the Resources
/// that point to it.
class LoadedResources {
 public:
  [[nodiscard]] static Result<LoadedResources> load(const RunOptions& options,
                                                    const std::vector<std::string>& glossaries,
                                                    Streams& streams);

  [[nodiscard]] const Resources& resources() const { return resources_; }
  [[nodiscard]] const model::Lexicon& lexicon() const { return *lexicon_; }

 private:
  std::unique_ptr<model::Lexicon> lexicon_;
  std::unique_ptr<model::LanguageModel> language_model_;
  std::unique_ptr<model::NameStore> names_;
  std::unique_ptr<terms::Glossary> glossary_;
  Resources resources_;
};

}  // namespace duizhao::cli
