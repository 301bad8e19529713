#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "duizhao/core/finding.h"
#include "duizhao/review/review.h"

namespace duizhao::tests {

struct ArgumentText {
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(std::size_t count) const { return std::to_string(count); }
  std::string operator()(double measure) const { return fmt::format("{:.4g}", measure); }
  std::string operator()(const Label& label) const { return std::string(label.id); }
  std::string operator()(const LineNumbers& lines) const {
    return fmt::format("{}", fmt::join(lines.numbers, "|"));
  }
  std::string operator()(const std::vector<std::string>& texts) const {
    return fmt::format("{}", fmt::join(texts, "|"));
  }
  std::string operator()(const std::vector<Label>& labels) const {
    std::string text;
    for (const Label& label : labels) text.append(text.empty() ? "" : "|").append(label.id);
    return text;
  }
};

inline std::string place(const std::optional<Span>& span, const Document& document) {
  return span ? fmt::format("{}:<{}>", span->begin, span->in(document.text)) : "-";
}

/// All that a finding says, but for words and key, for golden files.
inline std::string line_of(const Finding& finding, const Review& review) {
  std::string line = fmt::format("- {} {} {:.2f} {} {}", finding.code, name_of(finding.severity),
                                 finding.confidence, place(finding.source, review.source),
                                 place(finding.target, review.target));
  if (finding.places > 1) line += fmt::format(" in {} places", finding.places);
  for (const Argument& argument : finding.arguments) {
    line += fmt::format(" {}={}", argument.name, std::visit(ArgumentText{}, argument.value));
  }
  if (finding.suggestion) line += " => " + *finding.suggestion;
  return line + '\n';
}

/// All findings, with their confidences to four digits.
inline std::string exact_lines_of(const Review& review) {
  std::string lines;
  for (const Finding& finding : review.findings) {
    lines += fmt::format("{:.4f} {}", finding.confidence, line_of(finding, review));
  }
  return lines;
}

}  // namespace duizhao::tests
