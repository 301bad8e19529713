#include <fmt/format.h>

#include "duizhao/formats/glossary_csv.h"
#include "duizhao/report/findings_report.h"
#include "duizhao/review/suppression.h"

namespace duizhao::report {
namespace {

/// A cell that begins like a formula would be one (OWASP, "CSV Injection").
std::string defused(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) {
    text.insert(text.begin(), '\'');
  }
  return text;
}

std::string number(std::size_t value) { return value == 0 ? std::string() : std::to_string(value); }

std::string evidence_of(const RowSide& side) {
  return side.evidence ? std::string(side.evidence->in(side.passage)) : std::string();
}

class CsvReport : public FindingsReport {
 public:
  explicit CsvReport(const FindingsOptions& options) : language_(options.language) {}

  void add(std::string& out, const Review& review, const ReviewOrigin& origin) override {
    head(out);
    for (const FindingRow& row : finding_rows(review, origin, language_)) append(out, row);
  }

  Result<void> finish(std::string& out, const Score&) override {
    head(out);
    return {};
  }

 private:
  // The names are those of the JSON, so that a program that reads both knows them.
  void head(std::string& out) {
    if (begun_) return;
    begun_ = true;
    formats::append_csv_row(out, {"severity",
                                  "rule",
                                  "code",
                                  "category",
                                  "confidence",
                                  "penalty",
                                  "message",
                                  "suggestion",
                                  "source_file",
                                  "source_line",
                                  "source_column",
                                  "source_evidence",
                                  "source_text",
                                  "target_file",
                                  "target_line",
                                  "target_column",
                                  "target_evidence",
                                  "target_text",
                                  "id",
                                  "time",
                                  "key"});
  }

  static void append(std::string& out, const FindingRow& row) {
    std::vector<std::string> cells = {std::string(name_of(row.severity)),
                                      std::string(row.rule),
                                      std::string(row.code),
                                      std::string(name_of(row.category)),
                                      fmt::format("{}", row.confidence),
                                      fmt::format("{}", row.penalty),
                                      row.message,
                                      row.suggestion.value_or("")};
    for (const RowSide* side : {&row.source, &row.target}) {
      cells.insert(cells.end(), {side->file, number(side->line), number(side->column),
                                 evidence_of(*side), side->passage});
    }
    cells.insert(cells.end(), {row.id, row.target.time.empty() ? row.source.time : row.target.time,
                               key_text(row.key)});
    for (std::string& cell : cells) cell = defused(std::move(cell));
    formats::append_csv_row(out, cells);
  }

  Language language_;
  bool begun_ = false;
};

}  // namespace

std::unique_ptr<FindingsReport> make_csv_report(const FindingsOptions& options) {
  return std::make_unique<CsvReport>(options);
}

}  // namespace duizhao::report
