#pragma once

namespace duizhao {
namespace model {
class LanguageModel;
class Lexicon;
}  // namespace model
namespace terms {
class Glossary;
}

/// What the rooms look things up in; shared by all reviews of a run, never changed by one.
struct Resources {
  const model::Lexicon* lexicon = nullptr;  ///< never null in a review
  /// Null where the model file has none; quality is then estimated without it.
  const model::LanguageModel* language_model = nullptr;
  const terms::Glossary* glossary = nullptr;  ///< the user's terms; null where none were given
};

}  // namespace duizhao
