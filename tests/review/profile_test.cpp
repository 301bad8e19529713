#include "duizhao/review/profile.h"

#include <doctest/doctest.h>

#include <string>

#include "duizhao/review/suppression.h"

using namespace duizhao;

namespace {

Finding finding(std::string_view rule, Severity severity, double confidence = 0.9) {
  Finding result;
  result.rule = rule;
  result.severity = severity;
  result.confidence = confidence;
  return result;
}

std::vector<Finding> applied(const Profile& profile, std::vector<Finding> findings) {
  profile.apply(findings);
  return findings;
}

}  // namespace

TEST_CASE("profile: every name that is offered is known, and no other") {
  for (const std::string_view name : profile_names()) {
    CAPTURE(name);
    REQUIRE(profile_named(name).has_value());
    CHECK(profile_named(name)->name == name);
  }
  CHECK_FALSE(profile_named("draughty").has_value());
}

TEST_CASE("profile: draft tells everything, corpus leaves form and doubt out") {
  const std::vector<Finding> findings = {finding("punctuation", Severity::kMinor),
                                         finding("number", Severity::kMajor),
                                         finding("number", Severity::kMajor, 0.3)};
  CHECK(applied(*profile_named("draft"), findings).size() == 3);
  const auto kept = applied(*profile_named("corpus"), findings);
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].rule == "number");
}

TEST_CASE("profile: a file changes a base, for all rules and for one") {
  const auto profile = read_profile(
      "# ours\n"
      "base = corpus\n"
      "pass-threshold = 10\n"
      "least-confidence = 0.2\n"
      "\n"
      "[punctuation]  # we want these after all\n"
      "on = yes\n"
      "[number]\n"
      "most-severity = minor\n",
      "ours.profile");
  REQUIRE(profile.has_value());
  CHECK(profile->pass_threshold == 10.0);
  const auto kept = applied(
      *profile, {finding("punctuation", Severity::kMinor), finding("spacing", Severity::kMinor),
                 finding("number", Severity::kCritical, 0.3)});
  REQUIRE(kept.size() == 2);
  CHECK(kept[1].severity == Severity::kMinor);
}

TEST_CASE("profile: a file sets what findings cost, each severity by itself") {
  const auto profile = read_profile("weight-minor = 0.5\nweight-critical = 10\n", "ours.profile");
  REQUIRE(profile.has_value());
  using Weights = std::array<std::optional<double>, 4>;
  CHECK(profile->severity_weights == Weights{std::nullopt, 0.5, std::nullopt, 10.0});
}

TEST_CASE("profile: a file says which placeholders programs fill in") {
  const auto profile = read_profile("placeholders = printf, icu\n", "ours.profile");
  REQUIRE(profile.has_value());
  CHECK(includes(profile->placeholders, PlaceholderStyle::kPrintf));
  CHECK(includes(profile->placeholders, PlaceholderStyle::kIcu));
  CHECK_FALSE(includes(profile->placeholders, PlaceholderStyle::kQt));
  CHECK(read_profile("placeholders = none\n", "ours.profile")->placeholders == 0);
  CHECK(profile_named("draft")->placeholders == kAllPlaceholders);
}

TEST_CASE("profile: an unknown key is told with those that there are") {
  const auto profile = read_profile("least-severe = minor\n", "p");
  REQUIRE(!profile);
  CHECK(profile.error().message.find("'least-severe'") != std::string::npos);
  CHECK(profile.error().message.find("pass-threshold") != std::string::npos);
  CHECK(profile.error().message.find("least-severity") != std::string::npos);
  const auto of_rule = read_profile("[number]\nof = no\n", "p");
  REQUIRE(!of_rule);
  CHECK(of_rule.error().message ==
        "there is no key 'of' of a rule: on, least-confidence, least-severity, most-severity");
}

TEST_CASE("profile: bytes of another encoding are refused with their line") {
  const auto profile = read_profile("base = draft\n\xA7\n", "p");
  REQUIRE(!profile);
  CHECK(profile.error().where.line == 2);
  CHECK(profile.error().message.find("UTF-8") != std::string::npos);
}

TEST_CASE("profile: what is wrong in a file is told with its line") {
  const auto line_of = [](const std::string& text) {
    const auto profile = read_profile(text, "p");
    return profile ? std::size_t{0} : profile.error().where.line;
  };
  CHECK(line_of("base = nonsense\n") == 1);
  CHECK(line_of("\n[nonsense]\n") == 2);
  CHECK(line_of("[number]\non = maybe\n") == 2);
  CHECK(line_of("[number]\nleast-severity = huge\n") == 2);
  CHECK(line_of("least-confidence = 1.5\n") == 1);
  CHECK(line_of("pass-threshold = many\n") == 1);
  CHECK(line_of("number off\n") == 1);
  CHECK(line_of("weight-huge = 3\n") == 1);
  CHECK(line_of("weight-major = -3\n") == 1);
  CHECK(line_of("[number]\nweight-major = 3\n") == 2);
  CHECK(line_of("[number]\nbase = draft\n") == 2);
  CHECK(line_of("color = red\n") == 1);
  CHECK(line_of("\nplaceholders = qt, perl\n") == 2);
  CHECK(line_of("") == 0);
}

namespace {

/// A pair of one sentence each, and a finding on what stands at `evidence` in the target.
struct KeyedPair {
  Document source;
  Document target;
  Finding found;

  KeyedPair(std::string source_text, std::string target_text, std::string_view evidence)
      : found(finding("number", Severity::kMajor)) {
    source.text = std::move(source_text);
    target.text = std::move(target_text);
    const std::size_t begin = target.text.find(evidence);
    REQUIRE(begin != std::string::npos);
    found.target = Span{begin, begin + evidence.size()};
  }
  [[nodiscard]] FindingPlace place() const {
    return {source, target, Span{0, source.text.size()}, Span{0, target.text.size()}};
  }
  [[nodiscard]] std::uint64_t key() const { return content_key(found, place()); }
};

}  // namespace

TEST_CASE("suppressions: a finding is left out by its content, until that changes") {
  KeyedPair pair("The bank raised rates.", "该行减息。", "减息");
  pair.found.key = pair.key();
  const auto suppressions =
      Suppressions::read("# ours\n" + key_text(pair.key()) + "\tnumber\tLi\tagreed\r\n", "s.tsv");
  REQUIRE(suppressions.has_value());
  std::vector<Finding> findings = {pair.found};
  CHECK(suppressions->apply(findings) == 1);
  CHECK(findings.empty());

  CHECK(KeyedPair("The bank raised rates.", "该行减息 。", "减息").key() == pair.key());
  CHECK(KeyedPair("The bank raised rates.", "该行加息。", "加息").key() != pair.key());
}

TEST_CASE("suppressions: what else is mended in the sentence leaves the key as it is") {
  const std::string source = "Chip sales rose 4% in May, said the company in its report.";
  KeyedPair before(source, "公司在报告中称，五月芯片销售额增长了百分之四。", "百分之四");
  KeyedPair after(source, "公司的报告中说，5月晶片销售额增长了百分之四。", "百分之四");
  CHECK(before.key() == after.key());
  for (KeyedPair* pair : {&before, &after}) {
    const std::size_t begin = source.find("4%");
    pair->found.source = Span{begin, begin + 2};
  }
  CHECK(before.key() == after.key());
}

TEST_CASE("suppressions: one mark at two places is two findings") {
  const std::string source = "He left, and she stayed.";
  KeyedPair first(source, "他走了,她留下,没说话。", ",");
  KeyedPair second = first;
  const std::size_t begin = second.target.text.rfind(',');
  second.found.target = Span{begin, begin + 1};
  CHECK(first.key() != second.key());
}

TEST_CASE("suppressions: the keys of earlier lists went by the whole sentences") {
  const KeyedPair pair("The bank raised rates.", "该行减息。", "减息");
  const KeyedPair spaced("The bank raised rates.", "该行 减息。", "减息");
  const KeyedPair mended("The bank raised rates.", "这家银行减息。", "减息");
  CHECK(sentence_key(pair.found, pair.place()) != pair.key());
  CHECK(sentence_key(pair.found, pair.place()) == sentence_key(spaced.found, spaced.place()));
  CHECK(sentence_key(pair.found, pair.place()) != sentence_key(mended.found, mended.place()));
}

TEST_CASE("suppressions: a malformed key is an error with its line") {
  for (const std::string text : {"12\tnumber\n", "0123456789abcdeg\n", "0123456789abcdef0\n"}) {
    const auto read = Suppressions::read("# first\n" + text, "s.tsv");
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().where.line == 2);
  }
}

TEST_CASE("suppressions: what is written reads back, and tabs can't break a line") {
  Suppressions written;
  written.add({0x0123456789abcdefULL, "term", "Li\tMing", "agreed\nwith the client", "甲"});
  written.add({7, "number", "", "", ""});
  const auto read = Suppressions::read(written.text(), "s.tsv");
  REQUIRE(read.has_value());
  CHECK(read->size() == 2);
  CHECK(read->text() == written.text());
}

TEST_CASE("suppressions: a baseline takes the keys out of an earlier run") {
  Suppressions baseline;
  baseline.add_baseline(R"({"findings":[{"rule":"number","key":"00000000000000ff"},)"
                        R"({"rule":"term","key": "0000000000000100"},{"key":"short"}]})");
  CHECK(baseline.size() == 2);
  Finding old = finding("number", Severity::kMajor);
  old.key = 0xff;
  Finding recent = old;
  recent.key = 0x101;
  std::vector<Finding> findings = {old, recent};
  CHECK(baseline.apply(findings) == 1);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].key == 0x101);
}
