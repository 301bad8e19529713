#include "duizhao/live/live_review.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <utility>

#include "duizhao/core/finding.h"
#include "live/temporary_file.h"

using duizhao::Bead;
using duizhao::ErrorCode;
using duizhao::failure;
using duizhao::Finding;
using duizhao::Result;
using duizhao::Review;
using duizhao::Span;
using duizhao::live::Decision;
using duizhao::live::LiveReview;

namespace {

/// A review in which every line is a bead, and every "bad" a finding with the suggestion "good".
Result<Review> judge(const std::string& draft) {
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
