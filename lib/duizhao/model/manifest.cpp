#include "duizhao/model/manifest.h"

#include <nlohmann/json.hpp>

namespace duizhao::model {

std::string to_json(const Manifest& manifest) {
  using Json = nlohmann::ordered_json;
  Json json;
  json["program"] = manifest.program;
  json["command"] = manifest.command;
  if (!manifest.licence.empty()) json["licence"] = manifest.licence;
  json["options"] = manifest.options.empty() ? Json::object() : Json::parse(manifest.options);
  json["dictionaries"] = Json::array();
  for (const Manifest::Dictionary& dictionary : manifest.dictionaries) {
    json["dictionaries"].push_back({{"name", dictionary.name},
                                    {"sha256", dictionary.sha256},
                                    {"entries", dictionary.entries}});
    if (!dictionary.licence.empty()) json["dictionaries"].back()["licence"] = dictionary.licence;
  }
  json["pairs"] = Json::array();
  for (const Manifest::Pairs& pairs : manifest.pairs) {
    json["pairs"].push_back({{"name", pairs.name},
                             {"sha256", pairs.sha256},
                             {"pairs", pairs.pairs},
                             {"used", pairs.used},
                             {"repeated", pairs.repeated},
                             {"too_long", pairs.too_long},
                             {"misaligned", pairs.misaligned}});
    if (!pairs.licence.empty()) json["pairs"].back()["licence"] = pairs.licence;
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace duizhao::model
