#include "duizhao/live/journal.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "temporary_file.h"

using duizhao::Span;
using duizhao::live::Decision;
using duizhao::live::Edit;
using duizhao::live::Journal;
using duizhao::live::JournalContent;

namespace {

const Edit kEdit{Span{3, 5}, "\"a\n", "ä"};
const Decision kDecision{"00000000000000ff", "accepted", "term",  "Li",
                         "house style",      "芯片",     "said…", "2026-01-02T03:04:05Z"};

}  // namespace

TEST_CASE("journal: what is added is read back, the last decision on each key") {
  const TemporaryFile file;
  JournalContent begin;
  begin.draft = 0xFFFFFFFFFFFFFFFF;
  {
    auto journal = Journal::open(file.path(), begin);
    REQUIRE(journal.has_value());
    REQUIRE(journal->add(kEdit).has_value());
    REQUIRE(journal->add(kDecision).has_value());
    Decision other = kDecision;
    other.reason = "agreed";
    REQUIRE(journal->add(other).has_value());
  }
  const auto content = Journal::read(file.path());
  REQUIRE(content.has_value());
  CHECK(content->draft == begin.draft);
  REQUIRE(content->edits.size() == 1);
  CHECK(content->edits[0] == kEdit);
  REQUIRE(content->decisions.size() == 1);
  CHECK(content->decisions[0].reason == "agreed");
}

TEST_CASE("journal: a line that was cut off is as if it had never been written") {
  const TemporaryFile file;
  {
    auto journal = Journal::open(file.path(), {});
    REQUIRE(journal->add(kDecision).has_value());
  }
  const std::string whole = file.content();
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    file.put(whole.substr(0, size));
    const auto content = Journal::read(file.path());
    REQUIRE(content.has_value());
    CHECK(content->decisions.size() == (size == whole.size() ? 1 : 0));
  }
}

TEST_CASE("journal: once the draft is written its edits are done, decisions stay") {
  const TemporaryFile file;
  {
    auto journal = Journal::open(file.path(), {});
    REQUIRE(journal->add(kEdit).has_value());
    REQUIRE(journal->add(kDecision).has_value());
    REQUIRE(journal->draft_written(7, {}).has_value());
  }
  const auto content = Journal::read(file.path());
  REQUIRE(content.has_value());
  CHECK(content->edits.empty());
  CHECK(content->decisions.size() == 1);
  CHECK(content->draft == 7);
}

TEST_CASE("journal: another file is refused, with the line, and not written over") {
  for (const std::string text : {"Dear reader,\n", "{\"edit\":3}\n", "[]\n", "{}\n"}) {
    const TemporaryFile file(text);
    const auto content = Journal::read(file.path());
    REQUIRE_FALSE(content.has_value());
    CHECK(content.error().where.line == 1);
    CHECK(file.content() == text);
  }
}

TEST_CASE("journal: beads that were mended are read back, with the edits before them") {
  const TemporaryFile file;
  const std::vector<duizhao::align::BeadSides> beads = {{{0, 1}, {0}}, {{}, {1}}};
  {
    auto journal = Journal::open(file.path(), {});
    REQUIRE(journal->add(kEdit).has_value());
    REQUIRE(journal->add(beads).has_value());
    REQUIRE(journal->add(kEdit).has_value());
  }
  for (int run = 0; run < 2; ++run) {
    const auto content = Journal::read(file.path());
    REQUIRE(content.has_value());
    CHECK(content->beads == beads);
    CHECK(content->edits.size() == 2);
    CHECK(content->edits_before_beads == 1);
    CHECK(Journal::open(file.path(), *content).has_value());  // and written anew
  }
}

TEST_CASE("journal: once the draft is written, mended beads are those of its sentences") {
  const TemporaryFile file;
  {
    auto journal = Journal::open(file.path(), {});
    REQUIRE(journal->add(kEdit).has_value());
    REQUIRE(journal->add(std::vector<duizhao::align::BeadSides>{{{0}, {0, 1}}}).has_value());
    REQUIRE(journal->draft_written(7, {{{0}, {0}}, {{}, {1}}}).has_value());
  }
  const auto content = Journal::read(file.path());
  REQUIRE(content.has_value());
  CHECK(content->edits.empty());
  CHECK(content->beads == std::vector<duizhao::align::BeadSides>{{{0}, {0}}, {{}, {1}}});
}

TEST_CASE("journal: two programs don't write one journal") {
  const TemporaryFile file;
  auto journal = Journal::open(file.path(), {});
  REQUIRE(journal.has_value());
  CHECK_FALSE(Journal::open(file.path(), {}).has_value());
  REQUIRE(journal->add(kDecision).has_value());
  CHECK(Journal::read(file.path())->decisions.size() == 1);
}
