#include "duizhao/core/error.h"

#include <doctest/doctest.h>

using duizhao::Error;
using duizhao::ErrorCode;
using duizhao::to_string;

TEST_CASE("error: the message names file, line and column as compilers do") {
  CHECK(to_string(Error{ErrorCode::kMalformed, "no tab", {"tm.tsv", 12, 3}}) ==
        "tm.tsv:12:3: error: no tab");
}

TEST_CASE("error: parts of the place that are unknown are left out") {
  CHECK(to_string(Error{ErrorCode::kMalformed, "no tab", {"tm.tsv", 12, 0}}) ==
        "tm.tsv:12: error: no tab");
  CHECK(to_string(Error{ErrorCode::kUnreadable, "is a directory", {"x", 0, 0}}) ==
        "x: error: is a directory");
  CHECK(to_string(Error{ErrorCode::kUsage, "two files are needed", {}}) ==
        "error: two files are needed");
}
