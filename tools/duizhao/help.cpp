#include "help.h"

#include <algorithm>
#include <array>
#include <boost/program_options.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "duizhao/report/columns.h"

namespace duizhao::cli {
namespace {

constexpr std::size_t kWidth = 80;
/// Options that are longer have a line of their own.
constexpr std::size_t kWidestOption = 32;

struct Translation {
  std::string_view id;
  std::string_view chinese;
};

constexpr auto kTranslations = [] {
  auto rows = std::to_array<Translation>({
#include "help.inc"
  });
  std::ranges::sort(rows, {}, &Translation::id);
  return rows;
}();

static_assert(std::ranges::adjacent_find(kTranslations, {}, &Translation::id) ==
                  kTranslations.end(),
              "two texts of the help have one id");

/// "-g, --glossary FILE"
std::string written(const po::option_description& option) {
  const std::string argument = option.format_parameter();
  const std::string& name = option.long_name();
  // canonical_display_name gives the short form where it is asked for.
  const std::string shorter =
      option.canonical_display_name(po::command_line_style::allow_dash_for_short);
  std::string text = "  ";
  if (shorter.size() == 2) text += shorter + ", ";
  return text + "--" + name + (argument.empty() ? "" : " " + argument);
}

void print_option(std::ostream& out, const po::option_description& option, std::size_t column,
                  Language language) {
  const std::string name = written(option);
  out << name;
  std::size_t taken = report::columns_of(report::cells_of(name));
  const std::string& english = option.description();
  const auto text = report::cells_of(in_language(english, english, language));
  for (const auto& line : report::wrap(text, kWidth - column)) {
    if (taken + 2 > column) {
      out << '\n';
      taken = 0;
    }
    out << std::string(column - taken, ' ');
    for (const report::Cell& cell : line) out << cell.bytes;
    taken = column;
  }
  out << '\n';
}

}  // namespace

std::string_view in_language(std::string_view id, std::string_view english, Language language) {
  if (language != Language::kChinese) return english;
  const auto* const found = std::ranges::lower_bound(kTranslations, id, {}, &Translation::id);
  return found != kTranslations.end() && found->id == id ? found->chinese : english;
}

void print_help(std::ostream& out, const HelpTexts& texts, OptionGroups groups, Language language) {
  // Taken by program.cpp, for every command.
  OptionGroup& of_language = groups.emplace_back("language");
  of_language.add_options()("lang", po::value<std::string>()->value_name("en|zh"),
                            "of messages, pages and this help; else that of the locale");
  const auto text = [&](std::string_view part, std::string_view english) {
    return in_language(std::string(texts.name).append("/").append(part), english, language);
  };
  std::size_t column = 0;
  for (const OptionGroup& group : groups) {
    for (const auto& option : group.options.options()) {
      column = std::max(column, std::min(written(*option).size(), kWidestOption) + 2);
    }
  }
  out << text("usage", texts.usage) << '\n' << text("description", texts.description);
  for (const OptionGroup& group : groups) {
    out << '\n' << in_language(group.caption, group.caption, language) << '\n';
    for (const auto& option : group.options.options()) {
      print_option(out, *option, column, language);
    }
  }
  out << '\n' << text("examples", texts.examples);
}

}  // namespace duizhao::cli
