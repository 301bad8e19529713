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

// The weights of both scores are fitted to the reviewed term list of a central bank's reports
// (conditional and plain logistic regression), rounded.

double rendering_score(const Phrase& phrase, const Rendering& rendering,
                       std::u32string_view folded) {
  const double edges = rendering.edge_count / (2.0 * rendering.count);
  // About two characters stand for a word.
  const double length =
      std::log(static_cast<double>(folded.size()) / static_cast<double>(phrase.forms.size()));
  double score = 3.9 * std::log(share_of(phrase, rendering) + 0.01) +
                 1.2 * std::log(dice_of(phrase, rendering)) + 4.0 * edges;
  score -= 1.2 * is_loose(folded.front()) + 1.2 * is_loose(folded.back());
  score -= 1.3 * fixed_share(rendering.same_before, rendering.occurrences);
  score -= 2.0 * fixed_share(rendering.same_after, rendering.occurrences);
  return score + 0.9 * length - 1.5 * std::abs(length - std::log(2.0));
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

  double x = -0.7 + std::log(share_of(phrase, rendering) + 0.01) +
             0.8 * std::log(dice_of(phrase, rendering)) + 0.7 * certainty +
             0.55 * std::log(phrase.count);
  if (words == 1) x -= 1.5;
  if (words == 3) x += 0.3;
  if (words >= 5) x -= 0.7;
  x -= 1.7 * inside * inside;
  x += 1.0 * capitalised;
  if (content_words > 0) x -= 0.4 * std::min(12.0, surprise / content_words) / 10;
  x -= 1.0 * has_function_word + 0.85 * has_verb + 0.6 * verb_at_edge + 0.45 * has_digit;
  x -= 0.5 * contains(kGeneralModifiers, form(0)) + 0.3 * contains(kGeneralModifiers, last);
  if (last.ends_with("ed")) x -= 0.45;
  x -= 0.5 * fixed_share(rendering.same_before, rendering.occurrences) +
       0.5 * fixed_share(rendering.same_after, rendering.occurrences);
  return logistic(x);
}

}  // namespace duizhao::extract
