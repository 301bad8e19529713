// What the estimate of quality goes by in small pairs, four in ten, as it is in
// tests/score/golden/evidence.txt.
#include "duizhao/score/evidence.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "check/cases.h"
#include "check/reviewed.h"
#include "golden.h"

namespace duizhao::tests {

TEST_CASE("score: the evidence on each pair, and the estimate, are what they were before") {
  std::string written;
  for (const CaseFile& file : read_cases()) {
    for (const Case& one : file.cases) {
      if (std::string_view("0369").find(one.id.back()) == std::string_view::npos) continue;
      std::vector<score::EvidenceVector> evidence;
      ReviewOptions options;
      options.evidence = &evidence;
      const Review review = reviewed_pair(one.source, one.target, resources(), options);
      written += one.id;
      if (review.score.quality) written += fmt::format(" {:.3f}", *review.score.quality);
      for (const score::EvidenceVector& values : evidence) {
        for (std::size_t i = 0; i < score::kEvidenceCount; ++i) {
          if (values[i] == 0) continue;
          written +=
              fmt::format(" {}={:.3g}", score::name_of(static_cast<score::Evidence>(i)), values[i]);
        }
      }
      written += '\n';
    }
  }
  check_golden("tests/score/golden/evidence.txt", written);
}

TEST_CASE(
    "score: words in another order don't follow each other, and one between two is in the way") {
  const auto of = [](const char* english) {
    std::vector<score::EvidenceVector> evidence;
    ReviewOptions options;
    options.evidence = &evidence;
    (void)reviewed_pair("这是最重要的问题之一。", english, resources(), options);
    return evidence.at(0);
  };
  const auto flow = static_cast<std::size_t>(score::Evidence::kFlow);
  const auto skip_gain = static_cast<std::size_t>(score::Evidence::kSkipGain);
  const auto good = of("This is one of the most important problems.");
  CHECK(of("Problems most the of one important this is.")[flow] < good[flow] - 1);
  CHECK(of("This is one of the cheerful most important problems.")[skip_gain] > good[skip_gain]);
}

TEST_CASE("score: a headline has no mark at its end, nor has one that ends in quotes") {
  const auto unended = [](const char* chinese) {
    std::vector<score::EvidenceVector> evidence;
    ReviewOptions options;
    options.evidence = &evidence;
    (void)reviewed_pair(chinese, "The central bank raises rates.", resources(), options);
    return evidence.at(0)[static_cast<std::size_t>(score::Evidence::kSourceUnended)];
  };
  CHECK(unended("央行加息") == 1);
  CHECK(unended("央行发布《金融稳定报告》") == 1);
  CHECK(unended("央行加息（附图）") == 1);
  CHECK(unended("央行加息5%") == 1);
  CHECK(unended("央行加息。") == 0);
  CHECK(unended("他说：“央行加息。”") == 0);
  CHECK(unended("央行加息……") == 0);
}

}  // namespace duizhao::tests
