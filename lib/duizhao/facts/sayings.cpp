#include "duizhao/facts/sayings.h"

#include <array>
#include <span>
#include <string>

#include "duizhao/text/ascii.h"

namespace duizhao::facts {
namespace {

constexpr auto kChinese = std::to_array<std::string_view>(
    {"十万八千里", "十萬八千里", "三百六十行", "七十二变", "七十二變", "三十六计", "三十六計",
     "五十步笑百步", "十年寒窗", "三天两头", "三天兩頭", "半斤八两", "半斤八兩", "百分之百",
     "百分百", "一百八十度"});

constexpr auto kEnglish = std::to_array<std::string_view>({"eleventh hour",
                                                           "a thousand times",
                                                           "a million times",
                                                           "a hundred times",
                                                           "hundred and ten per",
                                                           "110 per",
                                                           "110%",
                                                           "thousand and one",
                                                           "nine times out of ten",
                                                           "second to none",
                                                           "ten to one",
                                                           "forty winks",
                                                           "cloud nine",
                                                           "sixth sense",
                                                           "seventh heaven",
                                                           "third degree",
                                                           "catch-22",
                                                           "million-dollar question",
                                                           "million miles",
                                                           "thousand miles away",
                                                           "twenty-twenty"});

}  // namespace

void weaken_sayings(std::string_view text, Language language, std::vector<Fact>& facts) {
  if (facts.empty()) return;
  const bool chinese = language == Language::kChinese;
  const std::string lowered = chinese ? std::string() : text::ascii_lowered(text);
  const std::string_view searched = chinese ? text : std::string_view(lowered);
  const std::span<const std::string_view> sayings =
      chinese ? std::span<const std::string_view>(kChinese) : kEnglish;
  for (const std::string_view saying : sayings) {
    for (std::size_t at = searched.find(saying); at != std::string_view::npos;
         at = searched.find(saying, at + saying.size())) {
      const Span place{at, at + saying.size()};
      for (Fact& fact : facts) fact.weak = fact.weak || fact.span.overlaps(place);
    }
  }
}

}  // namespace duizhao::facts
