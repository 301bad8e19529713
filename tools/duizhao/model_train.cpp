#include "model_train.h"

#include <fmt/format.h>
#include <unistd.h>

#include <boost/program_options/value_semantic.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <thread>
#include <utility>

#include "diagnostics.h"
#include "duizhao/formats/bilingual.h"
#include "duizhao/model/sha256.h"
#include "duizhao/review/documents.h"
#include "duizhao/text/language.h"
#include "duizhao/text/utf8.h"
#include "help.h"
#include "interruption.h"
#include "progress.h"
#include "stage_progress.h"

namespace duizhao::cli {
namespace {

constexpr HelpTexts kHelp = {
    "train",

    "usage: duizhao model train --dictionary FILE... --pairs FILE... -o OUT [options]\n",

    "Makes a translation lexicon (a model file) from Chinese-English dictionaries and from pairs\n"
    "of sentences, such as translation memories. Either may be left out.\n"
    "\n"
    "The pairs are lines of SOURCE<TAB>TARGET, or any other bilingual file that duizhao reads;\n"
    "which side is Chinese is found out for each file. - is standard input. A dictionary is\n"
    "lines with the Chinese words and, in the last column without Chinese, the English ones,\n"
    "separated by / or ;. Further columns (pinyin) are passed over.\n"
    "\n"
    "The same input gives the same file, for any number of threads. After an interruption\n"
    "(Ctrl-C, SIGTERM, a power failure) the same command goes on from OUT.checkpoint with\n"
    "the stages that were not finished.\n",

    "examples\n"
    "  duizhao model train --dictionary cedict.tsv --pairs memory.tsv more.tsv -o own.model\n"
    "  xz -dc memory.tsv.xz | duizhao model train --dictionary cedict.tsv --pairs - -o own.model\n"
    "  duizhao align report.en.txt draft.zh.txt --model own.model\n"
    "\n"
    "exit status: 0 done, 2 wrong usage, 3 an input can't be read or the output written,\n"
    "130 interrupted by Ctrl-C, 143 by SIGTERM\n"};

/// Pairs at the beginning of a file whose majority decides which side is Chinese.
constexpr std::size_t kVoters = 1000;

OptionGroups describe(ModelTrain::Options& options) {
  model::TrainOptions& training = options.training;
  OptionGroup in("what to train on and where to write");
  // clang-format off
  in.add_options()
    ("dictionary", po::value(&options.dictionaries)->value_name("FILE...")->multitoken()->composing(),
     "Chinese-English dictionaries")
    ("pairs", po::value(&options.pairs)->value_name("FILE...")->multitoken()->composing(),
     "bilingual files")
    ("licences", po::value(&options.licences)->value_name("FILE"),
     "licences of the inputs, which the model is to name: lines of FILE-NAME<TAB>LICENCE, * for that "
     "of the model itself")
    ("encoding", po::value(&options.encoding)->value_name("NAME"),
     "encoding of the bilingual files; else UTF-8 unless they say otherwise")
    ("output,o", po::value(&options.output)->value_name("OUT"),
     "the model to be written");
  OptionGroup how("how");
  how.add_options()
    ("threads", po::value(&options.threads)->value_name("N"),
     "how many threads to use; else one a processor")
    ("iterations", po::value(&training.alignment.iterations)->value_name("N")
         ->default_value(training.alignment.iterations),
     "rounds of estimation")
    ("prior-count", po::value(&training.alignment.prior_count)->value_name("X")
         ->default_value(training.alignment.prior_count),
     "how many occurrences of a word its dictionary entry counts for")
    ("tension", po::value(&training.alignment.diagonal_tension)->value_name("X")
         ->default_value(training.alignment.diagonal_tension),
     "how strongly words are expected in the same order on both sides")
    ("independent", po::bool_switch(&options.independent),
     "estimate the two directions apart, instead of having them agree on what is linked")
    ("min-explained", po::value(&training.alignment.min_explained)->value_name("X")
         ->default_value(training.alignment.min_explained,
                         fmt::format("{:g}", training.alignment.min_explained)),
     "pairs whose sides explain each other less are left out as misaligned")
    ("min-count", po::value(&training.min_count)->value_name("N")
         ->default_value(training.min_count),
     "words that occur less often and stand in no dictionary are left out")
    ("max-units", po::value(&training.max_words)->value_name("N")
         ->default_value(training.max_words),
     "pairs with more words on a side are left out")
    ("max-translations", po::value(&training.alignment.max_translations)->value_name("N")
         ->default_value(training.alignment.max_translations),
     "translations that are kept of a word")
    ("ngrams", po::value(&training.ngrams)->value_name("N")->default_value(training.ngrams),
     "n-grams that are kept of each language model; 0 for no language models")
    ("pieces", po::value(&options.pieces)->value_name("N")->default_value(options.pieces),
     "pieces of English words that are learned, and of Chinese ones twice as many; 0 for none");
  // clang-format on
  return {in, how};
}

Result<void> validate(const model::TrainOptions& training) {
  const auto& alignment = training.alignment;
  if (alignment.iterations < 1) {
    return failure(ErrorCode::kUsage, "--iterations must be at least 1");
  }
  if (!(alignment.prior_count >= 0)) {
    return failure(ErrorCode::kUsage, "--prior-count must not be negative");
  }
  if (!(alignment.diagonal_tension >= 0)) {
    return failure(ErrorCode::kUsage, "--tension must not be negative");
  }
  if (training.max_words < 1) return failure(ErrorCode::kUsage, "--max-units must be at least 1");
  return {};
}

/// For messages.
std::string input_name(const std::string& path) { return path == "-" ? "<stdin>" : path; }

std::string file_name(const std::string& path) {
  return path == "-" ? path : std::filesystem::path(path).filename().string();
}

/// The call as it can be repeated in the folder of the inputs. The number of threads is left out,
/// since it changes nothing.
std::string command_text(const ModelTrain::Options& options) {
  std::string text = "duizhao model train";
  const auto add_files = [&](std::string_view option, const std::vector<std::string>& paths) {
    if (paths.empty()) return;
    text += fmt::format(" --{}", option);
    for (const std::string& path : paths) text += ' ' + file_name(path);
  };
  add_files("dictionary", options.dictionaries);
  add_files("pairs", options.pairs);
  if (!options.licences.empty()) add_files("licences", {options.licences});
  const ModelTrain::Options defaults;
  const auto add = [&](std::string_view option, const auto& value, const auto& usual) {
    if (value != usual) text += fmt::format(" --{} {}", option, value);
  };
  const auto& a = options.training.alignment;
  const auto& d = defaults.training.alignment;
  add("iterations", a.iterations, d.iterations);
  add("prior-count", a.prior_count, d.prior_count);
  add("tension", a.diagonal_tension, d.diagonal_tension);
  if (options.independent) text += " --independent";
  add("min-explained", a.min_explained, d.min_explained);
  add("min-count", options.training.min_count, defaults.training.min_count);
  add("max-units", options.training.max_words, defaults.training.max_words);
  add("max-translations", a.max_translations, d.max_translations);
  add("ngrams", options.training.ngrams, defaults.training.ngrams);
  add("pieces", options.pieces, defaults.pieces);
  return text + " -o " + file_name(options.output);
}

Result<std::string> sha256_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return failure(ErrorCode::kUnreadable, "cannot open the dictionary", {path});
  model::Sha256 sum;
  std::string block(1 << 16, '\0');
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
    sum.update(std::string_view(block).substr(0, static_cast<std::size_t>(in.gcount())));
  }
  if (in.bad()) return failure(ErrorCode::kUnreadable, "cannot read the dictionary", {path});
  return sum.hex();
}

/// What is said of the inputs, by their names.
using Licences = std::map<std::string, std::string>;

Result<Licences> read_licences(const std::string& path) {
  Licences licences;
  if (path.empty()) return licences;
  std::ifstream in(path, std::ios::binary);
  if (!in) return failure(ErrorCode::kUnreadable, "cannot open the list of licences", {path});
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos || tab + 1 == line.size()) {
      return failure(ErrorCode::kMalformed, "expected the name of an input, a tab and its licence",
                     {path, number});
    }
    if (text::first_invalid(line)) {
      return failure(ErrorCode::kMalformed, "this is not valid UTF-8", {path, number});
    }
    licences[line.substr(0, tab)] = line.substr(tab + 1);
  }
  if (in.bad()) return failure(ErrorCode::kUnreadable, "cannot read the list of licences", {path});
  return licences;
}

/// Reads one bilingual file to the end, or until an interruption.
class PairsFile {
 public:
  PairsFile(std::string path, model::ParallelText& text) : path_(std::move(path)), text_(text) {}

  Result<void> read(const std::string& encoding, std::istream& standard_in) {
    auto reader = formats::open_bilingual(path_, {encoding}, standard_in);
    if (!reader) return tl::unexpected(reader.error());
    text_.start_source(file_name(path_));
    formats::BilingualPair pair;
    for (;;) {
      const auto more = (*reader)->next(pair);
      if (!more) return tl::unexpected(more.error());
      if (!*more || Interruption::signal() != 0) break;
      sum_.update(pair.source);
      sum_.update("\t");
      sum_.update(pair.target);
      sum_.update("\n");
      if (!settled_) {
        source_tally_ += text::tally_writing(pair.source);
        target_tally_ += text::tally_writing(pair.target);
        waiting_.push_back(pair);
        if (waiting_.size() < kVoters) continue;
        if (auto settled = settle(); !settled) return settled;
      } else {
        add(pair);
      }
    }
    return settled_ || waiting_.empty() ? Result<void>{} : settle();
  }

  [[nodiscard]] std::string sha256() const { return sum_.hex(); }

 private:
  Result<void> settle() {
    Language source = text::language_of(source_tally_);
    Language target = text::language_of(target_tally_);
    auto settled = settle_languages(source, target, input_name(path_) + " (first side)",
                                    input_name(path_) + " (second side)");
    if (!settled) return settled;
    settled_ = true;
    chinese_first_ = source == Language::kChinese;
    for (const formats::BilingualPair& pair : waiting_) add(pair);
    waiting_ = {};
    return {};
  }

  void add(const formats::BilingualPair& pair) {
    if (chinese_first_) {
      text_.add(pair.source, pair.target);
    } else {
      text_.add(pair.target, pair.source);
    }
  }

  std::string path_;
  model::ParallelText& text_;
  model::Sha256 sum_;
  text::WritingTally source_tally_;
  text::WritingTally target_tally_;
  std::vector<formats::BilingualPair> waiting_;
  bool settled_ = false;
  bool chinese_first_ = false;
};

int interrupted(std::ostream& err, const std::string& checkpoint) {
  std::error_code ignored;
  err << "interrupted; "
      << (std::filesystem::exists(checkpoint, ignored)
              ? "the finished stages are kept in " + checkpoint +
                    ": run the same command again to go on from there\n"
              : "no stage was finished\n");
  return 128 + Interruption::signal();
}

}  // namespace

Result<ModelTrain::Options> ModelTrain::parse(Arguments arguments) {
  Options options;
  const auto words = parse_arguments(arguments, describe(options));
  if (!words) return tl::unexpected(words.error());
  if (!words->empty()) {
    return failure(ErrorCode::kUsage,
                   "'" + words->front() + "' is neither a --dictionary nor --pairs");
  }
  if (options.dictionaries.empty() && options.pairs.empty()) {
    return failure(ErrorCode::kUsage, "nothing to train on: give --dictionary or --pairs");
  }
  if (options.output.empty()) {
    return failure(ErrorCode::kUsage, "where is the model to be written? Say -o OUT");
  }
  if (auto valid = validate(options.training); !valid) return tl::unexpected(valid.error());
  std::vector<std::string> inputs = options.dictionaries;
  inputs.insert(inputs.end(), options.pairs.begin(), options.pairs.end());
  inputs.push_back(options.licences);
  if (auto apart = keep_output_apart(options.output, inputs); !apart) {
    return tl::unexpected(apart.error());
  }
  return options;
}

int ModelTrain::run(const Options& options, Streams& streams) {
  const auto stop = [&](const Error& error) { return fail(streams.err, error, "model"); };
  const Interruption interruption;
  const std::string checkpoint = options.output + ".checkpoint";
  model::Manifest manifest;
  manifest.program = "duizhao " DUIZHAO_VERSION;
  manifest.command = command_text(options);
  auto licences = read_licences(options.licences);
  if (!licences) return stop(licences.error());
  manifest.licence = (*licences)["*"];
  for (const std::string& path : options.dictionaries) {
    const auto sum = sha256_of(path);
    if (!sum) return stop(sum.error());
    manifest.dictionaries.push_back({file_name(path), *sum});
    manifest.dictionaries.back().licence = (*licences)[file_name(path)];
  }
  model::ParallelText text;
  for (const std::string& path : options.pairs) {
    const std::size_t before = text.size();
    PairsFile file(path, text);
    if (auto read = file.read(options.encoding, streams.in); !read) return stop(read.error());
    if (Interruption::signal() != 0) return interrupted(streams.err, checkpoint);
    manifest.pairs.push_back({file_name(path), file.sha256()});
    manifest.pairs.back().licence = (*licences)[file_name(path)];
    streams.err << fmt::format("{}: {} pairs\n", input_name(path), grouped(text.size() - before));
  }

  model::TrainOptions training = options.training;
  training.dictionaries = options.dictionaries;
  training.alignment.agreement = !options.independent;
  training.english_pieces = options.pieces;
  training.chinese_pieces = 2 * options.pieces;
  training.checkpoint = checkpoint;
  training.alignment.running.threads =
      options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  training.alignment.running.stopped = [] { return Interruption::signal() != 0; };
  StageProgress progress(streams.err, &streams.err == &std::cerr && ::isatty(STDERR_FILENO) == 1);
  training.progress = [&](const model::TrainProgress& at) {
    if (at.resumed) {
      progress.pass_over(at.stage, at.done, "taken from " + checkpoint);
    } else {
      progress.advance(at.stage, at.stage_done, at.done);
    }
  };
  const auto outcome = model::train(text, std::move(manifest), options.output, training);
  progress.finish(outcome && *outcome == model::TrainOutcome::kFinished);
  if (!outcome) return stop(outcome.error());
  if (*outcome == model::TrainOutcome::kStopped) return interrupted(streams.err, checkpoint);
  std::error_code ignored;
  streams.err << fmt::format("{}: {} bytes\n", options.output,
                             grouped(std::filesystem::file_size(options.output, ignored)));
  return kDone;
}

std::vector<HelpPage> ModelTrain::help() {
  Options options;
  return {help_page(kHelp, describe(options))};
}

}  // namespace duizhao::cli
