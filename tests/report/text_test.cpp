#include "duizhao/report/text.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <utility>

#include "duizhao/report/columns.h"
#include "golden.h"
#include "report/sample.h"

using duizhao::Review;
using namespace duizhao::report;
using namespace duizhao::tests;

namespace {

std::string text_of(const Review& review, const TextOptions& options = {}) {
  std::string out;
  append_text(out, review, options);
  return out;
}

/// A text without its SGR sequences.
std::string uncoloured(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\x1B') {
      plain += text[i];
      continue;
    }
    REQUIRE(text[i + 1] == '[');
    i = text.find('m', i);
    REQUIRE(i != std::string::npos);
  }
  return plain;
}

}  // namespace

TEST_CASE("text: a review matches its golden file") {
  check_golden("tests/report/golden/review.txt", text_of(sample_review()));
}

TEST_CASE("text: a review with the Chinese side as source matches its golden file") {
  check_golden("tests/report/golden/review_mirrored.txt", text_of(mirrored_sample_review()));
}

TEST_CASE("text: a review in colour matches its golden file") {
  check_golden("tests/report/golden/review_colour.txt", text_of(sample_review(), {80, true}));
}

TEST_CASE("text: a review in Chinese matches its golden file") {
  TextOptions options;
  options.language = duizhao::Language::kChinese;
  check_golden("tests/report/golden/review_zh.txt", text_of(sample_review(), options));
}

TEST_CASE("text: no line is wider than the terminal, with or without colour") {
  for (const Review& review : {sample_review(), mirrored_sample_review(), hostile_review()}) {
    for (const std::size_t width : {40, 60, 80, 120}) {
      for (const auto& [colour, language] : {std::pair(false, duizhao::Language::kEnglish),
                                             {true, duizhao::Language::kEnglish},
                                             {false, duizhao::Language::kChinese}}) {
        std::istringstream in(uncoloured(text_of(review, {width, colour, false, language})));
        for (std::string line; std::getline(in, line);) {
          CAPTURE(line);
          CHECK(columns_of(cells_of(line)) <= width);
        }
      }
    }
  }
}

TEST_CASE("text: control characters of the texts don't reach the terminal") {
  const std::string plain = text_of(hostile_review());
  for (const char c : plain) {
    CHECK((static_cast<unsigned char>(c) >= 0x20 || c == '\n'));
    CHECK(c != '\x7F');
  }
  CHECK(plain.find("\xE2\x80\xAE") == std::string::npos);
  CHECK(plain.find("\xEF\xBF\xBD") != std::string::npos);
}

TEST_CASE("text: a review without findings passes and says so") {
  Review review = pair_review();
  review.findings.clear();
  review.score.passed = true;
  const std::string text = text_of(review);
  CHECK(text.find("PASSED") != std::string::npos);
  CHECK(text.find("no findings") != std::string::npos);
}

TEST_CASE("text: a review that can't be judged says why") {
  Review review = pair_review();
  review.score = {};
  review.score.unjudged = "the target is empty";
  CHECK(text_of(review).find("NOT JUDGED  the target is empty") != std::string::npos);
}

TEST_CASE("text: a pair stands under its number, and one without findings is not mentioned") {
  std::string out;
  append_pair_text(out, {7, 8, {}}, pair_review(), {});
  check_golden("tests/report/golden/pair.txt", out);
  Review clean = pair_review();
  clean.findings.clear();
  std::string nothing;
  append_pair_text(nothing, {7, 8, {}}, clean, {});
  CHECK(nothing.empty());
}

TEST_CASE("text: a review of nothing is a report") {
  CHECK(text_of({}).find("no findings") != std::string::npos);
}
