#include "duizhao/check/evidence/runs/kept_words.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <vector>

#include "duizhao/model/lexicon.h"
#include "duizhao/pair/resources.h"
#include "duizhao/text/ascii.h"

namespace duizhao::check {
namespace {

/// p(the word itself | word): how often translations into Chinese leave it as it is.
double kept_share(const model::Lexicon& lexicon, const model::Word& word) {
  const std::string_view form = lexicon.form(Language::kEnglish, word.id);
  for (const model::Translation translation : lexicon.translations(Language::kEnglish, word.id)) {
    if (lexicon.form(Language::kChinese, translation.id) == form) return translation.probability;
  }
  return 0;
}

/// The stretch's words but those with a capital, which are names, or begin a sentence.
std::vector<model::Word> running_words(const BeadContext& context, const OtherScriptRun& stretch) {
  const std::string_view text = stretch.span.in(context.target.document->text);
  std::vector<model::Word> words = context.resources.lexicon->words(text, Language::kEnglish);
  std::erase_if(words, [&](const model::Word& word) {
    return word.kind != text::TokenKind::kWord || text::is_ascii_upper(text[word.span.begin]);
  });
  return words;
}

std::size_t distance(Span a, Span b) {
  if (a.overlaps(b)) return 0;
  return a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
}

/// Whether a Chinese word close to the stretch translates the English one.
bool is_rendered_beside(const BeadContext& context, const OtherScriptRun& stretch,
                        const model::Word& word) {
  constexpr std::size_t kBeside = 18;  // bytes: six characters
  constexpr float kRenders = 0.02F;
  const auto renders = [&](const model::Word& chinese) {
    if (chinese.kind != text::TokenKind::kHan || distance(chinese.span, stretch.span) > kBeside) {
      return false;
    }
    if (context.resources.lexicon->probability(Language::kChinese, chinese.id) >
        model::kFunctionWord) {
      return false;
    }
    const auto translations = context.resources.lexicon->translations(Language::kEnglish, word.id);
    return std::any_of(translations.begin(), translations.end(), [&](model::Translation t) {
      return t.id == chinese.id && t.probability >= kRenders;
    });
  };
  return std::ranges::any_of(context.target.words, renders);
}

}  // namespace

bool is_gloss(const BeadContext& context, const OtherScriptRun& stretch) {
  constexpr std::size_t kLongest = 8;
  if (stretch.is_clause || stretch.words > kLongest) return false;
  std::size_t known = 0;
  std::size_t rendered = 0;
  for (const model::Word& word : running_words(context, stretch)) {
    if (word.id == model::kUnknownWord) continue;
    if (context.resources.lexicon->probability(Language::kEnglish, word.id) >
        model::kFunctionWord) {
      continue;
    }
    ++known;
    rendered += is_rendered_beside(context, stretch, word) ? 1 : 0;
  }
  return known > 0 && rendered * 2 > known;
}

double probability_of_slip(const BeadContext& context, const OtherScriptRun& stretch,
                           std::span<const OtherScriptRun> stretches) {
  // Set by hand after a regression on words planted into translations of eight kinds, where three
  // pairs in a thousand have one (tools/bench/kept_words.py).
  constexpr double kPrior = -4.8;
  constexpr double kKept = -0.89;  // a unit of the logarithm of kept_share
  constexpr double kLeastKept = 1e-3;
  constexpr double kUnknown = -1.2;   // a name, perhaps
  constexpr double kOther = -1.0;     // another such stretch, up to two
  constexpr double kCode = -0.5;      // there is code in the text
  constexpr double kSpaced = -0.4;    // for each side that is set off by a space
  constexpr double kCompound = -1.8;  // pm-powersave, and not start-up
  constexpr float kEveryday = 1e-4F;
  constexpr double kQuoted = -3.0;

  const std::string_view text = context.target.document->text;
  const std::vector<model::Word> words = running_words(context, stretch);
  double kept = 0;
  std::size_t known = 0;
  for (const model::Word& word : words) {
    if (word.id == model::kUnknownWord) continue;
    ++known;
    kept += std::log(kept_share(*context.resources.lexicon, word) + kLeastKept);
  }
  if (known == 0) return 0;  // names: getnetworkinfo
  double log_odds = kPrior + kKept * kept / double(known);
  if (known < words.size()) log_odds += kUnknown;
  const auto others = std::ranges::count_if(stretches, [&](const OtherScriptRun& other) {
    return other.running > 0 && other.span != stretch.span;
  });
  log_odds += kOther * double(std::min<std::ptrdiff_t>(others, 2));
  if (std::ranges::any_of(stretches, [](const OtherScriptRun& other) { return other.code > 0; })) {
    log_odds += kCode;
  }
  if (stretch.span.begin > 0 && text[stretch.span.begin - 1] == ' ') log_odds += kSpaced;
  if (stretch.span.end < text.size() && text[stretch.span.end] == ' ') log_odds += kSpaced;
  const bool everyday = std::ranges::all_of(words, [&](const model::Word& word) {
    return context.resources.lexicon->probability(Language::kEnglish, word.id) >= kEveryday;
  });
  if (!everyday && stretch.span.in(text).find('-') != std::string_view::npos) log_odds += kCompound;
  if (stretch.quoted) log_odds += kQuoted;
  return 1 / (1 + std::exp(-log_odds));
}

}  // namespace duizhao::check
