#include "help.h"

#include <algorithm>
#include <array>
#include <boost/program_options.hpp>
#include <ostream>
#include <string>
#include <utility>
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

void print_option(std::ostream& out, const OptionHelp& option, std::size_t column,
                  Language language) {
  const std::string name = "  " + option.written();
  out << name;
  std::size_t taken = report::columns_of(report::cells_of(name));
  const auto text = report::cells_of(in_language(option.description, option.description, language));
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

void print_page(std::ostream& out, const HelpPage& page, Language language) {
  std::size_t column = 0;
  for (const OptionHelpGroup& group : page.groups) {
    for (const OptionHelp& option : group.options) {
      column = std::max(column, std::min(2 + option.written().size(), kWidestOption) + 2);
    }
  }
  out << page.text("usage", language) << '\n' << page.text("description", language);
  for (const OptionHelpGroup& group : page.groups) {
    out << '\n' << in_language(group.caption, group.caption, language) << '\n';
    for (const OptionHelp& option : group.options) print_option(out, option, column, language);
  }
  out << '\n' << page.text("examples", language);
}

OptionHelp help_of(const po::option_description& option) {
  // canonical_display_name gives the short form where it is asked for.
  std::string shorter = option.canonical_display_name(po::command_line_style::allow_dash_for_short);
  if (shorter.size() != 2) shorter.clear();
  return {option.long_name(), std::move(shorter), option.format_parameter(), option.description()};
}

}  // namespace

std::string_view in_language(std::string_view id, std::string_view english, Language language) {
  if (language != Language::kChinese) return english;
  const auto* const found = std::ranges::lower_bound(kTranslations, id, {}, &Translation::id);
  return found != kTranslations.end() && found->id == id ? found->chinese : english;
}

std::string OptionHelp::written() const {
  return (shorter.empty() ? "" : shorter + ", ") + "--" + name +
         (argument.empty() ? "" : " " + argument);
}

std::string_view HelpPage::text(std::string_view part, Language language) const {
  const std::string_view english = part == "usage"         ? texts.usage
                                   : part == "description" ? texts.description
                                                           : texts.examples;
  return in_language(std::string(texts.name).append("/").append(part), english, language);
}

HelpPage help_page(const HelpTexts& texts, const OptionGroups& groups) {
  HelpPage page{texts, {}};
  const auto add = [&](const OptionGroup& group) {
    OptionHelpGroup& added = page.groups.emplace_back(OptionHelpGroup{group.caption, {}});
    for (const auto& option : group.options.options()) added.options.push_back(help_of(*option));
  };
  for (const OptionGroup& group : groups) add(group);
  OptionGroup of_language("language");
  of_language.add_options()("lang", po::value<std::string>()->value_name("en|zh"),
                            "of messages, pages and this help; else that of the locale");
  add(of_language);
  return page;
}

void print_pages(std::ostream& out, const std::vector<HelpPage>& pages, Language language) {
  for (const HelpPage& page : pages) {
    if (&page != &pages.front()) out << "\n----\n\n";
    print_page(out, page, language);
  }
}

}  // namespace duizhao::cli
