#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "duizhao/core/document.h"
#include "duizhao/text/language.h"
#include "duizhao/text/sentences.h"

namespace duizhao::fit {

/// A line SOURCE<TAB>TARGET[<TAB>LABEL], one version Chinese and the other English.
struct LabelledPair {
  Document source;
  Document target;
  std::optional<std::string> label;

  [[nodiscard]] const Document& in(Language language) const {
    return source.language == language ? source : target;
  }
};

inline Document document_of(std::string text, Language language) {
  Document document;
  document.text = std::move(text);
  document.language = language;
  text::segment_lines(document);
  return document;
}

/// None where the line has no tab.
inline std::optional<LabelledPair> labelled_pair(const std::string& line) {
  const auto tab = line.find('\t');
  if (tab == std::string::npos) return std::nullopt;
  const auto second = std::min(line.find('\t', tab + 1), line.size());
  const std::string left = line.substr(0, tab);
  const bool chinese = text::language_of(left) == Language::kChinese;
  LabelledPair pair;
  pair.source = document_of(left, chinese ? Language::kChinese : Language::kEnglish);
  pair.target = document_of(line.substr(tab + 1, second - tab - 1),
                            chinese ? Language::kEnglish : Language::kChinese);
  if (second < line.size()) pair.label = line.substr(second + 1);
  return pair;
}

}  // namespace duizhao::fit
