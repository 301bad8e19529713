#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "align/aligned_twice.h"
#include "check/reviewed.h"
#include "duizhao/align/exchange.h"

namespace duizhao::tests {
namespace {

using align::BeadSides;

Document lines(std::string text) {
  Document document = document_of(std::move(text));
  text::segment(document);
  return document;
}

/// The sides of the beads before and after an edit.
struct Edited {
  std::vector<BeadSides> before;
  std::vector<BeadSides> after;
};

Edited edited(const std::string& source_text, const std::string& target_text,
              const std::string& edited_text, std::optional<std::size_t> filled = std::nullopt) {
  const AlignedTwice aligned =
      align_twice(lines(source_text), lines(target_text), lines(edited_text), filled);
  return {align::sides_of(aligned.before), align::sides_of(aligned.after)};
}

const std::string kSource =
    "The bank raised its rates by 3 percent.\nThe chairman resigned on 14 May.\n"
    "The market fell by 200 points.\n";
const std::string kFirst = "该行把利率上调百分之三。\n";
const std::string kSecond = "主席于5月14日辞职。\n";
const std::string kThird = "股市下跌200点。\n";

}  // namespace

TEST_CASE("after an edit: a word more in a sentence leaves the beads as they were") {
  const Edited beads =
      edited(kSource, kFirst + kSecond + kThird, kFirst + "主席终于5月14日辞职。\n" + kThird);
  CHECK(beads.after == beads.before);
}

TEST_CASE("after an edit: a sentence of which two were made stays one passage") {
  const Edited beads = edited(kSource, kFirst + kSecond + kThird,
                              kFirst + "主席已经辞职。时间是5月14日。\n" + kThird);
  CHECK(beads.after == std::vector<BeadSides>{{{0}, {0}}, {{1}, {1, 2}}, {{2}, {3}}});
}

TEST_CASE("after an edit: what was missing is found where it was written") {
  const Edited beads = edited(kSource, kFirst + kThird, kFirst + kSecond + kThird);
  REQUIRE(beads.before == std::vector<BeadSides>{{{0}, {0}}, {{1}, {}}, {{2}, {1}}});
  CHECK(beads.after == std::vector<BeadSides>{{{0}, {0}}, {{1}, {1}}, {{2}, {2}}});
}

TEST_CASE("after an edit: what is said to translate a passage does, whatever it says") {
  const Edited beads =
      edited(kSource, "该行加息。\n股市下跌。\n", "该行加息。\n待译\n股市下跌。\n", 1);
  CHECK(beads.after == std::vector<BeadSides>{{{0}, {0}}, {{1}, {1}}, {{2}, {2}}});
}

TEST_CASE("after an edit: a sentence that was taken out is missing") {
  const Edited beads = edited(kSource, kFirst + kSecond + kThird, kFirst + kThird);
  CHECK(beads.after == std::vector<BeadSides>{{{0}, {0}}, {{1}, {}}, {{2}, {1}}});
}

TEST_CASE("after an edit: what has lost its translation has no score") {
  const AlignedTwice aligned =
      align_twice(lines(kSource), lines(kFirst + kSecond + kThird), lines(kFirst + kSecond));
  REQUIRE(aligned.before.beads.back().score > 0);
  REQUIRE(aligned.after.beads.back().one_sided());
  CHECK(aligned.after.beads.back().score == 0);
}

TEST_CASE("beads are exchanged for others of the same sentences, and for nothing else") {
  Alignment alignment;
  alignment.beads.resize(2);
  alignment.beads[0].source = alignment.beads[0].target = {0};
  alignment.beads[1].source = alignment.beads[1].target = {1};
  const auto merged =
      align::exchange_beads(alignment, {{{0}, {0}}, {{1}, {1}}}, {{{0, 1}, {0, 1}}});
  REQUIRE(merged.has_value());
  CHECK(align::sides_of(*merged) == std::vector<BeadSides>{{{0, 1}, {0, 1}}});
  CHECK(merged->beads[0].confidence == 1);
  const auto back = align::exchange_all(*merged, align::sides_of(alignment));
  REQUIRE(back.has_value());
  CHECK(align::sides_of(*back) == align::sides_of(alignment));
  SUBCASE("a sentence is lost") {
    CHECK_FALSE(align::exchange_beads(alignment, {{{0}, {0}}}, {{{0}, {}}}).has_value());
  }
  SUBCASE("a bead is not there") {
    CHECK_FALSE(align::exchange_beads(alignment, {{{0}, {1}}}, {{{0}, {1}}}).has_value());
  }
  SUBCASE("others stand between") {
    alignment.beads.emplace_back().source = {2};
    CHECK_FALSE(
        align::exchange_beads(alignment, {{{0}, {0}}, {{2}, {}}}, {{{0, 2}, {0}}}).has_value());
  }
}

}  // namespace duizhao::tests
