#include "duizhao/batch/tally.h"

#include <nlohmann/json.hpp>

namespace duizhao::batch {

void Tally::add(const Review& review) {
  terms.add(review.term_outcomes);
  ++pairs;
  unjudged += review.score.quality ? 0 : 1;
  with_findings += review.findings.empty() ? 0 : 1;
  for (const Finding& finding : review.findings) {
    ++findings[static_cast<std::size_t>(finding.severity)];
  }
}

void Tally::add(const Tally& other) {
  pairs += other.pairs;
  unjudged += other.unjudged;
  with_findings += other.with_findings;
  for (std::size_t i = 0; i < findings.size(); ++i) findings[i] += other.findings[i];
  terms.checked += other.terms.checked;
  terms.confirmed += other.terms.confirmed;
}

bool Tally::add_line(std::string_view line) {
  const auto json = nlohmann::json::parse(line, nullptr, false);
  if (json.is_discarded() || !json.is_object() || json.value("pair", std::uint64_t{0}) != pairs ||
      !json.contains("score") || !json.contains("findings")) {
    return false;
  }
  ++pairs;
  unjudged += json["score"].value("quality", nlohmann::json()).is_null() ? 1 : 0;
  with_findings += json["findings"].empty() ? 0 : 1;
  if (const auto of = json.find("terms"); of != json.end() && of->is_object()) {
    terms.checked += of->value("checked", std::size_t{0});
    terms.confirmed += of->value("confirmed", std::size_t{0});
  }
  for (const auto& finding : json["findings"]) {
    if (const auto severity = severity_named(finding.value("severity", ""))) {
      ++findings[static_cast<std::size_t>(*severity)];
    }
  }
  return true;
}

bool Tally::any_at_or_above(Severity severity) const {
  for (std::size_t i = static_cast<std::size_t>(severity); i < findings.size(); ++i) {
    if (findings[i] > 0) return true;
  }
  return false;
}

}  // namespace duizhao::batch
