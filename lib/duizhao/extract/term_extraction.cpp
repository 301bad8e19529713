#include "duizhao/extract/term_extraction.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_map>

#include "duizhao/extract/acronyms.h"
#include "duizhao/extract/corpus_alignment.h"
#include "duizhao/extract/phrase_table.h"
#include "duizhao/extract/termhood.h"
#include "duizhao/terms/english_ending.h"
#include "duizhao/terms/folded_text.h"

namespace duizhao::extract {
namespace {

/// An acronym whose own rendering has at most this share of its links inherits the one of what it
/// stands for.
constexpr double kWeakShare = 0.4;

/// A phrase and the best of its renderings.
struct Choice {
  const Rendering* rendering = nullptr;
  double certainty = 0;  ///< probability among the renderings
  double probability = 0;
};

std::string folded(std::string_view text) { return terms::fold(text).bytes; }

/// Without the plural's s.
std::string folded_acronym(std::string_view acronym) {
  if (acronym.size() > 2 && acronym.ends_with('s')) acronym.remove_suffix(1);
  return folded(acronym);
}

class Extraction {
 public:
  Extraction(const Corpus& corpus, const model::Lexicon& lexicon, const ExtractOptions& options)
      : corpus_(corpus), lexicon_(lexicon), options_(options) {}

  std::vector<TermProposal> run(const std::vector<Phrase>& phrases) {
    characters_.resize(corpus_.pairs.size());
    for (const Phrase& phrase : phrases) choices_.push_back(choose(phrase));
    inherit(phrases);
    std::vector<TermProposal> proposals;
    for (std::size_t p = 0; p < phrases.size(); ++p) propose(phrases[p], choices_[p], proposals);
    std::sort(proposals.begin(), proposals.end(), [](const TermProposal& a, const TermProposal& b) {
      if (a.score != b.score) return a.score > b.score;
      return a.english != b.english ? a.english < b.english : a.chinese < b.chinese;
    });
    return proposals;
  }

 private:
  Choice choose(const Phrase& phrase) {
    std::vector<double> scores;
    for (const Rendering& rendering : phrase.renderings) {
      scores.push_back(rendering_score(phrase, rendering, folded_rendering(rendering),
                                       lexicon_.weights().rendering));
    }
    if (scores.empty()) return {};
    const auto best = std::max_element(scores.begin(), scores.end());
    double sum = 0;
    for (const double score : scores) sum += std::exp(score - *best);
    Choice choice;
    choice.rendering = &phrase.renderings[static_cast<std::size_t>(best - scores.begin())];
    choice.certainty = 1 / sum;
    choice.probability =
        entry_probability(phrase, *choice.rendering, choice.certainty, corpus_, lexicon_);
    return choice;
  }

  /// Gives acronyms the rendering of their long form.
  void inherit(const std::vector<Phrase>& phrases) {
    std::unordered_map<std::string, std::size_t> by_text;
    for (std::size_t p = 0; p < phrases.size(); ++p) {
      for (const Surface& surface : phrases[p].surfaces) {
        by_text.emplace(folded(english_of(surface)), p);
      }
    }
    std::map<std::string, std::string> long_forms;
    for (const TextPair& pair : corpus_.pairs) {
      for (const Acronym& acronym : acronyms_of(pair.english)) {
        long_forms.emplace(folded_acronym(acronym.acronym.in(pair.english)),
                           folded(acronym.long_form.in(pair.english)));
      }
    }
    for (std::size_t p = 0; p < phrases.size(); ++p) {
      if (phrases[p].forms.size() != 1) continue;
      const std::string_view written = english_of(phrases[p].surfaces.front());
      const auto long_form = long_forms.find(folded_acronym(written));
      const auto exact = long_forms.find(folded(written));
      const auto& known = exact != long_forms.end() ? exact : long_form;
      if (known == long_forms.end()) continue;
      const auto found = by_text.find(known->second);
      if (found == by_text.end()) continue;
      const Choice& full = choices_[found->second];
      Choice& own = choices_[p];
      const bool weak =
          own.rendering == nullptr || own.rendering->share_sum / phrases[p].count < kWeakShare;
      if (full.rendering == nullptr || !weak) continue;
      own.rendering = full.rendering;
      own.probability = 0.8 * full.probability;
    }
  }

  void propose(const Phrase& phrase, const Choice& choice, std::vector<TermProposal>& proposals) {
    if (choice.rendering == nullptr) return;
    for (const Surface& surface : phrase.surfaces) {
      const double score =
          choice.probability * std::sqrt(static_cast<double>(surface.count) / phrase.count);
      if (score < options_.min_score) continue;
      proposals.push_back({std::string(english_of(surface)), chinese_of(*choice.rendering),
                           choice.rendering->common, score, choice.rendering->example.pair});
    }
  }

  std::string_view english_of(const Surface& surface) const {
    const std::vector<Word>& words = corpus_.english.words[surface.example.pair];
    return words[surface.example.first]
        .span.joined(words[surface.example.last - 1].span)
        .in(corpus_.pairs[surface.example.pair].english);
  }

  const ChineseCharacters& characters(std::size_t pair) {
    if (!characters_[pair]) characters_[pair] = characters_of(corpus_, pair);
    return *characters_[pair];
  }

  std::string chinese_of(const Rendering& rendering) {
    const Stretch& place = rendering.example;
    const std::vector<Span>& spans = characters(place.pair).spans;
    const std::string_view chinese = corpus_.pairs[place.pair].chinese;
    // As it is written, with interpuncts, and with blanks between Latin words only: where one
    // stands beside a character is a habit of typing.
    std::string text;
    for (std::uint32_t c = place.first; c < place.last; ++c) {
      const Span span = spans[c];
      if (c > place.first) {
        const Span gap{spans[c - 1].end, span.begin};
        const bool blank = gap.in(chinese) == " ";
        const bool latin = static_cast<unsigned char>(text.back()) < 0x80 &&
                           static_cast<unsigned char>(chinese[span.begin]) < 0x80;
        if (!blank || latin) text += gap.in(chinese);
      }
      text += span.in(chinese);
    }
    return text;
  }

  std::u32string_view folded_rendering(const Rendering& rendering) {
    const Stretch& place = rendering.example;
    return std::u32string_view(characters(place.pair).folded)
        .substr(place.first, place.last - place.first);
  }

  const Corpus& corpus_;
  const model::Lexicon& lexicon_;
  const ExtractOptions& options_;
  std::vector<Choice> choices_;                               ///< by phrase
  std::vector<std::optional<ChineseCharacters>> characters_;  ///< by pair
};

}  // namespace

std::vector<TermProposal> propose_terms(const std::vector<TextPair>& pairs,
                                        const model::Lexicon& lexicon,
                                        const ExtractOptions& options) {
  const Corpus corpus = make_corpus(pairs, lexicon);
  const CorpusAlignment alignment(corpus, lexicon);
  PhraseTableOptions table_options;
  table_options.min_count = options.min_count;
  const std::vector<Phrase> phrases = make_phrase_table(corpus, alignment, table_options);
  return Extraction(corpus, lexicon, options).run(phrases);
}

}  // namespace duizhao::extract
