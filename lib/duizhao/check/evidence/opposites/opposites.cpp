#include "duizhao/check/evidence/opposites/opposites.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "duizhao/check/evidence/opposites/event_order.h"
#include "duizhao/check/evidence/opposites/exchanged_roles.h"
#include "duizhao/check/evidence/opposites/tenses.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// A row of the tables: one member of a group, with the words that say it, separated by '|'.
struct Row {
  std::string_view group;
  std::string_view english;
  std::string_view chinese;
  std::string_view more_english;
  std::string_view more_chinese;
};

constexpr Row kOpposites[] = {
#include "duizhao/check/evidence/opposites/opposites.inc"
};
constexpr Row kPeriods[] = {
#include "duizhao/check/evidence/opposites/periods.inc"
};
constexpr Row kForces[] = {
#include "duizhao/check/evidence/opposites/forces.inc"
};
constexpr Row kQuantities[] = {
#include "duizhao/check/evidence/opposites/quantities.inc"
};

static_assert(std::ranges::is_sorted(kOpposites, {}, &Row::group));
static_assert(std::ranges::is_sorted(kPeriods, {}, &Row::group));
static_assert(std::ranges::is_sorted(kForces, {}, &Row::group));
static_assert(std::ranges::is_sorted(kQuantities, {}, &Row::group));

/// What a form says: a member of the table, surely or among other things.
struct Sense {
  std::size_t row = 0;
  bool sure = false;
};

struct Table {
  std::span<const Row> rows;
  Contrast contrast = Contrast::kMeaning;
  /// Whether of English forms that overlap only the longest says something: "must not" is no
  /// "must". Such words are small, and none with a capital inside a sentence is one: "in May".
  bool longest_only = false;

  Table(std::span<const Row> r, Contrast c)
      : rows(r), contrast(c), longest_only(c == Contrast::kForce || c == Contrast::kQuantity) {}
};

constexpr std::size_t kContrasts = 4;

const Table& table_of(std::size_t contrast) {
  static const std::array<Table, kContrasts> tables = {
      Table(kOpposites, Contrast::kMeaning), Table(kPeriods, Contrast::kPeriod),
      Table(kForces, Contrast::kForce), Table(kQuantities, Contrast::kQuantity)};
  return tables[contrast];
}

bool is_letter(char c) { return text::is_ascii_letter_or_digit(c); }

/// The end of the word that begins at a place. "year-on-year" is a form by itself, and "left" is
/// none in "left-hand".
std::size_t end_of_word(std::string_view lowered, std::size_t begin) {
  std::size_t end = begin;
  while (end < lowered.size() &&
         (is_letter(lowered[end]) ||
          (lowered[end] == '-' && end + 1 < lowered.size() && is_letter(lowered[end + 1])))) {
    ++end;
  }
  return end;
}

/// Whether words are all that a form has, with a space between.
bool is_words(std::string_view form) {
  for (std::size_t begin = 0; begin < form.size() && is_letter(form[begin]);) {
    const std::size_t end = end_of_word(form, begin);
    if (end == form.size()) return true;
    if (form[end] != ' ') return false;
    begin = end + 1;
  }
  return false;
}

/// A form of one of the tables, with what it says.
struct Form {
  std::string_view text;
  std::size_t contrast = 0;
  /// The letter that follows the first word of an English form, to tell most by that don't stand
  /// there; 0 where nothing does.
  unsigned char next = 0;
  std::vector<Sense> senses;
};

/// The forms of all tables by the first word, or by the first two characters, of which the second
/// is 0 for a form of one character: most words and characters of a text begin none.
struct Beginnings {
  std::unordered_map<std::string_view, std::vector<Form>>
      english;                                                   ///< of a table the shortest first
  std::unordered_map<std::uint64_t, std::vector<Form>> chinese;  ///< of a table the longest first

  [[nodiscard]] const std::vector<Form>* of(std::string_view word) const {
    if ((lengths_[beginning_of(word)] & length_bit(word)) == 0) return nullptr;
    const auto known = english.find(word);
    return known == english.end() ? nullptr : &known->second;
  }
  [[nodiscard]] const std::vector<Form>* of(char32_t first, char32_t second) const {
    if (!pairs_[bit_of(first, second)]) return nullptr;
    const auto known = chinese.find(key_of(first, second));
    return known == chinese.end() ? nullptr : &known->second;
  }

  Beginnings() {
    for (std::size_t contrast = 0; contrast < kContrasts; ++contrast) {
      const std::span<const Row> rows = table_of(contrast).rows;
      for (std::size_t i = 0; i < rows.size(); ++i) {
        for (const bool sure : {true, false}) {
          for_each_form(sure ? rows[i].english : rows[i].more_english, [&](std::string_view form) {
            if (is_words(form)) add_english(form, contrast, {i, sure});
          });
          for_each_form(sure ? rows[i].chinese : rows[i].more_chinese, [&](std::string_view form) {
            add_chinese(form, contrast, {i, sure});
          });
        }
      }
    }
    for (auto& [first, forms] : english) {
      lengths_[beginning_of(first)] |= length_bit(first);
      std::ranges::stable_sort(forms, {}, [](const Form& form) { return form.text.size(); });
    }
    for (auto& [key, forms] : chinese) {
      std::ranges::stable_sort(forms, std::greater(),
                               [](const Form& form) { return form.text.size(); });
    }
  }

 private:
  template <typename Use>
  static void for_each_form(std::string_view forms, const Use& use) {
    while (!forms.empty()) {
      const std::size_t bar = std::min(forms.find('|'), forms.size());
      use(forms.substr(0, bar));
      forms.remove_prefix(std::min(bar + 1, forms.size()));
    }
  }

  void add_english(std::string_view form, std::size_t contrast, Sense sense) {
    const std::size_t space = std::min(form.find(' '), form.size());
    const char next = space == form.size() ? '\0' : form[space + 1];
    add(english[form.substr(0, space)], {form, contrast, static_cast<unsigned char>(next), {}},
        sense);
  }

  void add_chinese(std::string_view form, std::size_t contrast, Sense sense) {
    std::size_t at = 0;
    const char32_t first = text::next_code_point(form, at);
    const char32_t next = at == form.size() ? 0 : text::next_code_point(form, at);
    add(chinese[key_of(first, next)], {form, contrast, 0, {}}, sense);
    pairs_.set(bit_of(first, next));
  }

  static void add(std::vector<Form>& forms, Form added, Sense sense) {
    auto form = std::ranges::find_if(forms, [&](const Form& known) {
      return known.contrast == added.contrast && known.text == added.text;
    });
    if (form == forms.end()) form = forms.insert(form, std::move(added));
    form->senses.push_back(sense);
  }

  /// What tells most words that begin no form: their length, as a bit, by the first two letters.
  static std::size_t beginning_of(std::string_view word) {
    return (static_cast<unsigned char>(word[0]) & 31U) * std::size_t{32} +
           (word.size() < 2 ? 0 : static_cast<unsigned char>(word[1]) & 31U);
  }
  static std::uint32_t length_bit(std::string_view word) {
    return std::uint32_t{1} << std::min<std::size_t>(word.size(), 31);
  }
  std::array<std::uint32_t, std::size_t{32} * 32> lengths_{};

  static std::uint64_t key_of(char32_t first, char32_t second) {
    return std::uint64_t{first} << 32U | second;
  }
  static std::size_t bit_of(char32_t first, char32_t second) {
    return ((first * 0x9E3779B1U) ^ (second * 0x85EBCA77U)) >> 16U;
  }
  std::bitset<0x10000> pairs_;  ///< of characters that begin a form, or may
};

const Beginnings& beginnings() {
  static const Beginnings all;
  return all;
}

/// Where a passage says a member.
struct Mention {
  std::size_t row = 0;
  bool sure = false;
  Span span;
};

constexpr std::string_view kComparison = "comparison";
constexpr auto kArticles = std::to_array<std::string_view>({" a ", " one ", " the "});

bool is_capital(char c) { return 'A' <= c && c <= 'Z'; }

/// Whether a word begins with a capital and yet no sentence: "the coming May".
bool is_name_like(std::string_view text, std::size_t begin) {
  return is_capital(text[begin]) && begin > 1 && text[begin - 1] == ' ' &&
         (is_letter(text[begin - 2]) || text[begin - 2] == ',') && begin + 1 < text.size() &&
         !is_capital(text[begin + 1]);
}

/// What a passage says, by contrast.
using Mentions = std::array<std::vector<Mention>, kContrasts>;

/// Whether the words in front of a time make it what something is compared with: "than a year
/// earlier", "on the previous month", 比上年; "over the last month" is while it lasted.
bool is_compared_with(std::string_view form, std::string_view before) {
  constexpr auto kThan =
      std::to_array<std::string_view>({" from ", " than ", " over ", " on ", " with ", " to ",
                                       " against ", " versus ", " below ", " above "});
  constexpr std::size_t kOneCharacter = 3;  // bytes: 年 is in every comparison
  if (!is_letter(form.front())) {
    return form.size() > kOneCharacter && (before.ends_with("比") || before.ends_with("较"));
  }
  if (form.find(' ') == std::string_view::npos) return false;
  if (!form.starts_with("last ")) {
    const auto* const article =
        std::ranges::find_if(kArticles, [&](std::string_view a) { return before.ends_with(a); });
    if (article == kArticles.end()) return false;
    before.remove_suffix(article->size() - 1);
  }
  if (before.ends_with(" in ")) before.remove_suffix(3);  // than in the previous month
  return std::ranges::any_of(kThan, [&](std::string_view than) { return before.ends_with(than); });
}

void add(const Form& form, std::size_t begin, std::vector<Mention>& mentions,
         std::string_view before, bool doubtful = false) {
  for (const Sense& sense : form.senses) {
    const bool compared = form.contrast == static_cast<std::size_t>(Contrast::kPeriod) &&
                          kPeriods[sense.row].group == kComparison &&
                          is_compared_with(form.text, before);
    mentions.push_back(
        {sense.row, compared || (sense.sure && !doubtful), Span{begin, begin + form.text.size()}});
  }
}

/// Whether an English form stands at a place, whose first word is the form's.
bool stands(const Form& form, std::string_view lowered, Span first_word) {
  if (form.next == 0) return true;
  const std::size_t end = first_word.begin + form.text.size();
  return end <= lowered.size() &&
         static_cast<unsigned char>(lowered[first_word.end + 1]) == form.next &&
         lowered.substr(first_word.begin, form.text.size()) == form.text &&
         end_of_word(lowered, end) == end;
}

/// "a year ago" says when, where "a year" says how often.
bool says_when(std::string_view form, std::string_view behind) {
  return form.starts_with("a ") && (behind.starts_with(" ago") || behind.starts_with(" earlier") ||
                                    behind.starts_with(" later") || behind.starts_with(" before") ||
                                    behind.starts_with(" after") || behind.starts_with(" from"));
}

/// 第三季度 is one quarter, where 季度 by itself comes again and again.
bool is_numbered(std::string_view form, std::string_view before) {
  constexpr std::string_view kOfPeriod = "度";
  constexpr std::array<std::string_view, 4> kQuarters = {"一", "二", "三", "四"};
  if (!form.ends_with(kOfPeriod) || before.empty()) return false;
  return is_letter(before.back()) || std::ranges::any_of(kQuarters, [&](std::string_view number) {
           return before.ends_with(number);
         });
}

/// "at all monitoring points" speaks of all of them, where "not at all clear" says nothing of how
/// many.
bool is_at_all_of_them(std::string_view form, std::size_t begin, std::string_view lowered) {
  if (form != "at all") return false;
  const std::string_view behind = lowered.substr(begin + form.size());
  constexpr std::size_t kReach = 48;  // bytes
  const std::string_view before =
      lowered.substr(begin - std::min(begin, kReach), std::min(begin, kReach));
  constexpr auto kDenied = std::to_array<std::string_view>(
      {"no", "n't", "n’t", "never", "any", "if ", "hardly", "without"});
  return behind.size() > 1 && behind[0] == ' ' && is_letter(behind[1]) &&
         std::ranges::none_of(kDenied, [&](std::string_view word) {
           return before.find(word) != std::string_view::npos;
         });
}

/// The forms in an English text, at the borders of words; of forms that overlap, all, or the
/// longest that begins first. What ends a compound says nothing surely: a "year-old" is young.
Mentions mentions_in_english(std::string_view text, std::size_t offset) {
  const std::string lowered = text::ascii_lowered(text);
  Mentions mentions;
  std::array<std::size_t, kContrasts> behind{};  // the longest form so far
  for (std::size_t begin = 0; begin < lowered.size(); ++begin) {
    if (!is_letter(lowered[begin]) || (begin > 0 && is_letter(lowered[begin - 1]))) continue;
    const Span word{begin, end_of_word(lowered, begin)};
    const std::vector<Form>* known = beginnings().of(word.in(lowered));
    if (known == nullptr) continue;
    const bool name_like = is_name_like(text, begin);
    const bool in_compound = begin > 0 && lowered[begin - 1] == '-';
    std::array<const Form*, kContrasts> longest{};
    for (const Form& form : *known) {
      if (!stands(form, lowered, word) || is_at_all_of_them(form.text, begin, lowered)) continue;
      if (table_of(form.contrast).longest_only) {
        longest[form.contrast] = &form;
      } else {
        const std::string_view rest = std::string_view(lowered).substr(begin + form.text.size());
        add(form, offset + begin, mentions[form.contrast],
            std::string_view(lowered).substr(0, begin), in_compound || says_when(form.text, rest));
      }
    }
    for (std::size_t contrast = 0; contrast < kContrasts; ++contrast) {
      if (longest[contrast] == nullptr || name_like || begin < behind[contrast]) continue;
      add(*longest[contrast], offset + begin, mentions[contrast], {});
      behind[contrast] = begin + longest[contrast]->text.size();
    }
  }
  return mentions;
}

/// Whether a form of one character stands in an idiom: 可 in 非同小可.
bool is_in_idiom(const pair::Passage& passage, Span form) {
  constexpr std::size_t kCharacter = 3;  // bytes
  return form.size() == kCharacter && std::ranges::any_of(passage.words, [&](const auto& word) {
           return word.span.size() >= 4 * kCharacter && word.span.overlaps(form);
         });
}

/// 结束了自己的生命 is how somebody died, and the end of nothing that began.
bool ends_life(std::string_view form, std::string_view behind) {
  constexpr std::size_t kReach = 24;  // bytes
  if (form != "结束" && form != "终止") return false;
  behind = behind.substr(0, std::min({kReach, behind.find("，"), behind.find("。")}));
  return behind.find("生命") != std::string_view::npos;
}

/// The forms in a Chinese text. Where a longer form begins at the same place or holds a shorter
/// one, the shorter says nothing of its own: 东南 is not 南.
Mentions mentions_in_chinese(const pair::Passage& passage) {
  const std::string simplified = text::folded_han(passage.text());
  const std::size_t offset = passage.span.begin;
  Mentions mentions;
  std::array<std::size_t, kContrasts> covered{};
  for (std::size_t begin = 0, second = 0; begin < simplified.size(); begin = second) {
    const char32_t first = text::next_code_point(simplified, second);
    std::size_t third = second;
    const char32_t next = second < simplified.size() ? text::next_code_point(simplified, third) : 0;
    std::array<bool, kContrasts> found{};
    const auto look_at = [&](const std::vector<Form>* known) {
      if (known == nullptr) return;
      for (const Form& form : *known) {
        if (found[form.contrast] ||
            !std::string_view(simplified).substr(begin).starts_with(form.text)) {
          continue;
        }
        found[form.contrast] = true;
        if (begin + form.text.size() <= covered[form.contrast]) continue;
        covered[form.contrast] = begin + form.text.size();
        const Span span{offset + begin, offset + begin + form.text.size()};
        const std::string_view before = std::string_view(simplified).substr(0, begin);
        const bool of_life =
            ends_life(form.text, std::string_view(simplified).substr(begin + form.text.size()));
        add(form, span.begin, mentions[form.contrast], before,
            is_numbered(form.text, before) || of_life || is_in_idiom(passage, span));
      }
    };
    // The longer ones first.
    if (next != 0) look_at(beginnings().of(first, next));
    look_at(beginnings().of(first, 0));
  }
  return mentions;
}

/// What must come before something may says both: the 须 of 须检测阴性方可返校 and the "may" of
/// "may return only after a negative test" are not sure.
void doubt_conditions(const pair::Passage& passage, std::vector<Mention>& forces) {
  constexpr std::array<std::string_view, 5> kOnlyThen = {"方可", "方能", "才可", "才能", "才得"};
  const bool chinese = passage.language == Language::kChinese;
  for (Mention& mention : forces) {
    const Row& row = table_of(static_cast<std::size_t>(Contrast::kForce)).rows[mention.row];
    if (row.group != "force" || row.english.starts_with("may") == chinese) continue;
    std::string_view behind = passage.text().substr(mention.span.end - passage.span.begin);
    if (chinese) {
      behind = behind.substr(0, std::min(behind.find("。"), behind.find("；")));
      if (std::ranges::any_of(kOnlyThen, [&](std::string_view then) {
            return behind.find(then) != std::string_view::npos;
          })) {
        mention.sure = false;
      }
    } else if (behind.substr(0, behind.find_first_of(".;:,")).find(" only ") !=
               std::string_view::npos) {
      mention.sure = false;
    }
  }
}

Mentions mentions_of(const pair::Passage& passage) {
  Mentions mentions = passage.language == Language::kChinese
                          ? mentions_in_chinese(passage)
                          : mentions_in_english(passage.text(), passage.span.begin);
  doubt_conditions(passage, mentions[static_cast<std::size_t>(Contrast::kForce)]);
  return mentions;
}

/// Whether a side says the member; `surely`, by a word that says nothing else.
bool is_said(std::span<const Mention> mentions, std::size_t row, bool surely) {
  return std::ranges::any_of(mentions,
                             [&](const Mention& m) { return m.row == row && (m.sure || !surely); });
}

/// How often a side surely says the member.
std::ptrdiff_t times_said(std::span<const Mention> mentions, std::size_t row) {
  return std::ranges::count_if(mentions, [&](const Mention& m) { return m.row == row && m.sure; });
}

/// Whether a word says another member as well, and the other side says that one as often: 下降 is
/// what "falls" says, be there an "increase" of something else.
bool is_said_in_other_sense(std::span<const Mention> own, const Mention& mention,
                            std::span<const Mention> other) {
  return std::ranges::any_of(own, [&](const Mention& m) {
    return m.sure && m.row != mention.row && m.span == mention.span &&
           is_said(other, m.row, true) && times_said(other, m.row) >= times_said(own, m.row);
  });
}

/// How surely a word elsewhere translates the mention: the best link of its words to one outside
/// `instead`.
double other_rendering(const pair::Passage& own, std::span<const pair::LinkedWord> linked,
                       const Span& mention, const pair::Passage& other, const Span& instead) {
  double best = 0;
  for (std::size_t i = 0; i < own.words.size(); ++i) {
    if (!own.words[i].span.overlaps(mention)) continue;
    for (const pair::Link& link : linked[i].links) {
      if (other.words[link.other].span.overlaps(instead)) continue;
      best = std::max(best, double{link.from_other} + double{link.to_other});
    }
  }
  return best;
}

/// Whether a negation stands before the words: "not guilty", 不合法, "no one is allowed"; with
/// `right_before`, nothing between them.
bool is_denied(const pair::Passage& passage, const Span& span, bool right_before) {
  std::string_view before = passage.text().substr(0, span.begin - passage.span.begin);
  if (passage.language == Language::kChinese) {
    // Bytes: 没有, 不会再.
    const std::size_t reach = right_before ? 6 : 9;
    if (before.size() > reach) before.remove_prefix(before.size() - reach);
    constexpr std::array<std::string_view, 7> kNegations = {"不", "非", "没", "沒",
                                                            "未", "无", "無"};
    return std::ranges::any_of(kNegations, [&](std::string_view negation) {
      return before.find(negation) != std::string_view::npos;
    });
  }
  // "not just have to", "n't really have to"
  for (const std::string_view adverb : {"just ", "only ", "always ", "really ", "necessarily "}) {
    if (before.ends_with(adverb)) before.remove_suffix(adverb.size());
  }
  const std::size_t reach = right_before ? 8 : 24;  // bytes: a word (nobody), or three or four
  if (before.size() > reach) before.remove_prefix(before.size() - reach);
  std::string lowered(1, ' ');
  lowered += text::ascii_lowered(before);
  constexpr std::array<std::string_view, 12> kNegations = {
      " nobody ", " no one ", " not ", " no ",      "non-",     "n't ",
      "n’t ",     " never ",  " nor ", " without ", " cannot ", " than "};
  return std::ranges::any_of(
      kNegations, [&](std::string_view n) { return lowered.find(n) != std::string::npos; });
}

/// From these on another word of the other side may be, or probably is, the counterpart.
constexpr double kPerhapsRendered = 0.12;
constexpr double kRendered = 0.3;

/// How sure an opposition is; measured on good translations and planted errors.
constexpr double kSure = 0.6;
constexpr double kPerhaps = 0.3;
constexpr double kHardly = 0.15;

/// Whether a word of the other side that says `mention`'s member among other things renders it.
bool is_rendered_by_excuse(const pair::Passage& own, std::span<const pair::LinkedWord> linked,
                           const Mention& mention, const pair::Passage& other,
                           std::span<const Mention> in_other) {
  for (std::size_t i = 0; i < own.words.size(); ++i) {
    if (!own.words[i].span.overlaps(mention.span)) continue;
    for (const pair::Link& link : linked[i].links) {
      if (double{link.from_other} + double{link.to_other} < kPerhapsRendered) continue;
      if (std::ranges::any_of(in_other, [&](const Mention& m) {
            return m.row == mention.row && other.words[link.other].span.overlaps(m.span);
          })) {
        return true;
      }
    }
  }
  return false;
}

/// Whether any of some words of the source stands for one of those of the target, at least so
/// surely.
bool any_link_between(const BeadContext& context, std::span<const std::size_t> of_source,
                      std::span<const std::size_t> of_target, double least) {
  return std::ranges::any_of(of_source, [&](std::size_t i) {
    return std::ranges::any_of(context.links.source[i].links, [&](const pair::Link& link) {
      return double{link.from_other} + double{link.to_other} >= least &&
             std::ranges::find(of_target, link.other) != of_target.end();
    });
  });
}

/// Above this share of running text a word tells nothing of what a clause speaks of.
constexpr float kCommon = 4e-3F;

/// Indices of the content words behind a mention: what may, must or need be done.
std::vector<std::size_t> words_behind(const pair::Passage& passage,
                                      std::span<const pair::LinkedWord> linked,
                                      const Span& mention) {
  constexpr std::size_t kReach = 6;
  std::vector<std::size_t> behind;
  std::size_t seen = 0;
  for (std::size_t i = 0; i < passage.words.size() && seen < kReach; ++i) {
    if (passage.words[i].span.begin < mention.end) continue;
    if (passage.words[i].kind == text::TokenKind::kPunctuation) break;
    ++seen;
    if (linked[i].commonness < kCommon) behind.push_back(i);
  }
  return behind;
}

/// Whether what one side must do is what the other side may do.
bool say_it_of_one_thing(const BeadContext& context, const Mention& a, const Mention& b) {
  const auto of_source = words_behind(context.source, context.links.source, a.span);
  const auto of_target = words_behind(context.target, context.links.target, b.span);
  return any_link_between(context, of_source, of_target, kRendered);
}

/// Indices of the content words of the clause beside a mention, on either side of it.
std::vector<std::size_t> words_beside(const pair::Passage& passage,
                                      std::span<const pair::LinkedWord> linked,
                                      const Span& mention) {
  constexpr std::size_t kReach = 4;
  const auto& words = passage.words;
  const auto is_mark = [](const auto& word) { return word.kind == text::TokenKind::kPunctuation; };
  std::size_t begin = 0;
  std::size_t end = 0;
  while (begin < words.size() && words[begin].span.end <= mention.begin) ++begin;
  for (end = begin; end < words.size() && words[end].span.begin < mention.end;) ++end;
  std::vector<std::size_t> beside;
  for (std::size_t i = begin; i > 0 && begin - i < kReach && !is_mark(words[i - 1]); --i) {
    if (linked[i - 1].commonness < kCommon) beside.push_back(i - 1);
  }
  for (std::size_t i = end; i < words.size() && i - end < kReach && !is_mark(words[i]); ++i) {
    if (linked[i].commonness < kCommon) beside.push_back(i);
  }
  return beside;
}

/// Whether the two stand in one place of the text: a word beside one renders a word beside the
/// other, or nothing is beside one that could. Where a clause says "end poverty" and another
/// 开始举办, nothing was turned into its opposite.
bool stand_in_one_place(const BeadContext& context, const Mention& a, const Mention& b) {
  const auto of_source = words_beside(context.source, context.links.source, a.span);
  const auto of_target = words_beside(context.target, context.links.target, b.span);
  return of_source.empty() || of_target.empty() ||
         any_link_between(context, of_source, of_target, kPerhapsRendered);
}

/// 得 in statutes, where translations of what may be done are free: "shall be re-eligible".
bool is_of_statutes(const BeadContext& context, const Mention& a, const Mention& b) {
  return a.span.in(context.source.document->text) == "得" ||
         b.span.in(context.target.document->text) == "得";
}

/// 得 as it is said aloud, děi: "You have to", 你得.
bool is_spoken(const BeadContext& context, const Mention& a, const Mention& b) {
  const std::string_view source = a.span.in(context.source.document->text);
  const std::string_view target = b.span.in(context.target.document->text);
  return source.ends_with(" to") || target.ends_with(" to");
}

/// How sure it is that `a` and `b` stand for each other; 0 where they hardly do.
double confidence_of(const Table& table, const BeadContext& context, const Mention& a,
                     const Mention& b, std::span<const Mention> in_source,
                     std::span<const Mention> in_target) {
  // 年 and "the year" are in every comparison; the words of the table say enough.
  if (table.contrast == Contrast::kPeriod) return kSure;
  const double rendered = std::max(
      other_rendering(context.source, context.links.source, a.span, context.target, b.span),
      other_rendering(context.target, context.links.target, b.span, context.source, a.span));
  if (table.longest_only &&
      (is_rendered_by_excuse(context.source, context.links.source, a, context.target, in_target) ||
       is_rendered_by_excuse(context.target, context.links.target, b, context.source, in_source))) {
    return 0;
  }
  if (table.contrast == Contrast::kForce) {
    const bool one_thing = say_it_of_one_thing(context, a, b);
    if (is_of_statutes(context, a, b)) {
      return one_thing && !is_spoken(context, a, b) ? kPerhaps : 0;
    }
    if (one_thing) return kSure;
  }
  const bool a_perhaps = is_said(in_target, a.row, false);
  const bool b_perhaps = is_said(in_source, b.row, false);
  // 上涨 … 下降 and "increase … falls": both sides say both.
  if (a_perhaps && b_perhaps && table.contrast == Contrast::kMeaning) return 0;
  const bool perhaps_said = a_perhaps || b_perhaps;
  if (perhaps_said && rendered > kRendered && !table.longest_only) return 0;
  const double confidence = perhaps_said || rendered > kPerhapsRendered ? kPerhaps : kSure;
  if (table.contrast != Contrast::kMeaning || stand_in_one_place(context, a, b)) return confidence;
  return confidence == kSure ? kPerhaps : kHardly;
}

/// Whether a side names the time by comparing with it: 同比 says "last year" in its way.
bool is_said_as_comparison(std::span<const Mention> mentions, std::size_t row) {
  return kPeriods[row].group != kComparison &&
         std::ranges::any_of(mentions, [&](const Mention& time) {
           return time.row == row && std::ranges::any_of(mentions, [&](const Mention& m) {
                    return m.sure && m.span == time.span && kPeriods[m.row].group == kComparison;
                  });
         });
}

void find_oppositions_of(Contrast contrast, const BeadContext& context,
                         std::span<const Mention> in_source, std::span<const Mention> in_target,
                         std::vector<Opposition>& found) {
  const Table& table = table_of(static_cast<std::size_t>(contrast));
  std::vector<bool> told(table.rows.size());
  const auto has_other_sense = [&](std::span<const Mention> own, const Mention& mention,
                                   std::span<const Mention> other) {
    return contrast == Contrast::kMeaning && is_said_in_other_sense(own, mention, other);
  };
  for (const Mention& a : in_source) {
    if (!a.sure || table.rows[a.row].group.empty() || told[a.row] ||
        is_said(in_target, a.row, true) || has_other_sense(in_source, a, in_target) ||
        is_denied(context.source, a.span, table.longest_only)) {
      continue;
    }
    for (const Mention& b : in_target) {
      if (!b.sure || b.row == a.row || table.rows[b.row].group != table.rows[a.row].group ||
          has_other_sense(in_target, b, in_source) ||
          is_denied(context.target, b.span, table.longest_only)) {
        continue;
      }
      if (contrast == Contrast::kPeriod &&
          (is_said_as_comparison(in_source, b.row) || is_said_as_comparison(in_target, a.row))) {
        continue;
      }
      // A text that must and may became one that may and may: of the same thing.
      if (is_said(in_source, b.row, true) &&
          (contrast != Contrast::kForce ||
           times_said(in_target, b.row) <= times_said(in_source, b.row) ||
           !say_it_of_one_thing(context, a, b))) {
        continue;
      }
      const double confidence = confidence_of(table, context, a, b, in_source, in_target);
      if (confidence == 0) continue;
      found.push_back({contrast, a.span, b.span, confidence});
      told[a.row] = true;
      break;
    }
  }
}

}  // namespace

std::vector<Opposition> find_oppositions(const BeadContext& context) {
  const Mentions in_source = mentions_of(context.source);
  const Mentions in_target = mentions_of(context.target);
  std::vector<Opposition> found = opposed_orders(context);
  if (const std::optional<Opposition> roles = exchanged_roles(context)) found.push_back(*roles);
  for (const Opposition& tenses : opposed_tenses(context)) found.push_back(tenses);
  for (std::size_t contrast = 0; contrast < kContrasts; ++contrast) {
    if (in_source[contrast].empty() || in_target[contrast].empty()) continue;
    find_oppositions_of(static_cast<Contrast>(contrast), context, in_source[contrast],
                        in_target[contrast], found);
  }
  return found;
}

void tell_oppositions(const BeadContext& context, Contrast contrast, const FindingKind& kind,
                      std::vector<Finding>& findings) {
  for (const Opposition& opposition : context.oppositions) {
    if (opposition.contrast != contrast) continue;
    Finding finding(kind);
    finding.confidence = opposition.confidence;
    if (finding.confidence < kSure) finding.severity = Severity::kMinor;
    if (finding.confidence < kPerhaps) finding.severity = Severity::kNeutral;
    finding.source = opposition.source;
    finding.target = opposition.target;
    findings.push_back(
        std::move(finding.with("source", opposition.source.in(context.source.document->text))
                      .with("target", opposition.target.in(context.target.document->text))));
  }
}

}  // namespace duizhao::check
