#include "duizhao/live/draft_file.h"

#include <doctest/doctest.h>

#include <string>

#include "temporary_file.h"

using duizhao::live::DraftFile;

TEST_CASE("draft file: mark, encoding and line ends stay; only what was edited changes") {
  const std::string mark = "\xEF\xBB\xBF";
  const TemporaryFile file(mark + "该行加息。\r\n股市下跌。\r\n");
  auto draft = DraftFile::open(file.path(), "");
  REQUIRE(draft.has_value());
  CHECK(draft->text() == "该行加息。\r\n股市下跌。\r\n");
  REQUIRE(draft->write("该行减息。\r\n股市下跌。\r\n").has_value());
  CHECK(file.content() == mark + "该行减息。\r\n股市下跌。\r\n");
}

TEST_CASE("draft file: what the encoding lacks is an error with its place, and the file stays") {
  const std::string big5 = "\xB3\xF8\xA7\x69\n";  // 報告
  const TemporaryFile file(big5);
  auto draft = DraftFile::open(file.path(), "Big5");
  REQUIRE(draft.has_value());
  REQUIRE(draft->text() == "報告\n");
  const auto written = draft->write("報告\n报告\n");
  REQUIRE_FALSE(written.has_value());
  CHECK(written.error().where.line == 2);
  CHECK(file.content() == big5);
  REQUIRE(draft->write("告報\n").has_value());
  CHECK(file.content() == "\xA7\x69\xB3\xF8\n");
}

TEST_CASE("draft file: what another program writes is noticed") {
  const TemporaryFile file("First.\n");
  auto draft = DraftFile::open(file.path(), "");
  REQUIRE(draft.has_value());
  CHECK_FALSE(draft->reread().value());
  file.put("Second.\n");
  CHECK(draft->reread().value());
  CHECK(draft->text() == "Second.\n");
}
