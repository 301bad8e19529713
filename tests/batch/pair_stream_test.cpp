#include "duizhao/batch/pair_stream.h"

#include <doctest/doctest.h>

#include <sstream>

namespace duizhao::batch {
namespace {

/// A stream over lines of TSV.
struct Lines {
  explicit Lines(const std::string& text)
      : in(text), reader(*formats::open_bilingual("-", {}, in)), stream(*reader, "lines") {}

  std::istringstream in;
  std::unique_ptr<formats::BilingualReader> reader;
  PairStream stream;
};

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST_CASE("pairs: which side is Chinese is voted on by the first pairs") {
  Lines lines("OPEC\t石油输出国组织\n" + repeated("他来了。\tHe came.\n", 3));
  REQUIRE(lines.stream.settle_languages(Language::kUnknown, Language::kUnknown));
  CHECK(lines.stream.source() == Language::kChinese);
  CHECK(lines.stream.target() == Language::kEnglish);
  CHECK(lines.stream.next()->size() == 4);
}

TEST_CASE("pairs: where much was left untranslated, the clearly more Chinese side is Chinese") {
  Lines lines(repeated("It rained.\tIt rained.\n", 8) + repeated("It rained.\t下雨了。\n", 4));
  REQUIRE(lines.stream.settle_languages(Language::kUnknown, Language::kUnknown));
  CHECK(lines.stream.target() == Language::kChinese);
  Lines same(repeated("It rained.\tIt was raining.\n", 8));
  CHECK_FALSE(same.stream.settle_languages(Language::kUnknown, Language::kUnknown));
}

TEST_CASE("pairs: they keep their numbers, also behind those that are passed over") {
  Lines lines(repeated("It rained.\t下雨了。\n", 150));
  REQUIRE(lines.stream.settle_languages(Language::kEnglish, Language::kUnknown));
  std::size_t shown = 0;
  CHECK(lines.stream.skip(70, [&](const NumberedPair& pair) { CHECK(pair.number == shown++); }) ==
        70);
  const auto chunk = lines.stream.next();
  REQUIRE(chunk);
  CHECK(chunk->size() == PairStream::kChunk);
  CHECK(chunk->front().number == 70);
  CHECK(chunk->front().texts.line == 71);
  CHECK(lines.stream.next()->back().number == 149);
  CHECK_FALSE(lines.stream.next());
}

TEST_CASE("pairs: a line that is no text ends the stream behind the pairs before it") {
  Lines lines(repeated("It rained.\t下雨了。\n", 70) + std::string("no\0text\n", 8));
  REQUIRE(lines.stream.settle_languages(Language::kUnknown, Language::kUnknown));
  CHECK(lines.stream.next()->size() == 64);
  CHECK(lines.stream.next()->size() == 6);
  REQUIRE(lines.stream.error());
  CHECK(lines.stream.error()->where.line == 71);
  CHECK_FALSE(lines.stream.next());
}

}  // namespace
}  // namespace duizhao::batch
