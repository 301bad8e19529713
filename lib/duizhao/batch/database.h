#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/batch/inputs.h"
#include "duizhao/batch/record.h"
#include "duizhao/core/error.h"

struct sqlite3;
struct sqlite3_stmt;

namespace duizhao::batch {

/// The tables of a database, as the SQL that makes them, with what the columns are.
[[nodiscard]] std::string_view database_schema();

/// A question that people have, and the SQL that answers it.
struct ExampleQuery {
  std::string_view title;
  std::string_view sql;
};
[[nodiscard]] const std::vector<ExampleQuery>& example_queries();

/// Writes the records of a batch into a file of SQLite, one by one. Not thread-safe.
class Database {
 public:
  /// Begins a file beside `path`, which gets that name with finish().
  [[nodiscard]] static Result<Database> create(const std::string& path,
                                               const std::vector<Input>& inputs);

  Database(Database&& other) noexcept;
  Database& operator=(Database&& other) = delete;
  ~Database();

  [[nodiscard]] Result<void> add(const Record& record);
  /// Makes the indices and puts the file in its place.
  [[nodiscard]] Result<void> finish();

 private:
  explicit Database(std::string path) : path_(std::move(path)) {}
  [[nodiscard]] Result<void> run(const char* sql);
  [[nodiscard]] Result<sqlite3_stmt*> prepare(const char* sql);
  [[nodiscard]] Result<void> step(sqlite3_stmt* statement);
  [[nodiscard]] tl::unexpected<Error> fault() const;
  void close();

  std::string path_;
  sqlite3* file_ = nullptr;
  sqlite3_stmt* pair_ = nullptr;
  sqlite3_stmt* finding_ = nullptr;
  sqlite3_stmt* fault_ = nullptr;
};

}  // namespace duizhao::batch
