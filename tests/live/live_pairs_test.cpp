#include "duizhao/live/live_pairs.h"

#include <doctest/doctest.h>

#include <string>

#include "duizhao/core/finding.h"
#include "temporary_file.h"

using duizhao::Finding;
using duizhao::Review;
using duizhao::Span;
using duizhao::live::LivePairs;

namespace {

/// A review in which "bad" in the target is a finding with the suggestion "good".
Review judge(const std::string&, const std::string& target) {
  Review review;
  const std::size_t bad = target.find("bad");
  if (bad == std::string::npos) return review;
  Finding finding;
  finding.target = Span{bad, bad + 3};
  finding.suggestion = "good";
  finding.key = 7;
  review.findings.push_back(finding);
  return review;
}

const std::string kTable = "源\tone\r\n源\ta bad two\tnote\r\n源\tthree\r\n";

auto opened(const std::string& draft, const std::string& journal) {
  auto live = LivePairs::open(draft, "pairs.tsv", {}, judge, journal);
  REQUIRE(live.has_value());
  while ((*live)->work(std::chrono::milliseconds(50))) {
  }
  return std::move(*live);
}

}  // namespace

TEST_CASE("live pairs: what is edited is all that changes, and its pair is reviewed at once") {
  const TemporaryFile journal;
  const auto live = opened(kTable, journal.path());
  CHECK(live->judged() == 3);
  CHECK(live->pairs()[1].findings.size() == 1);
  REQUIRE(live->apply(7, 1).has_value());
  CHECK(live->draft() == "源\tone\r\n源\ta good two\tnote\r\n源\tthree\r\n");
  CHECK(live->pairs()[1].findings.empty());
  REQUIRE(live->edit(2, "three", "3").has_value());
  CHECK_FALSE(live->edit(2, "three", "drei").has_value());
  REQUIRE(live->undo().has_value());
  REQUIRE(live->undo().has_value());
  CHECK(live->draft() == kTable);
  CHECK(live->pairs()[1].findings.size() == 1);
}

TEST_CASE("live pairs: the journal's edits are made again; another program's file is taken over") {
  const TemporaryFile journal;
  {
    const auto live = opened(kTable, journal.path());
    REQUIRE(live->edit(0, "one", "uno").has_value());
  }
  const auto live = opened(kTable, journal.path());
  CHECK(live->resumed().edits == 1);
  CHECK(live->text_of(0) == "uno");
  REQUIRE(live->file_is("新\tnew\r\n" + kTable).has_value());
  CHECK(live->pairs().size() == 4);
  CHECK(live->pairs()[2].findings.size() == 1);
  CHECK_FALSE(live->unwritten());
}

TEST_CASE("live pairs: a format that is not written back is refused, with what to do") {
  const TemporaryFile journal;
  const auto live = LivePairs::open("{\"source\":\"源\",\"target\":\"one\"}\n", "pairs.jsonl", {},
                                    judge, journal.path());
  REQUIRE_FALSE(live.has_value());
  CHECK(live.error().message.find("XLIFF, TMX, PO, TSV and XLSX") != std::string::npos);
}
