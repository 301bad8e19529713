// What is found in the drafts of the corpora, as they are and as chance changed them, in a long
// text and in the documents of tests/review/documents (names, tables), as it is in
// tests/review/golden: the order of the findings as well, and what is told once for many places.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "chance.h"
#include "check/cases.h"
#include "check/finding_line.h"
#include "check/reviewed.h"
#include "corpora/corpus.h"
#include "duizhao/formats/glossary_file.h"
#include "duizhao/review/documents.h"
#include "duizhao/terms/glossary.h"
#include "edits.h"
#include "golden.h"

namespace duizhao::tests {
namespace {

std::string reviewed_lines(Document source, Document target, const terms::Glossary* glossary) {
  Resources with = resources();
  with.glossary = glossary;
  ReviewOptions options;
  options.profile = profile_named("strict").value();
  const Review reviewed = review(std::move(source), std::move(target), with, options);
  std::string written;
  for (const Finding& finding : reviewed.findings) written += line_of(finding, reviewed);
  for (const TermOutcome& outcome : reviewed.term_outcomes) {
    written += fmt::format("term {}: {} of {} confirmed\n", fmt::join(outcome.entries, "|"),
                           outcome.confirmed, outcome.checked);
  }
  written += fmt::format("quality {:.3f}, penalty {}\n", reviewed.score.quality.value_or(-1),
                         reviewed.score.penalty);
  return written;
}

void check_review(const std::string& name, Document source, Document target,
                  const terms::Glossary* glossary) {
  check_golden(fmt::format("tests/review/golden/{}.txt", name),
               reviewed_lines(std::move(source), std::move(target), glossary));
}

terms::Glossary glossary_of(const Corpus& corpus) {
  std::istringstream no_input;
  const auto entries = formats::read_glossary(corpus.glossary_path, no_input);
  REQUIRE(entries.has_value());
  return terms::Glossary(*entries);
}

Document document_of_lines(const std::vector<std::string>& lines) {
  Document document = document_of(fmt::format("{}\n", fmt::join(lines, "\n")));
  text::segment_lines(document);
  return document;
}

}  // namespace

TEST_CASE("review: what is found in the drafts of the corpora is what was found before") {
  for (const Report& report : kReports) {
    const Corpus corpus = read_corpus(report.name);
    const terms::Glossary glossary = glossary_of(corpus);
    Document source = document_of(corpus.source.text);
    Document draft = document_of(corpus.draft.text);
    text::segment(source);
    text::segment(draft);
    check_review(report.name, std::move(source), std::move(draft), &glossary);
  }
}

TEST_CASE("review: what is found in the drafts as chance changed them is what was found before") {
  constexpr int kRounds = 6;
  Chance chance(7);
  std::string written;
  for (const Report& report : kReports) {
    const Corpus corpus = read_corpus(report.name);
    const terms::Glossary glossary = glossary_of(corpus);
    const std::vector<std::string>& sentences = corpus.draft.sentences;
    for (int round = 0; round < kRounds; ++round) {
      std::vector<std::string> draft;
      draft.reserve(sentences.size());
      for (const std::string& sentence : sentences) {
        draft.push_back(edited(sentence, sentences[chance.below(sentences.size())], chance));
      }
      written += fmt::format("{} {}\n{}", report.name, round,
                             reviewed_lines(document_of_lines(corpus.source.sentences),
                                            document_of_lines(draft), &glossary));
    }
  }
  check_golden("tests/review/golden/edited.txt", written);
}

TEST_CASE("review: what is found in a long text is what was found before, in either direction") {
  const Book book = book_of_cases();
  check_review("book.zh-en", document_of_lines(book.chinese), document_of_lines(book.english),
               nullptr);
  check_review("book.en-zh", document_of_lines(book.english), document_of_lines(book.chinese),
               nullptr);
}

TEST_CASE("review: what is found in documents is what was found before, in either direction") {
  for (const std::string_view name : {"names", "tables"}) {
    const auto read = [&](std::string_view language) {
      auto document =
          read_document(fmt::format("tests/review/documents/{}.{}.txt", name, language));
      REQUIRE(document.has_value());
      return std::move(*document);
    };
    check_review(fmt::format("{}.en-zh", name), read("en"), read("zh"), nullptr);
    check_review(fmt::format("{}.zh-en", name), read("zh"), read("en"), nullptr);
  }
}

}  // namespace duizhao::tests
