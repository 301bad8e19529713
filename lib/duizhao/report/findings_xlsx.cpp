#include <fmt/format.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "duizhao/report/catalogue.h"
#include "duizhao/report/figures.h"
#include "duizhao/report/findings_report.h"
#include "duizhao/review/suppression.h"
#include "duizhao/text/utf8.h"

namespace duizhao::report {
namespace {

/// Of a worksheet, with its header.
constexpr std::size_t kMostRows = 1048576;
/// A passage longer than this, in code points on either side of its evidence, is cut there: a cell
/// holds 32767 characters, and nobody reads as many in one.
constexpr std::size_t kReach = 400;

enum Column : lxw_col_t {
  kNumber,
  kSeverity,
  kRule,
  kLine,
  kId,
  kSource,
  kTarget,
  kMessage,
  kSuggestion,
  kDecision,
  kReason,
  kConfidence,
  kCode,
  kKey,
  kColumns
};

struct Heading {
  std::string_view words;  ///< id in the catalogue
  double width;            ///< in characters
};
constexpr std::array<Heading, kColumns> kHeadings = {{{"sheet/number", 6},
                                                      {"sheet/severity", 10},
                                                      {"sheet/rule", 15},
                                                      {"sheet/line", 7},
                                                      {"sheet/id", 14},
                                                      {"page/source", 52},
                                                      {"page/translation", 52},
                                                      {"sheet/message", 44},
                                                      {"sheet/suggestion", 28},
                                                      {"sheet/decision", 14},
                                                      {"sheet/reason", 28},
                                                      {"sheet/confidence", 10},
                                                      {"sheet/code", 22},
                                                      {"sheet/key", 19}}};

/// Fill and text of the cell of a severity, neutral to critical; legible on each other.
struct Colours {
  lxw_color_t fill;
  lxw_color_t text;
};
constexpr std::array<Colours, 4> kColours = {
    {{0xE2E8F0, 0x334155}, {0xFEF3C7, 0x78350F}, {0xFECACA, 0x7F1D1D}, {0xB91C1C, 0xFFFFFF}}};

/// A file that lives as long as the object: the library writes to nothing else.
class ScratchFile {
 public:
  ScratchFile() {
    std::error_code none;
    path_ = (std::filesystem::temp_directory_path(none) / "duizhao-XXXXXX").string();
    const int file = ::mkstemp(path_.data());
    error_ = file < 0 ? errno : 0;
    if (file >= 0) ::close(file);
  }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  ~ScratchFile() {
    if (error_ == 0) ::unlink(path_.c_str());
  }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] int error() const { return error_; }

 private:
  std::string path_;
  int error_ = 0;
};

/// XML 1.0 has no control characters, and the library does not look.
std::string printable(std::string_view text) {
  std::string kept(text);
  std::ranges::replace_if(
      kept, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; },
      ' ');
  return kept;
}

/// A passage in three: before its evidence, the evidence, behind it.
std::array<std::string, 3> parts_of(const RowSide& side) {
  const std::string_view text = side.passage;
  const Span marked = side.evidence.value_or(Span{0, 0});
  std::size_t begin = marked.begin;
  for (std::size_t i = 0; i < kReach && begin > 0; ++i)
    (void)text::previous_code_point(text, begin);
  std::size_t end = marked.begin;
  for (std::size_t i = 0; i < 2 * kReach && end < marked.end; ++i)
    (void)text::next_code_point(text, end);
  const std::size_t marked_end = end;
  for (std::size_t i = 0; i < kReach && end < text.size(); ++i)
    (void)text::next_code_point(text, end);
  std::string before = begin > 0 ? "…" : "";
  before += text.substr(begin, marked.begin - begin);
  std::string after(text.substr(marked_end, end - marked_end));
  if (end < text.size()) after += "…";
  return {printable(before), printable(text.substr(marked.begin, marked_end - marked.begin)),
          printable(after)};
}

class XlsxReport : public FindingsReport {
 public:
  explicit XlsxReport(const FindingsOptions& options) : words_(options.language) {
    lxw_workbook_options how = {LXW_TRUE, nullptr, LXW_TRUE};  // constant memory, ZIP64
    if (file_.error() != 0) return;
    book_ = workbook_new_opt(file_.path().c_str(), &how);
    if (book_ == nullptr) return;
    make_formats();
    sheet_ = workbook_add_worksheet(book_, std::string(words_("sheet/findings")).c_str());
    begin_sheet();
  }
  XlsxReport(const XlsxReport&) = delete;
  XlsxReport& operator=(const XlsxReport&) = delete;
  ~XlsxReport() override {
    if (book_ != nullptr) workbook_close(book_);
  }

  void add(std::string&, const Review& review, const ReviewOrigin& origin) override {
    if (file_name_.empty()) file_name_ = origin.pair ? origin.file : review.target.name;
    if (book_ == nullptr) return;
    for (const FindingRow& row : finding_rows(review, origin, words_.language())) {
      ++counts_[static_cast<std::size_t>(row.severity)];
      ++next_;
      if (next_ < kMostRows) append(static_cast<lxw_row_t>(next_), row);
    }
  }

  Result<void> finish(std::string& out, const Score& score) override {
    if (book_ == nullptr) return cannot_write(file_.error() == 0 ? ENOMEM : file_.error());
    const std::size_t last = std::max<std::size_t>(1, std::min(next_, kMostRows - 1));
    worksheet_autofilter(sheet_, 0, 0, static_cast<lxw_row_t>(last), kColumns - 1);
    offer_decisions(static_cast<lxw_row_t>(last));
    summary(score);
    const lxw_error error = workbook_close(std::exchange(book_, nullptr));
    if (error != LXW_NO_ERROR) {
      return failure(ErrorCode::kUnreadable,
                     fmt::format("the workbook can't be written: {}", lxw_strerror(error)),
                     {file_.path()});
    }
    std::ifstream written(file_.path(), std::ios::binary);
    out.append(std::istreambuf_iterator<char>(written), {});
    return {};
  }

 private:
  [[nodiscard]] tl::unexpected<Error> cannot_write(int error) const {
    return failure(ErrorCode::kUnreadable,
                   fmt::format("the workbook can't be written: {}", std::strerror(error)),
                   {file_.path()});
  }

  lxw_format* format(bool wrapped = true) {
    lxw_format* made = workbook_add_format(book_);
    format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
    if (wrapped) format_set_text_wrap(made);
    return made;
  }

  void make_formats() {
    plain_ = format(false);
    wrapped_ = format();
    share_ = format(false);
    format_set_num_format(share_, "0%");
    decision_ = format();
    format_set_bg_color(decision_, 0xF0FDF4);
    format_set_border(decision_, LXW_BORDER_HAIR);
    head_ = format();
    format_set_bold(head_);
    format_set_bg_color(head_, 0x1E293B);
    format_set_font_color(head_, 0xFFFFFF);
    for (std::size_t i = 0; i < kColours.size(); ++i) {
      severities_[i] = format(false);
      format_set_bg_color(severities_[i], kColours[i].fill);
      format_set_font_color(severities_[i], kColours[i].text);
      // Within a sentence the colour of the text has to be legible on white.
      evidence_[i] = workbook_add_format(book_);
      format_set_bold(evidence_[i]);
      format_set_font_color(evidence_[i],
                            kColours[i].text == 0xFFFFFF ? kColours[i].fill : kColours[i].text);
    }
  }

  void begin_sheet() {
    for (lxw_col_t c = 0; c < kColumns; ++c) {
      worksheet_set_column(sheet_, c, c, kHeadings[c].width, nullptr);
      worksheet_write_string(sheet_, 0, c, std::string(words_(kHeadings[c].words)).c_str(), head_);
    }
    worksheet_freeze_panes(sheet_, 1, 0);
    worksheet_set_landscape(sheet_);
    worksheet_repeat_rows(sheet_, 0, 0);
    worksheet_fit_to_pages(sheet_, 1, 0);
  }

  void text(lxw_row_t row, lxw_col_t column, std::string_view said, lxw_format* how) {
    if (said.empty()) {
      worksheet_write_blank(sheet_, row, column, how);
    } else {
      worksheet_write_string(sheet_, row, column, printable(said).c_str(), how);
    }
  }

  /// The rows of the sheet are written out one by one, so a row's cells come in their order.
  void append(lxw_row_t at, const FindingRow& row) {
    const auto severity = static_cast<std::size_t>(row.severity);
    const std::string& time = row.target.time.empty() ? row.source.time : row.target.time;
    worksheet_write_number(sheet_, at, kNumber, at, plain_);
    text(at, kSeverity, words_.severity(row.severity), severities_[severity]);
    text(at, kRule, words_.rule_name(row.rule), plain_);
    const std::size_t line = row.target.line > 0 ? row.target.line : row.source.line;
    if (line > 0) worksheet_write_number(sheet_, at, kLine, static_cast<double>(line), plain_);
    text(at, kId, row.id.empty() ? time : row.id, wrapped_);
    passage(at, kSource, row.source, severity);
    passage(at, kTarget, row.target, severity);
    text(at, kMessage, row.message, wrapped_);
    text(at, kSuggestion, row.suggestion.value_or(""), wrapped_);
    text(at, kDecision, "", decision_);
    text(at, kReason, "", decision_);
    worksheet_write_number(sheet_, at, kConfidence, row.confidence, share_);
    text(at, kCode, row.code, plain_);
    text(at, kKey, key_text(row.key), plain_);
  }

  void passage(lxw_row_t row, lxw_col_t column, const RowSide& side, std::size_t severity) {
    std::array<std::string, 3> parts = parts_of(side);
    std::array<lxw_rich_string_tuple, 3> runs{};
    std::array<lxw_rich_string_tuple*, 4> list{};
    std::size_t count = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (parts[i].empty()) continue;
      runs[i] = {i == 1 ? evidence_[severity] : nullptr, parts[i].data()};
      list[count++] = &runs[i];
    }
    if (count > 1) {
      worksheet_write_rich_string(sheet_, row, column, list.data(), wrapped_);
    } else {
      text(row, column, parts[0] + parts[1] + parts[2], wrapped_);
    }
  }

  /// What a reviser may say of a finding, to choose from.
  void offer_decisions(lxw_row_t last) {
    std::array<std::string, 3> choices = {std::string(words_("script/no error")),
                                          std::string(words_("script/fixed")),
                                          std::string(words_("script/question"))};
    std::array<char*, 4> list = {choices[0].data(), choices[1].data(), choices[2].data(), nullptr};
    std::string title(words_("sheet/decision"));
    std::string help(words_("sheet/decision-help"));
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = list.data();
    validation.input_title = title.data();
    validation.input_message = help.data();
    worksheet_data_validation_range(sheet_, 1, kDecision, last, kDecision, &validation);
  }

  void summary(const Score& score) {
    lxw_worksheet* sheet =
        workbook_add_worksheet(book_, std::string(words_("sheet/summary")).c_str());
    worksheet_set_column(sheet, 0, 0, 24, nullptr);
    worksheet_set_column(sheet, 1, 1, 60, nullptr);
    lxw_row_t row = 0;
    const auto line = [&](std::string_view name, std::string_view value) {
      worksheet_write_string(sheet, row, 0, std::string(name).c_str(), head_);
      worksheet_write_string(sheet, row, 1, printable(value).c_str(), wrapped_);
      ++row;
    };
    line(words_("sheet/file"), file_name_);
    if (score.unjudged.empty()) {
      line(words_("page/quality"), decimal(score.quality.value_or(0), 3));
      line(words_("page/penalty"), decimal(score.penalty, 1));
      line(words_("sheet/verdict"), words_(score.passed ? "page/passed" : "page/failed"));
    } else {
      line(words_("sheet/verdict"), words_.reason(score.unjudged));
    }
    for (std::size_t i = counts_.size(); i-- > 0;) {
      line(words_.severity(static_cast<Severity>(i)), std::to_string(counts_[i]));
    }
    if (next_ >= kMostRows) {
      line(words_("sheet/findings"), words_("markdown/left-out", {{"n", next_ + 1 - kMostRows}}));
    }
    line(words_("sheet/decision"), words_("sheet/decision-help"));
  }

  Words words_;
  ScratchFile file_;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* plain_ = nullptr;
  lxw_format* wrapped_ = nullptr;
  lxw_format* share_ = nullptr;
  lxw_format* decision_ = nullptr;
  lxw_format* head_ = nullptr;
  std::array<lxw_format*, 4> severities_{};
  std::array<lxw_format*, 4> evidence_{};
  std::array<std::size_t, 4> counts_{};
  std::size_t next_ = 0;  ///< row of the last finding
  std::string file_name_;
};

}  // namespace

std::unique_ptr<FindingsReport> make_xlsx_report(const FindingsOptions& options) {
  return std::make_unique<XlsxReport>(options);
}

}  // namespace duizhao::report
