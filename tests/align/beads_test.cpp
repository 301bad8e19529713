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

#include "align/aligned_twice.h"
#include "chance.h"
#include "check/cases.h"
#include "check/reviewed.h"
#include "corpora/corpus.h"
#include "digests.h"
#include "duizhao/align/align.h"
#include "edits.h"
#include "golden.h"

namespace duizhao::tests {
namespace {

/// With so many digits of the scores, and one more of the confidence.
std::string printed(const Alignment& alignment, int digits = 2) {
  std::string text;
  for (const Bead& bead : alignment.beads) {
    text +=
        fmt::format("[{}]:[{}] {:.{}f} {:.{}f}", fmt::join(bead.source, ","),
                    fmt::join(bead.target, ","), bead.score, digits, bead.confidence, digits + 1);
    if (bead.moved_from) text += fmt::format(" moved {} {}", *bead.moved_from, *bead.moved_to);
    if (bead.repeated) text += " repeated";
    text += '\n';
  }
  return text;
}

std::string joined(const std::vector<std::string>& sentences) {
  return fmt::format("{}\n", fmt::join(sentences, "\n"));
}

Document document_of_lines(const std::vector<std::string>& sentences) {
  Document document = document_of(joined(sentences));
  text::segment_lines(document);
  return document;
}

std::string aligned(const std::vector<std::string>& source,
                    const std::vector<std::string>& target) {
  return printed(align::align(document_of_lines(source), document_of_lines(target), lexicon()));
}

/// The beads, and those after the target was edited.
std::string aligned_before_and_after(const std::vector<std::string>& source,
                                     const std::vector<std::string>& target,
                                     const std::vector<std::string>& edited_target) {
  constexpr int kDigits = 4;
  const AlignedTwice aligned = align_twice(document_of_lines(source), document_of_lines(target),
                                           document_of_lines(edited_target));
  return printed(aligned.before, kDigits) + printed(aligned.after, kDigits);
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

TEST_CASE("align: the beads of texts by chance, and those after edits, are those found before") {
  constexpr std::size_t kBlocks = 30;
  constexpr std::size_t kTextsOfBlock = 8;
  const Book book = book_of_cases();
  const auto found = [&](Chance& chance, std::size_t i) {
    const std::size_t size = 8 + chance.below(30);
    const std::size_t from = chance.below(book.english.size() - size);
    // The English side has left some sentences out: the same stretch begins a little earlier.
    const std::size_t share = from * book.chinese.size() / book.english.size();
    const auto part = [&](const std::vector<std::string>& sentences, std::size_t begin) {
      const auto first = sentences.begin() + static_cast<std::ptrdiff_t>(begin);
      const auto last =
          sentences.begin() + static_cast<std::ptrdiff_t>(std::min(begin + size, sentences.size()));
      return rearranged({first, last}, chance);
    };
    auto english = part(book.english, from);
    auto chinese = part(book.chinese, share);
    if (i % 2 == 0) std::swap(english, chinese);
    return aligned_before_and_after(english, chinese, rearranged(chinese, chance));
  };
  check_digests_by_chance("tests/align/golden/texts.digests", kBlocks, kTextsOfBlock, 4000, found);
}

// What stands in no order is looked for among the likeliest partners only.
TEST_CASE("align: the beads of a long text of which one side is shuffled are those found before") {
  const Book book = book_of_cases();
  check_digests("tests/align/golden/shuffled.digests", 2, [&](std::size_t block) {
    Chance chance(5000 + block);
    std::vector<std::string> english = book.english;
    for (std::size_t i = english.size() - 1; i > 0; --i) {
      std::swap(english[i], english[chance.below(i + 1)]);
    }
    const Document a = document_of_lines(block == 0 ? english : book.chinese);
    const Document b = document_of_lines(block == 0 ? book.chinese : english);
    return printed(align::align(a, b, lexicon()), 4);
  });
}

TEST_CASE("align: the beads of a long text are those that were found before") {
  const Book book = book_of_cases();
  check_golden("tests/align/golden/pairs.beads", aligned(book.chinese, book.english));
}

}  // namespace duizhao::tests
