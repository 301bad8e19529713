#include "duizhao/filter/pair_writer.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <utility>

#include "duizhao/formats/bilingual.h"

namespace duizhao::filter {
namespace {

/// What comes out for a file whose pairs are all kept; `fix` mends the first one.
std::string rewritten(const std::string& file, std::string_view format, Columns columns,
                      bool fix = false) {
  std::istringstream in(file);
  formats::BilingualOptions options;
  options.lines = true;
  const auto reader = formats::open_bilingual("-", options, in);
  REQUIRE(reader);
  const auto writer = make_pair_writer(format, columns, Language::kEnglish);
  std::string out;
  Judged judged;
  for (auto more = (*reader)->next(judged.pair.texts); more && *more;
       more = (*reader)->next(judged.pair.texts)) {
    if (out.empty()) writer->begin(out, (*reader)->header());
    judged.match = 0.5;
    judged.fixed.reset();
    if (std::exchange(fix, false)) {
      judged.pair.texts.target = "雨\t停了";
      judged.fixed.set(static_cast<std::size_t>(Fix::kSpacing));
    }
    writer->add(out, judged);
  }
  writer->end(out);
  return out;
}

TEST_CASE("writing pairs: a table keeps its other columns and gets new ones") {
  const std::string file = "url\tsource\ttarget\tx\nu1\tRain.\t雨。\t7\nu2\tSun.\t晴。\t\n";
  CHECK(rewritten(file, "tsv", Columns::kNone) == file);
  CHECK(rewritten(file, "tsv", Columns::kScore) ==
        "url\tsource\ttarget\tx\tscore\nu1\tRain.\t雨。\t7\t0.5000\nu2\tSun.\t晴。\t\t0.5000\n");
  CHECK(rewritten(file, "tsv", Columns::kNone, true) ==
        "url\tsource\ttarget\tx\nu1\tRain.\t雨 停了\t7\nu2\tSun.\t晴。\t\n");
  CHECK(rewritten("Rain.\t雨。\n", "tsv", Columns::kScoreOnly) == "0.5000\n");
  CHECK(rewritten("Rain.\t雨。\n", "tsv", Columns::kAnnotated) == "Rain.\t雨。\t\t\t0.5000\t\t\n");
}

TEST_CASE("writing pairs: JSON lines keep their other members, wherever the texts are") {
  const std::string file =
      "{\"z\":[1],\"translation\":{\"en\":\"Rain.\",\"zh\":\"雨。\"},\"id\":3}\n"
      "[\"Sun.\",\"晴。\",4]\n";
  CHECK(rewritten(file, "jsonl", Columns::kNone) == file);
  CHECK(rewritten(file, "jsonl", Columns::kNone, true)
            .starts_with("{\"z\":[1],\"translation\":{\"en\":\"Rain.\",\"zh\":\"雨\\t停了\"},"
                         "\"id\":3}\n[\"Sun.\""));
  CHECK(rewritten(file, "jsonl", Columns::kScore)
            .find("\"id\":3,\"score\":0.5}\n[\"Sun.\",\"晴。\",4,0.5]\n") != std::string::npos);
}

TEST_CASE("writing pairs: from one format to another") {
  const std::string memory = rewritten("Rain & sun.\t雨。\n", "tmx", Columns::kScore);
  CHECK(memory.find("<prop type=\"x-score\">0.5000</prop>") != std::string::npos);
  CHECK(rewritten(memory, "tsv", Columns::kNone) == "Rain & sun.\t雨。\n");
  CHECK(rewritten(memory, "jsonl", Columns::kNone) ==
        "{\"source\":\"Rain & sun.\",\"target\":\"雨。\"}\n");
  CHECK(
      rewritten("{\"id\":\"a\",\"source\":\"Rain.\",\"target\":\"雨。\"}\n", "tmx", Columns::kNone)
          .find("<tu tuid=\"a\">") != std::string::npos);
}

}  // namespace
}  // namespace duizhao::filter
