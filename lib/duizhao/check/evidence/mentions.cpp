#include "duizhao/check/evidence/mentions.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "duizhao/check/evidence/region_table.h"
#include "duizhao/check/evidence/rendering_forms.h"
#include "duizhao/names/spellings.h"
#include "duizhao/names/surnames.h"
#include "duizhao/pair/characters.h"
#include "duizhao/pair/missing_odds.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/interpunct.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

using model::KnownName;
using model::NameStore;

/// The lexicon knows the translations of a word of which it has so much.
constexpr float kKnownWord = 0.3F;
/// Words of the longest English name that is looked for.
constexpr std::size_t kMostWords = 6;
/// A word whose log-odds of missing are lower is translated by something on the other side.
constexpr double kTranslated = -0.1;
/// The same of a place, whose renderings are known: chance links mustn't hide it.
constexpr double kSurelyTranslated = -1.5;
/// A word whose log-odds of missing are higher has most surely no translation on the other side.
constexpr double kSurelyMissing = 1;
/// What sounds at least so much like a name may be it, however it is spelled.
constexpr double kSounds = 0.45;
/// What there is to say of a name, in nats, below which anything may sound like it.
constexpr double kLeastInformation = 9;
/// A word that says so much more of a Chinese name than another has it, and the other has not.
constexpr double kClearlyMore = 0.1;
/// One word of a sentence's beginning that is commoner may be no name at all.
constexpr float kRare = 2e-6F;
/// Chinese words of several characters that are commoner are no transliteration.
constexpr float kOrdinary = 5e-6F;
/// Letters behind a name that make it an adjective or a plural: Paris, Parisian.
constexpr std::size_t kMostEnding = 4;

/// Characters of a name that is known by its shape alone, at least: two may be anything.
constexpr std::size_t kLeastForeign = 3;

/// Characters that tell what kind of place a name is of: 州 of 得克萨斯州.
constexpr std::u32string_view kPlaceEnds = U"省市县区州镇乡村岛郡";

/// Characters that end what is called after a people or a country.
constexpr std::u32string_view kPeopleEnds = U"人方语語文教族裔籍式";
/// Characters behind the name of a people: 科伊人.
constexpr std::u32string_view kPeople = U"人族裔";
/// A single character that is commoner is a word by itself, and no part of a name.
constexpr float kParticle = 3e-4F;

/// Places of China and the characters that stand for them in compounds.
struct ShortForm {
  std::string_view place;
  std::u32string_view characters;
};
constexpr ShortForm kShortForms[] = {
    {"北京", U"京"}, {"天津", U"津"},   {"上海", U"沪申"}, {"重庆", U"渝"},   {"广州", U"穗"},
    {"香港", U"港"}, {"澳门", U"澳"},   {"台湾", U"台"},   {"广东", U"粤"},   {"广西", U"桂"},
    {"湖南", U"湘"}, {"湖北", U"鄂"},   {"河南", U"豫"},   {"河北", U"冀"},   {"山东", U"鲁"},
    {"山西", U"晋"}, {"陕西", U"陕秦"}, {"浙江", U"浙"},   {"江苏", U"苏"},   {"安徽", U"皖"},
    {"福建", U"闽"}, {"江西", U"赣"},   {"四川", U"川蜀"}, {"贵州", U"黔贵"}, {"云南", U"滇云"},
    {"海南", U"琼"}, {"辽宁", U"辽"},   {"吉林", U"吉"},   {"黑龙江", U"黑"}, {"甘肃", U"甘陇"},
    {"青海", U"青"}, {"宁夏", U"宁"},   {"新疆", U"疆新"}, {"西藏", U"藏"},   {"内蒙古", U"蒙"},
    {"杭州", U"杭"}, {"南京", U"宁"},   {"宁波", U"甬"},   {"深圳", U"深"},   {"成都", U"蓉"},
    {"武汉", U"汉"}, {"沈阳", U"沈"},   {"苏州", U"苏"},   {"扬州", U"扬"},   {"广州市", U"穗"}};

/// Whether a verb of saying begins a text, in simplified characters.
bool is_verb_of_saying(std::string_view chinese) {
  constexpr std::string_view kVerbs[] = {"说",   "表示", "称",   "指出", "认为", "告诉",
                                         "补充", "强调", "透露", "承认", "坦言", "回忆",
                                         "重申", "重提", "解释", "宣布", "呼吁"};
  return std::any_of(std::begin(kVerbs), std::end(kVerbs),
                     [&](std::string_view verb) { return chinese.starts_with(verb); });
}

/// Words that name no one thing, and are therefore no proof of a name of several words.
bool is_generic(std::string_view word) {
  constexpr std::string_view kGeneric[] = {
      "the",   "and",     "of",         "city",       "county",   "district", "province",
      "state", "river",   "lake",       "mount",      "island",   "islands",  "north",
      "south", "east",    "west",       "new",        "saint",    "san",      "great",
      "bank",  "group",   "national",   "university", "college",  "royal",    "autonomous",
      "for",   "company", "prefecture", "region",     "republic", "sea",      "democratic"};
  return word.size() < 3 ||
         std::find(std::begin(kGeneric), std::end(kGeneric), word) != std::end(kGeneric);
}

class Finder {
 public:
  Finder(const pair::Passage& english, std::span<const pair::LinkedWord> english_links,
         std::span<const NameWord> name_words, const pair::Passage& chinese,
         std::span<const pair::LinkedWord> chinese_links, const NameStore& store)
      : english_(english),
        english_links_(english_links),
        name_words_(name_words),
        chinese_(chinese),
        chinese_links_(chinese_links),
        store_(store),
        english_text_(english.document->text),
        characters_(pair::characters_of(chinese.document->text, chinese.span)) {
    for (const model::Word& word : english.words) {
      keys_.push_back(word.kind == text::TokenKind::kPunctuation
                          ? ""
                          : model::name_key(word.span.in(english_text_)));
      if (keys_.back().empty()) continue;
      key_begins_.push_back({english_key_.size() + 1, keys_.size() - 1});
      english_key_ += ' ';
      english_key_ += keys_.back();
    }
    english_key_ += ' ';
    // Folding keeps the length.
    folded_ = text::folded_han(chinese.text());
    offsets_.reserve(characters_.size() + 1);
    word_of_.reserve(characters_.size());
    std::size_t word = 0;
    for (const pair::Character& character : characters_) {
      offsets_.push_back(character.span.begin - chinese.span.begin);
      while (word < chinese.words.size() && chinese.words[word].span.end <= character.span.begin) {
        ++word;
      }
      const bool in_word =
          word < chinese.words.size() && chinese.words[word].span.contains(character.span);
      word_of_.push_back(in_word ? word : kNoWord);
    }
    offsets_.push_back(folded_.size());
    foreign_.reserve(characters_.size());
    for (std::size_t c = 0; c < characters_.size(); ++c) foreign_.push_back(looks_foreign(c));
  }

  Mentions run() {
    find_known_runs();
    find_chinese();
    find_english();
    share_found(mentions_.chinese, chinese_.document->text);
    share_found(mentions_.english, english_text_);
    return std::move(mentions_);
  }

 private:
  /// A name that is found once is found wherever it stands.
  static void share_found(std::vector<Mention>& mentions, std::string_view text) {
    for (Mention& mention : mentions) {
      mention.found = std::any_of(mentions.begin(), mentions.end(), [&](const Mention& other) {
        return other.found && other.span.in(text) == mention.span.in(text);
      });
    }
  }

  // --- Chinese ------------------------------------------------------------------------------

  /// Whether a name may have the characters from `first` to before `end`: where the lexicon has one
  /// word, a name has all of it.
  [[nodiscard]] bool keeps_words(std::size_t first, std::size_t end) const {
    const Span span = characters_[first].span.joined(characters_[end - 1].span);
    const auto keeps = [&](std::size_t word) {
      if (word == kNoWord) return true;
      const Span whole = chinese_.words[word].span;
      return span.contains(whole) || whole.contains(span);
    };
    return keeps(word_of_[first]) && keeps(word_of_[end - 1]);
  }

  /// The Chinese words from that which a stretch begins in, to before that which begins behind it.
  [[nodiscard]] std::pair<std::size_t, std::size_t> words_in(Span span) const {
    const auto first = std::ranges::upper_bound(
        chinese_.words, span.begin, {}, [](const model::Word& word) { return word.span.end; });
    auto last = first;
    while (last != chinese_.words.end() && last->span.begin < span.end) ++last;
    return {static_cast<std::size_t>(first - chinese_.words.begin()),
            static_cast<std::size_t>(last - chinese_.words.begin())};
  }

  void find_chinese() {
    for (std::size_t i = 0; i < characters_.size();) {
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
  }

  /// Characters of a Chinese person's name that begins here, by its surname, its words, none of
  /// which the English has, and what stands beside: 处长李云杰, 陈光明得知. 0 where none does.
  [[nodiscard]] std::size_t chinese_person(std::size_t first) const {
    if (names::surname_size(std::string_view(folded_).substr(offsets_[first], 12)) == 0) return 0;
    // 但打出, 由台: surnames that are hardly ever one.
    constexpr std::u32string_view kWords = U"但由全时从向和都被经就那";
    if (pair::is_in(text::folded_han(characters_[first].value), kWords)) return 0;
    std::size_t unnamed = first + 1;
    while (unnamed < characters_.size() && characters_[unnamed].value == U'某') ++unnamed;
    if (unnamed > first + 1) return unnamed - first;  // 黄某某, whatever stands before
    if (!begins_word(first) || !may_precede_person(first)) return 0;
    for (const std::size_t length : {std::size_t{3}, std::size_t{2}}) {
      if (first + length > characters_.size()) continue;
      const Span span = characters_[first].span.joined(characters_[first + length - 1].span);
      const bool han =
          std::all_of(characters_.begin() + static_cast<std::ptrdiff_t>(first),
                      characters_.begin() + static_cast<std::ptrdiff_t>(first + length),
                      [](const pair::Character& c) { return text::is_han(c.value); });
      if (han && keeps_words(first, first + length) && is_no_word(span) &&
          may_follow_person(first + length)) {
        return length;
      }
    }
    return 0;
  }

  [[nodiscard]] bool begins_word(std::size_t character) const {
    const std::size_t word = word_of_[character];
    return word != kNoWord && chinese_.words[word].span.begin == characters_[character].span.begin;
  }

  /// Whether nothing behind the surname is translated, and the stretch is no word of the lexicon.
  /// Of single characters nearly all have something that they may mean.
  [[nodiscard]] bool is_no_word(Span span) const {
    const auto [first, last] = words_in(span);
    for (std::size_t w = first; w < last; ++w) {
      const model::Word& word = chinese_.words[w];
      if (!span.contains(word.span)) return false;
      if (word.span == span && word.id != model::kUnknownWord) return false;
      if (word.span.begin == span.begin && word.span != span) continue;
      const bool single = text::count_code_points(word.span.in(chinese_.document->text)) == 1;
      if (chinese_links_[w].commonness > kParticle ||
          pair::missing_odds(chinese_, w, chinese_links_[w]) <
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
    const char32_t before = text::folded_han(characters_[first - 1].value);
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
    if (behind >= characters_.size()) return true;
    if (!text::is_han(characters_[behind].value)) {
      return !pair::is_latin_letter(characters_[behind].value) && characters_[behind].value != U'·';
    }
    const std::string_view rest = std::string_view(folded_).substr(offsets_[behind]);
    return std::any_of(std::begin(kBehind), std::end(kBehind),
                       [&](std::string_view word) { return rest.starts_with(word); });
  }

  void add_chinese_person(std::size_t first, std::size_t length) {
    Mention mention;
    mention.span = characters_[first].span.joined(characters_[first + length - 1].span);
    mention.kinds.person = true;
    mention.chinese_person = true;
    mention.found =
        sounds_or_spelled(mention) || is_spelled_in_capitals(mention) || is_glossed(first + length);
    mentions_.chinese.push_back(std::move(mention));
  }

  /// JIANGWAN, October 26.
  [[nodiscard]] bool is_spelled_in_capitals(const Mention& mention) const {
    const std::string_view written = mention.span.in(chinese_.document->text);
    for (std::size_t w = 0; w < english_.words.size(); ++w) {
      if (!is_capitalised(w) || name_word(w) != nullptr) continue;
      const std::string_view word = english_.words[w].span.in(english_text_);
      if (word.size() >= 2 && names::characters_spelled(word, written) >= 1) return true;
    }
    return false;
  }

  /// Characters of the longest known name that begins at a character; 0 where none does.
  [[nodiscard]] std::size_t longest_name(std::size_t first) const {
    if (!text::is_han(characters_[first].value) || is_in_date(first)) return 0;
    std::size_t end = first;
    while (end < characters_.size() && end - first < NameStore::longest() &&
           (text::is_han(characters_[end].value) || text::is_interpunct(characters_[end].value))) {
      ++end;
    }
    if (end < first + 2 || is_behind_name(first)) return 0;
    const std::uint16_t lengths = store_.lengths(text::folded_han(characters_[first].value),
                                                 text::folded_han(characters_[first + 1].value));
    for (; end >= first + 2; --end) {
      if ((lengths >> (end - first) & 1U) == 0) continue;
      const std::string_view written =
          std::string_view(folded_).substr(offsets_[first], offsets_[end] - offsets_[first]);
      if (store_.number_of(written) && keeps_words(first, end)) return end - first;
    }
    return 0;
  }

  /// 日 of 2月11日电, which is no beginning of 日电, NEC.
  [[nodiscard]] bool is_in_date(std::size_t character) const {
    return character > 0 && pair::is_ascii_digit(characters_[character - 1].value) &&
           pair::is_in(text::folded_han(characters_[character].value), U"年月日号时");
  }

  /// Whether the character before makes a place with this one, so that which of the two is meant
  /// can't be told: 上海 or 海城 in 上海城投.
  [[nodiscard]] bool is_behind_name(std::size_t first) const {
    if (first == 0) return false;
    const std::string_view both = std::string_view(folded_).substr(
        offsets_[first - 1], offsets_[first + 1] - offsets_[first - 1]);
    const auto number = store_.number_of(both);
    return number && store_.kinds(*number).place && !keeps_words(first - 1, first + 1);
  }

  /// Characters of the run that begins here and is written as foreign names are, in words that the
  /// lexicon lacks or leaves unexplained; 0 where none begins, or only some of it would be.
  [[nodiscard]] std::size_t foreign_name(std::size_t first) const {
    if (first > 0 && (foreign_[first - 1] || pair::is_ascii_digit(characters_[first - 1].value))) {
      return 0;  // 6.4万标箱
    }
    std::size_t end = first;
    while (end < characters_.size() && foreign_[end]) ++end;
    const std::size_t length = end - first;
    if (length <= kLeastForeign && holds_place(first, end)) return 0;  // 谢安达
    return length >= kLeastForeign || (length + 1 >= kLeastForeign && is_speaker(first, end))
               ? length
               : 0;
  }

  /// Adds 美方 as the country that it is; false where no such word begins.
  bool add_side(std::size_t first) {
    if (first + 1 >= characters_.size() || characters_[first + 1].value != U'方') return false;
    const Span span = characters_[first].span.joined(characters_[first + 1].span);
    if (!begins_word(first) || chinese_.words[word_of_[first]].span != span) return false;
    const char32_t character = text::folded_han(characters_[first].value);
    for (const names::Region& region : region_table().regions) {
      if (region.short_form != character || region.code == "CN") continue;
      const auto number = store_.number_of(region.chinese.front());
      if (!number) return false;
      Mention mention;
      mention.span = span;
      mention.kinds.country = true;
      mention.names = {*number};
      mention.found = is_translated(mention) || names_region_of(english_, region.chinese.front());
      mentions_.chinese.push_back(std::move(mention));
      return true;
    }
    return false;
  }

  [[nodiscard]] bool holds_place(std::size_t first, std::size_t end) const {
    for (std::size_t c = first; c < end; ++c) {
      const model::Word& word = chinese_.words[word_of_[c]];
      if (word.span == characters_[c].span) continue;
      const auto number = store_.number_of(folded_at(word.span));
      if (number && store_.kinds(*number).place) return true;
    }
    return false;
  }

  /// Whether a clause begins with a run that a verb of saying stands behind: 帕利说.
  [[nodiscard]] bool is_speaker(std::size_t first, std::size_t end) const {
    if (first > 0 && text::is_han(characters_[first - 1].value)) return false;
    return is_verb_of_saying(std::string_view(folded_).substr(offsets_[end]));
  }

  [[nodiscard]] bool looks_foreign(std::size_t character) const {
    const std::size_t w = word_of_[character];
    if (w == kNoWord) return false;
    if (!store_.transliterates(text::folded_han(characters_[character].value))) return false;
    const model::Word& word = chinese_.words[w];
    return chinese_links_[w].commonness < kParticle &&
           pair::missing_odds(chinese_, w, chinese_links_[w]) >= kTranslated &&
           (word.span == characters_[character].span || is_foreign_name(word));
  }

  /// Whether a word is nothing but the name of a person or a place, by what the store knows: 安达
  /// of 安达纳尔.
  [[nodiscard]] bool is_foreign_name(const model::Word& word) const {
    const auto number = store_.number_of(folded_at(word.span));
    if (!number) return false;
    const KnownName name = store_.name(*number);
    return !name.ordinary && !name.kinds.country && !name.kinds.body;
  }

  /// The simplified characters of a stretch of the Chinese.
  [[nodiscard]] std::string_view folded_at(Span span) const {
    return std::string_view(folded_).substr(span.begin - chinese_.span.begin, span.size());
  }

  /// A name by its shape.
  void add_foreign(std::size_t first, std::size_t length) {
    const std::size_t behind = first + length;
    // Of a name in parts the last is the one that others go by: 谢尔盖·伊万诺夫.
    if (behind + 1 < characters_.size() && is_between_parts(characters_[behind].value) &&
        foreign_[behind + 1]) {
      return;
    }
    Mention mention;
    mention.span = characters_[first].span.joined(characters_[behind - 1].span);
    mention.speaks = is_verb_of_saying(std::string_view(folded_).substr(offsets_[behind]));
    mention.found = sounds_or_spelled(mention) || is_glossed(behind);
    mentions_.chinese.push_back(std::move(mention));
  }

  static bool is_between_parts(char32_t c) { return text::is_interpunct(c) || c == U' '; }

  void add_chinese(std::size_t first, std::size_t length) {
    const std::string_view written = std::string_view(folded_).substr(
        offsets_[first], offsets_[first + length] - offsets_[first]);
    const std::uint32_t number = *store_.number_of(written);
    const KnownName name = store_.name(number);
    Mention mention;
    mention.span = characters_[first].span.joined(characters_[first + length - 1].span);
    const bool ordinary = name.ordinary && !is_titled(chinese_.document->text, mention.span);
    if (ordinary || is_date(name) || is_people(name)) return;
    mention.kinds = name.kinds;
    mention.names = {number};
    mention.pinyin = name.kinds.place && is_read_as_rendered(mention);
    mention.speaks = is_verb_of_saying(std::string_view(folded_).substr(offsets_[first + length]));
    const bool transliterated = is_transliteration(mention.span);
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
                    (name.kinds.country && names_region_of(english_, written));
    mentions_.chinese.push_back(std::move(mention));
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
      const std::size_t w = word_of_[character];
      if (w == kNoWord || !text::is_han(characters_[character].value)) return false;
      const model::Word& word = chinese_.words[w];
      if (word.span != characters_[character].span) return is_transliteration(word.span);
      // 格拉 of 格拉芙, 艾力 of 艾力彼: a rare character that nothing translates.
      const bool may_be =
          length == 2 ? pair::missing_odds(chinese_, w, chinese_links_[w]) > 0
                      : store_.transliterates(text::folded_han(characters_[character].value));
      return may_be && chinese_links_[w].commonness < kParticle;
    };
    const std::size_t behind = first + length;
    if (first > 0 && is_part(first - 1)) return false;
    return behind == characters_.size() ||
           !(is_part(behind) || pair::is_in(characters_[behind].value, kPeople));
  }

  /// A known name all of whose characters are those that foreign names are written with.
  [[nodiscard]] bool is_transliteration(Span span) const {
    const std::string_view written = folded_at(span);
    return store_.number_of(written) && is_transliterated(written);
  }

  [[nodiscard]] bool is_transliterated(std::string_view folded) const {
    for (std::size_t i = 0; i < folded.size();) {
      if (!store_.transliterates(text::next_code_point(folded, i))) return false;
    }
    return true;
  }

  /// Whether the Chinese itself says in Latin letters who is meant: 伊万诺夫（Gjorge Ivanov）.
  [[nodiscard]] bool is_glossed(std::size_t behind) const {
    constexpr std::size_t kReach = 10;
    for (std::size_t i = behind; i + 1 < characters_.size() && i < behind + kReach; ++i) {
      const char32_t c = characters_[i].value;
      if (c == U'(' || c == U'（') {
        while (i + 1 < characters_.size() && characters_[i + 1].value == U' ') ++i;
        return i + 1 < characters_.size() && pair::is_latin_letter(characters_[i + 1].value);
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
      for (const NameWord& word : name_words_) {
        if (spelled_alike(keys_[word.word], key) && !is_of_another(word.word, name.chinese) &&
            !is_another_place(word.word, name.chinese)) {
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

  /// The place of a key, at the beginning of a word, with at most some letters of an ending. Where
  /// the Chinese that is so called is given, not within a known name of something else.
  [[nodiscard]] std::optional<Span> place_of_key(std::string_view key,
                                                 std::string_view chinese = {}) const {
    std::string wanted(1, ' ');
    wanted += key;
    for (std::size_t at = english_key_.find(wanted); at != std::string::npos;
         at = english_key_.find(wanted, at + 1)) {
      const std::size_t end = english_key_.find(' ', at + wanted.size());
      const std::size_t ending = end - (at + wanted.size());
      if (ending > (key.size() >= 4 ? kMostEnding : 0)) continue;
      const auto first = word_at(at + 1);
      const auto last = word_at(english_key_.rfind(' ', end - 1) + 1);
      if (!first || !last) return std::nullopt;
      if (!chinese.empty() && is_of_another(*first, chinese)) continue;
      return english_.words[*first].span.joined(english_.words[*last].span);
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::size_t> word_at(std::size_t key_offset) const {
    const auto found = std::lower_bound(key_begins_.begin(), key_begins_.end(), key_offset,
                                        [](const std::pair<std::size_t, std::size_t>& begin,
                                           std::size_t offset) { return begin.first < offset; });
    if (found == key_begins_.end()) return std::nullopt;
    return found->second;
  }

  [[nodiscard]] Rendered has_rendering(const KnownName& name, Span& counterpart) const {
    Rendered partly = Rendered::kNot;
    for (const std::string_view english : name.english) {
      const std::string key = running_key(english);
      if (key.empty()) continue;
      if (const auto place = place_of_key(key, name.chinese)) {
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
        if (!place_of_key(word, name.chinese)) continue;
        partly = std::max(partly, is_specific(word) ? Rendered::kSurely : Rendered::kByAnyWord);
      }
    }
    return partly;
  }

  /// Whether a word of a rendering is hardly ever anything but a name: "Shimonoseki", "London".
  [[nodiscard]] bool is_specific(std::string_view key) const {
    const auto word = std::ranges::find(keys_, key);
    return word == keys_.end() || is_specific(static_cast<std::size_t>(word - keys_.begin()));
  }

  [[nodiscard]] bool is_specific(std::size_t word) const {
    return english_links_[word].commonness < kRare || !store_.rendered(keys_[word]).empty();
  }

  /// Whether the lexicon has something of the English for a word of a name; for the whole of it,
  /// where all its names are known: 晚报 is in "Yangon Evening News" too.
  [[nodiscard]] bool is_translated(const Mention& mention) const {
    const Span span = mention.span;
    const auto [first, last] = words_in(span);
    for (std::size_t w = first; w < last; ++w) {
      const model::Word& word = chinese_.words[w];
      if (word.kind != text::TokenKind::kHan) continue;
      if (mention.kinds.listed && word.span != span) continue;
      if (text::count_code_points(word.span.in(chinese_.document->text)) < 2) continue;
      if (pair::missing_odds(chinese_, w, chinese_links_[w]) <
          (mention.kinds.unknown() ? kTranslated : kSurelyTranslated)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a place is known by its pinyin: 郑州 is Zhengzhou, and not what sounds like it.
  [[nodiscard]] bool is_read_as_rendered(const Mention& mention) const {
    const std::string_view written = mention.span.in(chinese_.document->text);
    return std::any_of(mention.names.begin(), mention.names.end(), [&](std::uint32_t number) {
      const KnownName name = store_.name(number);
      return std::any_of(name.english.begin(), name.english.end(),
                         [&](std::string_view english) { return names::spells(english, written); });
    });
  }

  /// Whether an English word sounds like the name or is pinyin of it. A body of which all names
  /// are known is not what sounds like it: 阿斯麦 is ASML, and not "Asma".
  [[nodiscard]] bool sounds_or_spelled(Mention& mention) const {
    const std::string_view written = mention.span.in(chinese_.document->text);
    const bool by_sound = !mention.pinyin && !mention.kinds.listed;
    for (const NameWord& word : name_words_) {
      if (!mention.names.empty() &&
          is_of_another(word.word, store_.chinese(mention.names.front()))) {
        continue;
      }
      const std::size_t spelled = names::characters_spelled(word.span.in(english_text_), written);
      if (spelled >= 2 || (spelled == 1 && !mention.kinds.place)) return true;
      if (by_sound && sounds(word) && word.sound().span.overlaps(mention.span)) return true;
    }
    return mention.kinds.place && is_spelled_in_two(written);
  }

  /// "Yu Tai" for 鱼台, "Hu Bu Town" for 户部乡.
  [[nodiscard]] bool is_spelled_in_two(std::string_view written) const {
    for (std::size_t w = 0; w + 1 < english_.words.size(); ++w) {
      if (!is_capitalised(w) || !is_capitalised(w + 1)) continue;
      const Span both = english_.words[w].span.joined(english_.words[w + 1].span);
      if (both.size() == english_.words[w].span.size() + english_.words[w + 1].span.size() + 1 &&
          names::characters_spelled(both.in(english_text_), written) >= 2) {
        return true;
      }
    }
    return false;
  }

  /// Whether a word of capitals is made of the initials of a rendering.
  [[nodiscard]] bool is_abbreviated(const KnownName& name) const {
    return std::any_of(name.english.begin(), name.english.end(), [&](std::string_view english) {
      const std::string initials = initials_of(english);
      return initials.size() >= 2 && (place_of_key(initials) || has_pointed(initials));
    });
  }

  /// Whether a place is written as behind a town's name: "Blue Bell, Pa.", "Oakland, Calif.".
  [[nodiscard]] bool is_clipped(const KnownName& name) const {
    if (!name.kinds.place) return false;
    for (std::size_t w = 0; w < english_.words.size(); ++w) {
      const Span span = english_.words[w].span;
      const bool points = english_text_.substr(0, span.begin).ends_with(", ") &&
                          english_text_.substr(span.end, 1) == ".";
      if (!points || !is_capitalised(w)) continue;
      const auto clips = [&](std::string_view english) {
        return is_clipped_from(keys_[w], model::name_key(english));
      };
      if (std::any_of(name.english.begin(), name.english.end(), clips)) return true;
    }
    return false;
  }

  /// Whether an acronym has the initials of what the Chinese names, or ends with them: ADB for
  /// 亚洲开发银行, LSU for 路易斯安那州立大学.
  [[nodiscard]] bool abbreviates_named(std::string_view acronym) const {
    const std::string letters = text::ascii_lowered(acronym);
    return std::ranges::any_of(mentions_.chinese, [&](const Mention& mention) {
      return std::ranges::any_of(mention.names, [&](std::uint32_t number) {
        const KnownName name = store_.name(number);
        return std::any_of(name.english.begin(), name.english.end(), [&](std::string_view english) {
          const std::string initials = initials_of(english);
          return initials.size() >= 2 && letters.ends_with(initials);
        });
      });
    });
  }

  /// "L.A." for Los Angeles.
  [[nodiscard]] bool has_pointed(std::string_view initials) const {
    std::string pointed;
    for (const char c : initials) {
      pointed += text::ascii_upper(c);
      pointed += '.';
    }
    return english_.text().find(pointed) != std::string_view::npos;
  }

  /// Whether something that is no ordinary word sounds like a name; a short name sounds like much
  /// by chance: 兰地区的文 like "London".
  [[nodiscard]] bool sounds(const NameWord& word) const {
    if (word.sound().share() < kSounds || word.sound().information < kLeastInformation)
      return false;
    if (is_taken(word)) return false;
    std::size_t characters = 0;
    std::size_t particles = 0;
    const auto [first, last] = words_in(word.sound().span);
    for (std::size_t w = first; w < last; ++w) {
      const model::Word& other = chinese_.words[w];
      const std::string_view written = other.span.in(chinese_.document->text);
      const std::size_t size = text::count_code_points(written);
      characters += size;
      if (size < 2) {
        std::size_t at = 0;
        const char32_t c = text::folded_han(text::next_code_point(written, at));
        if (chinese_links_[w].commonness > kParticle || !store_.transliterates(c)) ++particles;
        continue;
      }
      if (chinese_links_[w].commonness > kOrdinary ||
          pair::missing_odds(chinese_, w, chinese_links_[w]) < kTranslated) {
        return false;
      }
    }
    return 2 * particles < characters;
  }

  /// Whether what sounds like a word sounds more like another: 卡尔姆 is Callum, and not Maryland.
  [[nodiscard]] bool is_taken(const NameWord& word) const {
    return std::any_of(name_words_.begin(), name_words_.end(), [&](const NameWord& other) {
      return other.sound().share() > word.sound().share() + kClearlyMore &&
             other.sound().information >= kLeastInformation &&
             other.sound().span.overlaps(word.sound().span);
    });
  }

  // --- English ------------------------------------------------------------------------------

  [[nodiscard]] bool is_capitalised(std::size_t w) const {
    return english_.words[w].kind == text::TokenKind::kWord &&
           text::is_ascii_upper(english_text_[english_.words[w].span.begin]);
  }

  [[nodiscard]] const NameWord* name_word(std::size_t w) const {
    const auto found = std::find_if(name_words_.begin(), name_words_.end(),
                                    [&](const NameWord& word) { return word.word == w; });
    return found == name_words_.end() ? nullptr : &*found;
  }

  /// Words of the English that are a known name, and what it is.
  struct KnownRun {
    std::size_t first = 0;
    std::size_t count = 0;
    std::span<const std::uint32_t> names;
  };

  void find_known_runs() {
    for (std::size_t w = 0; w < english_.words.size();) {
      const KnownRun run = is_capitalised(w) ? longest_english(w) : KnownRun{};
      if (run.count > 0) known_runs_.push_back(run);
      w += std::max<std::size_t>(run.count, 1);
    }
  }

  [[nodiscard]] const KnownRun* known_run(std::size_t word) const {
    const auto run = std::ranges::find_if(known_runs_, [&](const KnownRun& one) {
      return one.first <= word && word < one.first + one.count;
    });
    return run == known_runs_.end() ? nullptr : &*run;
  }

  /// Whether a word is of a longer name that is known to be something else than a Chinese one:
  /// "Carolina" of "South Carolina" is none of 北卡罗来纳州.
  [[nodiscard]] bool is_of_another(std::size_t word, std::string_view chinese) const {
    const KnownRun* run = known_run(word);
    return run != nullptr && run->count > 1 && !is_foreign_person(*run) &&
           is_another(*run, chinese);
  }

  /// Whether a word is the name of another place, however alike they are: Missouri, Mississippi.
  [[nodiscard]] bool is_another_place(std::size_t word, std::string_view chinese) const {
    const KnownRun* run = known_run(word);
    return run != nullptr && is_place(*run) && is_another(*run, chinese);
  }

  /// Whether a person is known by the surname alone, so that the given name may be anybody's:
  /// 佩洛西 of "Nancy Pelosi".
  [[nodiscard]] bool is_foreign_person(const KnownRun& run) const {
    return std::ranges::any_of(run.names, [&](std::uint32_t number) {
      const model::NameKinds kinds = store_.kinds(number);
      return !kinds.place && !kinds.country && !kinds.body &&
             is_transliterated(store_.chinese(number));
    });
  }

  /// Whether no Chinese of a name has all characters of another one or the other way round: 纽约
  /// and 纽约市 are one, 中美 and 美中.
  [[nodiscard]] bool is_another(const KnownRun& run, std::string_view chinese) const {
    const auto has_all = [](std::string_view whole, std::string_view part) {
      for (std::size_t begin = 0, end = 0; begin < part.size(); begin = end) {
        static_cast<void>(text::next_code_point(part, end));
        if (whole.find(part.substr(begin, end - begin)) == std::string_view::npos) return false;
      }
      return true;
    };
    return std::ranges::none_of(run.names, [&](std::uint32_t number) {
      const std::string_view other = store_.chinese(number);
      return has_all(other, chinese) || has_all(chinese, other);
    });
  }

  [[nodiscard]] bool is_place(const KnownRun& run) const {
    return std::ranges::all_of(run.names, [&](std::uint32_t number) {
      const model::NameKinds kinds = store_.kinds(number);
      return kinds.place && !kinds.person;
    });
  }

  void find_english() {
    auto run = known_runs_.begin();
    for (std::size_t w = 0; w < english_.words.size();) {
      while (run != known_runs_.end() && run->first < w) ++run;
      const std::size_t count = run != known_runs_.end() && run->first == w ? run->count : 0;
      if (count > 0) {
        add_english(*run);
      } else if (is_capitalised(w)) {
        add_unknown(w);
      }
      w += std::max<std::size_t>(count, 1);
    }
  }

  /// The longest known name that begins at a word, in capitals but for what hyphens join to it:
  /// "Chiang Kai-shek". Persons are known by either order of their names.
  [[nodiscard]] KnownRun longest_english(std::size_t first) const {
    KnownRun best{first, 0, {}};
    for (std::size_t w = first; w < english_.words.size() && w - first < kMostWords; ++w) {
      const Span word = english_.words[w].span;
      if (w > first) {
        const std::size_t before = english_.words[w - 1].span.end;
        const std::string_view between = english_text_.substr(before, word.begin - before);
        if (between != " " && !between.empty()) break;
      }
      if (keys_[w].empty() && word.in(english_text_) != "-") break;
      const bool joined = w > first + 1 && english_.words[w - 1].span.in(english_text_) == "-";
      if (!is_capitalised(w) && !joined) continue;
      const Span whole = english_.words[first].span.joined(word);
      auto names = store_.rendered(model::name_key(whole.in(english_text_)));
      if (names.empty() && w > first) names = persons_rendered(first, w);
      if (!names.empty()) best = {first, w - first + 1, names};
    }
    return best;
  }

  /// The persons who are known by the words from `first` to `last` with the last one before: as
  /// "Murakami Haruki".
  [[nodiscard]] std::span<const std::uint32_t> persons_rendered(std::size_t first,
                                                                std::size_t last) const {
    const Span given = english_.words[first].span.joined(english_.words[last - 1].span);
    std::string turned(without_possessive(english_.words[last].span.in(english_text_)));
    turned += ' ';
    turned += given.in(english_text_);
    const auto names = store_.rendered(model::name_key(turned));
    const bool persons = std::ranges::all_of(
        names, [&](std::uint32_t number) { return store_.kinds(number).person; });
    return persons ? names : std::span<const std::uint32_t>{};
  }

  /// A name by its shape: a capitalised word that is rare, or stands behind a title.
  void add_unknown(std::size_t w) {
    const NameWord* word = name_word(w);
    if (word == nullptr) add_unknown_acronym(w);
    if (word == nullptr || goes_on(w)) return;
    const bool titled = w > 0 && is_title(w - 1);
    const pair::LinkedWord& linked = english_links_[w];
    // What the lexicon translates is a word rather than a name: "Duchess", "Premiership".
    const bool word_too = linked.commonness > kRare || linked.known > kKnownWord;
    const bool named_before = w > 0 && is_capitalised(w - 1) && name_word(w - 1) != nullptr &&
                              !name_word(w - 1)->initial && name_word(w - 1)->missing > kTranslated;
    if (!titled && word_too && (word->missing < kSurelyMissing || named_before)) {
      return;
    }
    Mention mention;
    mention.span = english_.words[w].span;
    mention.kinds.person = titled;
    mention.weak = !titled && (word_too || word->initial);
    mention.found = is_known_otherwise(w, 1, mention);
    mentions_.english.push_back(std::move(mention));
  }

  /// A stretch without its possessive.
  [[nodiscard]] Span bare(Span span) const {
    return {span.begin, span.begin + without_possessive(span.in(english_text_)).size()};
  }

  void add_unknown_acronym(std::size_t w) {
    Mention mention;
    mention.span = bare(english_.words[w].span);
    if (!is_acronym(mention.span.in(english_text_))) return;
    mention.acronym = true;
    mention.found = is_known_acronym(w);
    mentions_.english.push_back(std::move(mention));
  }

  /// Words that stand before the surname of a person.
  [[nodiscard]] bool is_title(std::size_t w) const {
    constexpr std::string_view kTitles[] = {
        "mr",        "mrs",       "ms",      "dr",       "sir",   "president",
        "minister",  "senator",   "sen",     "judge",    "coach", "chancellor",
        "secretary", "professor", "justice", "governor", "mayor", "chairman"};
    if (std::find(std::begin(kTitles), std::end(kTitles), keys_[w]) != std::end(kTitles)) {
      return true;
    }
    return w > 0 && english_.words[w].span.in(english_text_) == "." && is_title(w - 1);
  }

  void add_english(const KnownRun& run) {
    const std::size_t first = run.first;
    const std::size_t count = run.count;
    Mention mention;
    mention.span = english_.words[first].span.joined(english_.words[first + count - 1].span);
    const std::string_view written = mention.span.in(english_text_);
    mention.acronym = count == 1 && is_acronym(without_possessive(written));
    if (count == 1 && !mention.acronym && name_word(first) == nullptr) return;
    const std::string key = model::name_key(written);
    if (is_date_word(key) || key.size() < 3) return;
    mention.span = bare(mention.span);
    for (const std::uint32_t number : run.names) {
      mention.kinds.add(store_.kinds(number));
      mention.names.push_back(number);
    }
    if (!mention.kinds.place && !mention.kinds.country && goes_on(first + count - 1)) return;
    mention.rendered = has_chinese(mention);
    const bool is_counterpart = std::ranges::any_of(mentions_.chinese, [&](const Mention& chinese) {
      return chinese.counterpart.overlaps(mention.span);  // "Haruki Murakami" is 村上
    });
    mention.found =
        mention.rendered || is_counterpart ||
        (mention.acronym ? is_known_acronym(first) : is_known_otherwise(first, count, mention));
    mentions_.english.push_back(std::move(mention));
  }

  static bool is_acronym(std::string_view word) {
    return word.size() >= 3 && word.size() <= 6 &&
           std::all_of(word.begin(), word.end(), text::is_ascii_upper);
  }

  /// Whether something of the Chinese, or of the English itself, says what an acronym is.
  [[nodiscard]] bool is_known_acronym(std::size_t w) const {
    const std::string_view written = without_possessive(english_.words[w].span.in(english_text_));
    if (chinese_.text().find(written) != std::string_view::npos) return true;
    if (pair::missing_odds(english_, w, english_links_[w]) < kTranslated) return true;
    if (abbreviates_named(written)) return true;
    std::string initials;
    for (std::size_t other = 0; other < english_.words.size(); ++other) {
      const std::string_view word = english_.words[other].span.in(english_text_);
      if (other != w && is_capitalised(other) && !is_acronym(word)) initials += word.front();
    }
    return initials.find(written) != std::string::npos;
  }

  /// Whether a name goes on behind a word: the Chinese may leave out given names.
  [[nodiscard]] bool goes_on(std::size_t last) const {
    if (last + 1 >= english_.words.size() || !is_capitalised(last + 1)) return false;
    const std::string_view between =
        english_text_.substr(english_.words[last].span.end,
                             english_.words[last + 1].span.begin - english_.words[last].span.end);
    return between == " " || between == "-" || between == ". ";
  }

  /// Whether the Chinese of a name stands there, without what tells its kind, by the character
  /// that stands for it in compounds, or with another character of the same sound or two.
  [[nodiscard]] bool has_chinese(Mention& mention) const {
    for (const std::uint32_t number : mention.names) {
      std::string_view chinese = store_.chinese(number);
      if (has_short_form(chinese) || has_variant(chinese)) return true;
      std::size_t at = folded_.find(chinese);
      if (at == std::string::npos && text::count_code_points(chinese) >= 3) {
        std::size_t end = chinese.size();
        if (pair::is_in(text::previous_code_point(chinese, end), kPlaceEnds)) {
          chinese = chinese.substr(0, end);
          at = folded_.find(chinese);
        }
      }
      if (at == std::string::npos || is_within_longer(chinese)) continue;
      const auto first = std::lower_bound(offsets_.begin(), offsets_.end(), at) - offsets_.begin();
      const auto last = std::lower_bound(offsets_.begin(), offsets_.end(), at + chinese.size()) -
                        offsets_.begin();
      mention.counterpart = characters_[static_cast<std::size_t>(first)].span.joined(
          characters_[static_cast<std::size_t>(last) - 1].span);
      return true;
    }
    return false;
  }

  /// Whether the only place of a Chinese name is within a longer foreign one: 门德尔 in 门德尔松.
  [[nodiscard]] bool is_within_longer(std::string_view chinese) const {
    const std::size_t at = folded_.find(chinese);
    if (folded_.find(chinese, at + 1) != std::string::npos) return false;
    const Span place = Span{at, at + chinese.size()}.shifted(chinese_.span.begin);
    return std::ranges::any_of(mentions_.chinese, [&](const Mention& mention) {
      return mention.span.contains(place) && mention.span.begin == place.begin &&
             mention.span != place && !mention.kinds.place && !mention.kinds.body &&
             is_transliteration(mention.span);
    });
  }

  /// 京 for 北京 in 京杭大运河.
  [[nodiscard]] bool has_short_form(std::string_view chinese) const {
    for (const auto& [place, characters] : kShortForms) {
      if (chinese != place) continue;
      for (const pair::Character& character : characters_) {
        if (pair::is_in(text::folded_han(character.value), characters)) return true;
      }
    }
    return false;
  }

  /// 哈弗 for 哈佛: as long, its first character the same, and one of the others in three, or half
  /// of a longer one; all of them such as foreign names are written with.
  [[nodiscard]] bool has_variant(std::string_view chinese) const {
    std::u32string wanted;
    for (std::size_t i = 0; i < chinese.size();) {
      wanted.push_back(text::next_code_point(chinese, i));
      if (!store_.transliterates(wanted.back())) return false;
    }
    const std::size_t allowed = wanted.size() >= 4 ? 2 : wanted.size() == 3 ? 1 : 0;
    for (std::size_t first = 0; first + wanted.size() <= characters_.size(); ++first) {
      if (text::folded_han(characters_[first].value) != wanted.front()) continue;
      std::size_t other = 0;
      bool foreign = true;
      for (std::size_t k = 1; k < wanted.size(); ++k) {
        const char32_t c = text::folded_han(characters_[first + k].value);
        if (c == wanted[k]) continue;
        ++other;
        foreign = foreign && store_.transliterates(c);
      }
      if (foreign && other <= allowed) return true;
    }
    return false;
  }

  /// Whether a name is spelled as its Chinese is read: then nothing else may sound like it.
  [[nodiscard]] bool is_pinyin(const Mention& mention) const {
    const std::string_view written = mention.span.in(english_text_);
    return std::any_of(mention.names.begin(), mention.names.end(), [&](std::uint32_t number) {
      return names::spells(written, store_.chinese(number));
    });
  }

  [[nodiscard]] bool is_known_otherwise(std::size_t first, std::size_t count,
                                        const Mention& mention) const {
    const bool pinyin = is_pinyin(mention);
    const double translated = mention.kinds.place ? kSurelyTranslated : kTranslated;
    for (std::size_t w = first; w < first + count; ++w) {
      if (!is_capitalised(w) || (count > 1 && is_generic(keys_[w]))) continue;
      const NameWord* word = name_word(w);
      if (word == nullptr) return true;  // an acronym or a letter: another rule's
      if (word->written || word->spelled || word->region || word->glossed) return true;
      if (word->missing < translated) return true;
      if (!pinyin && sounds(*word)) return true;
    }
    return false;
  }

  const pair::Passage& english_;
  std::span<const pair::LinkedWord> english_links_;
  std::span<const NameWord> name_words_;
  const pair::Passage& chinese_;
  std::span<const pair::LinkedWord> chinese_links_;
  const NameStore& store_;
  std::string_view english_text_;
  std::vector<pair::Character> characters_;
  std::vector<std::string> keys_;  ///< of the English words; empty for marks
  std::string english_key_;        ///< all keys with a space before and behind each
  std::vector<std::pair<std::size_t, std::size_t>> key_begins_;  ///< place in it, word
  std::string folded_;                ///< the Chinese in simplified characters
  std::vector<std::size_t> offsets_;  ///< of its characters, and its size
  /// The word that each character is of, or kNoWord.
  static constexpr std::size_t kNoWord = static_cast<std::size_t>(-1);
  std::vector<std::size_t> word_of_;
  std::vector<bool> foreign_;  ///< looks_foreign() of each character
  std::vector<KnownRun> known_runs_;
  Mentions mentions_;
};

}  // namespace

bool is_date_word(std::string_view key) {
  constexpr std::string_view kWords[] = {
      "monday",  "tuesday",   "wednesday", "thursday", "friday",   "saturday", "sunday",
      "january", "february",  "march",     "april",    "may",      "june",     "july",
      "august",  "september", "october",   "november", "december", "christmas"};
  return std::find(std::begin(kWords), std::end(kWords), key) != std::end(kWords);
}

bool is_titled(std::string_view text, Span name) {
  return text.substr(0, name.begin).ends_with("《") && text.substr(name.end).starts_with("》");
}

Mentions find_mentions(const pair::Passage& english,
                       std::span<const pair::LinkedWord> english_links,
                       std::span<const NameWord> name_words, const pair::Passage& chinese,
                       std::span<const pair::LinkedWord> chinese_links,
                       const model::NameStore* store) {
  if (store == nullptr) return {};
  return Finder(english, english_links, name_words, chinese, chinese_links, *store).run();
}

}  // namespace duizhao::check
