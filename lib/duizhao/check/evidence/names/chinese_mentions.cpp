#include "duizhao/check/evidence/names/chinese_mentions.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "duizhao/check/evidence/names/region_table.h"
#include "duizhao/check/evidence/terms/rendering_forms.h"
#include "duizhao/names/spellings.h"
#include "duizhao/names/surnames.h"
#include "duizhao/pair/missing_odds.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/interpunct.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

using model::KnownName;
using model::NameStore;

/// Characters of a name that is known by its shape alone, at least: two may be anything.
constexpr std::size_t kLeastForeign = 3;
/// Characters that end what is called after a people or a country.
constexpr std::u32string_view kPeopleEnds = U"人方语語文教族裔籍式";
/// Characters behind the name of a people: 科伊人.
constexpr std::u32string_view kPeople = U"人族裔";

/// Whether a verb of saying begins a text, in simplified characters.
bool is_verb_of_saying(std::string_view chinese) {
  constexpr std::string_view kVerbs[] = {"说",   "表示", "称",   "指出", "认为", "告诉",
                                         "补充", "强调", "透露", "承认", "坦言", "回忆",
                                         "重申", "重提", "解释", "宣布", "呼吁"};
  return std::any_of(std::begin(kVerbs), std::end(kVerbs),
                     [&](std::string_view verb) { return chinese.starts_with(verb); });
}

class ChineseMentions {
 public:
  explicit ChineseMentions(const NamedSides& sides) : sides_(sides) {
    foreign_.reserve(sides_.characters.size());
    for (std::size_t c = 0; c < sides_.characters.size(); ++c) foreign_.push_back(looks_foreign(c));
  }

  std::vector<Mention> run() {
    for (std::size_t i = 0; i < sides_.characters.size();) {
      std::size_t length = longest_name(i);
      const std::size_t foreign = foreign_name(i);
      const std::size_t person = chinese_person(i);
      if (length == 0 && add_side(i)) {
        i += 2;
        continue;
      }
      if (foreign > std::max(length, person)) {
        length = foreign;
        add_foreign(i, length);
      } else if (person > length) {
        length = person;
        add_chinese_person(i, length);
      } else if (length > 0) {
        add_chinese(i, length);
      }
      i += std::max<std::size_t>(length, 1);
    }
    return std::move(mentions_);
  }

 private:
  /// Characters of a Chinese person's name that begins here, by its surname, its words, none of
  /// which the English has, and what stands beside: 处长李云杰, 陈光明得知. 0 where none does.
  [[nodiscard]] std::size_t chinese_person(std::size_t first) const {
    if (names::surname_size(std::string_view(sides_.folded).substr(sides_.offsets[first], 12)) == 0)
      return 0;
    // 但打出, 由台: surnames that are hardly ever one.
    constexpr std::u32string_view kWords = U"但由全时从向和都被经就那";
    if (pair::is_in(text::folded_han(sides_.characters[first].value), kWords)) return 0;
    std::size_t unnamed = first + 1;
    while (unnamed < sides_.characters.size() && sides_.characters[unnamed].value == U'某')
      ++unnamed;
    if (unnamed > first + 1) return unnamed - first;  // 黄某某, whatever stands before
    if (!begins_word(first) || !may_precede_person(first)) return 0;
    for (const std::size_t length : {std::size_t{3}, std::size_t{2}}) {
      if (first + length > sides_.characters.size()) continue;
      const Span span =
          sides_.characters[first].span.joined(sides_.characters[first + length - 1].span);
      const bool han =
          std::all_of(sides_.characters.begin() + static_cast<std::ptrdiff_t>(first),
                      sides_.characters.begin() + static_cast<std::ptrdiff_t>(first + length),
                      [](const pair::Character& c) { return text::is_han(c.value); });
      if (han && keeps_words(first, first + length) && is_no_word(span) &&
          may_follow_person(first + length)) {
        return length;
      }
    }
    return 0;
  }

  [[nodiscard]] bool begins_word(std::size_t character) const {
    const std::size_t word = sides_.word_of[character];
    return word != NamedSides::kNoWord &&
           sides_.chinese.words[word].span.begin == sides_.characters[character].span.begin;
  }

  /// Whether nothing behind the surname is translated, and the stretch is no word of the lexicon.
  /// Of single characters nearly all have something that they may mean.
  [[nodiscard]] bool is_no_word(Span span) const {
    const auto [first, last] = sides_.words_in(span);
    for (std::size_t w = first; w < last; ++w) {
      const model::Word& word = sides_.chinese.words[w];
      if (!span.contains(word.span)) return false;
      if (word.span == span && word.id != model::kUnknownWord) return false;
      if (word.span.begin == span.begin && word.span != span) continue;
      const bool single = text::count_code_points(word.span.in(sides_.chinese.document->text)) == 1;
      if (sides_.chinese_links[w].commonness > kParticle ||
          pair::missing_odds(sides_.chinese, w, sides_.chinese_links[w]) <
              (single ? kSurelyTranslated : kTranslated)) {
        return false;
      }
    }
    return true;
  }

  /// Whether a person's name may begin behind what stands before a character: the text or a clause
  /// begins, or a title ends there.
  [[nodiscard]] bool may_precede_person(std::size_t first) const {
    constexpr std::u32string_view kTitleEnds = U"长者员席总授师官委理记家工士手将帅";
    if (first == 0) return true;
    const char32_t before = text::folded_han(sides_.characters[first - 1].value);
    if (text::is_han(before)) return pair::is_in(before, kTitleEnds);
    return !pair::is_latin_letter(before) && !pair::is_ascii_digit(before) &&
           !(before >= U'０' && before <= U'９');
  }

  /// Whether what stands behind a person's name begins here: a verb of saying, a title, a mark.
  [[nodiscard]] bool may_follow_person(std::size_t behind) const {
    constexpr std::string_view kBehind[] = {
        "说",   "表示", "称",   "指出", "认为", "介绍", "告诉", "透露", "强调", "坦言",
        "回忆", "得知", "出席", "先生", "女士", "小姐", "教授", "主任", "部长", "市长",
        "主席", "书记", "总理", "总统", "总裁", "院长", "局长", "处长", "博士", "老师",
        "医生", "记者", "律师", "对",   "向",   "在",   "于",   "曾",   "也",   "是",
        "的",   "和",   "与",   "等",   "将",   "已"};
    if (behind >= sides_.characters.size()) return true;
    if (!text::is_han(sides_.characters[behind].value)) {
      return !pair::is_latin_letter(sides_.characters[behind].value) &&
             sides_.characters[behind].value != U'·';
    }
    const std::string_view rest = std::string_view(sides_.folded).substr(sides_.offsets[behind]);
    return std::any_of(std::begin(kBehind), std::end(kBehind),
                       [&](std::string_view word) { return rest.starts_with(word); });
  }

  void add_chinese_person(std::size_t first, std::size_t length) {
    Mention mention;
    mention.span = sides_.characters[first].span.joined(sides_.characters[first + length - 1].span);
    mention.kinds.person = true;
    mention.chinese_person = true;
    mention.found =
        sounds_or_spelled(mention) || is_spelled_in_capitals(mention) || is_glossed(first + length);
    mentions_.push_back(std::move(mention));
  }

  /// JIANGWAN, October 26.
  [[nodiscard]] bool is_spelled_in_capitals(const Mention& mention) const {
    const std::string_view written = mention.span.in(sides_.chinese.document->text);
    for (std::size_t w = 0; w < sides_.english.words.size(); ++w) {
      if (!sides_.is_capitalised(w) || sides_.name_word(w) != nullptr) continue;
      const std::string_view word = sides_.english.words[w].span.in(sides_.english_text);
      if (word.size() >= 2 && names::characters_spelled(word, written) >= 1) return true;
    }
    return false;
  }

  /// Characters of the longest known name that begins at a character; 0 where none does.
  [[nodiscard]] std::size_t longest_name(std::size_t first) const {
    if (!text::is_han(sides_.characters[first].value) || is_in_date(first)) return 0;
    std::size_t end = first;
    while (end < sides_.characters.size() && end - first < NameStore::longest() &&
           (text::is_han(sides_.characters[end].value) ||
            text::is_interpunct(sides_.characters[end].value))) {
      ++end;
    }
    if (end < first + 2 || is_behind_name(first)) return 0;
    const std::uint16_t lengths =
        sides_.store.lengths(text::folded_han(sides_.characters[first].value),
                             text::folded_han(sides_.characters[first + 1].value));
    for (; end >= first + 2; --end) {
      if ((lengths >> (end - first) & 1U) == 0) continue;
      const std::string_view written =
          std::string_view(sides_.folded)
              .substr(sides_.offsets[first], sides_.offsets[end] - sides_.offsets[first]);
      if (sides_.store.number_of(written) && keeps_words(first, end)) return end - first;
    }
    return 0;
  }

  /// 日 of 2月11日电, which is no beginning of 日电, NEC.
  [[nodiscard]] bool is_in_date(std::size_t character) const {
    return character > 0 && pair::is_ascii_digit(sides_.characters[character - 1].value) &&
           pair::is_in(text::folded_han(sides_.characters[character].value), U"年月日号时");
  }

  /// Whether the character before makes a place with this one, so that which of the two is meant
  /// can't be told: 上海 or 海城 in 上海城投.
  [[nodiscard]] bool is_behind_name(std::size_t first) const {
    if (first == 0) return false;
    const std::string_view both =
        std::string_view(sides_.folded)
            .substr(sides_.offsets[first - 1],
                    sides_.offsets[first + 1] - sides_.offsets[first - 1]);
    const auto number = sides_.store.number_of(both);
    return number && sides_.store.kinds(*number).place && !keeps_words(first - 1, first + 1);
  }

  /// Characters of the run that begins here and is written as foreign names are, in words that the
  /// lexicon lacks or leaves unexplained; 0 where none begins, or only some of it would be.
  [[nodiscard]] std::size_t foreign_name(std::size_t first) const {
    if (first > 0 &&
        (foreign_[first - 1] || pair::is_ascii_digit(sides_.characters[first - 1].value))) {
      return 0;  // 6.4万标箱
    }
    std::size_t end = first;
    while (end < sides_.characters.size() && foreign_[end]) ++end;
    const std::size_t length = end - first;
    if (length <= kLeastForeign && holds_place(first, end)) return 0;  // 谢安达
    return length >= kLeastForeign || (length + 1 >= kLeastForeign && is_speaker(first, end))
               ? length
               : 0;
  }

  /// Adds 美方 as the country that it is; false where no such word begins.
  bool add_side(std::size_t first) {
    if (first + 1 >= sides_.characters.size() || sides_.characters[first + 1].value != U'方')
      return false;
    const Span span = sides_.characters[first].span.joined(sides_.characters[first + 1].span);
    if (!begins_word(first) || sides_.chinese.words[sides_.word_of[first]].span != span)
      return false;
    const char32_t character = text::folded_han(sides_.characters[first].value);
    for (const names::Region& region : region_table().regions) {
      if (region.short_form != character || region.code == "CN") continue;
      const auto number = sides_.store.number_of(region.chinese.front());
      if (!number) return false;
      Mention mention;
      mention.span = span;
      mention.kinds.country = true;
      mention.names = {*number};
      mention.found =
          is_translated(mention) || names_region_of(sides_.english, region.chinese.front());
      mentions_.push_back(std::move(mention));
      return true;
    }
    return false;
  }

  [[nodiscard]] bool holds_place(std::size_t first, std::size_t end) const {
    for (std::size_t c = first; c < end; ++c) {
      const model::Word& word = sides_.chinese.words[sides_.word_of[c]];
      if (word.span == sides_.characters[c].span) continue;
      const auto number = sides_.store.number_of(sides_.folded_at(word.span));
      if (number && sides_.store.kinds(*number).place) return true;
    }
    return false;
  }

  /// Whether a clause begins with a run that a verb of saying stands behind: 帕利说.
  [[nodiscard]] bool is_speaker(std::size_t first, std::size_t end) const {
    if (first > 0 && text::is_han(sides_.characters[first - 1].value)) return false;
    return is_verb_of_saying(std::string_view(sides_.folded).substr(sides_.offsets[end]));
  }

  [[nodiscard]] bool looks_foreign(std::size_t character) const {
    const std::size_t w = sides_.word_of[character];
    if (w == NamedSides::kNoWord) return false;
    if (!sides_.store.transliterates(text::folded_han(sides_.characters[character].value)))
      return false;
    const model::Word& word = sides_.chinese.words[w];
    return sides_.chinese_links[w].commonness < kParticle &&
           pair::missing_odds(sides_.chinese, w, sides_.chinese_links[w]) >= kTranslated &&
           (word.span == sides_.characters[character].span || is_foreign_name(word));
  }

  /// Whether a word is nothing but the name of a person or a place, by what the store knows: 安达
  /// of 安达纳尔.
  [[nodiscard]] bool is_foreign_name(const model::Word& word) const {
    const auto number = sides_.store.number_of(sides_.folded_at(word.span));
    if (!number) return false;
    const KnownName name = sides_.store.name(*number);
    return !name.ordinary && !name.kinds.country && !name.kinds.body;
  }

  /// A name by its shape.
  void add_foreign(std::size_t first, std::size_t length) {
    const std::size_t behind = first + length;
    // Of a name in parts the last is the one that others go by: 谢尔盖·伊万诺夫.
    if (behind + 1 < sides_.characters.size() &&
        is_between_parts(sides_.characters[behind].value) && foreign_[behind + 1]) {
      return;
    }
    Mention mention;
    mention.span = sides_.characters[first].span.joined(sides_.characters[behind - 1].span);
    mention.speaks =
        is_verb_of_saying(std::string_view(sides_.folded).substr(sides_.offsets[behind]));
    mention.found = sounds_or_spelled(mention) || is_glossed(behind);
    mentions_.push_back(std::move(mention));
  }

  static bool is_between_parts(char32_t c) { return text::is_interpunct(c) || c == U' '; }

  void add_chinese(std::size_t first, std::size_t length) {
    const std::string_view written =
        std::string_view(sides_.folded)
            .substr(sides_.offsets[first], sides_.offsets[first + length] - sides_.offsets[first]);
    const std::uint32_t number = *sides_.store.number_of(written);
    const KnownName name = sides_.store.name(number);
    Mention mention;
    mention.span = sides_.characters[first].span.joined(sides_.characters[first + length - 1].span);
    const bool ordinary = name.ordinary && !is_titled(sides_.chinese.document->text, mention.span);
    if (ordinary || is_date(name) || is_people(name)) return;
    mention.kinds = name.kinds;
    mention.names = {number};
    mention.pinyin = name.kinds.place && is_read_as_rendered(mention);
    mention.speaks =
        is_verb_of_saying(std::string_view(sides_.folded).substr(sides_.offsets[first + length]));
    const bool transliterated = sides_.is_transliteration(mention.span);
    if (!name.kinds.country && (transliterated || !name.kinds.place) &&
        !stands_alone(first, length)) {
      return;
    }
    const Rendered rendered = has_rendering(name, mention.counterpart);
    mention.rendered = rendered == Rendered::kSurely || is_glossed(first + length) ||
                       is_abbreviated(name) || is_clipped(name);
    const Rendered alike = mention.rendered ? Rendered::kNot : has_like_rendering(name, written);
    // Bodies share words with others of their kind: "Chinese Academy of" many things.
    mention.rendered |= alike == Rendered::kSurely && !name.kinds.body;
    mention.found = mention.rendered || rendered != Rendered::kNot || alike != Rendered::kNot ||
                    is_translated(mention) || sounds_or_spelled(mention) ||
                    (name.kinds.country && names_region_of(sides_.english, written));
    mentions_.push_back(std::move(mention));
  }

  /// 犹太人, 中方, 法语: not one thing, and said by other words.
  [[nodiscard]] static bool is_people(const KnownName& name) {
    std::size_t end = name.chinese.size();
    const char32_t last = text::previous_code_point(name.chinese, end);
    return !name.kinds.place && !name.kinds.person && pair::is_in(last, kPeopleEnds);
  }

  /// Whether a name is no part of a longer one that is not known: 布尔 of 雷布尔 is.
  [[nodiscard]] bool stands_alone(std::size_t first, std::size_t length) const {
    const auto is_part = [&](std::size_t character) {
      const std::size_t w = sides_.word_of[character];
      if (w == NamedSides::kNoWord || !text::is_han(sides_.characters[character].value))
        return false;
      const model::Word& word = sides_.chinese.words[w];
      if (word.span != sides_.characters[character].span)
        return sides_.is_transliteration(word.span);
      // 格拉 of 格拉芙, 艾力 of 艾力彼: a rare character that nothing translates.
      const bool may_be =
          length == 2
              ? pair::missing_odds(sides_.chinese, w, sides_.chinese_links[w]) > 0
              : sides_.store.transliterates(text::folded_han(sides_.characters[character].value));
      return may_be && sides_.chinese_links[w].commonness < kParticle;
    };
    const std::size_t behind = first + length;
    if (first > 0 && is_part(first - 1)) return false;
    return behind == sides_.characters.size() ||
           !(is_part(behind) || pair::is_in(sides_.characters[behind].value, kPeople));
  }

  /// Whether a name may have the characters from `first` to before `end`: where the lexicon has one
  /// word, a name has all of it.
  [[nodiscard]] bool keeps_words(std::size_t first, std::size_t end) const {
    const Span span = sides_.characters[first].span.joined(sides_.characters[end - 1].span);
    const auto keeps = [&](std::size_t word) {
      if (word == NamedSides::kNoWord) return true;
      const Span whole = sides_.chinese.words[word].span;
      return span.contains(whole) || whole.contains(span);
    };
    return keeps(sides_.word_of[first]) && keeps(sides_.word_of[end - 1]);
  }

  /// Whether the Chinese itself says in Latin letters who is meant: 伊万诺夫（Gjorge Ivanov）.
  [[nodiscard]] bool is_glossed(std::size_t behind) const {
    constexpr std::size_t kReach = 10;
    for (std::size_t i = behind; i + 1 < sides_.characters.size() && i < behind + kReach; ++i) {
      const char32_t c = sides_.characters[i].value;
      if (c == U'(' || c == U'（') {
        while (i + 1 < sides_.characters.size() && sides_.characters[i + 1].value == U' ') ++i;
        return i + 1 < sides_.characters.size() &&
               pair::is_latin_letter(sides_.characters[i + 1].value);
      }
      if (!text::is_han(c) && !is_between_parts(c)) return false;
    }
    return false;
  }

  /// How much of a name's renderings the English has.
  enum class Rendered {
    kNot,
    kByAnyWord,  ///< only words that others of its kind have: "Treaty" of 马关条约
    kSurely,     ///< one as a whole, or a word that nothing else is called
  };

  /// Whether an English word is spelled nearly like a rendering: Kavanaugh, Cavanaugh. Not where
  /// the rendering is pinyin, in which every letter counts: Hunan is not Henan. Nor where all
  /// names are known.
  [[nodiscard]] Rendered has_like_rendering(const KnownName& name, std::string_view written) const {
    if (name.kinds.listed) return Rendered::kNot;
    Rendered most = Rendered::kNot;
    for (const std::string_view english : name.english) {
      if (names::spells(english, written)) continue;
      const std::string key = model::name_key(english);
      for (const NameWord& word : sides_.name_words) {
        if (spelled_alike(sides_.keys[word.word], key) &&
            !sides_.is_of_another(word.word, name.chinese) &&
            !sides_.is_another_place(word.word, name.chinese)) {
          most = std::max(most, is_specific(word.word) ? Rendered::kSurely : Rendered::kByAnyWord);
        }
      }
    }
    return most;
  }

  [[nodiscard]] static bool is_date(const KnownName& name) {
    return std::any_of(name.english.begin(), name.english.end(), [](std::string_view english) {
      return is_date_word(model::name_key(english));
    });
  }

  [[nodiscard]] Rendered has_rendering(const KnownName& name, Span& counterpart) const {
    for (const std::string_view english : name.besides) {
      if (const auto place = sides_.place_of_key(running_key(english), name.chinese)) {
        counterpart = *place;
        return Rendered::kSurely;
      }
    }
    Rendered partly = Rendered::kNot;
    for (const std::string_view english : name.english) {
      const std::string key = running_key(english);
      if (key.empty()) continue;
      if (const auto place = sides_.place_of_key(key, name.chinese)) {
        counterpart = *place;
        return Rendered::kSurely;
      }
      // Bodies share their words with others of their kind.
      if (name.kinds.body) continue;
      for (std::size_t begin = 0; begin < key.size();) {
        const std::size_t end = std::min(key.find(' ', begin), key.size());
        const std::string_view word = std::string_view(key).substr(begin, end - begin);
        begin = end + 1;
        if (word.size() == key.size() || is_generic(word)) continue;
        if (!sides_.place_of_key(word, name.chinese)) continue;
        partly = std::max(partly, is_specific(word) ? Rendered::kSurely : Rendered::kByAnyWord);
      }
    }
    return partly;
  }

  /// Whether a word of a rendering is hardly ever anything but a name: "Shimonoseki", "London".
  [[nodiscard]] bool is_specific(std::string_view key) const {
    const auto word = std::ranges::find(sides_.keys, key);
    return word == sides_.keys.end() ||
           is_specific(static_cast<std::size_t>(word - sides_.keys.begin()));
  }

  [[nodiscard]] bool is_specific(std::size_t word) const {
    return sides_.english_links[word].commonness < kRareInNames ||
           !sides_.store.rendered(sides_.keys[word]).empty();
  }

  /// Whether the lexicon has something of the English for a word of a name; for the whole of it,
  /// where all its names are known: 晚报 is in "Yangon Evening News" too.
  [[nodiscard]] bool is_translated(const Mention& mention) const {
    const Span span = mention.span;
    const auto [first, last] = sides_.words_in(span);
    for (std::size_t w = first; w < last; ++w) {
      const model::Word& word = sides_.chinese.words[w];
      if (word.kind != text::TokenKind::kHan) continue;
      if (mention.kinds.listed && word.span != span) continue;
      if (text::count_code_points(word.span.in(sides_.chinese.document->text)) < 2) continue;
      if (pair::missing_odds(sides_.chinese, w, sides_.chinese_links[w]) <
          (mention.kinds.unknown() ? kTranslated : kSurelyTranslated)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a place is known by its pinyin: 郑州 is Zhengzhou, and not what sounds like it.
  [[nodiscard]] bool is_read_as_rendered(const Mention& mention) const {
    const std::string_view written = mention.span.in(sides_.chinese.document->text);
    return std::any_of(mention.names.begin(), mention.names.end(), [&](std::uint32_t number) {
      const KnownName name = sides_.store.name(number);
      return std::any_of(name.english.begin(), name.english.end(),
                         [&](std::string_view english) { return names::spells(english, written); });
    });
  }

  /// Whether an English word sounds like the name or is pinyin of it. A body of which all names
  /// are known is not what sounds like it: 阿斯麦 is ASML, and not "Asma".
  [[nodiscard]] bool sounds_or_spelled(Mention& mention) const {
    const std::string_view written = mention.span.in(sides_.chinese.document->text);
    const bool by_sound = !mention.pinyin && !mention.kinds.listed;
    for (const NameWord& word : sides_.name_words) {
      if (!mention.names.empty() &&
          sides_.is_of_another(word.word, sides_.store.chinese(mention.names.front()))) {
        continue;
      }
      const std::size_t spelled =
          names::characters_spelled(word.span.in(sides_.english_text), written);
      if (spelled >= 2 || (spelled == 1 && !mention.kinds.place)) return true;
      if (by_sound && sides_.sounds(word) && word.sound().span.overlaps(mention.span)) return true;
    }
    return mention.kinds.place && is_spelled_in_two(written);
  }

  /// "Yu Tai" for 鱼台, "Hu Bu Town" for 户部乡.
  [[nodiscard]] bool is_spelled_in_two(std::string_view written) const {
    for (std::size_t w = 0; w + 1 < sides_.english.words.size(); ++w) {
      if (!sides_.is_capitalised(w) || !sides_.is_capitalised(w + 1)) continue;
      const Span both = sides_.english.words[w].span.joined(sides_.english.words[w + 1].span);
      if (both.size() ==
              sides_.english.words[w].span.size() + sides_.english.words[w + 1].span.size() + 1 &&
          names::characters_spelled(both.in(sides_.english_text), written) >= 2) {
        return true;
      }
    }
    return false;
  }

  /// Whether a word of capitals is made of the initials of a rendering.
  [[nodiscard]] bool is_abbreviated(const KnownName& name) const {
    return std::any_of(name.english.begin(), name.english.end(), [&](std::string_view english) {
      const std::string initials = initials_of(english);
      return initials.size() >= 2 && (sides_.place_of_key(initials) || has_pointed(initials));
    });
  }

  /// "L.A." for Los Angeles.
  [[nodiscard]] bool has_pointed(std::string_view initials) const {
    std::string pointed;
    for (const char c : initials) {
      pointed += text::ascii_upper(c);
      pointed += '.';
    }
    return sides_.english.text().find(pointed) != std::string_view::npos;
  }

  /// Whether a place is written as behind a town's name: "Blue Bell, Pa.", "Oakland, Calif.".
  [[nodiscard]] bool is_clipped(const KnownName& name) const {
    if (!name.kinds.place) return false;
    for (std::size_t w = 0; w < sides_.english.words.size(); ++w) {
      const Span span = sides_.english.words[w].span;
      const bool points = sides_.english_text.substr(0, span.begin).ends_with(", ") &&
                          sides_.english_text.substr(span.end, 1) == ".";
      if (!points || !sides_.is_capitalised(w)) continue;
      const auto clips = [&](std::string_view english) {
        return is_clipped_from(sides_.keys[w], model::name_key(english));
      };
      if (std::any_of(name.english.begin(), name.english.end(), clips)) return true;
    }
    return false;
  }

  const NamedSides& sides_;
  std::vector<bool> foreign_;  ///< looks_foreign() of each character
  std::vector<Mention> mentions_;
};

}  // namespace

std::vector<Mention> chinese_mentions(const NamedSides& sides) {
  return ChineseMentions(sides).run();
}

}  // namespace duizhao::check
