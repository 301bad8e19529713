#include "model_inspect.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options/value_semantic.hpp>
#include <cmath>
#include <ostream>
#include <utility>

#include "diagnostics.h"
#include "duizhao/model/english_form.h"
#include "duizhao/model/lexicon.h"
#include "duizhao/model/manifest.h"
#include "duizhao/model/model_file.h"
#include "duizhao/model/pieces.h"
#include "duizhao/review/find_model.h"
#include "duizhao/text/subwords.h"
#include "duizhao/text/utf8.h"
#include "help.h"
#include "progress.h"

namespace duizhao::cli {
namespace {

using model::Lexicon;
using model::Word;

constexpr HelpTexts kHelp = {
    "inspect",

    "usage: duizhao model inspect [WORD...] [options]\n",

    "Shows the translations of words with their probabilities in both directions, or, without\n"
    "a word, what the model consists of and what it was made from. English words stand by their\n"
    "stem: \"compani\" is company, companies, company's. A WORD that is a phrase is shown word by\n"
    "word as the model splits it. Of an English word that the model lacks, its pieces are shown\n"
    "and what the words mean that they are part of.\n",

    "examples\n"
    "  duizhao model inspect 银行 bank\n"
    "  duizhao model inspect --model own.model\n"
    "\n"
    "exit status: 0 done, 2 wrong usage, 3 the model can't be read\n"};

OptionGroups describe(ModelInspect::Options& options) {
  OptionGroup showing("showing");
  // clang-format off
  showing.add_options()
    ("most", po::value(&options.most)->value_name("N")->default_value(options.most),
     "translations that are shown of a word")
    ("manifest", po::bool_switch(&options.manifest),
     "what the model was made from, as JSON, and nothing else")
    ("model", po::value(&options.model)->value_name("FILE"),
     "the model; else $DUIZHAO_MODEL, else the one that came with the program");
  // clang-format on
  return {showing};
}

std::string_view name_of(Language language) {
  return language == Language::kChinese ? "Chinese" : "English";
}

Language language_of(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    if (text::is_han(text::next_code_point(word, i))) return Language::kChinese;
  }
  return Language::kEnglish;
}

float probability_of(const Lexicon& lexicon, Language language, std::uint32_t id,
                     std::uint32_t translation) {
  for (const auto& [candidate, probability] : lexicon.translations(language, id)) {
    if (candidate == translation) return probability;
  }
  return 0;
}

/// A probability in a column of its own, blank where there is none.
std::string cell(float probability) {
  return probability > 0 ? fmt::format("{:9.4f}", probability) : fmt::format("{:>9}", "-");
}

/// A translation as both tables have it.
struct Row {
  std::uint32_t word = 0;
  float there = 0;
  float back = 0;
};

/// Both tables' view of the words that a word is translated as, the likeliest first.
void show_translations(std::ostream& out, const Lexicon& lexicon, Language language,
                       std::uint32_t id, std::size_t most) {
  std::vector<Row> rows;
  for (std::uint32_t word = 0; word < lexicon.size(other_language(language)); ++word) {
    const float back = probability_of(lexicon, other_language(language), word, id);
    if (back > 0) rows.push_back({word, 0, back});
  }
  for (const auto& [word, there] : lexicon.translations(language, id)) {
    const auto row = std::lower_bound(rows.begin(), rows.end(), word,
                                      [](const Row& r, std::uint32_t w) { return r.word < w; });
    if (row != rows.end() && row->word == word) {
      row->there = there;
    } else {
      rows.insert(row, {word, there, 0});
    }
  }
  // By Bayes's theorem the way back gives an estimate of the way there; without it, rare words that
  // happen to have one translation only would stand on top.
  const auto estimate = [&](const Row& row) {
    const float turned = row.back * lexicon.probability(other_language(language), row.word) /
                         lexicon.probability(language, id);
    return row.there + std::min(1.0F, turned);
  };
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const Row& a, const Row& b) { return estimate(a) > estimate(b); });
  const bool chinese = language == Language::kChinese;
  out << (chinese ? "  p(en|zh)  p(zh|en)  English\n" : "  p(zh|en)  p(en|zh)  Chinese\n");
  for (std::size_t r = 0; r < std::min(most, rows.size()); ++r) {
    out << ' ' << cell(rows[r].there) << ' ' << cell(rows[r].back) << "  "
        << lexicon.form(other_language(language), rows[r].word) << '\n';
  }
  if (rows.size() > most) out << "  and " << grouped(rows.size() - most) << " more\n";
  if (rows.empty()) out << "  no translation\n";
}

/// What can be said of a word that the vocabulary lacks: its pieces, and what the words mean that
/// they are part of.
void show_unknown(std::ostream& out, const Lexicon& lexicon, Language language,
                  const std::string& word, std::size_t most) {
  out << word << "  not in the " << name_of(language) << " vocabulary\n";
  const text::Subwords* const pieces = lexicon.pieces(language);
  if (pieces == nullptr) return;
  const std::string folded = language == Language::kEnglish ? model::fold_latin(word) : word;
  out << "  pieces ";
  for (const text::Subword& piece : pieces->encode(folded)) out << ' ' << piece.span.in(folded);
  out << '\n';
  if (language == Language::kChinese) return;
  std::vector<model::Translation> guesses = lexicon.guesses(word);
  if (guesses.size() > most) guesses.resize(most);
  if (!guesses.empty()) out << "  guessed\n";
  for (const model::Translation& guess : guesses) {
    out << ' ' << cell(guess.probability) << "  " << lexicon.form(Language::kChinese, guess.id)
        << '\n';
  }
}

void show_word(std::ostream& out, const Lexicon& lexicon, const std::string& asked,
               std::size_t most) {
  const Language language = language_of(asked);
  for (const Word& word : lexicon.words(asked, language)) {
    const std::string_view written = word.span.in(asked);
    if (word.id == model::kUnknownWord) {
      show_unknown(out, lexicon, language, std::string(written), most);
      continue;
    }
    out << written;
    const std::string_view form = lexicon.form(language, word.id);
    if (form != written) out << " (" << form << ')';
    const float probability = lexicon.probability(language, word.id);
    out << "  one of " << grouped(static_cast<std::uint64_t>(std::llround(1 / probability))) << ' '
        << name_of(language) << " words\n";
    show_translations(out, lexicon, language, word.id, most);
  }
}

std::uint64_t translation_count(const Lexicon& lexicon, Language language) {
  std::uint64_t count = 0;
  for (std::uint32_t id = 0; id < lexicon.size(language); ++id) {
    count += lexicon.translations(language, id).size();
  }
  return count;
}

std::string_view manifest_of(const model::ModelFile& file) {
  const auto bytes = file.section(model::kManifestSection);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void show_model(std::ostream& out, const model::ModelFile& file, const Lexicon& lexicon) {
  out << file.path() << "\n\nsection            bytes\n";
  for (const auto& [name, size] : file.sections()) {
    out << fmt::format("{:<12}{:>12}\n", name, grouped(size));
  }
  out << '\n';
  for (const Language language : {Language::kChinese, Language::kEnglish}) {
    out << fmt::format("{} words: {}, with {} translations\n", name_of(language),
                       grouped(lexicon.size(language)),
                       grouped(translation_count(lexicon, language)));
  }
  for (const Language language : {Language::kChinese, Language::kEnglish}) {
    if (const text::Subwords* const pieces = lexicon.pieces(language)) {
      out << fmt::format("pieces of {} words: {}\n", name_of(language), grouped(pieces->size()));
    }
  }
  const std::string_view manifest = manifest_of(file);
  out << "\nmanifest\n" << (manifest.empty() ? "none\n" : manifest);
}

}  // namespace

Result<ModelInspect::Options> ModelInspect::parse(Arguments arguments) {
  Options options;
  auto words = parse_arguments(arguments, describe(options));
  if (!words) return tl::unexpected(words.error());
  for (const std::string& word : *words) {
    if (text::first_invalid(word)) {
      return failure(ErrorCode::kUsage, "a word is not valid UTF-8");
    }
  }
  if (options.manifest && !words->empty()) {
    return failure(ErrorCode::kUsage, "--manifest takes no word");
  }
  options.words = std::move(*words);
  return options;
}

int ModelInspect::run(const Options& options, Streams& streams) {
  const auto stop = [&](const Error& error) { return fail(streams.err, error, "model"); };
  const auto path = duizhao::find_model(options.model);
  if (!path) return stop(path.error());
  const auto lexicon = Lexicon::open(*path);
  if (!lexicon) return stop(lexicon.error());
  for (std::size_t w = 0; w < options.words.size(); ++w) {
    if (w > 0) streams.out << '\n';
    show_word(streams.out, *lexicon, options.words[w], options.most);
  }
  if (!options.words.empty()) return kDone;
  const auto file = model::ModelFile::open(*path);
  if (!file) return stop(file.error());
  for (const auto& [language, section] :
       {std::pair(Language::kChinese, model::kChinesePiecesSection),
        std::pair(Language::kEnglish, model::kEnglishPiecesSection)}) {
    if (!file->section(section).empty() && lexicon->pieces(language) == nullptr) {
      return stop({ErrorCode::kMalformed,
                   fmt::format("the section {} is no SentencePiece model", section),
                   {*path}});
    }
  }
  if (!options.manifest) {
    show_model(streams.out, *file, *lexicon);
    return kDone;
  }
  if (manifest_of(*file).empty()) {
    return stop({ErrorCode::kMalformed, "the model has no manifest", {*path}});
  }
  streams.out << manifest_of(*file);
  return kDone;
}

std::vector<HelpPage> ModelInspect::help() {
  Options options;
  return {help_page(kHelp, describe(options))};
}

}  // namespace duizhao::cli
