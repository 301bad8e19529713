// A review that follows edits finds what a review from the beginning finds.
#include "duizhao/review/review_memory.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <utility>

#include "check/finding_line.h"
#include "check/reviewed.h"
#include "corpora/corpus.h"
#include "duizhao/text/utf8.h"

namespace duizhao::tests {
namespace {

Document segmented(std::string text, Language language) {
  Document document;
  document.text = std::move(text);
  document.language = language;
  text::segment(document);
  return document;
}

std::string told(const Review& review) {
  std::string told;
  for (const Finding& finding : review.findings) {
    told += line_of(finding, review) + fmt::format("{:016x} ", finding.key);
  }
  for (const double quality : review.bead_quality) told += fmt::format("{:.9f} ", quality);
  for (const TermOutcome& outcome : review.term_outcomes) {
    told += fmt::format("{}/{} ", outcome.confirmed, outcome.checked);
  }
  return told + fmt::format("\nquality {:.9f}, penalty {}\n", review.score.quality.value_or(-1),
                            review.score.penalty);
}

/// A character taken out, a digit changed, a sentence put in, or two of them joined.
void edit(std::string& text, std::mt19937& random) {
  std::size_t at = random() % text.size();
  while ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  const std::string_view stop = text.find("。") == std::string::npos ? ". " : "。";
  std::size_t place = std::string::npos;
  switch (random() % 4) {
    case 0:
      place = text.find_first_of("0123456789", at);
      if (place != std::string::npos) text[place] = text[place] == '7' ? '3' : '7';
      return;
    case 1:
      place = text.find(stop, at);
      if (place != std::string::npos) {
        text.insert(place + stop.size(), stop == "。" ? "确实如此。" : "It is so. ");
      }
      return;
    case 2:
      place = text.find(stop, at);
      if (place != std::string::npos) text.replace(place, stop.size(), stop == "。" ? "，" : ", ");
      return;
    default:
      place = at;
      static_cast<void>(text::next_code_point(text, place));
      if (text[at] != '\n') text.erase(at, place - at);
  }
}

void follow(std::string_view source_text, std::string target_text, std::string_view name) {
  const Document source = segmented(std::string(source_text), text::language_of(source_text));
  const Language language = text::language_of(target_text);
  const Resources with = resources();
  const ReviewOptions options;
  std::mt19937 random(5);
  ReviewMemory memory;
  Review following = review(source, segmented(target_text, language), with, options, memory);
  const Review first = review(source, segmented(target_text, language), with, options);
  CHECK_MESSAGE(told(following) == told(first), name);
  for (int i = 0; i < 25; ++i) {
    edit(target_text, random);
    if (i % 2 == 1) {  // what concerns the whole follows
      memory.put_off_whole_text(true);
      static_cast<void>(review(source, segmented(target_text, language), with, options, memory));
      memory.put_off_whole_text(false);
    }
    following = review(source, segmented(target_text, language), with, options, memory);
    ReviewMemory fresh;
    static_cast<void>(aligned(source, segmented(target_text, language), with, fresh));
    fresh.set_alignment(following.alignment);
    const Review anew = review(source, segmented(target_text, language), with, options, fresh);
    REQUIRE_MESSAGE(told(following) == told(anew), name << ", edit " << i);
  }
}

}  // namespace

TEST_CASE("review memory: what is found after edits is what is found from the beginning") {
  for (const Report& report : kReports) {
    const Corpus corpus = read_corpus(report.name);
    follow(corpus.source.text, corpus.draft.text, report.name);
  }
}

TEST_CASE("review memory: what was found in the whole text is kept where nothing was edited") {
  const Document source = segmented(
      "The bank raised rates.\nThe chairman resigned.\nThe market fell.\n", Language::kEnglish);
  ReviewMemory memory;
  const auto omissions = [&](std::string target) {
    const Review reviewed =
        review(source, segmented(std::move(target), Language::kChinese), resources(), {}, memory);
    return std::ranges::count(reviewed.findings, std::string_view("omission"), &Finding::rule);
  };
  REQUIRE(omissions("该行加息。\n股市下跌。\n") == 1);
  memory.put_off_whole_text(true);
  CHECK(omissions("该行加息。\n股市大跌。\n") == 1);
  CHECK(omissions("该行加息。\n主席辞职。\n股市大跌。\n") == 0);  // its passage has changed
}

TEST_CASE("review memory: beads that are set are taken, and kept while other passages are edited") {
  const Document source = segmented(
      "The bank raised rates.\nThe chairman resigned.\nThe market fell.\n", Language::kEnglish);
  const std::string target = "该行加息。\n主席辞职。\n股市下跌。\n";
  ReviewMemory memory;
  Review reviewed = review(source, segmented(target, Language::kChinese), resources(), {}, memory);
  REQUIRE(reviewed.alignment.beads.size() == 3);
  Alignment merged;
  merged.beads.resize(2);
  merged.beads[0].source = merged.beads[0].target = {0, 1};
  merged.beads[1].source = merged.beads[1].target = {2};
  memory.set_alignment(merged);
  reviewed = review(source, segmented("该行加息。\n主席辞职。\n股市大跌。\n", Language::kChinese),
                    resources(), {}, memory);
  CHECK(reviewed.alignment.beads.size() == 2);
  memory.forget_alignment();
  reviewed = review(source, segmented(target, Language::kChinese), resources(), {}, memory);
  CHECK(reviewed.alignment.beads.size() == 3);
}

}  // namespace duizhao::tests
