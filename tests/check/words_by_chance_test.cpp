// What is read in figures beside which any of the words of tests/check/words.txt stand, those that
// some condition of the checks asks for, and what is found in pairs that they stand in: by digests.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "chance.h"
#include "check/finding_line.h"
#include "check/reviewed.h"
#include "check/slips.h"
#include "digests.h"
#include "duizhao/facts/fact.h"
#include "edits.h"
#include "facts/figures_by_chance.h"
#include "facts/printed.h"

namespace duizhao::tests {
namespace {

class Words {
 public:
  Words() {
    std::ifstream file("tests/check/words.txt", std::ios::binary);
    for (std::string word; std::getline(file, word);) {
      const bool english =
          std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
      (english ? english_ : chinese_).push_back(word);
    }
    REQUIRE(english_.size() > 1000);
    REQUIRE(chinese_.size() > 1000);
  }

  /// With a space behind it, or none.
  [[nodiscard]] std::string one_of(bool english, Chance& chance) const {
    const std::vector<std::string>& words = english ? english_ : chinese_;
    std::string word = words[chance.below(words.size())];
    if (english && chance.below(5) == 0 && word.front() >= 'a' && word.front() <= 'z') {
      word.front() = static_cast<char>(word.front() - 'a' + 'A');
    }
    const std::size_t spaced = chance.below(8);
    return english == (spaced != 0) ? word + ' ' : word;
  }

 private:
  std::vector<std::string> english_;
  std::vector<std::string> chinese_;
};

/// A word, another one or a figure, and so on.
std::string words_and_figures(const Words& words, bool english, Chance& chance) {
  constexpr std::string_view kMarks[] = {", ", "-", ". ", "，", "、", "/", "~", "(", ")", ": "};
  std::string text;
  for (std::size_t pieces = 2 + chance.below(5); pieces > 0; --pieces) {
    switch (chance.below(6)) {
      case 0:
      case 1: {
        const BothTexts figure = figure_by_chance(chance);
        text += english ? figure.english : figure.chinese;
        if (english && chance.below(4) != 0) text += ' ';
        break;
      }
      case 2:
        text += std::to_string(chance.below(40));
        if (chance.below(2) == 0) text += ' ';
        break;
      case 3:
        if (chance.below(3) == 0) text += chance.one_of(kMarks);
        break;
      default:
        text += words.one_of(english, chance);
    }
  }
  return text;
}

void insert_word(std::string& text, const Words& words, bool english, Chance& chance) {
  std::vector<std::string> pieces = pieces_of(text);
  const std::size_t at = chance.below(pieces.size());
  const std::string word = words.one_of(english, chance);
  if (chance.below(3) == 0) {
    pieces[at] = word;
  } else {
    pieces[at] += word;
  }
  text = fmt::format("{}", fmt::join(pieces, ""));
}

}  // namespace

TEST_CASE("facts: what is read in figures among any words is what it was before") {
  constexpr std::size_t kBlocks = 200;
  constexpr std::size_t kTextsOfBlock = 400;
  const Words words;
  const auto found = [&](Chance& chance, std::size_t i) {
    const bool english = i % 2 == 0;
    std::string written = words_and_figures(words, english, chance);
    const std::string text = written;
    written += '\n';
    for (const facts::Fact& fact :
         facts::find(text, english ? Language::kEnglish : Language::kChinese)) {
      written += printed(fact, text);
    }
    return written;
  };
  check_digests_by_chance("tests/check/golden/words_and_figures.digests", kBlocks, kTextsOfBlock,
                          8000, found);
}

TEST_CASE("cases: what is found where any words were put in is what was found before") {
  constexpr std::size_t kBlocks = 150;
  constexpr std::size_t kPairsOfBlock = 100;
  const Words words;
  const std::vector<TextPair> pairs = all_pairs();
  const auto found = [&](Chance& chance, std::size_t) {
    TextPair pair = pairs[chance.below(pairs.size())];
    for (std::size_t count = chance.below(4); count > 0; --count) {
      insert_word(pair.source, words, pair.from_english, chance);
    }
    for (std::size_t count = chance.below(4); count > 0; --count) {
      insert_word(pair.target, words, !pair.from_english, chance);
    }
    if (chance.below(3) == 0) slip(pair, pairs[chance.below(pairs.size())], chance);
    Document source = document_of(pair.source);
    Document target = document_of(pair.target);
    source.language = pair.from_english ? Language::kEnglish : Language::kChinese;
    target.language = pair.from_english ? Language::kChinese : Language::kEnglish;
    text::segment_lines(source);
    text::segment_lines(target);
    const Review review = review_pair(std::move(source), std::move(target), resources(), {});
    return fmt::format("{}\n{}\n{}quality {:.4f}\n", review.source.text, review.target.text,
                       exact_lines_of(review), review.score.quality.value_or(-1));
  };
  check_digests_by_chance("tests/check/golden/words.digests", kBlocks, kPairsOfBlock, 9000, found);
}

}  // namespace duizhao::tests
