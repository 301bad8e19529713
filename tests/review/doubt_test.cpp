#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "../check/reviewed.h"

using namespace duizhao;

namespace {

/// Sentences in the middle that the aligner can't be sure of.
const std::string kSource =
    "The committee met on Monday.\nShe said nothing.\nHe waited.\nHe did not go for 20 days.\n"
    "The price was 30 yuan.\n";
const std::string kTarget =
    "委员会星期一开会。\n她走了，他等了一会儿。\n等了15天。\n价格是30元。\n";

std::string text_of(const Document& document, const std::vector<std::uint32_t>& sentences) {
  if (sentences.empty()) return {};
  return std::string(document.sentences[sentences.front()]
                         .span.joined(document.sentences[sentences.back()].span)
                         .in(document.text));
}

}  // namespace

TEST_CASE("review: a finding on a doubtful bead is less sure than on a sure one, and no graver") {
  const Review review = tests::reviewed_documents(kSource, kTarget);
  std::size_t compared = 0;
  for (const Finding& finding : review.findings) {
    if (!finding.bead) continue;
    const Bead& bead = review.alignment.beads[*finding.bead];
    if (bead.confidence >= 0.7 || bead.source.empty() || bead.target.empty()) continue;
    // The same two sides as a pair, of which it is known that they belong together.
    const Review sure = tests::reviewed_pair(text_of(review.source, bead.source),
                                             text_of(review.target, bead.target));
    for (const Finding& other : sure.findings) {
      if (other.code != finding.code || other.arguments != finding.arguments) continue;
      ++compared;
      CHECK(finding.confidence < other.confidence);
      CHECK(finding.severity <= other.severity);
    }
  }
  CHECK(compared >= 2);
}

TEST_CASE("review: no finding is surer than the bead that it is on") {
  const Review review = tests::reviewed_documents(kSource, kTarget);
  REQUIRE_FALSE(review.findings.empty());
  for (const Finding& finding : review.findings) {
    if (finding.bead) CHECK(finding.confidence <= review.alignment.beads[*finding.bead].confidence);
  }
}
