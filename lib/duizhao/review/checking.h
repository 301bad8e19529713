#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "duizhao/check/evidence/names/glossed_words.h"
#include "duizhao/check/rule.h"
#include "duizhao/core/alignment.h"
#include "duizhao/core/finding.h"
#include "duizhao/model/lexicon.h"
#include "duizhao/pair/passage.h"
#include "duizhao/pair/resources.h"
#include "duizhao/pair/tables.h"
#include "duizhao/review/kept_findings.h"
#include "duizhao/review/review.h"
#include "duizhao/review/review_memory.h"
#include "duizhao/review/reviewing.h"
#include "duizhao/score/evidence.h"

/// How reviews whose documents are aligned are checked: bead by bead, then as a whole.
namespace duizhao {

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

  [[nodiscard]] std::span<const pair::Passage> passages() const { return passages_; }
  [[nodiscard]] std::vector<pair::Passage>& passages() { return passages_; }
  [[nodiscard]] const pair::Passage* before(const std::vector<std::uint32_t>& sentences) const {
    return sentences.front() == 0 ? nullptr : at(sentences.front() - 1);
  }
  [[nodiscard]] const pair::Passage* after(const std::vector<std::uint32_t>& sentences) const {
    const std::size_t next = sentences.back() + std::size_t{1};
    return next == bead_of_sentence_.size() ? nullptr : at(next);
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  [[nodiscard]] const pair::Passage* at(std::size_t sentence) const {
    const std::size_t bead = bead_of_sentence_[sentence];
    return bead == kNone ? nullptr : &passages_[bead];
  }

  std::vector<pair::Passage> passages_;
  std::vector<std::size_t> bead_of_sentence_;
};

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
  [[nodiscard]] check::DocumentContext context() const {
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

/// Bytes of text that are judged together: what is known of them should fit into a processor's
/// second cache.
constexpr std::size_t kTextTogether = 24'000;

/// Has all rules look at the beads of reviews and at each as a whole, estimates the quality of
/// both, and leaves in each review what is to be told.
void check_all(std::span<ReviewAtWork> reviews, const ReviewOptions& options);

}  // namespace duizhao
