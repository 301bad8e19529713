// How texts are aligned, as it is in tests/align/golden: the corpora, and the small pairs in a row
// with sentences left out, put in, joined and moved.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <vector>

#include "check/cases.h"
#include "check/reviewed.h"
#include "corpora/corpus.h"
#include "duizhao/align/align.h"
#include "golden.h"

namespace duizhao::tests {
namespace {

std::string printed(const Alignment& alignment) {
  std::string text;
  for (const Bead& bead : alignment.beads) {
    text += fmt::format("[{}]:[{}] {:.2f} {:.3f}", fmt::join(bead.source, ","),
                        fmt::join(bead.target, ","), bead.score, bead.confidence);
    if (bead.moved_from) text += fmt::format(" moved {} {}", *bead.moved_from, *bead.moved_to);
    if (bead.repeated) text += " repeated";
    text += '\n';
  }
  return text;
}

std::string joined(const std::vector<std::string>& sentences) {
  return fmt::format("{}\n", fmt::join(sentences, "\n"));
}

std::string aligned(const std::vector<std::string>& source,
                    const std::vector<std::string>& target) {
  Document a = document_of(joined(source));
  Document b = document_of(joined(target));
  text::segment_lines(a);
  text::segment_lines(b);
  return printed(align::align(a, b, lexicon()));
}

}  // namespace

TEST_CASE("align: the beads of the corpora are those that were found before") {
  for (const Report& report : kReports) {
    const Corpus corpus = read_corpus(report.name);
    check_golden(fmt::format("tests/align/golden/{}.beads", report.name),
                 aligned(corpus.source.sentences, corpus.draft.sentences));
  }
}

TEST_CASE("align: the beads of a long text are those that were found before") {
  const Book book = book_of_cases();
  check_golden("tests/align/golden/pairs.beads", aligned(book.chinese, book.english));
}

}  // namespace duizhao::tests
