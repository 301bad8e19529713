#include "completion.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <vector>

#include "commands/run.h"
#include "duizhao/check/rule.h"
#include "duizhao/review/profile.h"

using duizhao::cli::completed_commands;
using duizhao::cli::CompletedCommand;
using duizhao::cli::OptionHelp;
using duizhao::cli::OptionValues;
using duizhao::cli::values_of;
using Words = std::vector<std::string>;

namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// Whether a command, or one of its actions, has no complaint about a word behind an option; a list
/// of words is one argument.
bool takes(const CompletedCommand& command, const OptionHelp& option, const Words& words) {
  const auto complains = [&](Words arguments) {
    arguments.insert(arguments.end(), {"no-such-file", "nor-this", "--" + option.name,
                                       fmt::format("{}", fmt::join(words, ","))});
    const auto outcome = duizhao::tests::run(arguments);
    return outcome.status == 2 && std::ranges::any_of(words, [&](const std::string& word) {
             return has(outcome.err, "'" + word + "'");
           });
  };
  const std::string name(command.name);
  if (command.actions.empty()) return !complains({name});
  return !std::ranges::all_of(command.actions, [&](const auto& action) {
    return complains({name, action});
  });
}

}  // namespace

TEST_CASE("completion: the words that may stand behind an option are those that its help names") {
  CHECK(values_of({"lang", "", "zh|en", ""}).words == Words{"zh", "en"});
  CHECK(values_of({"color", "", "auto|always|never (=auto)", ""}).words ==
        Words{"auto", "always", "never"});
  CHECK(values_of({"format", "", "FORMAT",
                   "tsv, csv or dzg (compiled); of build also html; else the ending decides"})
            .words == Words{"tsv", "csv", "dzg", "html"});
  CHECK(values_of({"from", "", "FORMAT", "format of the input: txt, pdf or odt; of pairs tsv, txt"})
            .words == Words{"txt", "pdf", "odt", "tsv"});
  CHECK(values_of({"threads", "", "N", ""}).any() == false);
  CHECK(values_of({"glossary", "-g", "FILE", ""}).files);
  const OptionValues profile = values_of({"profile", "", "NAME|FILE (=draft)", ""});
  CHECK(profile.files);
  CHECK(profile.words.size() == duizhao::profile_names().size());
  const OptionValues rules = values_of({"off", "", "RULE,…", ""});
  CHECK(rules.list);
  CHECK(rules.words.size() == duizhao::check::rules().size());
}

TEST_CASE("completion: every word that is offered behind an option is one that it takes") {
  for (const CompletedCommand& command : completed_commands()) {
    for (const OptionHelp& option : command.options) {
      CAPTURE(command.name);
      CAPTURE(option.name);
      const OptionValues values = values_of(option);
      if (values.list) {
        CHECK(takes(command, option, values.words));
        continue;
      }
      for (const std::string& word : values.words) {
        CAPTURE(word);
        CHECK(takes(command, option, {word}));
      }
    }
  }
}

TEST_CASE("completion: every shell knows every command, action and option") {
  const std::string bash = duizhao::cli::bash_completion();
  const std::string zsh = duizhao::cli::zsh_completion();
  const std::string fish = duizhao::cli::fish_completion();
  for (const CompletedCommand& command : completed_commands()) {
    const std::string name(command.name);
    CAPTURE(name);
    CHECK(has(bash, "    " + name + ")\n"));
    CHECK(has(zsh, "    " + name + ")\n"));
    CHECK(has(fish, "-f -a " + name + " -d "));
    for (const std::string& action : command.actions) {
      CHECK(has(bash, action));
      CHECK(has(zsh, action));
      CHECK(has(fish, action));
    }
    for (const OptionHelp& option : command.options) {
      CAPTURE(option.name);
      CHECK(has(bash, "--" + option.name));
      CHECK(has(zsh, "--" + option.name + (option.argument.empty() ? "[" : "=[")));
      CHECK(has(fish, "'__duizhao_is " + name + "' -l " + option.name));
    }
  }
}

TEST_CASE("completion: what a command is to do is taken from its usage") {
  for (const CompletedCommand& command : completed_commands()) {
    if (command.name == "model") CHECK(command.actions == Words{"train", "inspect"});
    if (command.name == "check") CHECK(command.actions.empty());
    if (command.name == "glossary") CHECK(command.actions.front() == "build");
  }
}
