#include "duizhao/check/evidence/runs/attributions.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/text/ascii.h"

namespace duizhao::check {
namespace {

/// Words of the longest clause that is one: "sources familiar with the company's plans said".
constexpr std::size_t kMostWords = 9;

template <std::size_t N>
bool is_one_of(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool is_saying(std::string_view word) {
  constexpr std::string_view kVerbs[] = {"said", "says", "say", "added", "adds"};
  return is_one_of(kVerbs, word);
}

bool is_determiner(std::string_view word) {
  constexpr std::string_view kWords[] = {"a",     "an",    "the",     "one",    "two",
                                         "three", "some",  "several", "of",     "and",
                                         "such",  "these", "those",   "another"};
  return is_one_of(kWords, word);
}

bool is_pronoun(std::string_view word) {
  constexpr std::string_view kWords[] = {"he", "she", "they"};
  return is_one_of(kWords, word);
}

bool is_source(std::string_view word) {
  constexpr std::string_view kWords[] = {"source", "sources", "people", "person", "another"};
  return is_one_of(kWords, word);
}

/// The words of a clause in lower case, without marks.
std::vector<std::string> words_of(const pair::Passage& english, const pair::Clause& clause) {
  std::vector<std::string> words;
  for (std::size_t w = clause.first_word; w < clause.end_word; ++w) {
    if (english.words[w].kind == text::TokenKind::kPunctuation) continue;
    words.push_back(text::ascii_lowered(english.words[w].span.in(english.document->text)));
  }
  return words;
}

/// Behind the determiners from `begin`.
std::size_t behind_determiners(const std::vector<std::string>& words, std::size_t begin) {
  while (begin < words.size() && is_determiner(words[begin]) && !is_source(words[begin])) ++begin;
  return begin;
}

}  // namespace

bool is_attribution(const pair::Passage& english, const pair::Clause& clause) {
  const std::vector<std::string> words = words_of(english, clause);
  if (words.size() < 2 || words.size() > kMostWords) return false;
  if (words[0] == "according" && words[1] == "to") {
    const std::size_t who = behind_determiners(words, 2);
    return who < words.size() && is_source(words[who]);
  }
  if (is_saying(words.front())) {
    const std::size_t who = behind_determiners(words, 1);
    return who + 1 == words.size() && (is_source(words[who]) || is_pronoun(words[who]));
  }
  if (!is_saying(words.back())) return false;
  if (words.size() == 2 && is_pronoun(words.front())) return true;
  const std::size_t who = behind_determiners(words, 0);
  return is_source(words[who]);
}

}  // namespace duizhao::check
