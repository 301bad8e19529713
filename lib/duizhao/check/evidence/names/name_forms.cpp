#include "duizhao/check/evidence/names/name_forms.h"

#include <algorithm>
#include <string_view>

#include "duizhao/check/evidence/names/mentions.h"
#include "duizhao/check/evidence/names/name_words.h"
#include "duizhao/check/evidence/names/named_sides.h"
#include "duizhao/check/evidence/names/region_table.h"
#include "duizhao/model/lexicon_format.h"
#include "duizhao/names/surnames.h"
#include "duizhao/pair/characters.h"
#include "duizhao/pair/missing_odds.h"
#include "duizhao/terms/taiwan_words.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// Words that are more common than this are rather words than names.
constexpr float kRare = 5e-6F;
/// Chinese words of several characters that are more common are no part of a transliteration.
constexpr float kOrdinary = 5e-6F;
/// A transliteration says so much of what there is to say, and there is so much, in nats.
constexpr double kSounds = 0.5;
constexpr double kInformation = 9;
/// A word whose log-odds of missing are lower has been found by the lexicon.
constexpr double kFound = -1;
/// Words of a Chinese person's name in English, and characters in Chinese, at most.
constexpr std::size_t kMostWords = 3;
constexpr std::size_t kMostCharacters = 4;

/// Characters that stand beside names and are hardly ever part of a transliterated one.
constexpr std::u32string_view kBeside = U"的了在是和与及也就都而被把从对向说等人将已又去来出见所";

bool is_capitalised(const model::Word& word, std::string_view text) {
  return word.kind == text::TokenKind::kWord && word.span.size() >= 2 &&
         text::is_ascii_upper(text[word.span.begin]);
}

/// Letters in lower case, without a possessive; bytes of other scripts stay.
std::string key_of(std::string_view word) {
  for (const std::string_view possessive : {"'s", "’s"}) {
    if (word.ends_with(possessive)) word.remove_suffix(possessive.size());
  }
  std::string key;
  for (const char c : word) {
    if (text::is_ascii_letter(c) || static_cast<signed char>(c) < 0) {
      key.push_back(text::ascii_lower(c));
    }
  }
  return key;
}

class Finder {
 public:
  Finder(const pair::Passage& english, std::span<const pair::LinkedWord> english_links,
         const pair::Passage& chinese, std::span<const pair::LinkedWord> chinese_links,
         const model::Lexicon& lexicon, const model::NameStore* store)
      : english_(english),
        english_links_(english_links),
        chinese_(chinese),
        chinese_links_(chinese_links),
        lexicon_(lexicon),
        store_(store),
        text_(english.document->text),
        // Folding keeps the length.
        folded_(text::folded_han(chinese.text())) {}

  std::vector<NameForm> run() {
    find_persons();
    const NamedRegions regions(english_, chinese_);
    for (const NameWord& word :
         name_words(english_, english_links_, chinese_, regions.shared, nullptr)) {
      add_word(word);
    }
    return std::move(forms_);
  }

 private:
  void add_word(const NameWord& word) {
    const bool glossed = word.written && is_glossed(word.stem);
    if ((word.written && !glossed) || is_taken(word.span) || follows_direction(word)) return;
    const std::string name = model::name_key(word.stem);
    if (is_date_word(name)) return;
    Span rendering;
    if (store_ != nullptr) {
      const auto known = store_->rendered(name);
      const bool common = english_links_[word.word].commonness > kRare;
      rendering = known.empty() && common ? known_by_sound(word, name) : known_rendering(known);
      if (rendering.empty() && known.empty() && common) return;
    }
    // What is common may be rendered by any word that sounds like it.
    if (rendering.empty()) {
      if (word.region) return;
      if (english_links_[word.word].commonness <= kRare) rendering = rendering_of(word, glossed);
    }
    add(word.span, rendering, key_of(word.span.in(text_)), word.word, word.word);
  }

  /// Whether the Chinese has an English word only in brackets, beside what it renders it by.
  bool is_glossed(std::string_view stem) const {
    const std::string_view text = chinese_.text();
    bool glossed = false;
    for (std::size_t at = text.find(stem); at != std::string_view::npos;
         at = text.find(stem, at + 1)) {
      const std::size_t open = std::max(rfind(text, "(", at), rfind(text, "（", at));
      const std::size_t close = std::max(rfind(text, ")", at), rfind(text, "）", at));
      if (open <= close) return false;
      glossed = true;
    }
    return glossed;
  }

  /// The place behind the last `mark` before `at`; 0 for none.
  static std::size_t rfind(std::string_view text, std::string_view mark, std::size_t at) {
    const std::size_t found = text.substr(0, at).rfind(mark);
    return found == std::string_view::npos ? 0 : found + mark.size();
  }

  /// What sounds like a word that is an ordinary one as well, where it is known to be its
  /// rendering: 特朗普 for "Trump".
  Span known_by_sound(const NameWord& word, const std::string& name) const {
    const Span said = word.sound().span;
    if (said.empty()) return {};
    const auto number = store_->number_of(text::folded_han(said.in(chinese_.document->text)));
    if (!number) return {};
    const auto& english = store_->name(*number).english;
    return std::ranges::any_of(english,
                               [&](std::string_view one) { return model::name_key(one) == name; })
               ? said
               : Span{};
  }

  /// The longest of some names that the Chinese has; empty for none.
  Span known_rendering(std::span<const std::uint32_t> names) const {
    constexpr std::size_t kLeastBytes = 6;  // two characters
    Span longest;
    for (const std::uint32_t name : names) {
      const std::string_view known = store_->chinese(name);
      if (known.size() < std::max(kLeastBytes, longest.size() + 1)) continue;
      const std::size_t at = folded_.find(known);
      if (at == std::string::npos) continue;
      longest = Span{at, at + known.size()}.shifted(chinese_.span.begin);
    }
    return longest;
  }

  /// "West Virginia" is another name than "Virginia".
  bool follows_direction(const NameWord& word) const {
    if (word.word == 0) return false;
    const std::string_view before = english_.words[word.word - 1].span.in(text_);
    constexpr std::string_view kDirections[] = {"North", "South", "East", "West",
                                                "New",   "Saint", "San",  "Santa"};
    return std::find(std::begin(kDirections), std::end(kDirections), before) !=
           std::end(kDirections);
  }

  bool is_taken(Span span) const {
    return std::any_of(forms_.begin(), forms_.end(),
                       [&](const NameForm& form) { return form.english.overlaps(span); });
  }

  /// Empty where nothing is surely what stands for the word.
  Span rendering_of(const NameWord& word, bool glossed) const {
    if (word.sound().share() < kSounds || word.sound().information < kInformation) return {};
    if (word.missing < kFound && !glossed) {
      // What the lexicon translates it by may be a word as well: 周六 and 星期六 for "Saturday".
      const auto& links = english_links_[word.word].links;
      if (links.empty() || chinese_.words[links.front().other].span != word.sound().span ||
          ends_beside(word.sound().span)) {
        return {};
      }
      return word.sound().span;
    }
    if (!is_nothing_else(word.sound().span)) return {};
    return word.sound().span;
  }

  /// Whether a stretch of Chinese keeps to the bounds of words, and none of them is ordinary or
  /// explained by the English.
  bool is_nothing_else(Span span) const {
    if (text::count_code_points(span.in(chinese_.document->text)) < 2) return false;
    bool begins = false;
    bool ends = false;
    for (std::size_t u = 0; u < chinese_.words.size(); ++u) {
      const model::Word& word = chinese_.words[u];
      if (!word.span.overlaps(span)) continue;
      begins = begins || word.span.begin == span.begin;
      ends = ends || word.span.end == span.end;
      if (pair::missing_odds(chinese_, u, chinese_links_[u]) < 0) return false;
    }
    return begins && ends && !ends_beside(span) && !holds_ordinary_word(chinese_, span, lexicon_);
  }

  /// Whether the stretch begins or ends with what is no part of a name: 法老的.
  [[nodiscard]] bool ends_beside(Span span) const {
    const std::vector<pair::Character> characters =
        pair::characters_of(chinese_.document->text, span);
    return pair::is_in(text::folded_han(characters.front().value), kBeside) ||
           pair::is_in(text::folded_han(characters.back().value), kBeside);
  }

  /// "Lin Po-han" and 林柏翰: surname and given name are spelled.
  void find_persons() {
    const auto& words = english_.words;
    for (std::size_t first = 0; first < words.size(); ++first) {
      if (!is_capitalised(words[first], text_)) continue;
      std::size_t count = 1;
      for (std::size_t last = first + 1; last < words.size(); ++last) {
        const std::string_view between = text_.substr(
            words[last - 1].span.end, words[last].span.begin - words[last - 1].span.end);
        const bool hyphen = words[last].span.in(text_) == "-" || between == "-";
        if (hyphen || text_[words[last].span.begin - 1] == '-') {
          if (words[last].kind != text::TokenKind::kWord) continue;
        } else if (between == " " && is_capitalised(words[last], text_)) {
          if (++count > kMostWords) break;
        } else {
          break;
        }
        const bool goes_on = text_.substr(words[last].span.end).starts_with('-');
        if (count >= 2 && !goes_on) find_person(first, last);
      }
    }
  }

  void find_person(std::size_t first, std::size_t last) {
    const Span place = english_.words[first].span.joined(english_.words[last].span);
    const std::string_view text = chinese_.document->text;
    for (const model::Word& word : chinese_.words) {
      if (word.kind != text::TokenKind::kHan) continue;
      Span name{word.span.begin, word.span.begin};
      if (names::surname_size(text.substr(name.begin, 12)) == 0) continue;
      for (std::size_t count = 0; count < kMostCharacters && name.end < chinese_.span.end;
           ++count) {
        std::size_t next = name.end;
        if (!text::is_han(text::next_code_point(text, next))) break;
        name.end = next;
        if (count == 0 ||
            names::match_person(place.in(text_), name.in(text)) != names::PersonMatch::kFull) {
          continue;
        }
        if (!is_taken(place)) add(place, name, person_key(place.in(text_)), first, last);
        return;
      }
    }
  }

  static std::string person_key(std::string_view name) {
    std::vector<std::string> words;
    while (!name.empty()) {
      const std::size_t end = std::min(name.find(' '), name.size());
      words.push_back(key_of(name.substr(0, end)));
      name.remove_prefix(std::min(end + 1, name.size()));
    }
    std::sort(words.begin(), words.end());
    std::string key;
    for (const std::string& word : words) key += word + " ";
    return key;
  }

  void add(Span english, Span chinese, std::string key, std::size_t first, std::size_t last) {
    NameForm form{english,
                  chinese,
                  std::move(key),
                  terms::simplified(chinese.in(chinese_.document->text)),
                  {}};
    const auto& words = english_.words;
    if (first > 0) add_company(words[first - 1], {words[first - 1].span.end, english.begin}, form);
    if (last + 1 < words.size()) {
      add_company(words[last + 1], {english.end, words[last + 1].span.begin}, form);
    }
    forms_.push_back(std::move(form));
  }

  void add_company(const model::Word& word, Span between, NameForm& form) const {
    if (between.in(text_) == " " && is_capitalised(word, text_)) {
      form.company.push_back(key_of(word.span.in(text_)));
    }
  }

  const pair::Passage& english_;
  std::span<const pair::LinkedWord> english_links_;
  const pair::Passage& chinese_;
  std::span<const pair::LinkedWord> chinese_links_;
  const model::Lexicon& lexicon_;
  const model::NameStore* store_;
  std::string_view text_;
  std::string folded_;  ///< the Chinese
  std::vector<NameForm> forms_;
};

}  // namespace

std::vector<NameForm> name_forms(const pair::Passage& english,
                                 std::span<const pair::LinkedWord> english_links,
                                 const pair::Passage& chinese,
                                 std::span<const pair::LinkedWord> chinese_links,
                                 const model::Lexicon& lexicon, const model::NameStore* store) {
  return Finder(english, english_links, chinese, chinese_links, lexicon, store).run();
}

std::vector<NameForm> name_forms(const pair::Passage& english, const pair::Passage& chinese,
                                 const model::Lexicon& lexicon, const model::NameStore* store) {
  if (!may_have_names(english, lexicon, store)) return {};
  const pair::Links links = pair::link_words(english.words, Language::kEnglish, chinese.words,
                                             Language::kChinese, lexicon, english.document->text);
  return name_forms(english, links.source, chinese, links.target, lexicon, store);
}

std::vector<NameForm> KeptNameForms::of(const pair::Passage& english, const pair::Passage& chinese,
                                        const model::Lexicon& lexicon,
                                        const model::NameStore* store) {
  std::string both(english.text());
  (both += '\n') += chinese.text();
  const std::uint64_t key = model::hash_form(both);
  auto found = now_.find(key);
  if (found == now_.end()) {
    if (const auto earlier = earlier_.find(key); earlier != earlier_.end()) {
      found = now_.insert(earlier_.extract(earlier)).position;
    } else {
      const Entry entry{name_forms(english, chinese, lexicon, store), english.span.begin,
                        chinese.span.begin};
      found = now_.emplace(key, entry).first;
    }
  }
  std::vector<NameForm> forms = found->second.forms;
  for (NameForm& form : forms) {
    form.english = form.english.shifted(english.span.begin - found->second.english_begin);
    if (form.chinese.empty()) continue;
    form.chinese = form.chinese.shifted(chinese.span.begin - found->second.chinese_begin);
  }
  return forms;
}

bool holds_ordinary_word(const pair::Passage& chinese, Span span, const model::Lexicon& lexicon) {
  return std::any_of(chinese.words.begin(), chinese.words.end(), [&](const model::Word& word) {
    return word.span.overlaps(span) && word.id != model::kUnknownWord &&
           text::count_code_points(word.span.in(chinese.document->text)) > 1 &&
           lexicon.probability(Language::kChinese, word.id) > kOrdinary;
  });
}

bool may_have_names(const pair::Passage& english, const model::Lexicon& lexicon,
                    const model::NameStore* store) {
  return std::any_of(english.words.begin(), english.words.end(), [&](const model::Word& word) {
    return is_capitalised(word, english.document->text) &&
           (store != nullptr || lexicon.probability(Language::kEnglish, word.id) <= kRare);
  });
}

}  // namespace duizhao::check
