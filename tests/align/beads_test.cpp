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

struct Book {
  std::vector<std::string> chinese;
  std::vector<std::string> english;
};

/// The pairs that are right, one after the other; every so often the English side leaves a sentence
/// out, brings one earlier, or has two in one, and each of a stretch stands later.
Book book_of_pairs() {
  Book book;
  std::size_t number = 0;
  for (const CaseFile& file : read_cases()) {
    for (const Case& one : file.cases) {
      const bool chinese_source = text::language_of(one.source) == Language::kChinese;
      const std::string& chinese = chinese_source ? one.source : one.target;
      const std::string& english = chinese_source ? one.target : one.source;
      if (one.expectation != "silent" || text::language_of(chinese) != Language::kChinese ||
          text::language_of(english) != Language::kEnglish) {
        continue;
      }
      ++number;
      book.chinese.push_back(chinese);
      if (number % 13 == 0) continue;
      if (number % 7 == 0 && !book.english.empty()) {
        book.english.back() += ' ' + english;
      } else if (number % 17 == 0 && book.english.size() > 6) {
        book.english.insert(book.english.end() - 5, english);
      } else {
        book.english.push_back(english);
      }
      if (number % 29 == 0) book.chinese.push_back(chinese);
    }
  }
  const auto english = book.english.begin();
  std::rotate(english + 60, english + 68, english + 90);
  return book;
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
  const Book book = book_of_pairs();
  check_golden("tests/align/golden/pairs.beads", aligned(book.chinese, book.english));
}

}  // namespace duizhao::tests
