#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/align/exchange.h"
#include "duizhao/core/durable_file.h"
#include "duizhao/core/error.h"
#include "duizhao/core/span.h"

namespace duizhao::live {

/// A stretch of the draft that was written anew.
struct Edit {
  Span span;            ///< in the draft as it was before the edit
  std::string removed;  ///< what stood there
  std::string written;  ///< what stands there now
  friend bool operator==(const Edit&, const Edit&) = default;
};

/// What the reader decided on the finding with this key.
struct Decision {
  std::string key;    ///< key_text() of Finding::key
  std::string state;  ///< "accepted", "question", "fixed"; empty where a decision is taken back
  std::string rule;
  std::string author;
  std::string reason;
  std::string excerpt;
  std::string message;
  std::string when;  ///< ISO 8601
  friend bool operator==(const Decision&, const Decision&) = default;
};

/// What a decision says beside its key, by the names that journal and page write it under.
inline constexpr std::array<std::pair<std::string_view, std::string Decision::*>, 7>
    kDecisionMembers = {{{"state", &Decision::state},
                         {"rule", &Decision::rule},
                         {"author", &Decision::author},
                         {"reason", &Decision::reason},
                         {"excerpt", &Decision::excerpt},
                         {"message", &Decision::message},
                         {"when", &Decision::when}}};

/// What a journal holds of the work that went before.
struct JournalContent {
  std::vector<Edit> edits;          ///< since the draft was written last, in order
  std::vector<Decision> decisions;  ///< the last on each key, in the order of the first
  std::uint64_t draft = 0;          ///< draft_hash() of the draft that the edits begin with
  /// All beads, where a reader has mended some, as they were when so many edits had been made.
  std::vector<align::BeadSides> beads;
  std::size_t edits_before_beads = 0;

  [[nodiscard]] bool empty() const { return edits.empty() && decisions.empty() && beads.empty(); }
};

/// A hash of a draft's text, to tell whether a journal's edits are edits of it.
[[nodiscard]] std::uint64_t draft_hash(std::string_view text);

/// A file to which every edit and decision is added, and forced to the disk, before it is answered:
/// a line of JSON each, so that the end of the program at any moment loses nothing but a line that
/// was never answered. Not thread-safe.
class Journal {
 public:
  /// What stands in the journal at `path`, nothing where there is none. A last line that was cut
  /// off is passed over; fails on a file that is no journal.
  [[nodiscard]] static Result<JournalContent> read(const std::string& path);

  /// Opens the journal to go on with it, or to begin it; `keeps` of what stood in it. Fails where
  /// another program goes on with it.
  [[nodiscard]] static Result<Journal> open(const std::string& path, const JournalContent& keeps);

  /// Fail where the disk does not take the line: then the edit is not to be answered as done.
  [[nodiscard]] Result<void> add(const Edit& edit);
  [[nodiscard]] Result<void> add(const Decision& decision);
  [[nodiscard]] Result<void> add(const std::vector<align::BeadSides>& beads);
  /// The draft was written to its file: edits begin anew. `beads` are all of its beads where a
  /// reader has mended some, else empty.
  [[nodiscard]] Result<void> draft_written(std::uint64_t draft,
                                           const std::vector<align::BeadSides>& beads);
  /// Takes the file away: there is nothing in it to go on with.
  void remove();

 private:
  Journal(std::string path, DurableFile file) : path_(std::move(path)), file_(std::move(file)) {}
  [[nodiscard]] Result<void> append(std::string line);

  std::string path_;
  DurableFile file_;
};

}  // namespace duizhao::live
