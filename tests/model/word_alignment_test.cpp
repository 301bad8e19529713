#include "duizhao/model/word_alignment.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <vector>

using duizhao::model::align_words;
using duizhao::model::IdCorpus;
using duizhao::model::TranslationTable;
using duizhao::model::WordAlignmentOptions;

namespace {

using Ids = std::vector<std::uint32_t>;

constexpr std::uint32_t kWords = 50;

/// Word s translates as kWords - 1 - s; sentences of up to `most` words, half of them reversed.
IdCorpus mirrored_corpus(std::size_t pairs, std::size_t most) {
  std::mt19937 random(3);
  IdCorpus corpus;
  for (std::size_t p = 0; p < pairs; ++p) {
    Ids source;
    Ids target;
    for (std::size_t n = 1 + random() % most; n > 0; --n) {
      source.push_back(random() % kWords);
      target.push_back(kWords - 1 - source.back());
    }
    if (p % 2 == 1) std::reverse(target.begin(), target.end());
    corpus.add(source, target);
  }
  return corpus;
}

double sum_of(const std::vector<std::pair<std::uint32_t, float>>& row) {
  double sum = 0;
  for (const auto& [id, probability] : row) sum += probability;
  return sum;
}

}  // namespace

TEST_CASE("id corpus: pairs come back as they were added, and sides swap") {
  IdCorpus corpus;
  corpus.add(Ids{1, 2, 3}, Ids{4});
  corpus.add(Ids{}, Ids{5, 6});
  REQUIRE(corpus.size() == 2);
  CHECK(std::ranges::equal(corpus.source(0), Ids{1, 2, 3}));
  CHECK(std::ranges::equal(corpus.target(0), Ids{4}));
  CHECK(corpus.source(1).empty());
  CHECK(std::ranges::equal(corpus.target(1), Ids{5, 6}));
  corpus.swap_sides();
  CHECK(std::ranges::equal(corpus.source(0), Ids{4}));
  CHECK(std::ranges::equal(corpus.source(1), Ids{5, 6}));
}

TEST_CASE("word alignment: finds the translation of every word in shuffled sentences") {
  const TranslationTable table = align_words(mirrored_corpus(2000, 8), kWords, kWords, {}, {});
  REQUIRE(table.size() == kWords);
  for (std::uint32_t s = 0; s < kWords; ++s) {
    REQUIRE_FALSE(table[s].empty());
    CHECK(table[s].front().first == kWords - 1 - s);
    CHECK(table[s].front().second > 0.5F);
  }
}

TEST_CASE("word alignment: rows are distributions, most likely first, and within the limits") {
  WordAlignmentOptions options;
  options.max_translations = 5;
  options.min_probability = 0.001;
  const TranslationTable table = align_words(mirrored_corpus(300, 12), kWords, kWords, {}, options);
  for (const auto& row : table) {
    CHECK(row.size() <= 5);
    CHECK(sum_of(row) <= 1 + 1e-4);
    for (std::size_t i = 0; i < row.size(); ++i) {
      CHECK(row[i].first < kWords);
      CHECK(row[i].second >= 0.001F);
      if (i > 0) CHECK(row[i].second <= row[i - 1].second);
    }
  }
}

TEST_CASE("word alignment: the table is the same for any number of threads") {
  const IdCorpus corpus = mirrored_corpus(9000, 10);
  WordAlignmentOptions options;
  options.iterations = 3;
  options.running.threads = 1;
  const TranslationTable one = align_words(corpus, kWords, kWords, {}, options);
  for (const unsigned threads : {2U, 3U, 8U}) {
    options.running.threads = threads;
    CHECK(align_words(corpus, kWords, kWords, {}, options) == one);
  }
}

TEST_CASE("word alignment: the diagonal decides where counts cannot") {
  // The two words always occur together, in the same order.
  IdCorpus corpus;
  for (int i = 0; i < 20; ++i) corpus.add(Ids{0, 1}, Ids{0, 1});
  const TranslationTable table = align_words(corpus, 2, 2, {}, {});
  CHECK(table[0].front().first == 0);
  CHECK(table[1].front().first == 1);
}

TEST_CASE("word alignment: the dictionary decides where nothing else can") {
  IdCorpus corpus;
  for (int i = 0; i < 10; ++i) {
    corpus.add(Ids{0, 1}, Ids{0, 1});
    corpus.add(Ids{1, 0}, Ids{0, 1});
  }
  const TranslationTable dictionary = {{{1, 1.0F}}};  // no row for word 1
  const TranslationTable table = align_words(corpus, 2, 2, dictionary, {});
  CHECK(table[0].front().first == 1);
  CHECK(table[1].front().first == 0);
}

TEST_CASE("word alignment: dictionary words without text keep the dictionary's translations") {
  IdCorpus corpus;
  corpus.add(Ids{0}, Ids{0});
  const TranslationTable dictionary = {{}, {{1, 0.75F}, {2, 0.25F}}};
  const TranslationTable table = align_words(corpus, 2, 3, dictionary, {});
  REQUIRE(table[1].size() == 2);
  CHECK(table[1][0].first == 1);
  CHECK(table[1][0].second == doctest::Approx(0.75));
  CHECK(table[1][1].second == doctest::Approx(0.25));
}

TEST_CASE("word alignment: chance meetings are no candidates") {
  IdCorpus corpus;
  for (int i = 0; i < 5; ++i) corpus.add(Ids{0}, Ids{0});
  corpus.add(Ids{0, 1}, Ids{0, 1});
  const TranslationTable table = align_words(corpus, 2, 2, {}, {});
  CHECK(table[0].size() == 1);
  CHECK(table[1].empty());
}

TEST_CASE("word alignment: no pairs, no words and empty sides are no trouble") {
  CHECK(align_words({}, 0, 0, {}, {}).empty());
  CHECK(align_words({}, 2, 2, {}, {}).size() == 2);
  IdCorpus corpus;
  corpus.add(Ids{}, Ids{});
  corpus.add(Ids{0}, Ids{});
  corpus.add(Ids{}, Ids{0});
  const TranslationTable table = align_words(corpus, 1, 1, {}, {});
  CHECK(table[0].empty());
}

TEST_CASE("word alignment: progress rises to the end") {
  WordAlignmentOptions options;
  options.running.threads = 1;
  std::vector<double> seen;
  options.running.progress = [&](double done) { seen.push_back(done); };
  (void)align_words(mirrored_corpus(5000, 4), kWords, kWords, {}, options);
  REQUIRE_FALSE(seen.empty());
  CHECK(std::is_sorted(seen.begin(), seen.end()));
  CHECK(seen.back() == doctest::Approx(1));
}
