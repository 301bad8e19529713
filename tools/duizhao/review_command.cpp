#include "review_command.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>

#include <ostream>
#include <thread>
#include <utility>

#include "diagnostics.h"
#include "duizhao/formats/bilingual.h"
#include "duizhao/live/live_draft.h"
#include "duizhao/review/checker.h"
#include "help.h"
#include "interruption.h"
#include "live_opening.h"
#include "live_server.h"
#include "opening.h"

extern char** environ;

namespace duizhao::cli {
namespace {

constexpr HelpTexts kHelp = {
    "review",

    "usage: duizhao review SOURCE TARGET [options]\n"
    "       duizhao review FILE [options]\n"
    "       duizhao review --pairs FILE [options]\n"
    "       duizhao review --align SOURCE TARGET [-o FILE] [options]\n",

    "Opens the page of a review in the browser, live: the translation is mended there, every\n"
    "edit is reviewed at once, and Ctrl-S writes the draft to its file, in which all that was\n"
    "not edited stays as it is. Decisions and edits are kept in a journal beside the draft\n"
    "before they are answered: whatever ends the program, the next start goes on from there.\n"
    "The page follows the file when another program writes it.\n"
    "\n"
    "The page can be reached from this machine alone, at an address that is made anew each\n"
    "time. A draft that is text or Markdown, in any common encoding, is written as it was, and\n"
    "so is a file of pairs (XLIFF, SDLXLIFF, TMX, PO, TSV, XLSX), in which only what was edited\n"
    "changes and tags stay; beside a draft in any other format its corrected text is\n"
    "written, as TARGET.txt. One FILE holds both versions, as for check, or is a file of pairs.\n"
    "\n"
    "Which sentences belong together can be mended too, by key or mouse: passages are merged,\n"
    "split and linked anew, and the checks follow. With --align that is all the page is for, and\n"
    "Ctrl-S writes the alignment (-o; else TARGET.ladder).\n",

    "examples\n"
    "  duizhao review report.en.txt draft.zh.txt -g names.tsv\n"
    "  duizhao review --pairs chapter.sdlxliff -g names.tsv\n"
    "  duizhao review report.en.txt draft.zh.txt --no-browser --port 8080\n"
    "  duizhao review report.en.txt draft.zh.txt --watch   (edit elsewhere, see it here)\n"
    "  duizhao review --align old.zh.txt new.en.txt -o memory.tmx\n"
    "\n"
    "exit status\n"
    "  0  ended by Ctrl-C\n"
    "  2  wrong usage\n"
    "  3  an input is unreadable or malformed, or the journal can't be written\n"
    "  4  internal error\n"};

OptionGroups describe(ReviewCommand::Options& options) {
  OptionGroup reviewing("reviewing");
  // clang-format off
  reviewing.add_options()
    ("pairs", po::value(&options.pairs)->value_name("FILE"),
     "a file of pairs, whose translations are mended segment by segment");
  options.checking.add_to(reviewing);
  reviewing.add_options()
    ("watch", po::bool_switch(&options.watch),
     "only follow the file while it is written elsewhere; nothing is edited on the page")
    ("align", po::bool_switch(&options.align),
     "mend which sentences belong together, and check nothing: Ctrl-S writes the alignment")
    ("output,o", po::value(&options.beads.output)->value_name("FILE"),
     "where --align writes (default: TARGET.ladder)")
    ("format", po::value(&options.beads.format)->value_name("FORMAT"),
     "of --align: ladder, tsv, tmx or jsonl; else the ending of the output's name decides")
    ("journal", po::value(&options.journal)->value_name("FILE"),
     "where edits and decisions are kept (default: TARGET.duizhao)")
    ("no-browser", po::bool_switch(&options.no_browser), "only print the page's address")
    ("port", po::value(&options.port)->value_name("N")->default_value(0),
     "port of the page on this machine; 0 is any that is free");
  // clang-format on
  return {reviewing, options.text.describe(), options.run.describe_model()};
}

/// Asks the desktop for its browser; whether there is one is no matter, the address is printed.
void open_browser(const std::string& address) {
  std::string program = "xdg-open";
  std::string argument = address;
  char* const arguments[] = {program.data(), argument.data(), nullptr};
  pid_t child = 0;
  posix_spawn_file_actions_t quiet;
  posix_spawn_file_actions_init(&quiet);
  posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", 1, 0);
  posix_spawn_file_actions_addopen(&quiet, 2, "/dev/null", 1, 0);
  if (posix_spawnp(&child, program.c_str(), &quiet, nullptr, arguments, environ) == 0) {
    std::thread([child] { waitpid(child, nullptr, 0); }).detach();
  }
  posix_spawn_file_actions_destroy(&quiet);
}

void tell_resumed(const live::LiveDraft::Resumed& resumed, const std::string& journal,
                  std::ostream& err) {
  if (resumed.edits + resumed.decisions > 0) {
    err << fmt::format("going on from {}: {} edits that were not written yet, {} decisions\n",
                       journal, resumed.edits, resumed.decisions);
  }
  if (resumed.lost_edits > 0) {
    err << fmt::format(
        "{}: warning: {} edits of an earlier run are of another text than the file has now, and "
        "are not made again\n",
        journal, resumed.lost_edits);
  }
}

}  // namespace

Result<ReviewCommand::Options> ReviewCommand::parse(Arguments arguments) {
  Options options;
  const auto words = parse_arguments(arguments, describe(options));
  if (!words) return tl::unexpected(words.error());
  if (auto valid = options.checking.validate(); !valid) return tl::unexpected(valid.error());
  auto texts = texts_or_file(*words, options.pairs);
  if (!texts) return tl::unexpected(texts.error());
  options.source = std::move(texts->source);
  options.target = std::move(texts->target);
  options.both = std::move(texts->both);
  if (options.target == "-" || options.pairs == "-" || options.both == "-") {
    return failure(ErrorCode::kUsage, "the draft is edited in its file; '-' has none");
  }
  if (options.port < 0 || options.port > 65535) {
    return failure(ErrorCode::kUsage, "--port is between 0 and 65535");
  }
  if (auto valid = options.text.validate(); !valid) return tl::unexpected(valid.error());
  if (!options.align && !(options.beads.output.empty() && options.beads.format.empty())) {
    return failure(ErrorCode::kUsage,
                   "-o and --format are for --align; a draft is written to its file");
  }
  if (options.align) {
    if (!options.pairs.empty()) {
      return failure(ErrorCode::kUsage, "pairs are aligned: --align is for two texts");
    }
    if (options.beads.output == "-") {
      return failure(ErrorCode::kUsage, "the alignment is written to a file; '-' is none");
    }
    if (options.beads.output.empty()) options.beads.output = options.target + ".ladder";
    if (auto valid = options.beads.validate({"ladder", "tsv", "tmx", "jsonl"}); !valid) {
      return tl::unexpected(valid.error());
    }
    if (auto apart = options.beads.keep_apart({options.source, options.target}); !apart) {
      return tl::unexpected(apart.error());
    }
  }
  return options;
}

int ReviewCommand::run(const Options& given, Streams& streams) {
  const auto stop = [&](const Error& error) { return fail(streams.err, error, "review"); };
  Options options = given;
  if (!options.both.empty()) {
    const auto holds = formats::file_holds_pairs(options.both, options.text.bilingual());
    if (!holds) return stop(holds.error());
    if (*holds) options.pairs = std::exchange(options.both, {});
  }
  const auto checker =
      open_checker(options.checking.opening(options.run.model, streams.in), streams.err);
  if (!checker) return stop(checker.error());
  auto opened = !options.pairs.empty()  ? open_live_pairs(options, *checker, streams)
                : !options.both.empty() ? open_live_both(options, *checker, streams)
                                        : open_live_documents(options, *checker, streams);
  if (!opened) return stop(opened.error());
  live::LiveDraft& draft = opened->page->draft();
  tell_resumed(draft.resumed(), opened->journal, streams.err);
  LiveServer server(*opened->page, opened->file, {options.port, !options.watch});
  const auto address = server.listen();
  if (!address) return stop(address.error());
  {
    const Interruption interruption;  // from when on it is told that Ctrl-C ends it
    streams.out << *address << std::endl;
    streams.err << "Ctrl-C ends it\n";
    if (!options.no_browser) open_browser(*address);
    server.run([] { return Interruption::signal() != 0; });
  }
  const std::string where = options.align ? options.beads.output : "the draft";
  streams.err << (opened->page->unwritten()
                      ? "not all is written to " + where + "; it is kept in " + opened->journal +
                            ", and the same command goes on from there\n"
                      : "all is written to " + where + '\n');
  return kDone;
}

std::vector<HelpPage> ReviewCommand::help() {
  Options options;
  return {help_page(kHelp, describe(options))};
}

}  // namespace duizhao::cli
