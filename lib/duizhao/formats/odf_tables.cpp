#include "duizhao/formats/odf_tables.h"

#include <algorithm>
#include <utility>

#include "duizhao/formats/odf_content.h"

namespace duizhao::formats {
namespace {

/// A sheet says of the empty rest of a row that it repeats a thousand times.
constexpr std::size_t kMostColumns = 256;
constexpr std::size_t kMostRepeatedRows = 1000;

/// Something stands there at least once, whatever the file says.
std::size_t count_of(const XmlElement& element, std::string_view attribute) {
  return std::max<std::size_t>(repeats_of(element, attribute), 1);
}

class TablesHandler : public XmlHandler {
 public:
  void start(const XmlElement& element) override {
    const std::string_view name = element.name();
    if (left_out_depth_ > 0) {
      ++left_out_depth_;
      return;
    }
    if (name == "annotation" || name == "tracked-changes" || name == "shapes") {
      left_out_depth_ = 1;
    } else if (name == "table") {
      if (++depth_ == 1) {
        sheets_.push_back({std::string(element.attribute("name")), {}});
        line_ = 0;
      }
    } else if (depth_ == 1 && name == "table-row") {
      row_.clear();
      repeated_rows_ = count_of(element, "number-rows-repeated");
    } else if (depth_ == 1 && (name == "table-cell" || name == "covered-table-cell")) {
      in_cell_ = true;
      cell_.clear();
      paragraphs_ = 0;
      repeated_cells_ = count_of(element, "number-columns-repeated");
    } else if (in_cell_ && (name == "p" || name == "h")) {
      if (paragraphs_++ > 0) cell_ += '\n';
      ++open_paragraphs_;
    } else if (in_cell_ && (name == "s" || name == "tab")) {
      cell_ += ' ';
    } else if (in_cell_ && name == "line-break") {
      cell_ += '\n';
    }
  }

  void end(std::string_view name) override {
    if (left_out_depth_ > 0) {
      --left_out_depth_;
    } else if (name == "table") {
      --depth_;
    } else if (in_cell_ && (name == "p" || name == "h")) {
      --open_paragraphs_;
    } else if (depth_ == 1 && (name == "table-cell" || name == "covered-table-cell")) {
      in_cell_ = false;
      // What is empty to the end of the row is not there.
      const std::size_t room = kMostColumns - std::min(kMostColumns, row_.size());
      row_.insert(row_.end(), std::min(room, repeated_cells_), cell_);
    } else if (depth_ == 1 && name == "table-row") {
      while (!row_.empty() && row_.back().empty()) row_.pop_back();
      if (!row_.empty()) {
        for (std::size_t i = 0; i < std::min(repeated_rows_, kMostRepeatedRows); ++i) {
          sheets_.back().rows.push_back({line_ + i + 1, row_});
        }
      }
      line_ += repeated_rows_;
    }
  }

  void text(std::string_view text) override {
    if (left_out_depth_ > 0 || open_paragraphs_ == 0) return;
    std::string line(text);
    std::ranges::replace(line, '\n', ' ');
    cell_ += line;
  }

  [[nodiscard]] std::vector<Sheet> take() { return std::move(sheets_); }

 private:
  std::vector<Sheet> sheets_;
  std::vector<std::string> row_;
  std::string cell_;
  std::size_t line_ = 0;  ///< of the row before
  std::size_t repeated_rows_ = 1;
  std::size_t repeated_cells_ = 1;
  std::size_t paragraphs_ = 0;  ///< of the cell
  int open_paragraphs_ = 0;
  int depth_ = 0;  ///< of tables that are open
  int left_out_depth_ = 0;
  bool in_cell_ = false;
};

}  // namespace

Result<std::vector<Sheet>> read_odf_tables(std::string_view bytes, const std::string& file) {
  TablesHandler handler;
  if (auto read = read_odf_content(bytes, file, handler); !read) {
    return tl::unexpected(read.error());
  }
  std::vector<Sheet> sheets = handler.take();
  if (sheets.empty()) {
    return failure(ErrorCode::kMalformed, "there is no table in this OpenDocument file", {file});
  }
  return sheets;
}

}  // namespace duizhao::formats
