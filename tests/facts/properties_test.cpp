#include "properties.h"

#include <doctest/doctest.h>

#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "renderings.h"

using namespace duizhao;
using tests::violated_property;

namespace {

/// Every text of the table of renderings.
std::vector<std::string_view> corpus() {
  std::vector<std::string_view> texts;
  for (const tests::Rendering& rendering : tests::kSame) {
    texts.push_back(rendering.chinese);
    texts.push_back(rendering.english);
  }
  for (const tests::Rendering& rendering : tests::kDifferent) {
    texts.push_back(rendering.chinese);
    texts.push_back(rendering.english);
  }
  return texts;
}

/// A piece of the text, cut on code points.
std::string_view random_piece(std::string_view text, std::mt19937& random) {
  std::uniform_int_distribution<std::size_t> place(0, text.size());
  std::size_t begin = place(random);
  std::size_t end = place(random);
  if (begin > end) std::swap(begin, end);
  while (!tests::on_boundary(text, begin)) --begin;
  while (!tests::on_boundary(text, end)) ++end;
  return text.substr(begin, end - begin);
}

}  // namespace

TEST_CASE("properties: hold of every text of the table and of what their pieces make") {
  const std::vector<std::string_view> texts = corpus();
  for (const std::string_view text : texts) {
    CAPTURE(std::string(text));
    CHECK(violated_property(text) == "");
  }
  std::mt19937 random(11);
  std::uniform_int_distribution<std::size_t> any(0, texts.size() - 1);
  std::uniform_int_distribution<int> pieces(2, 5);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (int i = pieces(random); i > 0; --i) text += random_piece(texts[any(random)], random);
    CAPTURE(text);
    REQUIRE(violated_property(text) == "");
  }
}

TEST_CASE("properties: hold of what the fuzzer once found broken") {
  for (const char* text : {"the 3766670000000000000000th quarter", "第90百分位", "1/0", "0/0%",
                           "99999999999999999999年", "E+99", "1.5×10^", "5E+31", "十点99999分",
                           "0000000000000000000000000000000000000000000000000000000000000000"}) {
    CAPTURE(text);
    CHECK(violated_property(text) == "");
  }
}
