#include <fmt/format.h>

#include "completion.h"

namespace duizhao::cli {
namespace {

constexpr std::string_view kHead = R"(# fish completion of duizhao, made from what its --help says.

# The command and, where it has one, the action.
function __duizhao_words
    set -l skip no
    for word in (commandline -opc)[2..-1]
        if test $skip = yes
            set skip no
        else if test "$word" = --lang
            set skip yes
        else if not string match -q -- '-*' $word
            echo $word
        end
    end
end

function __duizhao_is
    set -l words (__duizhao_words)
    test "$words[1]" = "$argv[1]"
end

function __duizhao_needs_action
    set -l words (__duizhao_words)
    test (count $words) -eq 1; and test "$words[1]" = "$argv[1]"
end

function __duizhao_needs_command
    test (count (__duizhao_words)) -eq 0
end

complete -c duizhao -n __duizhao_needs_command -f -l help -d 'what there is'
complete -c duizhao -n __duizhao_needs_command -f -l version -d 'which version this is'
complete -c duizhao -n __duizhao_needs_command -x -l lang -a 'en zh' -d 'language of messages'
)";

std::string quoted(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

void append_option(std::string& out, const CompletedCommand& command, const OptionHelp& option) {
  out += fmt::format("complete -c duizhao -n '__duizhao_is {}' -l {}", command.name, option.name);
  if (!option.shorter.empty()) out += " -s " + option.shorter.substr(1);
  if (!option.argument.empty()) {
    const OptionValues values = values_of(option);
    const std::string words = fmt::format("{}", fmt::join(values.words, " "));
    out += values.files ? " -r -F" : " -x";
    if (values.list) {
      out += fmt::format(" -a '(__fish_append , {})'", words);
    } else if (!words.empty()) {
      out += fmt::format(" -a '{}'", words);
    }
  }
  out += " -d " + quoted(option.description) + "\n";
}

void append_command(std::string& out, const CompletedCommand& command) {
  out += fmt::format("\ncomplete -c duizhao -n __duizhao_needs_command -f -a {} -d {}\n",
                     command.name, quoted(command.summary));
  if (!command.actions.empty()) {
    out += fmt::format("complete -c duizhao -n '__duizhao_needs_action {}' -f -a '{}'\n",
                       command.name, fmt::join(command.actions, " "));
  }
  out += fmt::format("complete -c duizhao -n '__duizhao_is {}' -l help -s h -d {}\n", command.name,
                     quoted("what it does, with examples"));
  for (const OptionHelp& option : command.options) {
    append_option(out, command, option);
    if (option.name != "rules") continue;
    const OptionHelp rules{"rules", "", "RULE", ""};
    out += fmt::format(
        "complete -c duizhao -n '__duizhao_is {}; and __fish_contains_opt rules' -f -a '{}'\n",
        command.name, fmt::join(values_of(rules).words, " "));
  }
}

}  // namespace

std::string fish_completion() {
  std::string out(kHead);
  std::vector<std::string_view> names;
  for (const CompletedCommand& command : completed_commands()) {
    append_command(out, command);
    names.push_back(command.name);
  }
  out += fmt::format(
      "\ncomplete -c duizhao -n __duizhao_needs_command -f -a help -d 'what a command does'\n"
      "complete -c duizhao -n '__duizhao_needs_action help' -f -a '{}'\n",
      fmt::join(names, " "));
  return out;
}

}  // namespace duizhao::cli
