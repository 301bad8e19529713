#pragma once

#include <istream>
#include <memory>
#include <string>
#include <vector>

#include "duizhao/core/alignment.h"
#include "duizhao/core/document.h"
#include "duizhao/core/error.h"
#include "duizhao/core/finding.h"
#include "duizhao/core/score.h"
#include "duizhao/core/term_entry.h"
#include "duizhao/review/documents.h"
#include "duizhao/review/profile.h"
#include "duizhao/review/review.h"
#include "duizhao/review/suppression.h"

namespace duizhao {

struct Resources;
class ReviewMemory;

/// What a Checker looks things up in. Files are named by their paths; all have defaults.
struct CheckerOptions {
  std::string model;                    ///< empty: see find_model.h
  std::vector<std::string> glossaries;  ///< TSV, CSV, TBX or XLSX; the entries of all count
  std::vector<TermEntry> terms;         ///< entries that are in memory already, after those
  std::string profile = "draft";        ///< draft, strict, corpus, or the path of a file
  std::vector<std::string> off;         ///< rules that are not told, whatever the profile says
  std::vector<std::string> only;        ///< where there are any, no other rules are told
  std::vector<std::string> suppressions;
  std::string
      baseline;  ///< the JSON of an earlier run, whose findings are not told again; or empty
  std::istream* standard_input = nullptr;  ///< what "-" stands for; null: the process's own
};

/// The front door: aligns, checks and scores a Chinese and an English version of a text, whichever
/// of them is the source. Opening it takes some time and memory; after that it is never changed,
/// and any number of threads may use it at once.
///
///     const auto checker = duizhao::Checker::open();
///     if (!checker) return complain(checker.error());
///     const auto review = checker->review_pair("The bank opened in 1912.", "该行1921年开业。");
///     for (const duizhao::Finding& finding : review->findings) …
class Checker {
 public:
  /// Fails on a file that is missing or malformed, a profile or a rule that there is none of.
  [[nodiscard]] static Result<Checker> open(const CheckerOptions& options = {});

  Checker(Checker&&) noexcept;
  Checker& operator=(Checker&&) noexcept;
  ~Checker();

  /// Aligns two segmented documents (see documents.h), checks every bead and the whole, and scores
  /// what was found. Fails where both are in one language.
  [[nodiscard]] Result<Review> review(Document source, Document target) const;

  /// The same while the target is edited: only what has changed since the review that `memory`
  /// comes from is computed (review_memory.h).
  [[nodiscard]] Result<Review> review(Document source, Document target, ReviewMemory& memory) const;

  /// The same for two texts that are each other's translation as they stand, such as a segment of a
  /// translation memory. Fails where both are in one language or are no valid UTF-8.
  [[nodiscard]] Result<Review> review_pair(std::string source, std::string target) const;
  [[nodiscard]] Result<Review> review_pair(Document source, Document target) const;

  /// Each of many such pairs, in their order: faster than one by one. Fails where both texts of any
  /// are in one language.
  [[nodiscard]] Result<std::vector<Review>> review_pairs(std::vector<DocumentPair> pairs) const;

  /// Which sentences belong together. Fails where both documents are in one language.
  [[nodiscard]] Result<Alignment> align(const Document& source, const Document& target) const;

  /// A review that has the alignment only, made by means of what `memory` knows of the last one.
  [[nodiscard]] Result<Review> align(Document source, Document target, ReviewMemory& memory) const;

  /// Adds findings that were made outside, such as by comparing pairs with one another: they get
  /// their keys, profile and suppressions apply to them, and the review is scored anew.
  void add_findings(Review& review, std::vector<Finding> findings) const;

  /// What a review comes to if only these of its findings count.
  [[nodiscard]] Score score_of(const Review& review, const std::vector<Finding>& findings) const;

  /// Takes findings out of a review and scores it anew.
  void suppress(Review& review, const Suppressions& suppressions) const;

  [[nodiscard]] const Profile& profile() const;
  /// Penalty per 1000 source words up to which a translation passes.
  [[nodiscard]] double pass_threshold() const;
  /// What a user should know of how it was opened; most often nothing.
  [[nodiscard]] const std::vector<std::string>& warnings() const;
  /// For the rooms of the library.
  [[nodiscard]] const Resources& resources() const;

 private:
  struct Opened;
  explicit Checker(std::unique_ptr<const Opened> opened);
  std::unique_ptr<const Opened> opened_;
};

}  // namespace duizhao
