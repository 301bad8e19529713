#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/check/evidence/names/name_words.h"
#include "duizhao/model/name_store.h"
#include "duizhao/pair/characters.h"
#include "duizhao/pair/links.h"
#include "duizhao/pair/passage.h"

namespace duizhao::check {

/// A word whose log-odds of missing are lower is translated by something on the other side.
inline constexpr double kTranslated = -0.1;
/// The same of a place, whose renderings are known: chance links mustn't hide it.
inline constexpr double kSurelyTranslated = -1.5;
/// One word of a sentence's beginning that is commoner may be no name at all.
inline constexpr float kRareInNames = 2e-6F;
/// A single character that is commoner is a word by itself, and no part of a name.
inline constexpr float kParticle = 3e-4F;

/// Words that name no one thing, and are therefore no proof of a name of several words.
[[nodiscard]] bool is_generic(std::string_view word);

/// Names of days and months, which the rules of dates look at.
[[nodiscard]] bool is_date_word(std::string_view key);

/// The two sides of a bead, made ready for names to be found in them, and what both sides ask of
/// them.
class NamedSides {
 public:
  NamedSides(const pair::Passage& english_side, std::span<const pair::LinkedWord> links_of_english,
             std::span<const NameWord> words, const pair::Passage& chinese_side,
             std::span<const pair::LinkedWord> links_of_chinese, const model::NameStore& names);

  /// Words of the English that are a known name, and what it is.
  struct KnownRun {
    std::size_t first = 0;
    std::size_t count = 0;
    std::span<const std::uint32_t> names;
  };

  /// The Chinese words from that which a stretch begins in, to before that which begins behind it.
  [[nodiscard]] std::pair<std::size_t, std::size_t> words_in(Span span) const;

  /// The simplified characters of a stretch of the Chinese.
  [[nodiscard]] std::string_view folded_at(Span span) const;

  /// A known name all of whose characters are those that foreign names are written with.
  [[nodiscard]] bool is_transliteration(Span span) const;

  /// Whether something that is no ordinary word sounds like a name; a short name sounds like much
  /// by chance: 兰地区的文 like "London".
  [[nodiscard]] bool sounds(const NameWord& word) const;

  [[nodiscard]] bool is_capitalised(std::size_t w) const;

  [[nodiscard]] const NameWord* name_word(std::size_t w) const;

  /// The place of a key, at the beginning of a word, with at most some letters of an ending. Where
  /// the Chinese that is so called is given, not within a known name of something else.
  [[nodiscard]] std::optional<Span> place_of_key(std::string_view key,
                                                 std::string_view chinese_name = {}) const;

  [[nodiscard]] const KnownRun* known_run(std::size_t word) const;

  /// Whether a word is of a longer name that is known to be something else than a Chinese one:
  /// "Carolina" of "South Carolina" is none of 北卡罗来纳州.
  [[nodiscard]] bool is_of_another(std::size_t word, std::string_view chinese_name) const;

  /// Whether a word is the name of another place, however alike they are: Missouri, Mississippi.
  [[nodiscard]] bool is_another_place(std::size_t word, std::string_view chinese_name) const;

  static constexpr std::size_t kNoWord = static_cast<std::size_t>(-1);

  const pair::Passage& english;
  std::span<const pair::LinkedWord> english_links;
  std::span<const NameWord> name_words;
  const pair::Passage& chinese;
  std::span<const pair::LinkedWord> chinese_links;
  const model::NameStore& store;
  std::string_view english_text;
  std::vector<pair::Character> characters;
  std::vector<std::string> keys;     ///< of the English words; empty for marks
  std::string folded;                ///< the Chinese in simplified characters
  std::vector<std::size_t> offsets;  ///< of its characters, and its size
  std::vector<std::size_t> word_of;  ///< the word that each character is of, or kNoWord
  std::vector<KnownRun> known_runs;

 private:
  /// Whether what sounds like a word sounds more like another: 卡尔姆 is Callum, and not Maryland.
  [[nodiscard]] bool is_taken(const NameWord& word) const;
  [[nodiscard]] std::optional<std::size_t> word_at(std::size_t key_offset) const;
  void find_known_runs();
  /// The longest known name that begins at a word, in capitals but for what hyphens join to it:
  /// "Chiang Kai-shek". Persons are known by either order of their names.
  [[nodiscard]] KnownRun longest_english(std::size_t first) const;
  /// The persons who are known by the words from `first` to `last` with the last one before: as
  /// "Murakami Haruki".
  [[nodiscard]] std::span<const std::uint32_t> persons_rendered(std::size_t first,
                                                                std::size_t last) const;
  /// Whether a person is known by the surname alone, so that the given name may be anybody's:
  /// 佩洛西 of "Nancy Pelosi".
  [[nodiscard]] bool is_foreign_person(const KnownRun& run) const;
  /// Whether no Chinese of a name has all characters of another one or the other way round: 纽约
  /// and 纽约市 are one, 中美 and 美中.
  [[nodiscard]] bool is_another(const KnownRun& run, std::string_view chinese_name) const;
  [[nodiscard]] bool is_place(const KnownRun& run) const;

  std::string english_key_;  ///< all keys with a space before and behind each
  std::vector<std::pair<std::size_t, std::size_t>> key_begins_;  ///< place in it, word
};

}  // namespace duizhao::check
