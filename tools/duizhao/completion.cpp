#include "completion.h"

#include <algorithm>
#include <cctype>

#include "duizhao/check/rule.h"
#include "duizhao/review/profile.h"

namespace duizhao::cli {
namespace {

bool is_word(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](unsigned char c) {
    return std::islower(c) != 0 || std::isdigit(c) != 0;
  });
}

/// The parts of a text between any of the separators.
std::vector<std::string_view> parts_of(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(separators, begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// "zh|en (=zh)" without the value that holds where none is given.
std::string_view argument_of(const OptionHelp& option) {
  const std::string_view argument = option.argument;
  return argument.substr(0, std::min(argument.find(" (="), argument.size()));
}

/// The formats that a description lists: "tsv, csv or dzg (compiled); of build also html; else …".
std::vector<std::string> formats_in(std::string_view description) {
  if (const std::size_t colon = description.find(": "); colon != std::string_view::npos) {
    description.remove_prefix(colon + 1);
  }
  description = description.substr(0, std::min(description.find("; else"), description.size()));
  std::vector<std::string> formats;
  for (const std::string_view part : parts_of(description, ",;")) {
    // "xlsx or epub" is two of them, "of pairs tsv" and "dzg (compiled)" are one.
    const std::vector<std::string_view> words = parts_of(part, " ");
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool is_last =
          i + 1 == words.size() || words[i + 1] == "or" || words[i + 1].starts_with('(');
      if (is_last && is_word(words[i]) && !std::ranges::count(formats, words[i])) {
        formats.emplace_back(words[i]);
      }
    }
  }
  return formats;
}

/// What a command is to do, where its usage names that by a word: "usage: duizhao model train …".
std::vector<std::string> actions_in(const std::vector<HelpPage>& pages) {
  std::vector<std::string> actions;
  for (const HelpPage& page : pages) {
    for (const std::string_view line : parts_of(page.texts.usage, "\n")) {
      const std::vector<std::string_view> words = parts_of(line, " ");
      const auto program = std::ranges::find(words, "duizhao");
      if (words.end() - program > 2 && is_word(program[2])) actions.emplace_back(program[2]);
    }
  }
  return actions;
}

}  // namespace

OptionValues values_of(const OptionHelp& option) {
  OptionValues values;
  for (const std::string_view alternative : parts_of(argument_of(option), "|")) {
    if (is_word(alternative)) {
      values.words.emplace_back(alternative);
    } else if (alternative == "FILE" || alternative == "FOLDER") {
      values.files = true;
    } else if (alternative == "FORMAT") {
      values.words = formats_in(option.description);
    } else if (alternative == "NAME" && option.name == "profile") {
      const auto names = profile_names();
      values.words.assign(names.begin(), names.end());
    } else if (alternative.starts_with("RULE")) {
      values.list = alternative.find(',') != std::string_view::npos;
      for (const check::Rule* rule : check::rules()) values.words.emplace_back(rule->id);
    }
  }
  return values;
}

std::vector<CompletedCommand> completed_commands() {
  std::vector<CompletedCommand> completed;
  for (const Command& command : commands()) {
    const std::vector<HelpPage> pages = command.help();
    CompletedCommand& one = completed.emplace_back(
        CompletedCommand{command.name, command.summary, actions_in(pages), {}});
    for (const HelpPage& page : pages) {
      for (const OptionHelpGroup& group : page.groups) {
        for (const OptionHelp& option : group.options) {
          if (!std::ranges::count(one.options, option.name, &OptionHelp::name)) {
            one.options.push_back(option);
          }
        }
      }
    }
  }
  return completed;
}

}  // namespace duizhao::cli
