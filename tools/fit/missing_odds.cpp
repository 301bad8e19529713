// Counts how often the words of a text are explained by its translation, and by the translation of
// the sentence beside it: what [missing-odds] of
// models/duizhao.weights is made of (tools/fit/missing_odds.py).
//
// usage: missing_odds MODEL PAIRS.tsv…        (SOURCE<TAB>TARGET, neighbouring lines of one text)

#include "duizhao/pair/missing_odds.h"

#include <array>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "duizhao/pair/links.h"
#include "duizhao/text/language.h"

namespace {

using duizhao::Language;
using duizhao::model::Lexicon;

struct Pair {
  std::string source;
  std::string target;
};

std::vector<Pair> read(const std::string& path) {
  std::vector<Pair> pairs;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const auto tab = line.find('\t');
    if (tab == std::string::npos || tab == 0 || tab + 1 == line.size()) continue;
    pairs.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return pairs;
}

/// By language, kind, `explained` and `fertility`; how often the word's sentence stands beside its
/// translation, and how often beside another's.
using Counts =
    std::map<std::tuple<Language, std::size_t, std::size_t, std::size_t>, std::array<double, 2>>;

/// `apart` stands beside `text` on its side; `other` translates `text` only.
void count(const std::string& text, const std::string& apart, const std::string& other,
           const Lexicon& lexicon, Counts& counts) {
  const Language language = duizhao::text::language_of(text);
  const Language other_language = duizhao::text::language_of(other);
  if (language == other_language || language == Language::kUnknown ||
      other_language == Language::kUnknown) {
    return;
  }
  const auto words = lexicon.words(text + " " + apart, language);
  const auto links = duizhao::pair::link_words(
      words, language, lexicon.words(other, other_language), other_language, lexicon);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].kind == duizhao::text::TokenKind::kPunctuation) continue;
    const auto cell = duizhao::pair::word_cell(words[i], links.source[i]);
    counts[{language, cell.kind, cell.explained, cell.fertility}]
          [words[i].span.begin > text.size() ? 1 : 0] += 1;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: missing_odds MODEL PAIRS.tsv...\n";
    return 2;
  }
  const auto lexicon = Lexicon::open(argv[1]);
  if (!lexicon) {
    std::cerr << lexicon.error().message << '\n';
    return 3;
  }
  Counts counts;
  for (int i = 2; i < argc; ++i) {
    const auto pairs = read(argv[i]);
    for (std::size_t p = 0; p + 1 < pairs.size(); ++p) {
      // Where a text has two translations on neighbouring lines, the next text is one further.
      const std::size_t next = pairs[p + 1].source == pairs[p].source ? p + 2 : p + 1;
      if (next >= pairs.size()) break;
      count(pairs[p].source, pairs[next].source, pairs[p].target, *lexicon, counts);
      count(pairs[p].target, pairs[next].target, pairs[p].source, *lexicon, counts);
    }
  }
  for (const auto& [cell, count] : counts) {
    const auto& [language, kind, explained, fertility] = cell;
    std::cout << (language == Language::kChinese ? "zh" : "en") << '\t' << kind << '\t' << explained
              << '\t' << fertility << '\t' << count[0] << '\t' << count[1] << '\n';
  }
}
