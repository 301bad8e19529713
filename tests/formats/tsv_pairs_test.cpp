#include "duizhao/formats/tsv_pairs.h"

#include <doctest/doctest.h>

#include <string>

#include "bilingual_outcome.h"

using duizhao::ErrorCode;

namespace {

BilingualOutcome read(const std::string& content, const std::string& encoding = "") {
  return read_bilingual(content, {.encoding = encoding});
}

}  // namespace

TEST_CASE("pairs: source and target, further columns ignored") {
  const BilingualOutcome outcome = read("one\t一\ntwo\t二\t0.9\tnote\n");
  REQUIRE(outcome.pairs.size() == 2);
  CHECK(outcome.pairs[0].source == "one");
  CHECK(outcome.pairs[0].target == "一");
  CHECK(outcome.pairs[1].target == "二");
  CHECK(outcome.pairs[1].line == 2);
  CHECK(outcome.error.message.empty());
}

TEST_CASE("pairs: LF and CRLF end a line, nothing else does") {
  const BilingualOutcome outcome = read("a\u2028b\t一\u0085\r二\r\nc\t三\r");
  REQUIRE(outcome.pairs.size() == 2);
  CHECK(outcome.pairs[0].source == "a\u2028b");
  CHECK(outcome.pairs[0].target == "一\u0085\r二");
  CHECK(outcome.pairs[1].target == "三\r");
}

TEST_CASE("pairs: one byte-order mark is dropped, quotes and comments are text") {
  const BilingualOutcome outcome = read("\uFEFF\uFEFF\"a\t#一\n#b\t\"二\"\n");
  REQUIRE(outcome.pairs.size() == 2);
  CHECK(outcome.pairs[0].source == "\uFEFF\"a");
  CHECK(outcome.pairs[0].target == "#一");
  CHECK(outcome.pairs[1].source == "#b");
}

TEST_CASE("pairs: a side may be empty") {
  const BilingualOutcome outcome = read("\t一\na\t\n\t\n");
  REQUIRE(outcome.pairs.size() == 3);
  CHECK(outcome.pairs[0].source.empty());
  CHECK(outcome.pairs[1].target.empty());
  CHECK(outcome.error.message.empty());
}

TEST_CASE("pairs: an empty file has no pairs") {
  CHECK(read("").pairs.empty());
  CHECK(read("\uFEFF").pairs.empty());
  CHECK(read("").error.message.empty());
}

TEST_CASE(
    "pairs: a line without a tab is passed over and counted, of a file that begins so an error") {
  const BilingualOutcome outcome = read("a\t一\nno tab here\nb\t二\n");
  CHECK(outcome.joined() == "a=一|b=二");
  CHECK(outcome.passed_over == 1);
  CHECK(outcome.error.message.empty());
  CHECK(read("no tab here\nb\t二\n").error.where.line == 1);
  CHECK(read("a\t一\n\nb\t二\n").joined() == "a=一|b=二");
}

TEST_CASE("pairs: lines of invalid UTF-8 are passed over and counted, a file of such is an error") {
  const BilingualOutcome outcome = read("a\t一\n二b\t\xFF\nc\t三\n");
  CHECK(outcome.joined() == "a=一|c=三");
  CHECK(outcome.passed_over == 1);
  const BilingualOutcome none = read("二b\t\xFF\n\xFF\t\n");
  CHECK(none.error.where.line == 1);
  CHECK(none.error.where.column == 4);
}

TEST_CASE("pairs: a NUL character is named with line and column") {
  const BilingualOutcome nul = read(std::string("a\t\0b\n", 5));
  CHECK(nul.error.where.column == 3);
  CHECK(nul.error.message.find("NUL") != std::string::npos);
  CHECK_FALSE(read("a\t\xE4\xB8").error.message.empty());
}

TEST_CASE("pairs: other encodings, given or marked") {
  const BilingualOutcome given = read("a\t\xD6\xD0\n", "gbk");
  REQUIRE(given.pairs.size() == 1);
  CHECK(given.pairs[0].target == "中");
  const BilingualOutcome marked =
      read(std::string("\xFF\xFE"
                       "a\0\t\0\x2D\x4E\n\0",
                       10));
  REQUIRE(marked.pairs.size() == 1);
  CHECK(marked.pairs[0].source == "a");
  CHECK(marked.pairs[0].target == "中");
  const BilingualOutcome fault = read("a\t\xD6\xD0\nb\t\xFF\xFF\n", "gb18030");
  CHECK(fault.pairs.size() == 1);
  CHECK(fault.error.where.line == 2);
  CHECK(fault.error.where.column == 3);
}

TEST_CASE("pairs: an unknown encoding is wrong usage") {
  CHECK(read("a\tb\n", "klingon").error.code == ErrorCode::kUsage);
}

TEST_CASE("pairs: lines longer than a block, and many of them") {
  std::string content;
  for (int i = 0; i < 2000; ++i) {
    content += std::string(static_cast<std::size_t>(i) * 7 % 3000, 'x') + "\t" + std::to_string(i);
    content += i % 2 == 0 ? "\n" : "\r\n";
  }
  content += std::string(300'000, 'y') + "\tend";
  const BilingualOutcome outcome = read(content);
  REQUIRE(outcome.pairs.size() == 2001);
  for (int i = 0; i < 2000; ++i) {
    CHECK(outcome.pairs[static_cast<std::size_t>(i)].target == std::to_string(i));
  }
  CHECK(outcome.pairs.back().source.size() == 300'000);
  CHECK(outcome.pairs.back().target == "end");
}
