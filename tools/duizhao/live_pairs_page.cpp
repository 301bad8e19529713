#include "live_pairs_page.h"

#include <fmt/format.h>

#include "duizhao/live/accepted_findings.h"
#include "duizhao/report/verdict.h"
#include "duizhao/review/suppression.h"
#include "duizhao/score/total.h"
#include "duizhao/text/ascii.h"

namespace duizhao::cli {

using live::AcceptedFindings;
using nlohmann::json;

report::PairsPage LivePairsPage::with_counts() const {
  report::HtmlPairs counts;
  counts.file = options_.file;
  counts.count = live_->pairs().size();
  counts.reviewed = live_->judged();
  const AcceptedFindings accepted(live_->decisions());
  for (const live::LivePairs::Pair& pair : live_->pairs()) {
    if (!pair.judged) continue;
    if (!pair.findings.empty()) ++counts.with_findings;
    if (pair.findings.empty() && !pair.score.unjudged.empty()) ++counts.unjudged;
    for (const Finding& finding : pair.findings) {
      const std::size_t places = 1 + finding.elsewhere.size();
      counts.by_severity[static_cast<std::size_t>(finding.severity)] += places;
      counts.by_rule[finding.rule] += places;
      if (!accepted.has(finding)) report::add_points(counts.points, pair.score, {&finding, 1});
    }
  }
  report::PairsPage page(options_.file, options_.language);
  page.set_counts(std::move(counts));
  return page;
}

Score LivePairsPage::score() const {
  score::Total total;
  const AcceptedFindings accepted(live_->decisions());
  for (const live::LivePairs::Pair& pair : live_->pairs()) {
    if (!pair.judged) continue;
    Score counted = pair.score;
    for (const Finding& finding : pair.findings) {
      if (accepted.has(finding)) counted.penalty -= score::cost_of(finding, pair.score);
    }
    total.add(counted);
  }
  return total.score({.pass_threshold = options_.pass_threshold});
}

std::string LivePairsPage::html(std::string_view kept) {
  std::string html;
  with_counts().append_live(html, score(), kept, options_.about);
  return html;
}

void LivePairsPage::add_state(json& state, std::size_t since) {
  json pieces = json::array();
  for (const report::PagePiece& piece : with_counts().live_pieces(score(), options_.about)) {
    pieces.push_back({{"id", piece.id}, {"html", piece.html}});
  }
  state["pieces"] = std::move(pieces);
  json stops = json::object();
  const auto& pairs = live_->pairs();
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (!pairs[i].judged || pairs[i].changed_at <= since) continue;
    json of_pair = json::array();
    const auto add = [&](const Finding& finding) {
      of_pair.push_back({finding.rule, finding.code, name_of(finding.severity), finding.confidence,
                         key_text(finding.key), finding.suggestion && finding.target});
    };
    // In the order in which the page's rows have their notes.
    for (const Finding& finding : pairs[i].findings) add(finding);
    for (const Finding& finding : pairs[i].findings) {
      for (const Finding& place : finding.elsewhere) add(place);
    }
    // A pair in which nothing is found matters only where something was found before.
    if (!of_pair.empty() || since > 0) stops[std::to_string(i)] = std::move(of_pair);
  }
  state["stops"] = std::move(stops);
  state["count"] = pairs.size();
}

std::string LivePairsPage::rows(const std::vector<std::size_t>& numbers) {
  report::PairsPage page(options_.file, options_.language);
  for (const std::size_t number : numbers) {
    if (number >= live_->pairs().size()) continue;
    const formats::BilingualPair& text = live_->pairs()[number].text;
    page.show(number, text.id.empty() ? std::to_string(text.line) : text.id,
              live_->review_of(number));
  }
  return page.live_rows();
}

std::vector<std::size_t> LivePairsPage::search(const std::string& words) {
  std::vector<std::size_t> found;
  const auto& pairs = live_->pairs();
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const formats::BilingualPair& text = pairs[i].text;
    for (const std::string* side : {&text.source, &text.target, &text.id}) {
      if (text::ascii_lowered(*side).find(words) == std::string::npos) continue;
      found.push_back(i);
      break;
    }
  }
  return found;
}

}  // namespace duizhao::cli
