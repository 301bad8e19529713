#include "duizhao/terms/double_array.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using duizhao::terms::DoubleArray;

namespace {

/// The number of the key that is `word`, as a caller of the trie finds it.
std::optional<std::uint32_t> number_of(const DoubleArray& trie,
                                       const std::vector<std::string_view>& keys,
                                       std::string_view word) {
  DoubleArray::Walk walk(trie);
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (!walk.step(word[i])) return std::nullopt;
    if (const auto only = walk.only_key()) {
      if (keys[*only] == word) return only;
      return std::nullopt;
    }
  }
  return walk.key_here();
}

}  // namespace

TEST_CASE("double array: a key that another one begins with is found as well") {
  const std::vector<std::string_view> keys = {"bank", "banking", "bar"};
  const DoubleArray trie(keys);
  CHECK(number_of(trie, keys, "bank") == 0);
  CHECK(number_of(trie, keys, "banking") == 1);
  CHECK(number_of(trie, keys, "bar") == 2);
  CHECK_FALSE(number_of(trie, keys, "ban"));
  CHECK_FALSE(number_of(trie, keys, "banks"));
  CHECK_FALSE(number_of(trie, keys, "x"));
}

TEST_CASE("double array: a single key is found") {
  const std::vector<std::string_view> keys = {"寒武纪"};
  const DoubleArray trie(keys);
  CHECK(number_of(trie, keys, "寒武纪") == 0);
  CHECK_FALSE(number_of(trie, keys, "寒武"));
}

TEST_CASE("double array: without keys it is empty") {
  CHECK(DoubleArray(std::vector<std::string_view>{}).empty());
}

TEST_CASE("double array: exactly the keys are found, whatever bytes they are made of") {
  std::mt19937 random(7);
  for (const int alphabet : {2, 20, 255}) {
    CAPTURE(alphabet);
    std::set<std::string> words;
    std::set<std::string> others;
    for (int i = 0; i < 3000; ++i) {
      std::string word;
      const auto length = 1 + random() % 9;
      for (std::size_t k = 0; k < length; ++k) {
        word.push_back(static_cast<char>(1 + random() % static_cast<unsigned>(alphabet)));
      }
      (i % 3 == 0 ? others : words).insert(word);
    }
    std::vector<std::string_view> keys(words.begin(), words.end());
    const DoubleArray trie(keys);
    for (std::uint32_t k = 0; k < keys.size(); ++k) REQUIRE(number_of(trie, keys, keys[k]) == k);
    for (const std::string& other : others) {
      REQUIRE(number_of(trie, keys, other).has_value() == words.contains(other));
    }
  }
}
