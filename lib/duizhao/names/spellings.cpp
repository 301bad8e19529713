#include "duizhao/names/spellings.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <unordered_set>
#include <utility>
#include <vector>

#include "duizhao/names/han_readings.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::names {
namespace {

using Spellings = std::vector<std::string>;

void add(Spellings& spellings, std::string spelling) {
  if (!spelling.empty() &&
      std::find(spellings.begin(), spellings.end(), spelling) == spellings.end()) {
    spellings.push_back(std::move(spelling));
  }
}

/// An initial or final of one system and how another writes it; the first that fits is taken.
struct Rule {
  std::string_view from;
  std::vector<std::string_view> to;
};

/// The rule whose `from` starts `syllable` and is the longest that does.
const Rule* longest_initial(const std::vector<Rule>& rules, std::string_view syllable) {
  const Rule* best = nullptr;
  for (const Rule& rule : rules) {
    if (!syllable.starts_with(rule.from)) continue;
    if (best == nullptr || rule.from.size() > best->from.size()) best = &rule;
  }
  return best;
}

const Rule* rule_for(const std::vector<Rule>& rules, std::string_view part) {
  const auto rule = std::find_if(rules.begin(), rules.end(),
                                 [&](const Rule& candidate) { return candidate.from == part; });
  return rule == rules.end() ? nullptr : &*rule;
}

std::string joined(std::string_view a, std::string_view b) { return std::string(a).append(b); }

// --- Mandarin -----------------------------------------------------------------------------------

const std::vector<Rule>& wade_giles_initials() {
  static const std::vector<Rule> rules = {
      {"b", {"p"}},  {"p", {"p"}},  {"d", {"t"}},   {"t", {"t"}},   {"g", {"k"}}, {"k", {"k"}},
      {"j", {"ch"}}, {"q", {"ch"}}, {"zh", {"ch"}}, {"ch", {"ch"}}, {"r", {"j"}}, {"z", {"ts"}},
      {"c", {"ts"}}, {"x", {"hs"}}, {"sh", {"sh"}}, {"m", {"m"}},   {"f", {"f"}}, {"n", {"n"}},
      {"l", {"l"}},  {"h", {"h"}},  {"s", {"s"}},
  };
  return rules;
}

/// Whole syllables that follow no rule of initials and finals.
const std::vector<Rule>& wade_giles_syllables() {
  static const std::vector<Rule> rules = {
      {"zhi", {"chih"}},  {"chi", {"chih"}},  {"shi", {"shih"}}, {"ri", {"jih"}},
      {"zi", {"tzu"}},    {"ci", {"tzu"}},    {"si", {"szu"}},   {"yi", {"i"}},
      {"you", {"yu"}},    {"yan", {"yen"}},   {"ye", {"yeh"}},   {"yue", {"yueh"}},
      {"yong", {"yung"}}, {"ge", {"ko"}},     {"ke", {"ko"}},    {"he", {"ho"}},
      {"guo", {"kuo"}},   {"kuo", {"kuo"}},   {"huo", {"huo"}},  {"shuo", {"shuo"}},
      {"gui", {"kuei"}},  {"kui", {"kuei"}},  {"er", {"erh"}},   {"yu", {"yu"}},
      {"e", {"o"}},       {"long", {"lung"}},
  };
  return rules;
}

const std::vector<Rule>& wade_giles_finals() {
  static const std::vector<Rule> rules = {
      {"ian", {"ien"}}, {"iong", {"iung"}}, {"ong", {"ung"}}, {"ie", {"ieh"}},  {"ue", {"ueh"}},
      {"ve", {"ueh"}},  {"uo", {"o"}},      {"v", {"u"}},     {"van", {"uan"}}, {"iu", {"iu"}},
  };
  return rules;
}

/// Spellings beside pinyin and Wade-Giles: Tongyong, ü as u or yu, and mixtures common in Taiwan.
void add_mandarin(Spellings& spellings, std::string_view pinyin) {
  std::string plain(pinyin);
  std::replace(plain.begin(), plain.end(), 'v', 'u');
  add(spellings, plain);
  if (pinyin == "lv" || pinyin == "nv") {
    add(spellings, std::string(pinyin));
    add(spellings, joined(pinyin.substr(0, 1), "yu"));
  }
  const std::string western = wade_giles(pinyin);
  add(spellings, western);
  if (western.starts_with("ts")) add(spellings, joined("tz", std::string_view(western).substr(2)));
  if (western == "szu") {
    add(spellings, "ssu");
    add(spellings, "su");
  }
  if (western == "tzu") add(spellings, "tsu");
  if (western == "i") add(spellings, "yi");
  if (western.ends_with("ieh") || western.ends_with("ueh") || western == "yeh") {
    add(spellings, western.substr(0, western.size() - 1));
  }
  if (pinyin.starts_with("zh")) add(spellings, joined("jh", pinyin.substr(2)));
  if (pinyin == "zhi" || pinyin == "chi" || pinyin == "shi" || pinyin == "ri") {
    add(spellings, joined(pinyin, "h"));
  }
  if (pinyin.starts_with('x')) {
    add(spellings, joined("s", pinyin.substr(1)));
    add(spellings, joined("sh", pinyin.substr(1)));
    if (pinyin.starts_with("xu")) add(spellings, joined("hsi", pinyin.substr(1)));
    if (pinyin.starts_with("xu")) add(spellings, joined("sy", pinyin.substr(1)));
  }
  if (pinyin.starts_with('q')) {
    add(spellings, joined("c", pinyin.substr(1)));
    add(spellings, joined("ch", pinyin.substr(1)));
  }
  if (pinyin.starts_with('j') && pinyin.size() > 1 && pinyin[1] == 'u') {
    add(spellings, joined("jy", pinyin.substr(1)));
  }
  if (pinyin.ends_with("eng") && (pinyin[0] == 'f' || pinyin[0] == 'w')) {
    add(spellings, joined(pinyin.substr(0, 1), "ong"));
  }
  if (pinyin.ends_with("ong")) {
    add(spellings, joined(pinyin.substr(0, pinyin.size() - 3), "ung"));
  }
}

// --- Cantonese ----------------------------------------------------------------------------------

const std::vector<Rule>& cantonese_initials() {
  static const std::vector<Rule> rules = {
      {"b", {"p", "b"}},
      {"p", {"p"}},
      {"m", {"m"}},
      {"f", {"f"}},
      {"d", {"t", "d"}},
      {"t", {"t"}},
      {"n", {"n", "l"}},
      {"l", {"l"}},
      {"g", {"k", "g"}},
      {"k", {"k"}},
      {"ng", {"ng", ""}},
      {"h", {"h"}},
      {"gw", {"kw", "gw"}},
      {"kw", {"kw"}},
      {"w", {"w"}},
      {"z", {"ch", "ts", "tz", "j"}},
      {"c", {"ch", "ts", "tz"}},
      {"s", {"s", "sh"}},
      {"j", {"y", ""}},
      {"", {""}},
  };
  return rules;
}

const std::vector<Rule>& cantonese_finals() {
  static const std::vector<Rule> rules = {
      {"aa", {"a", "ah"}},
      {"aai", {"ai", "aai"}},
      {"aau", {"au", "aau"}},
      {"aam", {"am", "aam"}},
      {"aan", {"an", "aan"}},
      {"aang", {"ang", "aang"}},
      {"aap", {"ap", "aap"}},
      {"aat", {"at", "aat"}},
      {"aak", {"ak", "aak"}},
      {"ai", {"ai"}},
      {"au", {"au", "ow"}},
      {"am", {"am", "um"}},
      {"an", {"an", "un"}},
      {"ang", {"ang"}},
      {"ap", {"ap", "up"}},
      {"at", {"at", "ut"}},
      {"ak", {"ak"}},
      {"e", {"e", "eh"}},
      {"ei", {"ei", "i", "ee", "ay"}},
      {"eng", {"eng", "ing"}},
      {"ek", {"ek", "ik"}},
      {"i", {"i", "ee", "ze"}},
      {"iu", {"iu"}},
      {"im", {"im"}},
      {"in", {"in"}},
      {"ing", {"ing"}},
      {"ip", {"ip"}},
      {"it", {"it"}},
      {"ik", {"ik"}},
      {"o", {"o", "or", "aw"}},
      {"oi", {"oi", "oy"}},
      {"ou", {"o", "ou", "u"}},
      {"on", {"on"}},
      {"ong", {"ong"}},
      {"ot", {"ot"}},
      {"ok", {"ok"}},
      {"u", {"u", "oo"}},
      {"ui", {"ui"}},
      {"un", {"un", "oon", "uen"}},
      {"ung", {"ung"}},
      {"ut", {"ut", "oot"}},
      {"uk", {"uk"}},
      {"oe", {"oe", "eu"}},
      {"oeng", {"eung", "eong"}},
      {"oek", {"euk", "eok"}},
      {"eoi", {"ui", "oi"}},
      {"eon", {"un", "on"}},
      {"eot", {"ut"}},
      {"yu", {"u", "yu", "ue"}},
      {"yun", {"uen", "un", "yuen"}},
      {"yut", {"uet", "yuet"}},
      {"m", {"m", "ng"}},
      {"ng", {"ng"}},
  };
  return rules;
}

void add_cantonese(Spellings& spellings, std::string_view jyutping) {
  const Rule* initial = longest_initial(cantonese_initials(), jyutping);
  const Rule* final_part = nullptr;
  if (initial != nullptr) {
    final_part = rule_for(cantonese_finals(), jyutping.substr(initial->from.size()));
  }
  if (final_part == nullptr) {  // 吳 is "ng" as a whole
    initial = rule_for(cantonese_initials(), "");
    final_part = rule_for(cantonese_finals(), jyutping);
    if (final_part == nullptr) return;
  }
  for (const std::string_view first : initial->to) {
    for (const std::string_view rest : final_part->to) {
      // "jyu" is "yu", never "yyu"; j is silent only before i and yu.
      if (initial->from == "j" && first == "y" && rest.starts_with('y')) continue;
      if (initial->from == "j" && first.empty() && !rest.starts_with('y') &&
          !rest.starts_with('i')) {
        continue;
      }
      add(spellings, joined(first, rest));
    }
  }
}

// --- Korean -------------------------------------------------------------------------------------

void add_korean(Spellings& spellings, std::string_view revised) {
  const auto vowel = std::find_if(revised.begin(), revised.end(), [](char c) {
    return std::string_view("aeiouyw").find(c) != std::string_view::npos;
  });
  const auto initial_size = static_cast<std::size_t>(vowel - revised.begin());
  const std::string_view initial = revised.substr(0, initial_size);
  const std::string_view rest = revised.substr(initial_size);
  std::vector<std::string> initials = {std::string(initial)};
  for (const auto& [voiced, unvoiced] : {std::pair<std::string_view, std::string_view>{"g", "k"},
                                         {"b", "p"},
                                         {"d", "t"},
                                         {"j", "ch"}}) {
    if (initial == voiced) initials.emplace_back(unvoiced);
  }
  std::vector<std::string> rests = {std::string(rest)};
  const auto vary = [&](std::string_view from, std::initializer_list<std::string_view> to) {
    if (!rest.starts_with(from)) return;
    for (const std::string_view option : to) {
      rests.push_back(joined(option, rest.substr(from.size())));
    }
  };
  vary("eo", {"u", "o"});
  vary("yeo", {"you", "yu", "yo"});
  vary("u", {"oo", "woo"});
  vary("i", {"ee", "yi", "yee"});
  vary("eu", {"u"});
  vary("yu", {"yoo"});
  for (const std::string& first : initials) {
    for (const std::string& last : rests) add(spellings, joined(first, last));
  }
  if (revised == "bak") add(spellings, "park");
  if (revised == "choe") add(spellings, "choi");
  if (revised == "no") add(spellings, "roh");
  if (revised == "i") {
    add(spellings, "lee");
    add(spellings, "rhee");
  }
}

// --- Surnames whose spelling follows no system here
// -----------------------------------------------

struct SurnameSpellings {
  char32_t surname;
  std::array<std::string_view, 5> spellings;  ///< empty after the last
};

/// Hokkien, Teochew and Hakka spellings of Southeast Asia, and old customary ones.
constexpr std::array kSurnames = {
    SurnameSpellings{U'林', {"lim", "lum"}},
    SurnameSpellings{U'陈', {"tan", "chin", "chinn"}},
    SurnameSpellings{U'吴', {"goh", "gouw", "eng"}},
    SurnameSpellings{U'黄', {"ng", "ooi", "wee", "oei", "vong"}},
    SurnameSpellings{U'王', {"ong", "heng"}},
    SurnameSpellings{U'刘', {"low", "liew", "lew"}},
    SurnameSpellings{U'张', {"teo", "teoh", "chong", "tiong"}},
    SurnameSpellings{U'蔡', {"chua", "choy", "chai"}},
    SurnameSpellings{U'许', {"koh", "khaw", "kho", "khoo"}},
    SurnameSpellings{U'郭', {"kuok", "kwek", "quek", "kwok"}},
    SurnameSpellings{U'郑', {"tay", "tee", "chung"}},
    SurnameSpellings{U'叶', {"yap", "yeap"}},
    SurnameSpellings{U'杨', {"yeo", "yeoh", "yong", "young", "njoo"}},
    SurnameSpellings{U'谢', {"chia", "cheah"}},
    SurnameSpellings{U'徐', {"chee", "swee"}},
    SurnameSpellings{U'洪', {"ang"}},
    SurnameSpellings{U'沈', {"sim", "sum", "shum"}},
    SurnameSpellings{U'何', {"hoe", "hoh"}},
    SurnameSpellings{U'胡', {"foo", "aw", "oh"}},
    SurnameSpellings{U'方', {"png", "pung"}},
    SurnameSpellings{U'傅', {"poh"}},
    SurnameSpellings{U'苏', {"soh", "saw"}},
    SurnameSpellings{U'宋', {"soong"}},
    SurnameSpellings{U'孔', {"kung", "kong"}},
    SurnameSpellings{U'贝', {"pei"}},
    SurnameSpellings{U'蒋', {"chiang", "cheong"}},
    SurnameSpellings{U'廖', {"leow", "liew"}},
    SurnameSpellings{U'梁', {"leong", "neo"}},
    SurnameSpellings{U'李', {"lee", "li", "ly"}},
    SurnameSpellings{U'赖', {"lai", "lye"}},
    SurnameSpellings{U'周', {"chew", "chow"}},
    SurnameSpellings{U'赵', {"teoh", "chew", "jao"}},
    SurnameSpellings{U'曾', {"chan", "chen"}},
    SurnameSpellings{U'邱', {"khoo", "kew"}},
    SurnameSpellings{U'罗', {"loh", "lor"}},
    SurnameSpellings{U'薛', {"see", "seet"}},
};

/// Folded to letters: lower case ASCII, everything else dropped.
std::string letters_of(std::string_view latin) {
  std::string letters;
  for (const char c : latin) {
    if (text::is_ascii_letter(c)) letters.push_back(text::ascii_lower(c));
  }
  return letters;
}

/// The languages whose reading a spelling writes, a bit each: one word of a name is not spelled
/// half by the one and half by the other.
using Languages = std::uint8_t;
constexpr Languages kMandarin = 1;
constexpr Languages kCantonese = 2;
constexpr Languages kKorean = 4;
constexpr Languages kAnyLanguage = kMandarin | kCantonese | kKorean;
constexpr std::size_t kLanguages = 3;

/// Longer names are no characters': an integer has a bit for each letter, and one for the end.
constexpr std::size_t kMostLetters = 63;

/// One of 64 bits for the first two letters of a word.
constexpr std::uint64_t beginning_of(char first, char second) {
  return std::uint64_t{1} << (static_cast<unsigned>((first - 'a') * 29 + (second - 'a')) % 64);
}

/// The bits of the words that begin with some letters.
std::uint64_t beginnings_of(std::string_view letters) {
  if (letters.size() >= 2) return beginning_of(letters[0], letters[1]);
  std::uint64_t any = 0;
  for (char second = 'a'; second <= 'z'; ++second) any |= beginning_of(letters[0], second);
  return any;
}

/// The spellings of a character, of which languages they are, and what they begin with.
struct Spelled {
  Spellings spellings;
  std::vector<Languages> languages;  ///< of each
  std::uint64_t beginnings = 0;      ///< of words that begin with one

  explicit Spelled(char32_t folded) {
    const HanReadings readings = han_readings(folded);
    Spellings some;
    for_each_reading(readings.mandarin,
                     [&](std::string_view reading) { add_mandarin(some, reading); });
    add_all(some, kMandarin);
    for_each_reading(readings.cantonese,
                     [&](std::string_view reading) { add_cantonese(some, reading); });
    add_all(some, kCantonese);
    for_each_reading(readings.korean, [&](std::string_view reading) { add_korean(some, reading); });
    add_all(some, kKorean);
    for (const SurnameSpellings& surname : kSurnames) {
      if (surname.surname != folded) continue;
      some.clear();
      for (const std::string_view spelling : surname.spellings) add(some, std::string(spelling));
      add_all(some, kAnyLanguage);
    }
    for (const std::string& spelling : spellings) beginnings |= beginnings_of(spelling);
  }

 private:
  void add_all(Spellings& some, Languages of) {
    for (std::string& spelling : some) {
      const auto known = std::find(spellings.begin(), spellings.end(), spelling);
      if (known != spellings.end()) {
        languages[static_cast<std::size_t>(known - spellings.begin())] |= of;
      } else {
        spellings.push_back(std::move(spelling));
        languages.push_back(of);
      }
    }
    some.clear();
  }
};

/// What is known of each character, made when it is first asked for. Thread-safe.
class SpelledCharacters {
 public:
  SpelledCharacters() = default;
  SpelledCharacters(const SpelledCharacters&) = delete;
  SpelledCharacters& operator=(const SpelledCharacters&) = delete;
  ~SpelledCharacters() {
    for (const auto& spelled : by_character_) delete spelled.load();
  }

  [[nodiscard]] const Spelled& operator[](char32_t c) {
    c = text::folded_han(c);
    if (c < kFirst || c > kLast) return none_;
    std::atomic<const Spelled*>& slot = by_character_[c - kFirst];
    if (const Spelled* known = slot.load(std::memory_order_acquire)) return *known;
    auto made = std::make_unique<const Spelled>(c);
    const Spelled* other = nullptr;
    if (!slot.compare_exchange_strong(other, made.get(), std::memory_order_acq_rel)) return *other;
    return *made.release();
  }

 private:
  static constexpr char32_t kFirst = 0x3400;  ///< of the characters with readings
  static constexpr char32_t kLast = 0x9FFF;
  std::array<std::atomic<const Spelled*>, kLast - kFirst + 1> by_character_{};
  Spelled none_{0};
};

/// The ways in which a Han character is spelled in Latin letters in names: pinyin, Wade-Giles and
/// the usual spellings of Hong Kong, Korea and, for surnames, Southeast Asia. 黄: huang, wong,
/// hwang, ng, ooi. Nothing for a character that is in no common use. Made when a character is first
/// asked for, kept to the end of the program.
const Spelled& spelled(char32_t c) {
  static SpelledCharacters characters;
  return characters[c];
}

/// Letters of "zhuang".
constexpr std::size_t kLongestSyllable = 6;

/// The syllables that characters are read with in Mandarin, ü as u.
const std::unordered_set<std::string>& mandarin_syllables() {
  static const auto syllables = [] {
    std::unordered_set<std::string> all;
    for (char32_t c = 0x4E00; c < 0xA000; ++c) {
      for_each_reading(han_readings(c).mandarin, [&](std::string_view reading) {
        std::string syllable(reading);
        std::replace(syllable.begin(), syllable.end(), 'v', 'u');
        const bool grunt = syllable.find_first_of("aeiou") == std::string::npos;  // 嗯 "ng"
        if (!grunt) all.insert(std::move(syllable));
      });
    }
    return all;
  }();
  return syllables;
}

}  // namespace

std::string wade_giles(std::string_view pinyin) {
  if (const Rule* whole = rule_for(wade_giles_syllables(), pinyin)) {
    return std::string(whole->to.front());
  }
  const Rule* initial = longest_initial(wade_giles_initials(), pinyin);
  if (initial == nullptr) return std::string(pinyin);
  const std::string_view rest = pinyin.substr(initial->from.size());
  const Rule* final_part = rule_for(wade_giles_finals(), rest);
  // After j, q and x pinyin's u is ü, whose dots are dropped here; "ui" and "iu" stay.
  return joined(initial->to.front(), final_part == nullptr ? rest : final_part->to.front());
}

LatinName::LatinName(std::string_view latin)
    : letters_(letters_of(latin)), one_word_(latin.find_first_of(" -") == std::string_view::npos) {}

std::size_t LatinName::characters_spelled(std::string_view chinese) const {
  const std::string_view letters = letters_;
  if (letters.empty() || letters.size() > kMostLetters) return 0;
  // Of each language, bit i: its characters so far spell the first i letters. A name of several
  // words has one set for all languages.
  std::array<std::uint64_t, kLanguages> reached{};
  std::size_t characters = 0;
  for (std::size_t at = 0; at < chinese.size();) {
    const char32_t c = text::next_code_point(chinese, at);
    if (!text::is_han(c)) continue;
    const Spelled& character = spelled(c);
    if (characters == 0) {
      if ((character.beginnings & beginnings_of(letters)) == 0) return 0;
      reached.fill(1);
    }
    ++characters;
    std::array<std::uint64_t, kLanguages> next{};
    for (std::size_t s = 0; s < character.spellings.size(); ++s) {
      const std::string& spelling = character.spellings[s];
      const Languages languages = one_word_ ? character.languages[s] : kAnyLanguage;
      std::uint64_t open = 0;
      for (std::size_t l = 0; l < kLanguages; ++l) {
        if ((languages >> l & 1U) != 0) open |= reached[l];
      }
      for (; open != 0; open &= open - 1) {
        const auto i = static_cast<std::size_t>(std::countr_zero(open));
        if (letters[i] != spelling.front() || !letters.substr(i).starts_with(spelling)) continue;
        for (std::size_t l = 0; l < kLanguages; ++l) {
          const bool goes_on = (languages >> l & 1U) != 0 && (reached[l] >> i & 1U) != 0;
          if (goes_on) next[l] |= std::uint64_t{1} << (i + spelling.size());
        }
      }
    }
    std::uint64_t any = 0;
    for (const std::uint64_t of_language : next) any |= of_language;
    if ((any >> letters.size() & 1U) != 0) return characters;
    if (any == 0) return 0;
    reached = next;
  }
  return 0;
}

SpelledText::SpelledText(std::string_view chinese) : text_(chinese) {
  for (std::size_t i = 0; i < chinese.size();) {
    const std::size_t begin = i;
    const char32_t c = text::next_code_point(chinese, i);
    if (text::is_han(c)) characters_.push_back({begin, spelled(c).beginnings});
  }
}

bool SpelledText::has(std::string_view name) const {
  constexpr std::size_t kBytes = 12;  // four characters
  const LatinName latin(name);
  if (latin.letters().empty()) return false;
  const std::uint64_t beginnings = beginnings_of(latin.letters());
  return std::any_of(characters_.begin(), characters_.end(), [&](const Character& character) {
    return (character.beginnings & beginnings) != 0 &&
           latin.characters_spelled(text_.substr(character.begin, kBytes)) >= 1;
  });
}

std::size_t characters_spelled(std::string_view latin, std::string_view chinese) {
  return LatinName(latin).characters_spelled(chinese);
}

std::string_view find_spelled(std::string_view latin, std::string_view chinese, std::size_t least) {
  constexpr std::size_t kLongest = 12;  // bytes: four characters
  const LatinName name(latin);
  for (std::size_t i = 0; i < chinese.size();) {
    std::size_t end = i;
    std::size_t spelled = name.characters_spelled(chinese.substr(i, kLongest));
    if (spelled >= least) {
      for (; spelled > 0; --spelled) static_cast<void>(text::next_code_point(chinese, end));
      return chinese.substr(i, end - i);
    }
    static_cast<void>(text::next_code_point(chinese, i));
  }
  return {};
}

bool may_be_pinyin(std::string_view latin, std::size_t characters) {
  // Bit i: so many syllables as were taken so far end before letter i.
  const std::string letters = letters_of(latin);
  if (letters.empty() || letters.size() > kMostLetters) return false;
  std::uint64_t reached = 1;
  for (; characters > 0 && reached != 0; --characters) {
    std::uint64_t next = 0;
    for (std::uint64_t open = reached; open != 0; open &= open - 1) {
      const auto begin = static_cast<std::size_t>(std::countr_zero(open));
      for (std::size_t size = 1; size <= kLongestSyllable && begin + size <= letters.size();
           ++size) {
        if (!mandarin_syllables().contains(letters.substr(begin, size))) continue;
        next |= std::uint64_t{1} << (begin + size);
      }
    }
    reached = next;
  }
  return (reached >> letters.size() & 1U) != 0;
}

std::string pinyin_of(std::string_view chinese) {
  std::string pinyin;
  for (std::size_t i = 0; i < chinese.size();) {
    const std::string_view readings = han_readings(text::next_code_point(chinese, i)).mandarin;
    std::string syllable(readings.substr(0, readings.find(',')));
    if (syllable.empty()) return {};
    std::replace(syllable.begin(), syllable.end(), 'v', 'u');
    const bool parted = std::string_view("aeo").find(syllable.front()) != std::string_view::npos;
    if (!pinyin.empty() && parted) pinyin += '\'';
    pinyin += syllable;
  }
  if (!pinyin.empty()) pinyin.front() = text::ascii_upper(pinyin.front());
  return pinyin;
}

bool spells(std::string_view latin, std::string_view chinese) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < chinese.size();) {
    characters += text::is_han(text::next_code_point(chinese, i)) ? 1 : 0;
  }
  return characters > 0 && characters_spelled(latin, chinese) == characters;
}

}  // namespace duizhao::names
