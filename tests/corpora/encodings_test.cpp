#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "corpora/corpus.h"
#include "duizhao/text/encoding.h"

namespace duizhao::tests {
namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE_MESSAGE(in, path);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST_CASE("corpora: a re-encoded report is detected and decodes to the report") {
  struct Case {
    const char* path;
    const char* encoding;
    std::string text;
  };
  const Case cases[] = {
      {"corpora/encodings/chips.draft.zh-Hans.gb18030.txt", "GB18030",
       read_corpus("chips").draft.text},
      {"corpora/encodings/statistics.report.zh-Hant.big5.txt", "Big5",
       read_corpus("statistics").source.text},
      {"corpora/encodings/health.report.zh-Hans.utf-16le.txt", "UTF-16LE",
       read_corpus("health").source.text},
  };
  for (const Case& expected : cases) {
    CAPTURE(expected.path);
    const auto decoded = text::decode(bytes_of(expected.path), "", expected.path);
    REQUIRE(decoded);
    CHECK(decoded->encoding == expected.encoding);
    CHECK(decoded->text == expected.text);
  }
}

}  // namespace
}  // namespace duizhao::tests
