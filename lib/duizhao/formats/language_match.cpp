#include "duizhao/formats/language_match.h"

#include <algorithm>

#include "duizhao/text/ascii.h"

namespace duizhao::formats {
namespace {

char folded(char c) { return c == '_' ? '-' : text::ascii_lower(c); }

bool same(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, folded, folded);
}

std::string_view primary_part(std::string_view tag) {
  return tag.substr(0, tag.find_first_of("-_"));
}

}  // namespace

Language language_of_tag(std::string_view tag) {
  const std::string_view primary = primary_part(tag);
  if (same(primary, "en") || same(primary, "eng")) return Language::kEnglish;
  for (const std::string_view chinese : {"zh", "cmn", "yue", "zho", "chi"}) {
    if (same(primary, chinese)) return Language::kChinese;
  }
  return Language::kUnknown;
}

bool tag_matches(std::string_view tag, std::string_view wanted) {
  if (primary_part(wanted) == wanted) {
    const Language language = language_of_tag(wanted);
    if (language != Language::kUnknown) return language_of_tag(tag) == language;
  }
  if (same(tag, wanted)) return true;
  return tag.size() > wanted.size() && same(tag.substr(0, wanted.size()), wanted) &&
         folded(tag[wanted.size()]) == '-';
}

}  // namespace duizhao::formats
