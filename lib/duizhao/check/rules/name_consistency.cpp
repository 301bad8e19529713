// Rule `name`, over a document: one name of the source has two forms in the target.
//
// Fires:   "Hsinlin" is 欣林 and further down 信霖; 陳美儀 is "Chan Mei-yee" and "Chen Meiyi".
// Silent:  特朗普 and 唐纳德·特朗普; "Michael Cohen" and "Michael Phelps", whose Michaels are two
//          persons; a form that stands beside the other one in the same passage.
//
// Rare capitalised words, which the text has nowhere in small letters, that the Chinese
// transliterates, and Chinese persons whose full name is spelled, are collected over the document
// with what stands for them; one name with two forms is told at the form that is not known as a
// name, else at the rarer one, with the other one and its line. The transliteration has to sound
// like the name, keep to the bounds of words and be explained by nothing else in its sentence;
// where none is found, what differs from the usual form in one character, or in English in a letter
// or two, is taken for it. Forms that differ behind a beginning which many characters follow in the
// text are one name with what comes after it (法老说, 法老就). A form that shares no character with
// the other is major: readers take it for another company.

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>
#include <vector>

#include "duizhao/check/evidence/names/name_forms.h"
#include "duizhao/check/evidence/names/name_kinds.h"
#include "duizhao/check/rules/name.h"
#include "duizhao/model/name_store.h"
#include "duizhao/names/han_readings.h"
#include "duizhao/names/sound.h"
#include "duizhao/pair/characters.h"
#include "duizhao/pair/resources.h"
#include "duizhao/terms/taiwan_words.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/edit_distance.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/place.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// A bead that is less likely may pair a name with what is none of it.
constexpr double kSureBead = 0.5;

/// A form has to have so many characters that another one may be a slip of it which sounds
/// otherwise in one.
constexpr std::size_t kLeastForSlips = 3;

/// An English form has to have so many letters that another one may be misspelled, in one place or,
/// where it is long, in two.
constexpr std::size_t kLeastForMisspelling = 5;
constexpr std::size_t kLongName = 8;
/// … or in two where it sounds like the Chinese.
constexpr std::size_t kMostLetters = 2;

/// So many lines of a form are told; more are counted.
constexpr std::size_t kToldLines = 5;

/// A place of a name: its form in the source and in the target.
struct Place {
  NameForm form;
  std::size_t bead = 0;
};

/// Everything that a name of the source is called in the target, by the key of the form.
using Forms = std::map<std::string, std::vector<Place>>;

class NameConsistency {
 public:
  NameConsistency(const DocumentContext& context, std::vector<Finding>& findings)
      : context_(context),
        findings_(findings),
        chinese_source_(context.source.language == Language::kChinese) {}

  void run() {
    if (context_.alignment.beads.size() < 2) return;
    collect_ordinary_words();
    if (!chinese_source_) folded_ = terms::simplified(context_.target.text);
    for (std::size_t b = 0; b < context_.alignment.beads.size(); ++b) collect(b);
    for (auto& [name, forms] : names_) {
      if (chinese_source_) {
        find_misspellings(name, forms);
      } else {
        find_slips(name, forms);
      }
      if (forms.size() > 1) judge(forms);
    }
  }

 private:
  /// What the English has in small letters as well: "Thou" at the beginning of a verse is no name.
  void collect_ordinary_words() {
    const auto& passages = chinese_source_ ? context_.target_passages : context_.source_passages;
    for (const pair::Passage& passage : passages) {
      for (const text::Token& token : passage.tokens) {
        const std::string_view word = token.span.in(passage.document->text);
        if (token.kind == text::TokenKind::kWord && text::is_ascii_lower(word.front())) {
          ordinary_.emplace(word);
        }
      }
    }
  }

  void collect(std::size_t b) {
    const Bead& bead = context_.alignment.beads[b];
    if (bead.one_sided() || bead.repeated || bead.confidence < kSureBead) return;
    const pair::Passage& source = context_.source_passages[b];
    const pair::Passage& target = context_.target_passages[b];
    const pair::Passage& english = chinese_source_ ? target : source;
    const pair::Passage& chinese = chinese_source_ ? source : target;
    const model::Lexicon& lexicon = *context_.resources.lexicon;
    const model::NameStore* store = context_.resources.names;
    for (NameForm& form : context_.name_forms != nullptr
                              ? context_.name_forms->of(english, chinese, lexicon, store)
                              : name_forms(english, chinese, lexicon, store)) {
      if (ordinary_.contains(form.english_key)) continue;
      const std::string name = chinese_source_ ? form.chinese_key : form.english_key;
      const std::string rendering = chinese_source_ ? form.english_key : form.chinese_key;
      auto& places = form.chinese.empty() ? unfound_[form.english_key] : names_[name][rendering];
      places.push_back({std::move(form), b});
    }
  }

  /// Where nothing was found for the name, what differs from its form elsewhere in one character,
  /// or only in characters that sound the same, is a form of it as well: 斯皮思 for 斯皮斯.
  void find_slips(const std::string& name, Forms& forms) const {
    const auto unfound = unfound_.find(name);
    if (unfound == unfound_.end()) return;
    const std::string form = main_of(forms)->first;
    for (const Place& place : unfound->second) {
      if (bead_has(place.bead, form)) continue;
      const Span slip = slip_in(context_.target_passages[place.bead], form);
      if (slip.empty() || !is_said_by(name, slip.in(context_.target.text)) ||
          holds_ordinary_word(context_.target_passages[place.bead], slip,
                              *context_.resources.lexicon)) {
        continue;
      }
      Place found = place;
      found.form.chinese = slip;
      found.form.chinese_key = terms::simplified(slip.in(context_.target.text));
      std::string key = found.form.chinese_key;
      forms[std::move(key)].push_back(std::move(found));
    }
  }

  /// The same for English: a name for which no Chinese was found and that is spelled nearly as
  /// this one, where the source has this one: "Kennady" for "Kennedy". In more letters it differs
  /// only where the Chinese sounds like it.
  void find_misspellings(const std::string& name, Forms& forms) const {
    const std::string form = main_of(forms)->first;
    if (form.size() < kLeastForMisspelling) return;
    const std::size_t most = form.size() < kLongName ? 1 : 2;
    for (auto other = unfound_.lower_bound(form.substr(0, 1));
         other != unfound_.end() && other->first.front() == form.front(); ++other) {
      const std::string& key = other->first;
      if (key.size() + kMostLetters < form.size() || key.size() > form.size() + kMostLetters) {
        continue;
      }
      if (is_part(key, form)) continue;
      const std::size_t distance = text::edit_distance(key, form);
      if (distance > most && (distance > kMostLetters || !is_said_by(key, name))) continue;
      for (const Place& place : other->second) {
        const pair::Passage& source = context_.source_passages[place.bead];
        const std::optional<Span> chinese = place_of_name(source, name);
        if (!chinese || bead_has(place.bead, form)) continue;
        Place found = place;
        found.form.chinese = *chinese;
        found.form.chinese_key = name;
        forms[key].push_back(std::move(found));
      }
    }
  }

  /// Where a passage has a name that is given in simplified characters.
  [[nodiscard]] static std::optional<Span> place_of_name(const pair::Passage& passage,
                                                         const std::string& name) {
    // Folding keeps the number of characters.
    const std::string folded = terms::simplified(passage.text());
    const std::size_t at = folded.find(name);
    if (at == std::string::npos) return std::nullopt;
    const std::size_t first = text::count_code_points(std::string_view(folded).substr(0, at));
    const std::vector<pair::Character> characters =
        pair::characters_of(passage.document->text, passage.span);
    return characters[first].span.joined(
        characters[first + text::count_code_points(name) - 1].span);
  }

  /// Whether all of a stretch of Chinese is needed for saying the name: not in 法老说.
  static bool is_said_by(const std::string& name, std::string_view chinese) {
    constexpr double kSlightly = 0.3;
    const names::SoundMatch match = names::find_sound(name, names::SoundedText(chinese));
    return match.span == Span{0, chinese.size()} && match.share() >= kSlightly;
  }

  /// Whether two characters share a reading: 斯 and 思.
  static bool sound_the_same(char32_t some, char32_t other) {
    const std::string_view readings = names::han_readings(other).mandarin;
    bool same = false;
    names::for_each_reading(names::han_readings(some).mandarin, [&](std::string_view mine) {
      names::for_each_reading(readings,
                              [&](std::string_view theirs) { same = same || mine == theirs; });
    });
    return same;
  }

  /// The only stretch of a passage that differs from `form` in one character, or in some that sound
  /// the same; empty for none.
  [[nodiscard]] Span slip_in(const pair::Passage& passage, const std::string& form) const {
    std::u32string wanted;
    for (std::size_t i = 0; i < form.size();) wanted.push_back(text::next_code_point(form, i));
    const std::size_t most = wanted.size() < kLeastForSlips ? 0 : 1;
    const std::vector<pair::Character> characters =
        pair::characters_of(context_.target.text, passage.span);
    Span found;
    for (std::size_t first = 0; first + wanted.size() <= characters.size(); ++first) {
      std::size_t differing = 0;
      std::size_t same = 0;
      for (std::size_t i = 0; i < wanted.size() && differing <= most; ++i) {
        const char32_t c = text::folded_han(characters[first + i].value);
        if (c == wanted[i]) {
          ++same;
        } else if (!text::is_han(c) || !sound_the_same(c, wanted[i])) {
          differing += text::is_han(c) ? 1 : 2;
        }
      }
      if (differing > most || same == 0) continue;
      const Span place = characters[first].span.joined(characters[first + wanted.size() - 1].span);
      if (!found.empty()) return {};
      found = place;
    }
    return found;
  }

  [[nodiscard]] Span source_of(const Place& place) const {
    return chinese_source_ ? place.form.chinese : place.form.english;
  }
  [[nodiscard]] Span target_of(const Place& place) const {
    return chinese_source_ ? place.form.english : place.form.chinese;
  }

  /// How much the names that are known speak for a form: 2 where it is known for this name, 1 where
  /// it is a name at all.
  [[nodiscard]] int known_as(const Place& place) const {
    const model::NameStore* store = context_.resources.names;
    if (store == nullptr) return 0;
    const std::string chinese = text::folded_han(place.form.chinese_key);
    const std::string english = model::name_key(
        place.form.english.in((chinese_source_ ? context_.target : context_.source).text));
    const auto rendered = store->rendered(english);
    const auto number = store->number_of(chinese);
    if (number && std::ranges::find(rendered, *number) != rendered.end()) return 2;
    return (chinese_source_ ? !rendered.empty() : number.has_value()) ? 1 : 0;
  }

  /// The form that the others should be: what the source itself gives, else the known one, else the
  /// most frequent one, else the first.
  [[nodiscard]] Forms::const_iterator main_of(const Forms& forms) const {
    const auto rank = [&](const Forms::value_type& form) {
      const std::string_view written = target_of(form.second.front()).in(context_.target.text);
      const bool given = context_.source.text.find(written) != std::string::npos;
      return std::tuple(given, known_as(form.second.front()), form.second.size(),
                        context_.target.text.size() - target_of(form.second.front()).begin);
    };
    return std::max_element(forms.begin(), forms.end(),
                            [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  }

  void judge(const Forms& forms) {
    const auto main = main_of(forms);
    for (auto other = forms.begin(); other != forms.end(); ++other) {
      if (other == main || is_part(main->first, other->first)) continue;
      if (is_short_for(main->first, other->first) || is_short_for(other->first, main->first)) {
        continue;
      }
      if (differ_beside(main->first, other->first)) continue;
      if (!chinese_source_ && is_compound(*other, main->first)) continue;
      if (chinese_source_ && is_set_name(*other, *main)) continue;
      if (are_two_names(main->second, other->second)) continue;
      const auto apart = [&](const std::vector<Place>& places, const std::string& key) {
        return std::none_of(places.begin(), places.end(),
                            [&](const Place& place) { return bead_has(place.bead, key); });
      };
      if (apart(other->second, main->first) && apart(main->second, other->first)) {
        report(main->second, other->first, main->first, other->second);
      }
    }
  }

  /// Whether one form is the other one in short, or with a title.
  static bool is_part(const std::string& a, const std::string& b) {
    return a.find(b) != std::string::npos || b.find(a) != std::string::npos;
  }

  /// Whether a form is made of some characters of another one, or of its first one and what kind of
  /// place it is: 印尼 of 印度尼西亚, 加州 of 加利福尼亚.
  static bool is_short_for(std::string_view form, std::string_view whole) {
    constexpr std::size_t kTimes = 2;
    if (form.size() * kTimes > whole.size()) return false;
    std::size_t at = 0;
    for (std::size_t i = 0; i < form.size();) {
      const std::size_t begin = i;
      static_cast<void>(text::next_code_point(form, i));
      const std::string_view character = form.substr(begin, i - begin);
      const std::size_t found = whole.find(character, at);
      if (found == std::string_view::npos) {
        constexpr std::string_view kKinds[] = {"州", "省", "市", "县"};
        return begin > 0 && i == form.size() &&
               std::ranges::find(kKinds, character) != std::end(kKinds);
      }
      at = found + character.size();
    }
    return true;
  }

  /// Whether a form that is known has a character of another one and doesn't say the name: 陕甘宁
  /// beside 陕西 for "Shaanxi".
  [[nodiscard]] bool is_compound(const Forms::value_type& form, const std::string& main) const {
    if (known_as(form.second.front()) < 2 || share_nothing(form.first, main)) return false;
    return !is_said_by(form.second.front().form.english_key, form.first);
  }

  /// Whether an English form is one that the name had once: Peking.
  [[nodiscard]] bool is_older(const Place& place) const {
    const model::NameStore* store = context_.resources.names;
    const auto number = store->number_of(text::folded_han(place.form.chinese_key));
    if (!number) return false;
    const std::string key = model::name_key(place.form.english.in(context_.target.text));
    return std::ranges::any_of(store->name(*number).besides, [&](std::string_view older) {
      return model::name_key(older) == key;
    });
  }

  /// Whether a form is another known one, as a part of a longer name that keeps it: "Peking
  /// University" in a text that says "Beijing".
  [[nodiscard]] bool is_set_name(const Forms::value_type& form,
                                 const Forms::value_type& main) const {
    return known_as(form.second.front()) == 2 && known_as(main.second.front()) == 2 &&
           (look_unlike(form.first, main.first) || is_older(form.second.front())) &&
           std::ranges::none_of(form.second,
                                [](const Place& place) { return place.form.company.empty(); });
  }

  /// Whether two Chinese forms differ in what follows the name: 法老 stands before 说, 就 and 对,
  /// so that 法老说 and 法老就 are the same name.
  [[nodiscard]] bool differ_beside(const std::string& a, const std::string& b) const {
    if (chinese_source_) return false;
    const auto same = static_cast<std::size_t>(
        std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    std::size_t shared = 0;
    for (std::size_t i = 0; i < a.size() && i <= same;) {
      shared = i;
      static_cast<void>(text::next_code_point(a, i));
    }
    const std::string beginning = a.substr(0, shared);
    if (text::count_code_points(beginning) < 2) return false;
    constexpr std::size_t kMany = 3;
    std::u32string followers;
    for (std::size_t at = folded_.find(beginning); at != std::string::npos;
         at = folded_.find(beginning, at + 1)) {
      std::size_t next = at + beginning.size();
      if (next >= folded_.size()) break;
      const char32_t follower = text::next_code_point(folded_, next);
      if (!pair::is_in(follower, followers)) followers.push_back(follower);
      if (followers.size() >= kMany) return true;
    }
    return false;
  }

  /// Persons who share a name have another one beside it.
  static bool are_two_names(const std::vector<Place>& some, const std::vector<Place>& others) {
    std::vector<std::string> company;
    for (const Place& place : some) {
      company.insert(company.end(), place.form.company.begin(), place.form.company.end());
    }
    if (company.empty()) return false;
    bool any = false;
    for (const Place& place : others) {
      for (const std::string& word : place.form.company) {
        if (std::find(company.begin(), company.end(), word) != company.end()) return false;
        any = true;
      }
    }
    return any;
  }

  [[nodiscard]] bool bead_has(std::size_t bead, const std::string& key) const {
    const std::string_view text = context_.target_passages[bead].text();
    if (!chinese_source_) return terms::simplified(text).find(key) != std::string::npos;
    std::string letters;
    for (const char c : text) {
      if (c != '-') letters.push_back(text::ascii_lower(c));
    }
    return letters.find(key) != std::string::npos;
  }

  /// Whether readers would take the forms for two names rather than for two spellings of one.
  [[nodiscard]] bool look_unlike(const std::string& a, const std::string& b) const {
    if (chinese_source_) {
      std::string some = a;
      std::string others = b;
      std::sort(some.begin(), some.end());
      std::sort(others.begin(), others.end());
      // "Lei Feng" and "Leifeng".
      std::erase(some, ' ');
      std::erase(others, ' ');
      return some != others && text::edit_distance(a, b) * 2 > std::max(a.size(), b.size());
    }
    return share_nothing(a, b);
  }

  /// Whether no character of a form is in another one.
  static bool share_nothing(std::string_view a, std::string_view b) {
    for (std::size_t i = 0; i < a.size();) {
      const std::size_t begin = i;
      static_cast<void>(text::next_code_point(a, i));
      if (b.find(a.substr(begin, i - begin)) != std::string_view::npos) return false;
    }
    return true;
  }

  /// Where some places are in the target, the first of them.
  [[nodiscard]] LineNumbers lines_of(std::span<const Place> places) const {
    std::set<std::size_t> numbers;
    for (const Place& place : places.first(std::min(places.size(), kToldLines))) {
      numbers.insert(text::place_of(context_.target.text, target_of(place).begin, {}).line);
    }
    return {{numbers.begin(), numbers.end()}};
  }

  void report(const std::vector<Place>& main, const std::string& key, const std::string& main_key,
              const std::vector<Place>& places) {
    const Place& here = places.front();
    const Place& there = main.front();
    const std::string_view form = target_of(there).in(context_.target.text);
    Finding finding(kind(kNameKinds, "name/inconsistent"));
    if (look_unlike(key, main_key)) finding.severity = Severity::kMajor;
    finding.confidence *= context_.alignment.beads[here.bead].confidence;
    finding.source = source_of(here);
    finding.target = target_of(here);
    finding.bead = here.bead;
    finding.suggestion = std::string(form);
    finding.with("name", source_of(here).in(context_.source.text))
        .with("here", target_of(here).in(context_.target.text))
        .with("there", form)
        .with("lines", lines_of(main));
    LineNumbers others = lines_of(places);
    std::erase(others.numbers, lines_of(std::span(places).first(1)).numbers.front());
    if (!others.numbers.empty()) finding.with("here-lines", std::move(others));
    if (main.size() > kToldLines) finding.with("times", main.size());
    finding.places = places.size();
    findings_.push_back(std::move(finding));
  }

  const DocumentContext& context_;
  std::vector<Finding>& findings_;
  bool chinese_source_;
  std::string folded_;  ///< the target in simplified characters, where it is Chinese
  std::unordered_set<std::string> ordinary_;
  std::map<std::string, Forms> names_;
  std::map<std::string, std::vector<Place>> unfound_;  ///< English names that no form was found for
};

}  // namespace

void check_name_consistency(const DocumentContext& context, std::vector<Finding>& findings) {
  NameConsistency(context, findings).run();
}

}  // namespace duizhao::check
