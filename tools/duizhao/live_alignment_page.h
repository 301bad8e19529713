#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/live/live_review.h"
#include "live_page.h"
#include "live_pieces.h"

namespace duizhao::cli {

/// The page of an alignment of which the beads are mended; what is written is the alignment.
class LiveAlignmentPage : public LivePage {
 public:
  struct Options {
    std::string output;                      ///< path
    std::string format;                      ///< see alignment_text()
    Language language = Language::kEnglish;  ///< of the page's own words
  };

  LiveAlignmentPage(std::unique_ptr<live::LiveReview> live, Options options)
      : live_(std::move(live)), options_(std::move(options)) {}

  [[nodiscard]] live::LiveDraft& draft() override { return *live_; }
  [[nodiscard]] bool unwritten() override {
    return align::sides_of(live_->review().alignment) != written_;
  }
  [[nodiscard]] Result<void> write(live::DraftFile& file) override;
  [[nodiscard]] std::string html(std::string_view kept) override;
  void add_state(nlohmann::json& state, std::size_t since) override;

 private:
  std::unique_ptr<live::LiveReview> live_;
  Options options_;
  std::vector<align::BeadSides> written_;  ///< the beads that are in the file
  ShownPieces shown_;
};

}  // namespace duizhao::cli
