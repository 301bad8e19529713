#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/facts/compare.h"
#include "duizhao/facts/fact.h"
#include "duizhao/facts/format.h"
#include "duizhao/text/utf8.h"

namespace duizhao::tests {

inline bool on_boundary(std::string_view text, std::size_t position) {
  return position == text.size() ||
         (position < text.size() && (static_cast<unsigned char>(text[position]) & 0xC0) != 0x80);
}

/// What must hold of the facts of any valid UTF-8, whichever language it is taken for: spans lie in
/// order on code points of the text, nothing differs from itself, and what can be written is
/// written as valid UTF-8. Says which of it does not hold; empty where all does.
inline std::string_view violated_property(std::string_view text) {
  for (const Language language : {Language::kChinese, Language::kEnglish}) {
    const std::vector<facts::Fact> found = facts::find(text, language);
    std::size_t begin = 0;
    for (const facts::Fact& fact : found) {
      if (fact.span.begin >= fact.span.end || fact.span.end > text.size()) return "span in text";
      if (!on_boundary(text, fact.span.begin) || !on_boundary(text, fact.span.end) ||
          !on_boundary(text, fact.number.begin) || !on_boundary(text, fact.number.end)) {
        return "span on code points";
      }
      if (!(fact.upper >= fact.value)) return "range of value";
      if (fact.number.begin > fact.number.end) return "span of number";
      if (!fact.alternative) {
        if (fact.number.begin < begin) return "order of facts";
        begin = fact.number.begin;
      }
      for (const Language target : {Language::kChinese, Language::kEnglish}) {
        const auto written = facts::format(fact, {target, Script::kTraditional});
        if (written && text::first_invalid(*written)) return "written in UTF-8";
      }
    }
    const facts::PassageFacts side{found, text, {0, text.size()}, {}, {}};
    if (!facts::compare(side, side).differences.empty()) return "equal to itself";
  }
  return {};
}

}  // namespace duizhao::tests
