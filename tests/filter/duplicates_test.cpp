#include "duizhao/filter/duplicates.h"

#include <doctest/doctest.h>

#include <string>

namespace duizhao::filter {
namespace {

TEST_CASE("duplicates: exact ones are the same byte by byte") {
  Duplicates duplicates(Sameness::kExact);
  CHECK_FALSE(duplicates.was_there("It rained.", "下雨了。"));
  CHECK(duplicates.was_there("It rained.", "下雨了。"));
  CHECK_FALSE(duplicates.was_there("It rained!", "下雨了。"));
  CHECK_FALSE(duplicates.was_there("下雨了。", "It rained."));
}

TEST_CASE(
    "duplicates: normalised ones differ in case, script, spaces and punctuation, not in figures") {
  Duplicates duplicates(Sameness::kNormalised);
  CHECK_FALSE(duplicates.was_there("It rained 5 days.", "下了5天雨，後來停了。"));
  CHECK(duplicates.was_there("IT RAINED  5 DAYS", "下了５天雨后来停了"));
  CHECK_FALSE(duplicates.was_there("It rained 6 days.", "下了6天雨，後來停了。"));
}

TEST_CASE("duplicates: near ones differ in a word") {
  const std::string source =
      "The committee will publish its report on the water supply of the northern districts in "
      "March.";
  const std::string target = "委员会将于3月公布关于北部各区供水情况的报告，并征求居民的意见。";
  Duplicates duplicates(Sameness::kNear);
  CHECK_FALSE(duplicates.was_there(source, target));
  CHECK(
      duplicates.was_there("The committee will publish its report on the water supply of the "
                           "northern districts in April.",
                           "委员会将于4月公布关于北部各区供水情况的报告，并征求居民的意见。"));
  CHECK_FALSE(duplicates.was_there("The committee met on Tuesday.", "委员会星期二开会。"));
  CHECK_FALSE(
      duplicates.was_there(source, "星期二的会议改期举行，具体时间另行通知，请各位委员留意。"));
}

TEST_CASE("duplicates: a set of many fingerprints forgets none") {
  FingerprintSet set;
  for (std::uint64_t i = 0; i < 5000; ++i) CHECK(set.insert(i * 0x9E3779B97F4A7C15ULL + 1));
  for (std::uint64_t i = 0; i < 5000; ++i) CHECK_FALSE(set.insert(i * 0x9E3779B97F4A7C15ULL + 1));
  CHECK(set.size() == 5000);
}

}  // namespace
}  // namespace duizhao::filter
