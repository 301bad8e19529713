#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/core/error.h"
#include "duizhao/core/span.h"
#include "duizhao/model/packed_translation.h"
#include "duizhao/model/weights.h"
#include "duizhao/text/subwords.h"
#include "duizhao/text/tokens.h"

namespace duizhao::model {

class ModelFile;

/// A word of the lexicon as it stands in a text: a Chinese word, an English word by its stem, a
/// number, a punctuation mark.
struct Word {
  Span span;
  std::uint32_t id = 0;  ///< number in the vocabulary of its language, or kUnknownWord
  /// Hash of the written form. Latin words and numbers that are the same in both languages have the
  /// same hash, so that a name or a figure finds itself without the lexicon.
  std::uint64_t form_hash = 0;
  text::TokenKind kind = text::TokenKind::kWord;  ///< a Chinese word is kHan
  /// Of a Latin word: hash of what is written, with its ending, in lower case and without
  /// diacritics.
  std::uint64_t folded_hash = 0;
};

inline constexpr std::uint32_t kUnknownWord = 0xFFFFFFFF;

/// Words this common are function words, which relate everything to everything.
inline constexpr float kFunctionWord = 2e-3F;

/// A translation of a word, with p(target | source).
struct Translation {
  std::uint32_t id = 0;
  float probability = 0;
};

/// The translations of a word, most likely first, as they stand in the mapped file: a view that is
/// valid as long as the lexicon, and whose elements are made as they are read.
class Translations {
 public:
  class Iterator {
   public:
    using iterator_concept = std::forward_iterator_tag;
    using iterator_category = std::input_iterator_tag;  // dereferencing makes a value
    using value_type = Translation;
    using difference_type = std::ptrdiff_t;
    using reference = Translation;
    using pointer = void;

    Iterator() = default;
    Iterator(const std::uint32_t* packed, const float* probabilities)
        : packed_(packed), probabilities_(probabilities) {}
    Translation operator*() const {
      return {packed_id(*packed_), probabilities_[packed_step(*packed_)]};
    }
    Iterator& operator++() {
      ++packed_;
      return *this;
    }
    Iterator operator++(int) {
      const Iterator before = *this;
      ++packed_;
      return before;
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.packed_ == b.packed_; }

   private:
    const std::uint32_t* packed_ = nullptr;
    const float* probabilities_ = nullptr;
  };

  Translations() = default;
  /// `probabilities` are those of each quantisation step.
  Translations(std::span<const std::uint32_t> packed, const float* probabilities)
      : packed_(packed), probabilities_(probabilities) {}

  [[nodiscard]] std::size_t size() const { return packed_.size(); }
  [[nodiscard]] bool empty() const { return packed_.empty(); }
  [[nodiscard]] Translation operator[](std::size_t i) const {
    return *Iterator(packed_.data() + i, probabilities_);
  }
  [[nodiscard]] Translation front() const { return (*this)[0]; }
  /// Begins to fetch them from memory: the tables are far larger than what processors keep at hand.
  void prefetch() const { __builtin_prefetch(packed_.data()); }
  [[nodiscard]] Iterator begin() const { return {packed_.data(), probabilities_}; }
  [[nodiscard]] Iterator end() const { return {packed_.data() + packed_.size(), probabilities_}; }

 private:
  std::span<const std::uint32_t> packed_;
  const float* probabilities_ = nullptr;
};

/// The translation lexicon p(en|zh) and p(zh|en) with the unigrams of both languages, read from a
/// memory-mapped model file (models/FORMAT.md). Immutable and safe to share between threads.
class Lexicon {
 public:
  /// Fails on a file that is missing, truncated, damaged or of another version. The weights beside
  /// it (weights_path()) are opened with it, and must have been fitted on it; where there are none,
  /// weights() are all 0.
  [[nodiscard]] static Result<Lexicon> open(const std::string& path);

  /// The same with the weights of that file, whichever lexicon they were fitted on.
  [[nodiscard]] static Result<Lexicon> open(const std::string& path, const std::string& weights);

  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  ~Lexicon();

  /// Splits a text into words, in order: Chinese by the most likely segmentation under the
  /// vocabulary, after folding traditional characters and widths; English by word, folded and
  /// stemmed. Punctuation and digits are words too where the vocabulary has them.
  /// Spans point into `text`, shifted by `offset`.
  [[nodiscard]] std::vector<Word> words(std::string_view text, Language language,
                                        std::size_t offset = 0) const;

  /// Translations of a word of `language` into the other one, most likely first.
  [[nodiscard]] Translations translations(Language language, std::uint32_t id) const;

  /// The sum of the probabilities of the translations that are listed of a word.
  [[nodiscard]] float listed(Language language, std::uint32_t id) const;

  /// The words of the same language that a walk of two steps leads to, from word to translation to
  /// the translation's translations, each once with the probability of its likeliest walk, where
  /// that is likely at all and the translation is no function word. Found when a word is first
  /// asked about, and kept.
  [[nodiscard]] std::span<const Translation> near_words(Language language, std::uint32_t id) const;

  /// p(id) among the words of running text of `language`; a small value for kUnknownWord.
  [[nodiscard]] float probability(Language language, std::uint32_t id) const;

  /// Whether a word is as common as kFunctionWord: told without looking into tables that are large.
  [[nodiscard]] bool is_function_word(Language language, std::uint32_t id) const;

  /// The written form of a word: a Chinese word, an English stem.
  [[nodiscard]] std::string_view form(Language language, std::uint32_t id) const;

  [[nodiscard]] std::size_t size(Language language) const;

  /// What was fitted on this lexicon, or on the one that Weights::lexicon names; valid as long as
  /// the lexicon.
  [[nodiscard]] const Weights& weights() const;

  /// The model, which may have other things as well.
  [[nodiscard]] const ModelFile& file() const;

  /// ModelFile::checksum() of the model.
  [[nodiscard]] std::uint64_t checksum() const;

  /// The SentencePiece vocabulary of a language: of English in lower case without diacritics, of
  /// Chinese in simplified characters. Read at the first call, which takes some milliseconds; null
  /// where the model has none.
  [[nodiscard]] const text::Subwords* pieces(Language language) const;

  /// Guesses at the Chinese translations of an English word that the vocabulary lacks, by the words
  /// that its pieces are part of, most likely first: "macroprudential" → 宏观, 审慎. They are much
  /// less sure than translations(); probabilities sum to at most 1. Empty where no piece tells
  /// anything. `word` is one word as it stands in a text.
  [[nodiscard]] std::vector<Translation> guesses(std::string_view word) const;

 private:
  struct Impl;
  explicit Lexicon(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace duizhao::model
