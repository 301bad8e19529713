#include "duizhao/text/language_tag.h"

#include "duizhao/text/script.h"
#include "duizhao/text/utf8.h"

namespace duizhao::text {
namespace {

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

}  // namespace

std::ptrdiff_t leaning_to_hong_kong(std::string_view text) {
  std::ptrdiff_t leaning = 0;
  char32_t before = 0;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = next_code_point(text, position);
    if (is_one_of(c, U"着裏衞綫羣嘅喺咗佢冇啲嘢邨")) ++leaning;
    if (is_one_of(c, U"裡臺週")) --leaning;
    if (c == U'著') {
      // 著名, 著作, 顯著 and 名著 are written so in both places.
      std::size_t next = position;
      const char32_t after = next < text.size() ? next_code_point(text, next) : 0;
      if (!is_one_of(after, U"名作稱述者") && !is_one_of(before, U"顯名原專巨土")) --leaning;
    }
    before = c;
  }
  return leaning;
}

std::string_view language_tag(Language language, std::string_view text) {
  if (language == Language::kEnglish) return "en";
  if (language != Language::kChinese) return "und";
  if (script_of(text) != Script::kTraditional) return "zh-CN";
  return leaning_to_hong_kong(text) > 0 ? "zh-HK" : "zh-TW";
}

}  // namespace duizhao::text
