#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "duizhao/live/live_review.h"
#include "duizhao/report/about.h"
#include "live_page.h"

namespace duizhao::cli {

/// The page of a review of two documents.
class LiveReviewPage : public LivePage {
 public:
  using AboutReview = std::function<report::About(const Review&)>;

  LiveReviewPage(std::unique_ptr<live::LiveReview> live, AboutReview about, Language language)
      : live_(std::move(live)), about_(std::move(about)), language_(language) {}

  [[nodiscard]] live::LiveDraft& draft() override { return *live_; }
  [[nodiscard]] std::string html(std::string_view decisions) override;
  void add_state(nlohmann::json& state, std::size_t since) override;

 private:
  std::unique_ptr<live::LiveReview> live_;
  AboutReview about_;
  Language language_;  ///< of the page's own words
  /// What the page that asked last has, by id, and in which version.
  std::map<std::string, std::string> shown_;
  std::size_t shown_version_ = 0;
};

}  // namespace duizhao::cli
