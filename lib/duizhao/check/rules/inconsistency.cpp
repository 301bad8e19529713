#include "duizhao/check/rules/inconsistency.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "duizhao/check/evidence/form/repetition_index.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/edit_distance.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// Words that are more common than this hold sentences together.
constexpr float kFunction = 1e-3F;
/// Source words that are more common are translated as the sentence wants.
constexpr float kEveryday = 3e-4F;
/// A word that is translated by another has at least this probability.
constexpr float kTranslates = 0.03F;
/// A word that has a translation of at least this probability is said.
constexpr float kSaid = 0.1F;
/// A word that has less is not said.
constexpr float kUnsaid = 0.005F;
/// So many words of two sources differ at most where they are nearly the same, so many are shared
/// at least, and so large a part of the longer one.
constexpr std::size_t kMostDifferent = 2;
constexpr std::size_t kFewestShared = 4;
constexpr double kShared = 0.7;
/// Words of fewer bytes are letters and acronyms, which may stand for anything.
constexpr std::size_t kLeastBytes = 3;
/// Other translations that are longer, in characters, are told by what differs.
constexpr std::size_t kQuoted = 40;
/// Texts of more words than this are not compared word by word.
constexpr std::size_t kLongest = 400;

using Words = std::vector<model::Word>;

/// One side of a segment in words, without punctuation.
struct Version {
  std::string_view text;
  Language language = Language::kUnknown;
  Words words;

  Version(std::string_view of, Language in, const model::Lexicon& lexicon)
      : text(of), language(in), words(lexicon.words(of, in)) {
    std::erase_if(
        words, [](const model::Word& word) { return word.kind == text::TokenKind::kPunctuation; });
  }
  [[nodiscard]] std::string_view written(const model::Word& word) const {
    return word.span.in(text);
  }
  [[nodiscard]] bool has(const model::Word& word) const {
    return std::any_of(words.begin(), words.end(),
                       [&](const model::Word& other) { return other.form_hash == word.form_hash; });
  }
};

/// Stretches of two texts that stand for each other and differ; either may be empty.
struct Region {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t other_begin = 0;
  std::size_t other_end = 0;
};

bool are_same(const model::Word& a, const model::Word& b) {
  if (a.kind == text::TokenKind::kNumber && b.kind == text::TokenKind::kNumber) return true;
  return a.form_hash == b.form_hash;
}

/// Where two texts differ, by their longest common subsequence of words; numbers are all the same.
std::vector<Region> regions_of(const Words& some, const Words& others) {
  const std::size_t width = others.size() + 1;
  std::vector<std::uint16_t> common((some.size() + 1) * width, 0);
  for (std::size_t i = some.size(); i-- > 0;) {
    for (std::size_t j = others.size(); j-- > 0;) {
      const auto at = [&](std::size_t a, std::size_t b) { return common[a * width + b]; };
      common[i * width + j] = are_same(some[i], others[j])
                                  ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1)
                                  : std::max(at(i + 1, j), at(i, j + 1));
    }
  }
  std::vector<Region> regions;
  Region region;
  const auto finish = [&](std::size_t i, std::size_t j) {
    region.end = i;
    region.other_end = j;
    if (region.begin < i || region.other_begin < j) regions.push_back(region);
  };
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < some.size() && j < others.size()) {
    if (are_same(some[i], others[j])) {
      finish(i, j);
      ++i;
      ++j;
      region = {i, i, j, j};
    } else if (common[(i + 1) * width + j] >= common[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  finish(some.size(), others.size());
  return regions;
}

/// Whether two texts are the same but for a stretch of some words; spares the others the look at
/// every word.
bool are_alike(std::string_view a, std::string_view b) {
  constexpr std::size_t kStretch = 60;  // bytes
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t first = 0;
  while (first < shorter && a[first] == b[first]) ++first;
  std::size_t last = 0;
  while (last < shorter - first && a[a.size() - 1 - last] == b[b.size() - 1 - last]) ++last;
  return std::max(a.size(), b.size()) - first - last <= kStretch;
}

class Comparison {
 public:
  Comparison(const Translated& here, const Translated& there, Language source_language,
             const model::Lexicon& lexicon)
      : lexicon_(lexicon),
        source_(here.source, source_language, lexicon),
        other_source_(there.source, source_language, lexicon),
        target_(here.target, other_language(source_language), lexicon),
        other_target_(there.target, other_language(source_language), lexicon) {}

  [[nodiscard]] bool is_too_long() const {
    return std::max({source_.words.size(), other_source_.words.size(), target_.words.size(),
                     other_target_.words.size()}) > kLongest;
  }

  std::optional<Finding> same_source(std::size_t line) {
    std::vector<Region> differing = regions_of(target_.words, other_target_.words);
    std::erase_if(differing, [this](const Region& region) { return is_mirrored(region); });
    if (differing.empty()) return std::nullopt;
    const Region& first = *std::max_element(
        differing.begin(), differing.end(),
        [this](const Region& a, const Region& b) { return content_of(a) < content_of(b); });
    Finding finding = made_same_source(first, told_word(differing, {}, {}));
    if (content_of(first) == 0) finding.severity = Severity::kNeutral;
    finding.with("lines", LineNumbers{{line}});
    if (source_.text == other_source_.text) finding.suggestion = std::string(other_target_.text);
    return finding;
  }

  std::optional<Finding> like_source(std::size_t line) {
    const std::vector<Region> differences = regions_of(source_.words, other_source_.words);
    Words only_here;
    Words only_there;
    take(differences, only_here, only_there);
    const std::size_t most = std::max(only_here.size(), only_there.size());
    const std::size_t longer = std::max(source_.words.size(), other_source_.words.size());
    if (most > kMostDifferent || longer - most < kFewestShared ||
        static_cast<double>(longer - most) < kShared * static_cast<double>(longer)) {
      return std::nullopt;
    }
    // The first stretches that differ may be what differs in the sources, though the lexicon does
    // not know it: 上翘 and 下俯 for "tilts upwards" and "tilts downwards".
    std::vector<Region> differing = regions_of(target_.words, other_target_.words);
    const auto has_word = [&](const Region& region) { return has_content_of_source(region); };
    if (std::ssize(differing) <= std::count_if(differences.begin(), differences.end(), has_word)) {
      return std::nullopt;
    }
    std::erase_if(differing, [this](const Region& region) { return is_mirrored(region); });
    const auto source_word = told_word(differing, only_here, only_there);
    if (!source_word) return std::nullopt;
    Finding finding = made(kind(kInconsistencyKinds, "inconsistency/word-in-like-source"));
    finding.source = source_word->source->span;
    finding.target = source_word->target->span;
    tell(*source_word, finding);
    return std::move(finding.with("lines", LineNumbers{{line}}));
  }

  std::optional<Finding> same_target(std::size_t line) {
    // Of the words that stand in one another's place, the two of which the translation says one
    // most surely, and the other one not at all.
    const model::Word* here = nullptr;
    const model::Word* there = nullptr;
    float most = 0;
    bool says_here = false;
    for (const Region& region : regions_of(source_.words, other_source_.words)) {
      if (words_in(source_, region.begin, region.end) > kMostDifferent ||
          words_in(other_source_, region.other_begin, region.other_end) > kMostDifferent) {
        continue;
      }
      for (std::size_t i = region.begin; i < region.end; ++i) {
        for (std::size_t j = region.other_begin; j < region.other_end; ++j) {
          const float of_here = said(source_.words[i], source_, other_source_);
          const float of_there = said(other_source_.words[j], other_source_, source_);
          if (std::min(of_here, of_there) < 0 || std::min(of_here, of_there) >= kUnsaid) continue;
          if (std::max(of_here, of_there) < std::max(kSaid, most)) continue;
          most = std::max(of_here, of_there);
          says_here = of_here > of_there;
          here = &source_.words[i];
          there = &other_source_.words[j];
        }
      }
    }
    if (here == nullptr) return std::nullopt;
    const std::string_view source_word = whole(source_, *here);
    const std::string_view other = whole(other_source_, *there);
    if (are_forms_of_one(source_word, other) || mean_the_same(*here, *there)) return std::nullopt;
    Finding finding = made(kind(kInconsistencyKinds, "inconsistency/one-translation"));
    finding.source = here->span;
    return std::move(finding.with("here", source_word)
                         .with("there", other)
                         .with("lines", LineNumbers{{line}})
                         .with("said", says_here ? source_word : other));
  }

 private:
  /// A word of the source and what the two translations have for it.
  struct ToldWord {
    const model::Word* source = nullptr;
    const model::Word* target = nullptr;
    const model::Word* other = nullptr;
  };

  [[nodiscard]] Finding made(const FindingKind& what) const {
    Finding finding(what);
    finding.source = Span{0, source_.text.size()};
    finding.target = Span{0, target_.text.size()};
    return finding;
  }

  void tell(const ToldWord& source_word, Finding& finding) const {
    finding.with("word", source_.written(*source_word.source))
        .with("here", target_.written(*source_word.target))
        .with("there", other_target_.written(*source_word.other));
  }

  /// What the target has otherwise where the source is the same: `first` is where most differs.
  [[nodiscard]] Finding made_same_source(const Region& first,
                                         const std::optional<ToldWord>& word) const {
    if (word) {
      Finding finding = made(kind(kInconsistencyKinds, "inconsistency/word"));
      tell(*word, finding);
      return finding;
    }
    if (text::count_code_points(other_target_.text) <= kQuoted) {
      return std::move(made(kind(kInconsistencyKinds, "inconsistency/segment"))
                           .with("translation", other_target_.text));
    }
    Finding finding = made(kind(kInconsistencyKinds, "inconsistency/part"));
    tell_part("there", other_target_, first.other_begin, first.other_end, finding);
    tell_part("here", target_, first.begin, first.end, finding);
    return finding;
  }

  /// Words of a side; no argument at all where there are none.
  static void tell_part(std::string_view name, const Version& side, std::size_t begin,
                        std::size_t end, Finding& finding) {
    if (begin == end) return;
    finding.with(name, side.words[begin].span.joined(side.words[end - 1].span).in(side.text));
  }

  /// The words of the regions, less those that only moved.
  void take(const std::vector<Region>& regions, Words& only_here, Words& only_there) const {
    for (const Region& region : regions) {
      for (std::size_t i = region.begin; i < region.end; ++i) {
        if (!other_source_.has(source_.words[i])) only_here.push_back(source_.words[i]);
      }
      for (std::size_t j = region.other_begin; j < region.other_end; ++j) {
        if (!source_.has(other_source_.words[j])) only_there.push_back(other_source_.words[j]);
      }
    }
  }

  [[nodiscard]] float frequency(const Version& side, const model::Word& word) const {
    return lexicon_.probability(side.language, word.id);
  }

  /// Whether a region holds what each source has in its own way: names of functions, figures.
  [[nodiscard]] bool is_mirrored(const Region& region) const {
    const auto stands_in_source = [](const Version& target, std::size_t begin, std::size_t end,
                                     const Version& source) {
      return std::all_of(target.words.begin() + static_cast<std::ptrdiff_t>(begin),
                         target.words.begin() + static_cast<std::ptrdiff_t>(end),
                         [&](const model::Word& word) { return source.has(word); });
    };
    return stands_in_source(target_, region.begin, region.end, source_) &&
           stands_in_source(other_target_, region.other_begin, region.other_end, other_source_);
  }

  [[nodiscard]] bool is_content(const Version& side, const model::Word& word) const {
    return word.kind != text::TokenKind::kNumber && frequency(side, word) < kFunction;
  }

  /// Words of a region that are more than small words and that the other text has nowhere.
  [[nodiscard]] std::size_t content_of(const Region& region) const {
    std::size_t count = 0;
    for (std::size_t i = region.begin; i < region.end; ++i) {
      const model::Word& word = target_.words[i];
      count += is_content(target_, word) && !other_target_.has(word) ? 1 : 0;
    }
    for (std::size_t j = region.other_begin; j < region.other_end; ++j) {
      const model::Word& word = other_target_.words[j];
      count += is_content(other_target_, word) && !target_.has(word) ? 1 : 0;
    }
    return count;
  }

  [[nodiscard]] bool has_content_of_source(const Region& region) const {
    for (std::size_t i = region.begin; i < region.end; ++i) {
      if (is_content(source_, source_.words[i])) return true;
    }
    for (std::size_t j = region.other_begin; j < region.other_end; ++j) {
      if (is_content(other_source_, other_source_.words[j])) return true;
    }
    return false;
  }

  /// p(word | source_word)
  [[nodiscard]] float probability_of(const model::Word& word,
                                     const model::Word& source_word) const {
    if (source_word.id == model::kUnknownWord) return 0;
    for (const model::Translation& translation :
         lexicon_.translations(source_.language, source_word.id)) {
      if (translation.id == word.id) return translation.probability;
    }
    return 0;
  }

  [[nodiscard]] bool explains(const Words& source_words, const model::Word& word) const {
    return std::any_of(source_words.begin(), source_words.end(),
                       [&](const model::Word& source_word) {
                         return probability_of(word, source_word) >= kUnsaid;
                       });
  }

  /// 按 and 按下, 低 and 低级: one word in another form.
  static bool is_part(std::string_view a, std::string_view b) {
    return a.find(b) != std::string_view::npos || b.find(a) != std::string_view::npos;
  }

  /// The word of both sources that the lexicon shows to be translated in two ways, but for what
  /// the words that only one source has account for.
  [[nodiscard]] std::optional<ToldWord> told_word(const std::vector<Region>& regions,
                                                  const Words& only_here,
                                                  const Words& only_there) const {
    std::optional<ToldWord> best;
    float most = 0;
    for (const Region& region : regions) {
      for (std::size_t i = region.begin; i < region.end; ++i) {
        const model::Word& target = target_.words[i];
        if (!is_content(target_, target) || other_target_.has(target)) continue;
        if (explains(only_here, target)) continue;
        for (std::size_t j = region.other_begin; j < region.other_end; ++j) {
          const model::Word& other = other_target_.words[j];
          if (!is_content(other_target_, other) || target_.has(other)) continue;
          if (is_part(target_.written(target), other_target_.written(other))) continue;
          if (explains(only_there, other)) continue;
          for (const model::Word& source_word : source_.words) {
            if (!other_source_.has(source_word) || frequency(source_, source_word) > kEveryday)
              continue;
            const float both =
                std::min(probability_of(target, source_word), probability_of(other, source_word));
            if (both < kTranslates || both <= most) continue;
            most = both;
            best = ToldWord{&source_word, &target, &other};
          }
        }
      }
    }
    return best;
  }

  /// Words with spaces between them, or Chinese ones: NORM.S.DIST is one.
  [[nodiscard]] static std::size_t words_in(const Version& side, std::size_t begin,
                                            std::size_t end) {
    std::size_t source_words = begin < end ? 1 : 0;
    for (std::size_t u = begin + 1; u < end; ++u) {
      const std::size_t last = side.words[u - 1].span.end;
      const Span between{last, side.words[u].span.begin};
      source_words += between.empty() == (side.language == Language::kChinese) ||
                              between.in(side.text).find(' ') != std::string_view::npos
                          ? 1
                          : 0;
    }
    return source_words;
  }

  /// The word with what is written together with it: NORM.S.DIST for its last part.
  static std::string_view whole(const Version& side, const model::Word& word) {
    if (side.language == Language::kChinese) return side.written(word);
    const auto goes_on = [](char c) {
      return text::is_ascii_letter_or_digit(c) || c == '_' || c == '.';
    };
    Span span = word.span;
    while (span.begin > 0 && goes_on(side.text[span.begin - 1])) --span.begin;
    while (span.end < side.text.size() && goes_on(side.text[span.end])) ++span.end;
    while (span.end > word.span.end && side.text[span.end - 1] == '.') --span.end;
    return span.in(side.text);
  }

  /// Whether two words of the source have a translation in common: "close" and "exit".
  [[nodiscard]] bool mean_the_same(const model::Word& some, const model::Word& other) const {
    if (some.id == model::kUnknownWord || other.id == model::kUnknownWord) return false;
    const auto translations = lexicon_.translations(source_.language, some.id);
    return std::any_of(translations.begin(), translations.end(), [&](const auto& translation) {
      model::Word word;
      word.id = translation.id;
      return translation.probability >= kTranslates && probability_of(word, other) >= kUnsaid;
    });
  }

  /// "Unmount" and "mount", "PM2" and "PM10"; or a slip of the pen.
  static bool are_forms_of_one(std::string_view a, std::string_view b) {
    const auto letters_of = [](std::string_view source_word) {
      std::string letters;
      for (const char c : source_word) {
        if (!text::is_ascii_digit(c)) letters.push_back(text::ascii_lower(c));
      }
      return letters;
    };
    const std::string some = letters_of(a);
    const std::string others = letters_of(b);
    return is_part(some, others) || text::edit_distance(some, others) <= 1;
  }

  /// How likely the translation says a word that only one source has: 1 where it has the word
  /// itself, else the best probability of a translation; below 0 where nothing can be said.
  [[nodiscard]] float said(const model::Word& source_word, const Version& side,
                           const Version& other) const {
    if (!is_content(side, source_word) || frequency(side, source_word) > kEveryday ||
        other.has(source_word))
      return -1;
    if (side.written(source_word).size() < kLeastBytes) return -1;
    if (target_.has(source_word)) return 1;
    // Names of functions and the like stay as they are, or they are not said.
    const std::string_view written = side.written(source_word);
    const auto capitals = std::count_if(written.begin(), written.end(), text::is_ascii_upper);
    const bool known = source_word.id != model::kUnknownWord &&
                       !lexicon_.translations(side.language, source_word.id).empty();
    if (!known) return capitals > 1 ? 0 : -1;
    float most = 0;
    for (const model::Word& word : target_.words)
      most = std::max(most, probability_of(word, source_word));
    return most;
  }

  const model::Lexicon& lexicon_;
  Version source_;
  Version other_source_;
  Version target_;
  Version other_target_;
};

}  // namespace

std::optional<Finding> inconsistency(const Translated& here, const Translated& there,
                                     Language source_language, std::size_t line,
                                     const model::Lexicon& lexicon) {
  const bool same_source = essence(here.source) == essence(there.source);
  const bool same_target = essence(here.target) == essence(there.target);
  if (same_source && same_target) return std::nullopt;
  if (!same_source && !same_target && !are_alike(here.source, there.source)) return std::nullopt;
  Comparison comparison(here, there, source_language, lexicon);
  if (comparison.is_too_long()) return std::nullopt;
  if (same_source) return comparison.same_source(line);
  return same_target ? comparison.same_target(line) : comparison.like_source(line);
}

}  // namespace duizhao::check
