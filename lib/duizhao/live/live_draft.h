#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/live/journal.h"

namespace duizhao::live {

/// A draft while it is mended: the text of its file with the edits that are not written yet, and
/// what was decided on its findings. Every edit and decision is journalled before it is answered.
/// Whoever derives from it says what is found in the draft. Not thread-safe.
class LiveDraft {
 public:
  /// What was found in the journal when the draft was opened.
  struct Resumed {
    std::size_t edits = 0;  ///< that were not written to the file yet, and are there again
    std::size_t decisions = 0;
    std::size_t lost_edits = 0;  ///< of another draft: the file has changed since
  };

  LiveDraft(const LiveDraft&) = delete;
  LiveDraft& operator=(const LiveDraft&) = delete;
  virtual ~LiveDraft() = default;

  /// Replaces what the translation says in a passage: a bead, or a pair. `was` is what the reader
  /// saw there: where that is no longer so, in another window or the file, the edit fails and
  /// changes nothing.
  [[nodiscard]] virtual Result<void> edit(std::size_t passage, std::string_view was,
                                          std::string_view text) = 0;
  /// Puts the suggestion of a finding in the place of its evidence; in this passage, where the
  /// finding is made in several.
  [[nodiscard]] virtual Result<void> apply(std::uint64_t key,
                                           std::optional<std::size_t> passage) = 0;
  /// Exchanges some beads for others of the same sentences (align/exchange.h); fails where the
  /// passages are pairs of a file.
  [[nodiscard]] virtual Result<void> mend(const std::vector<align::BeadSides>& gone,
                                          const std::vector<align::BeadSides>& come);
  /// What the translation says in a passage.
  [[nodiscard]] virtual std::string text_of(std::size_t passage) const = 0;

  /// Takes back the last edit that was made in this run, then the one before it.
  [[nodiscard]] Result<void> undo();

  [[nodiscard]] Result<void> decide(Decision decision);

  /// The file was written, or was written by another program: its text is `draft` now.
  [[nodiscard]] Result<void> file_is(std::string draft);

  [[nodiscard]] const std::string& draft() const { return draft_; }
  [[nodiscard]] const std::vector<Decision>& decisions() const { return content_.decisions; }
  /// Whether the draft is another than the file's.
  [[nodiscard]] bool unwritten() const { return draft_hash(draft_) != content_.draft; }
  [[nodiscard]] const Resumed& resumed() const { return resumed_; }
  /// Grows with every change of the draft, of a decision or of what is known of the draft.
  [[nodiscard]] std::size_t version() const { return version_; }
  /// What is known of the draft is another now: who follows it is to look again.
  void changed() { ++version_; }

 protected:
  /// What a draft begins with: the file's text with the journal's edits made again.
  struct Beginning {
    std::string draft;
    JournalContent content;
    Resumed resumed;
    /// The drafts between the one that the beads of the journal are of, the first, and the last.
    std::vector<std::string> since_beads;
  };
  /// Edits of the journal that begin with this very text are made again.
  [[nodiscard]] static Result<Beginning> begin(std::string draft, const std::string& journal_path);

  LiveDraft(Beginning beginning, Journal journal)
      : draft_(std::move(beginning.draft)),
        content_(std::move(beginning.content)),
        resumed_(beginning.resumed),
        journal_(std::move(journal)) {}

  /// Looks at the draft as it would be, by an edit or, where there is none, all anew. What it finds
  /// counts once take_findings() is called.
  [[nodiscard]] virtual Result<void> judge(const std::string& draft, const Edit* edit) = 0;
  virtual void take_findings() = 0;

  /// Makes an edit that can be undone; one that changes nothing is none.
  [[nodiscard]] Result<void> make(Edit edit);
  /// Something was done that this takes back.
  void can_undo(std::function<Result<void>()> take_back) {
    undoable_.push_back(std::move(take_back));
  }
  [[nodiscard]] Journal& journal() { return journal_; }
  /// All beads of what was judged last, where a reader has mended some.
  [[nodiscard]] virtual std::vector<align::BeadSides> mended_beads() const { return {}; }
  /// Whether the journal holds nothing that another run would want.
  [[nodiscard]] virtual bool nothing_to_keep() const {
    return !unwritten() && content_.decisions.empty();
  }
  /// Takes the journal away where nothing is to be kept; for the end.
  void end();

  /// What is said where something is no longer as its reader saw it.
  static tl::unexpected<Error> outdated();

 private:
  [[nodiscard]] Result<void> change(std::string draft, const Edit* edit,
                                    const std::function<Result<void>()>& record);
  [[nodiscard]] Result<void> make_once(const Edit& edit);

  std::string draft_;
  JournalContent content_;
  Resumed resumed_;
  Journal journal_;
  std::vector<std::function<Result<void>()>> undoable_;
  std::size_t version_ = 1;
};

}  // namespace duizhao::live
