#include "live_review_page.h"

#include <vector>

#include "duizhao/live/accepted_findings.h"

namespace duizhao::cli {

void LiveReviewPage::with_page(const std::function<void(const report::LiveHtml&)>& use) const {
  const Review& review = live_->review();
  const std::vector<Finding> open =
      live::AcceptedFindings(live_->decisions()).others(review.findings);
  const Score score = score_of_(review, open);
  const report::About about = about_(review);
  use({review, open, score, &about, language_});
}

std::string LiveReviewPage::html(std::string_view kept) {
  std::string html;
  with_page([&](const report::LiveHtml& page) { append_live_html(html, page, kept); });
  return html;
}

void LiveReviewPage::add_state(nlohmann::json& state, std::size_t since) {
  with_page(
      [&](const report::LiveHtml& page) { shown_.take(live_pieces(page), live_->version()); });
  shown_.add_to(state, since);
}

}  // namespace duizhao::cli
