#pragma once

#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "duizhao/batch/checkers.h"
#include "duizhao/batch/inputs.h"
#include "duizhao/batch/journal.h"
#include "duizhao/batch/pair_stream.h"
#include "duizhao/core/error.h"
#include "duizhao/formats/bilingual.h"
#include "duizhao/review/checker.h"

namespace duizhao::batch {

/// How inputs are read.
struct Reading {
  formats::BilingualOptions bilingual;
  ReadOptions source;
  ReadOptions target;
};

/// What a thread is given: some pairs of a bilingual file, a report, or something that is only to
/// be told.
struct Work {
  std::size_t input = 0;
  std::uint64_t pairs = 0;  ///< how many of the input's have been read, these included
  bool ends_input = false;
  /// Pairs of another part of the batch, which are only compared with.
  bool only_compared = false;
  std::vector<NumberedPair> chunk;
  Language source = Language::kUnknown;
  Language target = Language::kUnknown;
  std::shared_ptr<const Checker> checker;  ///< none where there is nothing to review
  std::string told;                        ///< a record of an error, or of what was passed over
};

/// The work of a batch, in order. An input that can't be read, or not to its end, gives a record
/// of the error, and work goes on with the next one. Not thread-safe.
class WorkList {
 public:
  struct Options {
    Reading reading;
    Shard shard;
    /// Whether pairs of other parts are needed to compare with.
    bool across = false;
    std::istream* standard_input = nullptr;
  };

  /// All of these must outlive it. Begins behind the first `progress.pairs` pairs of the input
  /// `progress.input`.
  WorkList(const std::vector<Input>& inputs, Checkers& checkers, Options options,
           const Progress& progress);

  /// None when everything is done.
  [[nodiscard]] std::optional<Work> next();

  /// Of the inputs, about, that have been read.
  [[nodiscard]] std::uint64_t bytes() const;

 private:
  struct File;

  [[nodiscard]] bool is_report() const;
  [[nodiscard]] Work report();
  [[nodiscard]] Result<std::unique_ptr<formats::BilingualReader>> open_pairs(
      const Input& input) const;
  [[nodiscard]] Result<void> open_file();
  [[nodiscard]] std::optional<Work> next_chunk();
  [[nodiscard]] Work end_of_file();
  [[nodiscard]] Work broken(const Error& error, std::uint64_t pairs);
  [[nodiscard]] bool is_mine(std::uint64_t pairs) const;
  void leave_input();

  const std::vector<Input>& inputs_;
  Checkers& checkers_;
  Options options_;
  std::size_t input_;
  std::uint64_t begin_at_;  ///< pairs of the first input that are done
  std::unique_ptr<File> file_;
  std::uint64_t bytes_before_ = 0;

 public:
  ~WorkList();
};

}  // namespace duizhao::batch
