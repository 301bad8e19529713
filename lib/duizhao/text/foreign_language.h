#pragma once

#include <optional>
#include <string_view>

namespace duizhao::text {

/// The name of the language of a text that is neither Chinese nor English: by its script, and among
/// languages of Latin letters by their commonest words. "Japanese" where kana stands among the Han
/// characters, "Korean", "Russian or another language in Cyrillic letters", "French"; none where
/// most of the text may be Chinese or English. Looks at the first hundred thousand bytes or so.
[[nodiscard]] std::optional<std::string_view> foreign_language(std::string_view text);

/// A language as the catalogue of messages calls it ("french") and as errors do ("French").
struct ForeignLanguage {
  std::string_view label;
  std::string_view name;
};

/// The language of a text in Latin letters other than English, by the small words that hold its
/// sentences together, one word in five; a sentence is enough.
[[nodiscard]] std::optional<ForeignLanguage> language_of_small_words(std::string_view text);

/// What either of the two tells: of a few lines as well as of a long text.
[[nodiscard]] std::optional<std::string_view> foreign_language_of_lines(std::string_view text);

}  // namespace duizhao::text
