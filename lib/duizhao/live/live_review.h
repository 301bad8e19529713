#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "duizhao/core/error.h"
#include "duizhao/live/live_draft.h"
#include "duizhao/review/review.h"

namespace duizhao::live {

/// The review of a draft while it is mended: every edit is reviewed at once. Not thread-safe.
class LiveReview : public LiveDraft {
 public:
  /// Reads the text of the draft's file as its reader does, and reviews it against the source.
  using Judge = std::function<Result<Review>(const std::string& draft)>;

  /// `draft` is the decoded text of the draft's file. Fails where it can't be reviewed or the
  /// journal not be used.
  [[nodiscard]] static Result<std::unique_ptr<LiveReview>> open(std::string draft, Judge judge,
                                                                const std::string& journal_path);

  [[nodiscard]] Result<void> edit(std::size_t bead, std::string_view was,
                                  std::string_view text) override;
  [[nodiscard]] Result<void> apply(std::uint64_t key, std::optional<std::size_t> bead) override;
  [[nodiscard]] std::string text_of(std::size_t bead) const override;

  [[nodiscard]] const Review& review() const { return review_; }

 private:
  LiveReview(Beginning beginning, Judge judge, Journal journal, Review review)
      : LiveDraft(std::move(beginning), std::move(journal)),
        judge_(std::move(judge)),
        review_(std::move(review)) {}

  [[nodiscard]] Result<void> judge(const std::string& draft, const Edit* edit) override;
  void take_findings() override { review_ = std::move(*judged_); }

  [[nodiscard]] Span span_of(std::size_t bead) const;  ///< in the document
  /// Translates a passage that was missing: behind what stands before it, in a line of its own
  /// where the source begins one.
  [[nodiscard]] Result<void> insert(std::size_t bead, std::string_view text);
  [[nodiscard]] Result<void> replace(Span in_document, std::string_view text);

  Judge judge_;
  Review review_;
  std::optional<Review> judged_;  ///< of the draft as it would be
};

}  // namespace duizhao::live
