// What is found in the drafts of the corpora, in a long text and in the documents of
// tests/review/documents (names, tables), as it is in tests/review/golden:
// the order of the findings as well, and what is told once for many places.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <sstream>
#include <string>
#include <vector>

#include "check/cases.h"
#include "check/finding_line.h"
#include "check/reviewed.h"
#include "corpora/corpus.h"
#include "duizhao/formats/glossary_file.h"
#include "duizhao/review/documents.h"
#include "duizhao/terms/glossary.h"
#include "golden.h"

namespace duizhao::tests {
namespace {

void check_review(const std::string& name, Document source, Document target,
                  const terms::Glossary* glossary) {
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
  check_golden(fmt::format("tests/review/golden/{}.txt", name), written);
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
    std::istringstream no_input;
    const auto entries = formats::read_glossary(corpus.glossary_path, no_input);
    REQUIRE(entries.has_value());
    const terms::Glossary glossary(*entries);
    Document source = document_of(corpus.source.text);
    Document draft = document_of(corpus.draft.text);
    text::segment(source);
    text::segment(draft);
    check_review(report.name, std::move(source), std::move(draft), &glossary);
  }
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
