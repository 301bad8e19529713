// What is found in the drafts of the corpora, as it is in tests/review/golden: the order of the
// findings as well, and what is told once for many places.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <sstream>
#include <string>

#include "check/finding_line.h"
#include "check/reviewed.h"
#include "corpora/corpus.h"
#include "duizhao/formats/glossary_file.h"
#include "duizhao/terms/glossary.h"
#include "golden.h"

namespace duizhao::tests {

TEST_CASE("review: what is found in the drafts of the corpora is what was found before") {
  for (const Report& report : kReports) {
    const Corpus corpus = read_corpus(report.name);
    std::istringstream no_input;
    const auto entries = formats::read_glossary(corpus.glossary_path, no_input);
    REQUIRE(entries.has_value());
    const terms::Glossary glossary(*entries);
    Resources with = resources();
    with.glossary = &glossary;
    Document source = document_of(corpus.source.text);
    Document draft = document_of(corpus.draft.text);
    text::segment(source);
    text::segment(draft);
    ReviewOptions options;
    options.profile = profile_named("strict").value();
    const Review reviewed = review(std::move(source), std::move(draft), with, options);
    std::string written;
    for (const Finding& finding : reviewed.findings) written += line_of(finding, reviewed);
    written += fmt::format("quality {:.3f}, penalty {}\n", reviewed.score.quality.value_or(-1),
                           reviewed.score.penalty);
    check_golden(fmt::format("tests/review/golden/{}.txt", report.name), written);
  }
}

}  // namespace duizhao::tests
