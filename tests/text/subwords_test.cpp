#include "duizhao/text/subwords.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "duizhao/text/utf8.h"

using duizhao::ErrorCode;
using duizhao::Span;
using duizhao::text::Subword;
using duizhao::text::Subwords;
using duizhao::text::SubwordTraining;

namespace {

/// A model of a small made-up language, trained once for all tests.
const std::string& model() {
  static const std::string trained = [] {
    const std::vector<std::string> words = {"增长", "出口",   "进口", "银行",   "利率",
                                            "今年", "growth", "rate", "export", "import"};
    int left = 2000;
    std::mt19937 random(1);
    SubwordTraining options;
    options.vocabulary_size = 60;
    auto result = duizhao::text::train_subwords(
        [&](std::string& text) {
          for (int i = 0; i < 6; ++i) {
            text += words[random() % words.size()];
            if (random() % 2 == 0) text += ' ';
          }
          return left-- > 0;
        },
        options);
    REQUIRE(result);
    return std::move(*result);
  }();
  return trained;
}

Subwords subwords() {
  auto loaded = Subwords::load(model());
  REQUIRE(loaded);
  return std::move(*loaded);
}

}  // namespace

TEST_CASE("subwords: words of the training text are few pieces") {
  const Subwords vocabulary = subwords();
  CHECK(vocabulary.size() == 60);
  const std::string text = "今年出口增长 growth";
  const auto pieces = vocabulary.encode(text);
  CHECK(pieces.size() <= 6);
  for (const Subword& piece : pieces) CHECK(piece.id != 0);
  CHECK(pieces.back().span.in(text) == "growth");
  CHECK(vocabulary.piece(pieces.back().id) == "▁growth");
}

TEST_CASE("subwords: unknown characters are pieces with the number 0") {
  const auto pieces = subwords().encode("出口龘");
  REQUIRE_FALSE(pieces.empty());
  CHECK(pieces.back().id == 0);
  CHECK(pieces.back().span == Span{6, 9});
}

TEST_CASE("subwords: nothing comes of nothing") {
  CHECK(subwords().encode("").empty());
  CHECK(subwords().encode(" \n　").empty());
}

TEST_CASE("subwords: spans are those of the original, whatever was folded") {
  const Subwords vocabulary = subwords();
  const std::string text = "ｇｒｏｗｔｈ　 出口";
  const auto pieces = vocabulary.encode(text, 10);
  REQUIRE(pieces.size() >= 2);
  CHECK(vocabulary.piece(pieces.front().id) == "▁growth");
  CHECK(pieces.front().span == Span{10, 28});
  CHECK(pieces.back().span.end == text.size() + 10);
}

TEST_CASE("subwords: spans lie in order and on boundaries in any text") {
  const Subwords vocabulary = subwords();
  const std::u32string alphabet =
      U"出口增长growth ﬁ㎏１Ａ　é\u0301Å한글𠮷👍‍\t.\0…①";
  std::mt19937 random(23);
  for (int round = 0; round < 1000; ++round) {
    std::string text;
    for (unsigned i = 0; i < round % 25U; ++i) {
      duizhao::text::append_code_point(text, alphabet[random() % alphabet.size()]);
    }
    CAPTURE(text);
    std::size_t end = 0;
    for (const Subword& piece : vocabulary.encode(text)) {
      CHECK(piece.span.begin >= end);
      CHECK(piece.span.end > piece.span.begin);
      REQUIRE(piece.span.end <= text.size());
      CHECK_FALSE(duizhao::text::first_invalid(piece.span.in(text)));
      end = piece.span.end;
    }
  }
}

TEST_CASE("subwords: the same texts give the same model, also when only some are drawn") {
  const auto train = [] {
    SubwordTraining options;
    options.vocabulary_size = 20;
    options.most_texts = 300;
    int number = 0;
    return duizhao::text::train_subwords(
        [&](std::string& text) {
          text = "rate " + std::to_string(number % 97) + " growth " + std::to_string(number % 89);
          return ++number <= 1000;
        },
        options);
  };
  const auto first = train();
  INFO((first ? std::string() : first.error().message));
  REQUIRE(first);
  CHECK(*first == *train());
}

TEST_CASE("subwords: a damaged model is refused") {
  for (const std::string& bad :
       {std::string(), std::string("no model"), model().substr(0, model().size() / 2)}) {
    const auto loaded = Subwords::load(bad);
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().code == ErrorCode::kMalformed);
  }
}

TEST_CASE("subwords: too few texts for the vocabulary are an error") {
  int left = 3;
  const auto result = duizhao::text::train_subwords(
      [&](std::string& text) {
        text = "abc";
        return left-- > 0;
      },
      {});
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::kMalformed);
}
