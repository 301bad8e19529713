#include "duizhao/extract/termhood.h"

#include <algorithm>
#include <cmath>

namespace duizhao::extract {
namespace {

#include "duizhao/extract/general_words.inc"

template <std::size_t kSize>
bool contains(const std::string_view (&words)[kSize], std::string_view word) {
  return std::binary_search(std::begin(words), std::end(words), word);
}

/// Characters that hardly ever begin or end a Chinese term, simplified.
constexpr std::u32string_view kLooseCharacters =
    U"的了在是及和与或等于为以由对将并而其之该各有个就也均已令被把从向称至年月日这那所我";

bool is_loose(char32_t c) { return kLooseCharacters.find(c) != std::u32string_view::npos; }

double share_of(const Phrase& phrase, const Rendering& rendering) {
  return rendering.share_sum / phrase.count;
}

double dice_of(const Phrase& phrase, const Rendering& rendering) {
  return 2.0 * rendering.common / (phrase.pairs + rendering.pairs);
}

/// Share of the occurrences that have the commonest neighbour, the first one apart.
double fixed_share(std::uint32_t same, std::uint32_t occurrences) {
  return same > 1 ? (same - 1.0) / occurrences : 0;
}

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

}  // namespace

double rendering_score(const Phrase& phrase, const Rendering& rendering, std::u32string_view folded,
                       const model::RenderingWeights& w) {
  const double edges = rendering.edge_count / (2.0 * rendering.count);
  // About two characters stand for a word.
  const double length =
      std::log(static_cast<double>(folded.size()) / static_cast<double>(phrase.forms.size()));
  double score = w.share * std::log(share_of(phrase, rendering) + 0.01) +
                 w.dice * std::log(dice_of(phrase, rendering)) + w.edges * edges;
  score += w.loose_begin * is_loose(folded.front()) + w.loose_end * is_loose(folded.back());
  score += w.same_before * fixed_share(rendering.same_before, rendering.occurrences);
  score += w.same_after * fixed_share(rendering.same_after, rendering.occurrences);
  return score + w.length * length + w.odd_length * std::abs(length - std::log(2.0));
}

double entry_probability(const Phrase& phrase, const Rendering& rendering, double certainty,
                         const Corpus& corpus, const model::Lexicon& lexicon) {
  const auto form = [&](std::size_t i) -> std::string_view {
    return corpus.english.forms[phrase.forms[i]];
  };
  const std::size_t words = phrase.forms.size();
  double surprise = 0;
  double content_words = 0;
  bool has_function_word = false;
  bool has_verb = false;
  bool has_digit = false;
  for (std::size_t i = 0; i < words; ++i) {
    has_digit = has_digit || form(i).find_first_of("0123456789") != std::string_view::npos;
    has_verb = has_verb || contains(kGeneralVerbs, form(i));
    if (is_function_word(form(i))) {
      has_function_word = true;
      continue;
    }
    const std::uint32_t id = corpus.english.lexicon_id[phrase.forms[i]];
    surprise -= std::log(std::max(1e-7F, lexicon.probability(Language::kEnglish, id)));
    content_words += 1;
  }
  const double inside = static_cast<double>(phrase.inside_longer) / phrase.count;
  const double capitalised = static_cast<double>(phrase.capitalised) / phrase.count;
  const std::string_view last = form(words - 1);
  const bool verb_at_edge = contains(kGeneralVerbs, form(0)) || contains(kGeneralVerbs, last);

  const model::TermWeights& w = lexicon.weights().term;
  double x = w.constant + w.share * std::log(share_of(phrase, rendering) + 0.01) +
             w.dice * std::log(dice_of(phrase, rendering)) + w.certainty * certainty +
             w.count * std::log(phrase.count);
  if (words == 1) x += w.one_word;
  if (words == 3) x += w.three_words;
  if (words >= 5) x += w.many_words;
  x += w.inside * inside * inside;
  x += w.capitalised * capitalised;
  if (content_words > 0) x += w.surprise * std::min(12.0, surprise / content_words) / 10;
  x += w.function_word * has_function_word + w.verb * has_verb + w.verb_at_edge * verb_at_edge +
       w.digit * has_digit;
  x += w.modifier_first * contains(kGeneralModifiers, form(0)) +
       w.modifier_last * contains(kGeneralModifiers, last);
  if (last.ends_with("ed")) x += w.past;
  x += w.same_before * fixed_share(rendering.same_before, rendering.occurrences) +
       w.same_after * fixed_share(rendering.same_after, rendering.occurrences);
  return logistic(x);
}

}  // namespace duizhao::extract
