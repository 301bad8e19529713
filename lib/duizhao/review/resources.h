#pragma once

namespace duizhao {
namespace model {
class Lexicon;
}
namespace terms {
class Glossary;
}

/// What the rooms look things up in; shared by all reviews of a run, never changed by one.
struct Resources {
  const model::Lexicon* lexicon = nullptr;    ///< never null in a review
  const terms::Glossary* glossary = nullptr;  ///< the user's terms; null where none were given
};

}  // namespace duizhao
