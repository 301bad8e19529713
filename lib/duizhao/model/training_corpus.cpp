#include "duizhao/model/training_corpus.h"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "duizhao/model/english_form.h"
#include "duizhao/model/lexicon_format.h"
#include "duizhao/model/packed_translation.h"
#include "duizhao/text/ascii.h"

namespace duizhao::model {
namespace {

enum class Fate : std::uint8_t { kUsed, kRepeated, kTooLong };

using FormCounts = std::unordered_map<std::string, std::uint64_t>;
using SortedCounts = std::map<std::string, std::uint64_t>;

bool is_number(std::string_view form) {
  return std::any_of(form.begin(), form.end(), text::is_ascii_digit);
}

std::vector<Fate> find_repeated(const ParallelText& text) {
  std::vector<Fate> fates(text.size(), Fate::kUsed);
  std::unordered_set<std::uint64_t> seen;
  for (std::size_t p = 0; p < text.size(); ++p) {
    const std::uint64_t hash = hash_form(text.chinese(p)) * 31 + hash_form(text.english(p));
    if (!seen.insert(hash).second) fates[p] = Fate::kRepeated;
  }
  return fates;
}

/// What a thread works with.
struct Worker {
  std::unique_ptr<WordSplitter> splitter;
  FormCounts latin;  ///< of the Chinese side: all that is no Chinese word
  FormCounts english;
  std::vector<std::string> zh_forms;
  std::vector<std::string> en_forms;
};

void merge(const FormCounts& from, SortedCounts& into) {
  for (const auto& [form, count] : from) into[form] += count;
}

/// The forms of a vocabulary by falling count where there are more than a number can tell apart.
/// `counts` is sorted, so that the same forms are kept in every run.
void add_frequent(const SortedCounts& counts, std::uint64_t min_count, Numbering& numbering) {
  const auto room = [&](std::uint64_t least) {
    std::size_t forms = numbering.size();
    for (const auto& [form, count] : counts) forms += count >= least && !is_number(form);
    return forms < kMaxVocabulary;
  };
  while (!room(min_count)) ++min_count;
  for (const auto& [form, count] : counts) {
    if (count >= min_count && !is_number(form)) numbering.add(form);
  }
}

std::vector<float> normalised(const std::vector<std::uint64_t>& counts) {
  double total = 0;
  for (const std::uint64_t count : counts) total += static_cast<double>(count) + kUnseenCount;
  std::vector<float> probabilities;
  probabilities.reserve(counts.size());
  for (const std::uint64_t count : counts) {
    probabilities.push_back(
        static_cast<float>((static_cast<double>(count) + kUnseenCount) / total));
  }
  return probabilities;
}

/// The numbers of the forms that the vocabulary has.
void number_side(WordSplitter& splitter, std::string_view side, const Numbering& numbering,
                 std::vector<std::uint32_t>& ids) {
  splitter.split(side, 0, [&](const WrittenWord& word) {
    const std::uint32_t id = numbering.find(word.form);
    if (id != Numbering::kUnknown) ids.push_back(id);
  });
}

class CorpusMaker {
 public:
  CorpusMaker(const ParallelText& text, const ChineseWords& words, const HanFolding& folding,
              const CorpusLimits& limits, const Running& running)
      : text_(text),
        words_(words),
        folding_(folding),
        limits_(limits),
        running_(running),
        fates_(find_repeated(text)),
        workers_(std::max(1U, running.threads)) {}

  /// First pass: which pairs are used, and the vocabularies that they need.
  void choose_vocabularies(const std::vector<DictionaryEntry>& entries, TrainingCorpus& corpus) {
    for_blocks(text_.size(), half(0), [&](std::size_t w, std::size_t first, std::size_t last) {
      Worker& worker = ready(w);
      for (std::size_t p = first; p < last; ++p) {
        if (fates_[p] == Fate::kUsed && !count_forms(p, worker)) fates_[p] = Fate::kTooLong;
      }
    });
    SortedCounts latin;
    SortedCounts english;
    for (Worker& worker : workers_) {
      merge(worker.latin, latin);
      merge(worker.english, english);
    }
    EnglishForms forms;
    for (const DictionaryEntry& entry : entries) {
      for (const Gloss& gloss : entry.glosses) {
        for (const GlossWord& word : gloss) {
          if (word.weight >= 1) english[std::string(forms.form_of(word.word))] += limits_.min_count;
        }
      }
    }
    for (const auto& [word, count] : words_.counts()) corpus.chinese.add(word);
    add_frequent(latin, limits_.min_count, corpus.chinese);
    add_frequent(english, limits_.min_count, corpus.english);
  }

  /// Second pass: the pairs as numbers.
  void number_pairs(TrainingCorpus& corpus) {
    struct Block {
      IdCorpus pairs;
      std::vector<std::uint32_t> text_numbers;
    };
    std::map<std::size_t, Block> blocks;  // by their first pair
    std::mutex mutex;
    for_blocks(text_.size(), half(1), [&](std::size_t w, std::size_t first, std::size_t last) {
      Worker& worker = ready(w);
      Block block;
      std::vector<std::uint32_t> source;
      std::vector<std::uint32_t> target;
      for (std::size_t p = first; p < last; ++p) {
        if (fates_[p] != Fate::kUsed) continue;
        source.clear();
        target.clear();
        number_side(*worker.splitter, text_.chinese(p), corpus.chinese, source);
        number_side(*worker.splitter, text_.english(p), corpus.english, target);
        if (source.empty() || target.empty()) {
          fates_[p] = Fate::kTooLong;
          continue;
        }
        block.pairs.add(source, target);
        block.text_numbers.push_back(static_cast<std::uint32_t>(p));
      }
      const std::lock_guard lock(mutex);
      blocks.emplace(first, std::move(block));
    });
    for (const auto& [first, block] : blocks) {
      for (std::size_t p = 0; p < block.pairs.size(); ++p) {
        corpus.pairs.add(block.pairs.source(p), block.pairs.target(p));
      }
      corpus.text_numbers.insert(corpus.text_numbers.end(), block.text_numbers.begin(),
                                 block.text_numbers.end());
    }
    std::vector<std::uint64_t> zh_counts(corpus.chinese.size(), 0);
    std::vector<std::uint64_t> en_counts(corpus.english.size(), 0);
    for (std::size_t p = 0; p < corpus.pairs.size(); ++p) {
      for (const std::uint32_t id : corpus.pairs.source(p)) ++zh_counts[id];
      for (const std::uint32_t id : corpus.pairs.target(p)) ++en_counts[id];
    }
    corpus.chinese_probabilities = normalised(zh_counts);
    corpus.english_probabilities = normalised(en_counts);
  }

  void count_fates(std::vector<Manifest::Pairs>& counts) const {
    const auto& sources = text_.sources();
    for (std::size_t s = 0; s < sources.size() && s < counts.size(); ++s) {
      const std::size_t end = s + 1 < sources.size() ? sources[s + 1].begin : text_.size();
      for (std::size_t p = sources[s].begin; p < end; ++p) {
        ++counts[s].pairs;
        if (fates_[p] == Fate::kUsed) ++counts[s].used;
        if (fates_[p] == Fate::kRepeated) ++counts[s].repeated;
        if (fates_[p] == Fate::kTooLong) ++counts[s].too_long;
      }
    }
  }

 private:
  [[nodiscard]] Worker& ready(std::size_t number) {
    Worker& worker = workers_[number];
    if (!worker.splitter) worker.splitter = std::make_unique<WordSplitter>(folding_, words_);
    return worker;
  }

  /// The first or the second half of the whole.
  [[nodiscard]] Running half(int which) const {
    Running part = running_;
    part.progress = [this, which](double done) {
      if (running_.progress) running_.progress((which + done) / 2);
    };
    return part;
  }

  /// Adds the forms of a pair to the worker's counts, unless a side is empty or too long.
  [[nodiscard]] bool count_forms(std::size_t pair, Worker& worker) const {
    worker.zh_forms.clear();
    worker.en_forms.clear();
    std::size_t zh_words = 0;
    worker.splitter->split(text_.chinese(pair), 0, [&](const WrittenWord& word) {
      ++zh_words;
      if (word.kind != text::TokenKind::kHan) worker.zh_forms.emplace_back(word.form);
    });
    worker.splitter->split(text_.english(pair), 0, [&](const WrittenWord& word) {
      worker.en_forms.emplace_back(word.form);
    });
    if (zh_words == 0 || worker.en_forms.empty() || zh_words > limits_.max_words ||
        worker.en_forms.size() > limits_.max_words) {
      return false;
    }
    for (std::string& form : worker.zh_forms) ++worker.latin[std::move(form)];
    for (std::string& form : worker.en_forms) ++worker.english[std::move(form)];
    return true;
  }

  const ParallelText& text_;
  const ChineseWords& words_;
  const HanFolding& folding_;
  const CorpusLimits& limits_;
  const Running& running_;
  std::vector<Fate> fates_;
  std::vector<Worker> workers_;
};

}  // namespace

TrainingCorpus make_corpus(const ParallelText& text, const ChineseWords& words,
                           const std::vector<DictionaryEntry>& entries, const HanFolding& folding,
                           const CorpusLimits& limits, const Running& running,
                           std::vector<Manifest::Pairs>& counts) {
  TrainingCorpus corpus;
  CorpusMaker maker(text, words, folding, limits, running);
  maker.choose_vocabularies(entries, corpus);
  maker.number_pairs(corpus);
  maker.count_fates(counts);
  return corpus;
}

}  // namespace duizhao::model
