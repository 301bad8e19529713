#include "filter_command.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <utility>

#include "diagnostics.h"
#include "duizhao/core/finding.h"
#include "duizhao/filter/tally.h"
#include "duizhao/formats/bilingual.h"
#include "duizhao/text/ascii.h"
#include "help.h"
#include "interruption.h"
#include "opening.h"
#include "output.h"
#include "pairs_file.h"

namespace duizhao::cli {
namespace {

namespace fs = std::filesystem;

constexpr HelpTexts kHelp = {
    "filter",

    "usage: duizhao filter INPUT [-o FILE] [options]\n",

    "Cleans parallel text before a translation system is trained on it. INPUT is a bilingual file "
    "of\n"
    "any kind, also packed by gzip, xz or zstd, or - for standard input. What is kept is written "
    "in\n"
    "order, as TSV, JSON lines or TMX; further columns and members of a file of the same kind "
    "stay.\n"
    "\n"
    "A pair is dropped for the first of these that it has: nothing to read on one side; a copy of\n"
    "the source; sides exchanged; another language; the other script, with --script; symbols, "
    "loops\n"
    "and broken encodings; boilerplate of web pages; length; sides of too different lengths; "
    "sides\n"
    "that say different things (misaligned, cut off, with something put in); findings of the "
    "rules;\n"
    "low quality, with --min-quality; duplicates of a pair that was kept. What was there before "
    "byte\n"
    "for byte is dropped without a look. How many each step dropped is told at the end.\n",

    "what is written besides, with --annotate: columns (of JSON a member \"filter\") for the step\n"
    "that would drop the pair, empty where it is kept; its detail, such as the code of a finding;\n"
    "the probability that both sides say the same; the estimate of quality; what was fixed.\n"
    "\n"
    "fixes\n"
    "  invisible  zero-width spaces, marks of direction, controls\n"
    "  spacing    blanks at the ends, several in a row, within Chinese text\n"
    "  width      full-width letters and figures, half-width marks between Chinese\n"
    "  script     Chinese in the script of --script\n"
    "  sides      English and Chinese exchanged\n"
    "\n"
    "examples\n"
    "  duizhao filter crawl.tsv -o clean.tsv\n"
    "  duizhao filter memory.tmx -o clean.tmx --fix all --dropped dropped.tmx\n"
    "  xzcat crawl.tsv.xz | duizhao filter - --script simplified --fix all > clean.tsv\n"
    "  duizhao filter crawl.tsv --annotate -o judged.tsv\n"
    "  duizhao filter crawl.tsv --score-only --drop-on never > scores.txt\n"
    "\n"
    "exit status: 0 done, 2 wrong usage, 3 the input can't be read, or not to its end, or the\n"
    "output can't be written, 4 internal error\n"};

OptionGroups describe(FilterCommand::Options& options) {
  filter::FormLimits& form = options.filter.form;
  OptionGroup dropping("dropping");
  // clang-format off
  dropping.add_options()
    ("drop-on", po::value(&options.drop_on)->value_name("SEVERITY")->default_value("major"),
     "least severity of a finding that drops a pair: minor, major, critical or never; never is fast")
    ("min-match", po::value(&options.filter.least_match)->value_name("P")->default_value(0.2, "0.2"),
     "least probability that both sides say the same; higher is stricter, 0 keeps all")
    ("min-quality", po::value(&options.filter.least_quality)->value_name("QUALITY")->default_value(0, "0"),
     "least estimate of quality, as check tells it")
    ("min-words", po::value(&form.least_words)->value_name("N")->default_value(form.least_words),
     "least number of words of the longer side")
    ("max-words", po::value(&form.most_words)->value_name("N")->default_value(form.most_words),
     "greatest number of words of the longer side")
    ("max-deviation", po::value(&form.most_deviation)->value_name("D")->default_value(4, "4"),
     "how far the lengths of both sides may be apart, in standard deviations of good translations")
    ("duplicates", po::value(&options.duplicates)->value_name("WHICH")->default_value("normalised"),
     "which pairs are the same: exact; normalised, but for case, script, spaces and punctuation; "
     "near, but for about a word in ten; none")
    ("script", po::value(&options.script)->value_name("SCRIPT"),
     "script of the Chinese, simplified or traditional; what is in the other one is dropped, or "
     "converted by --fix script");
  OptionGroup fixing("fixing");
  fixing.add_options()
    ("fix", po::value(&options.fixes)->value_name("FIX,…"),
     "mend what is safe before judging: all, or some of invisible, spacing, width, script, sides");
  OptionGroup checking("checking");
  options.checking.add_to(checking);
  OptionGroup output = options.output.describe("tsv, jsonl or tmx");
  output.add_options()
    ("annotate", po::bool_switch(&options.annotate),
     "write all pairs, with what would drop them")
    ("scores", po::bool_switch(&options.scores),
     "a column for the score of each pair that is kept: the probability that both sides say the same")
    ("score-only", po::bool_switch(&options.score_only),
     "write nothing but scores, a line for each pair; 0 for one that is dropped unread")
    ("dropped", po::value(&options.dropped)->value_name("FILE"),
     "where to write the pairs that are dropped, with what for")
    ("summary", po::value(&options.summary)->value_name("FILE"),
     "where to write the counts as JSON");
  OptionGroup running = options.run.describe_with_threads();
  running.add_options()
    ("progress", po::bool_switch(&options.progress),
     "say on standard error how far the run has come, also where that is no terminal");
  // clang-format on
  return {dropping, fixing, checking, options.text.describe(), output, running};
}

tl::unexpected<Error> wrong(std::string message) {
  return failure(ErrorCode::kUsage, std::move(message));
}

Result<filter::Sameness> sameness_named(const std::string& name) {
  if (name == "none") return filter::Sameness::kNone;
  if (name == "exact") return filter::Sameness::kExact;
  if (name == "normalised" || name == "normalized") return filter::Sameness::kNormalised;
  if (name == "near") return filter::Sameness::kNear;
  return wrong("--duplicates is exact, normalised, near or none, not '" + name + "'");
}

Result<filter::FixSet> fixes_named(const std::vector<std::string>& lists, bool has_script) {
  filter::FixSet fixes;
  constexpr auto kScript = static_cast<std::size_t>(filter::Fix::kScript);
  for (const std::string& name : names_in(lists)) {
    if (name == "all") {
      fixes.set();
      fixes[kScript] = has_script;
      continue;
    }
    const auto fix = filter::fix_named(name);
    if (!fix) {
      return wrong("--fix is all, invisible, spacing, width, script or sides, not '" + name + "'");
    }
    fixes.set(static_cast<std::size_t>(*fix));
  }
  if (fixes[kScript] && !has_script) {
    return wrong("--fix script needs --script simplified or traditional");
  }
  return fixes;
}

/// The format of a bilingual file by its name, where that is one of those that are written.
std::string written_format(const FilterCommand::Options& options) {
  std::string name = options.text.from.empty() ? options.input : "." + options.text.from;
  fs::path path(text::ascii_lowered(name));
  for (const std::string_view packed : {".gz", ".xz", ".zst"}) {
    if (path.extension() == packed) path = path.stem();
  }
  const std::string ending =
      path.has_stem() && path.has_extension() ? path.extension().string() : path.string();
  return ending == ".tmx" ? "tmx" : ending == ".jsonl" ? "jsonl" : "tsv";
}

Result<void> check_values(const FilterCommand::Options& options) {
  const filter::FilterOptions& filter = options.filter;
  const auto is_share = [](double value) { return value >= 0 && value <= 1; };
  if (!is_share(filter.least_match)) return wrong("--min-match is between 0 and 1");
  if (!is_share(filter.least_quality)) return wrong("--min-quality is between 0 and 1");
  if (filter.form.least_words > filter.form.most_words) {
    return wrong("--min-words is more than --max-words");
  }
  if (!(filter.form.most_deviation > 0)) return wrong("--max-deviation is more than 0");
  if (options.annotate + options.scores + options.score_only > 1) {
    return wrong("--annotate, --scores and --score-only are different outputs: give one of them");
  }
  if (!options.dropped.empty() && (options.annotate || options.score_only)) {
    return wrong("--annotate and --score-only drop nothing that --dropped could write");
  }
  if (options.score_only && options.output.format != "tsv") {
    return wrong("--score-only writes lines of figures: --format is tsv then");
  }
  return {};
}

/// An output and what writes pairs to it.
class PairOutput {
 public:
  static Result<PairOutput> open(const std::string& path, std::ostream& standard_out,
                                 std::unique_ptr<filter::PairWriter> writer) {
    auto output = Output::open(path, standard_out);
    if (!output) return tl::unexpected(output.error());
    return PairOutput(std::move(*output), std::move(writer));
  }

  void add(const filter::Judged& judged, const std::string& header) {
    if (!std::exchange(begun_, true)) writer_->begin(text_, header);
    writer_->add(text_, judged);
    constexpr std::size_t kMuch = std::size_t{1} << 16U;
    if (text_.size() >= kMuch) write();
  }

  [[nodiscard]] bool is_good() { return bool(output_.stream()); }

  [[nodiscard]] Result<void> finish(const std::string& header) {
    if (!begun_) writer_->begin(text_, header);
    writer_->end(text_);
    write();
    return output_.commit();
  }

  [[nodiscard]] Result<void> flush() { return output_.flush(); }

 private:
  PairOutput(Output output, std::unique_ptr<filter::PairWriter> writer)
      : output_(std::move(output)), writer_(std::move(writer)) {}

  void write() {
    output_.stream() << text_;
    text_.clear();
  }

  Output output_;
  std::unique_ptr<filter::PairWriter> writer_;
  std::string text_;
  bool begun_ = false;
};

Result<void> write_summary(const std::string& path, const filter::Tally& tally,
                           std::ostream& standard_out) {
  auto output = Output::open(path, standard_out);
  if (!output) return tl::unexpected(output.error());
  std::string text;
  filter::append_tally_json(text, tally);
  output->stream() << text;
  return output->commit();
}

}  // namespace

Result<FilterCommand::Options> FilterCommand::parse(Arguments arguments) {
  Options options;
  options.checking.profile = "corpus";
  const auto words = parse_arguments(arguments, describe(options));
  if (!words) return tl::unexpected(words.error());
  if (words->size() != 1) return wrong("one input is needed: a bilingual file, or -");
  options.input = words->front();
  if (auto valid = options.checking.validate(); !valid) return tl::unexpected(valid.error());
  if (auto valid = options.text.validate(); !valid) return tl::unexpected(valid.error());
  const std::string own = written_format(options);
  std::vector<std::string_view> formats = {own};
  for (const std::string_view format : {"tsv", "jsonl", "tmx"}) {
    if (format != own) formats.push_back(format);
  }
  if (auto valid = options.output.validate(formats); !valid) return tl::unexpected(valid.error());
  std::vector<std::string> read = options.checking.inputs();
  read.insert(read.end(), {options.input, options.run.model});
  std::vector<std::string> written = outputs(options);
  for (; !written.empty(); written.pop_back()) {
    const std::string& output = written.back();
    if (auto apart = keep_output_apart(output, read); !apart) return tl::unexpected(apart.error());
    const auto same = [&](const std::string& other) { return is_same_file(output, other); };
    if (std::any_of(written.begin(), written.end() - 1, same)) {
      return wrong("two outputs go to '" + output + "': give each a file of its own");
    }
  }
  if (options.drop_on != "never") {
    options.filter.dropped_at = severity_named(options.drop_on);
    if (!options.filter.dropped_at || *options.filter.dropped_at == Severity::kNeutral) {
      return wrong("--drop-on is minor, major, critical or never, not '" + options.drop_on + "'");
    }
  } else {
    options.filter.dropped_at.reset();
  }
  if (!options.script.empty() && options.script != "simplified" &&
      options.script != "traditional") {
    return wrong("--script is simplified or traditional, not '" + options.script + "'");
  }
  options.filter.form.script = options.script.empty()           ? Script::kUnknown
                               : options.script == "simplified" ? Script::kSimplified
                                                                : Script::kTraditional;
  const auto fixes = fixes_named(options.fixes, !options.script.empty());
  if (!fixes) return tl::unexpected(fixes.error());
  options.filter.fixes = *fixes;
  const auto sameness = sameness_named(options.duplicates);
  if (!sameness) return tl::unexpected(sameness.error());
  options.filter.sameness = *sameness;
  options.filter.threads = options.run.thread_count();
  if (auto valid = check_values(options); !valid) return tl::unexpected(valid.error());
  options.columns = options.annotate     ? filter::Columns::kAnnotated
                    : options.scores     ? filter::Columns::kScore
                    : options.score_only ? filter::Columns::kScoreOnly
                                         : filter::Columns::kNone;
  return options;
}

int FilterCommand::run(const Options& options, Streams& streams) {
  const auto stop = [&](const Error& error) { return fail(streams.err, error, kName); };
  const auto checker =
      open_checker(options.checking.opening(options.run.model, streams.in), streams.err);
  if (!checker) return stop(checker.error());
  const auto judge = filter::Filter::create(*checker, options.filter);
  if (!judge) return stop(judge.error());
  formats::BilingualOptions reading = options.text.bilingual();
  reading.lines = true;
  auto file = PairsFile::open(options.input, options.text, reading, streams.in);
  if (!file) return stop(file.error());
  batch::PairStream& pairs = file->pairs;
  const std::string& format = options.output.format;
  const Interruption interruption;  // before there is a file that it would leave behind
  auto kept = PairOutput::open(options.output.output, streams.out,
                               filter::make_pair_writer(format, options.columns, pairs.source()));
  if (!kept) return stop(kept.error());
  std::optional<PairOutput> dropped;
  if (!options.dropped.empty()) {
    auto opened = PairOutput::open(
        options.dropped, streams.out,
        filter::make_pair_writer(format, filter::Columns::kAnnotated, pairs.source()));
    if (!opened) return stop(opened.error());
    dropped.emplace(std::move(*opened));
  }

  Progress progress = file->progress(streams, options.output.output, options.progress);
  filter::Tally tally;
  const bool writes_all = options.annotate || options.score_only;
  filter::filter_pairs(pairs, *judge, [&](const filter::Judged& judged) {
    tally.add(judged);
    if (judged.step == filter::Step::kKept || writes_all) {
      kept->add(judged, file->reader->header());
    } else if (dropped) {
      dropped->add(judged, file->reader->header());
    }
    progress.advance(tally.pairs, pairs.bytes());
    return kept->is_good() && (!dropped || dropped->is_good()) && Interruption::signal() == 0;
  });
  progress.finish();
  if (Interruption::signal() != 0) {
    streams.err << "interrupted after " << grouped(tally.pairs) << " pairs; no file is written\n";
    return 128 + Interruption::signal();
  }
  for (PairOutput* output : {&*kept, dropped ? &*dropped : nullptr}) {
    if (output == nullptr) continue;
    if (auto flushed = output->flush(); !flushed) return stop(flushed.error());
  }
  // What is cut off must not pass for clean.
  if (pairs.error()) return stop(*pairs.error());
  if (auto written = kept->finish(file->reader->header()); !written) return stop(written.error());
  if (dropped) {
    if (auto written = dropped->finish(file->reader->header()); !written) {
      return stop(written.error());
    }
  }
  if (!options.summary.empty()) {
    if (auto written = write_summary(options.summary, tally, streams.out); !written) {
      return stop(written.error());
    }
  }
  file->tell_passed_over(streams.err);
  std::string text;
  filter::append_tally_text(text, tally, streams.terminal.language);
  streams.err << text;
  return kDone;
}

std::vector<std::string> FilterCommand::outputs(const Options& options) {
  return {options.output.output, options.dropped, options.summary};
}

std::vector<HelpPage> FilterCommand::help() {
  Options options;
  options.checking.profile = "corpus";
  return {help_page(kHelp, describe(options))};
}

}  // namespace duizhao::cli
