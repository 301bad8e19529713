#include <fmt/format.h>

#include "completion.h"

namespace duizhao::cli {
namespace {

constexpr std::string_view kHead = R"(# bash completion of duizhao, made from what its --help says.

_duizhao_words() {
  COMPREPLY=($(compgen -W "$1" -- "$cur"))
}

_duizhao_files() {
  local IFS=$'\n'  # names may have blanks
  compopt -o filenames
  COMPREPLY+=($(compgen -f -- "$cur"))
}

# The last of several words with commas between them.
_duizhao_list() {
  local before=
  case $cur in *,*) before=${cur%,*}, ;; esac
  compopt -o nospace
  COMPREPLY=($(compgen -P "$before" -W "$1" -- "${cur##*,}"))
}

_duizhao() {
  local IFS=$' \t\n' cur=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  # "--format=x" comes as three words.
  if [ "$cur" = = ]; then
    cur=
  elif [ "$previous" = = ]; then
    previous=${COMP_WORDS[COMP_CWORD-2]}
  fi
  local command= action= rules= word i
  for ((i = 1; i < COMP_CWORD; ++i)); do
    word=${COMP_WORDS[i]}
    case $word in
      --rules) rules=yes ;;
      --lang) [ -n "$command" ] || ((++i)) ;;
      -*) ;;
      *) if [ -z "$command" ]; then command=$word; elif [ -z "$action" ]; then action=$word; fi ;;
    esac
  done
  case $command in
)";

constexpr std::string_view kTail = R"(  esac
}

complete -F _duizhao duizhao
)";

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::string names_of(const OptionHelp& option, std::string_view separator) {
  return (option.shorter.empty() ? "" : option.shorter + std::string(separator)) + "--" +
         option.name;
}

/// The line of a `case` that completes what stands behind an option.
std::string value_case(const OptionHelp& option) {
  const OptionValues values = values_of(option);
  std::string action;
  if (!values.words.empty()) {
    action = fmt::format(" {} '{}'", values.list ? "_duizhao_list" : "_duizhao_words",
                         joined(values.words));
  }
  if (values.files) action += std::string(action.empty() ? "" : ";") + " _duizhao_files";
  return fmt::format("        {}){}{} return ;;\n", names_of(option, "|"), action,
                     action.empty() ? "" : ";");
}

bool lists_rules(const CompletedCommand& command) {
  for (const OptionHelp& option : command.options) {
    if (option.name == "rules") return true;
  }
  return false;
}

void append_command(std::string& out, const CompletedCommand& command) {
  out += fmt::format("    {})\n      case $previous in\n", command.name);
  std::vector<std::string> options = {"--help"};
  for (const OptionHelp& option : command.options) {
    options.push_back(names_of(option, " "));
    if (!option.argument.empty()) out += value_case(option);
  }
  out += fmt::format("      esac\n      case $cur in -*) _duizhao_words '{}'; return ;; esac\n",
                     joined(options));
  if (lists_rules(command)) {
    const OptionHelp rules{"rules", "", "RULE", ""};
    out += fmt::format("      if [ -n \"$rules\" ]; then _duizhao_words '{}'; return; fi\n",
                       joined(values_of(rules).words));
  }
  if (!command.actions.empty()) {
    out += fmt::format("      if [ -z \"$action\" ]; then _duizhao_words '{}'; return; fi\n",
                       joined(command.actions));
  }
  out += "      _duizhao_files ;;\n";
}

}  // namespace

std::string bash_completion() {
  std::string out(kHead);
  std::vector<std::string> names;
  for (const CompletedCommand& command : completed_commands()) {
    append_command(out, command);
    names.emplace_back(command.name);
  }
  out += fmt::format(
      "    help) _duizhao_words '{0}' ;;\n"
      "    '')\n"
      "      case $previous in --lang) _duizhao_words 'en zh'; return ;; esac\n"
      "      _duizhao_words '{0} help --help --version --lang' ;;\n",
      joined(names));
  out += kTail;
  return out;
}

}  // namespace duizhao::cli
