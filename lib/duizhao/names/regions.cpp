#include "duizhao/names/regions.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <string_view>

namespace duizhao::names {
namespace {

/// What CLDR does not have. Words have bars between them.
struct MoreNames {
  std::string_view code;
  std::string_view english;
  std::string_view chinese;
  char32_t short_form;
};

constexpr MoreNames kMore[] = {
    {"US", "US|USA|America|American|Americans", "美利坚合众国|美国人", U'美'},
    {"GB", "UK|GB|Britain|Great Britain|British|Briton|England|English", "大不列颠|英格兰", U'英'},
    {"CN", "PRC|Chinese|Mainland", "中华人民共和国|内地|大陆", U'中'},
    {"TW", "Taiwanese|Taipei", "台北", U'台'},
    {"HK", "Hong Kong|Hong Konger|Hongkong", "香港", U'港'},
    {"MO", "Macau|Macao|Macanese", "澳门", U'澳'},
    {"JP", "Japanese|Tokyo", "东京", U'日'},
    {"KR", "Korea|Korean|South Korean|Seoul|ROK", "南韩|首尔", U'韩'},
    {"KP", "North Korean|Pyongyang|DPRK|Korea|Korean", "北韩|平壤", U'朝'},
    {"RU", "Russian|Russians|Moscow|Kremlin|Soviet", "俄国|莫斯科|苏联", U'俄'},
    {"FR", "French|Paris", "巴黎", U'法'},
    {"DE", "German|Germans|Berlin", "柏林", U'德'},
    {"IT", "Italian|Rome", "罗马", U'意'},
    {"ES", "Spanish|Spaniard|Madrid", "马德里", U'西'},
    {"PT", "Portuguese", "", U'葡'},
    {"NL", "Dutch|Holland", "", U'荷'},
    {"BE", "Belgian", "", U'比'},
    {"CH", "Swiss", "", 0},
    {"AT", "Austrian|Vienna", "维也纳", U'奥'},
    {"SE", "Swedish|Swede", "", 0},
    {"NO", "Norwegian", "", U'挪'},
    {"DK", "Danish|Dane", "", 0},
    {"FI", "Finnish|Finn", "", 0},
    {"PL", "Polish|Pole", "", 0},
    {"IS", "Icelandic|Icelander", "", U'冰'},
    {"LU", "Luxembourger", "", 0},
    {"CZ", "Czech", "捷克", U'捷'},
    {"SK", "Slovak", "", 0},
    {"SI", "Slovenian|Slovene", "", 0},
    {"HR", "Croatian|Croat", "", 0},
    {"RS", "Serbian|Serb", "", U'塞'},
    {"BA", "Bosnian", "波黑|波斯尼亚", U'波'},
    {"ME", "Montenegrin", "", U'黑'},
    {"AL", "Albanian", "", U'阿'},
    {"BG", "Bulgarian", "", U'保'},
    {"RO", "Romanian", "", U'罗'},
    {"MD", "Moldovan", "", 0},
    {"BY", "Belarusian|Belarussian", "", U'白'},
    {"LT", "Lithuanian", "", U'立'},
    {"LV", "Latvian", "", U'拉'},
    {"EE", "Estonian", "", U'爱'},
    {"CY", "Cypriot", "", U'塞'},
    {"AM", "Armenian", "", U'亚'},
    {"AZ", "Azerbaijani|Azeri", "", U'阿'},
    {"KZ", "Kazakh|Kazakhstani", "", U'哈'},
    {"UZ", "Uzbek", "", U'乌'},
    {"KG", "Kyrgyz", "", U'吉'},
    {"TM", "Turkmen", "", U'土'},
    {"BD", "Bangladeshi", "", U'孟'},
    {"LK", "Sri Lankan", "", U'斯'},
    {"NP", "Nepali|Nepalese", "", U'尼'},
    {"BT", "Bhutanese", "", U'不'},
    {"MM", "Burmese|Burma", "", U'缅'},
    {"LA", "Laotian", "寮国", U'老'},
    {"BN", "Bruneian", "", U'文'},
    {"KW", "Kuwaiti", "", U'科'},
    {"QA", "Qatari", "", U'卡'},
    {"BH", "Bahraini", "", U'巴'},
    {"OM", "Omani", "", U'阿'},
    {"LB", "Lebanese", "", U'黎'},
    {"LY", "Libyan", "", U'利'},
    {"TN", "Tunisian", "", U'突'},
    {"DZ", "Algerian", "", U'阿'},
    {"MA", "Moroccan", "", U'摩'},
    {"SD", "Sudanese", "", U'苏'},
    {"ET", "Ethiopian", "", U'埃'},
    {"ER", "Eritrean", "", U'厄'},
    {"UG", "Ugandan", "", U'乌'},
    {"TZ", "Tanzanian", "", U'坦'},
    {"RW", "Rwandan", "", U'卢'},
    {"CM", "Cameroonian", "", U'喀'},
    {"GH", "Ghanaian", "", U'加'},
    {"CI", "Ivorian", "", U'科'},
    {"SN", "Senegalese", "", U'塞'},
    {"ML", "Malian", "", U'马'},
    {"GM", "Gambian", "", U'冈'},
    {"LR", "Liberian", "", U'利'},
    {"TG", "Togolese", "", U'多'},
    {"GA", "Gabonese", "", U'加'},
    {"AO", "Angolan", "", U'安'},
    {"ZM", "Zambian", "", U'赞'},
    {"ZW", "Zimbabwean", "", U'津'},
    {"MW", "Malawian", "", U'马'},
    {"MZ", "Mozambican", "", U'莫'},
    {"BW", "Botswanan", "", U'博'},
    {"NA", "Namibian", "", U'纳'},
    {"MG", "Malagasy", "", U'马'},
    {"PE", "Peruvian", "", U'秘'},
    {"EC", "Ecuadorian|Ecuadorean", "", U'厄'},
    {"BO", "Bolivian", "", U'玻'},
    {"PY", "Paraguayan", "", U'巴'},
    {"UY", "Uruguayan", "", U'乌'},
    {"PA", "Panamanian", "", U'巴'},
    {"CR", "Costa Rican", "", U'哥'},
    {"NI", "Nicaraguan", "", U'尼'},
    {"HN", "Honduran", "", U'洪'},
    {"SV", "Salvadoran", "", U'萨'},
    {"GT", "Guatemalan", "", U'危'},
    {"HT", "Haitian", "", U'海'},
    {"JM", "Jamaican", "", U'牙'},
    {"FJ", "Fijian", "", U'斐'},
    {"WS", "Samoan", "", U'萨'},
    {"TO", "Tongan", "", U'汤'},
    {"MT", "Maltese", "", U'马'},
    {"GR", "Greek", "", 0},
    {"TR", "Turkish|Turk", "", U'土'},
    {"IE", "Irish", "", U'爱'},
    {"UA", "Ukrainian", "", U'乌'},
    {"CA", "Canadian|Ottawa", "", U'加'},
    {"MX", "Mexican", "", U'墨'},
    {"BR", "Brazilian", "", U'巴'},
    {"AR", "Argentine|Argentinian", "", U'阿'},
    {"AU", "Australian|Canberra", "澳洲", U'澳'},
    {"NZ", "New Zealander|Kiwi", "纽西兰", U'新'},
    {"IN", "Indian|New Delhi", "新德里", U'印'},
    {"PK", "Pakistani", "", U'巴'},
    {"ID", "Indonesian", "印尼", U'印'},
    {"MY", "Malaysian", "大马", U'马'},
    {"SG", "Singaporean", "星国", U'新'},
    {"TH", "Thai", "", U'泰'},
    {"VN", "Vietnamese", "", U'越'},
    {"PH", "Filipino|Philippine", "", U'菲'},
    {"IR", "Iranian|Tehran", "德黑兰", U'伊'},
    {"IQ", "Iraqi", "", U'伊'},
    {"IL", "Israeli", "", U'以'},
    {"PS", "Palestinian|Palestine", "巴勒斯坦", U'巴'},
    {"SA", "Saudi", "沙特", U'沙'},
    {"EG", "Egyptian|Cairo", "", U'埃'},
    {"ZA", "South African", "", U'南'},
    {"NG", "Nigerian", "", U'尼'},
    {"SO", "Somali|Somalian", "", U'索'},
    {"SY", "Syrian", "", U'叙'},
    {"AE", "UAE|Emirati|Emirates", "阿联酋", 0},
    {"KH", "Cambodian", "", U'柬'},
    {"KE", "Kenyan", "", U'肯'},
    {"CL", "Chilean", "", U'智'},
    {"CO", "Colombian", "", U'哥'},
    {"HU", "Hungarian", "", U'匈'},
    {"YE", "Yemeni", "", 0},
    {"JO", "Jordanian", "", U'约'},
    {"MN", "Mongolian", "蒙古国", U'蒙'},
    {"TJ", "Tajik", "塔国", U'塔'},
    {"AF", "Afghan", "", U'阿'},
    {"CU", "Cuban", "", U'古'},
    {"VE", "Venezuelan", "", U'委'},
    {"UN", "United Nations|United Nation|UN", "联合国|聯合國", 0},
    {"EU", "European Union|EU|European|Europe|Brussels", "欧盟|歐盟|欧洲|歐洲", U'欧'},
};

void add(std::vector<std::string>& names, std::string name) {
  const bool known = std::find(names.begin(), names.end(), name) != names.end();
  if (!name.empty() && !known) names.push_back(std::move(name));
}

void add_all(std::vector<std::string>& names, std::string_view list) {
  while (!list.empty()) {
    const std::size_t bar = list.find('|');
    add(names, std::string(list.substr(0, bar)));
    list.remove_prefix(bar == std::string_view::npos ? list.size() : bar + 1);
  }
}

std::string display_name(const icu::Locale& region, const char* language) {
  icu::UnicodeString name;
  region.getDisplayCountry(icu::Locale(language), name);
  std::string utf8;
  name.toUTF8String(utf8);
  // "Hong Kong SAR China", 中国香港特别行政区: kMore has what people call it.
  for (const std::string_view suffix : {" SAR China", "特别行政区", "特別行政區"}) {
    if (utf8.ends_with(suffix)) return {};
  }
  return utf8;
}

}  // namespace

std::vector<Region> regions() {
  std::vector<Region> all;
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    const icu::Locale locale("", *code);
    Region region;
    region.code = *code;
    add(region.english, display_name(locale, "en"));
    for (const char* language : {"zh_Hans", "zh_Hant", "zh_Hant_HK"}) {
      add(region.chinese, display_name(locale, language));
    }
    all.push_back(std::move(region));
  }
  for (const MoreNames& more : kMore) {
    auto known = std::find_if(all.begin(), all.end(),
                              [&](const Region& region) { return region.code == more.code; });
    if (known == all.end()) {
      all.emplace_back();
      known = all.end() - 1;
      known->code = more.code;
    }
    add_all(known->english, more.english);
    add_all(known->chinese, more.chinese);
    known->short_form = more.short_form;
  }
  return all;
}

}  // namespace duizhao::names
