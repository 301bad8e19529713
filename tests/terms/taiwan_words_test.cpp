#include "duizhao/terms/taiwan_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using duizhao::terms::in_words_of_the_other_side;

namespace {

bool has(const std::string& term, const std::string& variant) {
  const auto variants = in_words_of_the_other_side(term);
  return std::find(variants.begin(), variants.end(), variant) != variants.end();
}

}  // namespace

TEST_CASE("terms: words of the mainland and of Taiwan stand for each other") {
  CHECK(has("软件", "软体"));
  CHECK(has("軟體", "软件"));
  CHECK(has("互联网", "网际网路"));
  CHECK(has("伺服器", "服务器"));
}

TEST_CASE("terms: every word of a longer term is exchanged") {
  CHECK(has("服务器软件", "伺服器软体"));
  CHECK(has("文件系统", "档案系统"));
}

TEST_CASE("terms: a word with another meaning over there is exchanged only inside a term") {
  CHECK(in_words_of_the_other_side("文件").empty());
  CHECK(in_words_of_the_other_side("資料").empty());
}

TEST_CASE("terms: what is said alike on both sides has no other words") {
  CHECK(in_words_of_the_other_side("外汇基金").empty());
  CHECK(in_words_of_the_other_side("").empty());
  CHECK(in_words_of_the_other_side("Exchange").empty());
}
