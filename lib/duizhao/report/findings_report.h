#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/core/score.h"
#include "duizhao/report/finding_rows.h"

namespace duizhao::report {

struct FindingsOptions {
  Language language = Language::kEnglish;  ///< of the words
  /// From this severity on a finding fails a run; none: nothing does.
  std::optional<Severity> fail_on = Severity::kMajor;
};

/// The findings of a review, or of the pairs of a bilingual file, for other programs and for
/// offices. One object a file; not safe to share between threads.
///
///     auto report = FindingsReport::make("sarif", {});
///     report->add(out, review, {});             // more for pairs, in their order
///     if (auto done = report->finish(out, review.score); !done) …
class FindingsReport {
 public:
  /// "xlsx", "csv", "sarif", "junit", "markdown", "xliff".
  [[nodiscard]] static const std::vector<std::string_view>& formats();
  /// Null for a format that is none of them.
  [[nodiscard]] static std::unique_ptr<FindingsReport> make(std::string_view format,
                                                            const FindingsOptions& options);

  FindingsReport() = default;
  FindingsReport(const FindingsReport&) = delete;
  FindingsReport& operator=(const FindingsReport&) = delete;
  virtual ~FindingsReport() = default;

  /// Takes a review in; appends to `out` what can be written already.
  virtual void add(std::string& out, const Review& review, const ReviewOrigin& origin) = 0;

  /// Appends the rest; `score` is that of the whole. Fails where a temporary file can't be written.
  [[nodiscard]] virtual Result<void> finish(std::string& out, const Score& score) = 0;
};

/// For offices: a row a finding under a frozen header with filters, the severity in its colour,
/// what it is about in bold within its sentence, and two columns for what the reviser decides,
/// which suppressions_in_workbook (review/decisions_workbook.h) reads back. A second sheet has the
/// score.
[[nodiscard]] std::unique_ptr<FindingsReport> make_xlsx_report(const FindingsOptions& options);

/// RFC 4180, a header and a row a finding, in UTF-8. A cell that a spreadsheet would take for a
/// formula begins with an apostrophe.
[[nodiscard]] std::unique_ptr<FindingsReport> make_csv_report(const FindingsOptions& options);

/// SARIF 2.1.0 (OASIS): the rules with their help, a result a finding at its place in the target
/// with the place in the source beside it; the key is its fingerprint. Columns are code points.
[[nodiscard]] std::unique_ptr<FindingsReport> make_sarif_report(const FindingsOptions& options);

/// JUnit XML as CI servers read it: a suite a file; a test case for every finding, which fails from
/// the severity that fails a run on, and one for every rule that found nothing.
[[nodiscard]] std::unique_ptr<FindingsReport> make_junit_report(const FindingsOptions& options);

/// For a merge request (GitHub's and GitLab's Markdown): the verdict and the counts, the gravest
/// findings, and the others folded away; never longer than a comment may be.
[[nodiscard]] std::unique_ptr<FindingsReport> make_markdown_report(const FindingsOptions& options);

/// XLIFF 2.1 (OASIS): a unit a bead or pair, the findings as its notes, the evidence marked as what
/// the notes are about.
[[nodiscard]] std::unique_ptr<FindingsReport> make_xliff_report(const FindingsOptions& options);

}  // namespace duizhao::report
