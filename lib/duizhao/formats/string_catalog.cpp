#include "duizhao/formats/string_catalog.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>
#include <vector>

#include "duizhao/formats/json_lines.h"
#include "duizhao/formats/language_match.h"
#include "duizhao/formats/listed_pairs.h"

namespace duizhao::formats {
namespace {

using json = nlohmann::ordered_json;  // members in the order of the file

/// A member of an object; null where there is none.
const json& member(const json& object, const std::string& name) {
  static const json none;
  if (!object.is_object()) return none;
  const auto found = object.find(name);
  return found == object.end() ? none : *found;
}

std::string string_of(const json& value) {
  return value.is_string() ? value.get<std::string>() : std::string();
}

/// The texts of one language by their form: "" for one that has no forms, "plural.other".
std::map<std::string, std::string> forms_of(const json& localization) {
  std::map<std::string, std::string> forms;
  const json& value = member(member(localization, "stringUnit"), "value");
  if (value.is_string()) forms[""] = value.get<std::string>();
  const json& variations = member(localization, "variations");
  for (const std::string kind : {"plural", "device"}) {
    const json& of_kind = member(variations, kind);
    if (!of_kind.is_object()) continue;
    for (const auto& [form, unit] : of_kind.items()) {
      const json& said = member(member(unit, "stringUnit"), "value");
      if (said.is_string()) forms[fmt::format("{}.{}", kind, form)] = said.get<std::string>();
    }
  }
  return forms;
}

}  // namespace

bool is_string_catalog(std::string_view start) {
  return start.starts_with('{') && start.find("\"sourceLanguage\"") != start.npos &&
         start.find("\"strings\"") != start.npos;
}

Result<std::unique_ptr<BilingualReader>> open_string_catalog(std::string_view text,
                                                             const std::string& file,
                                                             const BilingualOptions& options) {
  const json catalog = json::parse(text, nullptr, /*allow_exceptions=*/false);
  const json& strings = member(catalog, "strings");
  if (catalog.is_discarded() || !strings.is_object()) {
    return failure(ErrorCode::kMalformed, "this catalogue of Xcode's is broken or cut off", {file});
  }
  const std::string source = options.source_language.empty()
                                 ? string_of(member(catalog, "sourceLanguage"))
                                 : options.source_language;
  const bool is_chinese = language_of_tag(source) == Language::kChinese;
  const std::string target = !options.target_language.empty() ? options.target_language
                             : is_chinese                     ? "en"
                                                              : "zh";
  std::vector<BilingualPair> pairs;
  std::set<std::string> tags;
  JsonLines lines(text);
  for (const auto& [key, entry] : strings.items()) {
    const std::size_t line = lines.line_of(key);
    const json& localizations = member(entry, "localizations");
    if (member(entry, "shouldTranslate") == false || !localizations.is_object()) continue;
    std::map<std::string, std::string> sources;
    const json* translated = nullptr;
    for (const auto& [tag, localization] : localizations.items()) {
      if (tag_matches(tag, source)) {
        sources = forms_of(localization);
      } else if (translated == nullptr && tag_matches(tag, target)) {
        translated = &localization;
      } else {
        tags.insert(tag);
      }
    }
    if (translated == nullptr) continue;
    if (sources.empty()) sources[""] = key;
    for (const auto& [form, said] : forms_of(*translated)) {
      auto of_source = sources.find(form);
      if (of_source == sources.end()) of_source = std::prev(sources.end());
      pairs.push_back(
          {of_source->second, said, line, form.empty() ? key : fmt::format("{}/{}", key, form)});
    }
  }
  if (pairs.empty()) {
    return failure(ErrorCode::kMalformed,
                   fmt::format("no text of this catalogue has a translation into '{}'; it has: {}",
                               target, fmt::join(tags, ", ")),
                   {file});
  }
  return std::make_unique<ListedPairs>(std::move(pairs));
}

}  // namespace duizhao::formats
