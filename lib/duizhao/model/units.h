#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/document.h"
#include "duizhao/core/span.h"
#include "duizhao/model/english_form.h"
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
};

/// What segmentation asks of a vocabulary.
class WordCosts {
 public:
  WordCosts() = default;
  WordCosts(const WordCosts&) = default;
  WordCosts& operator=(const WordCosts&) = default;
  virtual ~WordCosts() = default;
  /// -log p(word) in nats; infinity for a string that is no word.
  [[nodiscard]] virtual float cost(std::string_view word) const = 0;
};

/// A unit by its written form, before it has a number.
struct WrittenUnit {
  Span span;
  text::TokenKind kind = text::TokenKind::kWord;
  std::string form;
};

/// Splits running text into units: Han runs into words, simplified; Latin words by their English
/// form; numbers in ASCII digits without grouping separators; punctuation as it stands. Used alike
/// in training and at run time. Not thread-safe.
class UnitSplitter {
 public:
  UnitSplitter(HanFolding folding, const WordCosts& costs) : folding_(folding), costs_(costs) {}

  [[nodiscard]] std::vector<WrittenUnit> split(std::string_view text, std::size_t offset = 0);

 private:
  void split_han(std::string_view text, Span run, std::vector<WrittenUnit>& units,
                 std::size_t offset);

  HanFolding folding_;
  const WordCosts& costs_;
  EnglishForms english_;
};

}  // namespace duizhao::model
