#include "duizhao/report/beads_tmx.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "formats/bilingual_outcome.h"
#include "report/sample.h"

using duizhao::Bead;
using duizhao::Review;
using namespace duizhao::report;
using namespace duizhao::tests;

TEST_CASE("beads as TMX: every bead with two sides is a unit") {
  const Review review = sample_review();
  std::string out;
  append_tmx(out, review.source, review.target, review.alignment);
  const auto outcome = read_bilingual(out);
  CHECK(outcome.error.message.empty());
  const auto& beads = review.alignment.beads;
  CHECK(outcome.pairs.size() ==
        static_cast<std::size_t>(std::ranges::count(beads, false, &Bead::one_sided)));
  CHECK(outcome.pairs[3].source ==
        "The new berth, which cost US$240 million, opened on 11 March. It can take ships of up to "
        "24,000 containers.");
  CHECK(out.find("<prop type=\"x-confidence\">") != std::string::npos);
  CHECK(out.find("<tuv xml:lang=\"zh-CN\">") != std::string::npos);
}

TEST_CASE("beads as TMX: nothing aligned is an empty memory") {
  std::string out;
  append_tmx(out, {}, {}, {});
  CHECK(read_bilingual(out).pairs.empty());
  CHECK(out.ends_with("</tmx>\n"));
}
