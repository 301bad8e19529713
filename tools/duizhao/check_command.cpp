#include "check_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <ostream>
#include <utility>

#include "acceptance.h"
#include "check_pairs.h"
#include "diagnostics.h"
#include "duizhao/check/rule.h"
#include "duizhao/formats/input.h"
#include "duizhao/report/html.h"
#include "duizhao/report/json.h"
#include "duizhao/report/rule_list.h"
#include "duizhao/review/review.h"
#include "help.h"
#include "input.h"
#include "output.h"
#include "program.h"
#include "resources.h"

namespace duizhao::cli {
namespace {

constexpr std::string_view kFormats = "text, html, json or jsonl";

constexpr HelpTexts kHelp = {
    "check",

    "usage: duizhao check SOURCE TARGET [options]\n"
    "       duizhao check --pairs FILE [options]\n"
    "       duizhao check --rules [RULE …]\n",

    "Says what does not match between a text and its translation: numbers, dates, amounts,\n"
    "names and terms that differ, what was left out, added or left untranslated. One version\n"
    "is Chinese, the other English, in either order; - is standard input.\n"
    "\n"
    "A text is plain text in any common encoding, or a Word document (.docx). With --pairs\n"
    "the pairs of FILE are judged one by one: lines SOURCE<TAB>TARGET, or a translation\n"
    "memory (.tmx) or bilingual file (.xlf, .xliff).\n",

    "examples\n"
    "  duizhao check report.en.txt draft.zh.txt\n"
    "  duizhao check report.en.txt draft.zh.txt -g names.tsv -o review.html\n"
    "  duizhao check --pairs memory.tsv --format jsonl -o findings.jsonl --fail-on critical\n"
    "  duizhao check --pairs memory.tsv -o findings.jsonl --resume   (after an interruption)\n"
    "  duizhao check a.txt b.txt --suppress known.tsv --accept 5c0e1f… --reason \"house style\"\n"
    "\n"
    "exit status\n"
    "  0  no finding at or above --fail-on\n"
    "  1  findings at or above --fail-on\n"
    "  2  wrong usage\n"
    "  3  an input is unreadable or malformed, or the output can't be written\n"
    "  4  internal error\n"};

OptionGroups describe(CheckCommand::Options& options) {
  OptionGroup checking("checking");
  // clang-format off
  checking.add_options()
    ("pairs", po::value(&options.pairs)->value_name("FILE"),
     "check the lines of a bilingual file instead of two texts")
    ("glossary,g", po::value(&options.glossaries)->value_name("FILE"),
     "a list of terms, SOURCE<TAB>TARGET with variants separated by |; may be given several times")
    ("profile", po::value(&options.profile)->value_name("NAME|FILE")->default_value("draft"),
     "which findings to tell, and how grave they are: draft, strict, corpus, or a file")
    ("suppress", po::value(&options.suppressions)->value_name("FILE"),
     "findings that were judged to be no errors: key, rule, author, reason, tab-separated; holds "
     "until the text changes; may be given several times")
    ("accept", po::value(&options.accepted)->value_name("KEY|all"),
     "write the finding with this key, or all that are found, to the first file of --suppress; may "
     "be given several times")
    ("author", po::value(&options.author)->value_name("NAME"), "who accepts")
    ("reason", po::value(&options.reason)->value_name("TEXT"), "why it is no error")
    ("baseline", po::value(&options.baseline)->value_name("FILE"),
     "tell only what is new since the run that wrote FILE (json or jsonl)")
    ("fail-on", po::value(&options.fail_on)->value_name("SEVERITY")->default_value("major"),
     "least severity of a finding that makes the exit status 1: minor, major, critical or never")
    ("rules", po::bool_switch(&options.list_rules),
     "list the rules, or tell all of those that are named, with examples, and do nothing else");
  OptionGroup output = options.output.describe(kFormats);
  output.add_options()
    ("color", po::value(&options.colour)->value_name("WHEN")->default_value("auto"),
     "colours in text: always, never, or auto for where it goes to a terminal");
  OptionGroup long_runs("bilingual files (--pairs)");
  long_runs.add_options()
    ("across", po::bool_switch(&options.across),
     "compare the pairs with one another too: one source translated in two ways, two sources with "
     "one translation; takes up to 0.8 GB of memory")
    ("progress", po::bool_switch(&options.progress),
     "say on standard error how far the run has come, also where that is no terminal")
    ("resume", po::bool_switch(&options.resume),
     "go on where an interrupted run with the same options and -o FILE ended");
  // clang-format on
  return {checking, options.text.describe(), output, options.run.describe(), long_runs};
}

Result<std::string> read_file(const std::string& path, std::istream& standard_in) {
  auto input = formats::Input::open(path, standard_in);
  if (!input) return tl::unexpected(input.error());
  return input->read_all();
}

/// A profile of the program's by its name, or else one in a file.
Result<Profile> load_profile(const std::string& name, std::istream& standard_in) {
  if (auto profile = profile_named(name)) return *profile;
  const auto text = read_file(name, standard_in);
  if (!text) {
    return failure(
        ErrorCode::kUsage,
        fmt::format("there is no profile '{}', by that name (draft, strict, corpus) or as a file",
                    name));
  }
  return read_profile(*text, name);
}

Result<Suppressions> load_suppressions(const CheckCommand::Options& options,
                                       std::istream& standard_in) {
  Suppressions all;
  for (const std::string& path : options.suppressions) {
    // The file that --accept writes to need not be there yet.
    const bool to_be_made = !options.accepted.empty() && path == options.suppressions.front();
    if (to_be_made && !std::filesystem::exists(path)) continue;
    const auto text = read_file(path, standard_in);
    if (!text) return tl::unexpected(text.error());
    const auto read = Suppressions::read(*text, path);
    if (!read) return tl::unexpected(read.error());
    all.add(*read);
  }
  if (!options.baseline.empty()) {
    const auto text = read_file(options.baseline, standard_in);
    if (!text) return tl::unexpected(text.error());
    all.add_baseline(*text);
  }
  return all;
}

int list_rules(const std::vector<std::string>& names, Language language, std::ostream& out) {
  std::string text;
  if (names.empty()) report::append_rules(text, language);
  for (const std::string& name : names) {
    if (&name != &names.front()) text += '\n';
    report::append_rule(text, *check::rule_named(name), language);
  }
  out << text;
  return kDone;
}

std::string meant_rule(std::string_view name) {
  std::vector<std::string_view> ids;
  for (const check::Rule* rule : check::rules()) ids.push_back(rule->id);
  const std::string_view meant = closest(name, ids);
  return meant.empty() ? " (see duizhao check --rules)"
                       : ", did you mean '" + std::string(meant) + "'?";
}

std::string written(const CheckCommand::Options& options, const Review& review,
                    const Terminal& terminal) {
  std::string text;
  if (options.output.format == "jsonl") {
    report::append_jsonl(text, review, terminal.language);
  } else if (options.output.format == "json") {
    report::append_json(text, review, terminal.language);
  } else if (options.output.format == "html") {
    report::append_html(text, review, terminal.language);
  } else {
    report::append_text(text, review, options.text_options(terminal));
  }
  return text;
}

/// Writes the accepted findings to the file of suppressions and takes them out of the review.
Result<void> accept(const CheckCommand::Options& options, Review& reviewed,
                    const ReviewOptions& review_options) {
  const auto acceptance = Acceptance::parse(options.accepted, options.author, options.reason);
  if (!acceptance) return tl::unexpected(acceptance.error());
  if (acceptance->empty()) return {};
  Suppressions accepted;
  acceptance->take(reviewed, review_options, accepted);
  if (auto known = acceptance->check_found(accepted); !known) return known;
  return add_to_file(accepted, options.suppressions.front());
}

int check_documents(const CheckCommand::Options& options, const Resources& resources,
                    const ReviewOptions& review_options, Streams& streams) {
  const auto stop = [&](const Error& error) { return fail(streams.err, error, "check"); };
  auto documents = read_documents(options.source, options.target, options.text, streams.in);
  if (!documents) return stop(documents.error());
  auto output = Output::open(options.output.output, streams.out);
  if (!output) return stop(output.error());
  Review reviewed =
      review(std::move(documents->source), std::move(documents->target), resources, review_options);
  if (auto accepted = accept(options, reviewed, review_options); !accepted) {
    return stop(accepted.error());
  }
  output->stream() << written(options, reviewed, streams.terminal);
  if (auto written = output->commit(); !written) return stop(written.error());
  const auto failing = options.failing();
  for (const Finding& finding : reviewed.findings) {
    if (failing && finding.severity >= *failing) return kFindings;
  }
  return kDone;
}

}  // namespace

report::TextOptions CheckCommand::Options::text_options(const Terminal& terminal) const {
  const bool to_terminal = terminal.shows_output && (output.output.empty() || output.output == "-");
  return {terminal.width, colour == "always" || (colour == "auto" && to_terminal),
          !suppressions.empty(), terminal.language};
}

std::optional<Severity> CheckCommand::Options::failing() const { return severity_named(fail_on); }

Result<CheckCommand::Options> CheckCommand::parse(Arguments arguments) {
  Options options;
  const auto words = parse_arguments(arguments, describe(options));
  if (!words) return tl::unexpected(words.error());
  if (options.list_rules) {
    for (const std::string& name : *words) {
      if (check::rule_named(name) == nullptr) {
        return failure(ErrorCode::kUsage, "there is no rule '" + name + "'" + meant_rule(name));
      }
    }
    options.listed = *words;
    return options;
  }
  const auto wrong = [](std::string message) {
    return failure(ErrorCode::kUsage, std::move(message));
  };
  if (options.pairs.empty() && words->size() != 2) {
    return wrong("two texts are needed, the source and the target, or --pairs FILE");
  }
  if (!options.pairs.empty() && !words->empty()) {
    return wrong("--pairs takes the place of the two texts; '" + words->front() + "' is too much");
  }
  if (options.pairs.empty()) {
    options.source = (*words)[0];
    options.target = (*words)[1];
  }
  if (options.fail_on != "never" &&
      (!options.failing() || *options.failing() == Severity::kNeutral)) {
    return wrong("--fail-on is minor, major, critical or never, not '" + options.fail_on + "'");
  }
  if (options.colour != "auto" && options.colour != "always" && options.colour != "never") {
    return wrong("--color is always, never or auto, not '" + options.colour + "'");
  }
  if (auto valid = options.text.validate(); !valid) return tl::unexpected(valid.error());
  if (auto valid = options.output.validate({"text", "html", "json", "jsonl"}); !valid) {
    return tl::unexpected(valid.error());
  }
  if (auto apart = options.output.keep_apart({options.source, options.target, options.pairs});
      !apart) {
    return tl::unexpected(apart.error());
  }
  if (options.resume && (options.pairs.empty() || options.output.output.empty() ||
                         options.output.output == "-" || options.output.format != "jsonl")) {
    return wrong("--resume goes on with --pairs in the format jsonl and a file named by -o");
  }
  if (options.across && options.pairs.empty()) {
    return wrong("--across compares the pairs of --pairs; two texts are compared as they are");
  }
  if (!options.accepted.empty() && options.suppressions.empty()) {
    return wrong("--accept needs --suppress FILE, the file to write to");
  }
  if (options.accepted.empty() && (!options.author.empty() || !options.reason.empty())) {
    return wrong("--author and --reason belong to --accept");
  }
  if (auto keys = Acceptance::parse(options.accepted, {}, {}); !keys) {
    return tl::unexpected(keys.error());
  }
  return options;
}

int CheckCommand::run(const Options& options, Streams& streams) {
  if (options.list_rules) return list_rules(options.listed, streams.terminal.language, streams.out);
  const auto loaded = LoadedResources::load(options.run, options.glossaries, streams);
  if (!loaded) return fail(streams.err, loaded.error(), "check");
  ReviewOptions review_options;
  auto profile = load_profile(options.profile, streams.in);
  if (!profile) return fail(streams.err, profile.error(), "check");
  review_options.profile = std::move(*profile);
  if (const auto threshold = review_options.profile.pass_threshold) {
    review_options.pass_threshold = *threshold;
  }
  const auto suppressions = load_suppressions(options, streams.in);
  if (!suppressions) return fail(streams.err, suppressions.error(), "check");
  review_options.suppressions = &*suppressions;
  if (options.pass_threshold >= 0) review_options.pass_threshold = options.pass_threshold;
  if (options.pairs.empty()) {
    return check_documents(options, loaded->resources(), review_options, streams);
  }
  return check_pairs(options, loaded->resources(), review_options, streams);
}

void CheckCommand::help(std::ostream& out, Language language) {
  Options options;
  print_help(out, kHelp, describe(options), language);
}

}  // namespace duizhao::cli
