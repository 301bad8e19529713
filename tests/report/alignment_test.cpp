#include "duizhao/report/alignment.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "duizhao/text/sentences.h"

using duizhao::Alignment;
using duizhao::Bead;
using duizhao::Document;
namespace report = duizhao::report;

namespace {

Document lines(std::string text) {
  Document document;
  document.text = std::move(text);
  duizhao::text::segment_lines(document);
  return document;
}

Bead bead(std::vector<std::uint32_t> source, std::vector<std::uint32_t> target) {
  Bead bead;
  bead.source = std::move(source);
  bead.target = std::move(target);
  bead.confidence = 0.75;
  return bead;
}

struct Example {
  Document source = lines("一。\n二\t三。\n四。\n");
  Document target = lines("One.\nExtra.\nFour.\n");
  Alignment alignment{{bead({0, 1}, {0}), bead({}, {1}), bead({2}, {2})}};

  template <typename Write>
  std::string written(Write write) const {
    std::ostringstream out;
    write(out, report::Aligned{source, target, alignment});
    return out.str();
  }
};

}  // namespace

TEST_CASE("report: a ladder is sentence numbers, and an empty side is []") {
  CHECK(Example().written(report::write_ladder) == "[0,1]:[0]\n[]:[1]\n[2]:[2]\n");
}

TEST_CASE("report: in a table of beads, tabs and line ends within a text are spaces") {
  CHECK(Example().written(report::write_alignment_tsv) ==
        "0,1\t0\t0.750\t\t一。 二 三。\tOne.\n"
        "\t1\t0.750\t\t\tExtra.\n"
        "2\t2\t0.750\t\t四。\tFour.\n");
}

TEST_CASE("report: the flags of a bead are named") {
  Example example;
  example.alignment.beads[0].moved = true;
  example.alignment.beads[0].repeated = true;
  CHECK(example.written(report::write_alignment_tsv).find("\tmoved,repeated\t") !=
        std::string::npos);
}

TEST_CASE("report: a bead as JSON holds its text as it stands and where it stands") {
  Example example;
  std::istringstream rows(example.written(report::write_alignment_jsonl));
  std::string row;
  std::getline(rows, row);
  const auto both = nlohmann::json::parse(row);
  CHECK(both["source"]["sentences"] == std::vector{0, 1});
  CHECK(both["source"]["text"] == "一。\n二\t三。");
  const std::size_t begin = both["source"]["begin"];
  const std::size_t end = both["source"]["end"];
  CHECK(example.source.text.substr(begin, end - begin) == both["source"]["text"]);
  CHECK(both["moved"] == false);
  CHECK(!both.contains("moved_from"));
  std::getline(rows, row);
  const auto alone = nlohmann::json::parse(row);
  CHECK(alone["source"]["sentences"].empty());
  CHECK(alone["source"]["text"] == "");
  CHECK(alone["source"]["begin"] == end);
  CHECK(alone["source"]["end"] == end);
  CHECK(alone["target"]["text"] == "Extra.");
}
