#pragma once

#include <string_view>

namespace duizhao::names {

/// How much a foreign name in Latin letters and its transliteration agree in the consonants that
/// are heard, from 0 to 1: "Clouseau" and 克鲁索 have k, l and s, "Glover" and 格拉芙 have k, l and
/// f. A second opinion beside find_sound(), which weighs every letter: it knows no vowels and
/// forgives what transliterations leave out, as r in Carter (卡特). 0 where either side has no
/// consonant. Characters are read in Mandarin, by their first reading. Thread-safe; costs about a
/// microsecond.
[[nodiscard]] double consonants_alike(std::string_view latin, std::string_view chinese);

/// Whether two foreign names in Latin letters, or one and a transliteration, begin with consonants
/// that no transliteration has for one another: "Harrison" and 莫里森, "Hawking" and "Dawkins", but
/// not "Juan" and 胡安. False where either begins with a vowel.
[[nodiscard]] bool begin_otherwise(std::string_view latin, std::string_view other);

}  // namespace duizhao::names
