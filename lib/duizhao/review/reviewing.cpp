#include "duizhao/review/reviewing.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <utility>

#include "duizhao/align/after_edit.h"
#include "duizhao/align/align.h"
#include "duizhao/review/checking.h"
#include "duizhao/review/told_findings.h"
#include "duizhao/score/mqm.h"
#include "duizhao/text/sentences.h"

namespace duizhao {
namespace {

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
