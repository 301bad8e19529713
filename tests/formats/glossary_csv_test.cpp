#include "duizhao/formats/glossary_csv.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using duizhao::formats::append_csv_row;
using duizhao::formats::read_csv;

TEST_CASE("csv: quoted cells hold separators, quotes and line ends") {
  const auto rows = read_csv("a,\"b,c\",\"d \"\"e\"\"\"\r\n\"f\ng\",h\n", "x.csv");
  REQUIRE(rows);
  REQUIRE(rows->size() == 2);
  CHECK((*rows)[0].cells == std::vector<std::string>{"a", "b,c", "d \"e\""});
  CHECK((*rows)[1].cells == std::vector<std::string>{"f\ng", "h"});
  CHECK((*rows)[1].line == 2);
}

TEST_CASE("csv: a semicolon separates where the first line has more of them") {
  const auto rows = read_csv("chip;芯片;a, b\n", "x.csv");
  REQUIRE(rows);
  CHECK(rows->front().cells.size() == 3);
}

TEST_CASE("csv: what is written is read back") {
  const std::vector<std::string> cells = {"", "a\"b", "c,d", "e\r\nf", "芯片", " g "};
  std::string text;
  append_csv_row(text, cells);
  append_csv_row(text, {"next"});
  const auto rows = read_csv(text, "x.csv");
  REQUIRE(rows);
  REQUIRE(rows->size() == 2);
  CHECK(rows->front().cells == cells);
}

TEST_CASE("csv: broken quotes are refused with their line") {
  const auto open = read_csv("a,b\nc,\"d\n", "x.csv");
  REQUIRE_FALSE(open);
  CHECK(open.error().where.line == 2);
  CHECK_FALSE(read_csv("\"a\"b,c\n", "x.csv"));
}

TEST_CASE("csv: an empty text has no rows") {
  const auto rows = read_csv("", "x.csv");
  REQUIRE(rows);
  CHECK(rows->empty());
}
