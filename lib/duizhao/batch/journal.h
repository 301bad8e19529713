#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "duizhao/batch/inputs.h"
#include "duizhao/core/durable_file.h"
#include "duizhao/core/error.h"

namespace duizhao::batch {

/// A part of a batch for one of several machines: number `part` of `parts`, from 1.
struct Shard {
  std::size_t part = 1;
  std::size_t parts = 1;

  /// Whether a chunk of an input's pairs, or a report as its first one, is this part's.
  [[nodiscard]] bool has(std::size_t input, std::uint64_t chunk) const {
    return (input + chunk) % parts == part - 1;
  }
  friend bool operator==(const Shard&, const Shard&) = default;
};

/// What a run is: with the same, another one goes on with its work.
struct RunHeader {
  std::map<std::string, std::string> settings;  ///< all that the output depends on, by option
  Shard shard;
  std::vector<Input> inputs;          ///< names, sizes and times of the files
  std::vector<std::string> unpaired;  ///< see Plan::unpaired

  /// What of another header is different, in words; none where one run may go on with the other's
  /// work. Standard input has no size and no time: it has to be the same again.
  [[nodiscard]] std::optional<std::string> difference(const RunHeader& other) const;
};

/// How far a run has come.
struct Progress {
  std::uint64_t bytes = 0;  ///< of the lines that were written
  std::uint64_t hash = 0;   ///< of these bytes (XXH3)
  std::size_t input = 0;    ///< the inputs before this one are done
  std::uint64_t pairs = 0;  ///< and so many pairs of this one
  bool done = false;
};

/// The journal of a run, a file of lines of JSON: the header, then how far the run has come, each
/// time its lines were forced to the disk. Whatever ends a run, another one can go on from the last
/// whole line of it. Not thread-safe.
class Journal {
 public:
  struct Content {
    RunHeader header;
    Progress progress;
    std::uint64_t bytes = 0;  ///< of whole lines
  };

  /// None where there is no journal, or one that has not even its header. Fails on another file.
  [[nodiscard]] static Result<std::optional<Content>> read(const std::string& path);

  [[nodiscard]] static Result<Journal> begin(const std::string& path, const RunHeader& header);
  [[nodiscard]] static Result<Journal> go_on(const std::string& path, const Content& from);

  /// Call it when the lines are on the disk.
  [[nodiscard]] Result<void> add(const Progress& progress);

 private:
  explicit Journal(DurableFile file) : file_(std::move(file)) {}

  DurableFile file_;
};

}  // namespace duizhao::batch
