#include "manual.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "duizhao/check/rule.h"
#include "help.h"
#include "program.h"
#include "roff.h"

using duizhao::Language;
using duizhao::cli::Command;
using duizhao::cli::commands;
using duizhao::cli::HelpPage;
using duizhao::cli::OptionHelp;
using duizhao::cli::roff_escaped;
using duizhao::cli::roff_prose;

namespace {

bool has(const std::string& page, std::string_view text) {
  return page.find(text) != std::string::npos;
}

std::vector<OptionHelp> options_of(const Command& command) {
  std::vector<OptionHelp> options;
  for (const HelpPage& page : command.help()) {
    for (const auto& group : page.groups) {
      options.insert(options.end(), group.options.begin(), group.options.end());
    }
  }
  return options;
}

}  // namespace

TEST_CASE("manual: a command's page has every option of its help, explained as there") {
  for (const Command& command : commands()) {
    for (const Language language : {Language::kEnglish, Language::kChinese}) {
      const std::string page = duizhao::cli::command_manual(command, language);
      for (const OptionHelp& option : options_of(command)) {
        CAPTURE(command.name);
        CAPTURE(option.name);
        const std::string head =
            "\\fB\\-\\-" + roff_escaped(option.name) + "\\fR" +
            (option.argument.empty() ? "" : " \\fI" + roff_escaped(option.argument) + "\\fR");
        const auto text =
            duizhao::cli::in_language(option.description, option.description, language);
        CHECK(has(page, head + "\n" + roff_prose(text) + "\n"));
      }
    }
  }
}

TEST_CASE("manual: the program's page names every command and what it is for") {
  const std::string page = duizhao::cli::program_manual(Language::kEnglish);
  for (const Command& command : commands()) {
    CHECK(has(page, ".BR duizhao\\-" + std::string(command.name) + " (1)\n" +
                        roff_escaped(command.summary) + "\n"));
  }
  CHECK(has(page, "DUIZHAO_MODEL"));
}

TEST_CASE("manual: the page of check has every rule") {
  for (const Command& command : commands()) {
    if (command.name != "check") continue;
    const std::string page = duizhao::cli::command_manual(command, Language::kEnglish);
    for (const duizhao::check::Rule* rule : duizhao::check::rules()) {
      CHECK(has(page, ".TP\n.B " + std::string(rule->id) + "\n"));
    }
  }
}

TEST_CASE("manual: Chinese pages are in Chinese throughout") {
  for (const Command& command : commands()) {
    const std::string page = duizhao::cli::command_manual(command, Language::kChinese);
    CAPTURE(command.name);
    CHECK(has(page, ".SH \"名称\""));
    CHECK(has(page, ".SH \"参见\""));
    CHECK_FALSE(has(page, roff_escaped(command.summary)));
  }
}

TEST_CASE("manual: text is laid out as what it is") {
  std::string page;
  duizhao::cli::append_roff(
      page,
      "Lines of one\nparagraph.\n\nbuild   makes it,\n        anew\n\n"
      "一段文字，\n分作两行。\n\nexamples\n  duizhao check 'a' -o b   (why)\n\n"
      "exit status: 0 done\n",
      ".SH");
  CHECK(page ==
        "Lines of one paragraph.\n.TP\n.B build\nmakes it, anew\n.PP\n一段文字，分作两行。\n"
        ".SH \"EXAMPLES\"\n.EX\nduizhao check \\(aqa\\(aq \\-o b   (why)\n.EE\n"
        ".SH \"EXIT STATUS\"\n0 done\n");
}

TEST_CASE("manual: nothing in a text is a request or an escape of troff") {
  CHECK(roff_escaped(".TH is \\fB") == "\\&.TH is \\efB");
  CHECK(roff_escaped("--a 'b'") == "\\-\\-a \\(aqb\\(aq");
}
