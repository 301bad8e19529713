#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "duizhao/check/evidence/names/name_words.h"
#include "duizhao/pair/links.h"
#include "duizhao/pair/passage.h"

namespace duizhao::check {

inline constexpr std::size_t kNameEvidence = model::kNameDoubtWeights - 1;

/// A name of which one version has nothing, or nothing that fits.
struct NameDoubt {
  std::optional<Span> english;  ///< the word that nothing in the Chinese could be
  std::optional<Span> chinese;  ///< what may stand for it, or what nothing in the English could be
  bool unknown = false;         ///< the word is none that the lexicon knows
  bool several = false;         ///< a name of several words, all in doubt
  bool is_name = false;         ///< hardly ever seen: no word, nor one that names are made of
  bool titled = false;          ///< what may stand for it is a title: 《南德日报》
  std::array<double, kNameEvidence> evidence{};
  double log_odds = 0;  ///< that the name is rendered wrongly, fitted on machine translations

  /// A whole name rather than a word with a capital: "Mitchell Gourley".
  [[nodiscard]] bool is_whole() const { return several && is_name; }
  [[nodiscard]] double confidence() const;
};

/// The words of English names that neither the lexicon, nor their sound, nor their spelling finds
/// in the Chinese, and titles and foreign names of the Chinese that the English does not have.
/// Those whose log-odds are `least` or more. `words` are the name_words() of the English.
[[nodiscard]] std::vector<NameDoubt> name_doubts(const pair::Passage& english,
                                                 std::span<const pair::LinkedWord> english_links,
                                                 std::span<const NameWord> words,
                                                 const pair::Passage& chinese,
                                                 std::span<const pair::LinkedWord> chinese_links,
                                                 double least);

}  // namespace duizhao::check
