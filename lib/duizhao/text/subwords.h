#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"
#include "duizhao/core/span.h"

namespace duizhao::text {

/// A piece of a word, as it stands in a text.
struct Subword {
  Span span;             ///< without the white space before it; never empty
  std::uint32_t id = 0;  ///< number in the vocabulary; 0 for a piece that it does not have
};

/// Splits text into the pieces of a vocabulary that was trained for it (SentencePiece). Immutable
/// and safe to share between threads; prints nothing.
class Subwords {
 public:
  /// `model` is what train_subwords returned; it is copied. Fails on anything else.
  [[nodiscard]] static Result<Subwords> load(std::string_view model);

  Subwords(Subwords&&) noexcept;
  Subwords& operator=(Subwords&&) noexcept;
  ~Subwords();

  /// The pieces of `text`, in order. Full-width letters and compatibility forms are folded to find
  /// them (NFKC); the spans are those of the original bytes, shifted by `offset`. They cover all of
  /// the text but white space and characters that the folding drops.
  [[nodiscard]] std::vector<Subword> encode(std::string_view text, std::size_t offset = 0) const;

  /// The form of a piece; U+2581 stands for the space before a word.
  [[nodiscard]] std::string_view piece(std::uint32_t id) const;

  /// The number of pieces.
  [[nodiscard]] std::size_t size() const;

 private:
  struct Impl;
  explicit Subwords(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

struct SubwordTraining {
  std::size_t vocabulary_size = 16000;
  /// Share of the characters that get a piece of their own; the rare rest is unknown.
  double character_coverage = 0.9995;
  /// Longest piece, in characters.
  std::size_t longest_piece = 16;
  /// At most so many texts are learned from, drawn among all, the same in every run; 0 for all.
  /// Memory grows with them.
  std::size_t most_texts = 500'000;
};

/// Learns a vocabulary by the unigram language model (Kudo 2018, Subword Regularization) from the
/// texts that `next` writes into its empty argument until it returns false. The same texts give the
/// same model on every machine, since the number of threads, which changes the result, is fixed.
/// Fails where the texts are too few for the vocabulary.
[[nodiscard]] Result<std::string> train_subwords(const std::function<bool(std::string&)>& next,
                                                 const SubwordTraining& options);

}  // namespace duizhao::text
