#include "duizhao/review/reviewing.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <functional>
#include <iterator>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "duizhao/align/after_edit.h"
#include "duizhao/align/align.h"
#include "duizhao/check/calibration.h"
#include "duizhao/check/evidence/facts/fact_findings.h"
#include "duizhao/check/evidence/names/glossed_words.h"
#include "duizhao/check/evidence/opposites/opposites.h"
#include "duizhao/check/evidence/repeated_findings.h"
#include "duizhao/check/evidence/runs/missing_runs.h"
#include "duizhao/check/one_cause.h"
#include "duizhao/check/rule.h"
#include "duizhao/check/whole_text.h"
#include "duizhao/pair/comparable_length.h"
#include "duizhao/pair/relatedness.h"
#include "duizhao/pair/tables.h"
#include "duizhao/review/kept_findings.h"
#include "duizhao/score/evidence.h"
#include "duizhao/score/mqm.h"
#include "duizhao/score/quality.h"
#include "duizhao/text/sentences.h"

namespace duizhao {
namespace {

using check::BeadContext;
using check::DocumentContext;
using pair::Passage;

Span span_of(const Document& document, const std::vector<std::uint32_t>& sentences) {
  if (sentences.empty()) return {};
  return document.sentences[sentences.front()].span.joined(
      document.sentences[sentences.back()].span);
}

/// One version, cut into the passages of the beads, with the way from one to its neighbours.
class DocumentPassages {
 public:
  DocumentPassages(pair::AnalysedDocument analysed, const Alignment& alignment, bool is_source,
                   const model::Lexicon& lexicon)
      : bead_of_sentence_(analysed.sentences.size(), kNone) {
    passages_.reserve(alignment.beads.size());
    for (std::size_t b = 0; b < alignment.beads.size(); ++b) {
      const Bead& bead = alignment.beads[b];
      const auto& sentences = is_source ? bead.source : bead.target;
      passages_.push_back(sentences.empty()
                              ? pair::make_passage(*analysed.document, {}, lexicon)
                              : analysed.take_passage(sentences.front(), sentences.back()));
      for (const std::uint32_t sentence : sentences) bead_of_sentence_[sentence] = b;
    }
  }

  [[nodiscard]] std::span<const Passage> passages() const { return passages_; }
  [[nodiscard]] std::vector<Passage>& passages() { return passages_; }
  [[nodiscard]] const Passage* before(const std::vector<std::uint32_t>& sentences) const {
    return sentences.front() == 0 ? nullptr : at(sentences.front() - 1);
  }
  [[nodiscard]] const Passage* after(const std::vector<std::uint32_t>& sentences) const {
    const std::size_t next = sentences.back() + std::size_t{1};
    return next == bead_of_sentence_.size() ? nullptr : at(next);
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  [[nodiscard]] const Passage* at(std::size_t sentence) const {
    const std::size_t bead = bead_of_sentence_[sentence];
    return bead == kNone ? nullptr : &passages_[bead];
  }

  std::vector<Passage> passages_;
  std::vector<std::size_t> bead_of_sentence_;
};

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

/// Gives findings their keys, where they were accepted under a key of the old kind that one.
void give_keys(const Review& review, const Suppressions* suppressions,
               std::vector<Finding>& findings) {
  const std::vector<Bead>& beads = review.alignment.beads;
  for (Finding& finding : findings) {
    FindingPlace place{review.source, review.target, {}, {}};
    if (finding.bead && *finding.bead < beads.size()) {
      place.source_passage = span_of(review.source, beads[*finding.bead].source);
      place.target_passage = span_of(review.target, beads[*finding.bead].target);
    }
    finding.key = content_key(finding, place);
    if (suppressions == nullptr || suppressions->contains(finding.key)) continue;
    const std::uint64_t earlier = sentence_key(finding, place);
    if (suppressions->contains(earlier)) finding.key = earlier;
  }
}

/// Takes out what is accepted. That is the last thing: what follows from a cause that is accepted
/// is not told either.
void take_out_accepted(Review& review, const ReviewOptions& options) {
  if (options.suppressions == nullptr) return;
  review.suppressed += options.suppressions->apply(review.findings);
}

/// Both documents of a review, analysed.
struct Analysis {
  Analysis(const Review& review, const model::Lexicon& lexicon)
      : source(pair::analyse(review.source, lexicon)),
        target(pair::analyse(review.target, lexicon)) {}
  /// Takes what is known of the same sentences.
  Analysis(const Review& review, const model::Lexicon& lexicon, ReviewMemory::Kept& kept)
      : source(pair::analyse(review.source, lexicon, kept.source, std::move(kept.analysed_source))),
        target(
            pair::analyse(review.target, lexicon, kept.target, std::move(kept.analysed_target))) {}

  pair::AnalysedDocument source;
  pair::AnalysedDocument target;
};

/// A review whose documents are aligned, while they are checked.
struct ReviewAtWork {
  ReviewAtWork(Review& of, Analysis analysis, const Resources& looked_up,
               ReviewMemory::Kept* memory = nullptr)
      : review(of),
        resources(looked_up),
        kept(memory),
        source(std::move(analysis.source), review.alignment, true, *resources.lexicon),
        target(std::move(analysis.target), review.alignment, false, *resources.lexicon),
        tables(pair::headed_tables(source.passages(), target.passages())),
        glossed(review.source.language == Language::kEnglish ? review.source.text
                                                             : review.target.text),
        evidence(review.alignment.beads.size()),
        untranslated(review.alignment.beads.size()) {
    pair::settle_headings(tables, source.passages(), target.passages());
  }

  [[nodiscard]] bool puts_off_whole_text() const {
    return kept != nullptr && kept->puts_off_whole_text;
  }
  [[nodiscard]] DocumentContext context() const {
    return {review.source,
            review.target,
            review.alignment,
            source.passages(),
            target.passages(),
            resources,
            tables,
            kept == nullptr ? nullptr : &kept->name_forms};
  }

  Review& review;
  const Resources& resources;
  ReviewMemory::Kept* kept;
  DocumentPassages source;
  DocumentPassages target;
  std::vector<pair::HeadedTable> tables;
  check::GlossedWords glossed;
  /// On the quality of each bead; what stands for one with an empty side says nothing.
  std::vector<score::EvidenceVector> evidence;
  std::vector<double> untranslated;  ///< share of the target of each bead
  std::vector<Finding> of_whole_text;
};

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

/// Bytes of text that are judged together: what is known of them should fit into that cache too.
constexpr std::size_t kTextTogether = 24'000;

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

/// By bead, then by place in the target, then in the source; what concerns the whole comes first.
void sort_findings(std::vector<Finding>& findings) {
  const auto place = [](const std::optional<Span>& span) { return span ? span->begin + 1 : 0; };
  const auto key = [&](const Finding& finding) {
    return std::tuple(finding.bead ? *finding.bead + 1 : 0, place(finding.target),
                      place(finding.source), finding.rule);
  };
  std::stable_sort(findings.begin(), findings.end(),
                   [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
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

void check_all(std::span<ReviewAtWork> reviews, const ReviewOptions& options) {
  check_beads(reviews, options);
  check_whole_texts(reviews);
  for (ReviewAtWork& work : reviews) finish(work, options);
}

/// A pair longer than this, in bytes of both sides, is a chapter rather than a segment. What links
/// the words of a bead grows with the square of its length, and in a long one every word finds a
/// counterpart somewhere.
constexpr std::size_t kLongestSegment = 20'000;

bool is_long(const Document& source, const Document& target) {
  return source.text.size() + target.text.size() > kLongestSegment &&
         score::unjudged_reason(source, target).empty();
}

/// A sentence longer than this, in bytes, is none: a table, a list of words, a broken file.
constexpr std::size_t kLongestSentence = 20'000;

bool has_endless_sentence(const Document& document) {
  return std::ranges::any_of(document.sentences, [](const Sentence& sentence) {
    return sentence.span.size() > kLongestSentence;
  });
}

score::MqmOptions mqm_of(const ReviewOptions& options) {
  score::MqmOptions mqm;
  mqm.pass_threshold = options.pass_threshold;
  for (std::size_t i = 0; i < mqm.severity_weights.size(); ++i) {
    mqm.severity_weights[i] = options.profile.severity_weights[i].value_or(mqm.severity_weights[i]);
  }
  return mqm;
}

Score score_of(const Review& review, const ReviewOptions& options) {
  return score_of(review, review.findings, options);
}

}  // namespace

Score score_of(const Review& review, const std::vector<Finding>& findings,
               const ReviewOptions& options) {
  Score score = score::mqm_score(review.source, review.target, findings, mqm_of(options));
  if (score.unjudged.empty()) {
    score.quality = review.score.quality;
    score.quality_lost = review.score.quality_lost;
  }
  return score;
}

Review review(Document source, Document target, const Resources& resources,
              const ReviewOptions& options) {
  Review review;
  review.source = std::move(source);
  review.target = std::move(target);
  Analysis analysis(review, *resources.lexicon);
  align::AlignOptions alignment;
  alignment.glossary = resources.glossary;
  review.alignment = align::align(analysis.source, analysis.target, *resources.lexicon, alignment);
  ReviewAtWork work(review, std::move(analysis), resources);
  check_all({&work, 1}, options);
  review.score = score_of(review, options);
  return review;
}

namespace {

/// Aligns by means of what a memory holds, does what is to be done then, and keeps it all.
Review review_from(ReviewMemory::Kept& kept, Document source, Document target,
                   const Resources& resources,
                   const std::function<void(Review&, const Analysis&)>& check) {
  Review review;
  review.source = std::move(source);
  review.target = std::move(target);
  Analysis analysis(review, *resources.lexicon, kept);
  align::AlignOptions how;
  how.glossary = resources.glossary;
  review.alignment = kept.knows_alignment
                         ? align::align_after_edit({kept.alignment, kept.target, analysis.source,
                                                    analysis.target, kept.filled},
                                                   *resources.lexicon, how)
                         : align::align(analysis.source, analysis.target, *resources.lexicon, how);
  check(review, analysis);
  kept.knows_alignment = true;
  kept.alignment = review.alignment;
  kept.filled.reset();
  kept.source = review.source;
  kept.target = review.target;
  kept.analysed_source = std::move(analysis.source);
  kept.analysed_target = std::move(analysis.target);
  return review;
}

}  // namespace

Review review(Document source, Document target, const Resources& resources,
              const ReviewOptions& options, ReviewMemory& memory) {
  ReviewMemory::Kept& kept = memory.kept();
  return review_from(kept, std::move(source), std::move(target), resources,
                     [&](Review& review, const Analysis& analysis) {
                       kept.findings.begin_review();
                       if (!kept.puts_off_whole_text) kept.name_forms.begin_review();
                       ReviewAtWork work(review, analysis, resources, &kept);
                       check_all({&work, 1}, options);
                       review.score = score_of(review, options);
                     });
}

Review aligned(Document source, Document target, const Resources& resources, ReviewMemory& memory) {
  return review_from(memory.kept(), std::move(source), std::move(target), resources,
                     [](Review&, const Analysis&) {});
}

Review review_pair(Document source, Document target, const Resources& resources,
                   const ReviewOptions& options) {
  std::vector<DocumentPair> pair(1);
  pair.front() = {std::move(source), std::move(target)};
  return std::move(review_pairs(std::move(pair), resources, options).front());
}

namespace {

/// Begins the review of a pair; whether it is a segment with something to look at. Else it is done.
bool begin_review(Document source, Document target, const Resources& resources,
                  const ReviewOptions& options, Review& review) {
  const bool is_chapter = is_long(source, target);
  if (is_chapter) {
    text::segment(source);
    text::segment(target);
  }
  const bool endless = is_chapter && (has_endless_sentence(source) || has_endless_sentence(target));
  if (is_chapter && !endless) {
    review = duizhao::review(std::move(source), std::move(target), resources, options);
    return false;
  }
  review.source = std::move(source);
  review.target = std::move(target);
  Bead bead;
  for (std::uint32_t i = 0; i < review.source.sentences.size(); ++i) bead.source.push_back(i);
  for (std::uint32_t i = 0; i < review.target.sentences.size(); ++i) bead.target.push_back(i);
  bead.confidence = 1;
  review.alignment.beads.push_back(std::move(bead));
  // An empty side of a pair is most often not translated yet: there is nothing to find in it.
  if (!endless && score::unjudged_reason(review.source, review.target).empty()) return true;
  review.score = score_of(review, options);
  if (endless) {
    review.score.quality.reset();
    review.score.unjudged = "a sentence is too long to be judged";
  }
  return false;
}

}  // namespace

std::vector<Review> review_pairs(std::vector<DocumentPair> pairs, const Resources& resources,
                                 const ReviewOptions& options) {
  std::vector<Review> reviews(pairs.size());
  std::vector<ReviewAtWork> at_work;
  for (std::size_t i = 0; i < pairs.size();) {
    at_work.clear();
    at_work.reserve(pairs.size() - i);
    for (std::size_t text = 0; i < pairs.size() && text < kTextTogether; ++i) {
      auto& [source, target] = pairs[i];
      text += source.text.size() + target.text.size();
      if (!begin_review(std::move(source), std::move(target), resources, options, reviews[i])) {
        continue;
      }
      at_work.emplace_back(reviews[i], Analysis(reviews[i], *resources.lexicon), resources);
    }
    check_all(at_work, options);
    for (ReviewAtWork& work : at_work) work.review.score = score_of(work.review, options);
  }
  return reviews;
}

void add_findings(Review& review, std::vector<Finding> findings, const ReviewOptions& options) {
  give_keys(review, options.suppressions, findings);
  options.profile.apply(findings);
  review.findings.insert(review.findings.end(), std::make_move_iterator(findings.begin()),
                         std::make_move_iterator(findings.end()));
  sort_findings(review.findings);
  take_out_accepted(review, options);
  review.score = score_of(review, options);
}

void suppress(Review& review, const Suppressions& suppressions, const ReviewOptions& options) {
  review.suppressed += suppressions.apply(review.findings);
  review.score = score_of(review, options);
}

}  // namespace duizhao
