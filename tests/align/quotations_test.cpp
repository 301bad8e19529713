#include "duizhao/align/quotations.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "duizhao/text/sentences.h"

namespace duizhao::tests {
namespace {

std::vector<bool> open_in(const std::string& text, Language language) {
  Document document;
  document.text = text;
  document.language = language;
  text::segment_lines(document);
  return align::open_quotations(document);
}

}  // namespace

TEST_CASE("quotations: a speech of two sentences is open after the first") {
  CHECK(open_in("他说：“我先走。\n你再来。”\n她点头。\n", Language::kChinese) ==
        std::vector<bool>{true, false, false});
  CHECK(open_in("\"I go first,\" he said. \"Then\nyou follow.\"\n", Language::kEnglish) ==
        std::vector<bool>{true, false});
}

TEST_CASE("quotations: single quotes count where the text has no others, apostrophes never do") {
  CHECK(open_in("'It's late,' she said. 'Don't\nwait.'\nThe boys' dog barked.\n",
                Language::kEnglish) == std::vector<bool>{true, false, false});
  CHECK(open_in("It's the boys' dog.\nIt isn't ours.\n", Language::kEnglish) ==
        std::vector<bool>{false, false});
}

TEST_CASE("quotations: a text without quotation marks has none open") {
  CHECK(open_in("雨停了。\n\n风也停了。\n", Language::kChinese) ==
        std::vector<bool>{false, false, false});
}

}  // namespace duizhao::tests
