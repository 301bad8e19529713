#include "duizhao/score/quality.h"

#include <doctest/doctest.h>

#include <vector>

using duizhao::Finding;
using duizhao::Severity;
using duizhao::score::quality_of;

namespace {

std::vector<Finding> findings(std::size_t count, Severity severity, double confidence = 1) {
  Finding finding;
  finding.severity = severity;
  finding.confidence = confidence;
  return std::vector<Finding>(count, finding);
}

}  // namespace

TEST_CASE("quality: a pair without findings has quality 1, whatever its length") {
  CHECK(quality_of({}, 1) == 1);
  CHECK(quality_of({}, 100000) == 1);
}

TEST_CASE("quality: every further finding lowers it, and it stays above 0") {
  for (const Severity severity : {Severity::kMinor, Severity::kMajor, Severity::kCritical}) {
    double last = 1;
    for (std::size_t count = 1; count < 2000; count += 13) {
      const double quality = quality_of(findings(count, severity), 6);
      CHECK(quality < last);
      CHECK(quality > 0);
      last = quality;
    }
  }
}

TEST_CASE("quality: a severer finding costs more, an unsure one less") {
  const auto with = [](Severity severity, double confidence) {
    return quality_of(findings(1, severity, confidence), 25);
  };
  CHECK(with(Severity::kNeutral, 1) == 1);
  CHECK(with(Severity::kMinor, 1) > with(Severity::kMajor, 1));
  CHECK(with(Severity::kMajor, 1) > with(Severity::kCritical, 1));
  CHECK(with(Severity::kMajor, 0.5) > with(Severity::kMajor, 0.9));
}

TEST_CASE("quality: the same finding costs less in a longer text") {
  CHECK(quality_of(findings(1, Severity::kMajor), 10) <
        quality_of(findings(1, Severity::kMajor), 100));
}
