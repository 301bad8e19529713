#include "duizhao/extract/termhood.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>
#include <string>

#include "duizhao/extract/acronyms.h"
#include "duizhao/facts/format.h"
#include "duizhao/text/ascii.h"

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

bool is_month(std::string_view form) {
  static const auto months = [] {
    std::set<std::string, std::less<>> names;
    for (std::size_t month = 1; month <= 12; ++month) {
      names.insert(text::ascii_lowered(facts::english_month(month)));
    }
    return names;
  }();
  return months.contains(form);
}

/// Whether a phrase of one word is written in capitals.
bool is_acronym(const Phrase& phrase, const Corpus& corpus) {
  const Stretch& place = phrase.surfaces.front().example;
  const std::string_view word = without_plural(
      corpus.english.words[place.pair][place.first].span.in(corpus.pairs[place.pair].english));
  return word.size() >= 2 && std::ranges::all_of(word, text::is_ascii_upper);
}

constexpr std::string_view kFunctionWordsOfNames[] = {"and", "for", "in", "of", "on", "the"};

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

}  // namespace

double rendering_score(const Phrase& phrase, const Rendering& rendering, std::u32string_view folded,
                       const model::RenderingWeights& w) {
  const double edges = rendering.edge_count / (2.0 * rendering.count);
  // About two characters stand for a word.
  const double length =
      std::log(static_cast<double>(folded.size()) / static_cast<double>(phrase.forms.size()));
  double score = w.share * std::log(share_of(phrase, rendering) + 0.01) +
                 w.dice * std::log(dice_of(phrase, rendering)) + w.edges * edges +
                 w.often * rendering.count / phrase.count +
                 w.common * std::log(static_cast<double>(rendering.common) / phrase.pairs);
  score += w.loose_begin * is_loose(folded.front()) + w.loose_end * is_loose(folded.back());
  const auto mean = [&](double sum) { return sum / rendering.count; };
  const BorderLinks& borders = rendering.borders;
  score += w.before * mean(borders.before) + w.first * mean(borders.first) +
           w.last * mean(borders.last) + w.after * mean(borders.after) +
           w.last_free * mean(borders.last_free);
  // A neighbour that stands there each time and translates nothing else belongs to the string.
  const auto unexplained = [&](double elsewhere) { return 1 - std::min(1.0, mean(elsewhere)); };
  score += w.same_before * fixed_share(rendering.same_before, rendering.occurrences) *
           unexplained(borders.before_elsewhere);
  score += w.same_after * fixed_share(rendering.same_after, rendering.occurrences) *
           unexplained(borders.after_elsewhere);
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
  bool in_names = true;  // all function words are of those that names have
  bool has_verb = false;
  bool has_digit = false;
  bool has_possessive = false;
  bool has_month = false;
  for (std::size_t i = 0; i < words; ++i) {
    has_digit = has_digit || form(i).find_first_of("0123456789") != std::string_view::npos;
    has_possessive = has_possessive || form(i).find('\'') != std::string_view::npos ||
                     form(i).find("’") != std::string_view::npos;
    has_month = has_month || is_month(form(i));
    has_verb = has_verb || contains(kGeneralVerbs, form(i));
    if (is_function_word(form(i))) {
      has_function_word = true;
      in_names = in_names && contains(kFunctionWordsOfNames, form(i));
      continue;
    }
    const std::uint32_t id = corpus.english.lexicon_id[phrase.forms[i]];
    surprise -= std::log(std::max(1e-7F, lexicon.probability(Language::kEnglish, id)));
    content_words += 1;
  }
  const double inside = static_cast<double>(phrase.inside_longer) / phrase.count;
  const double capitalised = static_cast<double>(phrase.capitalised) / phrase.count;
  const bool acronym = words == 1 && is_acronym(phrase, corpus);
  const std::string_view last = form(words - 1);
  const bool verb_at_edge = contains(kGeneralVerbs, form(0)) || contains(kGeneralVerbs, last);

  const model::TermWeights& w = lexicon.weights().term;
  double x = w.constant + w.share * std::log(share_of(phrase, rendering) + 0.01) +
             w.dice * std::log(dice_of(phrase, rendering)) + w.certainty * certainty +
             w.count * std::log(phrase.count);
  if (words == 1) x += w.one_word;
  if (words == 3) x += w.three_words;
  if (words >= 5) x += w.many_words * (1 - capitalised);
  x += w.inside * inside * inside;
  x += w.capitalised * capitalised;
  if (content_words > 0) x += w.surprise * std::min(12.0, surprise / content_words) / 10;
  // Names of institutions are the Bureau of this and for that, of as many words as they like.
  x += w.function_word * has_function_word * (in_names ? 1 - capitalised : 1);
  x += w.acronym * acronym + w.possessive * has_possessive + w.month * has_month;
  x += w.verb * has_verb + w.verb_at_edge * verb_at_edge + w.digit * has_digit;
  x += w.modifier_first * contains(kGeneralModifiers, form(0)) +
       w.modifier_last * contains(kGeneralModifiers, last);
  if (last.ends_with("ed")) x += w.past;
  if (last.ends_with("ly") || form(0).ends_with("ly")) x += w.adverb;
  x += w.follows * fixed_share(phrase.same_before, phrase.count) +
       w.followed * fixed_share(phrase.same_after, phrase.count);
  return logistic(x);
}

}  // namespace duizhao::extract
