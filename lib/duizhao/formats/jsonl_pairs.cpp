#include "duizhao/formats/jsonl_pairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/formats/table_pairs.h"
#include "duizhao/text/language.h"

namespace duizhao::formats {
namespace {

using json = nlohmann::ordered_json;  // members in the order of the file

std::string text_of(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_number() ? value.dump() : std::string();
}

/// Notes where the texts are; `at` is where their object or array is.
void set_members(BilingualPair& pair, const json::json_pointer& at, const std::string& source,
                 const std::string& target) {
  pair.file_line = PairLine{{}, {}, {}, (at / source).to_string(), (at / target).to_string()};
}

/// The members that hold a Chinese and an English text, the longest of each; once they are found,
/// those of that name.
std::optional<PairColumns> columns_held(const std::vector<std::string>& names,
                                        const std::vector<const json*>& values,
                                        std::optional<JsonMembers>& found) {
  const auto named = [&](const std::string& name) {
    return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
  };
  if (found) {
    const PairColumns columns{named(found->source), named(found->target), std::nullopt, {}};
    const bool both = columns.source < names.size() && columns.target < names.size();
    return both ? std::optional(columns) : std::nullopt;
  }
  const auto longest = [&](Language language) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const std::string text = text_of(*values[i]);
      // A key or a name of a category is no text.
      const bool words = language == Language::kChinese || text.find(' ') != text.npos;
      if (!words || text::language_of(text) != language) continue;
      if (!best || text.size() > text_of(*values[*best]).size()) best = i;
    }
    return best;
  };
  const auto chinese = longest(Language::kChinese);
  const auto english = longest(Language::kEnglish);
  if (!chinese || !english) return std::nullopt;
  const PairColumns columns{
      std::min(*chinese, *english), std::max(*chinese, *english), std::nullopt, {}};
  found = JsonMembers{names[columns.source], names[columns.target]};
  return columns;
}

std::optional<BilingualPair> pair_of(const json& object, const BilingualOptions& options,
                                     const json::json_pointer& at,
                                     std::optional<JsonMembers>& found) {
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
    if (inside != object.end() && inside->is_object()) {
      auto pair = pair_of(*inside, options, at / "translation", found);
      if (const auto id = object.find("id"); pair && id != object.end()) pair->id = text_of(*id);
      return pair;
    }
    columns = columns_held(names, values, found);
    if (!columns) return std::nullopt;
  }
  BilingualPair pair{text_of(*values[columns->source]), text_of(*values[columns->target]), 0, {}};
  if (columns->id) pair.id = text_of(*values[*columns->id]);
  if (options.lines) set_members(pair, at, names[columns->source], names[columns->target]);
  return pair;
}

}  // namespace

Result<bool> JsonPairReader::next(BilingualPair& pair) {
  for (;;) {
    std::string_view value;
    auto more = next_value(value);
    if (more && !*more && !has_pairs_ && passed_over() > 0) {
      if (first_faults().front().where.column > 0) return tl::unexpected(first_faults().front());
      return failure(ErrorCode::kMalformed,
                     "no object of it has a source and a target (--columns names the members that "
                     "are); pairs are an object a line, or an array of objects",
                     {name()});
    }
    if (!more || !*more) return more;
    const json object = json::parse(value, nullptr, /*allow_exceptions=*/false);
    if (object.is_discarded() && line() == 1 && value.find_first_not_of("{ \t\r") == value.npos) {
      return failure(ErrorCode::kMalformed,
                     "this is one object of JSON over several lines, and no list of pairs: pairs "
                     "are an object a line, or an array of objects",
                     {name(), 1, 0});
    }
    if (auto read = object.is_discarded()
                        ? std::nullopt
                        : pair_of(object, options_, json::json_pointer(), found_)) {
      pair = std::move(*read);
      has_pairs_ = true;
      if (pair.file_line) pair.file_line->text = value;
      pair.line = line();
      return true;
    }
    pass_over({ErrorCode::kMalformed,
               object.is_discarded() ? "this is no JSON"
                                     : "an object without a source and a target (--columns names "
                                       "the members that are)",
               {name(), line()}});
  }
}

std::string JsonPairReader::notice() const {
  if (!found_) return {};
  return fmt::format(
      "the members '{}' and '{}' were taken by what they hold: --columns names others",
      found_->source, found_->target);
}

Result<bool> JsonlPairReader::next_value(std::string_view& value) {
  for (;;) {
    auto more = lines_.next(value);
    if (!more && lines_.goes_on()) {
      pass_over(more.error());
      continue;
    }
    if (!more || !*more || value.find_first_not_of(" \t\r") != value.npos) return more;
  }
}

bool JsonArrayPairReader::recognises(std::string_view start) {
  if (!start.starts_with('[')) return false;
  const std::size_t first = start.find_first_not_of(" \t\r\n", 1);
  return first != start.npos &&
         std::string_view("{[]").find(start[first]) != std::string_view::npos;
}

tl::unexpected<Error> JsonArrayPairReader::broken(std::string message) const {
  return failure(ErrorCode::kMalformed, std::move(message), {name_, next_line_, 0});
}

void JsonArrayPairReader::skip_blanks() {
  for (;
       at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos;
       ++at_) {
    if (text_[at_] == '\n') ++next_line_;
  }
}

std::size_t JsonArrayPairReader::element_end() const {
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t i = at_; i < text_.size(); ++i) {
    const char c = text_[i];
    if (quoted) {
      if (c == '\\') ++i;
      quoted = c != '"';
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      if (depth == 0) return i;
      if (--depth == 0) return i + 1;
    } else if (c == ',' && depth == 0) {
      return i;
    }
  }
  return text_.size() + 1;  // nothing ends it
}

Result<bool> JsonArrayPairReader::next_value(std::string_view& value) {
  const bool begins = at_ == 0;
  skip_blanks();
  const char expected = begins ? '[' : ',';
  if (at_ < text_.size() && text_[at_] == ']' && !begins) return false;
  if (at_ >= text_.size()) return broken("the JSON ends within its array: it is cut off");
  if (text_[at_] != expected) return broken("this is no array of JSON: a comma is missing");
  ++at_;
  skip_blanks();
  if (begins && at_ < text_.size() && text_[at_] == ']') return false;
  const std::size_t end = element_end();
  if (end > text_.size()) return broken("the JSON ends within its array: it is cut off");
  value = std::string_view(text_).substr(at_, end - at_);
  line_ = next_line_;
  next_line_ += static_cast<std::size_t>(std::ranges::count(value, '\n'));
  at_ = end;
  return true;
}

}  // namespace duizhao::formats
