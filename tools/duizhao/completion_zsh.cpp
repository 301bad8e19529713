#include <fmt/format.h>

#include "completion.h"

namespace duizhao::cli {
namespace {

constexpr std::string_view kHead = R"(#compdef duizhao
# zsh completion of duizhao, made from what its --help says.

_duizhao() {
  local curcontext=$curcontext state line
  typeset -A opt_args
  _arguments -C '--help[what there is]' '--version[which version this is]' \
    '--lang=[language of messages]:language:(en zh)' \
    '1:command:->command' '*::argument:->argument'
  case $state in
  command)
    local -a commands=(
)";

/// For text between single quotes that zsh's _arguments takes apart at brackets and colons.
std::string quoted(std::string_view text) {
  std::string quoted;
  for (const char c : text) {
    if (c == '\'') {
      quoted += "'\\''";
      continue;
    }
    if (c == '[' || c == ']' || c == ':' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted;
}

std::string action_of(const OptionValues& values) {
  const std::string words = fmt::format("{}", fmt::join(values.words, " "));
  if (values.list) return fmt::format("{{_values -s , rule {}}}", words);
  if (values.files && !values.words.empty()) {
    return fmt::format("{{_alternative \"words:word:({})\" \"files:file:_files\"}}", words);
  }
  if (values.files) return "_files";
  return values.words.empty() ? " " : fmt::format("({})", words);
}

std::string specification(const OptionHelp& option) {
  const bool repeats = option.description.find("several times") != std::string::npos;
  const std::string text = fmt::format("[{}]", quoted(option.description));
  std::string value;
  if (!option.argument.empty()) {
    value = fmt::format(":{}:{}", option.name, action_of(values_of(option)));
  }
  const std::string star = repeats ? "*" : "";
  std::string specified =
      fmt::format("'{}--{}{}{}{}'", star, option.name, value.empty() ? "" : "=", text, value);
  if (!option.shorter.empty()) {
    specified +=
        fmt::format(" '{}{}{}{}{}'", star, option.shorter, value.empty() ? "" : "+", text, value);
  }
  return specified;
}

void append_command(std::string& out, const CompletedCommand& command) {
  out += fmt::format("    {})\n      _arguments -S '--help[what it does, with examples]'",
                     command.name);
  bool lists_rules = false;
  for (const OptionHelp& option : command.options) {
    out += " \\\n        " + specification(option);
    lists_rules = lists_rules || option.name == "rules";
  }
  if (!command.actions.empty()) {
    out += fmt::format(" \\\n        '1:action:({})'", fmt::join(command.actions, " "));
  }
  if (lists_rules) {
    const OptionHelp rules{"rules", "", "RULE", ""};
    out += fmt::format(
        " \\\n        '*:file:{{if (( ${{words[(I)--rules]}} )); then compadd {}; else _files; "
        "fi}}'",
        fmt::join(values_of(rules).words, " "));
  } else {
    out += " \\\n        '*:file:_files'";
  }
  out += " ;;\n";
}

}  // namespace

std::string zsh_completion() {
  std::string out(kHead);
  const std::vector<CompletedCommand> commands = completed_commands();
  for (const CompletedCommand& command : commands) {
    out += fmt::format("      '{}:{}'\n", command.name, quoted(command.summary));
  }
  out +=
      "      'help:what a command does'\n"
      "    )\n"
      "    _describe command commands ;;\n"
      "  argument)\n"
      "    case $line[1] in\n";
  for (const CompletedCommand& command : commands) append_command(out, command);
  std::vector<std::string_view> names;
  names.reserve(commands.size());
  for (const CompletedCommand& command : commands) names.push_back(command.name);
  out += fmt::format("    help) _arguments '1:command:({})' ;;\n", fmt::join(names, " "));
  out += "    esac ;;\n  esac\n}\n\n_duizhao \"$@\"\n";
  return out;
}

}  // namespace duizhao::cli
