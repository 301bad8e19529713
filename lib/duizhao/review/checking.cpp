#include "duizhao/review/checking.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <optional>

#include "duizhao/check/calibration.h"
#include "duizhao/check/evidence/facts/fact_findings.h"
#include "duizhao/check/evidence/opposites/opposites.h"
#include "duizhao/check/evidence/repeated_findings.h"
#include "duizhao/check/evidence/runs/missing_runs.h"
#include "duizhao/check/one_cause.h"
#include "duizhao/check/whole_text.h"
#include "duizhao/pair/comparable_length.h"
#include "duizhao/pair/relatedness.h"
#include "duizhao/review/told_findings.h"
#include "duizhao/score/quality.h"

namespace duizhao {
namespace {

using check::BeadContext;
using pair::Passage;

/// A finding on a bead that may itself be wrong is one degree less severe: the reader is to look,
/// not to be alarmed. Below the limit four beads in ten are wrong, above it one in twenty-five.
void allow_for_doubt(const Bead& bead, Finding& finding) {
  constexpr double kDoubtful = 0.7;
  if (bead.confidence == 0) return;  // not known
  finding.confidence *= bead.confidence;
  if (bead.confidence >= kDoubtful || finding.severity == Severity::kNeutral) return;
  finding.severity = static_cast<Severity>(static_cast<int>(finding.severity) - 1);
}

/// What a finding says of the quality.
score::Fault fault_of(const Finding& finding) {
  return {check::rule_named(finding.rule)->concern, finding.rule, finding.severity,
          finding.confidence};
}

/// Whether a finding says anything of the quality: it is as sure as what its rule tells, and not
/// accepted.
bool counts(const Finding& finding, const ReviewOptions& options) {
  return finding.confidence >= check::rule_named(finding.rule)->least_confidence &&
         (options.suppressions == nullptr || !options.suppressions->contains(finding.key));
}

/// Of the findings, those that count.
std::vector<score::Fault> faults_of(const std::vector<Finding>& findings,
                                    const ReviewOptions& options) {
  std::vector<score::Fault> faults;
  faults.reserve(findings.size());
  for (const Finding& finding : findings) {
    if (counts(finding, options)) faults.push_back(fault_of(finding));
  }
  return faults;
}

/// How much of a target was left in the source's language, from 0 to 1, as far as findings on it
/// are sure: that part is no translation, good or bad. A term that was kept is a fault in one.
double untranslated_share(std::span<const Finding> findings, const Passage& target,
                          const ReviewOptions& options) {
  double bytes = 0;
  for (const Finding& finding : findings) {
    const bool left = check::rule_named(finding.rule)->concern == Concern::kUntranslated &&
                      finding.severity >= Severity::kMajor && finding.target;
    if (left && counts(finding, options)) {
      bytes += finding.confidence * double(finding.target->size());
    }
  }
  return std::min(bytes / double(target.span.size()), 1.0);
}

/// Length in characters of the longer side: what a bead weighs in the text.
double weight_of(const Passage& source, const Passage& target) {
  return std::max(pair::comparable_length(source.text(), source.language),
                  pair::comparable_length(target.text(), target.language));
}

/// A bead with text on both sides, while it is judged: what its context points to.
struct BeadAtWork {
  BeadAtWork(ReviewAtWork& of, std::size_t number)
      : review(of), bead(number), context(context_of(of.review.alignment.beads[number])) {}
  BeadAtWork(const BeadAtWork&) = delete;
  BeadAtWork& operator=(const BeadAtWork&) = delete;

  /// Takes what the last review found in a bead that says the same.
  [[nodiscard]] bool is_known() {
    if (review.kept == nullptr) return false;
    key = bead_key(context);
    auto found = review.kept->findings.find(key, context, bead);
    if (found) judged = std::move(*found);
    return found.has_value();
  }
  void keep() const {
    if (review.kept != nullptr) review.kept->findings.keep(key, context, judged);
  }

  void link_words() {
    links = pair::link_words(context.source.words, context.source.language, context.target.words,
                             context.target.language, *context.resources.lexicon,
                             context.english().document->text);
  }
  void find_what_rules_share() {
    fact_differences = check::compare_facts(context);
    context.fact_differences = fact_differences;
    oppositions = check::find_oppositions(context);
    context.oppositions = oppositions;
    related = pair::related_words(context.source, context.target, *context.resources.lexicon);
    open_words.emplace(context.source, context.target, links, related);
    context.open_words = &*open_words;
  }
  void check(const check::Rule& rule) {
    if (left_untranslated) return;
    rule.check_bead(context, judged.findings);
    // Where the whole segment was left in the source's language, the rest follows from that.
    left_untranslated = rule.concern == Concern::kUntranslated && !judged.findings.empty() &&
                        judged.findings.back().target == context.target.span;
  }
  void estimate(const ReviewOptions& options) {
    for (Finding& finding : judged.findings) {
      finding.bead = bead;
      allow_for_doubt(context.bead, finding);
    }
    give_keys(review.review, options.suppressions, judged.findings);
    // The estimate is of the translation, whatever the profile wants to tell of it.
    judged.evidence = score::evidence_of(context.source, context.target, links, related,
                                         faults_of(judged.findings, options), context.resources);
    judged.untranslated = untranslated_share(judged.findings, context.target, options);
    const model::Weights& weights = context.resources.lexicon->weights();
    for (Finding& finding : judged.findings) check::calibrate(finding, weights.confidence);
  }

  [[nodiscard]] std::size_t text_size() const {
    return context.source.span.size() + context.target.span.size();
  }

  ReviewAtWork& review;
  std::size_t bead;
  std::uint64_t key = 0;
  pair::Links links;
  pair::RelatedWords related;
  BeadContext context;
  std::vector<facts::Difference> fact_differences;
  std::vector<check::Opposition> oppositions;
  std::optional<check::OpenWords> open_words;
  JudgedBead judged;
  bool left_untranslated = false;

 private:
  BeadContext context_of(const Bead& here) {
    return {here,
            review.source.passages()[bead],
            review.target.passages()[bead],
            links,
            {},
            review.resources,
            &review.glossed,
            review.source.before(here.source),
            review.source.after(here.source),
            review.target.before(here.target),
            review.target.after(here.target),
            &judged.term_outcomes};
  }
};

/// Beads are judged together, each step for all of them before the next: what a step needs, code
/// above all, is then at hand for all but the first of them, while all steps together need more
/// than fits into a processor's second cache.
void judge(std::span<BeadAtWork* const> beads, const ReviewOptions& options) {
  for (BeadAtWork* bead : beads) bead->link_words();
  for (BeadAtWork* bead : beads) bead->find_what_rules_share();
  for (const check::Rule* rule : check::rules()) {
    if (rule->check_bead == nullptr) continue;
    for (BeadAtWork* bead : beads) bead->check(*rule);
  }
  for (BeadAtWork* bead : beads) bead->estimate(options);
}

/// Takes what was found in beads to their reviews, in the order of the beads.
void collect(std::deque<BeadAtWork>& beads) {
  for (BeadAtWork& bead : beads) {
    Review& review = bead.review.review;
    bead.review.evidence[bead.bead] = bead.judged.evidence;
    bead.review.untranslated[bead.bead] = bead.judged.untranslated;
    std::ranges::move(bead.judged.term_outcomes, std::back_inserter(review.term_outcomes));
    std::ranges::move(bead.judged.findings, std::back_inserter(review.findings));
  }
  beads.clear();
}

void check_beads(std::span<ReviewAtWork> reviews, const ReviewOptions& options) {
  std::deque<BeadAtWork> beads;  // they stay where they are
  std::vector<BeadAtWork*> unknown;
  std::size_t text = 0;
  const auto judge_them = [&] {
    judge(unknown, options);
    for (const BeadAtWork* bead : unknown) bead->keep();
    unknown.clear();
    collect(beads);
    text = 0;
  };
  for (ReviewAtWork& review : reviews) {
    for (std::size_t b = 0; b < review.evidence.size(); ++b) {
      if (review.review.alignment.beads[b].one_sided()) continue;
      BeadAtWork& bead = beads.emplace_back(review, b);
      if (!bead.is_known()) unknown.push_back(&bead);
      text += bead.text_size();
      if (text >= kTextTogether) judge_them();
    }
  }
  judge_them();
}

/// The estimates of the beads and of the whole. What the whole text tells of a bead counts in it:
/// that it lacks a name which the text gives in both languages, say.
void estimate_quality(ReviewAtWork& work, const ReviewOptions& options) {
  Review& review = work.review;
  std::vector<score::EvidenceVector>& evidence = work.evidence;
  for (const Finding& finding : work.of_whole_text) {
    if (!finding.bead || !counts(finding, options)) continue;
    score::add_fault(fault_of(finding), evidence[*finding.bead]);
    double& share = work.untranslated[*finding.bead];
    share += untranslated_share({&finding, 1}, work.target.passages()[*finding.bead], options);
    share = std::min(share, 1.0);
  }
  const model::QualityWeights& weights =
      work.resources.lexicon->weights().quality.of(review.target.language);
  score::TextEstimate estimate;
  for (std::size_t b = 0; b < evidence.size(); ++b) {
    const double weight = weight_of(work.source.passages()[b], work.target.passages()[b]);
    if (review.alignment.beads[b].one_sided()) {
      review.bead_quality.push_back(0);
      estimate.add_lone(weight);
      continue;
    }
    const score::EvidenceVector parts = score::contributions(evidence[b], weights);
    const double of_translation = score::estimate_of(parts, weights);
    const double translated = 1 - work.untranslated[b];
    review.bead_quality.push_back(of_translation * translated);
    estimate.add(of_translation, parts, weight * translated);
    estimate.add_untranslated(weight * work.untranslated[b]);
    if (options.evidence != nullptr) options.evidence->push_back(evidence[b]);
  }
  review.score.quality = estimate.value();
  review.score.quality_lost = estimate.lost();
}

/// Has the rules look that see a text as a whole.
void check_whole_texts(std::span<ReviewAtWork> reviews) {
  for (const check::Rule* rule : check::rules()) {
    if (rule->check_document == nullptr) continue;
    for (ReviewAtWork& work : reviews) {
      if (!work.puts_off_whole_text()) rule->check_document(work.context(), work.of_whole_text);
    }
  }
  for (ReviewAtWork& work : reviews) {
    if (work.puts_off_whole_text()) {
      work.of_whole_text = carried_findings(*work.kept, work.review.target, work.review.alignment);
      continue;
    }
    for (Finding& finding : work.of_whole_text) {
      check::calibrate(finding, work.resources.lexicon->weights().confidence);
    }
  }
}

/// What is left to be done when all rules have looked.
void finish(ReviewAtWork& work, const ReviewOptions& options) {
  Review& review = work.review;
  if (work.kept != nullptr) work.kept->of_whole_text = work.of_whole_text;
  give_keys(review, options.suppressions, work.of_whole_text);
  estimate_quality(work, options);
  std::ranges::move(work.of_whole_text, std::back_inserter(review.findings));
  if (review.alignment.beads.size() > 1) {
    check::excuse_by_whole_text(review.source, review.target, review.alignment, review.findings);
  }
  options.profile.apply(review.findings);
  sort_findings(review.findings);
  check::tell_causes_once(review.findings);
  take_out_accepted(review, options);
  check::fold_repeated_findings(review.findings);
}

}  // namespace

void check_all(std::span<ReviewAtWork> reviews, const ReviewOptions& options) {
  check_beads(reviews, options);
  check_whole_texts(reviews);
  for (ReviewAtWork& work : reviews) finish(work, options);
}

}  // namespace duizhao
