#include "duizhao/check/evidence/opposites/tenses.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "duizhao/text/ascii.h"
#include "duizhao/text/one_of.h"

namespace duizhao::check {
namespace {

enum class Tense : std::uint8_t { kDone, kToCome };

/// A verb's tense, and the word that says it.
struct TenseWord {
  Tense tense = Tense::kDone;
  Span span;
};

/// From this on a word renders another.
constexpr double kRenders = 0.3;
/// Words that are commoner are no verb that a tense could be compared of.
constexpr float kCommon = 3e-3F;
constexpr double kConfidence = 0.6;

/// What the auxiliaries in front of an English verb say: "has been approved", "will close"; nothing
/// of "will have closed", "was to close", "has to close".
std::optional<TenseWord> tense_in_english(const pair::Passage& passage, std::size_t verb) {
  constexpr auto kToCome = std::to_array<std::string_view>({"will", "'ll", "’ll"});
  constexpr auto kDone = std::to_array<std::string_view>({"has", "have", "'ve", "’ve"});
  constexpr auto kModals = std::to_array<std::string_view>(
      {"will", "would", "could", "should", "might", "may", "must", "shall", "to"});
  constexpr auto kBetween = std::to_array<std::string_view>(
      {"be", "been", "also", "already", "now", "soon", "formally", "officially", "not"});
  std::optional<TenseWord> found;
  for (std::size_t i = verb; i-- > 0 && verb - i <= 3;) {
    const std::string word = text::ascii_lowered(passage.written(i));
    const bool to_come = text::is_one_of(word, kToCome);
    const bool done = text::is_one_of(word, kDone);
    if (!to_come && !done) {
      if (text::is_one_of(word, kBetween)) continue;
      break;
    }
    const bool after_modal =
        i > 0 && text::is_one_of(text::ascii_lowered(passage.written(i - 1)), kModals);
    if (found || after_modal) return std::nullopt;  // will have closed, would have closed
    found = TenseWord{to_come ? Tense::kToCome : Tense::kDone, passage.words[i].span};
  }
  return found;
}

/// What stands in front of a Chinese verb: 已批准, 已于十二月关闭, 将批准, 将于十二月关闭.
std::optional<TenseWord> tense_in_chinese(const pair::Passage& passage, std::size_t verb) {
  constexpr auto kDone = std::to_array<std::string_view>({"已", "已经", "已經", "已于", "已於"});
  constexpr auto kToCome =
      std::to_array<std::string_view>({"将", "將", "将会", "將會", "即将", "即將", "将于", "將於"});
  constexpr auto kAt = std::to_array<std::string_view>({"于", "於"});
  constexpr std::size_t kReach = 6;
  for (std::size_t i = verb; i-- > 0 && verb - i <= kReach;) {
    if (passage.words[i].kind == text::TokenKind::kPunctuation) return std::nullopt;
    const std::string_view word = passage.written(i);
    const bool done = text::is_one_of(word, kDone);
    if (!done && !text::is_one_of(word, kToCome)) continue;
    const bool beside = i + 1 == verb;
    const bool dated = word.ends_with("于") || word.ends_with("於") ||
                       text::is_one_of(passage.written(i + 1), kAt);
    if (!beside && !dated) return std::nullopt;
    return TenseWord{done ? Tense::kDone : Tense::kToCome, passage.words[i].span};
  }
  return std::nullopt;
}

}  // namespace

std::vector<Opposition> opposed_tenses(const BeadContext& context) {
  const pair::Passage& english = context.english();
  const pair::Passage& chinese = context.chinese();
  const std::vector<pair::LinkedWord>& links = context.english_links();
  std::vector<Opposition> found;
  for (std::size_t verb = 1; verb < english.words.size(); ++verb) {
    if (links[verb].commonness >= kCommon) continue;
    const std::optional<TenseWord> said = tense_in_english(english, verb);
    if (!said) continue;
    std::optional<TenseWord> rendered;
    bool agrees = false;
    for (const pair::Link& link : links[verb].links) {
      if (double{link.from_other} + double{link.to_other} < kRenders) continue;
      const std::optional<TenseWord> tense = tense_in_chinese(chinese, link.other);
      agrees = agrees || !tense || tense->tense == said->tense;
      rendered = tense;
    }
    if (!rendered || agrees) continue;
    const bool from_chinese = context.source.language == Language::kChinese;
    found.push_back({Contrast::kPeriod, from_chinese ? rendered->span : said->span,
                     from_chinese ? said->span : rendered->span, kConfidence});
  }
  return found;
}

}  // namespace duizhao::check
