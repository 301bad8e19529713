#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/core/error.h"
#include "duizhao/model/lexicon.h"

namespace duizhao::model {

class ModelFile;

/// Small language models of Chinese and English, over Chinese words as the lexicon has them and
/// English words as written, in lower case: trigrams with "stupid
/// backoff" (Brants et al., "Large Language Models in Machine Translation", 2007), pruned to what
/// tells most and stored as fingerprints. They say which words go together, not what is grammatical
/// in every detail. Read from the same memory-mapped file as the lexicon; immutable and safe to
/// share between threads.
class LanguageModel {
 public:
  /// Fails on a model file that is missing, damaged, or has no language models.
  [[nodiscard]] static Result<LanguageModel> open(const std::string& path);
  /// The same of a file that is open already, and is shared with whoever opened it.
  [[nodiscard]] static Result<LanguageModel> open(const ModelFile& file);

  LanguageModel(LanguageModel&&) noexcept;
  LanguageModel& operator=(LanguageModel&&) noexcept;
  ~LanguageModel();

  /// For each word the natural logarithm of its score after the words before it: a relative
  /// frequency, discounted where a shorter history had to do. `words` is a sentence or more.
  [[nodiscard]] std::vector<float> scores(Language language, std::span<const Word> words) const;

  /// For each word by how much likelier the two words behind it, which remember it, would be
  /// without it: a difference of such logarithms. High for a word that somebody put between two
  /// that belong together. `scores` are those of the words.
  [[nodiscard]] std::vector<float> skip_gain(Language language, std::span<const Word> words,
                                             std::span<const float> scores) const;

 private:
  struct Impl;
  explicit LanguageModel(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Counts n-grams and makes a section of a model file of them.
class LanguageModelTrainer {
 public:
  LanguageModelTrainer();
  ~LanguageModelTrainer();
  LanguageModelTrainer(const LanguageModelTrainer&) = delete;
  LanguageModelTrainer& operator=(const LanguageModelTrainer&) = delete;

  void add(std::span<const Word> sentence);

  /// N-grams of two and three words seen less than `least` times are left out, and of the others
  /// all but the `most` that change the model most.
  [[nodiscard]] std::string section(std::uint32_t least, std::size_t most) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Name of a language's section in the model file.
[[nodiscard]] std::string_view language_model_section(Language language);

}  // namespace duizhao::model
