#include "duizhao/check/evidence/names/name_doubts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>

#include "duizhao/text/ascii.h"
#include "duizhao/text/interpunct.h"
#include "duizhao/text/utf8.h"

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

/// Whether a text has what stands around titles, or within foreign names.
bool may_hold_name(std::string_view chinese) {
  for (std::size_t i = 0; i < chinese.size();) {
    const char32_t c = text::next_code_point(chinese, i);
    if (c == U'《' || text::is_interpunct(c)) return true;
  }
  return false;
}

/// How little in the Chinese sounds like each word, from 0, also for one without doubt, to 1. What
/// sounds a little like it counts as well, but takes long to find: it is looked for when asked for.
class Soundlessness {
 public:
  Soundlessness(std::span<const NameWord> words, std::span<const pair::LinkedWord> english_links)
      : words_(words) {
    for (const NameWord& word : words) {
      if (!is_doubtful(word, english_links[word.word])) {
        exact_.emplace_back(0);
      } else if (!word.sound().span.empty()) {
        exact_.emplace_back(soundless(word.sound()));
      } else {
        exact_.emplace_back();
      }
    }
  }

  [[nodiscard]] double of(std::size_t word) {
    std::optional<double>& known = exact_[word];
    if (!known) {
      known = soundless(names::find_sound(words_[word].stem, words_[word].chinese->text()));
    }
    return *known;
  }
  /// It is no less than that, and no more.
  [[nodiscard]] double least(std::size_t word) const {
    return exact_[word].value_or((kSounds - kSoundsLike) / kSounds);
  }
  [[nodiscard]] double most(std::size_t word) const { return exact_[word].value_or(1); }

 private:
  std::span<const NameWord> words_;
  std::vector<std::optional<double>> exact_;  ///< nothing where it is not known yet
};

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
                                   std::span<const pair::LinkedWord> chinese_links, double least) {
  const bool doubtful = std::any_of(words.begin(), words.end(), [&](const NameWord& word) {
    return is_doubtful(word, english_links[word.word]);
  });
  if (!doubtful && !may_hold_name(chinese.text())) return {};
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

  Soundlessness soundlessness(words, english_links);
  const auto joined = [&](std::size_t a, std::size_t b) {
    return one_name(text.substr(words[a].span.end, words[b].span.begin - words[a].span.end));
  };
  bool any = false;
  std::vector<NameDoubt> doubts;
  for (std::size_t w = 0; w < words.size(); ++w) {
    if (soundlessness.most(w) <= 0) continue;
    const pair::LinkedWord& linked = english_links[words[w].word];
    std::vector<std::size_t> others;
    if (w > 0 && joined(w - 1, w)) others.push_back(w - 1);
    if (w + 1 < words.size() && joined(w, w + 1)) others.push_back(w + 1);
    const bool common = linked.commonness >= kRare;
    // An ordinary word of a name that is found otherwise may be said by a character: 局 is all that
    // 航空局 has of "Administration".
    const bool found_otherwise =
        !others.empty() && std::ranges::all_of(others, [&](std::size_t other) {
          return soundlessness.most(other) <= 0;
        });
    if (common && found_otherwise && titled == nullptr) continue;
    any = true;
    const bool unknown = !common && linked.known <= 0;
    const auto evidence = [&](double u, double rest) -> std::array<double, kNameEvidence> {
      return {unknown ? u : 0,
              !unknown && !common ? u : 0,
              common ? u : 0,
              unknown ? 1.0 : 0.0,
              common ? 1.0 : 0.0,
              rest,
              u * std::min(words[w].sound().information, 40.0) / 20,
              freeness,
              u * weight(plain),
              weight(titled),
              u * weight(titled),
              weight(foreign),
              u * weight(foreign),
              0,
              0};
    };
    // Most words can't come to so much, whatever sounds a little like them.
    double most = -std::numeric_limits<double>::infinity();
    for (const double u : {soundlessness.least(w), soundlessness.most(w)}) {
      for (const double rest : {0.0, static_cast<double>(others.size())}) {
        most = std::max(most, log_odds_of(evidence(u, rest), english.weights->name_doubts));
      }
    }
    constexpr double kRounding = 1e-9;
    if (most < least - kRounding) continue;
    double rest = 0;
    for (const std::size_t other : others) rest += soundlessness.of(other);
    NameDoubt doubt;
    doubt.english = words[w].span;
    doubt.unknown = unknown;
    doubt.is_name = unknown || linked.commonness < kHardlySeen;
    doubt.titled = titled != nullptr;
    doubt.evidence = evidence(soundlessness.of(w), rest);
    const StrangeRun* instead = titled != nullptr ? titled : foreign != nullptr ? foreign : nullptr;
    if (instead != nullptr) doubt.chinese = instead->span;
    doubts.push_back(doubt);
  }
  if (!any) {
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
  std::erase_if(doubts, [&](const NameDoubt& doubt) { return doubt.log_odds < least; });
  return doubts;
}

}  // namespace duizhao::check
