#include "duizhao/formats/docx_tables.h"

#include <utility>

#include "duizhao/formats/office.h"
#include "duizhao/formats/xml.h"

namespace duizhao::formats {
namespace {

class TableHandler : public XmlHandler {
 public:
  void start(const XmlElement& element) override {
    const std::string_view name = element.name();
    if (deleted_depth_ > 0) {
      ++deleted_depth_;
      return;
    }
    if (name == "del" || name == "moveFrom" || name == "instrText") {
      deleted_depth_ = 1;
    } else if (name == "tbl") {
      ++tables_;
    } else if (name == "tr" && tables_ == 1) {
      rows_.push_back({rows_.size() + 1, {}});
    } else if (name == "tc" && tables_ == 1 && !rows_.empty()) {
      rows_.back().cells.emplace_back();
    } else if (name == "p" || name == "br" || name == "tab") {
      separates_ = true;
    }
    in_text_ = deleted_depth_ == 0 && name == "t";
  }

  void end(std::string_view name) override {
    in_text_ = false;
    if (deleted_depth_ > 0) {
      --deleted_depth_;
    } else if (name == "tbl") {
      --tables_;
    }
  }

  void text(std::string_view text) override {
    if (!in_text_ || tables_ == 0 || rows_.empty() || rows_.back().cells.empty()) return;
    std::string& cell = rows_.back().cells.back();
    if (std::exchange(separates_, false) && !cell.empty()) cell += ' ';
    cell += text;
  }

  [[nodiscard]] std::vector<TableRow> take() { return std::move(rows_); }

 private:
  std::vector<TableRow> rows_;
  int tables_ = 0;  ///< open ones
  int deleted_depth_ = 0;
  bool in_text_ = false;
  bool separates_ = false;
};

}  // namespace

Result<std::vector<TableRow>> read_docx_tables(const ZipArchive& archive, const std::string& body,
                                               const std::string& file) {
  TableHandler handler;
  if (auto parsed = parse_part(archive, body, file, handler); !parsed) {
    return tl::unexpected(parsed.error());
  }
  std::vector<TableRow> rows = handler.take();
  if (rows.empty()) {
    return failure(ErrorCode::kMalformed,
                   "this Word document has no table with a source and a target column", {file});
  }
  return rows;
}

}  // namespace duizhao::formats
