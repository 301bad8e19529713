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

#include "duizhao/core/error.h"
#include "duizhao/core/score.h"
#include "duizhao/formats/bilingual.h"
#include "duizhao/live/live_draft.h"
#include "duizhao/review/review.h"

namespace duizhao::live {

/// The review of the pairs of a bilingual file while its translations are mended. The pairs are
/// reviewed one by one, so that the first are there while the last are waited for; an edit has its
/// pair reviewed anew. Not thread-safe.
class LivePairs : public LiveDraft {
 public:
  /// Reviews a pair of texts.
  using Judge = std::function<Review(const std::string& source, const std::string& target)>;

  /// A pair as far as a list of all of them needs it.
  struct Pair {
    formats::BilingualPair text;
    bool judged = false;
    std::size_t changed_at = 0;  ///< the version in which it was reviewed last
    std::vector<Finding> findings;
    Score score;
  };

  /// `draft` is the decoded text of the file at `name`; `options` say how it is read. Fails where
  /// it is malformed, in a format that is not written back, or the journal can't be used.
  [[nodiscard]] static Result<std::unique_ptr<LivePairs>> open(std::string draft,
                                                               const std::string& name,
                                                               formats::BilingualOptions options,
                                                               Judge judge,
                                                               const std::string& journal_path);
  ~LivePairs() override { end(); }

  [[nodiscard]] Result<void> edit(std::size_t pair, std::string_view was,
                                  std::string_view text) override;
  [[nodiscard]] Result<void> apply(std::uint64_t key, std::optional<std::size_t> pair) override;
  [[nodiscard]] std::string text_of(std::size_t pair) const override;

  /// Reviews pairs that were not reviewed yet, for about so long; false where none is left.
  bool work(std::chrono::milliseconds time);

  /// The review of one pair, as a page shows it.
  [[nodiscard]] Review review_of(std::size_t pair) const;

  [[nodiscard]] const std::vector<Pair>& pairs() const { return pairs_; }
  [[nodiscard]] std::size_t judged() const { return judged_count_; }

 private:
  LivePairs(Beginning beginning, Journal journal, std::string name,
            formats::BilingualOptions options, Judge judge)
      : LiveDraft(std::move(beginning), std::move(journal)),
        name_(std::move(name)),
        options_(std::move(options)),
        judge_(std::move(judge)) {}

  [[nodiscard]] Result<void> judge(const std::string& draft, const Edit* edit) override;
  void take_findings() override;

  /// The pairs of a draft, unreviewed.
  [[nodiscard]] Result<std::vector<Pair>> read(const std::string& draft) const;
  void review(Pair& pair) const;
  /// The pair whose target an edit lies in.
  [[nodiscard]] std::optional<std::size_t> pair_at(Span in_draft) const;
  [[nodiscard]] Result<void> replace(std::size_t pair, std::string_view text);

  std::string name_;
  formats::BilingualOptions options_;
  Judge judge_;
  std::vector<Pair> pairs_;
  std::size_t judged_count_ = 0;
  std::size_t next_ = 0;  ///< no pair before it waits to be reviewed

  std::vector<Pair> read_pairs_;  ///< of the draft as it would be
};

}  // namespace duizhao::live
