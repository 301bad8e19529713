#include "duizhao/live/live_review.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "check/reviewed.h"
#include "duizhao/core/finding.h"
#include "temporary_file.h"

using duizhao::Bead;
using duizhao::ErrorCode;
using duizhao::failure;
using duizhao::Finding;
using duizhao::Result;
using duizhao::Review;
using duizhao::ReviewMemory;
using duizhao::Span;
using duizhao::live::Decision;
using duizhao::live::LiveReview;

namespace {

/// A review in which every line is a bead, and every "bad" a finding with the suggestion "good".
Result<Review> judge(const std::string& draft, ReviewMemory& /*memory*/) {
  if (draft.find('\t') != std::string::npos) {
    return failure(ErrorCode::kMalformed, "no tabs");
  }
  Review review;
  review.target.text = draft;
  for (std::size_t begin = 0; begin < draft.size();) {
    const std::size_t end = draft.find('\n', begin);
    const auto number = static_cast<std::uint32_t>(review.target.sentences.size());
    review.target.sentences.push_back({Span{begin, end}, number});
    Bead bead;
    bead.target.push_back(number);
    review.alignment.beads.push_back(bead);
    const std::size_t bad = draft.find("bad", begin);
    if (bad < end) {
      Finding finding;
      finding.target = Span{bad, bad + 3};
      finding.suggestion = "good";
      finding.key = number + 1;
      review.findings.push_back(finding);
    }
    begin = end + 1;
  }
  return review;
}

const std::string kDraft = "one\nbad two\nthree\n";

}  // namespace

TEST_CASE("live review: an edit is reviewed at once, a suggestion put in, the last taken back") {
  const TemporaryFile journal;
  auto live = LiveReview::open(kDraft, judge, journal.path());
  REQUIRE(live.has_value());
  CHECK_FALSE((*live)->unwritten());
  REQUIRE((*live)->edit(2, "three", "a bad three").has_value());
  CHECK((*live)->draft() == "one\nbad two\na bad three\n");
  CHECK((*live)->review().findings.size() == 2);
  CHECK((*live)->unwritten());
  REQUIRE((*live)->apply(2, std::nullopt).has_value());
  CHECK((*live)->draft() == "one\ngood two\na bad three\n");
  CHECK((*live)->review().findings.size() == 1);
  REQUIRE((*live)->undo().has_value());
  REQUIRE((*live)->undo().has_value());
  CHECK((*live)->draft() == kDraft);
  CHECK_FALSE((*live)->undo().has_value());
}

TEST_CASE("live review: what has changed since it was seen is not written over") {
  const TemporaryFile journal;
  auto live = LiveReview::open(kDraft, judge, journal.path());
  REQUIRE((*live)->edit(0, "one", "uno").has_value());
  CHECK_FALSE((*live)->edit(0, "one", "eins").has_value());
  CHECK_FALSE((*live)->edit(9, "", "nine").has_value());
  CHECK_FALSE((*live)->apply(77, std::nullopt).has_value());
  CHECK((*live)->draft() == "uno\nbad two\nthree\n");
}

TEST_CASE("live review: an edit that can't be reviewed changes nothing, in the journal neither") {
  const TemporaryFile journal;
  auto live = LiveReview::open(kDraft, judge, journal.path());
  const std::string before = journal.content();
  CHECK_FALSE((*live)->edit(0, "one", "o\tne").has_value());
  CHECK((*live)->draft() == kDraft);
  CHECK(journal.content() == before);
}

TEST_CASE("live review: after the program's end at any moment the next one goes on") {
  const TemporaryFile journal;
  Decision decision;
  decision.key = "0000000000000002";
  decision.state = "accepted";
  {
    auto live = LiveReview::open(kDraft, judge, journal.path());
    REQUIRE((*live)->edit(0, "one", "uno").has_value());
    REQUIRE((*live)->decide(decision).has_value());
  }
  {
    auto live = LiveReview::open(kDraft, judge, journal.path());
    REQUIRE(live.has_value());
    CHECK((*live)->draft() == "uno\nbad two\nthree\n");
    CHECK((*live)->resumed().edits == 1);
    CHECK((*live)->resumed().decisions == 1);
    CHECK((*live)->unwritten());
    REQUIRE((*live)->file_is((*live)->draft()).has_value());
    CHECK_FALSE((*live)->unwritten());
  }
  auto live = LiveReview::open("uno\nbad two\nthree\n", judge, journal.path());
  CHECK((*live)->resumed().edits == 0);
  CHECK((*live)->resumed().lost_edits == 0);
  CHECK((*live)->decisions().size() == 1);
}

TEST_CASE("live review: edits of another text are not made on this one") {
  const TemporaryFile journal;
  {
    auto live = LiveReview::open(kDraft, judge, journal.path());
    REQUIRE((*live)->edit(0, "one", "uno").has_value());
  }
  auto live = LiveReview::open("one\nother\n", judge, journal.path());
  REQUIRE(live.has_value());
  CHECK((*live)->draft() == "one\nother\n");
  CHECK((*live)->resumed().lost_edits == 1);
}

TEST_CASE("live review: where nothing was done no journal stays") {
  const TemporaryFile journal;
  { auto live = LiveReview::open(kDraft, judge, journal.path()); }
  CHECK_FALSE(std::filesystem::exists(journal.path()));
  {
    auto live = LiveReview::open(kDraft, judge, journal.path());
    REQUIRE((*live)->edit(0, "one", "uno").has_value());
  }
  CHECK(std::filesystem::exists(journal.path()));
  {
    auto live = LiveReview::open(kDraft, judge, journal.path());
    REQUIRE((*live)->file_is((*live)->draft()).has_value());
  }
  CHECK_FALSE(std::filesystem::exists(journal.path()));
}

TEST_CASE("live review: beads that are mended stay so over edits, an undo and the program's end") {
  const TemporaryFile journal;
  const std::string draft = "The bank raised rates.\nThe chairman resigned.\nThe market fell.\n";
  const auto aligned = [](const std::string& text, ReviewMemory& memory) -> Result<Review> {
    const auto document = [](const std::string& of, duizhao::Language language) {
      duizhao::Document made;
      made.text = of;
      made.language = language;
      duizhao::text::segment(made);
      return made;
    };
    return duizhao::aligned(
        document("该行加息。\n主席辞职。\n股市下跌。\n", duizhao::Language::kChinese),
        document(text, duizhao::Language::kEnglish), duizhao::tests::resources(), memory);
  };
  using Beads = std::vector<duizhao::align::BeadSides>;
  const Beads apart = {{{0}, {0}}, {{1}, {1}}, {{2}, {2}}};
  const Beads merged = {{{0, 1}, {0, 1}}, {{2}, {2}}};
  const auto beads_of = [](const LiveReview& live) {
    return duizhao::align::sides_of(live.review().alignment);
  };
  {
    auto live = LiveReview::open(draft, aligned, journal.path());
    REQUIRE(beads_of(**live) == apart);
    CHECK_FALSE((*live)->mend({{{0}, {0}}}, {{{0}, {}}}).has_value());
    REQUIRE((*live)->mend({{{0}, {0}}, {{1}, {1}}}, {{{0, 1}, {0, 1}}}).has_value());
    REQUIRE((*live)->undo().has_value());
    CHECK(beads_of(**live) == apart);
    REQUIRE((*live)->mend({{{0}, {0}}, {{1}, {1}}}, {{{0, 1}, {0, 1}}}).has_value());
    REQUIRE((*live)->edit(1, "The market fell.", "The market fell. It fell far.").has_value());
  }
  auto live = LiveReview::open(draft, aligned, journal.path());
  REQUIRE(live.has_value());
  CHECK((*live)->resumed().edits == 1);
  CHECK(beads_of(**live) == Beads{{{0, 1}, {0, 1}}, {{2}, {2, 3}}});
}
