#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>
#include <string>

#include "check/reviewed.h"
#include "duizhao/report/json.h"
#include "duizhao/report/schema/schema.h"
#include "report/sample.h"

using namespace duizhao;
using namespace duizhao::tests;
using nlohmann::json;

namespace {

/// The part of JSON Schema (draft 2020-12) that our schema uses; a keyword that it does not know is
/// a failure, so that nothing is passed over.
class Schema {
 public:
  explicit Schema(json schema) : root_(std::move(schema)) {}

  /// What is wrong with a value, by its path; empty where nothing is.
  [[nodiscard]] std::string fault(const json& value) const { return fault(root_, value, "$"); }

 private:
  static bool has_type(const std::string& type, const json& value) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    if (type == "boolean") return value.is_boolean();
    return type == "null" && value.is_null();
  }

  // NOLINTNEXTLINE(misc-no-recursion): as deep as the schema
  std::string fault(const json& schema, const json& value, const std::string& path) const {
    for (const auto& [keyword, rule] : schema.items()) {
      std::string found = fault_of(keyword, rule, schema, value, path);
      if (!found.empty()) return found;
    }
    return {};
  }

  // NOLINTNEXTLINE(misc-no-recursion)
  std::string fault_of(const std::string& keyword, const json& rule, const json& schema,
                       const json& value, const std::string& path) const {
    const auto unless = [&](bool holds) { return holds ? std::string() : path + ": " + keyword; };
    if (keyword == "$schema" || keyword == "$id" || keyword == "$defs" || keyword == "title" ||
        keyword == "description" || keyword == "then") {
      return {};
    }
    if (keyword == "$ref") {
      return fault(root_.at(json::json_pointer(rule.get<std::string>().substr(1))), value, path);
    }
    if (keyword == "type") {
      const json types = rule.is_array() ? rule : json::array({rule});
      return unless(
          std::ranges::any_of(types, [&](const json& type) { return has_type(type, value); }));
    }
    if (keyword == "enum") return unless(std::ranges::find(rule, value) != rule.end());
    if (keyword == "oneOf") {
      return unless(std::ranges::count_if(rule, [&](const json& one) {
                      return fault(one, value, path).empty();
                    }) == 1);
    }
    if (keyword == "allOf") {
      for (const json& one : rule) {
        if (std::string found = fault(one, value, path); !found.empty()) return found;
      }
      return {};
    }
    if (keyword == "if") {
      return fault(rule, value, path).empty() ? fault(schema.at("then"), value, path) : "";
    }
    if (keyword == "required") {
      return unless(!value.is_object() || std::ranges::all_of(rule, [&](const json& name) {
        return value.contains(name.get<std::string>());
      }));
    }
    if (keyword == "properties" || keyword == "additionalProperties") {
      if (!value.is_object()) return {};
      for (const auto& [name, member] : value.items()) {
        const bool named = keyword == "properties" && rule.contains(name);
        if (!named && keyword == "properties") continue;
        std::string found = fault(named ? rule.at(name) : rule, member, path + "." + name);
        if (!found.empty()) return found;
      }
      return {};
    }
    if (keyword == "items") {
      for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) {
        std::string found = fault(rule, value[i], path + "[" + std::to_string(i) + "]");
        if (!found.empty()) return found;
      }
      return {};
    }
    if (keyword == "minimum") return unless(!value.is_number() || value >= rule);
    if (keyword == "maximum") return unless(!value.is_number() || value <= rule);
    if (keyword == "minLength") {
      return unless(!value.is_string() ||
                    value.get<std::string>().size() >= rule.get<std::size_t>());
    }
    if (keyword == "pattern") {
      return unless(!value.is_string() || std::regex_search(value.get<std::string>(),
                                                            std::regex(rule.get<std::string>())));
    }
    return path + ": a keyword that this test does not know: " + keyword;
  }

  json root_;
};

}  // namespace

TEST_CASE("json: what is written is as the schema says") {
  const Schema schema(json::parse(report::kFindingsSchema));
  std::string whole;
  report::append_json(whole, sample_review());
  CHECK(schema.fault(json::parse(whole)) == "");
  std::string hostile;
  report::append_json(hostile, hostile_review());
  CHECK(schema.fault(json::parse(hostile)) == "");
  std::string lines;
  report::append_jsonl(lines, sample_review());
  std::string pair;
  report::append_pair_line(pair, {7, 8, "s8"}, pair_review());
  std::istringstream all(lines + pair);
  for (std::string line; std::getline(all, line);) CHECK(schema.fault(json::parse(line)) == "");
  CHECK(schema.fault(json::array({json::parse(pair)})) == "");
}

TEST_CASE("json: the schema notices what is not as it says") {
  const Schema schema(json::parse(report::kFindingsSchema));
  std::string pair;
  report::append_pair_line(pair, {7, 8, "s8"}, pair_review());
  for (const char* member : {"rule", "severity", "key", "message"}) {
    json changed = json::parse(pair);
    changed.at("findings").at(0).erase(member);
    CHECK(schema.fault(changed) != "");
  }
  json changed = json::parse(pair);
  changed.at("findings").at(0).at("severity") = "grave";
  CHECK(schema.fault(changed) != "");
}
