#include "duizhao/check/one_cause.h"

#include <doctest/doctest.h>

#include <optional>
#include <string_view>
#include <vector>

using duizhao::Finding;
using duizhao::Severity;
using duizhao::Span;
using duizhao::check::tell_causes_once;

namespace {

Finding finding(std::string_view rule, Severity severity, std::optional<Span> source,
                std::optional<Span> target) {
  Finding finding;
  finding.rule = rule;
  finding.severity = severity;
  finding.source = source;
  finding.target = target;
  finding.bead = 0;
  return finding;
}

std::vector<std::string_view> told(std::vector<Finding> findings) {
  tell_causes_once(findings);
  std::vector<std::string_view> rules;
  for (const Finding& finding : findings) rules.push_back(finding.rule);
  return rules;
}

using Rules = std::vector<std::string_view>;
constexpr auto kNone = std::nullopt;

}  // namespace

TEST_CASE("one cause: a blank inside a quotation that seems to open follows from the lone mark") {
  Finding lone = finding("punctuation", Severity::kMinor, kNone, Span{0, 3});
  lone.code = "punctuation/unpaired";
  Finding blank = finding("spacing", Severity::kMinor, kNone, Span{30, 31});
  blank.code = "spacing/inside-bracket";
  CHECK(told({blank, lone}) == Rules{"punctuation"});
  lone.code = "punctuation/half-width";
  CHECK(told({blank, lone}) == Rules{"spacing", "punctuation"});
}

TEST_CASE("one cause: a name in a clause that is missing is not told as well") {
  CHECK(told({finding("omission", Severity::kMajor, Span{0, 60}, kNone),
              finding("name", Severity::kMajor, Span{10, 16}, kNone)}) == Rules{"omission"});
}

TEST_CASE("one cause: a figure that stands otherwise in the target has a counterpart") {
  CHECK(told({finding("omission", Severity::kMajor, Span{0, 60}, kNone),
              finding("number", Severity::kMajor, Span{10, 16}, Span{3, 8})}) ==
        Rules{"omission", "number"});
}

TEST_CASE("one cause: a hint of an omission does not hide a missing name") {
  CHECK(told({finding("omission", Severity::kNeutral, Span{0, 60}, kNone),
              finding("name", Severity::kMinor, Span{10, 16}, kNone)}) ==
        Rules{"omission", "name"});
}

TEST_CASE("one cause: of two rules on the same words the graver finding is told") {
  CHECK(told({finding("unit", Severity::kMinor, Span{0, 9}, Span{0, 6}),
              finding("term", Severity::kMajor, Span{0, 10}, Span{0, 6})}) == Rules{"term"});
}

TEST_CASE("one cause: what was left untranslated is not missing") {
  CHECK(told({finding("omission", Severity::kMinor, Span{5, 30}, kNone),
              finding("untranslated", Severity::kMajor, Span{0, 30}, Span{0, 30})}) ==
        Rules{"untranslated"});
}

TEST_CASE("one cause: what has something else in its place is not missing") {
  CHECK(told({finding("omission", Severity::kMinor, Span{0, 21}, kNone),
              finding("date", Severity::kMajor, Span{7, 19}, Span{3, 12})}) == Rules{"date"});
}

TEST_CASE("one cause: no hint is given for words in whose place something else stands") {
  const Finding date = finding("date", Severity::kMajor, Span{7, 19}, Span{3, 12});
  CHECK(told({finding("omission", Severity::kNeutral, Span{0, 60}, kNone), date}) == Rules{"date"});
  CHECK(told({finding("omission", Severity::kMinor, Span{0, 60}, kNone), date}) ==
        Rules{"omission", "date"});
}

TEST_CASE("one cause: findings of different passages have nothing to do with each other") {
  Finding other = finding("name", Severity::kMajor, Span{10, 16}, kNone);
  other.bead = 1;
  CHECK(told({finding("omission", Severity::kMajor, Span{0, 60}, kNone), other}) ==
        Rules{"omission", "name"});
}

TEST_CASE("one cause: the same said twice of the same words is told once") {
  CHECK(told({finding("date", Severity::kMajor, Span{0, 6}, Span{0, 12}),
              finding("date", Severity::kMajor, Span{0, 6}, Span{0, 12})}) == Rules{"date"});
  CHECK(told({finding("date", Severity::kMajor, Span{0, 6}, Span{0, 12}),
              finding("date", Severity::kMajor, Span{9, 15}, Span{0, 12})}) ==
        Rules{"date", "date"});
}

TEST_CASE("one cause: words beside a figure that rises and falls are told with it") {
  CHECK(told({finding("opposite", Severity::kMinor, Span{12, 18}, Span{20, 24}),
              finding("direction", Severity::kMajor, Span{18, 21}, Span{28, 31})}) ==
        Rules{"direction"});
  CHECK(told({finding("opposite", Severity::kMinor, Span{60, 66}, Span{20, 24}),
              finding("direction", Severity::kMajor, Span{18, 21}, Span{28, 31})}) ==
        Rules{"opposite", "direction"});
}

TEST_CASE("one cause: how words are written is not told where they are untranslated") {
  CHECK(told({finding("repetition", Severity::kMinor, kNone, Span{10, 16}),
              finding("untranslated", Severity::kMajor, kNone, Span{0, 60})}) ==
        Rules{"untranslated"});
  // Lost bytes and tags stay lost.
  CHECK(told({finding("encoding", Severity::kMajor, kNone, Span{10, 16}),
              finding("untranslated", Severity::kMajor, kNone, Span{0, 60})}) ==
        Rules{"encoding", "untranslated"});
  CHECK(told({finding("repetition", Severity::kMinor, kNone, Span{70, 76}),
              finding("untranslated", Severity::kMajor, kNone, Span{0, 60})}) ==
        Rules{"repetition", "untranslated"});
}
