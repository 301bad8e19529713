#include "live_alignment_page.h"

#include "alignment_text.h"
#include "duizhao/core/durable_file.h"
#include "duizhao/report/html.h"

namespace duizhao::cli {

Result<void> LiveAlignmentPage::write(live::DraftFile& /*file*/) {
  const Review& review = live_->review();
  const std::string text = alignment_text(options_.format, review.source, review.target,
                                          review.alignment, options_.language);
  if (auto put = replace_file(options_.output, text); !put) return put;
  written_ = align::sides_of(review.alignment);
  return {};
}

std::string LiveAlignmentPage::html(std::string_view kept) {
  std::string html;
  report::append_live_alignment_html(html, live_->review(), kept, options_.language);
  return html;
}

void LiveAlignmentPage::add_state(nlohmann::json& state, std::size_t since) {
  shown_.take(report::live_alignment_pieces(live_->review(), options_.language), live_->version());
  shown_.add_to(state, since);
}

}  // namespace duizhao::cli
