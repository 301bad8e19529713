#include "duizhao/check/evidence/form/exchanged_characters.h"

#include <algorithm>
#include <string>
#include <vector>

#include "duizhao/check/evidence/terms/rendering.h"
#include "duizhao/model/lexicon.h"
#include "duizhao/terms/folded_text.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/script_converters.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

constexpr std::u16string_view kVariants =
#include "duizhao/check/evidence/form/han_variants.inc"
    ;

/// The character that stands for `c` and its variants.
char32_t representative(char32_t c) {
  for (std::size_t i = 0; i + 1 < kVariants.size(); i += 2) {
    if (kVariants[i] == c) return kVariants[i + 1];
  }
  return c;
}

/// A term shorter than this is too easily another word with a character in common.
constexpr std::size_t kLeastCharacters = 3;

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t i = 0; i < text.size();) points.push_back(text::next_code_point(text, i));
  return points;
}

/// A term with any character of simplified texts alone is written for them: names such as 昇腾 have
/// characters that look traditional there.
Script script_of_term(std::u32string_view term, Script by_majority) {
  const bool simplified = std::any_of(term.begin(), term.end(), [](char32_t c) {
    return text::script_of(c) == Script::kSimplified;
  });
  return simplified ? Script::kSimplified : by_majority;
}

/// What the glossary's term is in the script of the text: itself where that is its own script.
std::vector<std::u32string> expected_forms(std::string_view term, Script wanted,
                                           const text::ScriptConverters& converters) {
  std::vector<std::u32string> forms = {code_points(term)};
  const Script written = script_of_term(forms.front(), text::script_of(term));
  for (const Script script : {Script::kSimplified, Script::kTraditional}) {
    const bool is_wanted = wanted == Script::kUnknown || wanted == script;
    if (written == script || !is_wanted) continue;
    forms.push_back(code_points(converters.convert(term, script)));
  }
  return forms;
}

/// Whether a rendering may leave out the first or last character of `expected`: it is a word by
/// itself, or the rest of its word is one.
bool may_be_left_out(std::string_view expected, Span character, const model::Lexicon& lexicon) {
  const auto words_of = [&](std::string_view text) {
    return lexicon.words(text, Language::kChinese);
  };
  for (const model::Word& word : words_of(expected)) {
    if (!word.span.contains(character)) continue;
    if (word.span == character) return true;
    const bool first = word.span.begin == character.begin;
    const Span rest =
        first ? Span{character.end, word.span.end} : Span{word.span.begin, character.begin};
    return text::count_code_points(rest.in(expected)) > 1 &&
           words_of(rest.in(expected)).size() == 1;
  }
  return false;
}

bool means_and(std::string_view character) {
  constexpr std::string_view kAnd = "与 及 和 或 跟 暨 、";
  return kAnd.find(character) != std::string_view::npos;
}

bool is_inside_a_word(Span character, const pair::Passage& target) {
  return std::any_of(target.words.begin(), target.words.end(), [&](const model::Word& word) {
    return word.span.contains(character) && word.span.size() > character.size();
  });
}

std::string_view character(const terms::FoldedText& text, std::size_t i) {
  const std::uint32_t begin = text.characters[i].folded_begin;
  return std::string_view(text.bytes).substr(begin, text.folded_end(i) - begin);
}

bool same_character(std::string_view a, std::string_view b) {
  if (a == b) return true;
  std::size_t i = 0;
  std::size_t j = 0;
  const char32_t first = text::next_code_point(a, i);
  const char32_t second = text::next_code_point(b, j);
  return text::folded_han(representative(first)) == text::folded_han(representative(second)) ||
         (means_and(a) && means_and(b));
}

/// The only character in which `wanted` and the characters of `there` from `begin` on differ; the
/// size of `wanted` where there are none or several.
std::size_t only_difference(const terms::FoldedText& wanted, const terms::FoldedText& there,
                            std::size_t begin) {
  const std::size_t size = wanted.characters.size();
  std::size_t different = size;
  for (std::size_t i = 0; i < size; ++i) {
    if (same_character(character(wanted, i), character(there, begin + i))) continue;
    if (different != size || !there.characters[begin + i].han) return size;
    different = i;
  }
  return different;
}

}  // namespace

std::optional<ExchangedRendering> exchanged_rendering(const pair::Passage& target,
                                                      std::string_view free,
                                                      std::string_view expected,
                                                      const Resources& resources) {
  const terms::FoldedText wanted = terms::fold(expected);
  const std::size_t size = wanted.characters.size();
  if (size < kLeastCharacters) return std::nullopt;
  terms::FoldedText there;
  terms::fold(free, target.span.begin, there);
  for (std::size_t begin = 0; begin + size <= there.characters.size(); ++begin) {
    const std::size_t different = only_difference(wanted, there, begin);
    if (different == size || !wanted.characters[different].han) continue;
    const bool at_edge = different == 0 || different + 1 == size;
    if (at_edge &&
        may_be_left_out(expected, wanted.characters[different].span, *resources.lexicon)) {
      continue;
    }
    return ExchangedRendering{
        there.characters[begin].span.joined(there.characters[begin + size - 1].span),
        is_inside_a_word(there.characters[begin + different].span, target)};
  }
  return std::nullopt;
}

bool hides_exchange(std::string_view term, std::string_view found, const pair::Passage& target,
                    const Resources& resources) {
  if (term == found || resources.converters == nullptr) return false;
  const std::u32string there = code_points(found);
  const Script script = script_of(target);
  std::vector<std::u32string> forms = expected_forms(term, script, *resources.converters);
  // Another form of the term, with a gap or a width of its own, is not compared.
  std::erase_if(forms, [&](const std::u32string& form) { return form.size() != there.size(); });
  if (forms.empty()) return false;
  for (std::size_t i = 0; i < there.size(); ++i) {
    if (!text::is_han(there[i])) continue;
    const bool expected = std::any_of(forms.begin(), forms.end(), [&](const std::u32string& form) {
      if (representative(form[i]) == representative(there[i])) return true;
      // Which of several traditional characters it is, 鍾 or 鐘, is no matter of the term.
      return script != Script::kSimplified && text::folded_han(form[i]) == form[i];
    });
    if (!expected) return true;
  }
  return false;
}

}  // namespace duizhao::check
