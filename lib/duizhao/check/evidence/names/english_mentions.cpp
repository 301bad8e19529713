#include "duizhao/check/evidence/names/english_mentions.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "duizhao/check/evidence/terms/rendering_forms.h"
#include "duizhao/names/spellings.h"
#include "duizhao/pair/missing_odds.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

using model::KnownName;

/// The lexicon knows the translations of a word of which it has so much.
constexpr float kKnownWord = 0.3F;
/// A word whose log-odds of missing are higher has most surely no translation on the other side.
constexpr double kSurelyMissing = 1;
/// Characters that tell what kind of place a name is of: 州 of 得克萨斯州.
constexpr std::u32string_view kPlaceEnds = U"省市县区州镇乡村岛郡";

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

class EnglishMentions {
 public:
  EnglishMentions(const NamedSides& sides, std::span<const Mention> chinese)
      : sides_(sides), chinese_mentions_(chinese) {}

  std::vector<Mention> run() {
    auto run = sides_.known_runs.begin();
    for (std::size_t w = 0; w < sides_.english.words.size();) {
      while (run != sides_.known_runs.end() && run->first < w) ++run;
      const std::size_t count = run != sides_.known_runs.end() && run->first == w ? run->count : 0;
      if (count > 0) {
        add_english(*run);
      } else if (sides_.is_capitalised(w)) {
        add_unknown(w);
      }
      w += std::max<std::size_t>(count, 1);
    }
    return std::move(mentions_);
  }

 private:
  /// A name by its shape: a capitalised word that is rare, or stands behind a title.
  void add_unknown(std::size_t w) {
    const NameWord* word = sides_.name_word(w);
    if (word == nullptr) add_unknown_acronym(w);
    if (word == nullptr || goes_on(w)) return;
    const bool titled = w > 0 && is_title(w - 1);
    const pair::LinkedWord& linked = sides_.english_links[w];
    // What the lexicon translates is a word rather than a name: "Duchess", "Premiership".
    const bool word_too = linked.commonness > kRareInNames || linked.known > kKnownWord;
    const bool named_before =
        w > 0 && sides_.is_capitalised(w - 1) && sides_.name_word(w - 1) != nullptr &&
        !sides_.name_word(w - 1)->initial && sides_.name_word(w - 1)->missing > kTranslated;
    if (!titled && word_too && (word->missing < kSurelyMissing || named_before)) {
      return;
    }
    Mention mention;
    mention.span = sides_.english.words[w].span;
    mention.kinds.person = titled;
    mention.weak = !titled && (word_too || word->initial);
    mention.found = is_known_otherwise(w, 1, mention);
    mentions_.push_back(std::move(mention));
  }

  /// A stretch without its possessive.
  [[nodiscard]] Span bare(Span span) const {
    return {span.begin, span.begin + without_possessive(span.in(sides_.english_text)).size()};
  }

  void add_unknown_acronym(std::size_t w) {
    Mention mention;
    mention.span = bare(sides_.english.words[w].span);
    if (!is_acronym(mention.span.in(sides_.english_text))) return;
    mention.acronym = true;
    mention.found = is_known_acronym(w);
    mentions_.push_back(std::move(mention));
  }

  /// Words that stand before the surname of a person.
  [[nodiscard]] bool is_title(std::size_t w) const {
    constexpr std::string_view kTitles[] = {
        "mr",        "mrs",       "ms",      "dr",       "sir",   "president",
        "minister",  "senator",   "sen",     "judge",    "coach", "chancellor",
        "secretary", "professor", "justice", "governor", "mayor", "chairman"};
    if (std::find(std::begin(kTitles), std::end(kTitles), sides_.keys[w]) != std::end(kTitles)) {
      return true;
    }
    return w > 0 && sides_.english.words[w].span.in(sides_.english_text) == "." && is_title(w - 1);
  }

  void add_english(const NamedSides::KnownRun& run) {
    const std::size_t first = run.first;
    const std::size_t count = run.count;
    Mention mention;
    mention.span =
        sides_.english.words[first].span.joined(sides_.english.words[first + count - 1].span);
    const std::string_view written = mention.span.in(sides_.english_text);
    mention.acronym = count == 1 && is_acronym(without_possessive(written));
    if (count == 1 && !mention.acronym && sides_.name_word(first) == nullptr) return;
    const std::string key = model::name_key(written);
    if (is_date_word(key) || key.size() < 3) return;
    mention.span = bare(mention.span);
    for (const std::uint32_t number : run.names) {
      mention.kinds.add(sides_.store.kinds(number));
      mention.names.push_back(number);
    }
    if (!mention.kinds.place && !mention.kinds.country && goes_on(first + count - 1)) return;
    mention.rendered = has_chinese(mention);
    const bool is_counterpart = std::ranges::any_of(chinese_mentions_, [&](const Mention& chinese) {
      return chinese.counterpart.overlaps(mention.span);  // "Haruki Murakami" is 村上
    });
    mention.found =
        mention.rendered || is_counterpart ||
        (mention.acronym ? is_known_acronym(first) : is_known_otherwise(first, count, mention));
    mentions_.push_back(std::move(mention));
  }

  static bool is_acronym(std::string_view word) {
    return word.size() >= 3 && word.size() <= 6 &&
           std::all_of(word.begin(), word.end(), text::is_ascii_upper);
  }

  /// Whether something of the Chinese, or of the English itself, says what an acronym is.
  [[nodiscard]] bool is_known_acronym(std::size_t w) const {
    const std::string_view written =
        without_possessive(sides_.english.words[w].span.in(sides_.english_text));
    if (sides_.chinese.text().find(written) != std::string_view::npos) return true;
    if (pair::missing_odds(sides_.english, w, sides_.english_links[w]) < kTranslated) return true;
    if (abbreviates_named(written)) return true;
    std::string initials;
    for (std::size_t other = 0; other < sides_.english.words.size(); ++other) {
      const std::string_view word = sides_.english.words[other].span.in(sides_.english_text);
      if (other != w && sides_.is_capitalised(other) && !is_acronym(word)) initials += word.front();
    }
    return initials.find(written) != std::string::npos;
  }

  /// Whether an acronym has the initials of what the Chinese names, or ends with them: ADB for
  /// 亚洲开发银行, LSU for 路易斯安那州立大学.
  [[nodiscard]] bool abbreviates_named(std::string_view acronym) const {
    const std::string letters = text::ascii_lowered(acronym);
    return std::ranges::any_of(chinese_mentions_, [&](const Mention& mention) {
      return std::ranges::any_of(mention.names, [&](std::uint32_t number) {
        const KnownName name = sides_.store.name(number);
        return std::any_of(name.english.begin(), name.english.end(), [&](std::string_view english) {
          const std::string initials = initials_of(english);
          return initials.size() >= 2 && letters.ends_with(initials);
        });
      });
    });
  }

  /// Whether a name goes on behind a word: the Chinese may leave out given names.
  [[nodiscard]] bool goes_on(std::size_t last) const {
    if (last + 1 >= sides_.english.words.size() || !sides_.is_capitalised(last + 1)) return false;
    const std::string_view between = sides_.english_text.substr(
        sides_.english.words[last].span.end,
        sides_.english.words[last + 1].span.begin - sides_.english.words[last].span.end);
    return between == " " || between == "-" || between == ". ";
  }

  /// Whether the Chinese of a name stands there, without what tells its kind, by the character
  /// that stands for it in compounds, or with another character of the same sound or two.
  [[nodiscard]] bool has_chinese(Mention& mention) const {
    for (const std::uint32_t number : mention.names) {
      std::string_view chinese = sides_.store.chinese(number);
      if (has_short_form(chinese) || has_variant(chinese)) return true;
      std::size_t at = sides_.folded.find(chinese);
      if (at == std::string::npos && text::count_code_points(chinese) >= 3) {
        std::size_t end = chinese.size();
        if (pair::is_in(text::previous_code_point(chinese, end), kPlaceEnds)) {
          chinese = chinese.substr(0, end);
          at = sides_.folded.find(chinese);
        }
      }
      if (at == std::string::npos || is_within_longer(chinese)) continue;
      const auto first = std::lower_bound(sides_.offsets.begin(), sides_.offsets.end(), at) -
                         sides_.offsets.begin();
      const auto last =
          std::lower_bound(sides_.offsets.begin(), sides_.offsets.end(), at + chinese.size()) -
          sides_.offsets.begin();
      mention.counterpart = sides_.characters[static_cast<std::size_t>(first)].span.joined(
          sides_.characters[static_cast<std::size_t>(last) - 1].span);
      return true;
    }
    return false;
  }

  /// Whether the only place of a Chinese name is within a longer foreign one: 门德尔 in 门德尔松.
  [[nodiscard]] bool is_within_longer(std::string_view chinese) const {
    const std::size_t at = sides_.folded.find(chinese);
    if (sides_.folded.find(chinese, at + 1) != std::string::npos) return false;
    const Span place = Span{at, at + chinese.size()}.shifted(sides_.chinese.span.begin);
    return std::ranges::any_of(chinese_mentions_, [&](const Mention& mention) {
      return mention.span.contains(place) && mention.span.begin == place.begin &&
             mention.span != place && !mention.kinds.place && !mention.kinds.body &&
             sides_.is_transliteration(mention.span);
    });
  }

  /// 京 for 北京 in 京杭大运河.
  [[nodiscard]] bool has_short_form(std::string_view chinese) const {
    for (const auto& [place, characters] : kShortForms) {
      if (chinese != place) continue;
      for (const pair::Character& character : sides_.characters) {
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
      if (!sides_.store.transliterates(wanted.back())) return false;
    }
    const std::size_t allowed = wanted.size() >= 4 ? 2 : wanted.size() == 3 ? 1 : 0;
    for (std::size_t first = 0; first + wanted.size() <= sides_.characters.size(); ++first) {
      if (text::folded_han(sides_.characters[first].value) != wanted.front()) continue;
      std::size_t other = 0;
      bool foreign = true;
      for (std::size_t k = 1; k < wanted.size(); ++k) {
        const char32_t c = text::folded_han(sides_.characters[first + k].value);
        if (c == wanted[k]) continue;
        ++other;
        foreign = foreign && sides_.store.transliterates(c);
      }
      const Span variant =
          sides_.characters[first].span.joined(sides_.characters[first + wanted.size() - 1].span);
      // 达尔顿, whom dictionaries have as Dalton, is no 达尔文.
      const bool known = other > 0 && sides_.store.number_of(sides_.folded_at(variant));
      if (foreign && other <= allowed && !known) return true;
    }
    return false;
  }

  /// Whether a name is spelled as its Chinese is read: then nothing else may sound like it.
  [[nodiscard]] bool is_pinyin(const Mention& mention) const {
    const std::string_view written = mention.span.in(sides_.english_text);
    return std::any_of(mention.names.begin(), mention.names.end(), [&](std::uint32_t number) {
      return names::spells(written, sides_.store.chinese(number));
    });
  }

  [[nodiscard]] bool is_known_otherwise(std::size_t first, std::size_t count,
                                        const Mention& mention) const {
    const bool pinyin = is_pinyin(mention);
    const double translated = mention.kinds.place ? kSurelyTranslated : kTranslated;
    for (std::size_t w = first; w < first + count; ++w) {
      if (!sides_.is_capitalised(w) || (count > 1 && is_generic(sides_.keys[w]))) continue;
      const NameWord* word = sides_.name_word(w);
      if (word == nullptr) return true;  // an acronym or a letter: another rule's
      if (word->written || word->spelled || word->region || word->glossed) return true;
      if (word->missing < translated) return true;
      if (!pinyin && sides_.sounds(*word)) return true;
    }
    return false;
  }

  const NamedSides& sides_;
  std::span<const Mention> chinese_mentions_;
  std::vector<Mention> mentions_;
};

}  // namespace

std::vector<Mention> english_mentions(const NamedSides& sides, std::span<const Mention> chinese) {
  return EnglishMentions(sides, chinese).run();
}

}  // namespace duizhao::check
