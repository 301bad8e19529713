#include "duizhao/check/evidence/name_doubts.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

#include "duizhao/text/ascii.h"

namespace duizhao::check {
namespace {

/// Words that are less common than this are names rather than words that a name is made of.
constexpr float kRare = 2e-6F;
/// Words that are less common than this are names.
constexpr float kHardlySeen = 1e-7F;
/// A word whose log-odds of missing are lower has been found by the lexicon.
constexpr double kFound = -0.1;
/// A transliteration says at least so much of what there is to say.
constexpr double kSounds = 0.5;

/// From 0, something sounds like it, to 1, nothing does at all.
double soundless(const names::SoundMatch& sound) {
  return std::clamp((kSounds - sound.share()) / kSounds, 0.0, 1.0);
}

/// Where nothing sounds like it.
bool is_doubtful(const NameWord& word, const pair::LinkedWord& linked) {
  if (word.written || word.spelled || word.region || word.glossed || word.missing < kFound)
    return false;
  // At the beginning of a sentence any word has a capital.
  return !word.initial || (linked.known <= 0 && linked.commonness <= kRare);
}

const StrangeRun* longest(std::span<const StrangeRun> runs, bool titled, bool foreign) {
  const StrangeRun* best = nullptr;
  for (const StrangeRun& run : runs) {
    if (run.titled != titled || (!titled && run.foreign != foreign)) continue;
    if (best == nullptr || run.missing > best->missing) best = &run;
  }
  return best;
}

double weight(const StrangeRun* run) { return run == nullptr ? 0 : std::min(run->missing, 5.0); }

/// Whether two words belong to one name: only spaces, hyphens and small words between.
bool one_name(std::string_view between) {
  if (between.size() > 8) return false;
  return std::none_of(between.begin(), between.end(), [](char c) {
    return c == ',' || c == '.' || c == '(' || c == ')' || c == ';' || c == ':' || c == '"';
  });
}

double log_odds_of(const std::array<double, kNameEvidence>& evidence,
                   const std::array<double, model::kNameDoubtWeights>& weights) {
  double sum = weights.back();
  for (std::size_t i = 0; i < evidence.size(); ++i) sum += weights[i] * evidence[i];
  return sum;
}

/// Whether a name has an initial for one of its parts, as in "George W. Bush".
bool has_initial(const pair::Passage& english) {
  const std::string_view text = english.document->text;
  for (std::size_t t = 0; t + 1 < english.tokens.size(); ++t) {
    const std::string_view word = english.tokens[t].span.in(text);
    if (word.size() == 1 && text::is_ascii_upper(word[0]) &&
        english.tokens[t + 1].span.in(text) == ".") {
      return true;
    }
  }
  return false;
}

}  // namespace

double NameDoubt::confidence() const { return 1 / (1 + std::exp(-log_odds)); }

std::vector<NameDoubt> name_doubts(const pair::Passage& english,
                                   std::span<const pair::LinkedWord> english_links,
                                   std::span<const NameWord> words, const pair::Passage& chinese,
                                   std::span<const pair::LinkedWord> chinese_links) {
  const std::vector<StrangeRun> runs = strange_runs(chinese, chinese_links, words);
  const StrangeRun* titled = longest(runs, true, false);
  const StrangeRun* foreign = longest(runs, false, true);
  const StrangeRun* plain = longest(runs, false, false);
  const std::string_view text = english.document->text;
  // How free the translation is beside its names.
  double freeness = 0;
  for (const StrangeRun& run : runs) {
    if (&run != titled && &run != foreign && &run != plain) freeness += run.missing;
  }
  freeness = std::min(freeness, 10.0);

  std::vector<double> soundlessness;  // 0 for a word without doubt
  soundlessness.reserve(words.size());
  std::optional<names::SoundedText> sounded;
  for (const NameWord& word : words) {
    if (!is_doubtful(word, english_links[word.word])) {
      soundlessness.push_back(0);
    } else if (!word.sound.span.empty()) {
      soundlessness.push_back(soundless(word.sound));
    } else {
      // What sounds a little like it counts as well.
      if (!sounded) sounded.emplace(chinese.text());
      soundlessness.push_back(
          soundless(names::find_sound(without_possessive(word.span.in(text)), *sounded)));
    }
  }
  const auto joined = [&](std::size_t a, std::size_t b) {
    return one_name(text.substr(words[a].span.end, words[b].span.begin - words[a].span.end));
  };
  std::vector<NameDoubt> doubts;
  for (std::size_t w = 0; w < words.size(); ++w) {
    const double u = soundlessness[w];
    if (u <= 0) continue;
    const pair::LinkedWord& linked = english_links[words[w].word];
    double rest = 0;
    if (w > 0 && joined(w - 1, w)) rest += soundlessness[w - 1];
    if (w + 1 < words.size() && joined(w, w + 1)) rest += soundlessness[w + 1];
    const bool common = linked.commonness >= kRare;
    // An ordinary word of a name that is found otherwise may be said by a character: 局 is all that
    // 航空局 has of "Administration".
    const bool has_others =
        (w > 0 && joined(w - 1, w)) || (w + 1 < words.size() && joined(w, w + 1));
    if (common && has_others && rest <= 0 && titled == nullptr) continue;
    const bool unknown = !common && linked.known <= 0;
    NameDoubt doubt;
    doubt.english = words[w].span;
    doubt.unknown = unknown;
    doubt.is_name = unknown || linked.commonness < kHardlySeen;
    doubt.titled = titled != nullptr;
    doubt.evidence = {unknown ? u : 0,
                      !unknown && !common ? u : 0,
                      common ? u : 0,
                      unknown ? 1.0 : 0.0,
                      common ? 1.0 : 0.0,
                      rest,
                      u * std::min(words[w].sound.information, 40.0) / 20,
                      freeness,
                      u * weight(plain),
                      weight(titled),
                      u * weight(titled),
                      weight(foreign),
                      u * weight(foreign),
                      0,
                      0};
    const StrangeRun* instead = titled != nullptr ? titled : foreign != nullptr ? foreign : nullptr;
    if (instead != nullptr) doubt.chinese = instead->span;
    doubts.push_back(doubt);
  }
  if (doubts.empty()) {
    for (const StrangeRun* run : {titled, foreign}) {
      if (run == nullptr || (run == foreign && has_initial(english))) continue;
      NameDoubt doubt;
      doubt.chinese = run->span;
      doubt.evidence[run == titled ? 9 : 11] = weight(run);
      doubt.evidence[run == titled ? 13 : 14] = 1;
      doubts.push_back(doubt);
    }
  }
  for (NameDoubt& doubt : doubts) {
    doubt.log_odds = log_odds_of(doubt.evidence, english.weights->name_doubts);
  }
  return doubts;
}

}  // namespace duizhao::check
