#include "glossary_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "diagnostics.h"
#include "duizhao/formats/glossary_file.h"
#include "duizhao/pair/resources.h"
#include "duizhao/report/proposals_page.h"
#include "duizhao/terms/compare.h"
#include "duizhao/terms/glossary_issues.h"
#include "duizhao/terms/merge.h"
#include "glossary_build.h"
#include "glossary_trust.h"
#include "help.h"
#include "opening.h"
#include "output.h"

namespace duizhao::cli {
namespace {

constexpr std::string_view kFormats = "tsv, csv, xlsx, tbx or dzg (compiled); of build also html";

constexpr HelpTexts kHelp = {
    "glossary",

    "usage: duizhao glossary build (--pairs FILE | SOURCE TARGET | FILE) [options]\n"
    "       duizhao glossary convert FILE -o FILE [options]\n"
    "       duizhao glossary merge FILE FILE... [options]\n"
    "       duizhao glossary diff OLD NEW\n"
    "       duizhao glossary check FILE...\n"
    "       duizhao glossary trust FILE --pairs FILE [-o FILE]\n",

    "Works on glossaries of Chinese and English terms in TSV, CSV, XLSX and TBX, and in a "
    "compiled\n"
    "form (.dzg) that is read fastest; reads them from .ods, from MultiTerm's XML and from the\n"
    "tables of .docx and .odt too. Columns are known by their headings, in either language, or by\n"
    "what they hold; |, ; and a line break in a cell separate variants.\n"
    "\n"
    "build    proposes terms: phrases that are translated alike throughout a bilingual file or a\n"
    "         report and its translation, and names that a text gives in brackets in the other\n"
    "         language, as in \"Cambricon (寒武纪)\"; of a single text the latter only\n"
    "convert  from one format to another; says what the new format can't hold\n"
    "merge    several glossaries into one; says where they disagree, and keeps both\n"
    "diff     what was removed (-), changed (-+) and added (+)\n"
    "check    duplicates, conflicts, mixed scripts, blanks, terms too short to find safely, names\n"
    "         that dictionaries know otherwise or that are read otherwise, with how sure that is\n"
    "trust    counts in translations that people have reviewed how often each entry was to be\n"
    "         followed (column \"checked\") and was (\"confirmed\"); `duizhao check` then stays "
    "silent\n"
    "         about entries that good translations don't follow\n",

    "what build writes\n"
    "  tsv      source term, target term, count, score; best first\n"
    "  csv, xlsx  the same with a header, the kind of a name (person, place, organisation, law,\n"
    "           work, award, event), an example and its place, and a column for the status:\n"
    "           write \"accepted\" or \"rejected\" there\n"
    "  html     a page on which proposals are accepted and rejected with a key each, and which\n"
    "           saves the decisions as CSV\n"
    "  tbx      the proposals as entries; names are proper nouns, their kind is a note\n"
    "\n"
    "A table with decisions is a glossary of what was accepted. Given to --decisions, what was\n"
    "rejected is not proposed again, and what was accepted is marked.\n"
    "\n"
    "examples\n"
    "  duizhao glossary build --pairs memory.tmx -o terms.xlsx\n"
    "  duizhao glossary build report.en.txt report.zh.txt --decisions terms.xlsx -o new.html\n"
    "  duizhao glossary convert terms.tbx -o terms.csv\n"
    "  duizhao glossary check names.tsv\n"
    "  duizhao glossary trust terms.csv --pairs reviewed.tmx -o trusted.csv\n"
    "\n"
    "exit status: 0 done; 1 check found faults, diff found differences; 2 wrong usage; 3 an input\n"
    "can't be read or the output written\n"};

struct TaskName {
  std::string_view name;
  GlossaryCommand::Task task;
};
constexpr TaskName kTasks[] = {
    {"build", GlossaryCommand::Task::kBuild}, {"convert", GlossaryCommand::Task::kConvert},
    {"merge", GlossaryCommand::Task::kMerge}, {"diff", GlossaryCommand::Task::kDiff},
    {"check", GlossaryCommand::Task::kCheck}, {"trust", GlossaryCommand::Task::kTrust}};

OptionGroups describe(GlossaryCommand::Options& options) {
  OptionGroup build("building");
  // clang-format off
  build.add_options()
    ("pairs", po::value(&options.pairs)->value_name("FILE"),
     "a bilingual file: TSV, TMX or XLIFF")
    ("min-count", po::value(&options.min_count)->value_name("N"),
     "least occurrences of a phrase (default 2)")
    ("decisions", po::value(&options.decisions)->value_name("FILE"),
     "what was accepted and rejected before: a table with a status column, or one of proposals to "
     "leave out; may be given several times");
  // clang-format on
  return {build, options.text.describe(), options.output.describe(kFormats),
          options.run.describe()};
}

Result<void> validate_files(const GlossaryCommand::Options& options) {
  using Task = GlossaryCommand::Task;
  const std::size_t count = options.files.size();
  switch (options.task) {
    case Task::kBuild:
      if (!options.pairs.empty() && count > 0) {
        return failure(ErrorCode::kUsage, "--pairs takes the place of the texts");
      }
      if (options.pairs.empty() && (count == 0 || count > 2)) {
        return failure(ErrorCode::kUsage,
                       "build needs --pairs FILE, a source and a target text, or a single text");
      }
      return {};
    case Task::kConvert:
      if (count != 1) return failure(ErrorCode::kUsage, "convert needs one glossary");
      return {};
    case Task::kMerge:
      if (count < 2) return failure(ErrorCode::kUsage, "merge needs at least two glossaries");
      return {};
    case Task::kDiff:
      if (count != 2) return failure(ErrorCode::kUsage, "diff needs two glossaries");
      return {};
    case Task::kCheck:
      if (count == 0) return failure(ErrorCode::kUsage, "check needs a glossary");
      return {};
    case Task::kTrust:
      if (count != 1 || options.pairs.empty()) {
        return failure(ErrorCode::kUsage, "trust needs a glossary and reviewed --pairs FILE");
      }
      return {};
  }
  return {};
}

Result<void> write(const std::string& bytes, const GlossaryCommand::Options& options,
                   Streams& streams) {
  auto output = Output::open(options.output.output, streams.out);
  if (!output) return tl::unexpected(output.error());
  output->stream() << bytes;
  return output->commit();
}

Result<void> write_glossary(const std::vector<TermEntry>& entries,
                            const GlossaryCommand::Options& options, Streams& streams) {
  const auto format = *formats::glossary_format_named(options.output.format);
  const auto written = formats::write_glossary(entries, format);
  for (const std::string& loss : written.losses) {
    streams.err << "warning: " << options.output.format << " can't hold everything: " << loss
                << '\n';
  }
  return write(written.bytes, options, streams);
}

Result<void> build(const GlossaryCommand::Options& options, Streams& streams) {
  const auto built = build_glossary(options, streams);
  if (!built) return tl::unexpected(built.error());
  if (options.output.format == "html") {
    std::string html;
    report::append_proposals_page(html, built->page(options), streams.terminal.language);
    return write(html, options, streams);
  }
  const auto format = *formats::glossary_format_named(options.output.format);
  if (format == formats::GlossaryFormat::kTbx) {
    return write_glossary(built->entries(), options, streams);
  }
  return write(formats::write_table(built->table(format), format), options, streams);
}

Result<void> merge(const GlossaryCommand::Options& options, Streams& streams) {
  std::vector<TermEntry> all;
  for (const std::string& file : options.files) {
    const auto entries = formats::read_glossary(file, streams.in);
    if (!entries) return tl::unexpected(entries.error());
    auto merged = terms::merge(all, *entries);
    for (const std::string& conflict : merged.conflicts) {
      streams.err << "warning: " << conflict << '\n';
    }
    all = std::move(merged.entries);
  }
  return write_glossary(all, options, streams);
}

std::string line_of(const TermEntry& entry) {
  std::string line;
  for (const Language language : {Language::kEnglish, Language::kChinese}) {
    bool first = true;
    for (const Term& term : entry.terms) {
      if (term.language != language) continue;
      if (!first) line += '|';
      line += term.text;
      if (term.status == TermStatus::kForbidden) line += " (forbidden)";
      if (term.status == TermStatus::kDeprecated) line += " (deprecated)";
      first = false;
    }
    if (language == Language::kEnglish) line += '\t';
  }
  if (entry.letter_case == TermCase::kKept) line += " (capitals kept)";
  if (entry.letter_case == TermCase::kFree) line += " (capitals free)";
  return line;
}

/// What the line of an entry leaves out.
std::string details_of(const TermEntry& entry) {
  std::string details;
  const auto add = [&](std::string_view what, const std::string& value) {
    if (!value.empty()) details += fmt::format(" ({}: {})", what, value);
  };
  add("domain", entry.domain);
  add("definition", entry.definition);
  add("note", entry.note);
  for (const Term& term : entry.terms) {
    add(term.text, term.locale);
    add(term.text, term.part_of_speech);
    add(term.text, term.note);
    if (term.status == TermStatus::kAdmitted) add(term.text, "admitted");
  }
  return details;
}

/// Whether there are differences.
Result<bool> diff(const GlossaryCommand::Options& options, Streams& streams) {
  const auto before = formats::read_glossary(options.files[0], streams.in);
  if (!before) return tl::unexpected(before.error());
  const auto after = formats::read_glossary(options.files[1], streams.in);
  if (!after) return tl::unexpected(after.error());
  const auto differences = terms::differences(*before, *after);
  std::string text;
  for (const auto& difference : differences) {
    std::string was = difference.before ? line_of((*before)[*difference.before]) : "";
    std::string is = difference.after ? line_of((*after)[*difference.after]) : "";
    if (was == is) {
      was += details_of((*before)[*difference.before]);
      is += details_of((*after)[*difference.after]);
    }
    if (difference.before) text += "- " + was + '\n';
    if (difference.after) text += "+ " + is + '\n';
  }
  if (auto written = write(text, options, streams); !written) {
    return tl::unexpected(written.error());
  }
  return !differences.empty();
}

/// Whether there are faults. Without a model its names are not asked.
Result<bool> check(const GlossaryCommand::Options& options, Streams& streams) {
  CheckerOptions opening;
  opening.model = options.run.model;
  const auto checker = open_checker(opening, streams.err);
  if (!checker && !options.run.model.empty()) return tl::unexpected(checker.error());
  const model::NameStore* names = checker ? checker->resources().names : nullptr;
  const model::Lexicon* lexicon = checker ? checker->resources().lexicon : nullptr;
  std::string text;
  for (const std::string& file : options.files) {
    const auto entries = formats::read_glossary(file, streams.in);
    if (!entries) return tl::unexpected(entries.error());
    for (const terms::GlossaryIssue& issue : terms::glossary_issues(*entries, names, lexicon)) {
      text += fmt::format("{}: {}: {}", (*entries)[issue.entry].provenance,
                          terms::name_of(issue.fault), issue.message);
      // What is a judgement says how sure it is.
      text += issue.confidence < 1 ? fmt::format(" ({:.2f})\n", issue.confidence) : "\n";
    }
  }
  if (auto written = write(text, options, streams); !written) {
    return tl::unexpected(written.error());
  }
  return !text.empty();
}

Result<bool> run_task(const GlossaryCommand::Options& options, Streams& streams) {
  using Task = GlossaryCommand::Task;
  const auto done = [](const Result<void>& result) -> Result<bool> {
    if (!result) return tl::unexpected(result.error());
    return false;
  };
  switch (options.task) {
    case Task::kBuild:
      return done(build(options, streams));
    case Task::kConvert: {
      const auto entries = formats::read_glossary(options.files.front(), streams.in);
      if (!entries) return tl::unexpected(entries.error());
      return done(write_glossary(*entries, options, streams));
    }
    case Task::kMerge:
      return done(merge(options, streams));
    case Task::kDiff:
      return diff(options, streams);
    case Task::kCheck:
      return check(options, streams);
    case Task::kTrust: {
      const auto entries = learn_trust(options, streams);
      if (!entries) return tl::unexpected(entries.error());
      return done(write_glossary(*entries, options, streams));
    }
  }
  return false;
}

}  // namespace

Result<GlossaryCommand::Options> GlossaryCommand::parse(Arguments arguments) {
  Options options;
  auto words = parse_arguments(arguments, describe(options));
  if (!words) return tl::unexpected(words.error());
  const auto task =
      words->empty()
          ? std::end(kTasks)
          : std::find_if(std::begin(kTasks), std::end(kTasks),
                         [&](const TaskName& known) { return known.name == words->front(); });
  if (task == std::end(kTasks)) {
    const std::string which = "build, convert, merge, diff, check or trust";
    if (words->empty()) return failure(ErrorCode::kUsage, "say what to do: " + which);
    return failure(ErrorCode::kUsage, "a glossary can't be '" + words->front() + "'; say " + which);
  }
  options.task = task->task;
  options.files.assign(words->begin() + 1, words->end());
  if (auto valid = validate_files(options); !valid) return tl::unexpected(valid.error());
  if (auto valid = options.text.validate(); !valid) return tl::unexpected(valid.error());
  const bool builds = options.task == Task::kBuild;
  if (auto valid = builds ? options.output.validate({"tsv", "csv", "xlsx", "tbx", "html"})
                          : options.output.validate({"tsv", "csv", "xlsx", "tbx", "dzg"});
      !valid) {
    return tl::unexpected(valid.error());
  }
  std::vector<std::string> inputs = options.files;
  inputs.insert(inputs.end(), options.decisions.begin(), options.decisions.end());
  inputs.insert(inputs.end(), {options.pairs, options.run.model});
  if (auto apart = options.output.keep_apart(inputs); !apart) return tl::unexpected(apart.error());
  return options;
}

int GlossaryCommand::run(const Options& options, Streams& streams) {
  const auto result = run_task(options, streams);
  if (!result) return fail(streams.err, result.error(), kName);
  return *result ? kFindings : kDone;
}

std::vector<std::string> GlossaryCommand::outputs(const Options& options) {
  return outputs_with_scratch(options.output);
}

std::vector<HelpPage> GlossaryCommand::help() {
  Options options;
  return {help_page(kHelp, describe(options))};
}

}  // namespace duizhao::cli
