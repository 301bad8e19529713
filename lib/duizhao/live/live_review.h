#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/live/journal.h"
#include "duizhao/review/review.h"

namespace duizhao::live {

/// The review of a draft while it is mended: every edit is reviewed at once, every edit and
/// decision journalled before it is answered. Not thread-safe.
class LiveReview {
 public:
  /// Reads the text of the draft's file as its reader does, and reviews it against the source.
  using Judge = std::function<Result<Review>(const std::string& draft)>;

  /// What was found in the journal when the review was opened.
  struct Resumed {
    std::size_t edits = 0;  ///< that were not written to the file yet, and are there again
    std::size_t decisions = 0;
    std::size_t lost_edits = 0;  ///< of another draft: the file has changed since
  };

  /// `draft` is the decoded text of the draft's file. Edits of the journal that begin with this
  /// very text are made again. Fails where the draft can't be reviewed or the journal not be used.
  [[nodiscard]] static Result<LiveReview> open(std::string draft, Judge judge,
                                               const std::string& journal_path);

  /// Replaces what the translation says in a bead. `was` is what the reader saw there: where that
  /// is no longer so, in another window or the file, the edit fails and changes nothing.
  [[nodiscard]] Result<void> edit(std::size_t bead, std::string_view was, std::string_view text);

  /// Puts the suggestion of a finding in the place of its evidence.
  [[nodiscard]] Result<void> apply(std::uint64_t key);

  /// Takes back the last edit that was made in this run, then the one before it.
  [[nodiscard]] Result<void> undo();

  [[nodiscard]] Result<void> decide(Decision decision);

  /// The file was written, or was written by another program: its text is `draft` now.
  [[nodiscard]] Result<void> file_is(std::string draft);

  /// What the translation says in a bead.
  [[nodiscard]] std::string_view text_of(std::size_t bead) const;

  [[nodiscard]] const Review& review() const { return review_; }
  [[nodiscard]] const std::string& draft() const { return draft_; }
  [[nodiscard]] const std::vector<Decision>& decisions() const { return content_.decisions; }
  /// Whether the draft is another than the file's.
  [[nodiscard]] bool unwritten() const { return draft_hash(draft_) != content_.draft; }
  [[nodiscard]] const Resumed& resumed() const { return resumed_; }
  /// Grows with every change of the draft or of a decision.
  [[nodiscard]] std::size_t version() const { return version_; }

 private:
  LiveReview(std::string draft, Judge judge, Journal journal, Review review)
      : draft_(std::move(draft)),
        judge_(std::move(judge)),
        journal_(std::move(journal)),
        review_(std::move(review)) {}

  [[nodiscard]] Span span_of(std::size_t bead) const;  ///< in the document
  [[nodiscard]] Result<void> replace(Span in_document, std::string_view text);
  [[nodiscard]] Result<void> make(const Edit& edit);
  /// Reviews the draft as it would be, and makes it so.
  [[nodiscard]] Result<void> change(std::string draft, const std::function<Result<void>()>& record);

  std::string draft_;
  Judge judge_;
  Journal journal_;
  Review review_;
  JournalContent content_;
  std::vector<Edit> undoable_;
  Resumed resumed_;
  std::size_t version_ = 1;
};

}  // namespace duizhao::live
