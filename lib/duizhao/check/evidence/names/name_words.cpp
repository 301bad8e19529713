#include "duizhao/check/evidence/names/name_words.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "duizhao/names/spellings.h"
#include "duizhao/pair/missing_odds.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/interpunct.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// Whether a sentence, a quotation or an item of a list may begin behind the text before it.
bool may_begin(std::string_view before) {
  while (before.ends_with(' ')) before.remove_suffix(1);
  if (before.empty()) return true;
  constexpr std::string_view kEnds[] = {".", "!", "?", ":", ";", "\"", "“", "‘",
                                        "(", "[", "*", "•", "–", "—",  "…", "\n"};
  return std::any_of(std::begin(kEnds), std::end(kEnds),
                     [&](std::string_view end) { return before.ends_with(end); });
}

bool has_letter_case(std::string_view text, std::string_view word) {
  const auto found =
      std::search(text.begin(), text.end(), word.begin(), word.end(),
                  [](char a, char b) { return text::ascii_lower(a) == text::ascii_lower(b); });
  return found != text.end();
}

/// Of the alphabet, a bit for each letter that a text has in either case.
using Letters = std::uint32_t;

Letters letters_of(std::string_view text) {
  Letters letters = 0;
  for (const char c : text) {
    if (text::is_ascii_letter(c)) letters |= Letters{1} << (text::ascii_lower(c) - 'a');
  }
  return letters;
}

}  // namespace

const names::SoundMatch& NameWord::sound() const {
  if (!sound_) sound_ = names::find_sound(stem, chinese->text(), kSoundsLike);
  return *sound_;
}

std::string_view without_possessive(std::string_view name) {
  for (const std::string_view possessive : {"'s", "’s"}) {
    if (name.ends_with(possessive)) name.remove_suffix(possessive.size());
  }
  return name;
}

std::vector<NameWord> name_words(const pair::Passage& english,
                                 std::span<const pair::LinkedWord> linked,
                                 const pair::Passage& chinese, std::span<const Span> regions,
                                 const GlossedWords* glossed) {
  const std::string_view text = english.document->text;
  const auto sounded = std::make_shared<SoundedPassage>(chinese);
  const names::SpelledText spelled(chinese.text());
  const Letters letters = letters_of(chinese.text());
  std::vector<NameWord> words;
  for (std::size_t u = 0; u < english.words.size(); ++u) {
    const model::Word& word = english.words[u];
    const std::string_view written = word.span.in(text);
    if (word.kind != text::TokenKind::kWord || written.size() < 3 ||
        !text::is_ascii_upper(written[0]) ||
        std::count_if(written.begin(), written.end(), text::is_ascii_lower) < 2) {
      continue;
    }
    NameWord name;
    name.span = word.span;
    name.word = u;
    name.initial = may_begin(text.substr(english.span.begin, word.span.begin - english.span.begin));
    name.stem = without_possessive(written);
    name.chinese = sounded;
    name.written =
        (letters_of(name.stem) & ~letters) == 0 && has_letter_case(chinese.text(), name.stem);
    name.spelled = spelled.has(name.stem);
    name.region = std::any_of(regions.begin(), regions.end(),
                              [&](Span region) { return region.overlaps(word.span); });
    name.missing = pair::missing_odds(english, u, linked[u]);
    name.glossed = glossed != nullptr && glossed->has(name.stem);
    words.push_back(std::move(name));
  }
  return words;
}

std::vector<StrangeRun> strange_runs(const pair::Passage& chinese,
                                     std::span<const pair::LinkedWord> linked,
                                     std::span<const NameWord> names) {
  const std::string_view text = chinese.document->text;
  std::vector<StrangeRun> runs;
  std::size_t quoted = 0;
  std::size_t last = 0;  // end of the word before
  for (std::size_t u = 0; u < chinese.words.size(); ++u) {
    const model::Word& word = chinese.words[u];
    const std::string_view written = word.span.in(text);
    if (word.kind != text::TokenKind::kHan) {
      if (written == "《") ++quoted;
      if (written == "》" && quoted > 0) --quoted;
      continue;
    }
    const double missing = pair::missing_odds(chinese, u, linked[u]);
    if (missing < 0.1) continue;
    const bool sounds = std::any_of(names.begin(), names.end(), [&](const NameWord& name) {
      return name.sound().share() >= kSoundsLike && name.sound().span.overlaps(word.span);
    });
    if (sounds) continue;
    const bool adjacent = !runs.empty() && last == word.span.begin;
    if (!adjacent) runs.push_back({word.span, 0, quoted > 0, false});
    StrangeRun& run = runs.back();
    run.span.end = word.span.end;
    run.missing += missing;
    last = word.span.end;
  }
  for (StrangeRun& run : runs) {
    std::size_t before = run.span.begin;
    std::size_t after = run.span.end;
    run.foreign = (before > 0 && text::is_interpunct(text::previous_code_point(text, before))) ||
                  (after < text.size() && text::is_interpunct(text::next_code_point(text, after)));
  }
  return runs;
}

}  // namespace duizhao::check
