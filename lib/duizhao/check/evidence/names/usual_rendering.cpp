#include "duizhao/check/evidence/names/usual_rendering.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/check/evidence/terms/rendering.h"
#include "duizhao/model/lexicon.h"
#include "duizhao/model/name_store.h"
#include "duizhao/names/spellings.h"

namespace duizhao::check {
namespace {

/// What dictionaries have with places whose names stand without it in running text.
struct KindOfPlace {
  std::string_view english;
  std::string_view chinese;
};
constexpr KindOfPlace kKindsOfPlaces[] = {
    {" Province", "省"}, {" City", "市"}, {" County", "县"}, {" Prefecture", "州"}};

/// p(zh|en) of a Chinese name for the likeliest of the English words; 0 for one that the lexicon
/// has no single word for.
float probability_of(std::string_view chinese, std::span<const model::Word> english,
                     const model::Lexicon& lexicon) {
  const std::vector<model::Word> words = lexicon.words(chinese, Language::kChinese);
  if (words.size() != 1 || words.front().id == model::kUnknownWord) return 0;
  float most = 0;
  for (const model::Word& word : english) {
    if (word.id == model::kUnknownWord) continue;
    for (const model::Translation translation : lexicon.translations(Language::kEnglish, word.id)) {
      if (translation.id == words.front().id) most = std::max(most, translation.probability);
    }
  }
  return most;
}

/// Of the Chinese names that are rendered so, the one that the lexicon thinks likeliest. 江北,
/// which is "Chongqing's", and 摩尔定律, "Moore's", belong to what is named and are not it.
std::optional<std::string_view> usual_chinese(const Mention& mention, std::string_view english,
                                              const Resources& resources) {
  const std::vector<model::Word> words = resources.lexicon->words(english, Language::kEnglish);
  std::string_view usual;
  float most = -1;
  std::size_t candidates = 0;
  for (const std::uint32_t number : mention.names) {
    const model::KnownName name = resources.names->name(number);
    if (name.english.front().ends_with("'s")) continue;
    ++candidates;
    const float probability = probability_of(name.chinese, words, *resources.lexicon);
    if (probability <= most) continue;
    most = probability;
    usual = name.chinese;
  }
  if (candidates == 0 || (most == 0 && candidates > 1)) return std::nullopt;
  return usual;
}

/// 朝阳 of 朝阳市, where the English doesn't say "City" either and it is a name by itself.
std::string_view without_kind(std::string_view chinese, std::string_view english,
                              const Resources& resources) {
  for (const KindOfPlace& kind : kKindsOfPlaces) {
    if (!chinese.ends_with(kind.chinese) || english.ends_with(kind.english)) continue;
    const std::string_view rest = chinese.substr(0, chinese.size() - kind.chinese.size());
    if (resources.names->number_of(rest)) return rest;
  }
  return chinese;
}

std::vector<std::string> sorted_words(std::string_view rendering) {
  const std::string key = model::name_key(rendering);
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < key.size();) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    words.push_back(key.substr(begin, end - begin));
    begin = end + 1;
  }
  std::ranges::sort(words);
  return words;
}

/// The likeliest rendering, turned round where a dictionary has "Carolina North" as well as "North
/// Carolina". They also say whose a ministry is: "PRC National …".
std::string usual_english(const model::KnownName& name, bool pinyin) {
  constexpr auto kSides = std::to_array<std::string_view>({" North", " South", " East", " West"});
  std::string_view usual = name.english.front();
  const bool turned =
      std::ranges::any_of(kSides, [&](std::string_view side) { return usual.ends_with(side); });
  if (turned) {
    const std::vector<std::string> words = sorted_words(usual);
    const auto other = std::ranges::find_if(name.english, [&](std::string_view one) {
      return one != usual && sorted_words(one) == words;
    });
    if (other != name.english.end()) usual = *other;
  }
  if (pinyin && name.kinds.person) {  // 中山 is Zhongshan, and only of persons Nakayama
    const auto read = std::ranges::find_if(
        name.english, [&](std::string_view one) { return names::spells(one, name.chinese); });
    if (read != name.english.end()) usual = *read;
  }
  for (const auto& [english, chinese] : kKindsOfPlaces) {
    if (usual.ends_with(english) && !name.chinese.ends_with(chinese)) {
      usual.remove_suffix(english.size());
    }
  }
  constexpr std::string_view kCountry = "PRC ";
  if (usual.starts_with(kCountry)) usual.remove_prefix(kCountry.size());
  return std::string(usual);
}

}  // namespace

std::optional<std::string> usual_rendering(const Mention& mention, const pair::Passage& passage,
                                           const pair::Passage& target,
                                           const Resources& resources) {
  if (mention.names.empty()) return std::nullopt;
  if (passage.language == Language::kChinese) {
    return usual_english(resources.names->name(mention.names.front()), mention.pinyin);
  }
  const std::string_view english = mention.span.in(passage.document->text);
  const auto chinese = usual_chinese(mention, english, resources);
  if (!chinese) return std::nullopt;
  return in_script_of(target, without_kind(*chinese, english, resources), resources);
}

}  // namespace duizhao::check
