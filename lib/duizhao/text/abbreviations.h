#pragma once

#include <cstdint>
#include <string_view>

namespace duizhao::text {

/// What a full stop after an English word tells about the end of the sentence.
enum class Abbreviation : std::uint8_t {
  kNone,      ///< no abbreviation: the sentence ends
  kTitle,     ///< "Dr.", "Gen.": a name follows
  kNumbered,  ///< "No.", "Fig.", "Vol.": inside the sentence where a number follows
  kMonth,     ///< "Sept.": as kNumbered, and usually inside before a name
  kInner,     ///< "vs.", "cf.", "e.g.": never the end of a sentence
  kEither,    ///< "Inc.", "St.", "U.S.": the end only before a word that starts sentences
  kTime,      ///< "p.m.": the end unless a day, a month or a time zone follows
};

/// `word` is what stands before the full stop, with inner stops but without the last: "No", "p.m".
[[nodiscard]] Abbreviation abbreviation(std::string_view word);

/// A word with a capital that says more about the start of a sentence than about a name: "The",
/// "However", "In".
[[nodiscard]] bool starts_sentences(std::string_view word);

/// "Monday", "Nov", "EST": what follows "p.m." inside a sentence.
[[nodiscard]] bool follows_time(std::string_view word);

/// "said", "asked": verbs that give direct speech to its speaker.
[[nodiscard]] bool is_speech_verb(std::string_view word);

/// "appendix", "vitamin": words whose single letter is a label and no initial.
[[nodiscard]] bool takes_letter(std::string_view word);

/// "Article", "Figure": words that make a heading out of the number after them.
[[nodiscard]] bool takes_heading_number(std::string_view word);

}  // namespace duizhao::text
