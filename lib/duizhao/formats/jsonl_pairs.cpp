#include "duizhao/formats/jsonl_pairs.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/formats/table_pairs.h"

namespace duizhao::formats {
namespace {

using nlohmann::json;

std::string text_of(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_number() ? value.dump() : std::string();
}

/// Notes where the texts are; `at` is where their object or array is.
void set_members(BilingualPair& pair, const json::json_pointer& at, const std::string& source,
                 const std::string& target) {
  pair.file_line = PairLine{{}, {}, {}, (at / source).to_string(), (at / target).to_string()};
}

std::optional<BilingualPair> pair_of(const json& object, const BilingualOptions& options,
                                     const json::json_pointer& at) {
  if (object.is_array()) {
    if (object.size() < 2 || !object[0].is_string() || !object[1].is_string()) return std::nullopt;
    BilingualPair pair{text_of(object[0]), text_of(object[1]), 0, {}};
    if (options.lines) set_members(pair, at, "0", "1");
    return pair;
  }
  if (!object.is_object()) return std::nullopt;
  std::vector<std::string> names;
  std::vector<const json*> values;
  for (const auto& [name, value] : object.items()) {
    if (value.is_string() || value.is_number()) {
      names.push_back(name);
      values.push_back(&value);
    }
  }
  bool named = true;
  std::optional<PairColumns> columns;
  if (options.columns.empty()) {
    columns = columns_named(names, options);
  } else if (const auto asked = columns_asked_for(names, options, {}, named)) {
    columns = *asked;
  }
  if (!columns) {
    const auto inside = object.find("translation");
    if (inside == object.end() || !inside->is_object()) return std::nullopt;
    auto pair = pair_of(*inside, options, at / "translation");
    if (const auto id = object.find("id"); pair && id != object.end()) pair->id = text_of(*id);
    return pair;
  }
  BilingualPair pair{text_of(*values[columns->source]), text_of(*values[columns->target]), 0, {}};
  if (columns->id) pair.id = text_of(*values[*columns->id]);
  if (options.lines) set_members(pair, at, names[columns->source], names[columns->target]);
  return pair;
}

}  // namespace

Result<bool> JsonlPairReader::next(BilingualPair& pair) {
  for (;;) {
    std::string_view line;
    auto more = lines_.next(line);
    if (!more || !*more) return more;
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    const json object = json::parse(line, nullptr, /*allow_exceptions=*/false);
    if (auto found = object.is_discarded() ? std::nullopt
                                           : pair_of(object, options_, json::json_pointer())) {
      pair = std::move(*found);
      if (pair.file_line) pair.file_line->text = line;
      pair.line = lines_.line_number();
      return true;
    }
    pass_over({ErrorCode::kMalformed,
               object.is_discarded() ? "a line that is no JSON"
                                     : "a line without a source and a target (--columns names the "
                                       "members that are)",
               {lines_.name(), lines_.line_number()}});
  }
}

}  // namespace duizhao::formats
