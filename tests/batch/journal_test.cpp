#include "duizhao/batch/journal.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "commands/temporary_folder.h"

namespace duizhao::batch {
namespace {

using tests::TemporaryFolder;

RunHeader header() {
  Input input;
  input.name = "memory.tsv";
  input.bytes = 12;
  input.changed = 34;
  return {{{"--profile", "corpus"}}, {2, 5}, {input}, {"alone.txt"}};
}

TEST_CASE("journal: the last whole line tells how far a run has come") {
  const TemporaryFolder folder;
  const std::string path = folder.path("journal");
  {
    auto journal = Journal::begin(path, header());
    REQUIRE(journal);
    REQUIRE(journal->add({100, 0xFEDCBA9876543210, 0, 64, false}));
    REQUIRE(journal->add({200, 2, 1, 128, false}));
  }
  const std::string whole = tests::content_of(path);
  for (std::size_t cut = 0; cut <= whole.size(); ++cut) {
    folder.write("journal", whole.substr(0, cut));
    const auto content = Journal::read(path);
    REQUIRE(content);
    const std::string kept = whole.substr(0, cut);
    const auto lines = std::count(kept.begin(), kept.end(), '\n');
    REQUIRE(content->has_value() == (lines > 0));
    if (lines == 0) continue;
    CHECK((**content).progress.bytes == (lines == 1 ? 0 : lines == 2 ? 100 : 200));
    CHECK_FALSE((**content).header.difference(header()));
  }
  const auto content = Journal::read(path);
  CHECK((**content).progress.pairs == 128);
  auto journal = Journal::go_on(path, **content);
  REQUIRE(journal);
  REQUIRE(journal->add({300, 3, 2, 0, true}));
  CHECK((**Journal::read(path)).progress.done);
}

TEST_CASE("journal: another run's is told from this one's, in words") {
  const auto difference = [](auto change) {
    RunHeader other = header();
    change(other);
    return header().difference(other).value_or("");
  };
  CHECK(difference([](RunHeader&) {}).empty());
  CHECK(difference([](RunHeader& other) { other.settings["--profile"] = "draft"; }) ==
        "--profile is 'corpus' now and was 'draft'");
  CHECK(difference([](RunHeader& other) { other.settings["--off"] = "name"; }).find("--off") == 0);
  CHECK(difference([](RunHeader& other) { other.shard.part = 1; }).find("part 2/5") !=
        std::string::npos);
  CHECK(difference([](RunHeader& other) { other.inputs[0].changed = 35; }) ==
        "memory.tsv has changed since");
  CHECK(difference([](RunHeader& other) { other.inputs[0].name = "m.tsv"; }).find("m.tsv") !=
        std::string::npos);
  CHECK_FALSE(difference([](RunHeader& other) { other.inputs.clear(); }).empty());
}

TEST_CASE("journal: another file is none, and one writer is enough") {
  const TemporaryFolder folder;
  CHECK_FALSE(*Journal::read(folder.path("none")));
  CHECK_FALSE(Journal::read(folder.write("other", "a\tb\n")));
  const auto first = Journal::begin(folder.path("journal"), header());
  REQUIRE(first);
  CHECK_FALSE(Journal::begin(folder.path("journal"), header()));
}

TEST_CASE("shards: every chunk is one part's") {
  for (std::size_t input = 0; input < 7; ++input) {
    for (std::uint64_t chunk = 0; chunk < 20; ++chunk) {
      int parts = 0;
      for (std::size_t part = 1; part <= 5; ++part) parts += Shard{part, 5}.has(input, chunk);
      CHECK(parts == 1);
    }
  }
}

}  // namespace
}  // namespace duizhao::batch
