#include "duizhao/terms/known_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/names/consonants.h"
#include "duizhao/names/name_heads.h"
#include "duizhao/names/sound.h"
#include "duizhao/names/spellings.h"
#include "duizhao/names/surnames.h"
#include "duizhao/terms/merge.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/edit_distance.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/interpunct.h"
#include "duizhao/text/utf8.h"

namespace duizhao::terms {
namespace {

using model::KnownName;

/// Renderings that a message quotes.
constexpr std::size_t kMostQuoted = 3;
/// What says less of a name is no transliteration of it (names::SoundMatch::share).
constexpr double kSoundsLike = 0.45;
/// The same below which it is another.
constexpr double kSoundsOtherwise = 0.2;
constexpr double kConsonantsAlike = 0.5;
/// Translations that are less likely say nothing of a word.
constexpr float kLikelyTranslation = 0.05F;
/// Letters that words of one stem share: "Regulatory", "Regulation".
constexpr std::size_t kStem = 5;

// How often each kind of doubt was right in lists that were read (tools/bench/RESULTS.md).
constexpr double kOfCountry = 0.95;
constexpr double kOfPlace = 0.9;
constexpr double kOfBody = 0.8;
constexpr double kOfBodyByWords = 0.7;
constexpr double kOfPerson = 0.8;
constexpr double kOfReading = 0.85;
constexpr double kOfSound = 0.65;
constexpr double kOfKind = 0.75;

std::vector<std::string_view> words_of(std::string_view latin) {
  std::vector<std::string_view> words;
  while (!latin.empty()) {
    const std::size_t end = std::min(latin.find(' '), latin.size());
    if (end > 0) words.push_back(latin.substr(0, end));
    latin.remove_prefix(std::min(end + 1, latin.size()));
  }
  return words;
}

/// What stands in names in small letters, or is part of none.
bool is_small_word(std::string_view word) {
  constexpr std::string_view kSmall[] = {"of",  "the",  "and", "for", "on",  "in",  "to",
                                         "at",  "with", "de",  "la",  "del", "der", "von",
                                         "van", "bin",  "al",  "da",  "di",  "du",  "&"};
  return std::ranges::find(kSmall, word) != std::end(kSmall);
}

/// A word that a person is called by, before the name.
bool is_title(std::string_view key) {
  constexpr std::string_view kTitles[] = {
      "mr",       "mrs",       "ms",        "miss",    "dr",       "sir",       "lord",  "lady",
      "prof",     "professor", "president", "premier", "chairman", "secretary", "judge", "justice",
      "minister", "prime",     "vice",      "deputy",  "general",  "governor",  "mayor", "senator",
      "madam",    "king",      "queen",     "prince",  "princess", "st",        "pope",  "emperor"};
  return std::ranges::find(kTitles, key) != std::end(kTitles);
}

/// An English term without its article and what it has in brackets.
std::string_view bare(std::string_view latin) {
  latin = latin.substr(0, latin.find(" ("));
  if (latin.starts_with("the ") || latin.starts_with("The ")) latin.remove_prefix(4);
  return latin;
}

/// Whether all words that are no small ones have a capital, or a letter of no case.
bool is_capitalised(std::string_view latin) {
  const auto words = words_of(latin);
  return !words.empty() && std::ranges::all_of(words, [](std::string_view word) {
    return is_small_word(word) || !text::is_ascii_lower(word.front());
  });
}

bool is_acronym(std::string_view latin) {
  const auto capitals = std::ranges::count_if(latin, text::is_ascii_upper);
  return latin.size() >= 2 && latin.size() <= 7 && capitals >= 2 &&
         static_cast<std::size_t>(capitals) * 2 > latin.size() &&
         std::ranges::all_of(latin, text::is_ascii_letter);
}

/// The first letters of a name's words, but for small ones: csrc.
std::string initials_of(std::string_view english) {
  std::string initials;
  bool begins = true;
  for (const char c : english) {
    if (begins && text::is_ascii_upper(c)) initials += text::ascii_lower(c);
    begins = c == ' ' || c == '-';
  }
  return initials;
}

/// Whether letters stand in a name in this order, the first as its first: MOFCOM in "Ministry of
/// Commerce".
bool abbreviates(std::string_view acronym, std::string_view english) {
  const std::string letters = text::ascii_lowered(acronym);
  const std::string name = text::ascii_lowered(english);
  if (name.empty() || letters.front() != name.front()) return false;
  std::size_t at = 0;
  return std::ranges::all_of(letters, [&](char letter) {
    at = name.find(letter, at);
    return at++ != std::string::npos;
  });
}

/// Whether two have the same letters in another order: CRSC, CSRC.
bool is_permuted(std::string_view a, std::string_view b) {
  return a != b && a.size() == b.size() && std::ranges::is_permutation(a, b);
}

bool have_one_stem(std::string_view a, std::string_view b) {
  return a == b ||
         (a.size() >= kStem && b.size() >= kStem && a.substr(0, kStem) == b.substr(0, kStem));
}

/// Whether two keys have a word in common that says more than "of" and "the", or "Province".
bool share_word(std::string_view a, std::string_view b, bool heads_too = true) {
  constexpr std::size_t kLeast = 3;
  const auto of_b = words_of(b);
  return std::ranges::any_of(words_of(a), [&](std::string_view word) {
    return word.size() >= kLeast && !is_small_word(word) && !is_title(word) &&
           (heads_too || !names::is_head_of_place(word)) &&
           std::ranges::find(of_b, word) != of_b.end();
  });
}

/// Whether two Chinese names have a character in common.
bool share_character(std::string_view a, std::string_view b) {
  for (std::size_t i = 0; i < a.size();) {
    const std::size_t begin = i;
    static_cast<void>(text::next_code_point(a, i));
    if (b.find(a.substr(begin, i - begin)) != std::string_view::npos) return true;
  }
  return false;
}

/// Whether a Chinese term may stand for a known name: but for what both begin and end with, as 大学
/// of 清华大学 and 北京大学, they have a character in common, or one has next to nothing.
bool is_alike(std::string_view term, std::string_view known) {
  while (!term.empty() && !known.empty()) {
    std::size_t a = 0;
    std::size_t b = 0;
    if (text::next_code_point(term, a) != text::next_code_point(known, b)) break;
    term.remove_prefix(a);
    known.remove_prefix(b);
  }
  while (!term.empty() && !known.empty()) {
    std::size_t a = term.size();
    std::size_t b = known.size();
    if (text::previous_code_point(term, a) != text::previous_code_point(known, b)) break;
    term = term.substr(0, a);
    known = known.substr(0, b);
  }
  return text::count_code_points(term) < 2 || text::count_code_points(known) < 2 ||
         share_character(term, known);
}

bool is_han_name(std::string_view chinese) {
  for (std::size_t i = 0; i < chinese.size();) {
    const char32_t c = text::next_code_point(chinese, i);
    if (!text::is_han(c) && !text::is_interpunct(c)) return false;
  }
  return text::count_code_points(chinese) >= 2;
}

/// "Zhengzhou" or "Amoy": renderings of a name, the likeliest first.
std::string quoted(std::span<const std::string_view> names) {
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kMostQuoted); ++i) {
    text += fmt::format("{}\"{}\"", i == 0 ? "" : " or ", names[i]);
  }
  return text;
}

/// One English term against one Chinese.
class Comparison {
 public:
  Comparison(std::string_view english, std::string_view written, const model::NameStore& names,
             const model::Lexicon* lexicon)
      : english_(english),
        written_(written),
        latin_(bare(english)),
        chinese_(text::folded_han(written)),
        key_(model::name_key(latin_)),
        names_(names),
        lexicon_(lexicon) {}

  [[nodiscard]] std::optional<NameDoubt> run() const {
    if (!is_han_name(chinese_) || !is_capitalised(latin_)) return std::nullopt;
    if (const auto known = names_.find(chinese_)) {
      if (known->ordinary) return std::nullopt;
      if (known->kinds.unknown() && !known->kinds.given) return by_sound();
      return against(*known);
    }
    if (auto doubt = by_kind()) return doubt;
    if (const names::NameHead* head = names::head_of(chinese_)) {
      const std::string_view stem =
          std::string_view(chinese_).substr(0, chinese_.size() - head->chinese.size());
      if (head->kind == names::NameKind::kOrganisation) {
        const auto place = place_before(stem);
        return place ? against_part(*place) : std::nullopt;
      }
      if (const auto known = known_place(stem)) return against(*known);
      if (head->kind == names::NameKind::kPlace) return by_reading_of_place(stem, *head);
    }
    return by_sound();
  }

 private:
  [[nodiscard]] std::optional<KnownName> known_place(std::string_view chinese) const {
    auto known = names_.find(chinese);
    if (!known || known->ordinary || known->kinds.person) return std::nullopt;
    if (!known->kinds.place && !known->kinds.country) return std::nullopt;
    return known;
  }

  /// The longest known place that a name begins with.
  [[nodiscard]] std::optional<KnownName> place_before(std::string_view chinese) const {
    while (text::count_code_points(chinese) >= 2) {
      if (auto known = known_place(chinese)) return known;
      std::size_t last = chinese.size();
      static_cast<void>(text::previous_code_point(chinese, last));
      chinese = chinese.substr(0, last);
    }
    return std::nullopt;
  }

  [[nodiscard]] NameDoubt known_as(const KnownName& name, double confidence) const {
    return {NameDoubt::Reason::kKnown,
            fmt::format("\"{}\" is known as {}, not as \"{}\"", written_, quoted(name.english),
                        english_),
            confidence};
  }

  /// Whether the English is a rendering of a known name, by one that dictionaries have, by its
  /// spelling or as an abbreviation.
  [[nodiscard]] bool renders(const KnownName& name) const {
    if (names::spells(latin_, name.chinese)) return true;
    const auto is_it = [&](std::string_view english) {
      const std::string known = model::name_key(english);
      return known == key_ || initials_of(english) == key_ || initials_of(latin_) == known ||
             (is_acronym(latin_) && !is_permuted(key_, initials_of(english)) &&
              abbreviates(latin_, english));
    };
    return std::ranges::any_of(name.english, is_it) || std::ranges::any_of(name.besides, is_it);
  }

  /// Whether a word of the English is one of the name's.
  [[nodiscard]] bool shares_word(const KnownName& name) const {
    const auto shares = [&](std::string_view english) {
      return share_word(model::name_key(english_), model::name_key(english), name.kinds.body);
    };
    return std::ranges::any_of(name.english, shares) || std::ranges::any_of(name.besides, shares);
  }

  /// Whether the English is known as something else, whose Chinese is not like the one that is
  /// given.
  [[nodiscard]] bool is_of_another(const KnownName& name) const {
    const auto numbers = names_.rendered(key_);
    return share_no_rendering(numbers, name) &&
           std::ranges::any_of(numbers, [&](std::uint32_t number) {
             return !is_alike(chinese_, names_.chinese(number));
           });
  }

  /// Whether the English is known as places only, none of which has a rendering of this one:
  /// "Shaanxi" of 山西, but not "Sydney" of 雪梨.
  [[nodiscard]] bool is_another_place(const KnownName& name) const {
    const auto numbers = names_.rendered(key_);
    return share_no_rendering(numbers, name) &&
           std::ranges::all_of(numbers, [&](std::uint32_t number) {
             return names_.kinds(number).place && !names_.kinds(number).person;
           });
  }

  /// Whether there are names, and none is called in English as this one is.
  [[nodiscard]] bool share_no_rendering(std::span<const std::uint32_t> numbers,
                                        const KnownName& name) const {
    return !numbers.empty() && std::ranges::none_of(numbers, [&](std::uint32_t number) {
      const KnownName other = names_.name(number);
      return std::ranges::any_of(other.english, [&](std::string_view english) {
        return std::ranges::find(name.english, english) != name.english.end();
      });
    });
  }

  [[nodiscard]] std::optional<NameDoubt> against(const KnownName& name) const {
    if (renders(name) || is_in_own_language()) return std::nullopt;
    if (auto doubt = by_kind()) return doubt;
    if (misspells(name)) return known_as(name, kOfReading);
    if (name.kinds.body) return against_body(name);
    if (shares_word(name)) {
      return names::may_be_person(chinese_) ? by_sound() : std::nullopt;
    }
    if (is_written_alike(name)) return std::nullopt;
    if (name.kinds.place && !name.kinds.person && is_another_place(name)) {
      return known_as(name, kOfPlace);
    }
    if (means_the_same()) return std::nullopt;
    const bool of_another = is_of_another(name);
    if (!of_another && (sounds() || !begins_otherwise(name))) return std::nullopt;
    if (name.kinds.person || name.kinds.given) {
      // Persons are called by more than dictionaries have.
      if (name.kinds.place || name.kinds.country || name.kinds.given || is_acronym(latin_)) {
        return std::nullopt;
      }
      return known_as(name, kOfPerson);
    }
    if (is_acronym(latin_) && !of_another) return std::nullopt;
    return known_as(name, name.kinds.country ? kOfCountry : kOfPlace);
  }

  /// Whether the English begins with a sound that neither the Chinese nor a rendering begins with.
  /// A place that is known by its pinyin may be one of another country as well: 黑河, 内湖.
  [[nodiscard]] bool begins_otherwise(const KnownName& name) const {
    return !is_pinyin(name) && names::begin_otherwise(latin_, chinese_) &&
           std::ranges::all_of(name.english, [&](std::string_view english) {
             return names::begin_otherwise(latin_, english);
           });
  }

  /// Whether a rendering begins with the pinyin of the name.
  [[nodiscard]] bool is_pinyin(const KnownName& name) const {
    return std::ranges::any_of(name.english, [&](std::string_view english) {
      return !names::find_spelled(words_of(english).front(), chinese_, 2).empty();
    });
  }

  /// Whether a rendering is written like the English, as languages differ in: "Genova", "Russian
  /// Federation".
  [[nodiscard]] bool is_written_alike(const KnownName& name) const {
    const auto is_like = [&](std::string_view english) {
      const std::string known = model::name_key(english);
      return have_one_stem(key_, known) || text::edit_distance(key_, known) <= std::size_t{1};
    };
    // One letter is another place where both are pinyin: Shanxi, Shaanxi.
    return !is_pinyin(name) && (std::ranges::any_of(name.english, is_like) ||
                                std::ranges::any_of(name.besides, is_like));
  }

  /// Whether it has letters that English hasn't: "Ţarābulus" is 的黎波里 too.
  [[nodiscard]] bool is_in_own_language() const {
    return std::ranges::any_of(latin_,
                               [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  }

  /// Whether each word of the English is a translation of something of the name: "Black River".
  [[nodiscard]] bool means_the_same() const {
    return lexicon_ != nullptr && std::ranges::none_of(words_of(key_), [&](std::string_view word) {
             return !is_small_word(word) && !is_translated(word, chinese_, true);
           });
  }

  /// Whether a word of a rendering is the pinyin of some of the name, and the English has in its
  /// place a word that is as long in pinyin, but not of this: "Zhuzhou City" for 郑州市.
  [[nodiscard]] bool misspells(const KnownName& name) const {
    const auto own = words_of(latin_);
    const names::SpelledText spelled(chinese_);
    if (std::ranges::any_of(own, [&](std::string_view word) {
          return names::find_spelled(word, chinese_, 2).size() > 0;
        })) {
      return false;
    }
    return std::ranges::any_of(name.english, [&](std::string_view english) {
      return std::ranges::any_of(words_of(english), [&](std::string_view known) {
        const std::size_t characters = names::characters_spelled(known, chinese_);
        return characters >= 2 && names::may_be_pinyin(known, characters) &&
               std::ranges::any_of(own, [&](std::string_view word) {
                 return names::may_be_pinyin(word, characters) && !spelled.has(word);
               });
      });
    });
  }

  [[nodiscard]] std::optional<NameDoubt> against_body(const KnownName& name) const {
    if (is_acronym(latin_)) {
      const bool permuted = std::ranges::any_of(name.english, [&](std::string_view english) {
        return is_permuted(key_, initials_of(english)) ||
               is_permuted(key_, model::name_key(english));
      });
      // Of a body that is listed all is known that it is called.
      if (permuted || name.kinds.listed) return known_as(name, kOfBody);
      return std::nullopt;
    }
    if (!shares_word(name)) {
      const bool certain = name.kinds.listed || is_of_another(name);
      if (!certain || sounds()) return std::nullopt;
      return known_as(name, kOfBody);
    }
    if (is_of_another(name)) return known_as(name, kOfBody);
    if (lexicon_ == nullptr || !has_foreign_word(name)) return std::nullopt;
    return known_as(name, kOfBodyByWords);
  }

  /// Whether the English has a word that means nothing of a body's name, in the place of one that
  /// the name has: "Exchange" of "Securities and Exchange Commission" where it is 证券监督管理.
  [[nodiscard]] bool has_foreign_word(const KnownName& name) const {
    const auto own = words_of(key_);
    // All that the name may be called in Chinese, for what its abbreviation leaves out.
    std::string chinese = chinese_;
    for (const std::string_view english : name.english) {
      for (const std::uint32_t number : names_.rendered(model::name_key(english))) {
        chinese += names_.chinese(number);
      }
    }
    // Of each rendering it must lack a word, and have another that means nothing of the name.
    const auto exchanges = [&](std::string_view english) {
      const std::string known = model::name_key(english);
      const auto words = words_of(known);
      return is_acronym(english) ||
             (std::ranges::any_of(words,
                                  [&](std::string_view word) {
                                    return !is_small_word(word) && !is_among(word, own);
                                  }) &&
              std::ranges::any_of(own, [&](std::string_view word) {
                return !is_small_word(word) && !is_among(word, words) && is_foreign(word, chinese);
              }));
    };
    return std::ranges::all_of(name.english, exchanges) &&
           std::ranges::all_of(name.besides, exchanges);
  }

  static bool is_among(std::string_view word, std::span<const std::string_view> words) {
    return std::ranges::any_of(words,
                               [&](std::string_view other) { return have_one_stem(word, other); });
  }

  /// Whether a word that the lexicon knows has no translation in a Chinese name, nor the sound of
  /// it.
  [[nodiscard]] bool is_foreign(std::string_view word, std::string_view chinese) const {
    const bool acronym = std::ranges::any_of(words_of(latin_), [&](std::string_view written) {
      return is_acronym(written) && model::name_key(written) == word;
    });
    return !acronym && !is_title(word) && !translations_of(word).empty() &&
           !is_translated(word, chinese) &&
           names::find_sound(word, names::SoundedText(chinese)).share() < kSoundsLike;
  }

  [[nodiscard]] model::Translations translations_of(std::string_view word) const {
    const auto words = lexicon_->words(word, Language::kEnglish);
    if (words.size() != 1 || words.front().id == model::kUnknownWord) return {};
    return lexicon_->translations(Language::kEnglish, words.front().id);
  }

  /// Whether a Chinese name has half of the characters of a translation of a word, or all.
  [[nodiscard]] bool is_translated(std::string_view word, std::string_view chinese,
                                   bool all = false) const {
    for (const model::Translation& translation : translations_of(word)) {
      if (translation.probability < kLikelyTranslation) return false;
      const std::string form = text::folded_han(lexicon_->form(Language::kChinese, translation.id));
      std::size_t shared = 0;
      for (std::size_t i = 0; i < form.size();) {
        const std::size_t begin = i;
        static_cast<void>(text::next_code_point(form, i));
        shared += chinese.find(form.substr(begin, i - begin)) != std::string_view::npos ? 1 : 0;
      }
      if (shared * (all ? 1 : 2) >= text::count_code_points(form)) return true;
    }
    return false;
  }

  /// A name that begins with that of a place: 武汉理工大学 is no "Wuxi University of Technology".
  [[nodiscard]] std::optional<NameDoubt> against_part(const KnownName& place) const {
    // Of other countries there are adjectives too.
    if (shares_word(place) || !is_pinyin(place)) return std::nullopt;
    for (const std::string_view word : words_of(latin_)) {
      const std::string key = model::name_key(word);
      if (names::spells(word, place.chinese)) return std::nullopt;
      const auto numbers = names_.rendered(key);
      bool another = false;
      const bool elsewhere = std::ranges::none_of(numbers, [&](std::uint32_t number) {
        another = another || names_.kinds(number).place;
        return names_.kinds(number).person ||
               chinese_.find(names_.chinese(number)) != std::string::npos;
      });
      const bool pinyin = names::may_be_pinyin(word, text::count_code_points(place.chinese));
      if (!another || !elsewhere || !pinyin) continue;
      return NameDoubt{NameDoubt::Reason::kKnown,
                       fmt::format("\"{}\" in \"{}\" is known as {}, not as \"{}\"", place.chinese,
                                   written_, quoted(place.english), word),
                       kOfBody};
    }
    return std::nullopt;
  }

  /// "Lanzhou Province" for 兰州市: the two name another kind of place.
  [[nodiscard]] std::optional<NameDoubt> by_kind() const {
    const names::NameHead* head = names::head_of(chinese_);
    if (head == nullptr || head->land == names::Land::kNone) return std::nullopt;
    const auto words = words_of(latin_);
    if (words.size() < 2 || names::has_head(latin_, *head)) return std::nullopt;
    const std::string_view front = latin_.substr(0, latin_.size() - words.back().size() - 1);
    const std::string_view back = latin_.substr(words.front().size() + 1);
    const bool last = names::land_of(words.back()) == head->land;
    if (!last && names::land_of(words.front()) != head->land) return std::nullopt;
    // 张家港 is "Zhangjiagang City", its last character being part of the name.
    if (names::spells(last ? front : back, chinese_)) return std::nullopt;
    return NameDoubt{
        NameDoubt::Reason::kKind,
        fmt::format("\"{}\" is of another kind than \"{}\": {} is not \"{}\"", english_, written_,
                    head->chinese, last ? words.back() : words.front()),
        kOfKind};
  }

  /// A Chinese place that dictionaries lack: 鱼沟镇 is no "Yugan Town".
  [[nodiscard]] std::optional<NameDoubt> by_reading_of_place(std::string_view stem,
                                                             const names::NameHead& head) const {
    const auto words = words_of(latin_);
    const std::size_t characters = text::count_code_points(stem);
    if (characters < 2 || characters > 3 || words.size() < 2 ||
        !names::has_head(words.back(), head)) {
      return std::nullopt;
    }
    const std::string_view name = latin_.substr(0, latin_.size() - words.back().size() - 1);
    if (names::spells(name, stem) || !names::may_be_pinyin(name, characters) ||
        names_.is_transliterated(stem)) {
      return std::nullopt;
    }
    return read_as(names::pinyin_of(stem), kOfReading);
  }

  [[nodiscard]] NameDoubt read_as(const std::string& reading, double confidence) const {
    return {
        NameDoubt::Reason::kSound,
        fmt::format("\"{}\" is read \"{}\", which \"{}\" can't be", written_, reading, english_),
        confidence};
  }

  /// Whether a word of the English sounds like the Chinese, or spells some of it.
  [[nodiscard]] bool sounds() const {
    const names::SoundedText sounded(chinese_);
    return std::ranges::any_of(words_of(latin_), [&](std::string_view word) {
      constexpr std::size_t kLeastLetters = 3;
      if (word.size() < kLeastLetters || is_small_word(word)) return false;
      return names::find_sound(word, sounded).share() >= kSoundsLike ||
             names::consonants_alike(word, chinese_) >= kConsonantsAlike ||
             names::SpelledText(chinese_).has(word);
    });
  }

  /// What no dictionary has: persons by how they are read.
  [[nodiscard]] std::optional<NameDoubt> by_sound() const {
    std::vector<std::string_view> words = words_of(latin_);
    while (words.size() > 1 && is_title(model::name_key(words.front()))) words.erase(words.begin());
    if (chinese_.find("·") != std::string::npos) return by_sound_of_parts(words);
    if (words.size() < 2 || words.size() > 3 || !names::may_be_person(chinese_)) {
      return std::nullopt;
    }
    return by_reading_of_person(words);
  }

  /// 程永文 is no "Cheng Yongwu", nor "Chen Yongwen".
  [[nodiscard]] std::optional<NameDoubt> by_reading_of_person(
      std::span<const std::string_view> words) const {
    std::string all;
    for (const std::string_view word : words) all.append(all.empty() ? "" : " ").append(word);
    if (names::match_person(all, chinese_) == names::PersonMatch::kFull) return std::nullopt;
    // A given name of another language is anybody's: "Jensen Huang".
    if (!names::may_be_pinyin(all, text::count_code_points(chinese_))) return std::nullopt;
    const std::size_t surname = names::surname_size(chinese_);
    const std::string_view name = chinese_;
    // "Katie Zhu", whose syllables happen to be pinyin.
    const bool western = names::match_person(words.back(), chinese_) != names::PersonMatch::kNone;
    if (western && names::consonants_alike(words.front(), name.substr(surname)) > 0) {
      return std::nullopt;
    }
    return read_as(
        names::pinyin_of(name.substr(0, surname)) + " " + names::pinyin_of(name.substr(surname)),
        kOfReading);
  }

  /// A foreign person with as many parts as words, of which one is another name: 里奥斯 in the
  /// place of "Torres".
  [[nodiscard]] std::optional<NameDoubt> by_sound_of_parts(
      std::span<const std::string_view> words) const {
    std::vector<std::string_view> parts;
    for (std::string_view rest = chinese_; !rest.empty();) {
      const std::size_t end = std::min(rest.find("·"), rest.size());
      parts.push_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + std::string_view("·").size(), rest.size()));
    }
    if (parts.size() != words.size()) return std::nullopt;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (sounds_otherwise(words[i], parts[i])) {
        return NameDoubt{NameDoubt::Reason::kSound,
                         fmt::format("\"{}\" sounds otherwise than \"{}\"", parts[i], words[i]),
                         kOfSound};
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] bool sounds_otherwise(std::string_view word, std::string_view part) const {
    constexpr std::size_t kLeastLetters = 4;
    if (word.size() < kLeastLetters || text::count_code_points(part) < 2) return false;
    const std::string key = model::name_key(word);
    if (const auto known = names_.find(part)) {
      const bool renders = std::ranges::any_of(known->english, [&](std::string_view english) {
        return share_word(key, model::name_key(english)) || model::name_key(english) == key;
      });
      if (renders) return false;
    }
    return names::find_sound(word, names::SoundedText(part)).share() < kSoundsOtherwise &&
           names::consonants_alike(word, part) < kConsonantsAlike &&
           names::begin_otherwise(word, part);
  }

  std::string_view english_;
  std::string_view written_;
  std::string_view latin_;
  std::string chinese_;  ///< folded
  std::string key_;
  const model::NameStore& names_;
  const model::Lexicon* lexicon_;  ///< may be null
};

}  // namespace

std::optional<NameDoubt> known_otherwise(const TermEntry& entry, const model::NameStore& names,
                                         const model::Lexicon* lexicon) {
  const std::string& english = main_term(entry, Language::kEnglish);
  const std::string& chinese = main_term(entry, Language::kChinese);
  if (english.empty() || chinese.empty()) return std::nullopt;
  std::optional<NameDoubt> doubt;
  for (const Term& term : entry.terms) {
    if (term.language != Language::kEnglish || !may_be_used(term)) continue;
    auto said = Comparison(term.text, chinese, names, lexicon).run();
    if (!said) {
      doubt.reset();
      break;
    }
    if (!doubt) doubt = std::move(said);
  }
  return doubt;
}

}  // namespace duizhao::terms
