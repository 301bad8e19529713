#include "align_command.h"

#include <utility>

#include "alignment_text.h"
#include "diagnostics.h"
#include "help.h"
#include "opening.h"
#include "output.h"
#include "waiting.h"

namespace duizhao::cli {
namespace {

constexpr std::string_view kFormats = "tsv, jsonl, ladder, tmx or html";

constexpr HelpTexts kHelp = {
    "align",

    "usage: duizhao align SOURCE TARGET [options]\n",

    "Finds which sentences of the two versions of a text belong together. One version is\n"
    "Chinese, the other English, in either order; - is standard input.\n"
    "\n"
    "What comes out is one bead a line: sentences that say the same, up to eight a side, or\n"
    "sentences that have no counterpart. Passages that stand elsewhere in the other version's\n"
    "order are marked moved, those that are said again repeated.\n",

    "formats\n"
    "  tsv      sentence numbers of both sides, confidence, flags, both texts (the default)\n"
    "  jsonl    one JSON object a bead, with byte offsets into both texts\n"
    "  ladder   sentence numbers alone: [0,1]:[2]; [3]:[] has no counterpart\n"
    "  html     a page of both texts side by side that shows what moved and what is missing\n"
    "  tmx      a translation memory of the beads that have both sides, for CAT tools\n"
    "\n"
    "examples\n"
    "  duizhao align report.en.txt draft.zh.txt\n"
    "  duizhao align --sentences --format ladder zh.lines en.lines -o beads.ladder\n"
    "  duizhao align old-big5.txt new.en.txt --source-encoding Big5 --format jsonl\n"
    "\n"
    "exit status: 0 done, 2 wrong usage, 3 an input can't be read or the output written\n"};

OptionGroups describe(AlignCommand::Options& options) {
  OptionGroup aligning("aligning");
  // clang-format off
  aligning.add_options()
    ("glossary,g", po::value(&options.glossaries)->value_name("FILE"),
     "a list of terms, SOURCE<TAB>TARGET with variants separated by |, whose terms are anchors; may "
     "be given several times");
  // clang-format on
  return {aligning, options.text.describe(), options.output.describe(kFormats),
          options.run.describe()};
}

}  // namespace

Result<AlignCommand::Options> AlignCommand::parse(Arguments arguments) {
  Options options;
  const auto words = parse_arguments(arguments, describe(options));
  if (!words) return tl::unexpected(words.error());
  if (words->size() != 2) {
    return failure(ErrorCode::kUsage, "two texts are needed, the source and the target");
  }
  options.source = (*words)[0];
  options.target = (*words)[1];
  if (auto valid = options.text.validate(); !valid) return tl::unexpected(valid.error());
  if (auto valid = options.output.validate({"tsv", "jsonl", "ladder", "tmx", "html"}); !valid) {
    return tl::unexpected(valid.error());
  }
  std::vector<std::string> inputs = options.glossaries;
  inputs.insert(inputs.end(), {options.source, options.target, options.run.model});
  if (auto apart = options.output.keep_apart(inputs); !apart) return tl::unexpected(apart.error());
  return options;
}

int AlignCommand::run(const Options& options, Streams& streams) {
  const auto stop = [&](const Error& error) { return fail(streams.err, error, "align"); };
  CheckerOptions opening;
  opening.model = options.run.model;
  opening.glossaries = options.glossaries;
  opening.standard_input = &streams.in;
  const auto checker = open_checker(opening, streams.err);
  if (!checker) return stop(checker.error());
  const auto documents = read_documents(options.source, options.text.reading_source(),
                                        options.target, options.text.reading_target(), &streams.in);
  if (!documents) return stop(documents.error());
  auto output = Output::open(options.output.output, streams.out);
  if (!output) return stop(output.error());
  const auto alignment = [&] {
    const Waiting waiting(streams.err, streams.terminal.shows_errors, "aligning " + options.target);
    return checker->align(documents->source, documents->target);
  }();
  if (!alignment) return stop(alignment.error());
  output->stream() << alignment_text(options.output.format, documents->source, documents->target,
                                     *alignment, streams.terminal.language);
  if (auto written = output->commit(); !written) return stop(written.error());
  return kDone;
}

std::vector<std::string> AlignCommand::outputs(const Options& options) {
  return {options.output.output};
}

std::vector<HelpPage> AlignCommand::help() {
  Options options;
  return {help_page(kHelp, describe(options))};
}

}  // namespace duizhao::cli
