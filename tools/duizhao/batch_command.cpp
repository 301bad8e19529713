#include "batch_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/program_options.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <utility>

#include "diagnostics.h"
#include "duizhao/batch/database.h"
#include "duizhao/batch/outputs.h"
#include "duizhao/batch/run.h"
#include "duizhao/batch/summary_rows.h"
#include "duizhao/batch/summary_text.h"
#include "duizhao/review/find_model.h"
#include "help.h"
#include "interruption.h"
#include "progress.h"

namespace duizhao::cli {
namespace {

namespace fs = std::filesystem;

constexpr HelpTexts kHelp = {
    "batch",

    "usage: duizhao batch INPUT… [-o FOLDER] [options]\n"
    "       duizhao batch --manifest FILE [-o FOLDER] [options]\n",

    "Checks everything in files, folders and archives, unattended: bilingual files of all kinds\n"
    "pair by pair, and reports in two files, which are aligned. An input is a file, a folder, a\n"
    "pattern in quotes ('memories/**/*.tmx'), an archive (.zip, .tar.gz, .7z …) or - for pairs on\n"
    "standard input. A text that is named by itself may hold both versions, as for check.\n"
    "\n"
    "The texts of a folder are paired by their names: report.en.txt and report.zh-CN.txt,\n"
    "en/report.docx and zh/report.docx, report_EN.md and report_ZH.md. So are files of what a\n"
    "program says, which are compared key by key: values/strings.xml and\n"
    "values-zh-rCN/strings.xml, en.lproj/a.strings and zh-Hans.lproj/a.strings, en.yml and\n"
    "zh-CN.yml, locales/en/a.json and locales/zh-CN/a.json. What stays unpaired is told.\n"
    "A manifest names report pairs instead: lines SOURCE<TAB>TARGET<TAB>GLOSSARY<TAB>PROFILE, the\n"
    "last two of which may be missing.\n"
    "\n"
    "A file that is broken is recorded, and the run goes on. It may be interrupted in any way:\n"
    "--resume goes on, and the result is that of an undisturbed run.\n",

    "what is written to FOLDER\n"
    "  pairs.jsonl    one line of JSON a pair, a report, or a file that could not be read\n"
    "  summary.json   by file, rule and severity; quality; the worst pairs; thresholds\n"
    "  index.html     the same as a page with plots, which leads to the pages of reports (pages/)\n"
    "  batch.sqlite   pairs, findings and scores as a database, with --sqlite (see --schema)\n"
    "  journal        how far the run has come, for --resume\n"
    "\n"
    "examples\n"
    "  duizhao batch memory.tmx -o out\n"
    "  duizhao batch reports/ more.zip 'old/**/*.xliff' -o out --sqlite\n"
    "  duizhao batch --manifest reports.tsv -o out --fail-on critical --min-quality 0.5\n"
    "  duizhao batch crawl.tsv.xz -o out --resume      (after an interruption)\n"
    "  duizhao batch crawl.tsv.xz -o part3 --shard 3/16   (then: duizhao merge part* -o all)\n"
    "\n"
    "exit status\n"
    "  0    nothing at or above --fail-on, and within --max-penalty and --min-quality\n"
    "  1    something at or above --fail-on, or a file beyond one of the limits\n"
    "  2    wrong usage\n"
    "  3    an input can't be read, or not to its end; or the output can't be written\n"
    "  4    internal error\n"
    "  130  interrupted by Ctrl-C, 143 by SIGTERM: --resume goes on\n"};

OptionGroups describe(BatchCommand::Options& options) {
  OptionGroup inputs("inputs");
  // clang-format off
  inputs.add_options()
    ("manifest", po::value(&options.manifest)->value_name("FILE"),
     "a table of report pairs: source, target, glossary, profile, separated by tabs; paths are "
     "relative to its folder")
    ("shard", po::value(&options.shard_text)->value_name("I/N"),
     "only part I of N, for several machines; duizhao merge puts the parts together");
  OptionGroup checking("checking");
  options.checking.add_to(checking);
  checking.add_options()
    ("across", po::bool_switch(&options.across),
     "compare the pairs with one another too: one source translated in two ways, two sources with "
     "one translation; takes up to 0.8 GB of memory")
    ("fail-on", po::value(&options.fail_on)->value_name("SEVERITY")->default_value("major"),
     "least severity of a finding that makes the exit status 1: minor, major, critical or never")
    ("max-penalty", po::value<double>()->value_name("POINTS")
       ->notifier([&](double value) { options.max_penalty = value; }),
     "the exit status is 1 where a file has more penalty per 1000 source words")
    ("min-quality", po::value<double>()->value_name("QUALITY")
       ->notifier([&](double value) { options.min_quality = value; }),
     "the exit status is 1 where a file's mean quality is lower");
  OptionGroup output("output");
  output.add_options()
    ("output,o", po::value(&options.folder)->value_name("FOLDER"),
     "the folder to write to; without it only the summary is told")
    ("format", po::value(&options.format)->value_name("FORMAT")->default_value("text"),
     "of the summary on standard output: text or json")
    ("sqlite", po::bool_switch(&options.database),
     "also write pairs, findings and scores as a database")
    ("schema", po::bool_switch(&options.schema),
     "print the tables of the database and queries to begin with, and do nothing else")
    ("no-pages", po::bool_switch(&options.no_pages),
     "no HTML pages of single reports");
  OptionGroup running = options.run.describe_with_threads();
  running.add_options()
    ("resume", po::bool_switch(&options.resume),
     "go on where an interrupted run with the same options ended")
    ("progress", po::bool_switch(&options.progress),
     "say on standard error how far the run has come, also where that is no terminal");
  // clang-format on
  return {inputs, checking, options.text.describe(), output, running};
}

/// In the folder of the output: for what is in archives, while a run lasts.
constexpr const char* kUnpackedName = "unpacked";

/// Fails where an input is one of the files that a run writes to `folder`, or in one of its
/// folders, or the folder itself.
Result<void> keep_inputs(const std::vector<std::string>& inputs, const std::string& folder) {
  constexpr std::array kWritten = {batch::kRecordsName, batch::kJournalName,  batch::kPagesName,
                                   batch::kSummaryName, batch::kOverviewName, batch::kDatabaseName,
                                   kUnpackedName};
  if (folder.empty()) return {};
  std::error_code none;
  const fs::path output = fs::weakly_canonical(fs::absolute(folder, none), none);
  for (const std::string& input : inputs) {
    if (input.empty() || input == "-" || !fs::exists(input, none)) continue;
    const fs::path inside = fs::canonical(input, none).lexically_relative(output);
    const bool written =
        !inside.empty() && std::ranges::find(kWritten, *inside.begin()) != kWritten.end();
    if (inside != "." && !written) continue;
    return failure(ErrorCode::kUsage,
                   fmt::format("the input '{}' is where -o {} is written, which would destroy it: "
                               "write to another folder",
                               input, folder));
  }
  return {};
}

/// A folder for what is in archives, which goes with the object.
class UnpackFolder {
 public:
  explicit UnpackFolder(const std::string& output) {
    std::error_code error;
    if (!output.empty()) {
      path_ = (fs::path(output) / kUnpackedName).string();
      fs::remove_all(path_, error);  // of a run that was killed
      return;
    }
    std::string pattern = (fs::temp_directory_path(error) / "duizhao.XXXXXX").string();
    if (::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  UnpackFolder(const UnpackFolder&) = delete;
  UnpackFolder& operator=(const UnpackFolder&) = delete;
  ~UnpackFolder() {
    std::error_code error;
    fs::remove_all(path_, error);
  }

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// A file by its name, size and time, so that another one under the same name is told from it.
std::string identity_of(const std::string& path) {
  std::error_code error;
  const auto bytes = fs::file_size(path, error);
  if (error) return path;
  const auto changed = fs::last_write_time(path, error).time_since_epoch();
  return fmt::format("{} ({} bytes, {})", path, bytes,
                     std::chrono::duration_cast<std::chrono::milliseconds>(changed).count());
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string identities_of(const std::vector<std::string>& paths) {
  std::vector<std::string> identities;
  identities.reserve(paths.size());
  for (const std::string& path : paths) identities.push_back(identity_of(path));
  return joined(identities);
}

/// All that the output depends on besides the inputs.
std::map<std::string, std::string> settings_of(const BatchCommand::Options& options,
                                               Language language) {
  const TextOptions& text = options.text;
  const auto model = find_model(options.run.model);
  return {
      {"duizhao", DUIZHAO_VERSION},
      {"--model", model ? identity_of(*model) : options.run.model},
      {"--glossary", identities_of(options.checking.glossaries)},
      {"--profile", identity_of(options.checking.profile)},
      {"--off", joined(names_in(options.checking.off))},
      {"--only", joined(names_in(options.checking.only))},
      {"--suppress", identities_of(options.checking.suppressions)},
      {"--across", options.across ? "yes" : "no"},
      {"--no-pages", options.no_pages ? "yes" : "no"},
      {"--lang", language == Language::kChinese ? "zh" : "en"},
      {"--source-lang", text.source_language},
      {"--target-lang", text.target_language},
      {"--source-encoding", text.source_encoding},
      {"--target-encoding", text.target_encoding},
      {"--from", text.from},
      {"--columns", text.columns},
      {"--lines", text.lines},
      {"--sentences", text.sentences ? "yes" : "no"},
  };
}

/// Says what of the inputs is no work: at most a few of each kind.
void tell(const batch::Plan& plan, std::ostream& err) {
  constexpr std::size_t kTold = 10;
  for (const Error& fault : plan.faults) err << to_string(fault) << '\n';
  const auto list = [&](const std::vector<std::string>& files, std::string_view what) {
    for (std::size_t i = 0; i < std::min(files.size(), kTold); ++i) {
      err << files[i] << ": note: " << what << '\n';
    }
    if (files.size() > kTold) {
      err << "note: so it is with " << grouped(files.size() - kTold) << " more files\n";
    }
  };
  list(plan.unpaired, "has no counterpart in the other language by its name; left out");
  list(plan.unknown, "is no format that is read by itself; left out");
}

batch::RunOptions run_options(const BatchCommand::Options& options, Streams& streams) {
  batch::RunOptions run;
  run.checker = options.checking.opening(options.run.model, streams.in);
  run.reading = {options.text.bilingual(), options.text.reading_source(),
                 options.text.reading_target()};
  run.shard = options.shard;
  run.threads = options.run.thread_count();
  run.across = options.across;
  run.pages = !options.no_pages;
  run.resume = options.resume;
  run.folder = options.folder;
  run.language = streams.terminal.language;
  run.settings = settings_of(options, streams.terminal.language);
  run.standard_input = &streams.in;
  run.stopped = [] { return Interruption::signal() != 0; };
  return run;
}

/// The command line that goes on with this run.
std::string command_to_go_on(const BatchCommand::Options& options) {
  std::string command = "duizhao batch";
  for (const std::string& argument : options.arguments) {
    if (argument == "--resume") continue;
    const bool plain = !argument.empty() &&
                       argument.find_first_of(" \t\n\"'\\$&;|<>()*?[]{}!#~`") == std::string::npos;
    if (plain) {
      command += " " + argument;
      continue;
    }
    command += " '";
    for (const char c : argument) command += c == '\'' ? "'\\''" : std::string(1, c);
    command += "'";
  }
  return command + " --resume";
}

Result<batch::Shard> shard_in(const std::string& text) {
  batch::Shard shard;
  if (text.empty()) return shard;
  char* end = nullptr;
  shard.part = std::strtoul(text.c_str(), &end, 10);
  const bool divided = *end == '/';
  shard.parts = divided ? std::strtoul(end + 1, &end, 10) : 0;
  if (!divided || *end != '\0' || shard.part < 1 || shard.part > shard.parts) {
    return failure(ErrorCode::kUsage,
                   "--shard is I/N, part I of N from 1 to N such as 3/16, not '" + text + "'");
  }
  return shard;
}

void print_schema(std::ostream& out) {
  out << batch::database_schema();
  for (const batch::ExampleQuery& query : batch::example_queries()) {
    out << "\n-- " << query.title << '\n' << query.sql << ";\n";
  }
}

}  // namespace

Result<BatchCommand::Options> BatchCommand::parse(Arguments arguments) {
  Options options;
  options.arguments.assign(arguments.begin(), arguments.end());
  options.checking.profile = "corpus";
  auto words = parse_arguments(arguments, describe(options));
  if (!words) return tl::unexpected(words.error());
  options.inputs = std::move(*words);
  if (options.schema) return options;
  const auto wrong = [](std::string message) {
    return failure(ErrorCode::kUsage, std::move(message));
  };
  if (options.inputs.empty() && options.manifest.empty()) {
    return wrong("an input is needed: files, folders, archives, or --manifest FILE");
  }
  if (auto valid = options.checking.validate(); !valid) return tl::unexpected(valid.error());
  if (auto valid = options.text.validate(); !valid) return tl::unexpected(valid.error());
  if (auto valid = valid_fail_on(options.fail_on); !valid) return tl::unexpected(valid.error());
  if (options.format != "text" && options.format != "json") {
    return wrong("--format of the summary is text or json, not '" + options.format + "'");
  }
  if (options.min_quality && (*options.min_quality < 0 || *options.min_quality > 1)) {
    return wrong("--min-quality is between 0 and 1");
  }
  if (options.max_penalty && *options.max_penalty < 0) return wrong("--max-penalty is 0 or more");
  const auto shard = shard_in(options.shard_text);
  if (!shard) return tl::unexpected(shard.error());
  options.shard = *shard;
  if (options.folder.empty() && (options.resume || options.database)) {
    return wrong("--resume and --sqlite need -o FOLDER");
  }
  std::error_code error;
  if (!options.folder.empty() && fs::exists(options.folder, error) &&
      !fs::is_directory(options.folder, error)) {
    return wrong("-o names a folder, and '" + options.folder + "' is a file");
  }
  std::vector<std::string> read = options.checking.inputs();
  read.insert(read.end(), options.inputs.begin(), options.inputs.end());
  read.insert(read.end(), {options.manifest, options.run.model});
  if (!options.manifest.empty()) {
    const auto rows = batch::read_manifest(options.manifest);
    if (!rows) return tl::unexpected(rows.error());
    for (const batch::Input& row : *rows) {
      read.insert(read.end(), {row.path, row.target_path, row.glossary, row.profile});
    }
  }
  if (auto kept = keep_inputs(read, options.folder); !kept) return tl::unexpected(kept.error());
  return options;
}

int BatchCommand::run(const Options& options, Streams& streams) {
  if (options.schema) {
    print_schema(streams.out);
    return kDone;
  }
  const auto stop = [&](const Error& error) { return fail(streams.err, error, kName); };
  const UnpackFolder unpacked(options.folder);
  const auto plan = batch::make_plan(
      {options.inputs, options.manifest, options.text.source(), unpacked.path(), options.folder});
  if (!plan) return stop(plan.error());
  tell(*plan, streams.err);

  const Progress::Style style = streams.terminal.shows_errors ? Progress::Style::kRewritten
                                : options.progress            ? Progress::Style::kLines
                                                              : Progress::Style::kNone;
  Progress progress(streams.err, style, plan->bytes());
  batch::RunOptions running = run_options(options, streams);
  running.unpaired = plan->unpaired;
  running.progress = [&](const batch::Standing& at) {
    progress.advance(at.pairs, at.bytes, grouped(at.findings) + " findings");
  };
  const Interruption interruption;
  const auto outcome = batch::run(plan->inputs, running);
  progress.finish();
  if (!outcome) {
    const int status = stop(outcome.error());
    if (outcome.error().code == ErrorCode::kUnreadable && !options.folder.empty()) {
      streams.err << "what was done is kept; go on with: " << command_to_go_on(options) << '\n';
    }
    return status;
  }
  if (!outcome->finished) {
    streams.err << "interrupted after " << grouped(outcome->summary.whole().pairs) << " pairs";
    if (!options.folder.empty()) streams.err << "; go on with: " << command_to_go_on(options);
    streams.err << '\n';
    return 128 + Interruption::signal();
  }
  const batch::Summary& summary = outcome->summary;
  if (!options.folder.empty()) {
    const auto written = batch::write_outputs(options.folder, plan->inputs, summary, plan->unpaired,
                                              options.database, streams.terminal.language);
    if (!written) {
      const int status = stop(written.error());
      streams.err << "all pairs are done; go on with: " << command_to_go_on(options) << '\n';
      return status;
    }
  }
  std::string text;
  if (options.format == "json") {
    batch::append_summary_json(text, summary, plan->unpaired);
  } else {
    batch::append_summary_text(text, summary, streams.terminal.language);
  }
  streams.out << text << std::flush;
  const int status = status_of(options, summary, streams.err);
  return plan->faults.empty() ? status : kBadInput;
}

std::vector<std::string> BatchCommand::outputs(const Options& options) {
  // Without a folder, archives are unpacked where temporary files go.
  std::error_code none;
  return {options.folder.empty() ? fs::temp_directory_path(none).string() : options.folder};
}

std::vector<HelpPage> BatchCommand::help() {
  Options options;
  options.checking.profile = "corpus";
  return {help_page(kHelp, describe(options))};
}

int status_of(const BatchCommand::Options& options, const batch::Summary& summary,
              std::ostream& err) {
  bool beyond = false;
  for (const batch::InputOutcome& input : summary.inputs()) {
    const Score score = input.total.score({});
    if (!score.quality) continue;
    if (options.max_penalty && score.penalty_per_1000_words > *options.max_penalty) {
      err << batch::name_of(input)
          << fmt::format(": penalty {:.1f} per 1000 words, the limit is {:g}\n",
                         score.penalty_per_1000_words, *options.max_penalty);
      beyond = true;
    }
    if (options.min_quality && *score.quality < *options.min_quality) {
      err << batch::name_of(input)
          << fmt::format(": quality {:.3f}, the limit is {:g}\n", *score.quality,
                         *options.min_quality);
      beyond = true;
    }
  }
  for (const batch::InputOutcome& input : summary.inputs()) {
    if (input.error.empty()) continue;
    err << to_string({ErrorCode::kMalformed, input.error, {input.file, input.error_line, 0}})
        << '\n';
  }
  if (summary.broken() > 0) return kBadInput;
  const auto failing = severity_named(options.fail_on);
  for (int s = static_cast<int>(Severity::kCritical); failing && s >= static_cast<int>(*failing);
       --s) {
    beyond |= summary.whole().count(static_cast<Severity>(s)) > 0;
  }
  return beyond ? kFindings : kDone;
}

}  // namespace duizhao::cli
