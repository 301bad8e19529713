#include "duizhao/model/segmentation.h"

#include <doctest/doctest.h>

#include <limits>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "duizhao/text/utf8.h"

using duizhao::model::kMaxWordCharacters;
using duizhao::model::Segmenter;
using duizhao::model::WordCost;

namespace {

using Costs = std::map<std::string, float, std::less<>>;

std::vector<std::string> words_of(const std::string& run, const Costs& costs) {
  std::vector<std::size_t> boundaries = {0};
  for (std::size_t i = 0; i < run.size();) {
    (void)duizhao::text::next_code_point(run, i);
    boundaries.push_back(i);
  }
  const auto cost = [&](std::string_view word) {
    const auto found = costs.find(word);
    return found == costs.end() ? WordCost{} : WordCost{found->second, true};
  };
  std::vector<std::string> words;
  std::size_t begin = 0;
  Segmenter segmenter;
  for (const std::size_t end : segmenter.segment(run, boundaries, cost)) {
    words.push_back(run.substr(boundaries[begin], boundaries[end] - boundaries[begin]));
    begin = end;
  }
  return words;
}

}  // namespace

TEST_CASE("segmentation: the cheapest words win, not the longest first") {
  const Costs costs = {{"研究生", 7}, {"研究", 4}, {"生命", 4}, {"命", 9}, {"起源", 5}};
  CHECK(words_of("研究生命起源", costs) == std::vector<std::string>{"研究", "生命", "起源"});
}

TEST_CASE("segmentation: characters without a word stand alone") {
  CHECK(words_of("甲乙", {}) == std::vector<std::string>{"甲", "乙"});
  CHECK(words_of("甲研究乙", {{"研究", 4}}) == std::vector<std::string>{"甲", "研究", "乙"});
}

TEST_CASE("segmentation: an empty run has no words") { CHECK(words_of("", {}).empty()); }

TEST_CASE("segmentation: a word of the greatest length is found, a longer one is not") {
  std::string eight;
  for (std::size_t i = 0; i < kMaxWordCharacters; ++i) eight.append("长");
  const std::string nine = eight + "长";
  CHECK(words_of(eight, {{eight, 1}}).size() == 1);
  CHECK(words_of(nine, {{nine, 1}}).size() == kMaxWordCharacters + 1);
}

TEST_CASE("segmentation: the words of any run, one after the other, are the run") {
  std::mt19937 random(7);
  const std::vector<std::string> characters = {"中", "国", "人", "民", "银", "行", "𠀀", "龘"};
  Costs costs;
  const auto some = [&](std::size_t most) {
    std::string text;
    for (std::size_t n = 1 + random() % most; n > 0; --n) {
      text += characters[random() % characters.size()];
    }
    return text;
  };
  for (int i = 0; i < 60; ++i) costs[some(4)] = static_cast<float>(random() % 100) / 10;
  for (int i = 0; i < 300; ++i) {
    const std::string run = some(30);
    std::string joined;
    for (const std::string& word : words_of(run, costs)) joined += word;
    REQUIRE(joined == run);
  }
}
