#include "manual.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "duizhao/check/rule.h"
#include "duizhao/report/catalogue.h"
#include "help.h"
#include "program.h"
#include "roff.h"

namespace duizhao::cli {
namespace {

constexpr std::string_view kSection = ".SH";
constexpr std::string_view kSubsection = ".SS";

constexpr std::string_view kEnvironment =
    "  DUIZHAO_MODEL  the model, where --model names none\n"
    "  LC_ALL, LC_MESSAGES, LANG  the language of messages, where --lang says none: Chinese in a\n"
    "                 locale that begins with zh, else English\n"
    "  NO_COLOR       no colours in text\n";

constexpr std::string_view kFiles =
    "  duizhao.model  the translation lexicon, with duizhao.weights and duizhao.names beside it.\n"
    "                 Looked for beside the program, in share/duizhao where the program was\n"
    "                 installed, and in the folder duizhao of each folder of $XDG_DATA_DIRS\n";

std::string_view word(std::string_view english, Language language) {
  return in_language(std::string("manual/").append(english), english, language);
}

/// A macro with one argument.
void append_macro(std::string& out, std::string_view macro, std::string_view argument) {
  out.append(macro).append(" \"").append(roff_escaped(argument)).append("\"\n");
}

void append_head(std::string& out, std::string_view name, std::string_view summary,
                 Language language) {
  std::string title(name);
  std::ranges::transform(title, title.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c; });
  out.append(".\\\" Made from what --help says.\n.TH \"").append(roff_escaped(title));
  out.append("\" 1 \"\" \"duizhao ").append(program_version()).append("\" \"");
  out.append(roff_escaped(word("duizhao manual", language))).append("\"\n");
  // Chinese lines have no blanks to be stretched.
  if (language == Language::kChinese) out += ".na\n";
  append_macro(out, kSection, word("NAME", language));
  out.append(roff_escaped(name)).append(" \\- ").append(roff_escaped(summary)).append("\n");
}

/// The lines behind "usage: ".
void append_synopsis(std::string& out, std::string_view usage) {
  out += ".nf\n";
  while (!usage.empty()) {
    const std::size_t end = std::min(usage.find('\n'), usage.size());
    const std::string_view line = usage.substr(0, end);
    const std::size_t begin = line.find("duizhao");
    if (begin != std::string_view::npos) {
      append_macro(out, ".B", line.substr(begin));
    }
    usage.remove_prefix(std::min(end + 1, usage.size()));
  }
  out += ".fi\n";
}

void append_option(std::string& out, const OptionHelp& option, Language language) {
  out += ".TP\n";
  if (!option.shorter.empty()) out.append("\\fB").append(roff_escaped(option.shorter) + "\\fR, ");
  out.append("\\fB\\-\\-").append(roff_escaped(option.name)).append("\\fR");
  if (!option.argument.empty()) {
    out.append(" \\fI").append(roff_escaped(option.argument)).append("\\fR");
  }
  const std::string_view text = in_language(option.description, option.description, language);
  out.append("\n").append(roff_prose(text)).append("\n");
}

void append_options(std::string& out, const HelpPage& page, Language language) {
  for (const OptionHelpGroup& group : page.groups) {
    append_macro(out, kSubsection, in_language(group.caption, group.caption, language));
    for (const OptionHelp& option : group.options) append_option(out, option, language);
  }
}

bool lists_rules(const HelpPage& page) {
  return std::ranges::any_of(page.groups, [](const OptionHelpGroup& group) {
    return std::ranges::any_of(group.options,
                               [](const OptionHelp& option) { return option.name == "rules"; });
  });
}

void append_rules(std::string& out, Language language) {
  const report::Words words(language);
  append_macro(out, kSection, word("RULES", language));
  for (const check::Rule* rule : check::rules()) {
    out.append(".TP\n.B ").append(roff_escaped(rule->id));
    if (language == Language::kChinese) {
      out.append("\n").append(roff_escaped(words.rule_name(rule->id))).append("：");
    } else {
      out += '\n';
    }
    out.append(roff_prose(words("rule/" + std::string(rule->id)))).append("\n");
  }
}

/// One action of a command whose actions have options of their own, such as `model train`.
void append_action(std::string& out, const Command& command, const HelpPage& page,
                   Language language) {
  append_macro(out, kSection, std::string(command.name) + " " + std::string(page.texts.name));
  append_synopsis(out, page.text("usage", language));
  out += ".PP\n";
  append_roff(out, page.text("description", language), kSubsection);
  append_options(out, page, language);
  append_roff(out, page.text("examples", language), kSubsection);
}

void append_only_action(std::string& out, const HelpPage& page, Language language) {
  append_macro(out, kSection, word("SYNOPSIS", language));
  append_synopsis(out, page.text("usage", language));
  append_macro(out, kSection, word("DESCRIPTION", language));
  append_roff(out, page.text("description", language), kSubsection);
  append_macro(out, kSection, word("OPTIONS", language));
  append_options(out, page, language);
  if (lists_rules(page)) append_rules(out, language);
  append_roff(out, page.text("examples", language), kSection);
}

void append_see_also(std::string& out, std::string_view but, Language language) {
  append_macro(out, kSection, word("SEE ALSO", language));
  std::vector<std::string> pages = {"duizhao"};
  for (const Command& command : commands()) {
    pages.push_back("duizhao-" + std::string(command.name));
  }
  std::erase(pages, but);
  for (const std::string& page : pages) {
    out.append(".BR ").append(roff_escaped(page)).append(" (1)");
    out.append(&page == &pages.back() ? "\n" : ",\n");
  }
}

}  // namespace

std::string program_manual(Language language) {
  const HelpPage page = program_page();
  std::string out;
  append_head(out, "duizhao",
              word("compare the Chinese and the English version of a report", language), language);
  append_macro(out, kSection, word("SYNOPSIS", language));
  append_synopsis(out, page.text("usage", language));
  append_macro(out, kSection, word("DESCRIPTION", language));
  append_roff(out, page.text("description", language), kSubsection);
  append_macro(out, kSection, word("COMMANDS", language));
  for (const Command& command : commands()) {
    out.append(".TP\n.BR ").append(roff_escaped("duizhao-" + std::string(command.name)));
    out.append(" (1)\n").append(
        roff_escaped(in_language(command.summary, command.summary, language)));
    out += '\n';
  }
  append_roff(out, page.text("examples", language), kSection);
  append_macro(out, kSection, word("ENVIRONMENT", language));
  append_roff(out, in_language("manual/environment", kEnvironment, language), kSubsection);
  append_macro(out, kSection, word("FILES", language));
  append_roff(out, in_language("manual/files", kFiles, language), kSubsection);
  append_see_also(out, "duizhao", language);
  return out;
}

std::string command_manual(const Command& command, Language language) {
  const std::string name = "duizhao-" + std::string(command.name);
  std::string out;
  append_head(out, name, in_language(command.summary, command.summary, language), language);
  const std::vector<HelpPage> pages = command.help();
  if (pages.size() == 1) {
    append_only_action(out, pages.front(), language);
  } else {
    for (const HelpPage& page : pages) append_action(out, command, page, language);
  }
  append_see_also(out, name, language);
  return out;
}

}  // namespace duizhao::cli
