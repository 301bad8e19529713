#include "duizhao/model/pieces.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "duizhao/text/subwords.h"

using duizhao::model::piece_translations;
using duizhao::model::train_pieces;
using duizhao::model::TranslationTable;
using duizhao::model::VocabularyData;

namespace {

/// Pieces of a small language of prefixes and stems, trained once for all tests.
const std::string& pieces() {
  static const std::string trained = [] {
    std::mt19937 random(5);
    int left = 3000;
    return train_pieces(
        [&](std::string& text) {
          for (int i = 0; i < 8; ++i) {
            for (const char* part : {"macro", "micro", "hydro"}) {
              if (random() % 3 == 0) text += part;
            }
            for (const char* part : {"finance", "power", "scope", "bank"}) {
              if (random() % 2 == 0) text += part;
            }
            text += ' ';
          }
          return left-- > 0;
        },
        500);
  }();
  return trained;
}

}  // namespace

TEST_CASE("pieces: the same texts give the same pieces, and too few texts give none") {
  const auto train = [](int texts) {
    return train_pieces(
        [&](std::string& text) {
          text = "the bank and the bonds of the bankers " + std::to_string(texts % 100);
          return texts-- > 0;
        },
        400);
  };
  CHECK(train(10).empty());
  CHECK(train(1500) == train(1500));
}

TEST_CASE("pieces: there are fewer where the texts do not have as many") {
  REQUIRE_FALSE(pieces().empty());
  const auto subwords = duizhao::text::Subwords::load(pieces());
  REQUIRE(subwords);
  CHECK(subwords->size() < 500);
  CHECK(subwords->size() >= 16);
}

TEST_CASE("pieces: a piece means what the words mean that it is part of") {
  const VocabularyData english{{"macroscope", "macrobank", "hydropower"}, {0.01F, 0.01F, 0.04F}};
  const TranslationTable to_chinese = {
      {{0, 0.9F}, {1, 0.1F}}, {{0, 0.7F}}, {{2, 0.8F}, {3, 0.01F}}};
  const auto table = piece_translations(pieces(), english, to_chinese);
  REQUIRE(table);
  const auto subwords = duizhao::text::Subwords::load(pieces());
  REQUIRE(table->size() == subwords->size());
  std::size_t told = 0;
  for (const auto& row : *table) {
    float sum = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      ++told;
      sum += row[i].second;
      CHECK(row[i].first != 3);
      if (i > 0) CHECK(row[i - 1].second >= row[i].second);
    }
    CHECK(sum <= 1.0001F);
  }
  CHECK(told > 0);
  for (const auto& piece : subwords->encode("hydropower")) {
    if (piece.span.size() < duizhao::model::kShortestMeaning) continue;
    const auto& row = (*table)[piece.id];
    REQUIRE_FALSE(row.empty());
    CHECK(row[0].first == 2);
  }
}

TEST_CASE("pieces: what is no SentencePiece model is an error") {
  CHECK_FALSE(piece_translations("no model", {}, {}));
}

TEST_CASE("pieces: a translation table survives encoding, but for rounding") {
  const TranslationTable table = {{{5, 0.75F}, {2, 0.125F}}, {}, {{0, 1.0F}}};
  const TranslationTable back =
      duizhao::model::decode_translations(duizhao::model::encode_translations(table));
  REQUIRE(back.size() == table.size());
  for (std::size_t row = 0; row < table.size(); ++row) {
    REQUIRE(back[row].size() == table[row].size());
    for (std::size_t i = 0; i < table[row].size(); ++i) {
      CHECK(back[row][i].first == table[row][i].first);
      CHECK(back[row][i].second == doctest::Approx(table[row][i].second).epsilon(0.003));
    }
  }
}
