#include "duizhao/check/evidence/runs/set_phrases.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/one_of.h"

namespace duizhao::check {
namespace {

constexpr std::string_view kPhrases[] = {
#include "duizhao/check/evidence/runs/set_phrases.inc"
};

static_assert(std::ranges::is_sorted(kPhrases));

/// Whether a phrase stands in the text by whole words at a place where a word begins.
bool stands_at(std::string_view text, std::size_t at, std::string_view phrase) {
  if (text.substr(at, phrase.size()) != phrase) return false;
  const std::size_t end = at + phrase.size();
  return end == text.size() || !text::is_ascii_letter(text[end]);
}

constexpr auto kSame = std::to_array<std::string_view>({"same", "corresponding", "comparable"});
constexpr auto kPeriods = std::to_array<std::string_view>(
    {"day", "half", "month", "months", "period", "quarter", "season", "time", "week", "year"});
constexpr auto kBeforePeriod =
    std::to_array<std::string_view>({"against", "compared", "for", "from", "in", "of", "on", "over",
                                     "than", "that", "the", "to", "versus", "with"});
constexpr auto kBehindPeriod =
    std::to_array<std::string_view>({"a", "ago", "before", "earlier", "in", "last", "of", "one",
                                     "preceding", "previous", "prior", "the", "year"});

/// 同比, 去年同期 and their kin, in either script.
bool has_word_for_same_period(const pair::Passage& chinese) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"同比", "同期", "按年", "按季", "按月", "环比"});
  return text::has_one_of(text::folded_han(chinese.text()), kWords);
}

}  // namespace

std::vector<bool> words_of_set_phrases(const pair::Passage& english) {
  std::vector<bool> of_phrase(english.words.size());
  const std::string lowered = text::ascii_lowered(english.text());
  const std::string_view text = lowered;
  for (std::size_t w = 0; w < english.words.size(); ++w) {
    if (english.words[w].kind == text::TokenKind::kPunctuation) continue;
    const std::size_t at = english.words[w].span.begin - english.span.begin;
    const std::string_view first = text.substr(at, english.words[w].span.size());
    // Of sorted phrases those that begin with the word stand together.
    for (auto phrase = std::ranges::lower_bound(kPhrases, first);
         phrase != std::end(kPhrases) && phrase->starts_with(first); ++phrase) {
      if (!stands_at(text, at, *phrase)) continue;
      const std::size_t end = english.span.begin + at + phrase->size();
      for (std::size_t i = w; i < english.words.size() && english.words[i].span.begin < end; ++i) {
        of_phrase[i] = true;
      }
    }
  }
  return of_phrase;
}

std::vector<bool> words_of_same_period(const pair::Passage& english, const pair::Passage& chinese) {
  std::vector<bool> of_period(english.words.size());
  const auto is_any = [&](std::size_t w, std::span<const std::string_view> forms) {
    return text::is_one_of(text::ascii_lowered(english.written(w)), forms);
  };
  for (std::size_t w = 0; w + 1 < english.words.size(); ++w) {
    if (!is_any(w, kSame) || !is_any(w + 1, kPeriods)) continue;
    if (!has_word_for_same_period(chinese)) break;
    std::size_t begin = w;
    std::size_t end = w + 2;
    while (begin > 0 && is_any(begin - 1, kBeforePeriod)) --begin;
    while (end < english.words.size() && is_any(end, kBehindPeriod)) ++end;
    std::fill(of_period.begin() + std::ptrdiff_t(begin), of_period.begin() + std::ptrdiff_t(end),
              true);
  }
  return of_period;
}

}  // namespace duizhao::check
