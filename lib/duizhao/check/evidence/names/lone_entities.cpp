#include "duizhao/check/evidence/names/lone_entities.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "duizhao/check/evidence/names/another_name.h"
#include "duizhao/check/evidence/names/name_kinds.h"
#include "duizhao/check/evidence/names/region_table.h"
#include "duizhao/check/evidence/names/usual_rendering.h"
#include "duizhao/model/name_store.h"
#include "duizhao/names/consonants.h"
#include "duizhao/names/sound.h"
#include "duizhao/names/spellings.h"
#include "duizhao/pair/missing_odds.h"
#include "duizhao/pair/resources.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// A translation that has less of the words of the other version is free, a summary or none.
constexpr double kLeastExplained = 0.45;
/// More names than these that nothing stands for, and the two texts don't tell of the same.
constexpr std::size_t kMostLone = 3;
/// A name in English that nothing tells the kind of has so many letters at least.
constexpr std::size_t kLeastLetters = 4;
/// Names of the store that share a rendering, at most, unless it is pinyin.
constexpr std::size_t kMostNames = 3;
/// Characters of a name that nothing tells the kind of, at least.
constexpr std::size_t kLeastForeign = 3;
/// The same of one that only its shape makes a name.
constexpr std::size_t kLeastShaped = 4;
/// The words of a name say so much for its having no counterpart, in nats.
constexpr double kLeastMissing = 0.5;
/// The same of a name that is known, and is no word besides.
constexpr double kLeastOfSure = -1;
/// A word whose log-odds of missing are lower is translated by something.
constexpr double kTranslated = -1;
/// What a body is by its last word is missing, in nats.
constexpr double kMissingHead = 1;
/// What stands further away, by its share of its side, is not in the place of a name.
constexpr double kMostApart = 0.3;
/// A word whose log-odds of missing are lower is accounted for by something.
constexpr double kOpen = 0.3;
/// What sounds at least so much like a name may be it.
constexpr double kSounds = 0.45;
/// English words that are commoner are part of names rather than names: "Department".
constexpr float kCommon = 3e-5F;
/// How sure it is that what stands in the place of a name is another.
constexpr double kByPlace = 0.5;
/// The lexicon knows the translations of a word of which it has so much.
constexpr float kKnownWord = 0.3F;
/// What sounds so like a name, and agrees in its consonants, may be it.
constexpr double kAlike = 0.7;

/// Capitals that news says for their governments.
struct Capital {
  std::string_view chinese;
  std::string_view country;
};
constexpr Capital kCapitals[] = {
    {"北京", "CN"},   {"华盛顿", "US"}, {"莫斯科", "RU"}, {"伦敦", "GB"},   {"东京", "JP"},
    {"首尔", "KR"},   {"平壤", "KP"},   {"巴黎", "FR"},   {"柏林", "DE"},   {"雅典", "GR"},
    {"德黑兰", "IR"}, {"基辅", "UA"},   {"台北", "TW"},   {"新德里", "IN"}, {"堪培拉", "AU"},
    {"渥太华", "CA"}, {"安卡拉", "TR"}, {"罗马", "IT"},   {"马德里", "ES"}, {"利雅得", "SA"}};

class LoneEntities {
 public:
  LoneEntities(const BeadContext& context, std::span<const NameWord> words,
               const Mentions& mentions, std::vector<Finding>& findings)
      : context_(context), words_(words), mentions_(mentions), findings_(findings) {}

  void run() {
    std::vector<const Mention*> lone;
    for (const Mention& mention : mentions_.chinese) {
      if (!mention.found && !is_before_its_place(mention) && is_sure_chinese(mention)) {
        add(mention, context_.chinese(), lone);
      }
    }
    for (const Mention& mention : mentions_.english) {
      if (!mention.found && is_sure_english(mention)) add(mention, context_.english(), lone);
    }
    // Chinese says names where English has pronouns, or "the country"; a newspaper in 《》 is none.
    const bool chinese_source = context_.source.language == Language::kChinese;
    if (!chinese_source) {
      std::erase_if(lone, [&](const Mention* mention) {
        return is_of(mentions_.chinese, mention) &&
               !(is_titled_body(*mention) && !is_called_in_short(*mention));
      });
    }
    if (lone.empty() || lone.size() > kMostLone) return;
    if (pair::share_explained(context_.english(), context_.english_links()) < kLeastExplained)
      return;
    for (const Mention* mention : lone) {
      report(*mention, is_of(mentions_.chinese, mention) ? context_.chinese() : context_.english());
    }
  }

 private:
  /// Adds a name once.
  static void add(const Mention& mention, const pair::Passage& passage,
                  std::vector<const Mention*>& lone) {
    const std::string_view text = passage.document->text;
    const bool there = std::any_of(lone.begin(), lone.end(), [&](const Mention* other) {
      return other->span.end <= text.size() && other->span.in(text) == mention.span.in(text);
    });
    if (!there) lone.push_back(&mention);
  }

  static bool is_of(const std::vector<Mention>& mentions, const Mention* mention) {
    return std::any_of(mentions.begin(), mentions.end(),
                       [&](const Mention& other) { return &other == mention; });
  }

  [[nodiscard]] bool is_sure_chinese(const Mention& mention) const {
    // What only its shape makes a name is one too seldom, unless it speaks or is long.
    const bool shaped = mention.names.empty() && !mention.chinese_person;
    const std::string_view written = mention.span.in(context_.chinese().document->text);
    const std::vector<facts::Fact>& facts = context_.chinese().facts;  // 加元, 民国三年
    if (std::any_of(facts.begin(), facts.end(),
                    [&](const facts::Fact& fact) { return fact.span.overlaps(mention.span); })) {
      return false;
    }
    if (shaped && !mention.speaks && text::count_code_points(written) < kLeastShaped) return false;
    if (written == "民国" || written == "民國") return false;  // an era
    if (is_any_water(mention, written)) return false;
    if (is_event(written) || is_of_body(mention) || is_in_acronym(mention)) return false;
    // Words of a body may be translated where its name is not: "North Exchange" for 北交所.
    const bool sure = mention.chinese_person || (!mention.kinds.unknown() && !mention.pinyin);
    if (!mention.kinds.listed &&
        missing_odds_of(mention.span) < (sure ? kLeastOfSure : kLeastMissing)) {
      return false;
    }
    if (is_team(mention) || is_alike_somewhere(mention)) return false;
    if (names_capital_of_named(mention, context_.english())) return false;
    if (text::count_code_points(written) == 2 &&
        (is_two_words(mention) || (mention.pinyin && !is_word_for(mention)))) {
      return false;
    }
    return !mention.kinds.unknown() || mention.speaks || is_place(mention) ||
           text::count_code_points(written) >= kLeastForeign;
  }

  /// A body all of whose names are known, and all that 《》 hold: 《卫报》.
  [[nodiscard]] bool is_titled_body(const Mention& mention) const {
    return mention.kinds.listed && is_titled(context_.chinese().document->text, mention.span);
  }

  /// The key of a name, so that whole words are found in it.
  static std::string in_spaces(std::string_view name) {
    std::string key(1, ' ');
    key += model::name_key(name);
    key += ' ';
    return key;
  }

  /// Whether the English has a word of what a known name is called: "the Times" for 纽约时报.
  [[nodiscard]] bool is_called_in_short(const Mention& mention) const {
    return std::ranges::any_of(mention.names, [&](std::uint32_t number) {
      const model::KnownName name = context_.resources.names->name(number);
      return std::ranges::any_of(name.english, [&](std::string_view rendering) {
        const std::string called = in_spaces(rendering);
        return std::ranges::any_of(words_, [&](const NameWord& word) {
          return word.stem.size() >= kLeastLetters &&
                 called.find(in_spaces(word.stem)) != std::string::npos;
        });
      });
    });
  }

  /// 池水 is water in a pool sooner than the river of that name.
  [[nodiscard]] bool is_any_water(const Mention& mention, std::string_view written) const {
    return !mention.names.empty() && written.ends_with("水") &&
           context_.resources.names->name(mention.names.front()).english.front().ends_with("River");
  }

  /// Whether the lexicon has a place of two characters as a word for it: 四川, where 池水 is water
  /// in a pool, and 上都 may be two words.
  [[nodiscard]] bool is_word_for(const Mention& mention) const {
    const model::Lexicon& lexicon = *context_.resources.lexicon;
    for (const model::Word& word : context_.chinese().words) {
      if (word.span != mention.span || word.id == model::kUnknownWord) continue;
      const model::KnownName name = context_.resources.names->name(mention.names.front());
      const std::string key = model::name_key(name.english.front());
      const std::string_view first = std::string_view(key).substr(0, key.find(' '));
      const auto& translations = lexicon.translations(Language::kChinese, word.id);
      return std::any_of(translations.begin(), translations.end(), [&](const auto& translation) {
        const std::string_view form = lexicon.form(Language::kEnglish, translation.id);
        return form == first || (form.size() >= kLeastLetters && first.starts_with(form));
      });
    }
    return false;
  }

  /// Whether the words of the text part a name: 乐|之 of 好乐之者.
  [[nodiscard]] bool is_two_words(const Mention& mention) const {
    return !mention.chinese_person && !mention.speaks &&
           std::ranges::any_of(context_.chinese().words, [&](const model::Word& word) {
             return word.span.begin < mention.span.end && word.span.end < mention.span.end &&
                    word.span.end > mention.span.begin;
           });
  }

  [[nodiscard]] std::string_view behind(const Mention& mention) const {
    return std::string_view(context_.chinese().document->text).substr(mention.span.end);
  }

  /// Whether the English has a name, or capitals, of which the Chinese has nothing.
  [[nodiscard]] bool has_open_name() const {
    const bool open_word = std::any_of(words_.begin(), words_.end(), [](const NameWord& word) {
      return !word.written && !word.spelled && !word.region && !word.initial && word.missing > 0;
    });
    return open_word || has_open_capitals({});
  }

  /// Whether the English has a word of capitals, with a letter if one is given, that the Chinese
  /// lacks.
  [[nodiscard]] bool has_open_capitals(std::string_view letter) const {
    const pair::Passage& english = context_.english();
    const std::string_view chinese = context_.chinese().text();
    return std::any_of(english.words.begin(), english.words.end(), [&](const model::Word& word) {
      const std::string_view written = word.span.in(english.document->text);
      return written.size() >= 2 + letter.size() &&
             chinese.find(written) == std::string_view::npos &&
             written.find(letter) != std::string_view::npos &&
             std::all_of(written.begin(), written.end(), text::is_ascii_upper);
    });
  }

  /// Whether a letter of an acronym may stand for a place, or what is called after it: 上海 in
  /// SFTZ.
  [[nodiscard]] bool is_in_acronym(const Mention& mention) const {
    if (mention.names.empty() || mention.kinds.person) return false;
    const model::KnownName name = context_.resources.names->name(mention.names.front());
    return has_open_capitals(name.english.front().substr(0, 1));
  }

  /// What stands behind it says that it is a place: 帕拉州.
  [[nodiscard]] bool is_place(const Mention& mention) const {
    constexpr std::string_view kPlaces[] = {"州", "省", "市", "县", "縣", "镇", "鎮", "岛", "島"};
    return std::any_of(std::begin(kPlaces), std::end(kPlaces),
                       [&](std::string_view place) { return behind(mention).starts_with(place); });
  }

  /// 英国队: GB, or whatever its players are called.
  [[nodiscard]] bool is_team(const Mention& mention) const {
    return behind(mention).starts_with("队") || behind(mention).starts_with("隊");
  }

  /// 伦敦奥运会 is "London 2012".
  static bool is_event(std::string_view written) {
    constexpr std::string_view kEvents[] = {"奥运会", "奧運會", "世界杯", "世界盃", "亚运会",
                                            "亞運會", "冬奥会", "冬奧會", "锦标赛", "錦標賽"};
    return std::find(std::begin(kEvents), std::end(kEvents), written) != std::end(kEvents);
  }

  /// Whether a country or a place only says whose office or body it is that is named behind it:
  /// 英国医学协会 is "the BMA", 土耳其总统埃尔多安 "President Erdogan", 旧金山警察局 the police.
  /// Not where nothing stands for that either, nor any name by which it may be called: "RBS".
  [[nodiscard]] bool is_of_body(const Mention& mention) const {
    constexpr std::string_view kHeads[] = {
        "总统",   "總統",   "总理",   "總理",   "首相",   "国王",   "國王",   "女王",
        "外长",   "外長",   "大臣",   "政府",   "当局",   "當局",   "国会",   "國會",
        "议会",   "議會",   "警方",   "警察",   "军方",   "軍方",   "国旗",   "國旗",
        "协会",   "協會",   "学会",   "學會",   "委员",   "委員",   "银行",   "銀行",
        "大学",   "大學",   "法院",   "公司",   "集团",   "集團",   "医院",   "醫院",
        "联盟",   "聯盟",   "体系",   "體系",   "力量",   "部队",   "部隊",   "研究院",
        "研究所", "财政部", "財政部", "国防部", "國防部", "外交部", "卫生部", "衛生部",
        "管理局", "国税局", "國稅局", "代表队", "代表隊", "三人组", "车队",   "車隊"};
    constexpr std::size_t kReach = 36;  // bytes
    if (mention.chinese_person || mention.kinds.body) return false;
    const std::string_view rest = behind(mention);
    for (std::size_t i = 0; i < std::min(kReach, rest.size());) {
      const std::string_view here = rest.substr(i);
      const auto* head = std::find_if(std::begin(kHeads), std::end(kHeads),
                                      [&](std::string_view one) { return here.starts_with(one); });
      if (head != std::end(kHeads)) {
        if (head->ends_with("队") || head->ends_with("隊")) return true;
        const std::size_t begin = mention.span.end + i;
        return missing_odds_of({begin, begin + head->size()}) < kMissingHead || has_open_name();
      }
      const char32_t c = text::next_code_point(rest, i);
      if (!text::is_han(c) || c == U'的') return false;
    }
    return false;
  }

  /// 中国香港 is "Hong Kong", 英国伦敦 "London": a country right before a place of it that the
  /// English names.
  [[nodiscard]] bool is_before_its_place(const Mention& mention) const {
    return mention.kinds.country &&
           std::any_of(mentions_.chinese.begin(), mentions_.chinese.end(),
                       [&](const Mention& place) {
                         return place.span.begin == mention.span.end &&
                                (place.kinds.place || place.kinds.country) &&
                                missing_odds_of(place.span) < kMissingHead;
                       });
  }

  /// Whether a person may be the "he" or "her" of the English, for which the Chinese has no word.
  [[nodiscard]] bool is_said_by_pronoun(const Mention& mention) const {
    if (mention.kinds.place || mention.kinds.country || mention.kinds.body) return false;
    const bool owns = behind(mention).starts_with("的");
    constexpr std::string_view kPronouns[] = {"he", "she", "him", "who", "her", "his", "whose"};
    const std::size_t count = std::size(kPronouns) - (owns ? 0 : 2);
    const pair::Passage& english = context_.english();
    const auto pronouns =
        std::count_if(english.words.begin(), english.words.end(), [&](const model::Word& word) {
          const std::string form = text::ascii_lowered(word.span.in(english.document->text));
          return std::find(kPronouns, kPronouns + count, form) != kPronouns + count;
        });
    const std::string_view chinese = context_.chinese().text();
    std::ptrdiff_t said = 0;
    for (std::size_t i = 0; i < chinese.size();) {
      const char32_t c = text::next_code_point(chinese, i);
      said += c == U'他' || c == U'她' || c == U'谁' || c == U'誰' ? 1 : 0;
    }
    return pronouns > said;
  }

  /// Whether an English word may be a strange transliteration of a name: 拜尔斯 for "Biles".
  [[nodiscard]] bool is_alike_somewhere(const Mention& mention) const {
    if (mention.kinds.body || mention.kinds.country || mention.pinyin) return false;
    const std::string_view written = mention.span.in(context_.chinese().document->text);
    const names::SoundedText sounded(written);
    return std::any_of(words_.begin(), words_.end(), [&](const NameWord& word) {
      if (word.missing < kTranslated || word.region || is_of_rendered(word)) return false;
      const std::string_view latin = word.span.in(context_.english().document->text);
      return std::max(0.0, names::find_sound(latin, sounded).share()) +
                 names::consonants_alike(latin, written) >=
             kAlike;
    });
  }

  /// Whether a word is of a longer name that the Chinese has: the "Rio" of "Rio de Janeiro".
  [[nodiscard]] bool is_of_rendered(const NameWord& word) const {
    return std::ranges::any_of(mentions_.english, [&](const Mention& other) {
      return other.rendered && other.span != word.span && other.span.overlaps(word.span);
    });
  }

  /// How much the lexicon says that nothing stands for a stretch of Chinese, in nats.
  [[nodiscard]] double missing_odds_of(Span span) const {
    return pair::missing_odds(context_.chinese(), span, context_.chinese_links());
  }

  [[nodiscard]] bool is_sure_english(const Mention& mention) const {
    if (mention.acronym) return is_agency(mention);
    if (mention.weak || mention.span.size() < kLeastLetters) return false;
    if (mention.names.empty() || mention.kinds.unknown()) return false;
    if (is_made_of_words(mention) || is_adjective(mention)) return false;
    const bool surely = is_known_surely(mention, context_.english());
    if (!surely && (is_part_of_name(mention) || is_alike_in_chinese(mention))) return false;
    if (names_capital_of_named(mention, context_.chinese())) return false;
    if (shares_abbreviation(mention)) return false;
    // What many names have in common is a word: "English", of 英国管 and others.
    return surely || mention.names.size() <= kMostNames;
  }

  /// Whether a place and another one are called by one character each: 京广线, 哈大高铁, 广深两地.
  [[nodiscard]] bool shares_abbreviation(const Mention& mention) const {
    const auto is_place = [](const model::NameKinds& kinds) {
      return kinds.place && !kinds.body && !kinds.country;
    };
    if (!is_place(mention.kinds)) return false;
    const std::string_view chinese = context_.chinese().text();
    const auto first_two = [&](std::uint32_t number) {
      const std::string_view name = context_.resources.names->name(number).chinese;
      std::size_t at = 0;
      const char32_t first = text::next_code_point(name, at);
      return std::pair(first, at < name.size() ? text::next_code_point(name, at) : U'\0');
    };
    const auto stands_in_full = [&](std::uint32_t number) {
      const auto [first, second] = first_two(number);
      return has_pair(chinese, first, second);
    };
    const auto stand_together = [&](std::uint32_t own, std::uint32_t others) {
      const char32_t character = first_two(own).first;
      const auto [first, second] = first_two(others);
      return std::ranges::any_of(std::array{first, second}, [&](char32_t other) {
        return has_pair(chinese, character, other) || has_pair(chinese, other, character);
      });
    };
    return std::ranges::any_of(mentions_.english, [&](const Mention& other) {
      return is_place(other.kinds) && other.span != mention.span &&
             std::ranges::none_of(other.names, stands_in_full) &&
             std::ranges::any_of(mention.names, [&](std::uint32_t own) {
               return std::ranges::any_of(
                   other.names, [&](std::uint32_t others) { return stand_together(own, others); });
             });
    });
  }

  /// Whether an acronym is that of one body, of whose Chinese nothing stands there: CNN. Whose
  /// party it is, a text may add: "the CPC committee" for 委员会.
  [[nodiscard]] bool is_agency(const Mention& mention) const {
    if (mention.names.empty() || context_.target.language != Language::kEnglish) return false;
    const std::string_view acronym = mention.span.in(context_.english().document->text);
    return std::all_of(mention.names.begin(), mention.names.end(), [&](std::uint32_t number) {
      const model::KnownName name = context_.resources.names->name(number);
      if (std::ranges::find(name.besides, acronym) != name.besides.end()) return false;
      const model::NameKinds& kinds = name.kinds;
      // 美联储 has two of the characters in a row that 美国联邦储备委员会 has.
      return kinds.body && !kinds.country && !kinds.place && !kinds.person && !has_two_of(number);
    });
  }

  /// Whether two characters stand beside each other, in either script.
  static bool has_pair(std::string_view chinese, char32_t first, char32_t second) {
    char32_t before = 0;
    for (std::size_t i = 0; i < chinese.size();) {
      const char32_t c = text::folded_han(text::next_code_point(chinese, i));
      if (before == first && c == second) return true;
      before = c;
    }
    return false;
  }

  /// Whether capitals stand beside a place: "Kempinski Bristol", "Europa League", "Gloucester Road"
  /// are other names, which the Chinese has in its own way.
  [[nodiscard]] bool is_part_of_name(const Mention& mention) const {
    if (!mention.kinds.place) return false;
    const std::vector<model::Word>& words = context_.english().words;
    const std::string_view text = context_.english().document->text;
    const auto is_capital = [&](std::size_t w) {
      return words[w].kind == text::TokenKind::kWord &&
             text::is_ascii_upper(text[words[w].span.begin]);
    };
    for (std::size_t w = 0; w < words.size(); ++w) {
      if (w > 0 && words[w].span.begin == mention.span.begin && is_capital(w - 1)) {
        const std::size_t before = words[w - 1].span.end;
        const bool begins = w == 1;
        if (!begins && mention.span.begin - before <= 1) return true;
      }
      if (w + 1 < words.size() && words[w].span.end == mention.span.end && is_capital(w + 1) &&
          words[w + 1].span.begin - mention.span.end <= 1) {
        return true;
      }
    }
    return false;
  }

  /// "Welsh", "Dane": what the store has for them are peoples and languages.
  [[nodiscard]] bool is_adjective(const Mention& mention) const {
    constexpr std::string_view kEnds[] = {"人", "语", "文", "族", "裔"};
    return std::all_of(mention.names.begin(), mention.names.end(), [&](std::uint32_t number) {
      const std::string_view chinese = context_.resources.names->name(number).chinese;
      return std::any_of(std::begin(kEnds), std::end(kEnds),
                         [&](std::string_view end) { return chinese.ends_with(end); });
    });
  }

  /// Whether something in the Chinese may be a transliteration of an English name that the store
  /// has otherwise: 艾爾多安 for "Erdogan", whom it knows as 埃尔多安.
  [[nodiscard]] bool is_alike_in_chinese(const Mention& mention) const {
    const std::string_view chinese = context_.chinese().document->text;
    return std::any_of(words_.begin(), words_.end(), [&](const NameWord& word) {
      if (!mention.span.overlaps(word.span) || word.sound().span.empty()) return false;
      return std::max(0.0, word.sound().share()) +
                 names::consonants_alike(word.stem, word.sound().span.in(chinese)) >=
             kAlike;
    });
  }

  /// "Monetary Authority": a body that is called by words, for which the Chinese may have others.
  [[nodiscard]] bool is_made_of_words(const Mention& mention) const {
    constexpr float kWord = 5e-6F;
    if (mention.kinds.place || mention.kinds.country || mention.kinds.person) return false;
    const std::vector<model::Word>& words = context_.english().words;
    bool several = false;
    for (std::size_t w = 0; w < words.size(); ++w) {
      if (!mention.span.contains(words[w].span) || words[w].kind != text::TokenKind::kWord) {
        continue;
      }
      if (context_.english_links()[w].commonness < kWord) return false;
      several = several || words[w].span != mention.span;
    }
    return several;
  }

  /// Whether a capital stands for its country, which the other version names: "Beijing" for 中方.
  [[nodiscard]] bool names_capital_of_named(const Mention& mention,
                                            const pair::Passage& other) const {
    if (!mention.kinds.place || mention.names.empty()) return false;
    const RegionTable& table = region_table();
    return std::any_of(std::begin(kCapitals), std::end(kCapitals), [&](const Capital& capital) {
      const bool is_it =
          std::any_of(mention.names.begin(), mention.names.end(), [&](std::uint32_t number) {
            return context_.resources.names->name(number).chinese == capital.chinese;
          });
      if (!is_it) return false;
      const auto region =
          std::find_if(table.regions.begin(), table.regions.end(),
                       [&](const names::Region& one) { return one.code == capital.country; });
      if (region == table.regions.end()) return false;
      const std::vector<std::string>& called =
          other.language == Language::kChinese ? region->chinese : region->english;
      const std::string_view text = other.text();
      return std::any_of(called.begin(), called.end(),
                         [&](const std::string& name) {
                           return text.find(name) != std::string_view::npos;
                         }) ||
             (other.language == Language::kChinese && has_short_form(text, *region));
    });
  }

  /// Whether the Chinese of an English name is beyond doubt: a place that is spelled as it is read,
  /// or a body and nothing else.
  [[nodiscard]] bool is_known_surely(const Mention& mention, const pair::Passage& passage) const {
    if (passage.language != Language::kEnglish) return false;
    const model::NameStore& store = *context_.resources.names;
    if (!mention.kinds.place) {
      // Of several words there are short forms: 浦发银行, 团县委.
      const std::string_view name = mention.span.in(passage.document->text);
      if (name.find(' ') != std::string_view::npos) return false;
      return std::all_of(mention.names.begin(), mention.names.end(), [&](std::uint32_t number) {
        const model::NameKinds kinds = store.name(number).kinds;
        return kinds.body && !kinds.person && !kinds.country;
      });
    }
    if (says_province()) return false;
    const std::string_view written = mention.span.in(passage.document->text);
    return std::any_of(mention.names.begin(), mention.names.end(), [&](std::uint32_t number) {
      return names::spells(written, store.name(number).chinese);
    });
  }

  /// Whether a name is that of one known person in full, of whose Chinese nothing stands there.
  [[nodiscard]] bool is_full_name(const Mention& mention, const pair::Passage& passage) const {
    if (passage.language != Language::kEnglish || mention.names.size() != 1) return false;
    const std::string_view written = mention.span.in(passage.document->text);
    return mention.kinds.person && !mention.kinds.place && !mention.kinds.body &&
           written.find(' ') != std::string_view::npos && !has_two_of(mention.names.front());
  }

  /// Whether two characters in a row of a known name stand in the Chinese.
  [[nodiscard]] bool has_two_of(std::uint32_t number) const {
    const std::string_view name = context_.resources.names->chinese(number);
    char32_t before = 0;
    for (std::size_t at = 0; at < name.size();) {
      const char32_t c = text::next_code_point(name, at);
      if (before != 0 && has_pair(context_.chinese().text(), before, c)) return true;
      before = c;
    }
    return false;
  }

  /// Whether the Chinese says "the whole province" or the like, which English may name.
  [[nodiscard]] bool says_province() const {
    constexpr std::string_view kWords[] = {"全省", "本省", "我省", "该省", "該省", "省内", "省內",
                                           "全市", "本市", "我市", "该市", "該市", "市内", "市內"};
    const std::string_view text = context_.chinese().text();
    return std::any_of(std::begin(kWords), std::end(kWords), [&](std::string_view word) {
      return text.find(word) != std::string_view::npos;
    });
  }

  /// Whether a finding is about a name, here or where else it stands.
  [[nodiscard]] bool is_told(const Mention& mention, const pair::Passage& passage,
                             bool in_source) const {
    const std::string_view text = passage.document->text;
    return is_told(mention.span, in_source) ||
           std::any_of(findings_.begin(), findings_.end(), [&](const Finding& other) {
             const auto& place = in_source ? other.source : other.target;
             return other.rule == "name" && place && place->in(text) == mention.span.in(text);
           });
  }

  [[nodiscard]] bool is_told(Span span, bool in_source) const {
    return std::any_of(findings_.begin(), findings_.end(), [&](const Finding& other) {
      const auto& place = in_source ? other.source : other.target;
      return place && place->overlaps(span);
    });
  }

  // --- What stands in the place of a person or a body ------------------------------------------

  static double share_before(Span span, const pair::Passage& passage) {
    return static_cast<double>(span.begin - passage.span.begin) /
           static_cast<double>(std::max<std::size_t>(passage.span.size(), 1));
  }

  /// Whether nothing of the Chinese accounts for an English word.
  [[nodiscard]] bool is_open(const NameWord& word) const {
    return context_.english_links()[word.word].commonness < kCommon && !word.written &&
           !word.spelled && !word.region && !word.glossed && !word.initial &&
           word.missing > kOpen && word.sound().share() < kSounds;
  }

  /// Whether all characters are such as foreign names are written with.
  [[nodiscard]] bool is_transliteration(const Mention& mention) const {
    const std::string_view written = mention.span.in(context_.chinese().document->text);
    return context_.resources.names->is_transliterated(text::folded_han(written));
  }

  /// The run of English names that nothing accounts for, where a Chinese person or body should be:
  /// "Juan Mena" for 蔡美娜.
  [[nodiscard]] std::optional<Span> in_place_of(const Mention& mention,
                                                const pair::Passage& passage) const {
    const bool body = mention.kinds.body && !mention.kinds.country && !mention.kinds.place;
    if (passage.language != Language::kChinese || (!mention.chinese_person && !body)) {
      return std::nullopt;
    }
    if (mention.chinese_person && is_transliteration(mention)) return std::nullopt;  // 雷布尔
    if (mention.kinds.listed) {
      if (const auto alike = run_sounding_like(mention)) return alike;
      if (is_headline()) return std::nullopt;
      const auto calque = nearest_run(
          mention, [&](const NameWord& word) { return is_unclaimed(word); },
          [&](const NameWord& word) { return !translates_other(word, mention); });
      if (calque) return calque;
    }
    const auto is_open_word = [&](const NameWord& word) { return is_open(word); };
    return nearest_run(mention, is_open_word, is_open_word);
  }

  /// The run of English words that `may_be`, one of them `tells`, and that stands nearest to where
  /// the name should.
  template <typename MayBe, typename Tells>
  [[nodiscard]] std::optional<Span> nearest_run(const Mention& mention, MayBe&& may_be,
                                                Tells&& tells) const {
    const std::string_view english = context_.english().document->text;
    const double wanted = share_before(mention.span, context_.chinese());
    std::optional<Span> best;
    std::optional<Span> last;
    std::size_t runs = 0;
    double nearest = kMostApart;
    for (std::size_t w = 0; w < words_.size(); ++w) {
      if (!may_be(words_[w])) continue;
      Span run = words_[w].span;
      bool told = tells(words_[w]);
      while (w + 1 < words_.size() && may_be(words_[w + 1]) &&
             joins(english.substr(run.end, words_[w + 1].span.begin - run.end))) {
        run.end = words_[++w].span.end;
        told = told || tells(words_[w]);
      }
      if (!told) continue;
      if (is_told(run, context_.source.language == Language::kEnglish)) continue;
      ++runs;
      last = run;
      const double apart = std::abs(share_before(run, context_.english()) - wanted);
      if (apart >= nearest) continue;
      nearest = apart;
      best = run;
    }
    // The languages order their sentences otherwise: where there is but one, it may stand anywhere.
    return mention.kinds.listed && runs == 1 ? last : best;
  }

  /// The English word that sounds like a name most: "Asma" for 阿斯麦.
  [[nodiscard]] std::optional<Span> run_sounding_like(const Mention& mention) const {
    const NameWord* best = nullptr;
    for (const NameWord& word : words_) {
      if (word.written || is_country(word) || !word.sound().span.overlaps(mention.span)) continue;
      if (best == nullptr || word.sound().share() > best->sound().share()) best = &word;
    }
    if (best == nullptr) return std::nullopt;
    return best->span;
  }

  /// Whether what stands between two words makes one name of them.
  static bool joins(std::string_view between) {
    return between == " " || between == " of " || between == " and " || between == " for ";
  }

  /// Whether a capitalised word may be of a body's name in the words of its Chinese: no sentence
  /// begins with it, and no other name has it.
  [[nodiscard]] bool is_unclaimed(const NameWord& word) const {
    const bool sounds = (word.spelled || word.sound().share() >= kSounds) &&
                        context_.english_links()[word.word].known < kKnownWord;
    return !word.initial && !word.written && !word.glossed && !sounds && !is_country(word) &&
           std::ranges::none_of(
               context_.english().facts,  // "June 2016"
               [&](const facts::Fact& fact) { return fact.span.overlaps(word.span); }) &&
           std::ranges::none_of(mentions_.english,
                                [&](const Mention& other) {
                                  return other.rendered && other.span.overlaps(word.span);
                                }) &&
           std::ranges::none_of(mentions_.chinese, [&](const Mention& other) {
             return !other.counterpart.empty() && other.counterpart.begin < word.span.end &&
                    word.span.begin <= other.counterpart.end + 1;
           });
  }

  [[nodiscard]] bool is_country(const NameWord& word) const {
    return word.region ||
           !region_table()
                .glossary.find(word.stem, Language::kEnglish, terms::Case::kRespected)
                .empty();
  }

  /// Whether a word is translated by what is not of a name.
  [[nodiscard]] bool translates_other(const NameWord& word, const Mention& name) const {
    const std::span<const pair::Link> links = context_.english_links()[word.word].links;
    return word.missing < kOpen && !links.empty() &&
           !context_.chinese().words[links.front().other].span.overlaps(name.span);
  }

  /// Whether nearly all words have capitals, so that these tell no names.
  [[nodiscard]] bool is_headline() const {
    constexpr std::size_t kShare = 3;  // capitals for each small word
    const pair::Passage& english = context_.english();
    const auto small = std::ranges::count_if(english.words, [&](const model::Word& word) {
      return word.span.size() >= kLeastLetters &&
             text::is_ascii_lower(english.document->text[word.span.begin]);
    });
    return kShare * static_cast<std::size_t>(small) < words_.size();
  }

  void report(const Mention& mention, const pair::Passage& passage) {
    const bool in_source = passage.language == context_.source.language;
    if (is_told(mention, passage, in_source)) return;
    if (const auto place = in_place_of(mention, passage)) {
      findings_.push_back(another_name(context_, mention, *place, kByPlace));
      return;
    }
    if (passage.language == Language::kChinese && is_said_by_pronoun(mention)) return;
    Finding finding(in_source ? kind(kNameKinds, "name/not-rendered")
                              : kind(kNameKinds, "name/from-nowhere"));
    (in_source ? finding.source : finding.target) = mention.span;
    if (is_full_name(mention, passage) ||
        (in_source ? mention.kinds.listed : mention.acronym || is_known_surely(mention, passage))) {
      finding.severity = Severity::kMinor;
    }
    finding.with("name", mention.span.in(passage.document->text));
    const pair::Passage& other = in_source ? context_.target : context_.source;
    if (const auto known = usual_rendering(mention, passage, other, context_.resources)) {
      finding.with("known", *known);
      if (in_source) finding.suggestion = *known;
    }
    findings_.push_back(std::move(finding));
  }

  const BeadContext& context_;
  std::span<const NameWord> words_;  ///< of the English
  const Mentions& mentions_;
  std::vector<Finding>& findings_;
};

}  // namespace

void check_lone_entities(const BeadContext& context, std::span<const NameWord> words,
                         const Mentions& mentions, std::vector<Finding>& findings) {
  LoneEntities(context, words, mentions, findings).run();
}

}  // namespace duizhao::check
