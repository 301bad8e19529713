#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/finding.h"
#include "duizhao/report/pair_place.h"
#include "duizhao/review/review.h"

namespace duizhao::report {

/// Where a review comes from: two documents, or a pair of a bilingual file.
struct ReviewOrigin {
  std::string file;  ///< the bilingual file; empty for two documents, which have their own names
  std::optional<PairPlace> pair;
};

/// One side of a finding.
struct RowSide {
  std::string file;
  std::string passage;           ///< the sentences that it is about; may be empty
  std::optional<Span> evidence;  ///< in the passage
  /// Where the evidence is in the file, or the passage, or where one is missing; columns are code
  /// points, and 0 where only the line is known.
  std::size_t line = 0;
  std::size_t column = 0;
  std::size_t end_line = 0;
  std::size_t end_column = 0;
  std::string time;  ///< of a subtitle, when it is shown: "00:01:02,500"
};

/// A finding with all that a report in rows or records tells of it.
struct FindingRow {
  std::string_view rule;
  std::string_view code;
  Category category = Category::kMistranslation;
  Severity severity = Severity::kMajor;
  double confidence = 1;
  double penalty = 0;
  std::string message;
  std::optional<std::string> suggestion;
  std::uint64_t key = 0;
  std::optional<std::size_t> bead;
  std::optional<std::uint64_t> pair;  ///< from 0
  std::string id;                     ///< of the segment
  RowSide source;
  RowSide target;
};

/// The findings of a review in their order, in the words of `language`.
[[nodiscard]] std::vector<FindingRow> finding_rows(const Review& review, const ReviewOrigin& origin,
                                                   Language language);

/// The sentences that hold a span.
[[nodiscard]] Span sentences_around(const Document& document, Span span);

/// When the subtitle that a finding is about is shown, by the target's file or else the source's;
/// empty where they are no subtitles.
[[nodiscard]] std::string cue_time(const Finding& finding, const Review& review);

}  // namespace duizhao::report
