#include "merge_command.h"

#include <boost/program_options.hpp>
#include <ostream>
#include <utility>

#include "batch_command.h"
#include "diagnostics.h"
#include "duizhao/batch/merge.h"
#include "duizhao/batch/outputs.h"
#include "duizhao/batch/summary_text.h"
#include "help.h"

namespace duizhao::cli {
namespace {

constexpr HelpTexts kHelp = {
    "merge",

    "usage: duizhao merge PART… -o FOLDER [options]\n",

    "Puts the parts of a batch together, each a folder that duizhao batch has written with\n"
    "--shard I/N: pairs.jsonl, summary.json, index.html and the pages are, byte for byte, those\n"
    "of a run on one machine. All parts must be there and finished.\n",

    "examples\n"
    "  duizhao batch crawl.tsv.xz -o part1 --shard 1/2\n"
    "  duizhao batch crawl.tsv.xz -o part2 --shard 2/2\n"
    "  duizhao merge part1 part2 -o all --sqlite\n"
    "\n"
    "exit status: 0 done, 2 wrong usage or parts that don't belong together, 3 a part can't be\n"
    "read, or holds an input that could not be read to its end; or the output can't be written\n"};

OptionGroups describe(MergeCommand::Options& options) {
  OptionGroup output("output");
  // clang-format off
  output.add_options()
    ("output,o", po::value(&options.folder)->value_name("FOLDER"),
     "the folder to write to")
    ("format", po::value(&options.format)->value_name("FORMAT")->default_value("text"),
     "of the summary on standard output: text or json")
    ("sqlite", po::bool_switch(&options.database),
     "also write pairs, findings and scores as a database");
  // clang-format on
  return {output};
}

}  // namespace

Result<MergeCommand::Options> MergeCommand::parse(Arguments arguments) {
  Options options;
  auto words = parse_arguments(arguments, describe(options));
  if (!words) return tl::unexpected(words.error());
  options.parts = std::move(*words);
  if (options.parts.empty())
    return failure(ErrorCode::kUsage, "the folders of the parts are needed");
  if (options.folder.empty()) return failure(ErrorCode::kUsage, "-o FOLDER is needed");
  if (options.format != "text" && options.format != "json") {
    return failure(ErrorCode::kUsage,
                   "--format of the summary is text or json, not '" + options.format + "'");
  }
  if (auto apart = keep_output_apart(options.folder, options.parts); !apart) {
    return tl::unexpected(apart.error());
  }
  return options;
}

int MergeCommand::run(const Options& options, Streams& streams) {
  const auto stop = [&](const Error& error) { return fail(streams.err, error, kName); };
  const auto merged = batch::merge(options.parts, options.folder);
  if (!merged) return stop(merged.error());
  const auto written =
      batch::write_outputs(options.folder, merged->inputs, merged->summary, merged->unpaired,
                           options.database, streams.terminal.language);
  if (!written) return stop(written.error());
  std::string text;
  if (options.format == "json") {
    batch::append_summary_json(text, merged->summary, merged->unpaired);
  } else {
    batch::append_summary_text(text, merged->summary, streams.terminal.language);
  }
  streams.out << text << std::flush;
  BatchCommand::Options limits;
  limits.fail_on = "never";
  return status_of(limits, merged->summary, streams.err);
}

std::vector<HelpPage> MergeCommand::help() {
  Options options;
  return {help_page(kHelp, describe(options))};
}

}  // namespace duizhao::cli
