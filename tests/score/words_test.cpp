#include "duizhao/score/words.h"

#include <doctest/doctest.h>

#include <string>

using duizhao::score::count_words;

TEST_CASE("words: English is counted as word processors do") {
  CHECK(count_words("") == 0);
  CHECK(count_words(" \n\t") == 0);
  CHECK(count_words("Prices rose 3.7% in low-cost regions.") == 6);
  CHECK(count_words("AT&T didn’t sell — and won’t") == 5);
  CHECK(count_words("first—second") == 2);
  CHECK(count_words("naïve café") == 2);
}

TEST_CASE("words: marks alone are no words") { CHECK(count_words("*** — …… 《》 — ·") == 0); }

TEST_CASE("words: 1.6 Han characters are a word, and a single one is a word too") {
  CHECK(count_words("价") == 1);
  CHECK(count_words("价格上涨了一倍多") == 5);
  CHECK(count_words("价格，上涨；了一倍多。") == 5);
}

TEST_CASE("words: Latin words and numbers in Chinese count beside the Han characters") {
  CHECK(count_words("英伟达 H20 芯片") == 4);
  CHECK(count_words("英伟达H20芯片") == 4);
  CHECK(count_words("２０２４年") == 2);
}

TEST_CASE("words: a long text has the words of its sentences") {
  const std::string sentence = "港口吞吐量增长8%，Growth was slower elsewhere.\n";
  const std::size_t one = count_words(sentence);
  CHECK(one == 9);
  std::string text;
  for (int i = 0; i < 800; ++i) text += sentence;
  CHECK(count_words(text) == 800 * 5 + 7 * 800 * 10 / 16);
}
