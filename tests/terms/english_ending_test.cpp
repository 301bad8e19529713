#include "duizhao/terms/english_ending.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using duizhao::terms::english_stem;
using duizhao::terms::EnglishStem;
using duizhao::terms::is_ending;

namespace {

/// Whether a text may write `word` for the term `term`, both folded.
bool stands_for(std::string_view word, std::string_view term, bool may_be_plural = true) {
  const EnglishStem stem = english_stem(term, may_be_plural);
  return word.starts_with(stem.stem) && is_ending(stem.ending, word.substr(stem.stem.size()));
}

}  // namespace

TEST_CASE("english endings: plural, singular and possessive stand for one another") {
  for (const auto& [singular, plural] : {std::pair<std::string, std::string>{"bank", "banks"},
                                         {"loss", "losses"},
                                         {"subsidiary", "subsidiaries"},
                                         {"tax", "taxes"},
                                         {"crisis", "crises"},
                                         {"chairman", "chairmen"}}) {
    CAPTURE(singular);
    CHECK(stands_for(plural, singular));
    CHECK(stands_for(singular, singular));
    CHECK(stands_for(singular + "'s", singular));
    CHECK(stands_for(plural, plural));
    if (plural != "crises") CHECK(stands_for(singular, plural));
  }
}

TEST_CASE("english endings: a longer word is no form of a term") {
  CHECK_FALSE(stands_for("banking", "bank"));
  CHECK_FALSE(stands_for("banker", "bank"));
  CHECK_FALSE(stands_for("chipset", "chip"));
}

TEST_CASE("english endings: the s of a name is no plural") {
  CHECK(stands_for("reuters", "reuters", false));
  CHECK(stands_for("reuters's", "reuters", false));
  CHECK_FALSE(stands_for("reuter", "reuters", false));
}

TEST_CASE("english endings: words on -ss, -us and -is are no plurals") {
  CHECK_FALSE(stands_for("busines", "business"));
  CHECK_FALSE(stands_for("viru", "virus"));
}
