// What is found in pairs with slips in them, thousands of them, and how good the
// translation then is held to be: by digests.
#include "check/slips.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "check/finding_line.h"
#include "check/reviewed.h"
#include "digests.h"

namespace duizhao::tests {
namespace {

std::string all_found(const TextPair& pair) {
  const Review review = reviewed_pair(pair.source, pair.target);
  std::string written = fmt::format("{}\n{}\n", pair.source, pair.target);
  for (const Finding& finding : review.findings) {
    written += fmt::format("{:.4f} {}", finding.confidence, line_of(finding, review));
  }
  return written + fmt::format("quality {:.4f}\n", review.score.quality.value_or(-1));
}

}  // namespace

TEST_CASE("cases: what is found where there are slips is what was found before") {
  constexpr std::size_t kBlocks = 100;
  constexpr std::size_t kPairsOfBlock = 100;
  const std::vector<TextPair> pairs = all_pairs();
  check_digests("tests/check/golden/slips.digests", kBlocks, [&](std::size_t block) {
    Chance chance(2000 + block);
    std::string written;
    for (std::size_t i = 0; i < kPairsOfBlock; ++i) {
      TextPair pair = pairs[chance.below(pairs.size())];
      for (std::size_t slips = 1 + chance.below(3); slips > 0; --slips) {
        slip(pair, pairs[chance.below(pairs.size())], chance);
      }
      written += all_found(pair);
    }
    return written;
  });
}

}  // namespace duizhao::tests
