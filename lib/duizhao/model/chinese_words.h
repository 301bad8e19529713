#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "duizhao/model/blocks.h"
#include "duizhao/model/parallel_text.h"
#include "duizhao/model/word_splitter.h"

namespace duizhao::model {

/// Count of a word that the dictionaries have and the training text does not.
inline constexpr double kUnseenCount = 0.3;

/// The words of Chinese with their counts in the training text, found by segmenting it into the
/// dictionaries' headwords and counting anew, several times over. Usable as segmentation costs.
class ChineseWords final : public WordCosts {
 public:
  /// `headwords` are Han strings in simplified characters.
  explicit ChineseWords(const std::vector<std::string>& headwords);

  /// Counts the words of the Chinese side of `text`. Characters that are no headword become words
  /// of their own.
  void count(const ParallelText& text, const HanFolding& folding, const Running& running);

  [[nodiscard]] WordCost cost(std::string_view word) const override;

  /// Every word and how often it was counted, in the order of their bytes.
  [[nodiscard]] std::map<std::string, std::uint64_t> counts() const;
  /// Takes up what counts() returned, instead of counting.
  void restore(const std::map<std::string, std::uint64_t>& counts);

 private:
  struct WordCount {
    std::uint64_t count = 0;
    bool word = false;
    bool begins_longer_word = false;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>()(word);
    }
  };
  void add_word(const std::string& word, std::uint64_t count);
  void sum_up();

  std::unordered_map<std::string, WordCount, Hash, std::equal_to<>> entries_;
  double total_ = 0;  ///< 0 before the first count: every word costs the same
};

}  // namespace duizhao::model
