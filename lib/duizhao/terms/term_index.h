#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/term_entry.h"
#include "duizhao/terms/double_array.h"
#include "duizhao/terms/english_ending.h"
#include "duizhao/terms/folded_text.h"
#include "duizhao/terms/variants.h"

namespace duizhao::terms {

/// The written forms of all terms of one language, folded, in a trie. Immutable once built.
class TermIndex {
 public:
  /// A form that stands at characters [first, last) of a folded text.
  struct Hit {
    std::uint32_t first;
    std::uint32_t last;
    std::uint32_t entry;
    std::uint32_t term;
    TermForm form;
    bool same_case;  ///< the capitals of the term are capitals in the text

    friend bool operator==(const Hit&, const Hit&) = default;
  };

  TermIndex() = default;
  TermIndex(const std::vector<TermEntry>& entries, Language language);

  /// Appends every form that stands in `text`, by its begin; shorter ones first.
  void find(const FoldedText& text, std::vector<Hit>& hits) const;

 private:
  /// One way to read a key.
  struct Pattern {
    std::uint32_t entry;
    std::uint32_t term;
    std::uint32_t shape;  ///< into shapes_, a byte per character of the key
    TermForm form;
    EnglishEnding ending;
  };

  void match_from(const FoldedText& text, std::uint32_t first, std::vector<Hit>& hits) const;
  void match_key(const FoldedText& text, std::uint32_t first, std::uint32_t end, std::uint32_t key,
                 std::vector<Hit>& hits) const;
  [[nodiscard]] std::string_view key_text(std::uint32_t key) const {
    return std::string_view(keys_).substr(key_begins_[key],
                                          key_begins_[key + 1] - key_begins_[key]);
  }

  DoubleArray trie_;
  std::string keys_;                           ///< all keys, one behind the other
  std::vector<std::uint32_t> key_begins_;      ///< of key k, and the end of the last
  std::vector<std::uint32_t> pattern_begins_;  ///< the patterns of key k, and the end of the last
  std::vector<Pattern> patterns_;
  std::vector<std::uint8_t> shapes_;  ///< gap before a character, and kUpper
};

}  // namespace duizhao::terms
