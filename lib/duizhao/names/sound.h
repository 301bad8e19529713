#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "duizhao/core/span.h"

namespace duizhao::names {

/// The Han characters of a text by their sound in Mandarin, prepared once for many names.
class SoundedText {
 public:
  /// `chinese` is valid UTF-8, in either script; spans are shifted by `offset`.
  explicit SoundedText(std::string_view chinese, std::size_t offset = 0);

  struct Character {
    Span span;
    /// Numbers of its readings in the table of sounds; a character of one reading has it thrice.
    std::array<std::uint16_t, 3> readings{};
    bool follows = false;  ///< on a Han character, with nothing between
  };
  [[nodiscard]] const std::vector<Character>& characters() const { return characters_; }

 private:
  std::vector<Character> characters_;
};

/// The characters that sound most like a name.
struct SoundMatch {
  Span span;  ///< empty where nothing does
  /// ln p(letters | characters) − ln p(letters): what the characters say of the letters, in nats.
  double likeness = 0;
  /// −ln p(letters): what there was to say. A good transliteration says two thirds of it.
  double information = 0;

  [[nodiscard]] double share() const { return information > 0 ? likeness / information : 0; }
};

/// Where a foreign name of one word, in Latin letters of any case and with any diacritics, is
/// transliterated into Chinese: 桑给巴尔 for "Zanzibar", 奥尔布赖特 for "Albright".
///
/// Each character stands for nought to six letters, with the probabilities of name_sounds.inc,
/// which are learnt from 48,000 names as Xinhua and others transliterate them. Thread-safe.
/// Costs some 5 ns for each letter of the name times each character of the text. A match that says
/// less than a share of what there is to say is none: no span, and a likeness of 0; nor has a word
/// of more than a hundred letters one.
[[nodiscard]] SoundMatch find_sound(std::string_view name, const SoundedText& text,
                                    double least_share = 0);

}  // namespace duizhao::names
