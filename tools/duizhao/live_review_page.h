#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "duizhao/core/finding.h"
#include "duizhao/core/score.h"
#include "duizhao/live/live_review.h"
#include "duizhao/report/about.h"
#include "duizhao/report/html.h"
#include "live_page.h"
#include "live_pieces.h"

namespace duizhao::cli {

/// The page of a review of two documents.
class LiveReviewPage : public LivePage {
 public:
  using AboutReview = std::function<report::About(const Review&)>;
  /// What a review comes to if only some of its findings count.
  using ScoreOf = std::function<Score(const Review&, const std::vector<Finding>&)>;

  LiveReviewPage(std::unique_ptr<live::LiveReview> live, AboutReview about, ScoreOf score_of,
                 Language language)
      : live_(std::move(live)),
        about_(std::move(about)),
        score_of_(std::move(score_of)),
        language_(language) {}

  [[nodiscard]] live::LiveDraft& draft() override { return *live_; }
  [[nodiscard]] std::string html(std::string_view kept) override;
  void add_state(nlohmann::json& state, std::size_t since) override;
  bool work(std::chrono::milliseconds /*time*/) override { return live_->settle(); }

 private:
  /// What the page is made of now.
  void with_page(const std::function<void(const report::LiveHtml&)>& use) const;

  std::unique_ptr<live::LiveReview> live_;
  AboutReview about_;
  ScoreOf score_of_;
  Language language_;  ///< of the page's own words
  ShownPieces shown_;
};

}  // namespace duizhao::cli
