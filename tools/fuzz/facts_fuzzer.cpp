// Finds, compares and formats the facts of arbitrary text. What must hold of any valid UTF-8:
// spans lie in order on code points of the original, nothing differs from itself, and a fact that
// can be written is read back.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "duizhao/facts/agreement.h"
#include "duizhao/facts/compare.h"
#include "duizhao/facts/fact.h"
#include "duizhao/facts/format.h"
#include "duizhao/text/utf8.h"

namespace {

using namespace duizhao;

void expect(bool holds) {
  if (!holds) std::abort();
}

bool on_boundary(std::string_view text, std::size_t position) {
  return position == text.size() ||
         (position < text.size() && (static_cast<unsigned char>(text[position]) & 0xC0) != 0x80);
}

void check_spans(std::string_view text, const std::vector<facts::Fact>& found) {
  std::size_t begin = 0;
  for (const facts::Fact& fact : found) {
    expect(fact.span.begin < fact.span.end && fact.span.end <= text.size());
    expect(on_boundary(text, fact.span.begin) && on_boundary(text, fact.span.end));
    expect(on_boundary(text, fact.number.begin) && on_boundary(text, fact.number.end));
    expect(fact.upper >= fact.value);
    if (!fact.alternative) {
      expect(fact.number.begin >= begin);
      begin = fact.number.begin;
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (size > 4096 || text::first_invalid(text)) return 0;
  for (const Language language : {Language::kChinese, Language::kEnglish}) {
    const std::vector<facts::Fact> found = facts::find(text, language);
    check_spans(text, found);
    const facts::Side side{found, text, {0, text.size()}, {}, {}};
    for (const facts::Difference& difference : facts::compare(side, side).differences) {
      // A text may group its digits badly on both sides; it says the same on both.
      expect(difference.what == facts::Mismatch::kForm);
    }
    for (const facts::Fact& fact : found) {
      for (const Language target : {Language::kChinese, Language::kEnglish}) {
        const auto written = facts::format(fact, {target, Script::kTraditional});
        if (written) expect(!text::first_invalid(*written));
      }
    }
  }
  return 0;
}
