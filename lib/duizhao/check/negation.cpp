// Rule `negation`: one side denies what the other side affirms.
//
// Fires:   该协议尚未生效。 → The agreement has taken effect.
//          He did not resign. → 他辞职了。
// Silent:  他没有来。 → He failed to come. (words that deny by their meaning)
//          不得不承认 → had to admit; 是不是 → whether; 不仅 → not only; 除非 → unless
//
// A negation of one side is answered where a negation, or a word that may stand for one, lies in
// the other side near the translation of what is denied; with no translation known, anywhere.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "duizhao/check/negation_cues.h"
#include "duizhao/check/rules.h"

namespace duizhao::check {
namespace {

/// Units after a negation whose translations show where its counterpart should be.
constexpr std::size_t kScope = 5;

/// Distance in units, before and after such a translation, in which the counterpart may stand.
constexpr std::size_t kReachBack = 7;
constexpr std::size_t kReachOn = 4;

/// Words this common stand everywhere.
constexpr float kTooCommon = 2e-3F;

/// A link below this is chance.
constexpr float kCertain = 0.05F;

struct Side {
  const Passage& passage;
  const std::vector<LinkedUnit>& links;
  std::vector<Negation> cues;
  bool softened = false;  ///< some word denies by its meaning, whether or not it renders another
};

std::size_t count(const std::vector<Negation>& cues, Negation least) {
  return static_cast<std::size_t>(
      std::count_if(cues.begin(), cues.end(), [&](Negation cue) { return cue >= least; }));
}

/// A word that denies by its meaning and surely renders such a word of the other side answers no
/// negation: 不会失败 → "will fail", "doubts that" → 怀疑.
void remove_rendered(Side& side, const Side& other) {
  constexpr float kRendered = 0.05F;
  for (std::size_t i = 0; i < side.cues.size(); ++i) {
    if (side.cues[i] != Negation::kSoft) continue;
    side.softened = true;
    if (side.links[i].links.empty()) continue;
    const Link& best = side.links[i].links.front();
    if (other.cues[best.other] == Negation::kStrong) continue;
    if (std::max(best.from_other, best.to_other) >= kRendered) side.cues[i] = Negation::kNone;
  }
}

/// What stands near the place where the counterpart of a negation should be.
struct Nearby {
  bool located = false;  ///< the place is known
  bool strong = false;
  bool soft = false;
};

/// Looks for the counterpart of the negation at unit `at` of `side`.
Nearby near_counterpart(const Side& side, std::size_t at, const Side& other) {
  Nearby nearby;
  const std::size_t end = std::min(side.passage.units.size(), at + 1 + kScope);
  for (std::size_t i = at + 1; i < end; ++i) {
    const LinkedUnit& unit = side.links[i];
    if (side.passage.units[i].kind == text::TokenKind::kPunctuation) break;
    if (unit.commonness > kTooCommon || unit.links.empty()) continue;
    const Link& best = unit.links.front();
    if (best.from_other + best.to_other < kCertain) continue;
    nearby.located = true;
    const std::size_t first = best.other > kReachBack ? best.other - kReachBack : 0;
    const std::size_t last = std::min(other.cues.size(), best.other + kReachOn + 1);
    for (std::size_t k = first; k < last; ++k) {
      nearby.strong |= other.cues[k] == Negation::kStrong;
      nearby.soft |= other.cues[k] == Negation::kSoft;
    }
  }
  return nearby;
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
  Span span = side.passage.units[at].span;
  for (std::size_t i = at + 1; i < std::min(side.passage.units.size(), at + 4); ++i) {
    if (side.passage.units[i].kind == text::TokenKind::kPunctuation) break;
    span = span.joined(side.passage.units[i].span);
  }
  return span;
}

void check_side(const Side& side, const Side& other, bool of_source,
                std::vector<Finding>& findings) {
  const std::size_t strong = count(side.cues, Negation::kStrong);
  const std::size_t answers = count(other.cues, Negation::kStrong);
  const bool any_soft = count(other.cues, Negation::kSoft) > answers;
  if (strong <= answers) return;
  std::size_t unanswered = strong - answers;
  std::optional<std::size_t> suspect;
  bool alone = false;  // nothing near the suspect denies
  for (std::size_t i = 0; i < side.cues.size(); ++i) {
    if (side.cues[i] != Negation::kStrong) continue;
    const Nearby nearby = near_counterpart(side, i, other);
    const bool by_soft = !nearby.strong && (nearby.soft || (!nearby.located && any_soft));
    if (by_soft && unanswered-- == 1) return;
    const bool lone = nearby.located && !nearby.strong && !nearby.soft;
    if (!by_soft && (!suspect || (lone && !alone))) {
      suspect = i;
      alone = lone;
    }
  }
  if (!suspect) return;
  const std::string_view cue = side.passage.units[*suspect].span.in(side.passage.document->text);
  const bool none = answers == 0 && !other.softened && is_plain(cue);
  Finding finding;
  finding.rule = "negation";
  finding.category = "accuracy/mistranslation";
  finding.severity = none ? Severity::kMajor : Severity::kMinor;
  finding.confidence = none ? 0.75 : alone ? 0.6 : 0.4;
  const Span span = shown(side, *suspect);
  (of_source ? finding.source : finding.target) = span;
  finding.message =
      fmt::format("“{}” denies, and nothing in the {} does", span.in(side.passage.document->text),
                  of_source ? "target" : "source");
  findings.push_back(std::move(finding));
}

}  // namespace

void check_negation(const BeadContext& context, std::vector<Finding>& findings) {
  Side source{context.source, context.links.source, negation_cues(context.source), false};
  Side target{context.target, context.links.target, negation_cues(context.target), false};
  remove_rendered(source, target);
  remove_rendered(target, source);
  check_side(source, target, true, findings);
  check_side(target, source, false, findings);
}

}  // namespace duizhao::check
