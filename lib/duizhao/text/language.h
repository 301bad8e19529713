#pragma once

#include <cstddef>
#include <string_view>

#include "duizhao/core/document.h"

namespace duizhao::text {

/// What a text is written with. Addresses (URLs, e-mail, domain names) count for nothing, since
/// they stand in texts of every language.
struct WritingTally {
  std::size_t han = 0;          ///< Han characters
  std::size_t latin_words = 0;  ///< words of Latin letters without digits
  std::size_t other = 0;        ///< letters of kana, Hangul, Cyrillic and other scripts

  WritingTally& operator+=(const WritingTally& more);
};

[[nodiscard]] WritingTally tally_writing(std::string_view text);

/// Chinese as soon as Han characters stand for more of the words than Latin letters do, at one and
/// a half characters a word; kUnknown without either, or where other scripts outweigh both, as in
/// Japanese.
///
/// `around` is the language of the text that this is a part of, if known: a line of it is taken to
/// be of another language only when that weighs twice as much, since Chinese headings may be mostly
/// Latin names, and English lines give Chinese names in brackets.
[[nodiscard]] Language language_of(const WritingTally& tally, Language around = Language::kUnknown);

/// The language of a text by itself.
[[nodiscard]] Language language_of(std::string_view text);

}  // namespace duizhao::text
