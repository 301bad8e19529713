// How many Han characters stand for an English word in translations: kHanPerWord in score/words.h.
//
// usage: words_ratio PAIRS.tsv...
//
// Of every file, whose lines hold a Chinese and an English text in either order, it prints the Han
// characters, the words and numbers in Latin letters beside them, the English words, and the Han
// characters for each English word that has no Latin word to answer it.

#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

#include "duizhao/score/words.h"
#include "duizhao/text/utf8.h"

namespace {

using namespace duizhao;

struct Tally {
  std::size_t han = 0;
  std::size_t latin_in_chinese = 0;
  std::size_t english_words = 0;
};

/// The text with its Han characters as spaces, which count for nothing, and their number.
std::size_t take_out_han(std::string& text) {
  std::size_t han = 0;
  std::string rest;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = text::next_code_point(text, position);
    if (text::is_han(c)) {
      ++han;
      rest += ' ';
    } else {
      text::append_code_point(rest, c);
    }
  }
  text = rest;
  return han;
}

bool measure(const std::string& path) {
  std::ifstream file(path);
  if (!file) {
    std::cerr << "words_ratio: " << path << ": cannot be read\n";
    return false;
  }
  Tally tally;
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos || text::first_invalid(line)) continue;
    std::string one = line.substr(0, tab);
    std::string other = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
    const std::size_t han_in_one = take_out_han(one);
    const std::size_t han_in_other = take_out_han(other);
    tally.han += han_in_one + han_in_other;
    tally.latin_in_chinese += score::count_words(han_in_one > han_in_other ? one : other);
    tally.english_words += score::count_words(han_in_one > han_in_other ? other : one);
  }
  const double answered =
      static_cast<double>(tally.english_words) - static_cast<double>(tally.latin_in_chinese);
  std::cout << fmt::format("{}: Han {}, Latin {}, English {}: {:.2f}\n", path, tally.han,
                           tally.latin_in_chinese, tally.english_words,
                           answered > 0 ? static_cast<double>(tally.han) / answered : 0);
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: words_ratio PAIRS.tsv...\n";
    return 2;
  }
  bool all = true;
  for (int i = 1; i < argc; ++i) all = measure(argv[i]) && all;
  return all ? 0 : 3;
}
