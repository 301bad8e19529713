#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <istream>
#include <string>

#include "duizhao/batch/inputs.h"
#include "duizhao/batch/journal.h"
#include "duizhao/batch/summary.h"
#include "duizhao/batch/work.h"
#include "duizhao/core/error.h"
#include "duizhao/review/checker.h"

/// Reviews whole corpora: files of pairs and reports, with several threads, in bounded memory. What
/// comes out does not depend on the number of threads, nor on whether and where a run was
/// interrupted and taken up again.
namespace duizhao::batch {

/// The names of what a run writes to its folder.
inline constexpr const char* kRecordsName = "pairs.jsonl";
inline constexpr const char* kJournalName = "journal";
inline constexpr const char* kPagesName = "pages";

/// How far a run is, for who waits for it.
struct Standing {
  std::uint64_t pairs = 0;
  std::uint64_t findings = 0;
  std::uint64_t bytes = 0;  ///< of the inputs
};

struct RunOptions {
  CheckerOptions checker;
  Reading reading;
  Shard shard;
  std::size_t threads = 1;
  bool across = false;  ///< compare the pairs of each file with one another
  bool pages = true;    ///< an HTML page for each report
  bool resume = false;
  std::string folder;  ///< where everything is written; empty: only the summary is wanted
  /// Of what the output depends on besides the inputs, for the journal: by option.
  std::map<std::string, std::string> settings;
  std::vector<std::string> unpaired;       ///< see Plan::unpaired; for the journal
  Language language = Language::kEnglish;  ///< of messages
  std::istream* standard_input = nullptr;
  std::function<bool()> stopped;                  ///< asked now and then; may be empty
  std::function<void(const Standing&)> progress;  ///< told now and then; may be empty
};

struct RunOutcome {
  Summary summary;
  bool finished = true;  ///< false where it was stopped; what was done is kept
};

/// Fails where the output can't be written, where what --resume finds is of another run, and where
/// the checker can't be opened.
[[nodiscard]] Result<RunOutcome> run(const std::vector<Input>& inputs, const RunOptions& options);

/// Reads the lines that a run has written, the first `bytes` of them, and hands them on; returns
/// the hash of them. Fails on a line that is none of a batch's.
[[nodiscard]] Result<std::uint64_t> read_records(
    const std::string& path, std::uint64_t bytes,
    const std::function<void(const Record& record)>& take);

}  // namespace duizhao::batch
