#include "duizhao/check/calibration.h"

#include <doctest/doctest.h>

using duizhao::Finding;
using duizhao::Severity;
using duizhao::check::calibrate;

namespace {

constexpr duizhao::FindingKind kKind{"number/value", duizhao::Category::kMistranslation,
                                     Severity::kMajor, 0.8};

}  // namespace

TEST_CASE("calibration: a rule without a weight keeps its confidence and severity") {
  Finding finding(kKind);
  calibrate(finding, {{"constant", -3}, {"name", -2}, {"slope", 0.5}});
  CHECK(finding.confidence == 0.8);
  CHECK(finding.severity == Severity::kMajor);
}

TEST_CASE("calibration: what is rather wrong is no major error, what is mostly wrong is neutral") {
  Finding doubtful(kKind);
  calibrate(doubtful, {{"number", -1}, {"number/value", -1}});
  CHECK(doubtful.confidence == doctest::Approx(0.351).epsilon(0.01));
  CHECK(doubtful.severity == Severity::kMinor);
  Finding wrong(kKind);
  calibrate(wrong, {{"constant", -1}, {"number", -2.5}});
  CHECK(wrong.severity == Severity::kNeutral);
}

TEST_CASE("calibration: more confidence makes nothing graver") {
  Finding finding(kKind);
  finding.severity = Severity::kNeutral;
  calibrate(finding, {{"number", 3}});
  CHECK(finding.confidence > 0.95);
  CHECK(finding.severity == Severity::kNeutral);
}
