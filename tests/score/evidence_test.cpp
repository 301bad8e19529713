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

}  // namespace duizhao::tests
