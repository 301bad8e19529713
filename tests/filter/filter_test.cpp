#include "duizhao/filter/filter.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "duizhao/filter/tally.h"

namespace duizhao::filter {
namespace {

const Checker& checker() {
  static const Checker opened = [] {
    CheckerOptions options;
    options.profile = "corpus";
    auto checker = Checker::open(options);
    REQUIRE(checker);
    return std::move(*checker);
  }();
  return opened;
}

std::vector<Judged> judged(const std::string& lines, FilterOptions options = {}) {
  const auto filter = Filter::create(checker(), options);
  REQUIRE(filter);
  std::istringstream in(lines);
  const auto reader = formats::open_bilingual("-", {}, in);
  REQUIRE(reader);
  batch::PairStream pairs(**reader, "lines");
  REQUIRE(pairs.settle_languages(Language::kEnglish, Language::kChinese));
  std::vector<Judged> all;
  filter_pairs(pairs, *filter, [&](Judged& one) {
    all.push_back(std::move(one));
    return true;
  });
  return all;
}

const std::string kGood =
    "The company opened a new factory in Shenzhen in May.\t该公司5月在深圳开设了一家新工厂。\n"
    "The court rejected the appeal on Tuesday.\t法院周二驳回了上诉。\n";

TEST_CASE("filter: good pairs are kept, and their sides match") {
  for (const Judged& pair : judged(kGood)) {
    CHECK(pair.step == Step::kKept);
    CHECK(pair.score() > 0.5);
    CHECK(pair.quality);
  }
}

TEST_CASE("filter: misaligned, cut off, wrong in a number, copied") {
  const auto pairs = judged(
      "The company opened a new factory in Shenzhen in May.\t法院周二驳回了环保组织提出的上诉。\n"
      "The company opened a new factory in Shenzhen in May, and it wants to hire two thousand "
      "engineers there by the end of the year.\t该公司5月在深圳开设了一家新工厂。\n"
      "The company opened 12 factories in Shenzhen.\t该公司在深圳开设了15家工厂。\n"
      "The company opened a new factory.\tThe company opened a new factory.\n");
  REQUIRE(pairs.size() == 4);
  CHECK(pairs[0].step == Step::kMismatch);
  CHECK((pairs[1].step == Step::kMismatch || pairs[1].step == Step::kRatio));
  CHECK(pairs[2].step == Step::kRule);
  CHECK(pairs[2].detail.starts_with("number/"));
  CHECK(pairs[3].step == Step::kCopied);
  CHECK(pairs[3].score() == 0);
}

TEST_CASE("filter: a duplicate is one of a pair that was kept") {
  const auto pairs = judged(
      "The firm opened 12 shops in May.\t该公司5月开设了15家店。\n"
      "The firm opened 12 shops in May.\t该公司5月开设了12家店。\n"
      "The firm opened 12 shops in May\t该公司5月开设了12家店\n"
      "The firm opened 12 shops in May.\t该公司5月开设了15家店。\n");
  REQUIRE(pairs.size() == 4);
  CHECK(pairs[0].step == Step::kRule);
  CHECK(pairs[1].step == Step::kKept);
  CHECK(pairs[2].step == Step::kDuplicate);
  CHECK(pairs[3].step == Step::kDuplicate);
  CHECK(pairs[3].detail == "exact");
}

TEST_CASE("filter: what comes out does not depend on the number of threads") {
  std::string lines;
  for (int i = 0; i < 300; ++i) {
    lines += "The firm opened " + std::to_string(i % 30) + " shops.\t该公司开设了" +
             std::to_string(i % 45) + "家店。\n";
  }
  const auto one = judged(lines);
  FilterOptions options;
  options.threads = 4;
  const auto four = judged(lines, options);
  REQUIRE(one.size() == four.size());
  Tally tally;
  for (std::size_t i = 0; i < one.size(); ++i) {
    CHECK(one[i].step == four[i].step);
    CHECK(one[i].match == four[i].match);
    tally.add(one[i]);
  }
  std::string text;
  append_tally_text(text, tally, Language::kEnglish);
  CHECK(text.starts_with("300 pairs, "));
  CHECK(text.find("duplicates") != std::string::npos);
}

TEST_CASE("filter: without rules and quality nothing is reviewed") {
  FilterOptions options;
  options.dropped_at.reset();
  for (const Judged& pair : judged("It cost 5 yuan.\t价格为6元。\n", options)) {
    CHECK(pair.step == Step::kKept);
    CHECK_FALSE(pair.quality);
  }
}

}  // namespace
}  // namespace duizhao::filter
