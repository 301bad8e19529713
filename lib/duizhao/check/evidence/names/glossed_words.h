#pragma once

#include <string_view>
#include <unordered_set>

namespace duizhao::check {

/// The words of an English text that a bracket with Chinese follows, as in "Harbourlight
/// Semiconductor Corp (港燈半導體)": the reader has their Chinese. Whether the translation has it
/// is for another rule to say.
class GlossedWords {
 public:
  /// Looks through the text once; it must outlive what is made of it.
  explicit GlossedWords(std::string_view english);

  /// `word` without the 's of a possessive.
  [[nodiscard]] bool has(std::string_view word) const { return words_.contains(word); }

 private:
  std::unordered_set<std::string_view> words_;
};

}  // namespace duizhao::check
