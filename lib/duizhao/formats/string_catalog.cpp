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

using nlohmann::json;

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

/// A key of a catalogue and its line.
struct Key {
  std::string name;
  std::size_t line = 0;
};

/// Collects the keys of a catalogue in the order of the file, which an object keeps only in a time
/// that grows with the square of its members.
class KeysOfCatalog : public nlohmann::json_sax<json> {
 public:
  explicit KeysOfCatalog(std::string_view text) : lines_(text) {}

  bool null() override { return true; }
  bool boolean(bool /*value*/) override { return true; }
  bool number_integer(number_integer_t /*value*/) override { return true; }
  bool number_unsigned(number_unsigned_t /*value*/) override { return true; }
  bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return true; }
  bool string(string_t& /*value*/) override { return true; }
  bool binary(binary_t& /*value*/) override { return true; }

  bool start_object(std::size_t /*members*/) override { return open(); }
  bool start_array(std::size_t /*elements*/) override { return open(); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    if (depth_ == 1) in_strings_ = name == "strings";
    if (depth_ == 2 && in_strings_) keys_.push_back({name, lines_.line_of(name)});
    return true;
  }

  bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                   const json::exception& /*error*/) override {
    return false;
  }

  std::vector<Key> take() { return std::move(keys_); }

 private:
  bool open() {
    ++depth_;
    return true;
  }
  bool close() {
    --depth_;
    return true;
  }

  JsonLines lines_;
  std::size_t depth_ = 0;
  bool in_strings_ = false;
  std::vector<Key> keys_;
};

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
  KeysOfCatalog keys(text);
  if (catalog.is_discarded() || !strings.is_object() || !json::sax_parse(text, &keys)) {
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
  for (const auto& [key, line] : keys.take()) {
    const json& entry = member(strings, key);
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
