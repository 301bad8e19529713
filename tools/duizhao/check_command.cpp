#include "check_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <sstream>
#include <utility>

#include "about_review.h"
#include "acceptance.h"
#include "check_pairs.h"
#include "diagnostics.h"
#include "duizhao/check/rule.h"
#include "duizhao/formats/bilingual.h"
#include "duizhao/formats/input.h"
#include "duizhao/report/findings_report.h"
#include "duizhao/report/html.h"
#include "duizhao/report/json.h"
#include "duizhao/report/rule_list.h"
#include "duizhao/report/schema/schema.h"
#include "duizhao/review/checker.h"
#include "help.h"
#include "opening.h"
#include "output.h"
#include "program.h"
#include "waiting.h"

namespace duizhao::cli {
namespace {

constexpr std::string_view kFormats =
    "text, html, json, jsonl, xlsx, csv, sarif, junit, markdown or xliff";

const std::vector<std::string_view> kAllFormats = {"text", "html",  "json",  "jsonl",    "xlsx",
                                                   "csv",  "sarif", "junit", "markdown", "xliff"};

constexpr HelpTexts kHelp = {
    "check",

    "usage: duizhao check SOURCE TARGET [options]\n"
    "       duizhao check FILE [options]\n"
    "       duizhao check --pairs FILE [options]\n"
    "       duizhao check --rules [RULE …]\n"
    "       duizhao check --schema\n",

    "Says what does not match between a text and its translation: numbers, dates, amounts,\n"
    "names and terms that differ, what was left out, added or left untranslated. One version\n"
    "is Chinese, the other English, in either order; - is standard input.\n"
    "\n"
    "A text is plain text in any common encoding, Markdown, a page, a Word or OpenDocument\n"
    "file, a PDF … (--from). One FILE holds both versions: in turns by lines, paragraphs or\n"
    "chapters, side by side, or the original in comments above each paragraph; or it is a\n"
    "bilingual file, as with --pairs: the pairs of FILE are judged one by one, of a table\n"
    "(.tsv, .csv, .xlsx, .docx), a translation memory (.tmx) or a bilingual file (.xlf, .po).\n"
    "What a program says, under keys in a file of each language (strings.xml, .strings, .resx,\n"
    ".properties, JSON, YAML …), is compared key by key.\n",

    "examples\n"
    "  duizhao check report.en.txt draft.zh.txt\n"
    "  duizhao check report.en.txt draft.zh.txt -g names.tsv -o review.html\n"
    "  duizhao check both-languages.docx\n"
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
     "check the lines of a bilingual file instead of two texts");
  options.checking.add_to(checking);
  checking.add_options()
    ("accept", po::value(&options.accepted)->value_name("KEY|all"),
     "write the finding with this key, or all that are found, to the first file of --suppress; may "
     "be given several times")
    ("author", po::value(&options.author)->value_name("NAME"), "who accepts")
    ("reason", po::value(&options.reason)->value_name("TEXT"), "why it is no error")
    ("baseline", po::value(&options.baseline)->value_name("FILE"),
     "tell only what is new since the run that wrote FILE (json or jsonl)")
    ("fail-on", po::value(&options.fail_on)->value_name("minor|major|critical|never")->default_value("major"),
     "least severity of a finding that makes the exit status 1: minor, major, critical or never")
    ("rules", po::bool_switch(&options.list_rules),
     "list the rules, or tell all of those that are named, with examples, and do nothing else")
    ("schema", po::bool_switch(&options.print_schema),
     "print the JSON Schema of the formats json and jsonl, and do nothing else");
  OptionGroup output = options.output.describe(kFormats);
  output.add_options()
    ("color", po::value(&options.colour)->value_name("auto|always|never")->default_value("auto"),
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
  return {checking, options.text.describe(), output, options.run.describe_with_threads(),
          long_runs};
}

CheckerOptions opening(const CheckCommand::Options& options, std::istream& standard_in) {
  CheckerOptions opening = options.checking.opening(options.run.model, standard_in);
  // The file that --accept writes to need not be there yet.
  if (!options.accepted.empty() &&
      !std::filesystem::exists(options.checking.suppressions.front())) {
    opening.suppressions.erase(opening.suppressions.begin());
  }
  opening.baseline = options.baseline;
  return opening;
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

Result<std::string> written(const CheckCommand::Options& options, const Checker& checker,
                            const Review& review, const Terminal& terminal) {
  std::string text;
  const auto findings =
      report::FindingsReport::make(options.output.format, {terminal.language, options.failing()});
  if (findings != nullptr) {
    findings->add(text, review, {});
    if (auto done = findings->finish(text, review.score); !done)
      return tl::unexpected(done.error());
    return text;
  }
  if (options.output.format == "jsonl") {
    report::append_jsonl(text, review, terminal.language);
  } else if (options.output.format == "json") {
    report::append_json(text, review, terminal.language);
  } else if (options.output.format == "html") {
    const report::About about =
        about_review(checker, options.checking.profile, options.checking.glossaries, review);
    report::append_html(text, review, terminal.language, &about);
  } else {
    report::append_text(text, review, options.text_options(terminal));
  }
  return text;
}

/// Writes the accepted findings to the file of suppressions and takes them out of the review.
Result<void> accept(const CheckCommand::Options& options, const Checker& checker,
                    Review& reviewed) {
  const auto acceptance = Acceptance::parse(options.accepted, options.author, options.reason);
  if (!acceptance) return tl::unexpected(acceptance.error());
  if (acceptance->empty()) return {};
  Suppressions accepted;
  acceptance->take(checker, reviewed, accepted);
  if (auto known = acceptance->check_found(accepted); !known) return known;
  return add_to_file(accepted, options.checking.suppressions.front());
}

int check_documents(const CheckCommand::Options& options, const Checker& checker,
                    Streams& streams) {
  const auto stop = [&](const Error& error) { return fail(streams.err, error, "check"); };
  const ReadOptions source = options.text.reading_source();
  const ReadOptions target = options.text.reading_target();
  auto documents = options.both.empty()
                       ? read_documents(options.source, source, options.target, target, &streams.in)
                       : read_both_versions(options.both, source, target, &streams.in);
  if (!documents) return stop(documents.error());
  auto output = Output::open(options.output.output, streams.out);
  if (!output) return stop(output.error());
  auto reviewed = [&] {
    const Waiting waiting(
        streams.err, streams.terminal.shows_errors,
        "aligning and checking " + (options.both.empty() ? options.target : options.both));
    return checker.review(std::move(documents->source), std::move(documents->target));
  }();
  if (!reviewed) return stop(reviewed.error());
  if (auto accepted = accept(options, checker, *reviewed); !accepted) {
    return stop(accepted.error());
  }
  const auto text = written(options, checker, *reviewed, streams.terminal);
  if (!text) return stop(text.error());
  output->stream() << *text;
  if (auto committed = output->commit(); !committed) return stop(committed.error());
  const auto failing = options.failing();
  for (const Finding& finding : reviewed->findings) {
    if (failing && finding.severity >= *failing) return kFindings;
  }
  return kDone;
}

/// A file that holds both versions: its pairs where it has such, else its text.
int check_one_file(CheckCommand::Options options, const Checker& checker, Streams& streams) {
  const auto stop = [&](const Error& error) { return fail(streams.err, error, "check"); };
  const formats::BilingualOptions reading = options.text.bilingual();
  if (options.both != "-") {
    const auto holds = formats::file_holds_pairs(options.both, reading);
    if (!holds) return stop(holds.error());
    if (!*holds) return check_documents(options, checker, streams);
    options.pairs = std::exchange(options.both, {});
    return check_pairs(options, checker, streams);
  }
  // What comes through a pipe can be read once only.
  auto input = formats::Input::open(options.both, streams.in);
  if (!input) return stop(input.error());
  const auto all = input->read_all();
  if (!all) return stop(all.error());
  std::istringstream again(*all);
  Streams replayed{again, streams.out, streams.err, streams.terminal};
  if (!formats::holds_pairs(*all, options.both, reading)) {
    return check_documents(options, checker, replayed);
  }
  options.pairs = std::exchange(options.both, {});
  return check_pairs(options, checker, replayed);
}

}  // namespace

report::TextOptions CheckCommand::Options::text_options(const Terminal& terminal) const {
  const bool to_terminal = terminal.shows_output && (output.output.empty() || output.output == "-");
  return {terminal.width, colour == "always" || (colour == "auto" && to_terminal),
          !checking.suppressions.empty(), terminal.language};
}

std::optional<Severity> CheckCommand::Options::failing() const { return severity_named(fail_on); }

Result<CheckCommand::Options> CheckCommand::parse(Arguments arguments) {
  Options options;
  const auto words = parse_arguments(arguments, describe(options));
  if (!words) return tl::unexpected(words.error());
  if (auto valid = options.checking.validate(); !valid) return tl::unexpected(valid.error());
  if (options.list_rules) {
    for (const std::string& name : *words) {
      if (auto known = known_rule(name); !known) return tl::unexpected(known.error());
    }
    options.listed = *words;
    return options;
  }
  if (options.print_schema) {
    if (words->empty()) return options;
    return failure(ErrorCode::kUsage,
                   "--schema reads nothing; '" + words->front() + "' is too much");
  }
  const auto wrong = [](std::string message) {
    return failure(ErrorCode::kUsage, std::move(message));
  };
  if (options.pairs.empty() && words->empty()) {
    return wrong(
        "what is to be checked? Two texts, the source and the target, one file that holds both, or "
        "--pairs FILE");
  }
  auto texts = texts_or_file(*words, options.pairs);
  if (!texts) return tl::unexpected(texts.error());
  options.source = std::move(texts->source);
  options.target = std::move(texts->target);
  options.both = std::move(texts->both);
  if (auto valid = valid_fail_on(options.fail_on); !valid) return tl::unexpected(valid.error());
  if (options.colour != "auto" && options.colour != "always" && options.colour != "never") {
    return wrong("--color is always, never or auto, not '" + options.colour + "'");
  }
  if (auto valid = options.text.validate(); !valid) return tl::unexpected(valid.error());
  if (auto valid = options.output.validate(kAllFormats); !valid) {
    return tl::unexpected(valid.error());
  }
  std::vector<std::string> inputs = options.checking.inputs();
  inputs.insert(inputs.end(), {options.source, options.target, options.pairs, options.both,
                               options.baseline, options.run.model});
  if (auto apart = options.output.keep_apart(inputs); !apart) return tl::unexpected(apart.error());
  const bool no_pairs = options.pairs.empty() && options.both.empty();
  if (options.resume && (no_pairs || options.output.output.empty() ||
                         options.output.output == "-" || options.output.format != "jsonl")) {
    return wrong("--resume goes on with --pairs in the format jsonl and a file named by -o");
  }
  if (options.across && no_pairs) {
    return wrong("--across compares the pairs of --pairs; two texts are compared as they are");
  }
  if (options.run.threads > 0 && no_pairs) {
    return wrong("--threads shares out the pairs of --pairs; two texts are one piece of work");
  }
  if (!options.accepted.empty() && options.checking.suppressions.empty()) {
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
  if (options.print_schema) {
    streams.out << report::kFindingsSchema;
    return kDone;
  }
  if (options.list_rules) return list_rules(options.listed, streams.terminal.language, streams.out);
  const auto checker = open_checker(opening(options, streams.in), streams.err);
  if (!checker) return fail(streams.err, checker.error(), "check");
  if (!options.both.empty()) return check_one_file(options, *checker, streams);
  if (!options.pairs.empty()) return check_pairs(options, *checker, streams);
  if (options.text.from.empty() && !options.text.sentences) {
    auto keyed = PairsFile::open_keyed(options.source, options.target, options.text);
    if (!keyed) return fail(streams.err, keyed.error(), "check");
    if (*keyed) return check_pairs_of(**keyed, options, *checker, streams);
  }
  return check_documents(options, *checker, streams);
}

std::vector<std::string> CheckCommand::outputs(const Options& options) {
  std::vector<std::string> outputs = outputs_with_scratch(options.output);
  if (!options.accepted.empty()) outputs.push_back(options.checking.suppressions.front());
  return outputs;
}

std::vector<HelpPage> CheckCommand::help() {
  Options options;
  return {help_page(kHelp, describe(options))};
}

}  // namespace duizhao::cli
