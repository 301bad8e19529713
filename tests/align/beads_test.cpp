// How texts are aligned, as it is in tests/align/golden: the corpora as they are and as chance
// changed them, and the small pairs in a row with sentences left out, put in, joined and moved.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "chance.h"
#include "check/cases.h"
#include "check/reviewed.h"
#include "corpora/corpus.h"
#include "duizhao/align/align.h"
#include "edits.h"
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

/// A tenth of the sentences left out, said twice, moved, joined with the next or cut in two.
std::vector<std::string> rearranged(std::vector<std::string> sentences, Chance& chance) {
  const std::size_t changes = 1 + sentences.size() / 10;
  for (std::size_t i = 0; i < changes; ++i) {
    const auto at =
        sentences.begin() + static_cast<std::ptrdiff_t>(chance.below(sentences.size() - 1));
    std::string sentence = *at;
    switch (chance.below(5)) {
      case 0:
        sentences.erase(at);
        break;
      case 1:
        sentences.insert(at, std::move(sentence));
        break;
      case 2:
        sentences.erase(at);
        sentences.insert(
            sentences.begin() + static_cast<std::ptrdiff_t>(chance.below(sentences.size())),
            std::move(sentence));
        break;
      case 3:
        *at += ' ' + *std::next(at);
        sentences.erase(std::next(at));
        break;
      default: {
        std::vector<std::string> pieces = pieces_of(sentence);
        const auto half = pieces.begin() + static_cast<std::ptrdiff_t>(pieces.size() / 2);
        *at = fmt::format("{}", fmt::join(pieces.begin(), half, ""));
        sentences.insert(std::next(at), fmt::format("{}", fmt::join(half, pieces.end(), "")));
      }
    }
  }
  return sentences;
}

}  // namespace

TEST_CASE("align: the beads of the corpora are those that were found before") {
  for (const Report& report : kReports) {
    const Corpus corpus = read_corpus(report.name);
    check_golden(fmt::format("tests/align/golden/{}.beads", report.name),
                 aligned(corpus.source.sentences, corpus.draft.sentences));
  }
}

TEST_CASE(
    "align: the beads of the corpora, both sides rearranged by chance, are those found before") {
  constexpr int kRounds = 4;
  Chance chance(5);
  std::string written;
  for (const Report& report : kReports) {
    const Corpus corpus = read_corpus(report.name);
    for (int round = 0; round < kRounds; ++round) {
      const auto source = rearranged(corpus.source.sentences, chance);
      const auto target = rearranged(corpus.draft.sentences, chance);
      written += fmt::format("{} {}\n{}", report.name, round, aligned(source, target));
    }
  }
  check_golden("tests/align/golden/rearranged.beads", written);
}

TEST_CASE("align: the beads of a long text are those that were found before") {
  const Book book = book_of_cases();
  check_golden("tests/align/golden/pairs.beads", aligned(book.chinese, book.english));
}

}  // namespace duizhao::tests
