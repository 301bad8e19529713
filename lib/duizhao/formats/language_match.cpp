#include "duizhao/formats/language_match.h"

#include <algorithm>
#include <array>
#include <utility>

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

/// What a tag of Chinese says: "zh-TW" a region, and so the script that is written there.
struct ChineseTag {
  std::string_view script;
  std::string_view region;
};

ChineseTag parts_of_chinese(std::string_view tag) {
  constexpr auto kScripts =
      std::to_array<std::pair<std::string_view, std::string_view>>({{"CN", "Hans"},
                                                                    {"SG", "Hans"},
                                                                    {"MY", "Hans"},
                                                                    {"TW", "Hant"},
                                                                    {"HK", "Hant"},
                                                                    {"MO", "Hant"}});
  ChineseTag parts;
  for (std::size_t begin = tag.find_first_of("-_"); begin != tag.npos;) {
    const std::size_t end = tag.find_first_of("-_", ++begin);
    const std::string_view part = tag.substr(begin, end - begin);
    if (part.size() == 4) parts.script = part;
    if (part.size() == 2) parts.region = part;
    begin = end;
  }
  for (const auto& [region, script] : kScripts) {
    if (parts.script.empty() && same(parts.region, region)) parts.script = script;
  }
  return parts;
}

/// "zh-Hant" wants all that is written so, "zh-TW" what is from there, or from nowhere in its
/// script.
bool is_wanted_chinese(ChineseTag tag, ChineseTag wanted) {
  if (wanted.script.empty() || !same(tag.script, wanted.script)) return false;
  return wanted.region.empty() || tag.region.empty() || same(tag.region, wanted.region);
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

bool is_other_language(std::string_view tag) {
  for (const std::string_view undecided : {"und", "mul", "mis", "x", "i"}) {
    if (same(primary_part(tag), undecided)) return false;
  }
  return !tag.empty() && language_of_tag(tag) == Language::kUnknown;
}

bool tag_matches(std::string_view tag, std::string_view wanted) {
  if (primary_part(wanted) == wanted) {
    const Language language = language_of_tag(wanted);
    if (language != Language::kUnknown) return language_of_tag(tag) == language;
  }
  if (same(tag, wanted)) return true;
  const bool chinese =
      language_of_tag(tag) == Language::kChinese && language_of_tag(wanted) == Language::kChinese;
  if (chinese && is_wanted_chinese(parts_of_chinese(tag), parts_of_chinese(wanted))) return true;
  return tag.size() > wanted.size() && same(tag.substr(0, wanted.size()), wanted) &&
         folded(tag[wanted.size()]) == '-';
}

}  // namespace duizhao::formats
