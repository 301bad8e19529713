#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace duizhao::names {

/// A name in Latin letters that is looked for at many places of a Chinese text.
class LatinName {
 public:
  explicit LatinName(std::string_view latin);

  /// How many Han characters at the start of `chinese` the letters spell to the last letter; 0
  /// where they don't. "Lin" spells one of 林佳龍. A single word is as one language reads all of
  /// them; the parts of Tsai Ing-wen need not be.
  [[nodiscard]] std::size_t characters_spelled(std::string_view chinese) const;

  /// Lower case, nothing else.
  [[nodiscard]] std::string_view letters() const { return letters_; }

 private:
  std::string letters_;
  bool one_word_;  ///< without spaces and hyphens
};

/// The Han characters of a text by the letters that they are spelled with, prepared once for many
/// names.
class SpelledText {
 public:
  /// `chinese` is valid UTF-8 and outlives this.
  explicit SpelledText(std::string_view chinese);

  /// Whether the letters of a name spell characters that stand here one behind the other, four at
  /// the most.
  [[nodiscard]] bool has(std::string_view name) const;

 private:
  struct Character {
    std::size_t begin = 0;
    std::uint64_t beginnings = 0;  ///< what its spellings begin with: a hash of them
  };
  std::string_view text_;
  std::vector<Character> characters_;
};

/// Whether a name in Latin letters is a spelling of all of `chinese`, character by character in
/// this order: "Chia-lung" of 佳龍, "Tsai Ing-wen" of 蔡英文. Case, hyphens, apostrophes and spaces
/// do not count. False for text without letters or without Han characters.
[[nodiscard]] bool spells(std::string_view latin, std::string_view chinese);

/// Whether the letters of a name may be the pinyin of so many characters, whichever they are:
/// "Yongwu" of two, "Rios" of none.
[[nodiscard]] bool may_be_pinyin(std::string_view latin, std::size_t characters);

/// `chinese` in pinyin as one word, each character by its first reading: "Yongwen" for 永文; empty
/// where one has none.
[[nodiscard]] std::string pinyin_of(std::string_view chinese);

/// LatinName::characters_spelled(), for one look.
[[nodiscard]] std::size_t characters_spelled(std::string_view latin, std::string_view chinese);

/// The first stretch of a Chinese text that a name spells, of `least` characters or more and of
/// four at the most; empty where there is none.
[[nodiscard]] std::string_view find_spelled(std::string_view latin, std::string_view chinese,
                                            std::size_t least);

/// Pinyin (v for ü, no tone) in Wade-Giles, without apostrophes and diacritics: "xia" is "hsia".
[[nodiscard]] std::string wade_giles(std::string_view pinyin);

}  // namespace duizhao::names
