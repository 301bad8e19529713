#include "duizhao/report/beads.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>

#include "golden.h"
#include "report/sample.h"

using duizhao::Alignment;
using duizhao::Review;
using duizhao::Span;
using namespace duizhao::report;
using namespace duizhao::tests;

TEST_CASE("beads: the ladder has one bead a line, with empty brackets for an empty side") {
  std::string out;
  append_ladder(out, sample_review().alignment);
  CHECK(out == "[0]:[0]\n[1]:[1]\n[2]:[4]\n[3,4]:[2]\n[5]:[]\n[6]:[3]\n[7]:[5]\n[8]:[6]\n[]:[7]\n");
}

TEST_CASE("beads: the ladder of the mirrored sample has its sides swapped") {
  std::string out;
  append_ladder(out, mirrored_sample_review().alignment);
  CHECK(out == "[0]:[0]\n[1]:[1]\n[2]:[3,4]\n[]:[5]\n[3]:[6]\n[4]:[2]\n[5]:[7]\n[6]:[8]\n[7]:[]\n");
}

TEST_CASE("beads: nothing aligned gives no line") {
  std::string out;
  append_ladder(out, Alignment{});
  append_tsv(out, {}, {}, {});
  CHECK(out.empty());
}

TEST_CASE("beads: the span of an empty side lies where its counterpart would stand") {
  const Review review = sample_review();
  const auto spans = bead_spans(review.source, review.target, review.alignment);
  REQUIRE(spans.size() == 9);
  CHECK(spans[3].source.in(review.source.text) ==
        "The new berth, which cost US$240 million, opened on 11 March.\n"
        "It can take ships of up to 24,000 containers.");
  CHECK(spans[4].target == Span{spans[3].target.end, spans[3].target.end});
  CHECK(spans[8].source == Span{spans[7].source.end, spans[7].source.end});
}

TEST_CASE("beads: tsv matches its golden file") {
  const Review review = sample_review();
  std::string out;
  append_tsv(out, review.source, review.target, review.alignment);
  check_golden("tests/report/golden/alignment.tsv", out);
}

TEST_CASE("beads: tabs and line ends in a text don't break a line of tsv") {
  const Review review = hostile_review();
  std::string out;
  append_tsv(out, review.source, review.target, review.alignment);
  std::istringstream in(out);
  std::size_t lines = 0;
  for (std::string line; std::getline(in, line); ++lines) {
    CHECK(std::ranges::count(line, '\t') == 5);
  }
  CHECK(lines == 2);
}

TEST_CASE("beads: both flags of a bead are named") {
  Review review = sample_review();
  review.alignment.beads[0].moved = true;
  review.alignment.beads[0].repeated = true;
  std::string out;
  append_tsv(out, review.source, review.target, review.alignment);
  CHECK(out.find("\tmoved,repeated\t") != std::string::npos);
}
