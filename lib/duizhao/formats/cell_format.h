#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/formats/xml.h"

namespace duizhao::formats {

/// What a workbook shows a number as, as far as it makes another text of it.
enum class CellFormat : unsigned char { kNumber, kPercent, kDate, kTime, kDateTime };

/// The formats of a workbook's cells: xl/styles.xml (ECMA-376, 18.8). A handler for that part.
class CellFormats : public XmlHandler {
 public:
  void start(const XmlElement& element) override;
  void end(std::string_view name) override;
  void text(std::string_view) override {}

  /// Of the style that a cell names; kNumber where there is none such.
  [[nodiscard]] CellFormat of_style(std::size_t style) const;

 private:
  std::vector<std::pair<std::size_t, CellFormat>> named_;  ///< by numFmtId, of this workbook
  std::vector<CellFormat> styles_;
  bool in_styles_ = false;
};

/// A stored number as its cell shows it: 45415 as 2024-05-03, 0.125 as 12.5%, and none of the
/// figures that only a computer's fractions have (0.28999999999999998). `from_1904`: days count
/// from 1904, as in workbooks of old Macintoshes. What is no number stays.
[[nodiscard]] std::string shown_number(const std::string& stored, CellFormat format,
                                       bool from_1904 = false);

}  // namespace duizhao::formats
