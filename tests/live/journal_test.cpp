#include "duizhao/live/journal.h"

#include <doctest/doctest.h>

#include <string>

#include "live/temporary_file.h"

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
    REQUIRE(journal->draft_written(7).has_value());
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
