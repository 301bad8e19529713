#include "duizhao/report/columns.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using duizhao::Span;
using namespace duizhao::report;

namespace {

std::string bytes_of(const std::vector<Cell>& cells) {
  std::string bytes;
  for (const Cell& cell : cells) bytes += cell.bytes;
  return bytes;
}

std::vector<std::string> wrapped(const std::string& text, std::size_t width) {
  std::vector<std::string> lines;
  for (const auto& line : wrap(cells_of(text), width)) lines.push_back(bytes_of(line));
  return lines;
}

std::string excerpt_of(const std::string& text, const std::string& evidence, std::size_t width) {
  const std::size_t begin = text.find(evidence);
  return bytes_of(
      excerpt(cells_of(text, {0, text.size()}, Span{begin, begin + evidence.size()}), width));
}

}  // namespace

TEST_CASE("columns: Chinese characters and full-width marks take two columns") {
  CHECK(columns_of(cells_of("abc")) == 3);
  CHECK(columns_of(cells_of("对照，")) == 6);
  CHECK(columns_of(cells_of("ＡＢ")) == 4);
  CHECK(columns_of(cells_of("—·“")) == 3);
}

TEST_CASE("columns: combining marks take none and stay with their letter") {
  const auto cells = cells_of("e\xCC\x81x");
  REQUIRE(cells.size() == 2);
  CHECK(columns_of(cells) == 2);
}

TEST_CASE("columns: white space of any kind and length is one blank") {
  CHECK(bytes_of(cells_of("a \t\n b\xE3\x80\x80"
                          "c")) == "a b c");
}

TEST_CASE("columns: what could change the terminal is replaced") {
  CHECK(bytes_of(cells_of("a\x1B[31mb")) == "a\xEF\xBF\xBD[31mb");
  CHECK(bytes_of(cells_of("a\xE2\x80\xAE"
                          "b")) ==
        "a\xEF\xBF\xBD"
        "b");
}

TEST_CASE("columns: lines break at blanks and between Chinese characters") {
  CHECK(wrapped("one two three", 8) == std::vector<std::string>{"one two", "three"});
  CHECK(wrapped("吞吐量回升", 4) == std::vector<std::string>{"吞吐", "量回", "升"});
  CHECK(wrapped("unbreakable", 4) == std::vector<std::string>{"unbr", "eaka", "ble"});
}

TEST_CASE("columns: no line begins with a closing mark or ends with an opening one") {
  CHECK(wrapped("吞吐量，回升", 6) == std::vector<std::string>{"吞吐", "量，回", "升"});
  CHECK(wrapped("吞吐《回升》", 6) == std::vector<std::string>{"吞吐", "《回", "升》"});
}

TEST_CASE("columns: an excerpt holds the evidence and fits") {
  const std::string text =
      "The committee met on Monday and agreed that output of the northern fields should rise by "
      "12 percent before the end of the year.";
  for (const std::size_t width : {20, 30, 40, 60, 80}) {
    for (const char* evidence : {"The", "Monday", "12 percent", "year."}) {
      const std::string shown = excerpt_of(text, evidence, width);
      CAPTURE(shown);
      CHECK(columns_of(cells_of(shown)) <= width);
      CHECK(shown.find(evidence) != std::string::npos);
    }
  }
  CHECK(excerpt_of(text, "12 percent", 200) == text);
  CHECK(excerpt_of(text, "12 percent", 40) == "…rise by 12 percent before the end…");
}

TEST_CASE("columns: an excerpt without evidence is the beginning") {
  CHECK(bytes_of(excerpt(cells_of("Shore power reaches nine berths"), 16)) == "Shore power…");
}
