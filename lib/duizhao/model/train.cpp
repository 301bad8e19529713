#include "duizhao/model/train.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <thread>
#include <utility>

#include "duizhao/model/checkpoint.h"
#include "duizhao/model/chinese_words.h"
#include "duizhao/model/dictionary.h"
#include "duizhao/model/dictionary_prior.h"
#include "duizhao/model/language_model.h"
#include "duizhao/model/lexicon_format.h"
#include "duizhao/model/model_file.h"
#include "duizhao/model/pieces.h"
#include "duizhao/model/training_corpus.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::model {
namespace {

/// The stages in order, with their shares of the time that training took on 780,000 pairs.
struct Stage {
  std::string_view name;
  double share;
};
constexpr std::array<Stage, 5> kStages = {{{"Chinese words", 0.08},
                                           {"vocabulary", 0.1},
                                           {"translations", 0.6},
                                           {"pieces of words", 0.12},
                                           {"language models", 0.1}}};
enum StageNumber : std::uint8_t {
  kChineseWords,
  kVocabulary,
  kTranslations,
  kPieces,
  kLanguageModels
};

/// N-grams seen less often would be pieces of somebody's text.
constexpr std::uint32_t kLeastNgram = 3;

/// Parts of the checkpoint; the finished sections go by their own names.
constexpr std::string_view kCountsPart = "counts";
constexpr std::string_view kMisalignedPart = "misaligned";
constexpr std::string_view kEstimatePart = "estimate";
constexpr std::string_view kPiecesDonePart = "pieces done";

/// The model carries the folding that it was trained with, so that a later change of the program's
/// own does not split its words in two.
std::vector<std::uint16_t> make_folding() {
  std::vector<std::uint16_t> table;
  for (char32_t c = HanFolding::kFirst; c <= HanFolding::kLast; ++c) {
    table.push_back(static_cast<std::uint16_t>(text::folded_han(c)));
  }
  return table;
}

/// The headwords that may be words of running text, in simplified characters.
std::vector<std::string> headwords(const std::vector<DictionaryEntry>& entries,
                                   const HanFolding& folding) {
  std::vector<std::string> words;
  for (const DictionaryEntry& entry : entries) {
    for (const std::string& headword : entry.headwords) {
      std::string folded = folding.folded(headword);
      std::size_t characters = 0;
      bool han = true;
      for (std::size_t i = 0; i < folded.size() && han; ++characters) {
        han = text::is_han(text::next_code_point(folded, i));
      }
      if (han && characters <= kMaxWordCharacters) words.push_back(std::move(folded));
    }
  }
  return words;
}

std::string encode_counts(const std::map<std::string, std::uint64_t>& counts) {
  std::string text;
  for (const auto& [word, count] : counts) text += word + '\t' + std::to_string(count) + '\n';
  return text;
}

std::map<std::string, std::uint64_t> decode_counts(std::string_view text) {
  std::map<std::string, std::uint64_t> counts;
  while (!text.empty()) {
    const std::size_t tab = text.find('\t');
    const std::size_t end = text.find('\n');
    counts.emplace(text.substr(0, tab), std::stoull(std::string(text.substr(tab + 1, end))));
    text.remove_prefix(end + 1);
  }
  return counts;
}

std::string options_json(const TrainOptions& options) {
  nlohmann::ordered_json json = {{"iterations", options.alignment.iterations},
                                 {"prior_count", options.alignment.prior_count},
                                 {"diagonal_tension", options.alignment.diagonal_tension},
                                 {"null_probability", options.alignment.null_probability},
                                 {"min_cooccurrence", options.alignment.min_cooccurrence},
                                 {"min_probability", options.alignment.min_probability},
                                 {"max_translations", options.alignment.max_translations},
                                 {"min_explained", options.alignment.min_explained},
                                 {"min_count", options.min_count},
                                 {"max_units", options.max_words},
                                 {"ngrams", options.ngrams},
                                 {"chinese_pieces", options.chinese_pieces},
                                 {"english_pieces", options.english_pieces}};
  if (!options.alignment.agreement) json["agreement"] = false;
  return json.dump();
}

/// Identifies a training: its options and all that goes into it.
std::string key_of(const ParallelText& text, const std::vector<DictionaryEntry>& entries,
                   const TrainOptions& options) {
  std::string dictionaries;
  for (const DictionaryEntry& entry : entries) {
    for (const std::string& headword : entry.headwords) dictionaries += headword + '\t';
    for (const Gloss& gloss : entry.glosses) {
      for (const GlossWord& word : gloss) {
        dictionaries += word.word + (word.weight < 1 ? "\1" : "\2");
      }
      dictionaries += '/';
    }
    dictionaries += '\n';
  }
  return fmt::format("{} {:016x} {:016x}", options_json(options), text.fingerprint(),
                     hash_form(dictionaries));
}

class Training {
 public:
  Training(const ParallelText& text, const std::vector<DictionaryEntry>& entries,
           const TrainOptions& options)
      : text_(text),
        entries_(entries),
        options_(options),
        folding_table_(make_folding()),
        folding_{folding_table_},
        checkpoint_(options.checkpoint, key_of(text, entries, options)) {}

  Result<TrainOutcome> run(Manifest manifest, const std::string& path) {
    const auto words = chinese_words();
    if (!words) return tl::unexpected(words.error());
    if (stopped()) return TrainOutcome::kStopped;
    manifest.pairs.resize(std::max(manifest.pairs.size(), text_.sources().size()));
    TrainingCorpus corpus =
        make_corpus(text_, *words, entries_, folding_, {options_.min_count, options_.max_words},
                    running(kVocabulary), manifest.pairs);
    if (stopped()) return TrainOutcome::kStopped;

    auto translations = align(corpus);
    if (!translations) return tl::unexpected(translations.error());
    if (stopped()) return TrainOutcome::kStopped;
    count_misaligned(corpus, translations->misaligned, manifest);
    auto pieces = pieces_of_words(corpus, translations->to_chinese);
    if (!pieces) return tl::unexpected(pieces.error());
    if (stopped()) return TrainOutcome::kStopped;
    auto models = language_models(corpus, *words);
    if (!models) return tl::unexpected(models.error());
    if (stopped()) return TrainOutcome::kStopped;

    manifest.options = options_json(options_);
    std::vector<Section> sections = {
        {std::string(kManifestSection), to_json(manifest)},
        {std::string(kFoldingSection),
         {reinterpret_cast<const char*>(folding_table_.data()),
          folding_table_.size() * sizeof(std::uint16_t)}},
        {std::string(kChineseWordsSection),
         encode_vocabulary({corpus.chinese.words(), corpus.chinese_probabilities})},
        {std::string(kChinesePrefixesSection), encode_prefixes(corpus.chinese.words())},
        {std::string(kEnglishWordsSection),
         encode_vocabulary({corpus.english.words(), corpus.english_probabilities})},
        {std::string(kToEnglishSection), std::move(translations->to_english)},
        {std::string(kToChineseSection), std::move(translations->to_chinese)}};
    std::move(pieces->begin(), pieces->end(), std::back_inserter(sections));
    std::move(models->begin(), models->end(), std::back_inserter(sections));
    if (auto written = write_model_file(path, sections); !written) {
      return tl::unexpected(written.error());
    }
    checkpoint_.remove();
    return TrainOutcome::kFinished;
  }

 private:
  [[nodiscard]] bool stopped() const { return options_.alignment.running.is_stopped(); }

  [[nodiscard]] Running running(StageNumber stage) const {
    Running running = options_.alignment.running;
    running.progress = [this, stage](double done) { report(stage, done, false); };
    return running;
  }

  void report(StageNumber stage, double done, bool resumed) const {
    if (!options_.progress) return;
    double before = 0;
    for (std::size_t s = 0; s < stage; ++s) before += kStages[s].share;
    options_.progress({kStages[stage].name, done, before + done * kStages[stage].share, resumed});
  }

  Result<ChineseWords> chinese_words() {
    ChineseWords words(headwords(entries_, folding_));
    if (const auto counts = checkpoint_.find(kCountsPart)) {
      words.restore(decode_counts(*counts));
      report(kChineseWords, 1, true);
      return words;
    }
    words.count(text_, folding_, running(kChineseWords));
    if (stopped()) return words;
    auto saved = checkpoint_.save({{std::string(kCountsPart), encode_counts(words.counts())}});
    if (!saved) return tl::unexpected(saved.error());
    return words;
  }

  struct Translations {
    std::string to_english;  ///< sections of the model
    std::string to_chinese;
    std::string misaligned;  ///< a byte for each pair of the corpus, not 0 where it was left out
  };

  Result<Translations> align(const TrainingCorpus& corpus) {
    const auto to_english = checkpoint_.find(kToEnglishSection);
    const auto to_chinese = checkpoint_.find(kToChineseSection);
    const auto misaligned = checkpoint_.find(kMisalignedPart);
    if (to_english && to_chinese && misaligned) {
      report(kTranslations, 1, true);
      return Translations{*to_english, *to_chinese, *misaligned};
    }
    Result<void> saved;
    WordAlignmentOptions alignment = options_.alignment;
    alignment.running = running(kTranslations);
    // A checkpoint that can't be written ends the training, which would be hard to repeat.
    alignment.running.stopped = [&] { return stopped() || !saved; };
    alignment.save = [&](std::string state) {
      if (saved) saved = checkpoint_.save({{std::string(kEstimatePart), std::move(state)}});
    };
    const WordAlignment aligned =
        align_words(corpus.pairs, corpus.chinese.size(), corpus.english.size(),
                    dictionary_priors(entries_, corpus, folding_), alignment,
                    checkpoint_.find(kEstimatePart).value_or(""));
    if (!saved) return tl::unexpected(saved.error());
    Translations result = {encode_translations(aligned.to_target),
                           encode_translations(aligned.to_source),
                           std::string(aligned.misaligned.begin(), aligned.misaligned.end())};
    if (stopped()) return result;
    saved = checkpoint_.save({{std::string(kToEnglishSection), result.to_english},
                              {std::string(kToChineseSection), result.to_chinese},
                              {std::string(kMisalignedPart), result.misaligned},
                              {std::string(kEstimatePart), ""}});
    if (!saved) return tl::unexpected(saved.error());
    return result;
  }

  void count_misaligned(const TrainingCorpus& corpus, std::string_view misaligned,
                        Manifest& manifest) const {
    std::size_t source = 0;
    for (std::size_t p = 0; p < std::min(misaligned.size(), corpus.text_numbers.size()); ++p) {
      const auto& sources = text_.sources();
      while (source + 1 < sources.size() && corpus.text_numbers[p] >= sources[source + 1].begin) {
        ++source;
      }
      if (misaligned[p] == 0 || source >= manifest.pairs.size()) continue;
      ++manifest.pairs[source].misaligned;
      --manifest.pairs[source].used;
    }
  }

  /// The sections of the pieces of both languages, and of what the English ones mean; none where
  /// there is too little text.
  Result<std::vector<Section>> pieces_of_words(const TrainingCorpus& corpus,
                                               std::string_view to_chinese) {
    if (const auto done = checkpoint_.find(kPiecesDonePart)) {
      report(kPieces, 1, true);
      std::vector<Section> sections;
      for (const std::string_view name :
           {kChinesePiecesSection, kEnglishPiecesSection, kPiecesToChineseSection}) {
        if (auto bytes = checkpoint_.find(name)) {
          sections.push_back({std::string(name), std::move(*bytes)});
        }
      }
      return sections;
    }
    report(kPieces, 0, false);
    std::size_t next = 0;
    const auto train = [&](std::size_t size, auto text_of) {
      next = 0;
      if (size == 0) return std::string();
      return train_pieces(
          [&](std::string& text) {
            if (next == corpus.text_numbers.size()) return false;
            text = text_of(corpus.text_numbers[next++]);
            return true;
          },
          size);
    };
    std::vector<Section> sections;
    const auto add = [&](std::string_view name, std::string bytes) {
      if (!bytes.empty()) sections.push_back({std::string(name), std::move(bytes)});
    };
    add(kChinesePiecesSection, train(options_.chinese_pieces, [&](std::size_t number) {
          return folding_.folded(text_.chinese(number));
        }));
    if (stopped()) return sections;
    report(kPieces, 0.5, false);
    const std::string english = train(options_.english_pieces, [&](std::size_t number) {
      return fold_latin(text_.english(number));
    });
    if (stopped()) return sections;
    add(kEnglishPiecesSection, english);
    if (!english.empty()) {
      const auto meanings =
          piece_translations(english, {corpus.english.words(), corpus.english_probabilities},
                             decode_translations(to_chinese));
      if (!meanings) return tl::unexpected(meanings.error());
      add(kPiecesToChineseSection, encode_translations(*meanings));
    }
    report(kPieces, 1, false);
    std::vector<Section> parts = sections;
    parts.push_back({std::string(kPiecesDonePart), "done"});
    if (auto saved = checkpoint_.save(std::move(parts)); !saved) {
      return tl::unexpected(saved.error());
    }
    return sections;
  }

  /// The sections of both language models, made from the pairs of the corpus.
  Result<std::vector<Section>> language_models(const TrainingCorpus& corpus,
                                               const ChineseWords& words) {
    std::vector<Section> sections;
    if (options_.ngrams == 0) return sections;
    for (const Language language : {Language::kChinese, Language::kEnglish}) {
      sections.push_back({std::string(language_model_section(language)), ""});
      if (auto bytes = checkpoint_.find(sections.back().name)) sections.back().bytes = *bytes;
    }
    if (!sections[0].bytes.empty() && !sections[1].bytes.empty()) {
      report(kLanguageModels, 1, true);
      return sections;
    }
    const auto train = [&](Language language, bool reports) {
      LanguageModelTrainer trainer;
      WordSplitter splitter(folding_, words);
      std::vector<Word> sentence;
      for (std::size_t p = 0; p < corpus.text_numbers.size(); ++p) {
        if (p % 4096 == 0) {
          if (stopped()) return std::string();
          if (reports) {
            report(kLanguageModels,
                   static_cast<double>(p) / static_cast<double>(corpus.text_numbers.size()), false);
          }
        }
        const std::size_t number = corpus.text_numbers[p];
        const std::string_view side =
            language == Language::kChinese ? text_.chinese(number) : text_.english(number);
        sentence.clear();
        splitter.split(side, 0, [&](const WrittenWord& word) {
          sentence.push_back(
              {word.span, kUnknownWord, hash_form(word.form), word.kind, word.folded_hash});
        });
        trainer.add(sentence);
      }
      return trainer.section(kLeastNgram, options_.ngrams);
    };
    if (options_.alignment.running.threads > 1) {
      const std::jthread other([&] { sections[1].bytes = train(Language::kEnglish, false); });
      sections[0].bytes = train(Language::kChinese, true);
    } else {
      sections[0].bytes = train(Language::kChinese, true);
      sections[1].bytes = train(Language::kEnglish, true);
    }
    if (stopped()) return sections;
    if (auto saved = checkpoint_.save(sections); !saved) return tl::unexpected(saved.error());
    return sections;
  }

  const ParallelText& text_;
  const std::vector<DictionaryEntry>& entries_;
  const TrainOptions& options_;
  std::vector<std::uint16_t> folding_table_;
  HanFolding folding_;
  Checkpoint checkpoint_;
};

}  // namespace

Result<TrainOutcome> train(const ParallelText& text, Manifest manifest, const std::string& path,
                           const TrainOptions& options) {
  std::vector<DictionaryEntry> entries;
  manifest.dictionaries.resize(options.dictionaries.size());
  for (std::size_t d = 0; d < options.dictionaries.size(); ++d) {
    auto read = read_dictionary(options.dictionaries[d]);
    if (!read) return tl::unexpected(read.error());
    manifest.dictionaries[d].entries = read->size();
    entries.insert(entries.end(), std::make_move_iterator(read->begin()),
                   std::make_move_iterator(read->end()));
  }
  Training training(text, entries, options);
  return training.run(std::move(manifest), path);
}

}  // namespace duizhao::model
