#include "duizhao/check/evidence/opposites/pronouns.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/model/name_store.h"
#include "duizhao/pair/resources.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/one_of.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

struct Pronoun {
  Span span;
  bool female = false;
};

bool begins_with_one_of(std::string_view text, std::span<const std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view w) { return text.starts_with(w); });
}

std::vector<Pronoun> in_chinese(const pair::Passage& passage) {
  constexpr std::string_view kHe = "他";
  constexpr std::string_view kShe = "她";
  // 他们, 其他, 他人, 吉他: nobody's he.
  constexpr std::array<std::string_view, 14> kBehind = {"们", "們", "人", "国", "國", "乡", "鄉",
                                                        "日", "山", "杀", "殺", "妈", "媽", "信"};
  constexpr std::array<std::string_view, 3> kBefore = {"其", "吉", "利"};
  const std::string_view text = passage.text();
  std::vector<Pronoun> found;
  for (const std::string_view pronoun : {kHe, kShe}) {
    for (std::size_t at = text.find(pronoun); at != std::string_view::npos;
         at = text.find(pronoun, at + pronoun.size())) {
      if (begins_with_one_of(text.substr(at + pronoun.size()), kBehind)) continue;
      if (pronoun == kHe && at >= 3 && text::is_one_of(text.substr(at - 3, 3), kBefore)) continue;
      const std::size_t begin = passage.span.begin + at;
      found.push_back({{begin, begin + pronoun.size()}, pronoun == kShe});
    }
  }
  std::ranges::sort(found, {}, [](const Pronoun& one) { return one.span.begin; });
  return found;
}

std::vector<Pronoun> in_english(const pair::Passage& passage) {
  constexpr std::array<std::string_view, 4> kHe = {"he", "him", "himself", "his"};
  constexpr std::array<std::string_view, 4> kShe = {"her", "hers", "herself", "she"};
  const std::string text = text::ascii_lowered(passage.text());
  std::vector<Pronoun> found;
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (!text::is_ascii_letter_or_digit(text[begin])) continue;
    std::size_t end = begin;
    while (end < text.size() && text::is_ascii_letter_or_digit(text[end])) ++end;
    const std::string_view word = std::string_view(text).substr(begin, end - begin);
    const bool female = text::is_one_of(word, kShe);
    if (female || text::is_one_of(word, kHe)) {
      found.push_back({{passage.span.begin + begin, passage.span.begin + end}, female});
    }
    begin = end;
  }
  return found;
}

std::vector<Pronoun> pronouns_of(const pair::Passage& passage) {
  return passage.language == Language::kChinese ? in_chinese(passage) : in_english(passage);
}

bool has(std::span<const Pronoun> pronouns, bool female) {
  return std::ranges::any_of(pronouns, [&](const Pronoun& one) { return one.female == female; });
}

/// Whether a passage speaks of a woman, or of a man, by a word that says so.
bool speaks_of(const pair::Passage& passage, bool female) {
  if (passage.language == Language::kChinese) {
    constexpr std::array<std::string_view, 8> kWomen = {"女", "妻", "母",   "妈",
                                                        "媽", "姐", "太太", "夫人"};
    constexpr std::array<std::string_view, 7> kMen = {"男",   "丈夫", "父",  "爸",
                                                      "先生", "兄",   "儿子"};
    const auto said = [&](std::string_view w) {
      return passage.text().find(w) != std::string_view::npos;
    };
    return female ? std::ranges::any_of(kWomen, said) : std::ranges::any_of(kMen, said);
  }
  constexpr std::array<std::string_view, 14> kWomen = {
      "actress", "daughter", "girl", "girlfriend", "lady", "miss",  "mom",
      "mother",  "mrs",      "ms",   "sister",     "wife", "woman", "women"};
  constexpr std::array<std::string_view, 12> kMen = {"boy",    "boyfriend", "brother", "dad",
                                                     "father", "husband",   "man",     "men",
                                                     "mr",     "sir",       "son",     "gentleman"};
  const std::string_view text = passage.document->text;
  return std::ranges::any_of(passage.words, [&](const model::Word& word) {
    const std::string lowered = text::ascii_lowered(word.span.in(text));
    return female ? text::is_one_of(lowered, kWomen) : text::is_one_of(lowered, kMen);
  });
}

/// The word behind a place that says what is owned: 他的母亲, "her mother".
std::optional<std::size_t> word_behind(const pair::Passage& passage, std::size_t end) {
  for (std::size_t i = 0; i < passage.words.size(); ++i) {
    if (passage.words[i].span.begin < end) continue;
    if (passage.words[i].span.in(passage.document->text) == "的") continue;
    if (passage.words[i].kind == text::TokenKind::kPunctuation) return std::nullopt;
    return i;
  }
  return std::nullopt;
}

constexpr float kLinked = 0.1F;

bool are_linked(std::span<const pair::LinkedWord> words, std::size_t at, std::size_t other) {
  return std::ranges::any_of(words[at].links, [&](const pair::Link& link) {
    return link.other == other && std::max(link.from_other, link.to_other) >= kLinked;
  });
}

/// A thing that is hers on one side and his on the other, unless both sides speak of both.
std::optional<OtherGender> same_thing(const BeadContext& context, std::span<const Pronoun> source,
                                      std::span<const Pronoun> target) {
  for (const Pronoun& mine : source) {
    const std::optional<std::size_t> owned = word_behind(context.source, mine.span.end);
    if (!owned) continue;
    for (const Pronoun& other : target) {
      if (other.female == mine.female) continue;
      const std::optional<std::size_t> thing = word_behind(context.target, other.span.end);
      if (!thing || !are_linked(context.links.source, *owned, *thing)) continue;
      if (has(target, mine.female) && has(source, other.female)) continue;
      return OtherGender{mine.span, other.span, true};
    }
  }
  return std::nullopt;
}

/// A person that is known, or a name that is written as foreign ones are: 卡瓦诺.
bool is_person(std::string_view chinese, const model::NameStore& names) {
  constexpr std::size_t kThreeCharacters = 9;  // bytes
  const std::string folded = text::folded_han(chinese);
  if (const auto known = names.number_of(folded)) return names.kinds(*known).person;
  return folded.size() >= kThreeCharacters && names.is_transliterated(folded);
}

/// The words before a place of a passage, or behind it, up to a mark.
std::vector<std::size_t> words_beside(const pair::Passage& passage, Span place, bool behind) {
  constexpr std::size_t kMost = 3;
  std::vector<std::size_t> beside;
  const auto add = [&](std::size_t w) {
    if (passage.words[w].kind == text::TokenKind::kPunctuation || beside.size() == kMost)
      return false;
    beside.push_back(w);
    return true;
  };
  std::size_t w = 0;
  while (w < passage.words.size() && passage.words[w].span.end <= place.begin) ++w;
  if (!behind) {
    while (w > 0 && add(w - 1)) --w;
    return beside;
  }
  while (w < passage.words.size() && passage.words[w].span.begin < place.end) ++w;
  while (w < passage.words.size() && add(w)) ++w;
  return beside;
}

/// Whether two pronouns stand beside words that render each other, on the same side of them.
bool stand_alike(const BeadContext& context, const Pronoun& source, const Pronoun& target) {
  for (const bool behind : {false, true}) {
    const auto here = words_beside(context.source, source.span, behind);
    const auto there = words_beside(context.target, target.span, behind);
    for (const std::size_t w : here) {
      if (std::ranges::any_of(there, [&](std::size_t other) {
            return are_linked(context.links.source, w, other);
          })) {
        return true;
      }
    }
  }
  return false;
}

/// Whether the Chinese names a person once more than the English, which has a pronoun there:
/// "Kavanaugh … accused him" and 卡瓦诺……她指控卡瓦诺.
bool is_named_again(const BeadContext& context) {
  constexpr std::size_t kTwoCharacters = 6;  // bytes
  constexpr float kTooCommon = 2e-3F;
  const pair::Passage& chinese = context.chinese();
  const std::span<const pair::LinkedWord> links = context.chinese_links();
  const model::NameStore* names = context.resources.names;
  if (names == nullptr) return false;
  for (std::size_t w = 0; w < chinese.words.size(); ++w) {
    const std::string_view form = chinese.words[w].span.in(chinese.document->text);
    if (form.size() < kTwoCharacters || links[w].commonness > kTooCommon) continue;
    std::size_t here = 0;
    std::set<std::uint32_t> there;
    for (std::size_t i = 0; i < chinese.words.size(); ++i) {
      if (chinese.words[i].span.in(chinese.document->text) != form) continue;
      ++here;
      for (const pair::Link& link : links[i].links) {
        if (std::max(link.from_other, link.to_other) >= kLinked) there.insert(link.other);
      }
    }
    if (!there.empty() && here > there.size() && is_person(form, *names)) return true;
  }
  return false;
}

/// Whether the pronouns are of different persons: none stands where one of the other side does, and
/// the Chinese has a name for one of them.
bool are_of_others(const BeadContext& context, std::span<const Pronoun> source,
                   std::span<const Pronoun> target) {
  for (const Pronoun& mine : source) {
    if (std::ranges::any_of(
            target, [&](const Pronoun& other) { return stand_alike(context, mine, other); })) {
      return false;
    }
  }
  return is_named_again(context);
}

/// "his or her", "he/she": whoever it is.
bool is_either(const BeadContext& context) {
  constexpr std::array<std::string_view, 8> kEither = {"his or her", "her or his", "he or she",
                                                       "she or he",  "him or her", "his/her",
                                                       "he/she",     "him/her"};
  const std::string text = text::ascii_lowered(context.english().text());
  return std::ranges::any_of(
      kEither, [&](std::string_view words) { return text.find(words) != std::string::npos; });
}

}  // namespace

std::optional<OtherGender> other_gender(const BeadContext& context) {
  const std::vector<Pronoun> source = pronouns_of(context.source);
  if (source.empty()) return std::nullopt;
  const std::vector<Pronoun> target = pronouns_of(context.target);
  if (target.empty()) return std::nullopt;
  const bool female = source.front().female;
  if (is_either(context)) return std::nullopt;
  if (has(source, !female) || has(target, female)) return same_thing(context, source, target);
  if (are_of_others(context, source, target)) return std::nullopt;
  return OtherGender{source.front().span, target.front().span,
                     speaks_of(context.source, !female) || speaks_of(context.target, female)};
}

}  // namespace duizhao::check
