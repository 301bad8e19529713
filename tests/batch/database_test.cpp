#include "duizhao/batch/database.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include "batch/records.h"
#include "commands/temporary_folder.h"

namespace duizhao::batch {
namespace {

/// All rows of a query, cells with bars between; fails the test where it is no SQL.
std::vector<std::string> ask(const std::string& path, const std::string& sql) {
  sqlite3* file = nullptr;
  REQUIRE(::sqlite3_open_v2(path.c_str(), &file, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
  std::vector<std::string> rows;
  char* error = nullptr;
  const auto take = [](void* to, int columns, char** cells, char**) {
    std::string row;
    for (int i = 0; i < columns; ++i) {
      if (i > 0) row += '|';
      if (cells[i] != nullptr) row += cells[i];
    }
    static_cast<std::vector<std::string>*>(to)->push_back(row);
    return 0;
  };
  const int status = ::sqlite3_exec(file, sql.c_str(), take, &rows, &error);
  CHECK_MESSAGE(status == SQLITE_OK, sql, ": ", error != nullptr ? error : "");
  ::sqlite3_free(error);
  ::sqlite3_close(file);
  return rows;
}

TEST_CASE("database: pairs, findings and faults can be asked for, and the queries answer") {
  const duizhao::tests::TemporaryFolder folder;
  const std::string path = folder.path("batch.sqlite");
  {
    auto database = Database::create(path, tests::one_input());
    REQUIRE(database);
    REQUIRE(database->add(tests::record_of(0, 0.25, {"number", "name"})));
    REQUIRE(database->add(tests::record_of(1, 0.95)));
    Record error;
    error.kind = Record::Kind::kError;
    error.pair = 2;
    error.message = "no end";
    REQUIRE(database->add(error));
    REQUIRE(database->finish());
  }
  CHECK(folder.names() == std::vector<std::string>{"batch.sqlite"});
  CHECK(ask(path, "SELECT count(*) FROM pair").front() == "2");
  CHECK(ask(path, "SELECT rule, pair FROM finding ORDER BY id") ==
        std::vector<std::string>{"number|1", "name|1"});
  CHECK(ask(path, "SELECT message, after_pairs FROM fault").front() == "no end|2");
  CHECK(ask(path, "SELECT count(*) FROM example_query").front() == "10");
  CHECK(example_queries().size() == 10);
  for (const ExampleQuery& query : example_queries()) ask(path, std::string(query.sql));
  CHECK(ask(path, std::string(example_queries()[1].sql)).front().starts_with("0.25|memory.tsv|1|"));
  CHECK(ask(path, std::string(example_queries()[7].sql)).size() == 1);
}

TEST_CASE("database: one that is not finished leaves nothing behind") {
  const duizhao::tests::TemporaryFolder folder;
  {
    auto database = Database::create(folder.path("batch.sqlite"), tests::one_input());
    REQUIRE(database);
  }
  CHECK(folder.names().empty());
  CHECK_FALSE(Database::create(folder.path("none/batch.sqlite"), tests::one_input()));
}

}  // namespace
}  // namespace duizhao::batch
