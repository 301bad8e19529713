#include "duizhao/core/finding.h"

#include <doctest/doctest.h>

using duizhao::name_of;
using duizhao::Severity;
using duizhao::severity_named;

TEST_CASE("finding: every severity is found by its own name") {
  for (const Severity severity :
       {Severity::kNeutral, Severity::kMinor, Severity::kMajor, Severity::kCritical}) {
    CHECK(severity_named(name_of(severity)) == severity);
  }
}

TEST_CASE("finding: names are exact, and an unknown one is no severity") {
  CHECK(!severity_named("Major"));
  CHECK(!severity_named("majo"));
  CHECK(!severity_named(""));
}
