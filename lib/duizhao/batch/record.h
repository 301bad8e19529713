#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/batch/inputs.h"
#include "duizhao/core/finding.h"
#include "duizhao/core/score.h"
#include "duizhao/report/pair_place.h"
#include "duizhao/review/review.h"

/// A batch writes one line of JSON for each pair, each report, and each thing that could not be
/// read; all that it tells besides, the summary and the database, is made out of these lines. They
/// are those of report/json.h with more in front:
///
///     {"input":0,"file":"memory.tsv","source":"…","target":"…","pair":0,"line":1,"score":{…},…}
///     {"input":1,"file":"a.en.txt","target_file":"a.zh.txt","page":"pages/1-a.en.html",…}
///     {"input":2,"file":"broken.tmx","pair":12,"error":{"message":"…","line":812}}
///     {"input":3,"file":"old.tmx","pair":90,"passed_over":{"units":2,"first":["…"]}}
///
/// `input` counts the inputs from 0. `source` and `target` are the texts of a pair. An error stands
/// behind the pairs that could be read before it.
namespace duizhao::batch {

/// What a line tells of a finding.
struct RecordedFinding {
  std::string rule;
  std::string code;
  std::string category;
  Severity severity = Severity::kMajor;
  double penalty = 0;
  double confidence = 0;
  std::string source;  ///< the evidence's texts; empty without one
  std::string target;
  std::string message;
  std::string suggestion;
  std::string key;
  std::size_t line = 0;
};

/// What a line tells.
struct Record {
  enum class Kind : std::uint8_t { kPair, kReport, kError, kPassedOver };

  Kind kind = Kind::kPair;
  std::size_t input = 0;
  std::string file;
  std::string target_file;
  std::string page;
  std::uint64_t pair = 0;
  std::size_t line = 0;
  std::string id;
  std::string source;
  std::string target;
  Score score;
  std::vector<RecordedFinding> findings;
  std::string message;  ///< of an error
  std::uint64_t passed_over = 0;

  [[nodiscard]] bool is_judged() const { return kind == Kind::kPair || kind == Kind::kReport; }
};

/// None for what is no line of a batch.
[[nodiscard]] std::optional<Record> read_record(std::string_view line);

void append_pair_record(std::string& out, std::size_t number, const Input& input,
                        const report::PairPlace& place, const Review& review, Language language);

void append_report_record(std::string& out, std::size_t number, const Input& input,
                          const std::string& page, const Review& review, Language language);

/// `pair`: how many pairs of the input were read before.
void append_error_record(std::string& out, std::size_t number, const Input& input,
                         std::uint64_t pair, const Error& error);

void append_passed_over_record(std::string& out, std::size_t number, const Input& input,
                               std::uint64_t pair, std::size_t units,
                               const std::vector<Error>& first);

}  // namespace duizhao::batch
