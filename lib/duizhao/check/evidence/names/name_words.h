#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "duizhao/check/evidence/names/glossed_words.h"
#include "duizhao/core/span.h"
#include "duizhao/names/sound.h"
#include "duizhao/pair/links.h"
#include "duizhao/pair/passage.h"

namespace duizhao::check {

/// The Chinese side of a bead by its sound, prepared when a name is first looked for.
class SoundedPassage {
 public:
  explicit SoundedPassage(const pair::Passage& chinese) : chinese_(&chinese) {}

  [[nodiscard]] const names::SoundedText& text() {
    if (!text_) text_.emplace(chinese_->text(), chinese_->span.begin);
    return *text_;
  }

 private:
  const pair::Passage* chinese_;
  std::optional<names::SoundedText> text_;
};

/// A word of the English side that is part of a name, and what of it the Chinese side has. Not to
/// be shared between threads.
struct NameWord {
  Span span;
  std::size_t word = 0;   ///< its number among the words of the passage
  bool initial = false;   ///< a sentence begins with it, so that its capital says nothing
  bool written = false;   ///< the Chinese has it in Latin letters
  bool spelled = false;   ///< pinyin or another spelling of characters that the Chinese has
  bool region = false;    ///< names a country that the Chinese names
  bool glossed = false;   ///< the English text gives its Chinese in brackets
  double missing = 0;     ///< log-odds of the lexicon that it has no counterpart
  std::string_view stem;  ///< as it is written, without_possessive()
  std::shared_ptr<SoundedPassage> chinese;

  /// What in the Chinese sounds like it, kSoundsLike of it at least: looked for when it is first
  /// asked for, which for most words is never.
  [[nodiscard]] const names::SoundMatch& sound() const;

 private:
  mutable std::optional<names::SoundMatch> sound_;
};

/// What says less of a name is no transliteration of it.
inline constexpr double kSoundsLike = 0.45;

/// An English name without the 's of a possessive.
[[nodiscard]] std::string_view without_possessive(std::string_view name);

/// The capitalised words of the English side, in order; acronyms and single letters are none.
/// `linked` are the links of the English words to the Chinese ones, `regions` the places that name
/// a country which both sides name; `glossed` may be null.
[[nodiscard]] std::vector<NameWord> name_words(const pair::Passage& english,
                                               std::span<const pair::LinkedWord> linked,
                                               const pair::Passage& chinese,
                                               std::span<const Span> regions,
                                               const GlossedWords* glossed);

/// Chinese that nothing in the English accounts for, where a name may stand.
struct StrangeRun {
  Span span;
  double missing = 0;    ///< sum of the log-odds that its words have no counterpart
  bool titled = false;   ///< inside 《》
  bool foreign = false;  ///< a part of a name with interpuncts: 雅克·希拉克
};

/// The runs of Han characters of the Chinese side that neither the lexicon explains nor the sound
/// of a word of `names`.
[[nodiscard]] std::vector<StrangeRun> strange_runs(const pair::Passage& chinese,
                                                   std::span<const pair::LinkedWord> linked,
                                                   std::span<const NameWord> names);

}  // namespace duizhao::check
