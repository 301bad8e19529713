#include "duizhao/formats/glossary_values.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "duizhao/text/ascii.h"

namespace duizhao::formats {
namespace {

bool is_one_of(std::string_view value, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), value) != words.end();
}

std::string plain(std::string_view value) {
  std::string name = text::ascii_lowered(value);
  std::erase_if(name, [](char c) { return c == ' ' || c == '-' || c == '_'; });
  return name;
}

}  // namespace

std::optional<bool> yes_or_no(std::string_view value) {
  const std::string name = plain(value);
  if (is_one_of(name, {"yes", "y", "true", "1", "x", "✓", "✔", "是", "√"})) return true;
  if (is_one_of(name, {"no", "n", "false", "0", "否"})) return false;
  return std::nullopt;
}

std::optional<TermCase> term_case_named(std::string_view value) {
  const std::string name = plain(value);
  if (is_one_of(name, {"", "usual", "default", "permissive", "默认", "默認"})) {
    return TermCase::kUsual;
  }
  if (is_one_of(name,
                {"keep", "kept", "exact", "sensitive", "casesensitive", "保留", "区分", "區分"})) {
    return TermCase::kKept;
  }
  if (is_one_of(name, {"free", "any", "ignore", "insensitive", "caseinsensitive", "不区分",
                       "不區分", "忽略"})) {
    return TermCase::kFree;
  }
  const auto said = yes_or_no(value);
  if (!said) return std::nullopt;
  return *said ? TermCase::kKept : TermCase::kFree;
}

std::string_view name_of(TermCase letter_case) {
  switch (letter_case) {
    case TermCase::kUsual:
      return "";
    case TermCase::kKept:
      return "yes";
    case TermCase::kFree:
      return "no";
  }
  return "";
}

}  // namespace duizhao::formats
