// Rule `encoding`: characters that nobody types into a text on purpose.
//
// Fires:   U+FFFD, where a character was lost; â€™ and ä»¶, UTF-8 that was read as Latin-1; a space
//          of no width, a mark of direction or a control character; ⼀ (U+2F00), the radical that
//          looks like 一 and is none to any search; 年 (U+F98E), kept for an old encoding's sake.
// Silent:  what the source has as well; "naïve”", "Ã" by itself; a joiner between emoji.

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "duizhao/check/rule.h"
#include "duizhao/pair/characters.h"
#include "duizhao/text/unified_han.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

constexpr std::array kKinds = {
    FindingKind{"encoding/replaced", Category::kCharacterEncoding, Severity::kMajor, 0.95},
    FindingKind{"encoding/misread", Category::kCharacterEncoding, Severity::kMajor, 0.9},
    FindingKind{"encoding/invisible", Category::kCharacterEncoding, Severity::kMinor, 0.8},
    FindingKind{"encoding/radical", Category::kCharacterEncoding, Severity::kMinor, 0.9},
    FindingKind{"encoding/compatibility", Category::kCharacterEncoding, Severity::kMinor, 0.9},
};

bool is_between(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

/// Takes no room, or changes the direction or the working of what reads it.
bool is_invisible(char32_t c) {
  return c == 0x200B || c == 0x2060 || c == 0xFEFF || is_between(c, 0x202A, 0x202E) ||
         is_between(c, 0x2066, 0x2069) ||
         (c < 0x20 && c != U'\t' && c != U'\n' && c != U'\r' && c != U'\f') ||
         is_between(c, 0x7F, 0x84) || is_between(c, 0x86, 0x9F);
}

/// Kangxi radicals and their supplement.
bool is_radical(char32_t c) { return is_between(c, 0x2E80, 0x2FD5); }

/// What Windows-1252 has for the bytes 80 to 9F.
constexpr std::u32string_view kWindows = U"€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
/// Those of them that may well stand behind a letter with an accent: “café”…
constexpr std::u32string_view kUsual = U"‘’“”…–—•";

/// A byte within a character of UTF-8, read as Latin-1 or Windows-1252.
bool goes_on(char32_t c) { return is_between(c, 0x80, 0xBF) || pair::is_in(c, kWindows); }

/// How many characters from `at` on are one character of UTF-8 that was read byte by byte.
std::ptrdiff_t misread(const pair::Characters& text, std::ptrdiff_t at) {
  const char32_t c = text[at];
  const char32_t next = text[at + 1];
  if (is_between(c, 0xC2, 0xDF)) return is_between(next, 0x80, 0xBF) ? 2 : 0;  // Ã©
  if (!is_between(c, 0xE0, 0xEF) || !goes_on(next) || !goes_on(text[at + 2])) return 0;
  return pair::is_in(next, kUsual) && pair::is_in(text[at + 2], kUsual) ? 0 : 3;  // â€™
}

bool has(const pair::Characters& text, char32_t c) {
  for (std::ptrdiff_t i = 0; i < text.size(); ++i) {
    if (text[i] == c) return true;
  }
  return false;
}

const FindingKind* kind_at(const pair::Characters& text, std::ptrdiff_t at) {
  const char32_t c = text[at];
  if (c == 0xFFFD) return &kind(kKinds, "encoding/replaced");
  if (misread(text, at) > 0) return &kind(kKinds, "encoding/misread");
  if (is_invisible(c)) return &kind(kKinds, "encoding/invisible");
  if (is_radical(c)) return &kind(kKinds, "encoding/radical");
  return text::unified_han(c) != c ? &kind(kKinds, "encoding/compatibility") : nullptr;
}

/// Each kind is told once a passage, with the number of its places.
void check_encoding(const BeadContext& context, std::vector<Finding>& findings) {
  const pair::Characters source(context.source.document->text, context.source.span);
  const pair::Characters target(context.target.document->text, context.target.span);
  const std::size_t first = findings.size();
  for (std::ptrdiff_t i = 0; i < target.size(); ++i) {
    const FindingKind* what = kind_at(target, i);
    if (what == nullptr || has(source, target[i])) continue;
    const std::ptrdiff_t length = std::max<std::ptrdiff_t>(1, misread(target, i));
    const auto same = std::find_if(findings.begin() + std::ptrdiff_t(first), findings.end(),
                                   [&](const Finding& each) { return each.code == what->code; });
    if (same != findings.end()) {
      ++same->places;
    } else {
      Finding& finding = findings.emplace_back(*what);
      finding.target = target.span(i, i + length - 1);
      if (const char32_t meant = text::unified_han(target[i]); meant != target[i]) {
        text::append_code_point(finding.suggestion.emplace(), meant);
      }
    }
    i += length - 1;
  }
}

constexpr std::array kExamples = {
    Example{"The price rose again.", "价格再次上\uFFFD。", "encoding/replaced"},
    Example{"他说现在很晚了。", "He said itâ€™s late now.", "encoding/misread"},
    Example{"The price rose again.", "价格\u200B再次上涨。", "encoding/invisible"},
    Example{"The price doubled.", "价格上涨\u2F00倍。", "encoding/radical"},
    Example{"The company was founded that year.", "该公司于那\uF98E成立。",
            "encoding/compatibility"},
    Example{"The café was full.", "那家“Café”客满了。"},
};

}  // namespace

extern const Rule kEncodingRule = {
    .id = "encoding",
    .concern = Concern::kForm,
    .kinds = kKinds,
    .examples = kExamples,
    .check_bead = check_encoding,
};

}  // namespace duizhao::check
