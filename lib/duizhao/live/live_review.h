#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/align/exchange.h"
#include "duizhao/core/error.h"
#include "duizhao/live/live_draft.h"
#include "duizhao/review/review.h"
#include "duizhao/review/review_memory.h"

namespace duizhao::live {

/// The review of a draft while it is mended: every edit is reviewed at once, and so are beads that
/// a reader mends. Not thread-safe.
class LiveReview : public LiveDraft {
 public:
  /// Reads the text of the draft's file as its reader does, and reviews it against the source;
  /// the memory is of the review before.
  using Judge = std::function<Result<Review>(const std::string& draft, ReviewMemory& memory)>;

  /// `draft` is the decoded text of the draft's file. Fails where it can't be reviewed or the
  /// journal not be used.
  [[nodiscard]] static Result<std::unique_ptr<LiveReview>> open(std::string draft, Judge judge,
                                                                const std::string& journal_path);
  ~LiveReview() override { end(); }

  [[nodiscard]] Result<void> edit(std::size_t bead, std::string_view was,
                                  std::string_view text) override;
  [[nodiscard]] Result<void> apply(std::uint64_t key, std::optional<std::size_t> bead) override;
  [[nodiscard]] std::string text_of(std::size_t bead) const override;

  [[nodiscard]] Result<void> mend(const std::vector<align::BeadSides>& gone,
                                  const std::vector<align::BeadSides>& come) override;
  /// After a while without edits looks at what concerns a long text as a whole, which an edit does
  /// not wait for; false where nothing is left to do.
  bool settle();

  /// Whether beads were mended, now or before.
  [[nodiscard]] bool mended() const { return mended_; }

  [[nodiscard]] const Review& review() const { return review_; }

 private:
  LiveReview(Beginning beginning, Judge judge, ReviewMemory memory, Journal journal, Review review)
      : LiveDraft(std::move(beginning), std::move(journal)),
        judge_(std::move(judge)),
        memory_(std::move(memory)),
        review_(std::move(review)) {}

  /// The review of a draft of which beads were mended: the edits that came then are made one after
  /// the other, since each of them says which sentences belong together.
  [[nodiscard]] static Result<Review> resume(Beginning& beginning, const Judge& judge,
                                             ReviewMemory& memory);
  [[nodiscard]] bool nothing_to_keep() const override {
    return !mended_ && LiveDraft::nothing_to_keep();
  }
  [[nodiscard]] Result<void> mend_once(const std::vector<align::BeadSides>& gone,
                                       const std::vector<align::BeadSides>& come);
  [[nodiscard]] Result<void> judge(const std::string& draft, const Edit* edit) override;
  void take_findings() override {
    review_ = std::move(*judged_);
    judged_.reset();
  }
  [[nodiscard]] std::vector<align::BeadSides> mended_beads() const override;

  [[nodiscard]] Span span_of(std::size_t bead) const;  ///< in the document
  /// Translates a passage that was missing: behind what stands before it, in a line of its own
  /// where the source begins one.
  [[nodiscard]] Result<void> insert(std::size_t bead, std::string_view text);
  [[nodiscard]] Result<void> replace(Span in_document, std::string_view text);

  Judge judge_;
  ReviewMemory memory_;
  Review review_;
  /// When the last edit was made, where what concerns the whole text is still as before it.
  std::optional<std::chrono::steady_clock::time_point> unsettled_;
  bool mended_ = false;
  std::optional<std::size_t> filled_;  ///< the bead that the edit under way translates
  std::optional<Review> judged_;       ///< of the draft as it would be
};

}  // namespace duizhao::live
