#include "duizhao/terms/english_writings.h"

#include <algorithm>
#include <array>

#include "duizhao/model/english_form.h"
#include "duizhao/model/english_spelling.h"
#include "duizhao/text/ascii.h"

namespace duizhao::terms {
namespace {

struct Noun {
  std::string_view singular;
  std::string_view plural;
  bool both_ways;  ///< a term in the plural is found in the singular as well
};

constexpr auto kIrregular = std::to_array<Noun>({
#include "duizhao/terms/irregular_plurals.inc"
});
static_assert(std::is_sorted(kIrregular.begin(), kIrregular.end(),
                             [](const Noun& a, const Noun& b) { return a.singular < b.singular; }),
              "irregular_plurals.inc is sorted by the singular");

/// After a noun they tell of it, so that the noun takes the plural: "attorney general".
constexpr auto kAfterTheirNoun = std::to_array<std::string_view>(
    {"designate", "elect", "emeritus", "general", "laureate", "plenipotentiary"});

constexpr auto kPrepositions =
    std::to_array<std::string_view>({"at", "for", "in", "of", "on", "to", "under", "with"});

template <std::size_t kSize>
bool is_one_of(const std::array<std::string_view, kSize>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string> words_of(std::string_view term) {
  std::vector<std::string> words;
  for (;;) {
    const std::size_t space = term.find(' ');
    words.emplace_back(term.substr(0, space));
    if (space == std::string_view::npos) return words;
    term.remove_prefix(space + 1);
  }
}

std::string joined(const std::vector<std::string>& words) {
  std::string term;
  for (const std::string& word : words) {
    if (!term.empty()) term += ' ';
    term += word;
  }
  return term;
}

/// `word`, which is in lower case, with the capitals of `model`.
std::string in_case_of(std::string_view model, std::string word) {
  if (model.empty() || !text::is_ascii_upper(model[0])) return word;
  const bool capitals = model.size() > 1 && text::is_ascii_upper(model[1]);
  for (std::size_t i = 0; i < (capitals ? word.size() : 1); ++i) {
    word[i] = text::ascii_upper(word[i]);
  }
  return word;
}

std::vector<std::string> irregular_numbers(std::string_view word) {
  std::vector<std::string> numbers;
  for (const Noun& noun : kIrregular) {
    if (noun.singular == word) numbers.emplace_back(noun.plural);
    if (noun.both_ways && noun.plural == word) numbers.emplace_back(noun.singular);
  }
  return numbers;
}

/// "head" → "heads", "policy" → "policies"; a plural as its singular is left alone.
std::string regular_plural(std::string_view word) {
  const bool consonant_y =
      word.size() > 1 && word.ends_with('y') &&
      std::string_view("aeiou").find(word[word.size() - 2]) == std::string_view::npos;
  if (consonant_y) return std::string(word.substr(0, word.size() - 1)).append("ies");
  const bool sibilant =
      word.ends_with('s') || word.ends_with('x') || word.ends_with("ch") || word.ends_with("sh");
  return std::string(word).append(sibilant ? "es" : "s");
}

/// Where the noun that takes the plural ends before the term does; the number of words for none.
std::size_t words_of_head(const std::vector<std::string>& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string word = model::fold_latin(words[i]);
    // "Bank of China" is one, and banks of China are others.
    const bool name = text::is_ascii_upper(words[i - 1][0]);
    if (is_one_of(kPrepositions, word) && !name) return i;
    if (i + 1 == words.size() && is_one_of(kAfterTheirNoun, word)) return i;
  }
  return words.size();
}

void add_plural_of_head(const std::vector<std::string>& words, std::vector<std::string>& added) {
  std::vector<std::string> changed = words;
  if (words.size() == 1 && words[0].ends_with("-in-law")) {
    added.push_back(words[0].substr(0, words[0].size() - 7).append("s-in-law"));
    return;
  }
  const std::size_t head = words_of_head(words);
  if (head == words.size()) return;
  std::string& noun = changed[head - 1];
  const std::string folded = model::fold_latin(noun);
  std::vector<std::string> numbers = irregular_numbers(folded);
  if (numbers.empty()) numbers.push_back(regular_plural(folded));
  for (std::string& number : numbers) {
    noun = in_case_of(words[head - 1], std::move(number));
    added.push_back(joined(changed));
  }
}

void add_irregular_numbers(const std::vector<std::string>& words, std::vector<std::string>& added) {
  std::vector<std::string> changed = words;
  for (std::string& number : irregular_numbers(model::fold_latin(words.back()))) {
    changed.back() = in_case_of(words.back(), std::move(number));
    added.push_back(joined(changed));
  }
}

/// All words as one side of the Atlantic spells them, and all as the other does.
void add_spellings(const std::vector<std::string>& words, std::vector<std::string>& added) {
  std::vector<std::string> british = words;
  std::vector<std::string> american = words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string folded = model::fold_latin(words[i]);
    const std::string here = model::american_spelling(folded);
    for (std::string& other : model::other_spellings(folded)) {
      std::string& place = here == folded ? british[i] : american[i];
      place = in_case_of(words[i], std::move(other));
    }
  }
  for (const std::vector<std::string>* changed : {&british, &american}) {
    if (*changed != words) added.push_back(joined(*changed));
  }
}

}  // namespace

std::vector<std::string> other_writings(std::string_view term) {
  std::vector<std::string> writings;
  const std::vector<std::string> words = words_of(term);
  if (std::any_of(words.begin(), words.end(), [](const std::string& w) { return w.empty(); })) {
    return writings;
  }
  add_irregular_numbers(words, writings);
  add_plural_of_head(words, writings);
  add_spellings(words, writings);
  return writings;
}

}  // namespace duizhao::terms
