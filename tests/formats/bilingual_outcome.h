#pragma once

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "duizhao/formats/bilingual.h"

/// All pairs of a bilingual file, up to the first error.
struct BilingualOutcome {
  std::vector<duizhao::formats::BilingualPair> pairs;
  duizhao::Error error;  ///< its message is empty where there was none
  std::size_t passed_over = 0;

  /// "source=target|source=target"
  [[nodiscard]] std::string joined() const {
    std::string text;
    for (const auto& pair : pairs) {
      if (!text.empty()) text += '|';
      text += pair.source + '=' + pair.target;
    }
    return text;
  }
};

inline BilingualOutcome read_bilingual(const std::string& content,
                                       const duizhao::formats::BilingualOptions& options = {}) {
  std::istringstream input(content);
  BilingualOutcome outcome;
  auto reader = duizhao::formats::open_bilingual("-", options, input);
  if (!reader) {
    outcome.error = reader.error();
    return outcome;
  }
  duizhao::formats::BilingualPair pair;
  for (;;) {
    const auto more = (*reader)->next(pair);
    if (!more) outcome.error = more.error();
    outcome.passed_over = (*reader)->passed_over();
    if (!more || !*more) return outcome;
    outcome.pairs.push_back(pair);
  }
}
