#include "duizhao/check/evidence/names/names_in_place.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/check/evidence/names/another_name.h"
#include "duizhao/check/evidence/names/name_kinds.h"
#include "duizhao/check/evidence/names/named_sides.h"
#include "duizhao/check/evidence/names/region_table.h"
#include "duizhao/check/evidence/names/usual_rendering.h"
#include "duizhao/model/name_store.h"
#include "duizhao/names/consonants.h"
#include "duizhao/names/sound.h"
#include "duizhao/pair/missing_odds.h"
#include "duizhao/pair/resources.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/interpunct.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// A translation that has less of the words of the other version is free, a summary or none.
constexpr double kLeastExplained = 0.45;
/// A word whose log-odds of missing are lower has surely its counterpart.
constexpr double kSurelyLinked = -1;
/// A word whose log-odds of missing are higher has none, be it of the lexicon or not.
constexpr double kOpen = 0.15;
/// What one name says of another by its sound, and how far their consonants agree, make together so
/// much where both may be one name.
constexpr double kAlike = 0.7;
/// The same where one of the two is not known, or with so many characters beside it.
constexpr double kAlikeUnknown = 0.55;
constexpr double kAlikeAround = 0.7;
constexpr std::size_t kAround = 2;
/// What there is to say of a name, in nats, below which anything may sound like it.
constexpr double kLeastInformation = 9;
/// English words that are commoner stand between a name and what it goes with: "of", "was".
constexpr float kSmallWord = 2e-3F;
/// Those that are less common say of whom or what a name is.
constexpr float kOfKind = 1.5e-4F;
/// So many of the small ones at most.
constexpr std::size_t kMostSmallWords = 2;
/// The lexicon knows the translations of a word of which it has so much.
constexpr float kKnownWord = 0.3F;
/// Characters behind the name of a people, a language, a faith or a style, which is no one thing.
constexpr std::u32string_view kPeopleEnds = U"人族裔语語文教派式";
/// Characters that tell what kind of place a name is of: 州 of 得克萨斯州.
constexpr std::u32string_view kPlaceEnds = U"省市县区州镇乡村岛郡河江湖山";
/// Characters that tell what kind of thing a name is of, at most: 县, 大学.
constexpr std::size_t kMostOfHead = 2;
/// Letters that what is called after a name has of it.
constexpr std::size_t kStem = 4;
/// Characters of a name that is known by its shape alone, at least.
constexpr std::size_t kLeastForeign = 3;
constexpr double kOfKnown = 0.65;
constexpr double kByShape = 0.55;

class NamesInPlace {
 public:
  NamesInPlace(const BeadContext& context, std::span<const NameWord> words,
               const Mentions& mentions, std::vector<Finding>& findings)
      : context_(context),
        chinese_(context.chinese()),
        english_(context.english()),
        store_(*context.resources.names),
        words_(words),
        mentions_(mentions),
        findings_(findings) {}

  void run() {
    if (pair::share_explained(english_, context_.english_links()) < kLeastExplained) return;
    for (std::size_t first = 0; first < words_.size();) {
      std::size_t end = first + 1;
      while (end < words_.size() && joins(words_[end - 1].span.end, words_[end].span.begin)) ++end;
      check({first, end});
      first = end;
    }
  }

 private:
  /// Numbers of words in a row, the last of them not included.
  struct Range {
    std::size_t first = 0;
    std::size_t end = 0;
  };
  /// A name of the Chinese, and what it is where that is known.
  struct ChineseName {
    Span span;
    std::optional<std::uint32_t> number;
    bool headed = false;  ///< its last character or two are what is translated of it: 洛宁县
  };

  /// A Chinese word for what stands beside an English name.
  struct Neighbour {
    std::size_t english = 0;
    std::size_t chinese = 0;
    bool telling = false;  ///< right beside it, and not in all texts: "archaeologist Petrie"
  };

  [[nodiscard]] std::string_view english_text() const { return english_.document->text; }
  [[nodiscard]] std::string_view chinese_text() const { return chinese_.document->text; }

  [[nodiscard]] bool joins(std::size_t begin, std::size_t end) const {
    const std::string_view between = english_text().substr(begin, end - begin);
    return between == " " || between == "-";
  }

  void check(Range run) {
    const auto all = words_.subspan(run.first, run.end - run.first);
    // Of "Emma Woodhouse" what follows the name that is found: 爱玛·达什伍德.
    const auto found = std::ranges::find_if_not(
        all.rbegin(), all.rend(), [&](const NameWord& word) { return is_open(word); });
    const auto names = all.subspan(static_cast<std::size_t>(all.rend() - found));
    if (names.empty()) return;
    const Span english{names.front().span.begin,
                       names.back().span.begin + names.back().stem.size()};
    if (is_part(english) || is_told(english, context_.source.language == Language::kEnglish)) {
      return;
    }
    const Mention* known = known_in(english);
    const auto is_sure = [&](const NameWord& word) { return is_name(word, known); };
    const auto is_rare = [&](const NameWord& word) {
      return is_sure(word) || context_.english_links()[word.word].commonness < kRareInNames;
    };
    if (std::ranges::none_of(names, is_sure) || !std::ranges::all_of(names, is_rare)) return;
    std::optional<ChineseName> place;
    for (const bool before : {true, false}) {
      const auto anchor = neighbour(before ? names.front().word : names.back().word, before);
      if (!anchor) continue;
      for (const auto& there : {name_beside(anchor->chinese, true),
                                name_beside(anchor->chinese, false), name_with_head(*anchor)}) {
        if (!there || (!anchor->telling && !is_of_known_kind(names, known, *there))) continue;
        if (place && place->span != there->span) return;  // which of them can't be told
        place = there;
      }
    }
    if (!place && begins_text(english)) {
      place = first_name();
      if (place && !is_of_known_kind(names, known, *place)) return;
    }
    if (place && is_another(names, known, *place)) report(english, known, *place);
  }

  [[nodiscard]] bool begins_text(Span english) const {
    std::string_view before =
        english_text().substr(english_.span.begin, english.begin - english_.span.begin);
    constexpr std::string_view kThe = "The ";
    return before.empty() || before == kThe;
  }

  /// Whether the two can't be one person's surname and given name: Ichiro, 铃木.
  [[nodiscard]] bool is_of_known_kind(std::span<const NameWord> names, const Mention* english,
                                      const ChineseName& chinese) const {
    const model::NameKinds here = english == nullptr ? model::NameKinds{} : english->kinds;
    const model::NameKinds there =
        chinese.number ? store_.kinds(*chinese.number) : model::NameKinds{};
    return names.size() > 1 || here.place || here.body || there.place ||
           (here.person && !here.given && there.person && !there.given);
  }

  /// Whether nothing of the Chinese accounts for a word.
  [[nodiscard]] bool is_open(const NameWord& word) const {
    return !word.written && !word.spelled && !word.region && !word.glossed &&
           word.missing > kOpen && !sounds(word);
  }

  /// Whether something that may be of a name sounds like a word: no word of several characters that
  /// others have translated, and names don't have: 书店.
  [[nodiscard]] bool sounds(const NameWord& word) const {
    const auto [first, last] = std::pair(chinese_.words.begin(), chinese_.words.end());
    const bool open = std::any_of(first, last, [&](const model::Word& other) {
      const auto w = static_cast<std::size_t>(&other - chinese_.words.data());
      const pair::LinkedWord& linked = context_.chinese_links()[w];
      return other.span.overlaps(word.sound().span) &&
             (linked.commonness < kParticle ||
              pair::missing_odds(chinese_, w, linked) < kSurelyLinked);
    });
    return !word.sound().span.empty() && open &&
           std::none_of(first, last, [&](const model::Word& other) {
             const std::string written = text::folded_han(other.span.in(chinese_text()));
             return other.span.overlaps(word.sound().span) && other.id != model::kUnknownWord &&
                    text::count_code_points(written) > 1 && !is_transliterated(written) &&
                    !store_.number_of(written);
           });
  }

  /// Whether a name in Latin letters goes on with what is none of its words: "J. K.", "de la".
  [[nodiscard]] bool is_part(Span english) const {
    constexpr std::string_view kParticles[] = {" de ",  " la ",  " del ", " van ", " von ",
                                               " der ", " den ", " di ",  " da ",  " al "};
    const std::string_view before = english_text().substr(0, english.begin);
    const std::string_view behind = english_text().substr(english.end);
    return before.ends_with(". ") || before.ends_with("-") || behind.starts_with("-") ||
           std::ranges::any_of(kParticles,
                               [&](std::string_view one) { return before.ends_with(one); }) ||
           (behind.size() > 1 && behind.front() == ' ' && text::is_ascii_upper(behind[1]));
  }

  [[nodiscard]] const Mention* known_in(Span english) const {
    const auto found = std::ranges::find_if(mentions_.english, [&](const Mention& mention) {
      return mention.span.overlaps(english) && (!mention.names.empty() || mention.kinds.person);
    });
    return found == mentions_.english.end() ? nullptr : &*found;
  }

  /// Whether a word is no other than a name: one that is known, or that hardly any text has.
  [[nodiscard]] bool is_name(const NameWord& word, const Mention* known) const {
    const pair::LinkedWord& linked = context_.english_links()[word.word];
    const bool of_known = known != nullptr && !known->weak && known->span.overlaps(word.span);
    if (of_known) return true;
    return linked.commonness < kRareInNames && linked.known < kKnownWord &&
           (!word.initial || linked.known <= 0);
  }

  /// The Chinese word for what stands right before or behind an English one, small words left out.
  [[nodiscard]] std::optional<Neighbour> neighbour(std::size_t word, bool before) const {
    const std::size_t name = word;
    for (std::size_t small = 0;; ++small) {
      if (before ? word == 0 : word + 1 == english_.words.size()) return std::nullopt;
      word = before ? word - 1 : word + 1;
      if (english_.words[word].kind != text::TokenKind::kWord) return std::nullopt;
      if (context_.english_links()[word].commonness < kSmallWord) break;
      if (small == kMostSmallWords) return std::nullopt;
    }
    const auto chinese = counterpart_of(word);
    if (!chinese) return std::nullopt;
    const bool next = word + 1 == name || word == name + 1;
    return Neighbour{word, *chinese, next && context_.english_links()[word].commonness < kOfKind};
  }

  /// The Chinese word for an English one, each the other's best.
  [[nodiscard]] std::optional<std::size_t> counterpart_of(std::size_t word) const {
    const pair::LinkedWord& linked = context_.english_links()[word];
    if (linked.links.empty()) return std::nullopt;
    const std::size_t chinese = linked.links.front().other;
    const pair::LinkedWord& back = context_.chinese_links()[chinese];
    if (back.links.empty()) return std::nullopt;
    // Of two words that are one in Chinese the other one is linked: "Prime Minister".
    const std::size_t other = back.links.front().other;
    const bool next = other + 1 == word || word + 1 == other;
    if ((other != word && !next) ||
        (other == word && pair::missing_odds(english_, word, linked) > kSurelyLinked) ||
        pair::missing_odds(chinese_, chinese, back) > kSurelyLinked) {
      return std::nullopt;
    }
    return chinese;
  }

  /// Whether a Chinese word has no counterpart.
  [[nodiscard]] bool is_strange(std::size_t word) const {
    if (chinese_.words[word].kind != text::TokenKind::kHan) return false;
    const std::string_view written = chinese_.words[word].span.in(chinese_text());
    const bool single = text::count_code_points(written) == 1;
    const pair::LinkedWord& linked = context_.chinese_links()[word];
    const bool rare = linked.commonness <= kParticle;
    if (single && !rare && !is_transliterated(text::folded_han(written))) return false;
    return pair::missing_odds(chinese_, word, linked) > (single && rare ? 0 : 1);
  }

  /// Whether a word only joins a name to what it goes with: 的, 在.
  [[nodiscard]] bool is_between(std::size_t word) const {
    const std::string_view written = chinese_.words[word].span.in(chinese_text());
    return is_interpunct(word) || (chinese_.words[word].kind == text::TokenKind::kHan &&
                                   text::count_code_points(written) == 1 &&
                                   context_.chinese_links()[word].commonness > kParticle);
  }

  /// The name that nothing accounts for, right before or behind a Chinese word.
  [[nodiscard]] std::optional<ChineseName> name_beside(std::size_t anchor, bool left) const {
    const auto step = [&](std::size_t word) { return left ? word - 1 : word + 1; };
    const auto ends = [&](std::size_t word) {
      return left ? word == 0 : word + 1 == chinese_.words.size();
    };
    if (ends(anchor)) return std::nullopt;
    std::size_t word = step(anchor);
    if (!is_strange(word)) {
      if (!is_between(word) || ends(word)) return std::nullopt;
      word = step(word);
    }
    return name_from(word, left);
  }

  /// The name that a Chinese word begins with, where its counterpart is what such names end with:
  /// "County" for 洛宁县.
  [[nodiscard]] std::optional<ChineseName> name_with_head(const Neighbour& head) const {
    const Span word = chinese_.words[head.chinese].span;
    const std::string folded = text::folded_han(word.in(chinese_text()));
    const std::string_view english = english_.words[head.english].span.in(english_text());
    if (!is_generic(model::name_key(english))) return std::nullopt;
    std::size_t end = word.end;
    for (std::size_t size = 1; size <= kMostOfHead && end > word.begin; ++size) {
      static_cast<void>(text::previous_code_point(chinese_text(), end));
      const std::string name = folded.substr(0, end - word.begin);
      if (text::count_code_points(name) < 2) break;
      const auto number = store_.number_of(name);
      if (number && !store_.kinds(*number).country) {
        return ChineseName{{word.begin, end}, number, true};
      }
    }
    const auto whole = store_.number_of(folded);
    if (whole && store_.kinds(*whole).place) return ChineseName{word, whole, true};
    return std::nullopt;
  }

  /// The name that nothing accounts for with which the Chinese begins.
  [[nodiscard]] std::optional<ChineseName> first_name() const {
    const auto word = std::ranges::find(chinese_.words, text::TokenKind::kHan, &model::Word::kind);
    if (word == chinese_.words.end()) return std::nullopt;
    return name_from(static_cast<std::size_t>(word - chinese_.words.begin()), false);
  }

  /// The longest name that begins with a word, or ends with it if it goes `left`.
  [[nodiscard]] std::optional<ChineseName> name_from(std::size_t word, bool left) const {
    std::vector<std::size_t> strange;
    while (word < chinese_.words.size() && (is_strange(word) || is_interpunct(word))) {
      strange.push_back(word);
      if (left && word == 0) break;
      word = left ? word - 1 : word + 1;
    }
    for (std::size_t count = strange.size(); count > 0; --count) {
      if (is_interpunct(strange[count - 1])) continue;
      const Span span = without_place_end(
          chinese_.words[strange.front()].span.joined(chinese_.words[strange[count - 1]].span));
      const std::string folded = text::folded_han(span.in(chinese_text()));
      const bool foreign = is_transliterated(folded);
      const auto number = store_.number_of(folded);
      const bool known = number && (foreign || is_place_or_person(*number));
      if (!known && (!foreign || text::count_code_points(folded) < kLeastForeign)) continue;
      if (goes_on(span, foreign)) return std::nullopt;
      return ChineseName{span, known ? number : std::nullopt};
    }
    return std::nullopt;
  }

  /// 普吉 of 普吉岛, where only the one is known.
  [[nodiscard]] Span without_place_end(Span name) const {
    std::size_t end = name.end;
    const char32_t last = text::folded_han(text::previous_code_point(chinese_text(), end));
    const Span rest{name.begin, end};
    const bool ends = rest.size() > 0 && pair::is_in(last, kPlaceEnds) &&
                      !store_.number_of(text::folded_han(name.in(chinese_text()))) &&
                      store_.number_of(text::folded_han(rest.in(chinese_text())));
    return ends ? rest : name;
  }

  [[nodiscard]] bool is_interpunct(std::size_t word) const {
    const std::string_view written = chinese_.words[word].span.in(chinese_text());
    std::size_t at = 0;
    return text::is_interpunct(text::next_code_point(written, at)) && at == written.size();
  }

  [[nodiscard]] bool is_place_or_person(std::uint32_t number) const {
    const model::KnownName name = store_.name(number);
    return !name.ordinary && (name.kinds.place || name.kinds.person) && !name.kinds.body &&
           !name.kinds.country;
  }

  /// Whether a name is only part of a longer one, 里亚纳 of 隆德里亚纳, or of what is called after
  /// it, as 科伊人 are.
  [[nodiscard]] bool goes_on(Span name, bool foreign) const {
    std::size_t before = name.begin;
    std::size_t behind = name.end;
    const char32_t first =
        before > chinese_.span.begin ? text::previous_code_point(chinese_text(), before) : U' ';
    const char32_t last =
        behind < chinese_.span.end ? text::next_code_point(chinese_text(), behind) : U' ';
    if (pair::is_in(text::folded_han(last), kPlaceEnds)) return false;
    std::size_t end = name.end;
    if (pair::is_in(last, kPeopleEnds) ||
        pair::is_in(text::previous_code_point(chinese_text(), end), kPeopleEnds)) {
      return true;
    }
    return foreign && ((text::is_han(first) && may_be_of_name({before, name.begin}, name)) ||
                       (text::is_han(last) && may_be_of_name({name.end, behind}, name)));
  }

  /// Whether a character beside a name is a word by itself that nothing stands for, and of foreign
  /// names or rare. A name of two characters goes on with any: 莫尔日.
  [[nodiscard]] bool may_be_of_name(Span character, Span name) const {
    const auto word = std::ranges::find(chinese_.words, character, &model::Word::span);
    if (word == chinese_.words.end()) return false;
    const auto w = static_cast<std::size_t>(word - chinese_.words.begin());
    const pair::LinkedWord& linked = context_.chinese_links()[w];
    const double missing = pair::missing_odds(chinese_, w, linked);
    if (text::count_code_points(name.in(chinese_text())) == 2) return missing > kSurelyLinked;
    return missing > 0 && (linked.commonness < kParticle ||
                           is_transliterated(text::folded_han(character.in(chinese_text()))));
  }

  [[nodiscard]] bool is_transliterated(std::string_view folded) const {
    for (std::size_t i = 0; i < folded.size();) {
      const char32_t c = text::next_code_point(folded, i);
      if (!store_.transliterates(c) && !text::is_interpunct(c)) return false;
    }
    return true;
  }

  /// Whether a Chinese name is none of what an English one is called, nor sounds like it.
  [[nodiscard]] bool is_another(std::span<const NameWord> english, const Mention* known,
                                const ChineseName& chinese) const {
    const std::string_view written = chinese.span.in(chinese_text());
    const bool claimed = std::ranges::any_of(words_, [&](const NameWord& word) {
      return word.missing > kSurelyLinked && word.sound().span.overlaps(chinese.span) &&
             sounds(word);
    });
    const bool found = std::ranges::any_of(mentions_.chinese, [&](const Mention& mention) {
      return (chinese.headed ? mention.rendered : mention.found) &&
             mention.span.overlaps(chinese.span);
    });
    if (claimed || found || is_told(chinese.span, context_.source.language == Language::kChinese)) {
      return false;
    }
    const bool both_known = known != nullptr && !known->names.empty() && chinese.number;
    const double alike = both_known ? kAlike : kAlikeUnknown;
    // Of a name that nobody knows, more than what was taken may be the name.
    const bool shaped = !chinese.number || text::count_code_points(written) < kLeastForeign;
    const Span around = with_neighbours(chinese.span);
    double information = 0;
    for (const NameWord& word : english) {
      if (alikeness(word.stem, chinese.span) >= alike ||
          (shaped && (alikeness(word.stem, {chinese.span.begin, around.end}) >= kAlikeAround ||
                      alikeness(word.stem, {around.begin, chinese.span.end}) >= kAlikeAround))) {
        return false;
      }
      information += names::find_sound(word.stem, names::SoundedText(written)).information;
    }
    if (known != nullptr && has_part_of(*known, chinese)) return false;
    if (information < kLeastInformation || names_region_of(english_, written) ||
        has_word_of(english, chinese)) {
      return false;
    }
    const model::NameKinds kinds =
        chinese.number ? store_.kinds(*chinese.number) : model::NameKinds{};
    if (known == nullptr || known->kinds.unknown() || kinds.unknown()) return !kinds.country;
    return known->kinds.meets(kinds);
  }

  /// Whether a Chinese name is part of what an English one is called: 棉兰 of 棉兰老岛, Mindanao.
  [[nodiscard]] bool has_part_of(const Mention& english, const ChineseName& chinese) const {
    const std::string folded = text::folded_han(chinese.span.in(chinese_text()));
    return std::ranges::any_of(english.names, [&](std::uint32_t number) {
      return store_.chinese(number).find(folded) != std::string_view::npos;
    });
  }

  /// How much of a word a stretch of the Chinese says, and how far their consonants agree.
  [[nodiscard]] double alikeness(std::string_view word, Span chinese) const {
    const std::string_view written = chinese.in(chinese_text());
    return std::max(0.0, names::find_sound(word, names::SoundedText(written)).share()) +
           names::consonants_alike(word, written);
  }

  [[nodiscard]] Span with_neighbours(Span name) const {
    for (std::size_t i = 0; i < kAround; ++i) {
      if (name.begin > chinese_.span.begin) {
        static_cast<void>(text::previous_code_point(chinese_text(), name.begin));
      }
      if (name.end < chinese_.span.end) {
        static_cast<void>(text::next_code_point(chinese_text(), name.end));
      }
    }
    return name;
  }

  /// Whether a Chinese name is called by a word of an English one, or nearly so: "the Clintons",
  /// 希拉里, "Scottish", 苏格兰.
  [[nodiscard]] bool has_word_of(std::span<const NameWord> english,
                                 const ChineseName& chinese) const {
    if (!chinese.number) return false;
    const model::KnownName name = store_.name(*chinese.number);
    return std::ranges::any_of(english, [&](const NameWord& word) {
      const std::string key = model::name_key(word.stem).substr(0, kStem);
      return std::ranges::any_of(name.english, [&](std::string_view rendering) {
        return (' ' + model::name_key(rendering)).find(' ' + key) != std::string::npos;
      });
    });
  }

  [[nodiscard]] bool is_told(Span span, bool in_source) const {
    return std::ranges::any_of(findings_, [&](const Finding& other) {
      const auto& place = in_source ? other.source : other.target;
      return place && place->overlaps(span) && other.severity != Severity::kNeutral;
    });
  }

  void report(Span english, const Mention* known, const ChineseName& chinese) {
    const bool chinese_source = context_.source.language == Language::kChinese;
    std::erase_if(findings_, [&](const Finding& other) {
      const auto& on_chinese = chinese_source ? other.source : other.target;
      const auto& on_english = chinese_source ? other.target : other.source;
      return other.rule == "name" && ((on_chinese && on_chinese->overlaps(chinese.span)) ||
                                      (on_english && on_english->overlaps(english)));
    });
    Mention name;
    name.span = chinese.span;
    if (chinese.number) name.names = {*chinese.number};
    Finding finding =
        another_name(context_, name, english, chinese.number || known ? kOfKnown : kByShape);
    if (!chinese_source && known != nullptr) {
      finding.suggestion =
          usual_rendering(*known, context_.source, context_.target, context_.resources);
      if (finding.suggestion) finding.with("known", *finding.suggestion);
    }
    findings_.push_back(std::move(finding));
  }

  const BeadContext& context_;
  const pair::Passage& chinese_;
  const pair::Passage& english_;
  const model::NameStore& store_;
  std::span<const NameWord> words_;  ///< of the English
  const Mentions& mentions_;
  std::vector<Finding>& findings_;
};

}  // namespace

void check_names_in_place(const BeadContext& context, std::span<const NameWord> words,
                          const Mentions& mentions, std::vector<Finding>& findings) {
  if (context.resources.names == nullptr) return;
  NamesInPlace(context, words, mentions, findings).run();
}

}  // namespace duizhao::check
