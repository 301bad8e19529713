#pragma once

#include "duizhao/core/placeholder_styles.h"

namespace duizhao {
namespace model {
class LanguageModel;
class Lexicon;
class NameStore;
}  // namespace model
namespace terms {
class Glossary;
}
namespace text {
class ScriptConverters;
}

/// What the rooms look things up in; shared by all reviews of a run, never changed by one.
struct Resources {
  const model::Lexicon* lexicon = nullptr;  ///< never null in a review
  /// Null where the model file has none; quality is then estimated without it.
  const model::LanguageModel* language_model = nullptr;
  /// Null where there is no file of names beside the model; only what sounds and the lexicon tell
  /// of a name is then known.
  const model::NameStore* names = nullptr;
  const terms::Glossary* glossary = nullptr;  ///< the user's terms; null where none were given
  /// Null: what is suggested stays in the script that the glossary or the source has.
  const text::ScriptConverters* converters = nullptr;
  /// What programs fill in; other signs are prose.
  PlaceholderStyles placeholders = kAllPlaceholders;
};

}  // namespace duizhao
