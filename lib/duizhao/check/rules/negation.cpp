// Rule `negation`: one side denies what the other side affirms.
//
// Fires:   该协议尚未生效。 → The agreement has taken effect.
//          He did not resign. → 他辞职了。
// Silent:  他没有来。 → He failed to come. (words that deny by their meaning)
//          不得不承认 → had to admit; 是不是 → whether; 不仅 → not only; 除非 → unless
//
// Every negation of one side is answered by at most one negation, or word that may stand for one,
// of the other, the likeliest pairs first: those that stand where the other's translation should
// be. Each one left over is a finding.
//
// Words that deny by their meaning (fail, unable, 难以, 避免) answer a negation and need no answer,
// unless they render a word that denies nothing ("will not fail", 会失败) or another negation of
// their own (untruthful, 不诚实); which words these are was counted on translations. 不得不,
// 是不是, 不仅 and "not only" deny nothing. Behind "did not expect" and the like the place is
// looked for further on: Chinese denies what is expected (预计不会).

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/check/evidence/negation_cues.h"
#include "duizhao/check/rule.h"
#include "duizhao/pair/clauses.h"

namespace duizhao::check {
namespace {

constexpr std::array kKinds = {
    // The other side denies nothing at all.
    FindingKind{"negation/lost", Category::kMistranslation, Severity::kMajor, 0.75},
    FindingKind{"negation/added", Category::kMistranslation, Severity::kMajor, 0.75},
    // It denies something, elsewhere.
    FindingKind{"negation/lost-in-part", Category::kMistranslation, Severity::kMinor, 0.6,
                "negation/lost"},
    FindingKind{"negation/added-in-part", Category::kMistranslation, Severity::kMinor, 0.6,
                "negation/added"},
};

/// Where nothing tells in which place the counterpart should stand.
constexpr double kPlaceUnknown = 0.4;

const FindingKind& kind_of(bool of_source, bool none) {
  if (of_source)
    return none ? kind(kKinds, "negation/lost") : kind(kKinds, "negation/lost-in-part");
  return none ? kind(kKinds, "negation/added") : kind(kKinds, "negation/added-in-part");
}

/// Words after a negation whose translations show where its counterpart should be.
constexpr std::size_t kScope = 5;

/// The same behind a verb of the mind, where English denies the verb and Chinese what it is about:
/// "did not expect the plant to make a profit", 预计工厂不会盈利.
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

struct Side {
  const pair::Passage& passage;
  const std::vector<pair::LinkedWord>& links;
  std::vector<Negation> cues;
  bool softened = false;  ///< some word denies by its meaning, whether or not it renders another
};

/// A word that denies by its meaning and surely renders such a word of the other side that does
/// not answers no negation: 不会失败 → "will fail", "doubts that" → 怀疑.
void remove_rendered(Side& side, const Side& other) {
  constexpr float kRendered = 0.05F;
  for (std::size_t i = 0; i < side.cues.size(); ++i) {
    if (side.cues[i] != Negation::kSoft) continue;
    side.softened = true;
    if (side.links[i].links.empty()) continue;
    const pair::Link& best = side.links[i].links.front();
    if (other.cues[best.other] != Negation::kNone) continue;
    if (std::max(best.from_other, best.to_other) >= kRendered) side.cues[i] = Negation::kNone;
  }
}

/// A word of one side that denies, and where on the other side its counterpart should be.
struct Cue {
  std::size_t at = 0;
  bool strong = false;
  std::vector<std::size_t> places;  ///< words that translate what is denied; empty: unknown
};

bool raises(const Side& side, std::size_t at) {
  constexpr std::array<std::string_view, 15> kVerbs = {
      "expect",   "expects", "expected", "think",  "thinks",  "thought",  "believe", "believes",
      "believed", "seem",    "seems",    "appear", "appears", "appeared", "likely"};
  if (at + 1 >= side.passage.words.size()) return false;
  const std::string_view next = side.passage.words[at + 1].span.in(side.passage.document->text);
  return std::find(kVerbs.begin(), kVerbs.end(), next) != kVerbs.end();
}

std::vector<Cue> cues_of(const Side& side) {
  std::vector<Cue> cues;
  for (const pair::Clause& clause : pair::clauses(side.passage)) {
    for (std::size_t at = clause.first_word; at < clause.end_word; ++at) {
      if (side.cues[at] == Negation::kNone) continue;
      Cue cue{at, side.cues[at] == Negation::kStrong, {}};
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
bool are_linked(const Side& side, std::size_t at, std::size_t other) {
  constexpr float kLinked = 0.01F;
  const std::vector<pair::Link>& links = side.links[at].links;
  return std::any_of(links.begin(), links.end(), [&](const pair::Link& link) {
    return link.other == other && std::max(link.from_other, link.to_other) >= kLinked;
  });
}

/// A cue of the source and one of the target that may answer it.
struct Pair {
  std::size_t source = 0;  ///< index of the cue
  std::size_t target = 0;
  int fit = 0;          ///< the higher the likelier
  double distance = 0;  ///< between the places in their passages, as shares of these
};

/// How well two cues answer each other; 0: not at all. `distance` as in Pair.
int fit(const Side& source, const Cue& left, const Cue& right, double distance) {
  const bool known = !left.places.empty() && !right.places.empty();
  const bool from_left = is_near(left, right.at);
  const bool from_right = is_near(right, left.at);
  const bool near = from_left || from_right;
  const bool apart = distance > kApart;
  if (left.strong && right.strong) {
    if (near) return 7;
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

struct Answers {
  std::vector<bool> source;
  std::vector<bool> target;
};

/// Which cues have a counterpart.
Answers answers(const Side& source, const std::vector<Cue>& source_cues, const Side& target,
                const std::vector<Cue>& target_cues) {
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
  Answers result{std::vector<bool>(source_cues.size()), std::vector<bool>(target_cues.size())};
  for (const Pair& pair : pairs) {
    if (result.source[pair.source] || result.target[pair.target]) continue;
    result.source[pair.source] = result.target[pair.target] = true;
  }
  return result;
}

/// Whether the cue is a plain "not": words that deny among other things are translated more freely.
bool is_plain(std::string_view cue) {
  constexpr std::array<std::string_view, 33> kPlain = {
      "不应", "不應", "不该", "不該", "不准", "不要", "未見", "不",    "没",     "没有", "未",
      "不能", "不会", "不是", "未能", "并不", "并未", "并非", "尚未",  "不再",   "沒有", "沒",
      "不會", "並不", "並未", "並非", "從未", "not",  "no",   "never", "cannot", "无法", "無法"};
  return std::find(kPlain.begin(), kPlain.end(), cue) != kPlain.end() || cue.ends_with("n't") ||
         cue.ends_with("n’t");
}

/// The evidence: the cue with what follows it in its clause.
Span shown(const Side& side, std::size_t at) {
  Span span = side.passage.words[at].span;
  for (std::size_t i = at + 1; i < std::min(side.passage.words.size(), at + 4); ++i) {
    if (side.passage.words[i].kind == text::TokenKind::kPunctuation) break;
    span = span.joined(side.passage.words[i].span);
  }
  return span;
}

void check_side(const Side& side, const std::vector<Cue>& cues, const std::vector<bool>& answered,
                const Side& other, bool of_source, std::vector<Finding>& findings) {
  const bool denied =
      std::find(other.cues.begin(), other.cues.end(), Negation::kStrong) != other.cues.end();
  const std::string_view text = side.passage.document->text;
  for (std::size_t i = 0; i < cues.size(); ++i) {
    if (!cues[i].strong || answered[i]) continue;
    const std::string_view word = side.passage.words[cues[i].at].span.in(text);
    const bool none = !denied && !other.softened && is_plain(word);
    Finding finding(kind_of(of_source, none));
    if (!none && cues[i].places.empty()) finding.confidence = kPlaceUnknown;
    const Span span = shown(side, cues[i].at);
    (of_source ? finding.source : finding.target) = span;
    findings.push_back(std::move(finding.with("words", span.in(text))));
  }
}

void check_negation(const BeadContext& context, std::vector<Finding>& findings) {
  Side source{context.source, context.links.source, negation_cues(context.source), false};
  Side target{context.target, context.links.target, negation_cues(context.target), false};
  remove_rendered(source, target);
  remove_rendered(target, source);
  const std::vector<Cue> of_source = cues_of(source);
  const std::vector<Cue> of_target = cues_of(target);
  const Answers answered = answers(source, of_source, target, of_target);
  check_side(source, of_source, answered.source, target, true, findings);
  check_side(target, of_target, answered.target, source, false, findings);
}

constexpr std::array kExamples = {
    Example{"该协议尚未生效。", "The agreement has taken effect.", "negation/lost"},
    Example{"He resigned yesterday.", "他昨天没有辞职。", "negation/added"},
    Example{"他没有来。", "He failed to come."},
    Example{"他不得不承认失败。", "He had to admit defeat."},
};

}  // namespace

extern const Rule kNegationRule = {
    .id = "negation",
    .concern = Concern::kNegation,
    .least_in_corpora = Severity::kMajor,
    .kinds = kKinds,
    .examples = kExamples,
    .check_bead = check_negation,
};

}  // namespace duizhao::check
