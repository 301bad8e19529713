#include "duizhao/formats/cell_format.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

#include "duizhao/text/ascii.h"

namespace duizhao::formats {
namespace {

std::size_t number_of(std::string_view digits) {
  std::size_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

/// A format by its code: "0.0%", "yyyy\-mm\-dd", "[$-804]m\"月\"d\"日\"". What is quoted, escaped
/// or in brackets is no code.
CellFormat format_of(std::string_view code) {
  bool date = false;
  bool time = false;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = text::ascii_lower(code[i]);
    constexpr std::string_view kGeneral = "general";
    if (text::ascii_lowered(code.substr(i, kGeneral.size())) == kGeneral) {
      i += kGeneral.size() - 1;
    } else if (c == '"' || c == '[') {
      const std::size_t end = code.find(c == '"' ? '"' : ']', i + 1);
      if (end == code.npos) break;
      i = end;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '%') {
      return CellFormat::kPercent;
    } else if (c == 'y' || c == 'd' || c == 'e') {
      // "e" is the year of East Asian formats; 0.00E+00 has a sign behind it.
      date |= c != 'e' || i + 1 >= code.size() || (code[i + 1] != '+' && code[i + 1] != '-');
    } else if (c == 'h' || c == 's') {
      time = true;
    }
  }
  return date && time ? CellFormat::kDateTime
         : date       ? CellFormat::kDate
         : time       ? CellFormat::kTime
                      : CellFormat::kNumber;
}

/// The formats that every workbook has without naming them (18.8.30), those of East Asia among
/// them.
std::optional<CellFormat> built_in(std::size_t id) {
  if (id == 9 || id == 10) return CellFormat::kPercent;
  if (id == 22) return CellFormat::kDateTime;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) ||
      id == 57 || id == 58) {
    return CellFormat::kDate;
  }
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 ||
      id == 56) {
    return CellFormat::kTime;
  }
  return std::nullopt;
}

/// Fifteen figures are what a computer's fraction is good for.
std::string plain(double value) { return fmt::format("{:.15g}", value); }

std::string date_of(std::int64_t day, bool from_1904) {
  // Excel has a 29 February 1900, as Lotus had.
  const std::int64_t days = from_1904 ? day + 1462 : day;
  const std::int64_t since = days - (days < 60 ? 25568 : 25569);
  const std::chrono::year_month_day date{
      std::chrono::sys_days{std::chrono::days{static_cast<int>(since)}}};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string time_of(double share_of_day) {
  const auto seconds = static_cast<std::int64_t>(std::llround(share_of_day * 86400));
  const std::int64_t hour = seconds / 3600;
  const std::int64_t minute = seconds / 60 % 60;
  return seconds % 60 == 0 ? fmt::format("{}:{:02}", hour, minute)
                           : fmt::format("{}:{:02}:{:02}", hour, minute, seconds % 60);
}

}  // namespace

void CellFormats::start(const XmlElement& element) {
  if (element.name() == "numFmt") {
    named_.emplace_back(number_of(element.attribute("numFmtId")),
                        format_of(element.attribute("formatCode")));
  } else if (element.name() == "cellXfs") {
    in_styles_ = true;
  } else if (element.name() == "xf" && in_styles_) {
    const std::size_t id = number_of(element.attribute("numFmtId"));
    CellFormat format = built_in(id).value_or(CellFormat::kNumber);
    for (const auto& [named, its_format] : named_) {
      if (named == id) format = its_format;
    }
    styles_.push_back(format);
  }
}

void CellFormats::end(std::string_view name) {
  if (name == "cellXfs") in_styles_ = false;
}

CellFormat CellFormats::of_style(std::size_t style) const {
  return style < styles_.size() ? styles_[style] : CellFormat::kNumber;
}

std::string shown_number(const std::string& stored, CellFormat format, bool from_1904) {
  double value = 0;
  const auto [end, error] = std::from_chars(stored.data(), stored.data() + stored.size(), value);
  if (error != std::errc() || end != stored.data() + stored.size() || !std::isfinite(value)) {
    return stored;
  }
  if (format == CellFormat::kPercent) return plain(value * 100) + "%";
  constexpr double kLastDay = 2'958'465;  // 9999-12-31
  const bool is_day = value >= 0 && value <= kLastDay;
  if (format == CellFormat::kNumber || !is_day) {
    // An integer of many figures, an account's number, stays as it is.
    return stored.find_first_of(".eE") == stored.npos ? stored : plain(value);
  }
  if (format == CellFormat::kTime) return time_of(value);
  const double day = std::floor(value);
  std::string date = date_of(static_cast<std::int64_t>(day), from_1904);
  if (format == CellFormat::kDate || value == day) return date;
  return date + " " + time_of(value - day);
}

}  // namespace duizhao::formats
