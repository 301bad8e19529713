#include "duizhao/model/word_alignment.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

using duizhao::model::align_words;
using duizhao::model::IdCorpus;
using duizhao::model::TranslationTable;
using duizhao::model::WordAlignment;
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

TEST_CASE("id corpus: pairs come back as they were added") {
  IdCorpus corpus;
  corpus.add(Ids{1, 2, 3}, Ids{4});
  corpus.add(Ids{}, Ids{5, 6});
  REQUIRE(corpus.size() == 2);
  CHECK(std::ranges::equal(corpus.source(0), Ids{1, 2, 3}));
  CHECK(std::ranges::equal(corpus.target(0), Ids{4}));
  CHECK(corpus.source(1).empty());
  CHECK(std::ranges::equal(corpus.target(1), Ids{5, 6}));
}

TEST_CASE("word alignment: finds the translation of every word in shuffled sentences, both ways") {
  for (const bool agreement : {true, false}) {
    CAPTURE(agreement);
    WordAlignmentOptions options;
    options.agreement = agreement;
    const auto [there, back, misaligned] =
        align_words(mirrored_corpus(2000, 8), kWords, kWords, {}, options);
    for (const TranslationTable& table : {there, back}) {
      REQUIRE(table.size() == kWords);
      for (std::uint32_t s = 0; s < kWords; ++s) {
        REQUIRE_FALSE(table[s].empty());
        CHECK(table[s].front().first == kWords - 1 - s);
        CHECK(table[s].front().second > 0.5F);
      }
    }
    CHECK(
        std::none_of(misaligned.begin(), misaligned.end(), [](bool left_out) { return left_out; }));
  }
}

TEST_CASE("word alignment: swapping the sides swaps the tables") {
  const IdCorpus corpus = mirrored_corpus(500, 6);
  IdCorpus mirrored;
  for (std::size_t i = 0; i < corpus.size(); ++i) mirrored.add(corpus.target(i), corpus.source(i));
  const WordAlignment aligned = align_words(corpus, kWords, kWords, {}, {});
  const WordAlignment swapped = align_words(mirrored, kWords, kWords, {}, {});
  CHECK(swapped.to_source == aligned.to_target);
  CHECK(swapped.to_target == aligned.to_source);
  CHECK(swapped.misaligned == aligned.misaligned);
}

TEST_CASE("word alignment: rows are distributions, most likely first, and within the limits") {
  WordAlignmentOptions options;
  options.max_translations = 5;
  options.min_probability = 0.001;
  const TranslationTable table =
      align_words(mirrored_corpus(300, 12), kWords, kWords, {}, options).to_target;
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

TEST_CASE("word alignment: the tables are the same for any number of threads") {
  const IdCorpus corpus = mirrored_corpus(9000, 10);
  WordAlignmentOptions options;
  options.iterations = 3;
  options.running.threads = 1;
  const WordAlignment one = align_words(corpus, kWords, kWords, {}, options);
  for (const unsigned threads : {2U, 3U, 8U}) {
    options.running.threads = threads;
    const WordAlignment many = align_words(corpus, kWords, kWords, {}, options);
    CHECK(many.to_target == one.to_target);
    CHECK(many.to_source == one.to_source);
    CHECK(many.misaligned == one.misaligned);
  }
}

TEST_CASE("word alignment: from any saved state it goes on to the same tables") {
  const IdCorpus corpus = mirrored_corpus(300, 8);
  WordAlignmentOptions options;
  options.iterations = 4;
  std::vector<std::string> states;
  options.save = [&](std::string state) { states.push_back(std::move(state)); };
  const WordAlignment whole = align_words(corpus, kWords, kWords, {}, options);
  REQUIRE(states.size() == 3);
  options.save = nullptr;
  for (const std::string& state : states) {
    const WordAlignment resumed = align_words(corpus, kWords, kWords, {}, options, state);
    CHECK(resumed.to_target == whole.to_target);
    CHECK(resumed.to_source == whole.to_source);
    CHECK(resumed.misaligned == whole.misaligned);
  }
  const WordAlignment foreign = align_words(corpus, kWords, kWords, {}, options, "no state");
  CHECK(foreign.to_target == whole.to_target);
}

TEST_CASE("word alignment: pairs that do not translate each other are found and left out") {
  const IdCorpus clean = mirrored_corpus(3000, 8);
  std::mt19937 random(5);
  IdCorpus corpus;
  std::vector<bool> wrong;
  for (std::size_t p = 0; p < clean.size(); ++p) {
    wrong.push_back(clean.source(p).size() >= 4 && random() % 10 == 0);
    Ids target(clean.target(p).begin(), clean.target(p).end());
    if (wrong.back()) {
      for (std::uint32_t& word : target) word = random() % kWords;
    }
    corpus.add(clean.source(p), target);
  }
  const std::vector<bool> found = align_words(corpus, kWords, kWords, {}, {}).misaligned;
  std::size_t right = 0;
  std::size_t all_wrong = 0;
  std::size_t all_found = 0;
  for (std::size_t p = 0; p < wrong.size(); ++p) {
    right += wrong[p] && found[p] ? 1 : 0;
    all_wrong += wrong[p] ? 1 : 0;
    all_found += found[p] ? 1 : 0;
  }
  CHECK(right > all_wrong * 8 / 10);
  CHECK(right > all_found * 9 / 10);
}

TEST_CASE("word alignment: the diagonal decides where counts cannot") {
  // The two words always occur together, in the same order.
  IdCorpus corpus;
  for (int i = 0; i < 20; ++i) corpus.add(Ids{0, 1}, Ids{0, 1});
  const TranslationTable table = align_words(corpus, 2, 2, {}, {}).to_target;
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
  const TranslationTable table = align_words(corpus, 2, 2, {dictionary, {}}, {}).to_target;
  CHECK(table[0].front().first == 1);
  CHECK(table[1].front().first == 0);
}

TEST_CASE("word alignment: dictionary words without text keep the dictionary's translations") {
  IdCorpus corpus;
  corpus.add(Ids{0}, Ids{0});
  const TranslationTable dictionary = {{}, {{1, 0.75F}, {2, 0.25F}}};
  const WordAlignment aligned = align_words(corpus, 2, 3, {dictionary, {}}, {});
  const TranslationTable& table = aligned.to_target;
  REQUIRE(table[1].size() == 2);
  CHECK(table[1][0].first == 1);
  CHECK(table[1][0].second == doctest::Approx(0.75));
  CHECK(table[1][1].second == doctest::Approx(0.25));
  CHECK(aligned.to_source[1].empty());
}

TEST_CASE("word alignment: chance meetings are no candidates") {
  IdCorpus corpus;
  for (int i = 0; i < 5; ++i) corpus.add(Ids{0}, Ids{0});
  corpus.add(Ids{0, 1}, Ids{0, 1});
  const TranslationTable table = align_words(corpus, 2, 2, {}, {}).to_target;
  CHECK(table[0].size() == 1);
  CHECK(table[1].empty());
}

TEST_CASE("word alignment: no pairs, no words and empty sides are no trouble") {
  CHECK(align_words({}, 0, 0, {}, {}).to_target.empty());
  CHECK(align_words({}, 2, 3, {}, {}).to_target.size() == 2);
  CHECK(align_words({}, 2, 3, {}, {}).to_source.size() == 3);
  IdCorpus corpus;
  corpus.add(Ids{}, Ids{});
  corpus.add(Ids{0}, Ids{});
  corpus.add(Ids{}, Ids{0});
  const WordAlignment aligned = align_words(corpus, 1, 1, {}, {});
  CHECK(aligned.to_target[0].empty());
  CHECK(aligned.to_source[0].empty());
  CHECK(aligned.misaligned == std::vector<bool>(3, false));
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
