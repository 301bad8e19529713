#include "duizhao/check/evidence/names/other_entities.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/check/evidence/names/another_name.h"
#include "duizhao/check/evidence/names/mentions.h"
#include "duizhao/check/evidence/names/name_kinds.h"
#include "duizhao/check/evidence/names/name_words.h"
#include "duizhao/check/evidence/names/region_table.h"
#include "duizhao/check/evidence/names/usual_rendering.h"
#include "duizhao/model/name_store.h"
#include "duizhao/names/consonants.h"
#include "duizhao/names/sound.h"
#include "duizhao/names/spellings.h"
#include "duizhao/names/surnames.h"
#include "duizhao/pair/missing_odds.h"
#include "duizhao/pair/resources.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/edit_distance.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// Names further apart than this, each by its share of its side, don't stand in each other's place.
constexpr double kMostApart = 0.45;

/// Words of running text that are commoner are known to be none of the names that nobody knows.
constexpr float kCommonWord = 1e-5F;

/// How sure we are that one name stands for another, by what is known of them.
constexpr double kOfOneKind = 0.85;
constexpr double kOfUnknownKind = 0.65;
constexpr double kByShape = 0.55;
constexpr double kByCapital = 0.42;

/// What one name says of another by its sound, and how far their consonants agree, make together so
/// much where both are one name: of 8,000 transliterations one in 27 has less, of other names one
/// in 33 has more.
constexpr double kAlike = 0.7;
/// The same of a name with so many characters beside it on one side, which may be part of it.
constexpr double kAlikeAround = 0.85;
constexpr std::size_t kAround = 2;
/// A word whose log-odds of missing are lower is translated by something on the other side.
constexpr double kTranslated = -0.5;
/// What there is to say of a name, in nats, below which anything may sound like it.
constexpr double kLeastInformation = 9;
/// What sounds so much like a place is another transliteration of it, and no other place.
constexpr double kSoundsPlace = 0.6;

class OtherEntities {
 public:
  OtherEntities(const BeadContext& context, std::span<const NameWord> words,
                std::vector<Finding>& findings)
      : context_(context), words_(words), findings_(findings) {}

  void run(const Mentions& mentions) {
    find_other_person(mentions);
    find_other_body_or_work(mentions);
    find_misspelled_places(mentions);
    for (const Mention& english : mentions.english) {
      if (english.found || only_begins_sentence(english)) continue;
      const Mention* chinese = in_place_of(english, mentions);
      if (chinese != nullptr && !sounds_like(english, *chinese)) report_likely(english, *chinese);
    }
    find_other_full_name(mentions);
  }

 private:
  /// The one public figure of each side whom nothing known renders: one is not the other, even
  /// where they sound alike (Macron, 默克尔) or stand in the same sentences (Obama, 拜登).
  void find_other_person(const Mentions& mentions) {
    const auto is_figure = [&](const Mention& mention) { return is_public_figure(mention); };
    const Mention* english = only_unrendered(mentions.english, context_.english(), is_figure);
    if (english == nullptr) return;
    const Mention* chinese = only_unrendered(mentions.chinese, context_.chinese(), is_figure);
    if (chinese != nullptr && !sounds_elsewhere(*english, chinese->span)) {
      report(*english, *chinese, Finding(kind(kNameKinds, "name/another-person")));
    }
  }

  /// The one place or person of each side that nothing known renders, where the English is a name
  /// of several words: "South Carolina" is not 北卡罗来纳州, nor "Chiang Kai-shek" 蒋经国, whatever
  /// words or sounds they share.
  void find_other_full_name(const Mentions& mentions) {
    const auto is_whole = [&](const Mention& english) {
      return !english.names.empty() && !english.weak && is_of_words(english);
    };
    const auto find = [&](auto&& is_of_kind) {
      const Mention* english = only_unrendered(
          mentions.english, context_.english(),
          [&](const Mention& mention) { return is_whole(mention) && is_of_kind(mention.kinds); });
      if (english == nullptr || is_of_longer_name(*english) || goes_on(*english)) return;
      const Mention* chinese =
          only_unrendered(mentions.chinese, context_.chinese(), [&](const Mention& mention) {
            return is_of_kind(mention.kinds) && mention.kinds.meets(english->kinds);
          });
      if (chinese == nullptr || chinese->names.empty() || is_short_form_of(*english, *chinese) ||
          is_in_words_of(*english, *chinese) || is_said_otherwise(*english, *chinese) ||
          are_said_elsewhere(*english, *chinese)) {
        return;
      }
      report(*english, *chinese, Finding(kind(kNameKinds, "name/another")));
    };
    find([](const model::NameKinds& kinds) {
      return (kinds.place || kinds.country) && !kinds.body;
    });
    find([](const model::NameKinds& kinds) {
      return kinds.person && !kinds.place && !kinds.country && !kinds.body;
    });
  }

  /// Whether a name goes on behind what is known of it: "San Luis Obispo".
  [[nodiscard]] bool goes_on(const Mention& english) const {
    const std::string_view rest =
        std::string_view(context_.english().document->text).substr(english.span.end);
    return rest.size() >= 2 && (rest[0] == ' ' || rest[0] == '-') && text::is_ascii_upper(rest[1]);
  }

  /// Whether one of two names may be the other, otherwise written: "Great Britain", "Xiang River".
  [[nodiscard]] bool is_said_otherwise(const Mention& english, const Mention& chinese) const {
    const std::string_view written = chinese.span.in(context_.chinese().document->text);
    if (names_region_of(context_.english(), written)) return true;
    const bool transliterated = is_transliteration(written);
    return std::ranges::any_of(words_, [&](const NameWord& word) {
      if (!word.span.overlaps(english.span)) return false;
      return word.region || (transliterated && are_alike(word.span, chinese.span)) ||
             (chinese.kinds.place && names::characters_spelled(word.stem, written) > 0);
    });
  }

  /// Whether something else on the other side may stand for one of two names.
  [[nodiscard]] bool are_said_elsewhere(const Mention& english, const Mention& chinese) const {
    const auto is_linked_elsewhere = [](const pair::Passage& passage,
                                        std::span<const pair::LinkedWord> links, Span name,
                                        const pair::Passage& other, Span counterpart) {
      for (std::size_t w = 0; w < passage.words.size(); ++w) {
        if (!name.overlaps(passage.words[w].span) || links[w].links.empty()) continue;
        if (pair::missing_odds(passage, w, links[w]) < kTranslated &&
            !other.words[links[w].links.front().other].span.overlaps(counterpart)) {
          return true;
        }
      }
      return false;
    };
    if (is_linked_elsewhere(context_.english(), context_.english_links(), english.span,
                            context_.chinese(), chinese.span) ||
        is_linked_elsewhere(context_.chinese(), context_.chinese_links(), chinese.span,
                            context_.english(), english.span)) {
      return true;
    }
    const std::string_view written = chinese.span.in(context_.chinese().document->text);
    return std::ranges::any_of(words_, [&](const NameWord& word) {
      const bool alike = word.sound().share() >= kSoundsLike;
      if (word.span.overlaps(english.span)) {
        return alike && word.missing >= kTranslated &&
               word.sound().information >= kLeastInformation &&
               !word.sound().span.overlaps(chinese.span);
      }
      return names::characters_spelled(word.stem, written) > 0 ||
             (alike && word.sound().span.overlaps(chinese.span));
    });
  }

  /// The one body of each side that nothing known renders, and the one title of a work: one is not
  /// the other, whatever words they share (证监会, "Banking Regulatory Commission").
  void find_other_body_or_work(const Mentions& mentions) {
    find_other(
        mentions,
        [&](const Mention& english) { return is_known_body(english) && is_of_words(english); },
        [&](const Mention& chinese) { return is_known_body(chinese); });
    find_other(
        mentions,
        [&](const Mention& english) {
          return english.kinds.unknown() && is_of_words(english) && !english.names.empty();
        },
        [&](const Mention& chinese) {
          return !chinese.names.empty() &&
                 is_titled(context_.chinese().document->text, chinese.span);
        });
  }

  /// "Yangtai" for 烟台: a letter off the pinyin of a place that is called by nothing else.
  void find_misspelled_places(const Mentions& mentions) {
    for (const Mention& chinese : mentions.chinese) {
      if (!chinese.pinyin || chinese.rendered) continue;
      const std::string_view written = chinese.span.in(context_.chinese().document->text);
      for (const NameWord& word : words_) {
        if (word.written || word.spelled || word.region || word.glossed ||
            context_.english_links()[word.word].known > 0) {
          continue;
        }
        const std::string key = model::name_key(word.stem);
        if (!context_.resources.names->rendered(key).empty()) continue;
        if (!is_slip_of_pinyin(key, chinese.names.front(), written)) continue;
        Mention english;
        english.span = {word.span.begin, word.span.begin + word.stem.size()};
        Finding finding(kind(kNameKinds, "name/another"));
        finding.confidence = kOfUnknownKind;
        report(english, chinese, std::move(finding));
      }
    }
  }

  /// Whether a word is a letter off the pinyin that a place is called by.
  [[nodiscard]] bool is_slip_of_pinyin(std::string_view word, std::uint32_t number,
                                       std::string_view chinese) const {
    constexpr std::size_t kLeast = 5;
    const model::KnownName name = context_.resources.names->name(number);
    return word.size() >= kLeast && std::ranges::any_of(name.english, [&](std::string_view known) {
             const std::string key = model::name_key(known);
             const std::string_view first = std::string_view(key).substr(0, key.find(' '));
             return names::spells(first, chinese) && text::edit_distance(word, first) == 1;
           });
  }

  template <typename IsEnglish, typename IsChinese>
  void find_other(const Mentions& mentions, IsEnglish&& is_english, IsChinese&& is_chinese) {
    const Mention* english = only_unrendered(mentions.english, context_.english(), is_english);
    if (english == nullptr || is_of_longer_name(*english)) return;
    const Mention* chinese = only_unrendered(mentions.chinese, context_.chinese(), is_chinese);
    if (chinese == nullptr || is_partly_in_chinese(*english, *chinese) ||
        is_partly_in_english(*chinese, *english)) {
      return;
    }
    if (!is_wholly_known(*english) &&
        (is_short_form_of(*english, *chinese) || is_in_words_of(*english, *chinese))) {
      return;
    }
    Finding finding(kind(kNameKinds, "name/another"));
    finding.confidence = kOfUnknownKind;
    report(*english, *chinese, std::move(finding));
  }

  /// Whether all that is known by the name are bodies, and it is none of capitals.
  [[nodiscard]] bool is_known_body(const Mention& mention) const {
    return !mention.names.empty() && !mention.weak && !mention.acronym &&
           std::ranges::all_of(mention.names, [&](std::uint32_t number) {
             const model::NameKinds kinds = context_.resources.names->kinds(number);
             return kinds.body && !kinds.country && !kinds.place && !kinds.person;
           });
  }

  /// Whether a name is what a body is called in full, of which all names are known: "Chinese
  /// Academy of Sciences" is no short form of 中国社会科学院.
  [[nodiscard]] bool is_wholly_known(const Mention& english) const {
    const std::string key = model::name_key(name_at(english.span));
    return std::ranges::all_of(english.names, [&](std::uint32_t number) {
      const model::KnownName name = context_.resources.names->name(number);
      return name.kinds.listed && model::name_key(name.english.front()) == key;
    });
  }

  [[nodiscard]] bool is_of_words(const Mention& english) const {
    return name_at(english.span).find(' ') != std::string_view::npos;
  }

  /// Whether the word before a name has a capital as well: "Shanghai Financial Court".
  [[nodiscard]] bool is_of_longer_name(const Mention& english) const {
    const std::string_view text = context_.english().document->text;
    const auto word = std::ranges::find_if(context_.english().words, [&](const model::Word& one) {
      return one.span.end + 1 == english.span.begin;
    });
    if (word == context_.english().words.end() || text[word->span.end] != ' ') return false;
    const std::string_view written = word->span.in(text);
    return text::is_ascii_upper(written.front()) && written != "The" && written != "A" &&
           word != context_.english().words.begin();
  }

  /// Whether the Chinese of an English name is made of characters of a Chinese one, in order:
  /// 陆委会 of 大陆委员会.
  [[nodiscard]] bool is_short_form_of(const Mention& english, const Mention& chinese) const {
    const std::string whole = text::folded_han(chinese.span.in(context_.chinese().document->text));
    return std::ranges::any_of(english.names, [&](std::uint32_t number) {
      const std::string_view name = context_.resources.names->chinese(number);
      std::size_t at = 0;
      for (std::size_t i = 0; i < whole.size() && at < name.size();) {
        std::size_t next = at;
        const char32_t wanted = text::next_code_point(name, next);
        if (text::next_code_point(whole, i) == wanted) at = next;
      }
      return at == name.size();
    });
  }

  /// Whether two characters in a row of what an English name is called, and the Chinese one is not,
  /// stand elsewhere in the Chinese.
  [[nodiscard]] bool is_partly_in_chinese(const Mention& english, const Mention& chinese) const {
    const Span side = context_.chinese().span;
    const std::string_view text = context_.chinese().document->text;
    const std::string own = text::folded_han(chinese.span.in(text));
    const std::array around = {text::folded_han(Span{side.begin, chinese.span.begin}.in(text)),
                               text::folded_han(Span{chinese.span.end, side.end}.in(text))};
    return std::ranges::any_of(english.names, [&](std::uint32_t number) {
      const std::string_view name = context_.resources.names->chinese(number);
      for (std::size_t begin = 0; begin < name.size();) {
        std::size_t middle = begin;
        static_cast<void>(text::next_code_point(name, middle));
        if (middle == name.size()) return false;
        std::size_t end = middle;
        static_cast<void>(text::next_code_point(name, end));
        const std::string_view two = name.substr(begin, end - begin);
        if (own.find(two) == std::string::npos &&
            std::ranges::any_of(around, [&](const std::string& part) {
              return part.find(two) != std::string::npos;
            })) {
          return true;
        }
        begin = middle;
      }
      return false;
    });
  }

  /// Whether `is_so` of the words of a rendering of a Chinese name, in English.
  template <typename IsSo>
  [[nodiscard]] bool any_rendering(const Mention& chinese, IsSo&& is_so) const {
    return std::ranges::any_of(chinese.names, [&](std::uint32_t number) {
      const model::KnownName name = context_.resources.names->name(number);
      return std::ranges::any_of(
          name.english, [&](std::string_view rendering) { return is_so(words_of(rendering)); });
    });
  }

  static bool is_among(const std::vector<std::string>& words, const std::string& word) {
    return std::ranges::find(words, word) != words.end();
  }

  /// Whether all of an English name's words are of what a Chinese name is called: "Statistics
  /// Bureau" of the National Bureau of Statistics.
  [[nodiscard]] bool is_in_words_of(const Mention& english, const Mention& chinese) const {
    const std::vector<std::string> here = words_of(name_at(english.span));
    return any_rendering(chinese, [&](const std::vector<std::string>& words) {
      return !words.empty() && std::ranges::all_of(here, [&](const std::string& word) {
        return is_among(words, word);
      });
    });
  }

  /// Whether a word of what a Chinese name is called stands in the English, but not in another
  /// name.
  [[nodiscard]] bool is_partly_in_english(const Mention& chinese, const Mention& english) const {
    const std::vector<std::string> here = words_of(name_at(english.span));
    std::vector<std::string> elsewhere;
    for (const model::Word& word : context_.english().words) {
      if (word.span.overlaps(english.span)) continue;
      elsewhere.push_back(model::name_key(word.span.in(context_.english().document->text)));
    }
    return any_rendering(chinese, [&](const std::vector<std::string>& words) {
      return std::ranges::any_of(words, [&](const std::string& word) {
        return !is_among(here, word) && is_among(elsewhere, word);
      });
    });
  }

  /// The words of a name in Latin letters that are longer than "of" and "the".
  [[nodiscard]] static std::vector<std::string> words_of(std::string_view name) {
    constexpr std::size_t kSmall = 3;
    const std::string key = model::name_key(name);
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < key.size();) {
      const std::size_t end = std::min(key.find(' ', begin), key.size());
      if (end - begin > kSmall) words.push_back(key.substr(begin, end - begin));
      begin = end + 1;
    }
    return words;
  }

  /// Whether an English name is transliterated at another place: another one of that surname.
  [[nodiscard]] bool sounds_elsewhere(const Mention& english, Span chinese) const {
    return std::ranges::any_of(words_, [&](const NameWord& word) {
      return word.span.overlaps(english.span) && word.sound().share() >= kAlike &&
             !word.sound().span.overlaps(chinese);
    });
  }

  /// The one name that nothing known renders and that `is_such`; null where there is none, or more
  /// than one.
  template <typename IsSuch>
  [[nodiscard]] static const Mention* only_unrendered(const std::vector<Mention>& mentions,
                                                      const pair::Passage& passage,
                                                      IsSuch&& is_such) {
    const std::string_view text = passage.document->text;
    const Mention* only = nullptr;
    for (const Mention& mention : mentions) {
      if (mention.rendered || !is_such(mention)) continue;
      if (only != nullptr && only->span.in(text) != mention.span.in(text)) return nullptr;
      if (only == nullptr) only = &mention;
    }
    return only;
  }

  /// Whether all who are known by the name are persons whose full names are known as well.
  [[nodiscard]] bool is_public_figure(const Mention& mention) const {
    return !mention.names.empty() && !mention.weak &&
           std::ranges::all_of(mention.names, [&](std::uint32_t number) {
             const model::KnownName name = context_.resources.names->name(number);
             return name.kinds.person && !name.kinds.place && !name.kinds.body &&
                    has_full_name(name);
           });
  }

  /// "Joe Biden" beside "Biden".
  [[nodiscard]] static bool has_full_name(const model::KnownName& name) {
    return std::ranges::any_of(name.english, [&](std::string_view full) {
      const std::size_t space = full.rfind(' ');
      return space != std::string_view::npos &&
             std::ranges::find(name.english, full.substr(space + 1)) != name.english.end();
    });
  }

  /// Whether a mention is a word that all texts have, and its capital that of a sentence: "Who".
  [[nodiscard]] bool only_begins_sentence(const Mention& english) const {
    return english.names.empty() && std::ranges::any_of(words_, [&](const NameWord& word) {
             return word.initial && word.span.overlaps(english.span) &&
                    context_.english_links()[word.word].commonness > kCommonWord;
           });
  }

  /// The share of its side that stands before a name.
  static double place_of(Span span, const pair::Passage& passage) {
    const auto size = static_cast<double>(std::max<std::size_t>(passage.span.size(), 1));
    return static_cast<double>(span.begin - passage.span.begin) / size;
  }

  static bool only_country(const Mention& mention) {
    return mention.kinds.country && !mention.kinds.place;
  }

  static bool is_only_body(const Mention& mention) {
    return mention.kinds.body && !mention.kinds.country && !mention.names.empty();
  }

  /// Whether a body is known by an acronym, and so not by another: FBI. CPC is CCP in another
  /// order.
  [[nodiscard]] bool has_other_acronym(const Mention& chinese, std::string_view acronym) const {
    constexpr std::size_t kLeast = 3;
    return std::ranges::any_of(chinese.names, [&](std::uint32_t number) {
      const model::KnownName name = context_.resources.names->name(number);
      return std::ranges::any_of(name.english, [&](std::string_view one) {
        return one.size() >= kLeast && std::ranges::all_of(one, text::is_ascii_upper) &&
               !std::ranges::is_permutation(one, acronym);
      });
    });
  }

  /// Whether a name is known by what it is read as, and no person's by its shape.
  [[nodiscard]] bool is_read_as_known(const Mention& chinese) const {
    const std::string_view written = chinese.span.in(context_.chinese().document->text);
    return !names::may_be_person(written) &&
           std::ranges::any_of(chinese.names, [&](std::uint32_t number) {
             const model::KnownName name = context_.resources.names->name(number);
             return std::ranges::any_of(
                 name.english, [&](std::string_view one) { return names::spells(one, written); });
           });
  }

  static bool only_given(const Mention& mention) {
    return mention.kinds.given && !mention.kinds.person;
  }

  static bool may_be_person(const Mention& mention) {
    const model::NameKinds& kinds = mention.kinds;
    return kinds.person || (!kinds.place && !kinds.country && !kinds.body);
  }

  /// Whether a Chinese name is written as names of persons are, foreign or Chinese.
  [[nodiscard]] bool is_written_as_person(const Mention& chinese) const {
    const std::string_view written = chinese.span.in(context_.chinese().document->text);
    return chinese.kinds.person || is_transliteration(written);
  }

  [[nodiscard]] bool is_transliteration(std::string_view chinese) const {
    return context_.resources.names->is_transliterated(text::folded_han(chinese));
  }

  /// Whether an English name, of which nothing tells the kind, is transliterated in Chinese.
  [[nodiscard]] bool is_transliterated(const Mention& english) const {
    return std::all_of(english.names.begin(), english.names.end(), [&](std::uint32_t number) {
      return is_transliteration(context_.resources.names->name(number).chinese);
    });
  }

  /// How much of a name in Latin letters a Chinese one says.
  [[nodiscard]] double sound_of(Span english, Span chinese) const {
    const std::string_view text = context_.chinese().document->text;
    return names::find_sound(name_at(english), names::SoundedText(chinese.in(text))).share();
  }

  [[nodiscard]] double alikeness(Span english, Span chinese) const {
    return std::max(0.0, sound_of(english, chinese)) +
           names::consonants_alike(name_at(english), chinese.in(context_.chinese().document->text));
  }

  /// An English name without its possessive.
  [[nodiscard]] std::string_view name_at(Span english) const {
    return without_possessive(english.in(context_.english().document->text));
  }

  [[nodiscard]] Span with_neighbours(Span chinese) const {
    const std::string_view text = context_.chinese().document->text;
    for (std::size_t i = 0; i < kAround; ++i) {
      if (chinese.begin > context_.chinese().span.begin) {
        static_cast<void>(text::previous_code_point(text, chinese.begin));
      }
      if (chinese.end < context_.chinese().span.end) {
        static_cast<void>(text::next_code_point(text, chinese.end));
      }
    }
    return chinese;
  }

  [[nodiscard]] bool are_alike(Span english, Span chinese) const {
    if (alikeness(english, chinese) >= kAlike) return true;
    const Span around = with_neighbours(chinese);
    return alikeness(english, {chinese.begin, around.end}) >= kAlikeAround ||
           alikeness(english, {around.begin, chinese.end}) >= kAlikeAround;
  }

  /// Whether one may be the other's transliteration, if a strange one, or part of it.
  [[nodiscard]] bool sounds_like(const Mention& english, const Mention& chinese) const {
    if (chinese.kinds.listed) return false;  // all its names are known
    if (english.kinds.place && chinese.kinds.place) {
      return !chinese.pinyin && sound_of(english.span, chinese.span) >= kSoundsPlace;
    }
    return are_alike(english.span, chinese.span) && !begin_otherwise(english, chinese);
  }

  /// Whether two names that are known begin with other sounds: Harrison, 莫里森.
  [[nodiscard]] bool begin_otherwise(const Mention& english, const Mention& chinese) const {
    return !english.names.empty() && !chinese.names.empty() &&
           names::begin_otherwise(name_at(english.span),
                                  chinese.span.in(context_.chinese().document->text));
  }

  /// Whether a Chinese name is the transliteration of another English word that has no better one.
  [[nodiscard]] bool is_claimed(const Mention& chinese, const Mention& english) const {
    if (chinese.kinds.place) return false;
    return std::any_of(words_.begin(), words_.end(), [&](const NameWord& word) {
      if (word.span.overlaps(english.span) || word.written) return false;
      const bool elsewhere =
          word.sound().share() >= kAlike && !word.sound().span.overlaps(chinese.span);
      return !elsewhere && are_alike(word.span, chinese.span);
    });
  }

  [[nodiscard]] std::optional<double> likeness(const Mention& english,
                                               const Mention& chinese) const {
    // Countries by each other's names are for another check to tell.
    if (only_country(english) && only_country(chinese)) return std::nullopt;
    if (only_given(english) != only_given(chinese) && !english.names.empty() &&
        !chinese.names.empty()) {
      return std::nullopt;
    }
    if (english.kinds.place && chinese.kinds.place) {
      return english.kinds.person || chinese.kinds.person ? kOfUnknownKind : kOfOneKind;
    }
    // What a body is called by all who know it, and an acronym that is none of these.
    if (english.acronym || chinese.chinese_person) {
      if (!english.acronym || !is_only_body(chinese)) return std::nullopt;
      // A source makes acronyms of its own: FSS for a sandbox.
      const bool surely =
          (chinese.kinds.listed || has_other_acronym(chinese, name_at(english.span))) &&
          context_.source.language == Language::kChinese;
      return english.names.empty() && !surely ? kByCapital : kOfUnknownKind;
    }
    if (english.kinds.body && chinese.kinds.body) {
      // 两会 is the National People's Congress and another one.
      if (is_in_words_of(english, chinese)) return std::nullopt;
      return kOfUnknownKind;
    }
    // 将军澳, of which dictionaries don't say what it is, but how it is read.
    if (english.kinds.place && chinese.kinds.unknown() && is_read_as_known(chinese)) {
      return kOfUnknownKind;
    }
    if (english.kinds.place != chinese.kinds.place && !english.kinds.unknown() &&
        !chinese.kinds.unknown()) {
      return std::nullopt;
    }
    // Of one person one version may have the surname and the other the given name.
    if (english.kinds.meets(chinese.kinds)) {
      return english.kinds.given == chinese.kinds.given ? kOfUnknownKind : kByShape;
    }
    if (english.kinds.country || chinese.kinds.country) return std::nullopt;
    const bool shapes = english.names.empty() || chinese.names.empty();
    if (shapes && !(may_be_person(english) && may_be_person(chinese))) return std::nullopt;
    if (may_be_person(chinese) && !is_written_as_person(chinese)) return std::nullopt;
    // A word that may be none is one where the other side has a person beyond doubt.
    if (english.weak && !chinese.kinds.person && !chinese.names.empty()) return std::nullopt;
    if (english.kinds.unknown() && !is_transliterated(english)) return std::nullopt;
    if (english.kinds.unknown() || chinese.kinds.unknown()) {
      return english.weak ? kByCapital : shapes ? kByShape : kOfUnknownKind;
    }
    return std::nullopt;
  }

  /// The one name of the Chinese without a counterpart that is of the same kind; nullptr where
  /// there is none, or another English name may claim it.
  [[nodiscard]] const Mention* in_place_of(const Mention& english, const Mentions& mentions) const {
    const Mention* best = nullptr;
    double nearest = kMostApart;
    std::size_t candidates = 0;
    const Mention* last = nullptr;
    for (const Mention& chinese : mentions.chinese) {
      if (chinese.found || !likeness(english, chinese) || is_claimed(chinese, english)) continue;
      ++candidates;
      last = &chinese;
      const double apart = std::abs(place_of(english.span, context_.english()) -
                                    place_of(chinese.span, context_.chinese()));
      if (apart < nearest) {
        nearest = apart;
        best = &chinese;
      }
    }
    if (candidates != 1) return best;
    const auto rivals =
        std::count_if(mentions.english.begin(), mentions.english.end(),
                      [&](const Mention& other) { return !other.found && likeness(other, *last); });
    // The languages order their sentences otherwise: where there is but one, it may stand anywhere.
    return rivals == 1 ? last : best;
  }

  [[nodiscard]] bool is_told(Span english, Span chinese) const {
    const bool chinese_source = context_.source.language == Language::kChinese;
    return std::any_of(findings_.begin(), findings_.end(), [&](const Finding& other) {
      const auto& on_english = chinese_source ? other.target : other.source;
      const auto& on_chinese = chinese_source ? other.source : other.target;
      return (on_english && on_english->overlaps(english)) ||
             (on_chinese && on_chinese->overlaps(chinese));
    });
  }

  void report_likely(const Mention& english, const Mention& chinese) {
    const double likeness_of_kinds = *likeness(english, chinese);
    Finding finding(likeness_of_kinds == kOfOneKind ? kind(kNameKinds, "name/another-place")
                                                    : kind(kNameKinds, "name/another"));
    finding.confidence = likeness_of_kinds;
    if (likeness_of_kinds <= kByShape) finding.severity = Severity::kNeutral;
    report(english, chinese, std::move(finding));
  }

  void report(const Mention& english, const Mention& chinese, Finding finding) {
    if (is_told(english.span, chinese.span)) return;
    const bool chinese_source = context_.source.language == Language::kChinese;
    const Span whole = whole_name(context_, english.span);
    finding.source = chinese_source ? chinese.span : whole;
    finding.target = chinese_source ? whole : chinese.span;
    const std::string_view there = chinese.span.in(context_.chinese().document->text);
    const std::string_view here = whole.in(context_.english().document->text);
    finding.with("target", chinese_source ? here : there);
    finding.with("source", chinese_source ? there : here);
    finding.suggestion = usual_rendering(chinese_source ? chinese : english, context_.source,
                                         context_.target, context_.resources);
    if (finding.suggestion) finding.with("known", *finding.suggestion);
    findings_.push_back(std::move(finding));
  }

  const BeadContext& context_;
  std::span<const NameWord> words_;  ///< of the English
  std::vector<Finding>& findings_;
};

}  // namespace

void check_other_entities(const BeadContext& context, std::span<const NameWord> words,
                          const Mentions& mentions, std::vector<Finding>& findings) {
  OtherEntities(context, words, findings).run(mentions);
}

}  // namespace duizhao::check
