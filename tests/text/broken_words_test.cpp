#include "duizhao/text/broken_words.h"

#include <doctest/doctest.h>

namespace duizhao::text {

TEST_CASE("broken words: what a text has whole or with a hyphen elsewhere") {
  const BrokenWords words("The Second of the two-thirds");
  CHECK(words.has_whole("sec", "ond"));
  CHECK(words.has_whole("SEC", "OND"));
  CHECK_FALSE(words.has_whole("two", "thirds"));
  CHECK(words.has_hyphened("two", "thirds"));
  CHECK_FALSE(words.has_hyphened("sec", "ond"));
}

TEST_CASE("broken words: where a word has lost its hyphen") {
  const auto lost = [](std::string_view text, std::string_view word) {
    const std::size_t begin = text.find(word);
    return BrokenWords(text).lost_hyphen({begin, begin + word.size()}, text);
  };
  CHECK(lost("about onefifth more", "onefifth") == 3);
  CHECK(lost("a 42square hall", "42square") == 2);
  CHECK(lost("a state-of-theart hall, the art of", "theart") == 3);
  CHECK(lost("won 21-17 and 2119", "2119") == 2);
  CHECK(lost("won 21-17 in 2019", "2019") == std::nullopt);  // a year
  CHECK(lost("a hall of theart", "theart") == std::nullopt);
}

}  // namespace duizhao::text
