#include "program.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>
#include <ostream>
#include <vector>

#include "align_command.h"
#include "batch_command.h"
#include "check_command.h"
#include "diagnostics.h"
#include "duizhao/model/model_file.h"
#include "duizhao/review/find_model.h"
#include "duizhao/text/edit_distance.h"
#include "filter_command.h"
#include "glossary_command.h"
#include "help.h"
#include "merge_command.h"
#include "model_command.h"
#include "options.h"
#include "review_command.h"
#include "sandbox.h"
#include "serve_command.h"

namespace duizhao::cli {
namespace {

constexpr std::string_view kDescription =
    "duizhao compares the Chinese and the English version of a report: it aligns their\n"
    "sentences, checks numbers, names and terms across them, and scores what does not match.\n";

constexpr std::string_view kUsage =
    "usage: duizhao COMMAND …\n"
    "       duizhao COMMAND --help    what a command does, its options and examples\n"
    "       duizhao --version\n";

constexpr std::string_view kExitStatus =
    "exit status\n"
    "  0  done; a check found nothing at or above --fail-on\n"
    "  1  a check found something at or above --fail-on\n"
    "  2  wrong usage\n"
    "  3  an input is unreadable or malformed, or an output can't be written\n"
    "  4  internal error\n";

constexpr std::string_view kProfiles =
    "profiles: which findings a check tells, how grave they are, and what passes\n"
    "\n"
    "  draft   everything that may be worth a look before delivery (the default)\n"
    "  strict  the same, and nothing but neutral findings passes\n"
    "  corpus  what is likely wrong in content: for memories that nobody reads line by line\n"
    "\n"
    "--profile FILE reads one of your own: a line for each key, # begins a comment\n"
    "\n"
    "  base = corpus            the profile to start from (draft)\n"
    "  pass-threshold = 10      penalty per 1000 source words up to which a text passes\n"
    "  weight-critical = 10     what a finding costs; also -major, -minor, -neutral\n"
    "  least-severity = minor   lighter findings are not told\n"
    "  least-confidence = 0.6   less likely ones are not told\n"
    "  placeholders = qt, icu   which programs fill in, others are prose: printf, python,\n"
    "                           i18next, qt, icu, variable, or none; all by default\n"
    "\n"
    "  [punctuation]            of one rule (duizhao check --rules lists them):\n"
    "  on = no                  whether it is told\n"
    "  most-severity = neutral  graver findings are told with this severity\n"
    "  least-severity, least-confidence as above\n";

void print_help(std::ostream& out, Language language) {
  const HelpPage page = program_page();
  out << page.text("description", language) << '\n'
      << page.text("usage", language) << '\n'
      << in_language("commands", "commands", language) << '\n';
  for (const Command& command : commands()) {
    out << "  " << command.name
        << std::string(12 - std::min<std::size_t>(command.name.size(), 11), ' ')
        << in_language(command.summary, command.summary, language) << '\n';
  }
  out << '\n' << page.text("examples", language);
}

/// The program, its model and what both were built with, a line each.
void print_version(std::ostream& out) {
  out << "duizhao " << program_version() << "\nmodel ";
  const auto model = find_model({}).and_then(model::ModelFile::open);
  if (model) {
    out << fmt::format("{:016x}, {}\n", model->checksum(), model->path());
  } else {
    out << "none: " << model.error().message << '\n';
  }
  out << "built with " << DUIZHAO_LIBRARIES << '\n';
}

int wrong_usage(std::ostream& err, const std::string& message) {
  err << "error: " << message << "\ntry 'duizhao --help'\n";
  return kWrongUsage;
}

/// Takes --lang out of the arguments, wherever it stands among the options: every command has it,
/// its help as well.
Result<std::vector<std::string>> take_language(Arguments arguments, Language& language) {
  constexpr std::string_view kOption = "--lang";
  std::vector<std::string> rest;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view word = arguments[i];
    if (word == "--") {
      rest.insert(rest.end(), arguments.begin() + static_cast<std::ptrdiff_t>(i), arguments.end());
      break;
    }
    const bool joined = word.starts_with(std::string(kOption) + "=");
    if (word != kOption && !joined) {
      rest.emplace_back(word);
      continue;
    }
    if (!joined && ++i == arguments.size()) {
      return failure(ErrorCode::kUsage, "--lang is followed by en or zh");
    }
    const std::string_view value =
        joined ? word.substr(kOption.size() + 1) : std::string_view(arguments[i]);
    language = language_named(value);
    if (language == Language::kUnknown) {
      return failure(ErrorCode::kUsage, fmt::format("--lang is en or zh, not '{}'", value));
    }
  }
  return rest;
}

int dispatch(Arguments given, Streams& streams) {
  const auto taken = take_language(given, streams.terminal.language);
  if (!taken) return wrong_usage(streams.err, taken.error().message);
  Arguments arguments = *taken;
  if (arguments.empty()) return wrong_usage(streams.err, "a command is needed");
  const std::string& name = arguments.front();
  const auto profiles = [](const std::string& word) {
    return word == "profiles" || word == "--profiles";
  };
  if (name == "help" && arguments.size() > 1 && profiles(arguments[1])) {
    streams.out << in_language("program/profiles", kProfiles, streams.terminal.language);
    return kDone;
  }
  if (name == "help" && arguments.size() > 1) {
    const std::vector<std::string> asked = {arguments[1], "--help"};
    return dispatch(asked, streams);
  }
  if (name == "--help" || name == "-h" || name == "help") {
    print_help(streams.out, streams.terminal.language);
    return kDone;
  }
  if (name == "--version") {
    print_version(streams.out);
    return kDone;
  }
  std::vector<std::string_view> names;
  for (const Command& command : commands()) {
    if (command.name != name) {
      names.push_back(command.name);
      continue;
    }
    arguments = arguments.subspan(1);
    const auto words_end = std::find(arguments.begin(), arguments.end(), "--");
    const auto asks_help = [](const std::string& word) { return word == "--help" || word == "-h"; };
    const bool helps = std::any_of(arguments.begin(), words_end, asks_help);
    if (helps && std::any_of(arguments.begin(), words_end, profiles)) {
      const std::vector<std::string> asked = {"help", "profiles"};
      return dispatch(asked, streams);
    }
    if (helps) {
      print_pages(streams.out, command.help(), streams.terminal.language);
      return kDone;
    }
    return command.run(arguments, streams);
  }
  const std::string_view meant = closest(name, names);
  return wrong_usage(streams.err,
                     "there is no command '" + name + "'" +
                         (meant.empty() ? "" : ", did you mean '" + std::string(meant) + "'?"));
}

void confine(const std::vector<std::string>& outputs, std::ostream& err) {
  const SandboxGaps gaps = enter_sandbox(outputs);
  if (gaps.any()) err << "warning: --sandbox: " << gaps.text() << '\n';
}

/// The table's entry for a command that parses its arguments into options and runs with them.
template <typename Runner>
constexpr Command command(std::string_view summary) {
  return {Runner::kName, summary, Runner::help, [](Arguments arguments, Streams& streams) -> int {
            const auto options = Runner::parse(arguments);
            if (!options) return fail(streams.err, options.error(), Runner::kName);
            if constexpr (requires { Runner::outputs(*options); }) {
              if (options->run.sandbox) confine(Runner::outputs(*options), streams.err);
            }
            return Runner::run(*options, streams);
          }};
}

}  // namespace

std::span<const Command> commands() {
  static constexpr std::array kCommands = {
      command<AlignCommand>("find which sentences of the two versions belong together"),
      command<CheckCommand>("say what does not match between a text and its translation"),
      command<BatchCommand>("check files, folders and archives by the million pairs, unattended"),
      command<MergeCommand>("put the parts of a batch together that ran on several machines"),
      command<FilterCommand>("clean parallel text before a translation system is trained on it"),
      command<ReviewCommand>("mend a translation on the page of its review, live"),
      command<ServeCommand>("answer the requests of other programs, a line of JSON each"),
      command<GlossaryCommand>("build, convert, merge, compare and examine glossaries"),
      command<ModelCommand>("make a translation lexicon, or look into one"),
  };
  return kCommands;
}

std::string_view program_version() { return DUIZHAO_VERSION; }

HelpPage program_page() { return {{"program", kUsage, kDescription, kExitStatus}, {}}; }

std::string_view closest(std::string_view word, std::span<const std::string_view> candidates) {
  std::string_view best;
  std::size_t best_distance = 3;
  for (const std::string_view candidate : candidates) {
    // An abbreviation is as clear as a slip of the finger.
    const std::size_t distance =
        word.size() > 1 && candidate.starts_with(word) ? 1 : text::edit_distance(word, candidate);
    if (distance < best_distance && distance < candidate.size()) {
      best = candidate;
      best_distance = distance;
    } else if (distance == best_distance) {
      best = {};
    }
  }
  return best;
}

int run_program(Arguments arguments, Streams& streams) {
  try {
    return dispatch(arguments, streams);
  } catch (const std::bad_alloc&) {
    streams.err << "error: out of memory\n";
  } catch (const std::exception& fault) {
    streams.err << "error: internal error: " << fault.what() << '\n';
  }
  return kInternalError;
}

}  // namespace duizhao::cli
