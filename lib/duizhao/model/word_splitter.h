#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/core/span.h"
#include "duizhao/model/english_form.h"
#include "duizhao/model/segmentation.h"
#include "duizhao/text/tokens.h"

namespace duizhao::model {

/// Folds traditional characters to simplified ones, one by one. The table has an entry for each
/// code point from kFirst to kLast; characters outside stay as they are.
struct HanFolding {
  static constexpr char32_t kFirst = 0x3400;
  static constexpr char32_t kLast = 0x9FFF;
  static constexpr std::size_t kSize = kLast - kFirst + 1;

  std::span<const std::uint16_t> table;

  [[nodiscard]] char32_t operator()(char32_t c) const {
    return c >= kFirst && c <= kLast && !table.empty() ? table[c - kFirst] : c;
  }
  [[nodiscard]] std::string folded(std::string_view text) const;
};

/// What segmentation asks of a vocabulary.
class WordCosts {
 public:
  WordCosts() = default;
  WordCosts(const WordCosts&) = default;
  WordCosts& operator=(const WordCosts&) = default;
  virtual ~WordCosts() = default;
  [[nodiscard]] virtual WordCost cost(std::string_view word) const = 0;
  /// Begins to fetch from memory what cost() of the same will ask for.
  virtual void fetch(std::string_view /*word*/) const {}
};

/// A word by its written form, before it has a number.
struct WrittenWord {
  Span span;
  text::TokenKind kind = text::TokenKind::kWord;
  std::string_view form;          ///< valid only during the visit
  std::uint64_t folded_hash = 0;  ///< of a Latin word: Word::folded_hash
  /// Of a Latin word: what was put there when the splitter last met it, by language.
  std::array<std::optional<NumberedForm>, 2>* numbered = nullptr;
};

/// Splits running text into words: Han runs into words, simplified; Latin words by their English
/// form; numbers in ASCII digits without grouping separators; punctuation as it stands. Used alike
/// in training and at run time. Keeps buffers and the forms of words that it met; not thread-safe.
class WordSplitter {
 public:
  /// `costs` must outlive the splitter.
  WordSplitter(HanFolding folding, const WordCosts& costs) : folding_(folding), costs_(costs) {}

  /// Calls `visit` with the words of `text`, in order, their spans shifted by `offset`.
  void split(std::string_view text, std::size_t offset,
             const std::function<void(const WrittenWord&)>& visit);

 private:
  void split_han(std::string_view text, Span run, std::size_t offset,
                 const std::function<void(const WrittenWord&)>& visit);

  HanFolding folding_;
  const WordCosts& costs_;
  EnglishForms english_;
  Segmenter segmenter_;
  std::vector<text::Token> tokens_;
  std::string form_;  ///< of a number, or a folded Han run
  std::vector<std::size_t> boundaries_;
  std::vector<std::size_t> folded_boundaries_;
};

}  // namespace duizhao::model
