#include "duizhao/check/evidence/names/region_table.h"

#include <algorithm>
#include <string>
#include <utility>

#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

std::vector<TermEntry> entries_of(const std::vector<names::Region>& regions) {
  std::vector<TermEntry> result;
  for (const names::Region& region : regions) {
    TermEntry entry;
    for (const auto& [list, language] :
         {std::pair{&region.english, Language::kEnglish}, {&region.chinese, Language::kChinese}}) {
      for (const std::string& name : *list) {
        Term term;
        term.text = name;
        term.language = language;
        entry.terms.push_back(std::move(term));
      }
    }
    result.push_back(std::move(entry));
  }
  return result;
}

}  // namespace

RegionTable::RegionTable() : regions(names::regions()), glossary(entries_of(regions)) {}

const RegionTable& region_table() {
  static const RegionTable table;
  return table;
}

bool has_short_form(std::string_view chinese, const names::Region& region) {
  constexpr std::string_view kMacao[] = {"澳门", "澳門", "港澳", "澳港"};
  for (std::size_t i = 0; region.short_form != 0 && i < chinese.size();) {
    if (text::folded_han(text::next_code_point(chinese, i)) != region.short_form) continue;
    return region.code != "AU" ||
           std::none_of(std::begin(kMacao), std::end(kMacao), [&](std::string_view word) {
             return chinese.find(word) != std::string_view::npos;
           });
  }
  return false;
}

NamedRegions::NamedRegions(const pair::Passage& english_side, const pair::Passage& chinese_side) {
  const RegionTable& table = region_table();
  english = table.glossary.find(english_side.text(), Language::kEnglish, terms::Case::kRespected,
                                english_side.span.begin);
  chinese = table.glossary.find(chinese_side.text(), Language::kChinese, terms::Case::kRespected,
                                chinese_side.span.begin);
  for (const terms::TermMatch& match : english) {
    const bool named = std::any_of(chinese.begin(), chinese.end(),
                                   [&](const auto& other) { return other.entry == match.entry; });
    if (named || has_short_form(chinese_side.text(), table.regions[match.entry])) {
      shared.push_back(match.span);
    }
  }
}

bool names_region_of(const pair::Passage& english, std::string_view chinese) {
  const RegionTable& table = region_table();
  const auto wanted = table.glossary.find(chinese, Language::kChinese, terms::Case::kRespected);
  if (wanted.empty()) return false;
  const auto there =
      table.glossary.find(english.text(), Language::kEnglish, terms::Case::kRespected);
  return std::any_of(there.begin(), there.end(), [&](const terms::TermMatch& match) {
    return std::any_of(wanted.begin(), wanted.end(),
                       [&](const auto& other) { return other.entry == match.entry; });
  });
}

}  // namespace duizhao::check
