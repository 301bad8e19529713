#include "duizhao/check/evidence/opposites/exchanged_roles.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "duizhao/text/ascii.h"
#include "duizhao/text/one_of.h"

namespace duizhao::check {
namespace {

/// From this on a word renders another.
constexpr double kRenders = 0.3;
/// Words that are commoner do nothing and have nothing done to them.
constexpr float kCommon = 3e-3F;
/// How many words the doer has in front of it, and how far behind the verb the other may stand.
constexpr std::size_t kNounPhrase = 4;
constexpr std::size_t kReach = 10;
/// In longer passages other clauses stand in between.
constexpr std::size_t kMostWords = 60;
constexpr double kConfidence = 0.6;

bool is_mark(const pair::Passage& passage, std::size_t word) {
  return passage.words[word].kind == text::TokenKind::kPunctuation;
}

/// The one word of the other side that renders this one; none where two do.
std::optional<std::size_t> rendering(std::span<const pair::LinkedWord> linked, std::size_t word) {
  std::optional<std::size_t> found;
  for (const pair::Link& link : linked[word].links) {
    if (double{link.from_other} + double{link.to_other} < kRenders) continue;
    if (found) return std::nullopt;
    found = link.other;
  }
  return found;
}

/// Whether the words behind an English verb begin what it is done to: "arrested the driver".
bool takes_object(const pair::Passage& english, std::size_t verb) {
  constexpr auto kDeterminers = std::to_array<std::string_view>(
      {"the", "a", "an", "its", "his", "her", "their", "our", "my", "this", "these", "all"});
  if (verb + 1 >= english.words.size()) return false;
  const std::string_view next = english.written(verb + 1);
  return text::is_one_of(next, kDeterminers) || text::is_ascii_upper(next.front());
}

/// Whether a word can't be but a verb: behind "shall" and its like, or in the past with an object.
bool is_verb(const pair::Passage& english, std::size_t doer, std::size_t verb) {
  constexpr auto kPronouns =
      std::to_array<std::string_view>({"i", "you", "he", "she", "it", "we", "they", "there"});
  if (text::is_one_of(text::ascii_lowered(english.written(verb)), kPronouns)) return false;
  if (verb - doer > 1) return true;
  const auto is_name = [&](std::size_t word) {
    return word < english.words.size() && text::is_ascii_upper(english.written(word).front());
  };
  const bool between_names = is_name(doer) && is_name(verb + 1) && !is_name(verb);
  return between_names || (english.written(verb).ends_with("ed") && takes_object(english, verb));
}

/// The doer whose verb `verb` is, where the English clause begins with it and is active.
std::optional<std::size_t> doer_of(const pair::Passage& english, std::size_t verb) {
  constexpr auto kBetween = std::to_array<std::string_view>(
      {"shall", "may", "must", "will", "can", "should", "could", "would", "might", "has", "have",
       "had", "also", "not", "does", "do", "did"});
  constexpr auto kNoNounPhrase = std::to_array<std::string_view>(
      {"of",    "to",    "in",     "for",   "with", "and",  "or",   "by",
       "from",  "at",    "on",     "as",    "is",   "are",  "was",  "were",
       "be",    "that",  "which",  "who",   "if",   "when", "than", "between",
       "under", "after", "before", "while", "why",  "how",  "what", "where"});
  std::size_t doer = verb;
  while (doer > 0 && verb - doer < 3 &&
         text::is_one_of(text::ascii_lowered(english.written(doer - 1)), kBetween)) {
    --doer;
  }
  if (doer == 0 || is_mark(english, doer - 1)) return std::nullopt;
  --doer;
  for (std::size_t i = doer + 1; i-- > 0;) {
    if (is_mark(english, i)) break;
    if (doer - i >= kNounPhrase) return std::nullopt;
    if (text::is_one_of(text::ascii_lowered(english.written(i)), kNoNounPhrase))
      return std::nullopt;
  }
  return is_verb(english, doer, verb) ? std::optional(doer) : std::nullopt;
}

/// Whether a Chinese word begins its clause and is by itself what the clause speaks of.
bool is_topic(const pair::Passage& chinese, std::size_t word) {
  constexpr auto kJoins =
      std::to_array<std::string_view>({"的", "和", "与", "與", "及", "或", "、", "等", "跟", "同"});
  if (word > 1 && !is_mark(chinese, word - 1) && !is_mark(chinese, word - 2)) return false;
  if (word > 0 && text::is_one_of(chinese.written(word - 1), kJoins)) return false;
  return word + 1 < chinese.words.size() && !text::is_one_of(chinese.written(word + 1), kJoins);
}

/// Whether one of some characters stands between two words.
bool stands_between(const pair::Passage& chinese, std::size_t first, std::size_t last,
                    std::initializer_list<std::string_view> forms) {
  const Span between{chinese.words[first].span.end, chinese.words[last].span.begin};
  return text::has_one_of(between.in(chinese.document->text), forms);
}

/// Whether the Chinese clause says that `topic` does to `other` what `verb` says.
bool does_to(const pair::Passage& chinese, std::size_t topic, std::size_t verb, std::size_t other) {
  constexpr auto kTowards =
      std::to_array<std::string_view>({"向", "对", "對", "给", "給", "为", "為", "替"});
  if (topic >= verb || topic >= other || !is_topic(chinese, topic)) return false;
  if (other < verb && !text::is_one_of(chinese.written(other - 1), kTowards)) return false;
  const std::size_t last = std::max(verb, other);
  return !stands_between(
      chinese, topic, last,
      {"。", "；", "，", "被", "由", "受", "遭", "获", "獲", "让", "讓", "令", "使", "的", "所"});
}

}  // namespace

std::optional<Opposition> exchanged_roles(const BeadContext& context) {
  const pair::Passage& english = context.english();
  const pair::Passage& chinese = context.chinese();
  if (english.words.size() > kMostWords) return std::nullopt;
  const std::vector<pair::LinkedWord>& links = context.english_links();
  const auto speaks = [&](std::size_t word) {
    return english.words[word].kind == text::TokenKind::kWord && links[word].commonness < kCommon;
  };
  for (std::size_t verb = 1; verb < english.words.size(); ++verb) {
    if (!speaks(verb)) continue;
    const std::optional<std::size_t> act = rendering(links, verb);
    const std::optional<std::size_t> doer = act ? doer_of(english, verb) : std::nullopt;
    if (!doer || !speaks(*doer)) continue;
    const std::optional<std::size_t> done_to = rendering(links, *doer);
    if (!done_to || *done_to == *act) continue;
    for (std::size_t i = verb + 1; i < english.words.size() && i <= verb + kReach; ++i) {
      if (is_mark(english, i) || english.written(i) == "by") break;
      if (!speaks(i)) continue;
      const std::optional<std::size_t> topic = rendering(links, i);
      if (!topic || !does_to(chinese, *topic, *act, *done_to)) continue;
      const Span zh = chinese.words[*topic].span;
      const Span en = english.words[*doer].span;
      const bool from_chinese = context.source.language == Language::kChinese;
      return Opposition{Contrast::kRole, from_chinese ? zh : en, from_chinese ? en : zh,
                        kConfidence};
    }
  }
  return std::nullopt;
}

}  // namespace duizhao::check
