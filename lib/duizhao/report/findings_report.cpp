#include "duizhao/report/findings_report.h"

#include <algorithm>
#include <array>

namespace duizhao::report {
namespace {

struct Format {
  std::string_view name;
  std::unique_ptr<FindingsReport> (*make)(const FindingsOptions& options);
};

constexpr std::array<Format, 6> kFormats = {{{"xlsx", make_xlsx_report},
                                             {"csv", make_csv_report},
                                             {"sarif", make_sarif_report},
                                             {"junit", make_junit_report},
                                             {"markdown", make_markdown_report},
                                             {"xliff", make_xliff_report}}};

}  // namespace

const std::vector<std::string_view>& FindingsReport::formats() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    all.reserve(kFormats.size());
    for (const Format& format : kFormats) all.push_back(format.name);
    return all;
  }();
  return names;
}

std::unique_ptr<FindingsReport> FindingsReport::make(std::string_view format,
                                                     const FindingsOptions& options) {
  const auto found = std::ranges::find(kFormats, format, &Format::name);
  return found == kFormats.end() ? nullptr : found->make(options);
}

}  // namespace duizhao::report
