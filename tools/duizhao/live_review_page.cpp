#include "live_review_page.h"

#include <vector>

#include "duizhao/report/html.h"

namespace duizhao::cli {

using nlohmann::json;

std::string LiveReviewPage::html(std::string_view decisions) {
  std::string html;
  const report::About about = about_(live_->review());
  report::append_live_html(html, live_->review(), decisions, language_, &about);
  return html;
}

void LiveReviewPage::add_state(json& state, std::size_t since) {
  const report::About about = about_(live_->review());
  std::vector<report::PagePiece> pieces = report::live_pieces(live_->review(), language_, &about);
  json told = json::array();
  const bool known = since > 0 && since == shown_version_;
  for (const report::PagePiece& piece : pieces) {
    const auto before = shown_.find(piece.id);
    const bool same = known && before != shown_.end() && before->second == piece.html;
    told.push_back(same ? json{{"id", piece.id}} : json{{"id", piece.id}, {"html", piece.html}});
  }
  shown_.clear();
  for (report::PagePiece& piece : pieces) shown_[piece.id] = std::move(piece.html);
  shown_version_ = live_->version();
  state["pieces"] = std::move(told);
}

}  // namespace duizhao::cli
