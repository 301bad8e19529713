#include "duizhao/check/evidence/negation/lone_negations.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "duizhao/check/evidence/negation/denied_otherwise.h"
#include "duizhao/check/evidence/negation/negation_cues.h"
#include "duizhao/check/evidence/negation/negation_evidence.h"
#include "duizhao/pair/clauses.h"
#include "duizhao/pair/resources.h"
#include "duizhao/text/ascii.h"

namespace duizhao::check {
namespace {

/// Words after a negation whose translations show where its counterpart should be.
constexpr std::size_t kScope = 5;

/// The same behind a verb of the mind, where English denies the verb and Chinese what it is about:
/// "did not expect the plant to make a profit", 预计工厂不会盈利; and behind a Chinese preposition,
/// whose phrase stands before what is denied: 没有为家人的行为负责.
constexpr std::size_t kRaisedScope = 14;

/// Distance in words, before and after such a translation, in which the counterpart may stand.
constexpr std::size_t kReachBack = 7;
constexpr std::size_t kReachOn = 4;

/// Distance from such a translation, in words, or between the places in their passages, as a share
/// of these, from which two negations are taken for different ones.
constexpr std::size_t kFar = 12;
constexpr double kApart = 0.3;

/// Words this common stand everywhere.
constexpr float kTooCommon = 2e-3F;

/// A link below this is chance.
constexpr float kCertain = 0.05F;

/// Whether a negation stands right before the word, or before its article.
bool denies_before(const NegatedSide& side, std::size_t at) {
  const auto is_article = [&](std::size_t i) {
    const std::string_view word = side.passage.words[i].span.in(side.passage.document->text);
    return word == "a" || word == "an" || word == "the";
  };
  if (at > 1 && is_article(at - 1)) --at;
  return at > 0 && side.cues[at - 1] == Negation::kStrong;
}

/// A word that denies by its meaning and surely renders such a word of the other side that does
/// not answers no negation: 不会失败 → "will fail", "doubts that" → 怀疑. But "unfit" renders
/// 不适合, whatever 适合 by itself is, and 罕见 "not a common sight".
void remove_rendered(NegatedSide& side, const NegatedSide& other) {
  constexpr float kRendered = 0.05F;
  for (std::size_t i = 0; i < side.cues.size(); ++i) {
    if (side.cues[i] != Negation::kSoft || side.links[i].links.empty()) continue;
    const pair::Link& best = side.links[i].links.front();
    if (other.cues[best.other] != Negation::kNone) continue;
    if (denies_before(other, best.other)) continue;
    if (std::max(best.from_other, best.to_other) >= kRendered) side.cues[i] = Negation::kNone;
  }
}

/// "None" that Chinese text has as it is, the "no" of --no-foo: names of a program, which deny
/// nothing on either side.
void remove_copied(NegatedSide& english, const NegatedSide& chinese) {
  std::vector<std::string_view> copies;
  for (const text::Token& token : chinese.passage.tokens) {
    if (token.kind == text::TokenKind::kWord) {
      copies.push_back(token.span.in(chinese.passage.document->text));
    }
  }
  for (std::size_t i = 0; i < english.cues.size() && !copies.empty(); ++i) {
    if (english.cues[i] == Negation::kNone) continue;
    const auto copy =
        std::ranges::find(copies, english.passage.words[i].span.in(english.passage.document->text));
    if (copy == copies.end()) continue;
    english.cues[i] = Negation::kNone;
    copies.erase(copy);
  }
}

bool raises(const NegatedSide& side, std::size_t at) {
  constexpr std::array<std::string_view, 15> kVerbs = {
      "expect",   "expects", "expected", "think",  "thinks",  "thought",  "believe", "believes",
      "believed", "seem",    "seems",    "appear", "appears", "appeared", "likely"};
  constexpr std::array<std::string_view, 16> kPrepositions = {"为", "对", "向", "在",  "与", "跟",
                                                              "因", "由", "将", "把",  "被", "给",
                                                              "从", "以", "就", "对于"};
  if (at + 1 >= side.passage.words.size()) return false;
  const std::string_view next = side.passage.words[at + 1].span.in(side.passage.document->text);
  const auto is_one_of = [&](const auto& words) {
    return std::find(words.begin(), words.end(), next) != words.end();
  };
  return side.passage.language == Language::kChinese ? is_one_of(kPrepositions) : is_one_of(kVerbs);
}

std::vector<Cue> cues_of(const NegatedSide& side) {
  std::vector<Cue> cues;
  for (const pair::Clause& clause : pair::clauses(side.passage)) {
    for (std::size_t at = clause.first_word; at < clause.end_word; ++at) {
      if (side.cues[at] == Negation::kNone) continue;
      Cue cue{at, side.cues[at] == Negation::kStrong, {}, {}};
      const std::size_t scope = raises(side, at) ? kRaisedScope : kScope;
      for (std::size_t i = cue.strong ? at + 1 : at; i < std::min(clause.end_word, at + 1 + scope);
           ++i) {
        const pair::LinkedWord& word = side.links[i];
        if (word.commonness > kTooCommon || word.links.empty()) continue;
        const pair::Link& best = word.links.front();
        if (best.from_other + best.to_other >= kCertain) cue.places.push_back(best.other);
      }
      cues.push_back(std::move(cue));
    }
  }
  return cues;
}

/// Whether `cue` may be answered at word `at` of the other side, by its place.
bool is_near(const Cue& cue, std::size_t at) {
  return std::any_of(cue.places.begin(), cue.places.end(), [&](std::size_t place) {
    return place <= at + kReachBack && at <= place + kReachOn;
  });
}

/// Whether `cue` surely isn't answered at word `at` of the other side, by its place.
bool is_far(const Cue& cue, std::size_t at) {
  return std::all_of(cue.places.begin(), cue.places.end(), [&](std::size_t place) {
    return (place > at ? place - at : at - place) > kFar;
  });
}

/// Whether the lexicon takes one of the two words for a translation of the other.
bool are_linked(const NegatedSide& side, std::size_t at, std::size_t other) {
  constexpr float kLinked = 0.01F;
  const std::span<const pair::Link> links = side.links[at].links;
  return std::any_of(links.begin(), links.end(), [&](const pair::Link& link) {
    return link.other == other && std::max(link.from_other, link.to_other) >= kLinked;
  });
}

/// Two negations that fit at least so well answer each other.
constexpr int kSure = 7;

/// A cue of the source and one of the target that may answer it.
struct Pair {
  std::size_t source = 0;  ///< index of the cue
  std::size_t target = 0;
  int fit = 0;          ///< the higher the likelier
  double distance = 0;  ///< between the places in their passages, as shares of these
};

/// How well two cues answer each other; 0: not at all. `distance` as in Pair.
int fit(const NegatedSide& source, const Cue& left, const Cue& right, double distance) {
  const bool known = !left.places.empty() && !right.places.empty();
  const bool from_left = is_near(left, right.at);
  const bool from_right = is_near(right, left.at);
  const bool near = from_left || from_right;
  const bool apart = distance > kApart;
  if (left.strong && right.strong) {
    if (near) return kSure;
    if (!known) return apart ? 2 : 4;
    return apart || (is_far(left, right.at) && is_far(right, left.at)) ? 0 : 2;
  }
  const bool linked = are_linked(source, left.at, right.at);
  if (!left.strong && !right.strong) return linked ? 6 : near ? 4 : 1;
  // A word that denies by its meaning and stands elsewhere by its own words has its own reason.
  if (near) return known && !linked && !(from_left && from_right) ? 0 : 5;
  const Cue& strong = left.strong ? left : right;
  return strong.places.empty() && !apart ? 3 : 0;
}

/// Answers each cue by at most one of the other side, the best pairs first.
void answer(const NegatedSide& source, std::vector<Cue>& source_cues, const NegatedSide& target,
            std::vector<Cue>& target_cues) {
  std::vector<Pair> pairs;
  for (std::size_t s = 0; s < source_cues.size(); ++s) {
    for (std::size_t t = 0; t < target_cues.size(); ++t) {
      const double distance = std::abs(double(source_cues[s].at) / double(source.cues.size()) -
                                       double(target_cues[t].at) / double(target.cues.size()));
      const int value = fit(source, source_cues[s], target_cues[t], distance);
      if (value > 0) pairs.push_back({s, t, value, distance});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return a.fit != b.fit ? a.fit > b.fit : a.distance < b.distance;
  });
  for (const Pair& pair : pairs) {
    Cue& left = source_cues[pair.source];
    Cue& right = target_cues[pair.target];
    if (left.answer || right.answer) continue;
    left.answer = Answer{right.at, right.strong, pair.fit};
    right.answer = Answer{left.at, left.strong, pair.fit};
  }
}

/// Whether an idiom of the other side that holds a negation stands where the answer may be:
/// 乐此不疲 for "no sign of fatigue".
bool is_near_idiom(std::span<const Span> phrases, const NegatedSide& other, const Cue& cue) {
  constexpr std::size_t kIdiom = 12;  // bytes: four characters
  return std::ranges::any_of(phrases, [&](const Span& phrase) {
    if (phrase.size() < kIdiom) return false;
    for (std::size_t at = 0; at < other.passage.words.size(); ++at) {
      if (other.passage.words[at].span.overlaps(phrase) && !is_far(cue, at)) return true;
    }
    return false;
  });
}

void collect(const NegatedSide& side, const std::vector<Cue>& cues, const NegatedSide& other,
             const std::vector<Cue>& other_cues, const BeadContext& context,
             std::vector<LoneNegation>& lone) {
  std::optional<std::vector<Span>> fixed;
  std::optional<std::vector<Span>> fixed_in_other;
  for (const Cue& cue : cues) {
    if (!cue.strong || (cue.answer && cue.answer->strong && cue.answer->fit >= kSure)) continue;
    if (!fixed) fixed = fixed_denials(side.passage);
    const Span place = side.passage.words[cue.at].span;
    if (std::ranges::any_of(*fixed, [&](const Span& phrase) { return phrase.overlaps(place); })) {
      continue;
    }
    if (!fixed_in_other) fixed_in_other = fixed_denials(other.passage);
    if (is_near_idiom(*fixed_in_other, other, cue)) continue;
    if (is_denied_otherwise(side, cues, cue, other, other_cues, *context.resources.lexicon)) {
      continue;
    }
    LoneNegation negation;
    negation.of_source = &side.passage == &context.source;
    negation.at = cue.at;
    negation.evidence =
        negation_evidence(side, cue, cues, other, other_cues, *context.resources.lexicon);
    negation.log_odds = negation_log_odds(negation.evidence,
                                          side.passage.weights->negation.of(side.passage.language));
    negation.affirmed = is_affirmed(negation.evidence);
    lone.push_back(std::move(negation));
  }
}

}  // namespace

std::vector<LoneNegation> lone_negations(const BeadContext& context) {
  NegatedSide source{context.source, context.links.source, negation_cues(context.source)};
  NegatedSide target{context.target, context.links.target, negation_cues(context.target)};
  const bool to_chinese = context.target.language == Language::kChinese;
  remove_copied(to_chinese ? source : target, to_chinese ? target : source);
  remove_rendered(source, target);
  remove_rendered(target, source);
  std::vector<Cue> of_source = cues_of(source);
  std::vector<Cue> of_target = cues_of(target);
  answer(source, of_source, target, of_target);
  std::vector<LoneNegation> lone;
  collect(source, of_source, target, of_target, context, lone);
  collect(target, of_target, source, of_source, context, lone);
  return lone;
}

}  // namespace duizhao::check
