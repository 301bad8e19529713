#include "duizhao/check/evidence/terms/letter_case.h"

#include <algorithm>
#include <vector>

#include "duizhao/terms/folded_text.h"

namespace duizhao::check {
namespace {

using terms::FoldedCharacter;

/// Whether a word ends before `i`: hyphens do not end one, so that "e-mail" and "E-Mail" differ.
bool begins_word(const std::vector<FoldedCharacter>& characters, std::size_t i) {
  return i == 0 || !characters[i - 1].alphanumeric || characters[i].gap_before != terms::kNoGap;
}

std::size_t word_end(const std::vector<FoldedCharacter>& characters, std::size_t i) {
  do {
    ++i;
  } while (i < characters.size() && characters[i].alphanumeric && !begins_word(characters, i));
  return i;
}

/// "GitHub", "GDP" and the A of "Party A" are what they are by their capitals; "Exchange" is not,
/// nor is the A of "A share".
bool is_told_by_capitals(const std::vector<FoldedCharacter>& word, bool first) {
  if (word.size() == 1) return !first && word[0].upper;
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (word[i].upper) return true;
  }
  return false;
}

/// "THE EXCHANGE FUND" is a heading of the glossary's; "GDP", "US GDP" are acronyms.
bool is_in_capitals_throughout(const std::vector<FoldedCharacter>& term) {
  constexpr std::size_t kLongestAcronym = 6;
  std::size_t longest = 0;
  for (std::size_t first = 0; first < term.size();) {
    const std::size_t last = word_end(term, first);
    longest = std::max(longest, last - first);
    first = last;
  }
  return longest > kLongestAcronym && std::all_of(term.begin(), term.end(), [](const auto& c) {
           return c.upper || !c.alphanumeric || c.digit;
         });
}

}  // namespace

bool has_other_case(std::string_view term, TermCase letter_case, std::string_view found,
                    bool begins) {
  if (letter_case == TermCase::kFree) return false;
  const terms::FoldedText wanted = terms::fold(term);
  const terms::FoldedText there = terms::fold(found);
  // Another form of the term, such as an acronym or a plural in -ies, has capitals of its own.
  if (!there.bytes.starts_with(wanted.bytes)) return false;
  if (letter_case == TermCase::kUsual && is_in_capitals_throughout(wanted.characters)) return false;
  for (std::size_t first = 0; first < wanted.characters.size();) {
    const std::size_t last = word_end(wanted.characters, first);
    const std::vector<FoldedCharacter> word(
        wanted.characters.begin() + static_cast<std::ptrdiff_t>(first),
        wanted.characters.begin() + static_cast<std::ptrdiff_t>(last));
    const bool told = is_told_by_capitals(word, first == 0);
    for (std::size_t i = first; i < last; ++i) {
      if (wanted.characters[i].upper == there.characters[i].upper) continue;
      const bool sentence = i == 0 && begins && there.characters[0].upper && !told;
      if (told || (letter_case == TermCase::kKept && !sentence)) return true;
    }
    first = last;
  }
  return false;
}

}  // namespace duizhao::check
