#include "duizhao/batch/database.h"

#include <sqlite3.h>

#include <cstdio>
#include <filesystem>
#include <utility>

namespace duizhao::batch {
namespace {

/// Binds values to the parameters of a statement, one after the other.
class Row {
 public:
  explicit Row(sqlite3_stmt* statement) : statement_(statement) {}

  Row& text(std::string_view value) {
    ::sqlite3_bind_text64(statement_, ++at_, value.data(), value.size(), SQLITE_TRANSIENT,
                          SQLITE_UTF8);
    return *this;
  }
  Row& text_or_null(std::string_view value) { return value.empty() ? null() : text(value); }
  Row& number(std::uint64_t value) {
    ::sqlite3_bind_int64(statement_, ++at_, static_cast<sqlite3_int64>(value));
    return *this;
  }
  Row& number_or_null(std::uint64_t value) { return value == 0 ? null() : number(value); }
  Row& real(double value) {
    ::sqlite3_bind_double(statement_, ++at_, value);
    return *this;
  }
  Row& null() {
    ::sqlite3_bind_null(statement_, ++at_);
    return *this;
  }

 private:
  sqlite3_stmt* statement_;
  int at_ = 0;
};

}  // namespace

Result<Database> Database::create(const std::string& path, const std::vector<Input>& inputs) {
  Database database(path);
  const std::string fresh = path + ".new";
  std::error_code error;
  std::filesystem::remove(fresh, error);
  if (::sqlite3_open(fresh.c_str(), &database.file_) != SQLITE_OK) return database.fault();
  // The file counts only once it is whole: it needs no journal of its own.
  for (const char* sql : {"PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "BEGIN"}) {
    if (auto done = database.run(sql); !done) return tl::unexpected(done.error());
  }
  if (auto done = database.run(std::string(database_schema()).c_str()); !done) {
    return tl::unexpected(done.error());
  }
  for (const auto& [statement, sql] :
       {std::pair{&database.pair_,
                  "INSERT INTO pair (input, number, line, segment, source, target, page, quality, "
                  "unjudged, penalty, source_words, passed) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"},
        {&database.finding_,
         "INSERT INTO finding (pair, rule, code, category, severity, penalty, confidence, source, "
         "target, message, suggestion, key, line) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"},
        {&database.fault_, "INSERT INTO fault VALUES (?,?,?,?,?)"}}) {
    auto prepared = database.prepare(sql);
    if (!prepared) return tl::unexpected(prepared.error());
    *statement = *prepared;
  }
  auto input = database.prepare("INSERT INTO input VALUES (?,?,?)");
  if (!input) return tl::unexpected(input.error());
  Result<void> written;
  for (std::size_t i = 0; i < inputs.size() && written; ++i) {
    Row(*input).number(i).text(inputs[i].name).text_or_null(inputs[i].target_name);
    written = database.step(*input);
  }
  ::sqlite3_finalize(*input);
  if (!written) return tl::unexpected(written.error());
  auto query = database.prepare("INSERT INTO example_query VALUES (?,?)");
  if (!query) return tl::unexpected(query.error());
  for (const ExampleQuery& example : example_queries()) {
    Row(*query).text(example.title).text(example.sql);
    if (written) written = database.step(*query);
  }
  ::sqlite3_finalize(*query);
  if (!written) return tl::unexpected(written.error());
  return database;
}

Database::Database(Database&& other) noexcept
    : path_(std::move(other.path_)),
      file_(std::exchange(other.file_, nullptr)),
      pair_(std::exchange(other.pair_, nullptr)),
      finding_(std::exchange(other.finding_, nullptr)),
      fault_(std::exchange(other.fault_, nullptr)) {}

Database::~Database() {
  if (file_ == nullptr) return;
  close();
  std::error_code error;
  std::filesystem::remove(path_ + ".new", error);
}

void Database::close() {
  for (sqlite3_stmt** statement : {&pair_, &finding_, &fault_}) {
    ::sqlite3_finalize(std::exchange(*statement, nullptr));
  }
  ::sqlite3_close(std::exchange(file_, nullptr));
}

Result<void> Database::add(const Record& record) {
  if (!record.is_judged()) {
    Row(fault_)
        .number(record.input)
        .number(record.pair)
        .number_or_null(record.line)
        .text_or_null(record.message)
        .number_or_null(record.passed_over);
    return step(fault_);
  }
  const Score& score = record.score;
  const bool is_pair = record.kind == Record::Kind::kPair;
  Row row(pair_);
  row.number(record.input).number(record.pair).number_or_null(record.line).text_or_null(record.id);
  is_pair ? row.text(record.source).text(record.target) : row.null().null();
  row.text_or_null(record.page);
  score.quality ? row.real(*score.quality) : row.null();
  row.text_or_null(score.unjudged)
      .real(score.penalty)
      .number(score.source_words)
      .number(score.passed ? 1 : 0);
  if (auto written = step(pair_); !written) return written;
  const auto id = static_cast<std::uint64_t>(::sqlite3_last_insert_rowid(file_));
  for (const RecordedFinding& finding : record.findings) {
    Row(finding_)
        .number(id)
        .text(finding.rule)
        .text(finding.code)
        .text(finding.category)
        .text(name_of(finding.severity))
        .real(finding.penalty)
        .real(finding.confidence)
        .text_or_null(finding.source)
        .text_or_null(finding.target)
        .text(finding.message)
        .text_or_null(finding.suggestion)
        .text(finding.key)
        .number_or_null(finding.line);
    if (auto written = step(finding_); !written) return written;
  }
  return {};
}

Result<void> Database::finish() {
  for (const char* sql : {"COMMIT", "CREATE INDEX pair_by_quality ON pair (quality)",
                          "CREATE INDEX pair_by_input ON pair (input, number)",
                          "CREATE INDEX finding_by_pair ON finding (pair)",
                          "CREATE INDEX finding_by_rule ON finding (rule, severity)"}) {
    if (auto done = run(sql); !done) return done;
  }
  close();
  if (std::rename((path_ + ".new").c_str(), path_.c_str()) != 0) {
    return failure(ErrorCode::kUnreadable, "can't be put in its place", {path_, 0, 0});
  }
  return {};
}

Result<void> Database::run(const char* sql) {
  if (::sqlite3_exec(file_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) return fault();
  return {};
}

Result<sqlite3_stmt*> Database::prepare(const char* sql) {
  sqlite3_stmt* statement = nullptr;
  if (::sqlite3_prepare_v2(file_, sql, -1, &statement, nullptr) != SQLITE_OK) return fault();
  return statement;
}

Result<void> Database::step(sqlite3_stmt* statement) {
  if (::sqlite3_step(statement) != SQLITE_DONE) return fault();
  ::sqlite3_reset(statement);
  return {};
}

tl::unexpected<Error> Database::fault() const {
  return failure(ErrorCode::kUnreadable,
                 "can't be written: " + std::string(::sqlite3_errmsg(file_)), {path_, 0, 0});
}

}  // namespace duizhao::batch
