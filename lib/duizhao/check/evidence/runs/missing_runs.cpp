#include "duizhao/check/evidence/runs/missing_runs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "duizhao/check/evidence/names/name_words.h"
#include "duizhao/check/evidence/runs/attributions.h"
#include "duizhao/check/evidence/runs/run_counterparts.h"
#include "duizhao/check/evidence/runs/set_phrases.h"
#include "duizhao/check/evidence/runs/terseness.h"
#include "duizhao/facts/agreement.h"
#include "duizhao/names/sound.h"
#include "duizhao/pair/clauses.h"
#include "duizhao/pair/comparable_length.h"
#include "duizhao/pair/missing_odds.h"
#include "duizhao/pair/sentence_links.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// What a word that speaks for "missing" must bring beyond chance; words that a translation changes
/// freely stand in every sentence, and alone they make no run.
constexpr double kPricePerUnit = 0.3;

/// Words of a clause beside a run that are too few to stand by themselves.
constexpr std::size_t kRemnant = 2;

/// In Han characters: "Indeed," or a name is no clause.
constexpr double kShortest = 5;

/// Words of a passage, [begin, end).
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  double sum = 0;
};

/// A transliteration says at least so much of a name.
constexpr double kSoundsAlike = 0.5;
/// Words that are more common are what a name is made of, not names: the Communist Party of China.
constexpr float kNameCommonness = 2e-6F;

/// Verse and proverbs, and a passage that is one run, are translated in other words: what that
/// takes off the log-odds.
constexpr double kOtherWords = 2;

/// An English run of which one word tells anything is a turn of phrase, which Chinese need not
/// have: "shall be responsible for", "in the event that".
constexpr double kTurnOfPhrase = 2;

/// A figure of the run that the other side has as well speaks against it: 4.8 percent more than in
/// the same month a year earlier, 同比增长4.8%.
constexpr double kFigure = 0.8;

/// A run that is not much more than an English name, which one word left open beside it may render.
constexpr double kName = 1;
constexpr double kNameShare = 0.75;
constexpr double kNameOpen = 1.4;

double log_odds(const MissingEvidence& e, const model::MissingRunWeights& w) {
  return w.constant + w.mean * e.mean + w.size * e.size + w.outside * e.outside +
         w.whole_clauses * e.whole_clauses + w.repeated * e.repeated + w.terse * e.terse +
         w.gloss * e.gloss + w.answer * e.answer + w.rendering * e.rendering + w.length * e.length +
         w.related * e.related + w.common * e.common + w.lost * e.lost;
}

double comparable_length(const pair::Passage& passage) {
  return pair::comparable_length(passage.text(), passage.language);
}

/// Whether the other side has a fact with the same value.
bool has_value_of(const facts::Fact& fact, std::span<const facts::Fact> others) {
  using facts::Kind;
  return std::any_of(others.begin(), others.end(), [&](const facts::Fact& other) {
    const bool moment = fact.kind == Kind::kDate || fact.kind == Kind::kTime;
    if (moment)
      return fact.kind == other.kind && fact.date == other.date && fact.time == other.time;
    return other.kind != Kind::kDate && other.kind != Kind::kTime &&
           (fact.value == other.value || facts::agreement(fact, other) >= facts::kFirmAgreement);
  });
}

/// A figure that stands on the other side as well speaks for its words, however they are written.
/// Tells which words these are.
std::vector<bool> explain_by_facts(const pair::Passage& passage, const pair::Passage& other,
                                   std::vector<double>& odds) {
  constexpr double kExplained = -2;
  std::vector<bool> figures(odds.size());
  for (const facts::Fact& fact : passage.facts) {
    if (fact.weak || !has_value_of(fact, other.facts)) continue;
    for (std::size_t i = 0; i < odds.size(); ++i) {
      const Span span = passage.words[i].span;
      const bool inside = fact.span.begin <= span.begin && span.end <= fact.span.end;
      if (!inside || odds[i] == 0) continue;
      odds[i] = std::min(odds[i], kExplained);
      figures[i] = true;
    }
  }
  return figures;
}

/// Whether the word reads like a part of a name: a capital that no sentence begins with, or beside
/// another one.
bool is_of_name(const pair::Passage& passage, std::size_t word) {
  constexpr std::array<std::string_view, 5> kBegin = {".", ":", "\"", "“", "‘"};
  if (passage.language != Language::kEnglish) return false;
  const std::string_view text = passage.document->text;
  const auto capital = [&](std::size_t i) {
    return text::is_ascii_upper(text[passage.words[i].span.begin]);
  };
  if (!capital(word)) return false;
  if (word + 1 < passage.words.size() && capital(word + 1)) return true;
  return word > 0 && std::find(kBegin.begin(), kBegin.end(),
                               passage.words[word - 1].span.in(text)) == kBegin.end();
}

/// A name that sounds like what is open on the Chinese side stands there, though the lexicon knows
/// neither: Makarova and 马卡洛娃.
void explain_by_sound(OpenWords::Side& english, OpenWords::Side& chinese) {
  constexpr double kExplained = -2;
  std::optional<names::SoundedText> sounded;
  for (std::size_t i = 0; i < english.odds.size(); ++i) {
    if (english.odds[i] <= 0 || english.links[i].commonness > kNameCommonness ||
        !is_of_name(*english.passage, i)) {
      continue;
    }
    const pair::Passage& passage = *chinese.passage;
    if (!sounded) sounded.emplace(passage.text(), passage.span.begin);
    const std::string_view name =
        without_possessive(english.passage->words[i].span.in(english.passage->document->text));
    const Span place = names::find_sound(name, *sounded, kSoundsAlike).span;
    for (std::size_t c = 0; c < chinese.odds.size(); ++c) {
      if (chinese.odds[c] <= 0 || !passage.words[c].span.overlaps(place)) continue;
      chinese.odds[c] = kExplained;
      english.odds[i] = kExplained;
    }
  }
}

/// Words that only tell that somebody unnamed says it don't speak for a run, nor do those that name
/// the speaker where the other language names him in another passage. Returns their length where
/// nothing stands for them.
double leave_attributions(const pair::Passage& passage, const pair::Passage& other,
                          const std::vector<pair::Clause>& clauses, std::vector<double>& odds) {
  double length = 0;
  if (clauses.size() < 2) return length;
  const auto leave = [&](std::size_t begin, std::size_t end) {
    double missing = 0;
    for (std::size_t w = begin; w < end; ++w) {
      missing += odds[w];
      odds[w] = std::min(odds[w], 0.0);
    }
    if (missing <= 0) return;
    const Span span = passage.words[begin].span.joined(passage.words[end - 1].span);
    length += pair::comparable_length(span.in(passage.document->text), passage.language);
  };
  const SpeakerWords speaker = speaker_of_long_quotation(passage, other);
  leave(speaker.begin, speaker.end);
  if (passage.language != Language::kEnglish) return length;
  for (const pair::Clause& clause : clauses) {
    if (is_attribution(passage, clause)) leave(clause.first_word, clause.end_word);
  }
  return length;
}

/// "And I did.", "So they have.": English says again what the sentence before says, and Chinese
/// says it out.
bool only_says_again(const pair::Passage& english) {
  constexpr std::array<std::string_view, 7> kPronouns = {"he",   "i",  "it", "she",
                                                         "they", "we", "you"};
  constexpr std::array<std::string_view, 16> kAuxiliaries = {
      "am",  "are",  "can", "could", "did",    "do",  "does", "had",
      "has", "have", "is",  "must",  "should", "was", "will", "would"};
  constexpr std::size_t kMost = 3;
  if (english.language != Language::kEnglish || !english.text().ends_with('.')) return false;
  std::vector<std::string> words;
  for (const model::Word& word : english.words) {
    if (word.kind == text::TokenKind::kPunctuation) continue;
    if (words.size() == kMost) return false;
    words.push_back(text::ascii_lowered(word.span.in(english.document->text)));
  }
  return words.size() > 1 &&
         std::ranges::find(kPronouns, words[words.size() - 2]) != kPronouns.end() &&
         std::ranges::find(kAuxiliaries, words.back()) != kAuxiliaries.end();
}

/// Words of phrases that only frame what is said don't speak for a run.
void leave_set_phrases(const pair::Passage& passage, const pair::Passage& other,
                       std::vector<double>& odds) {
  if (passage.language != Language::kEnglish) return;
  for (const std::vector<bool>& of_phrase :
       {words_of_set_phrases(passage), words_of_same_period(passage, other)}) {
    for (std::size_t w = 0; w < odds.size(); ++w) {
      if (of_phrase[w]) odds[w] = std::min(odds[w], 0.0);
    }
  }
}

/// Whether word `at` opens a bracket.
bool opens_bracket(const pair::Passage& passage, std::size_t at) {
  const std::string_view mark = passage.words[at].span.in(passage.document->text);
  return mark == "(" || mark == "（";
}

/// The Chinese with which the bracket begins that word `at` opens, where the other side has it in
/// either script: Eastgate Foundry Co (東門晶圓代工). Otherwise an empty span.
Span glossed_in_chinese(const pair::Passage& passage, std::size_t at, const pair::Passage& other) {
  const std::string_view text = passage.document->text;
  Span gloss{passage.words[at].span.end, passage.words[at].span.end};
  for (std::size_t i = gloss.end;
       i < passage.span.end && text::is_han(text::next_code_point(text, i));) {
    gloss.end = i;
  }
  const std::string chinese = text::folded_han(gloss.in(text));
  const bool stands_there =
      !chinese.empty() && text::folded_han(other.text()).find(chinese) != std::string::npos;
  return stands_there ? gloss : Span{gloss.begin, gloss.begin};
}

/// A name whose Chinese the source gives itself is rendered where the other side has that.
void leave_glossed_names(const pair::Passage& passage, const pair::Passage& other,
                         std::vector<double>& odds) {
  if (passage.language != Language::kEnglish) return;
  const auto is_of_name = [&](std::size_t w) {
    const std::string_view form = passage.words[w].span.in(passage.document->text);
    return text::is_ascii_upper(form.front()) || form == "&" || form == "and" || form == "of";
  };
  for (std::size_t w = 0; w < odds.size(); ++w) {
    if (!opens_bracket(passage, w)) continue;
    const Span gloss = glossed_in_chinese(passage, w, other);
    if (gloss.empty()) continue;
    for (std::size_t i = w; i > 0 && is_of_name(i - 1); --i)
      odds[i - 1] = std::min(odds[i - 1], 0.0);
    for (std::size_t i = w + 1; i < odds.size() && passage.words[i].span.end <= gloss.end; ++i) {
      odds[i] = std::min(odds[i], 0.0);
    }
  }
}

/// What each word of a passage says for having no counterpart.
std::vector<double> odds_of(const pair::Passage& passage,
                            const std::vector<pair::LinkedWord>& words) {
  std::vector<double> odds;
  odds.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    odds.push_back(pair::missing_odds(passage, i, words[i]));
  }
  return odds;
}

/// Whether a bracket follows the run, or stands at its end, that begins with a word that the other
/// side has in the same form: 国家卫生与临床优化研究所 (NICE).
bool is_glossed(const pair::Passage& passage, std::size_t end, const pair::Passage& other) {
  const auto stands_there = [&](const model::Word& word) {
    const bool formed =
        word.kind == text::TokenKind::kWord || word.kind == text::TokenKind::kNumber;
    return formed && std::any_of(other.words.begin(), other.words.end(), [&](const auto& w) {
             return w.kind == word.kind && w.form_hash == word.form_hash;
           });
  };
  for (std::size_t i = end == 0 ? 0 : end - 1; i < end + 1 && i + 1 < passage.words.size(); ++i) {
    if (opens_bracket(passage, i) && stands_there(passage.words[i + 1])) return true;
  }
  return false;
}

/// The runs of `odds` with the highest sums: the best one, then the best ones before and after it,
/// as long as they sum to `least`.
void find_runs(std::span<const double> odds, std::size_t offset, double least,
               std::vector<Run>& runs) {
  Run best;
  Run here;
  for (std::size_t i = 0; i < odds.size(); ++i) {
    if (here.sum <= 0) here = {i, i, 0};
    here.sum += odds[i];
    here.end = i + 1;
    if (here.sum > best.sum) best = here;
  }
  if (best.sum < least) return;
  find_runs(odds.subspan(0, best.begin), offset, least, runs);
  runs.push_back({best.begin + offset, best.end + offset, best.sum});
  find_runs(odds.subspan(best.end), offset + best.end, least, runs);
}

/// Whether the word stands outside the run as well, and has a counterpart there.
bool is_explained_outside(const pair::Passage& passage, std::span<const double> odds,
                          const Run& run, std::size_t word) {
  const auto same = [&](std::size_t i) {
    return passage.words[i].id == passage.words[word].id &&
           passage.words[i].form_hash == passage.words[word].form_hash;
  };
  for (std::size_t i = 0; i < odds.size(); ++i) {
    if ((i < run.begin || i >= run.end) && odds[i] < 1 && same(i)) return true;
  }
  return false;
}

/// Takes in the rest of a clause where little of it is left out of the run.
void complete_clauses(const std::vector<pair::Clause>& parts, std::span<const double> odds,
                      Run& run) {
  for (const pair::Clause& clause : parts) {
    const auto worth = [&](std::size_t from, std::size_t to) {
      return std::count_if(odds.begin() + std::ptrdiff_t(from), odds.begin() + std::ptrdiff_t(to),
                           [](double o) { return o != 0; });
    };
    if (clause.first_word < run.begin && run.begin < clause.end_word &&
        std::size_t(worth(clause.first_word, run.begin)) <= kRemnant) {
      run.begin = clause.first_word;
    }
    if (clause.first_word < run.end && run.end < clause.end_word &&
        std::size_t(worth(run.end, clause.end_word)) <= kRemnant) {
      run.end = clause.end_word;
    }
  }
}

}  // namespace

double MissingRun::confidence() const { return 1 / (1 + std::exp(-log_odds)); }

OpenWords::OpenWords(const pair::Passage& source_passage, const pair::Passage& target_passage,
                     const pair::Links& links, const pair::RelatedWords& related) {
  const pair::SentenceLinks linked =
      pair::linked_by_sentence(source_passage, links.source, target_passage, links.target);
  source = {
      &source_passage, links.source, related.source, odds_of(source_passage, linked.passage), {}};
  target = {
      &target_passage, links.target, related.target, odds_of(target_passage, linked.other), {}};
  source.figures = explain_by_facts(source_passage, target_passage, source.odds);
  target.figures = explain_by_facts(target_passage, source_passage, target.odds);
  if (source_passage.language == target_passage.language) return;
  const bool from_english = source_passage.language == Language::kEnglish;
  explain_by_sound(from_english ? source : target, from_english ? target : source);
}

std::vector<Span> lost_places(std::span<const Finding> findings, std::optional<Span> Finding::*here,
                              std::optional<Span> Finding::*there) {
  constexpr std::array<std::string_view, 7> kRules = {"date",   "money", "name", "negation",
                                                      "number", "term",  "unit"};
  std::vector<Span> places;
  for (const Finding& finding : findings) {
    const bool told = std::find(kRules.begin(), kRules.end(), finding.rule) != kRules.end();
    if (told && finding.*here && !(finding.*there)) places.push_back(*(finding.*here));
  }
  return places;
}

namespace {

/// Finds the runs of a passage that may have no counterpart, and judges them.
class RunJudge {
 public:
  RunJudge(const OpenWords::Side& side, const OpenWords::Side& other, std::span<const Span> lost)
      : side_(side),
        other_(other),
        lost_(lost),
        passage_(*side.passage),
        odds_(side.odds),
        clauses_(pair::clauses(passage_)) {
    const double attributed = leave_attributions(passage_, *other.passage, clauses_, odds_);
    leave_set_phrases(passage_, *other.passage, odds_);
    leave_glossed_names(passage_, *other.passage, odds_);
    priced_.reserve(odds_.size());
    for (std::size_t i = 0; i < odds_.size(); ++i) {
      const bool counts = is_counted(i);
      priced_.push_back(counts ? odds_[i] - kPricePerUnit : 0);
      total_ += odds_[i];
      words_ += counts ? 1 : 0;
    }
    length_ = pair::length_deviation(comparable_length(passage_) - attributed,
                                     comparable_length(*other.passage));
  }

  /// Runs go where the words lead; clauses are what people leave out.
  [[nodiscard]] std::vector<Run> candidates() const {
    constexpr double kLeastSum = 2;
    std::vector<Run> runs;
    if (clauses_.size() == 1 && only_says_again(*other_.passage)) return runs;
    find_runs(priced_, 0, kLeastSum, runs);
    for (Run& run : runs) complete_clauses(clauses_, priced_, run);
    if (clauses_.size() > 1) {
      for (const pair::Clause& clause : clauses_) {
        runs.push_back({clause.first_word, clause.end_word, 0});
      }
    }
    // A passage that is one run beside a text of its length is no candidate at all.
    constexpr double kMuchLonger = 1;
    const bool much_longer = length_ <= -kMuchLonger;
    std::erase_if(runs, [&](const Run& run) {
      return (is_all(run) && !much_longer) || length_of(run) < kShortest;
    });
    return runs;
  }

  /// Runs of log-odds below `least` may be told with a higher figure below it, which costs less.
  [[nodiscard]] MissingRun judged(const Run& run, double least) {
    if (!chinese_) look_at_chinese();
    MissingRun missing;
    missing.span = span_of(run);
    const Words words = gather_words(run, missing.evidence);
    gather_place(run, missing.span, missing.evidence);
    const model::MissingRunWeights& weights = passage_.weights->missing_runs.of(passage_.language);
    double against =
        (chinese_->verse || is_all(run) ? kOtherWords : 0) + (has_figure(run) ? kFigure : 0);
    if (passage_.language == Language::kEnglish && missing.evidence.content <= 1)
      against += kTurnOfPhrase;
    missing.log_odds = log_odds(missing.evidence, weights) - against;
    if (missing.log_odds < least) return missing;  // even if nothing may render it
    if (!counterparts_) counterparts_.emplace(other_, side_.links.size());
    const double open = counterparts_->open_beside(run.begin, run.end);
    if (open >= kNameOpen && words.names >= kNameShare * words.for_it) against += kName;
    missing.evidence.answer += std::log(open + 1);
    missing.evidence.rendering += std::log(counterparts_->best_stretch(run.begin, run.end) + 1);
    missing.log_odds = log_odds(missing.evidence, weights) - against;
    return missing;
  }

 private:
  /// What the words of a run say for "missing", and how much of it words of names say.
  struct Words {
    double for_it = 0;
    double names = 0;
  };
  /// How the Chinese is written, whichever side it is.
  struct Chinese {
    double terse = 0;
    bool verse = false;
  };

  void look_at_chinese() {
    const bool own = passage_.language == Language::kChinese;
    const std::string_view text = (own ? passage_ : *other_.passage).text();
    chinese_ = Chinese{terseness(text), is_verse(text)};
  }

  /// What the words of the run tell, one by one.
  Words gather_words(const Run& run, MissingEvidence& evidence) const {
    constexpr float kRarest = 1e-7F;
    constexpr float kNear = 3;
    Words words;
    double sum = 0;
    double inside = 0;
    double said = 0;
    double near = 0;
    for (std::size_t i = run.begin; i < run.end; ++i) {
      sum += odds_[i];
      evidence.content += odds_[i] > 1 ? 1 : 0;
      inside += priced_[i] != 0 ? 1 : 0;
      if (is_counted(i)) {
        evidence.common += std::log(std::max(side_.links[i].commonness, kRarest));
      }
      if (odds_[i] <= 0) continue;
      words.for_it += odds_[i];
      if (is_of_name(passage_, i)) words.names += odds_[i];
      near += odds_[i] * std::min(side_.related[i], kNear) / kNear;
      if (is_explained_outside(passage_, odds_, run, i)) said += odds_[i];
    }
    evidence.mean = sum / (inside + 3);
    evidence.common /= inside + 1;
    evidence.related = words.for_it > 0 ? near / words.for_it : 0;
    evidence.repeated = words.for_it > 0 ? said / words.for_it : 0;
    evidence.answer = -std::log(words.for_it + 1);
    evidence.rendering = -std::log(words.for_it + 1);
    evidence.outside = (total_ - sum) / (std::max(words_ - inside, 0.0) + 5);
    return words;
  }

  /// What the run is in its passage, and the passage beside the other.
  void gather_place(const Run& run, Span span, MissingEvidence& evidence) const {
    evidence.terse = chinese_->terse;
    evidence.gloss = is_glossed(passage_, run.end, *other_.passage) ? 1 : 0;
    evidence.size = std::log(std::max(length_of(run), 1.0));
    evidence.whole_clauses = is_border(&pair::Clause::first_word, run.begin) &&
                                     is_border(&pair::Clause::end_word, run.end)
                                 ? 1
                                 : 0;
    evidence.lost = std::ranges::any_of(lost_, [&](Span place) { return span.contains(place); });
    evidence.length = length_;
  }

  [[nodiscard]] bool is_border(std::size_t pair::Clause::*border, std::size_t word) const {
    return std::ranges::any_of(clauses_,
                               [&](const pair::Clause& clause) { return clause.*border == word; });
  }

  [[nodiscard]] bool is_counted(std::size_t word) const {
    return passage_.words[word].kind != text::TokenKind::kPunctuation;
  }

  /// Whether the run is the whole passage.
  [[nodiscard]] bool is_all(const Run& run) const {
    const auto counted = std::count_if(priced_.begin() + std::ptrdiff_t(run.begin),
                                       priced_.begin() + std::ptrdiff_t(run.end),
                                       [](double price) { return price != 0; });
    return double(counted) >= words_;
  }

  [[nodiscard]] bool has_figure(const Run& run) const {
    const auto end = side_.figures.begin() + std::ptrdiff_t(run.end);
    return std::find(side_.figures.begin() + std::ptrdiff_t(run.begin), end, true) != end;
  }

  [[nodiscard]] Span span_of(const Run& run) const {
    return passage_.words[run.begin].span.joined(passage_.words[run.end - 1].span);
  }

  [[nodiscard]] double length_of(const Run& run) const {
    return pair::comparable_length(span_of(run).in(passage_.document->text), passage_.language);
  }

  const OpenWords::Side& side_;
  const OpenWords::Side& other_;
  std::span<const Span> lost_;
  const pair::Passage& passage_;
  std::vector<double> odds_;
  std::vector<pair::Clause> clauses_;
  std::vector<double> priced_;  ///< the odds of each word less its price; 0 for punctuation
  double total_ = 0;            ///< sum of the odds
  double words_ = 0;
  double length_ = 0;  ///< deviation of the two lengths
  std::optional<Chinese> chinese_;
  std::optional<RunCounterparts> counterparts_;  ///< cost most, and few runs need them
};

std::vector<MissingRun> judged_runs(const OpenWords::Side& side, const OpenWords::Side& other,
                                    std::span<const Span> lost, double least) {
  RunJudge judge(side, other, lost);
  std::vector<MissingRun> missing;
  for (const Run& run : judge.candidates()) missing.push_back(judge.judged(run, least));
  return missing;
}

}  // namespace

std::vector<MissingRun> possible_runs(const OpenWords::Side& side,
                                      const OpenWords::Side& other_side,
                                      std::span<const Span> lost) {
  return judged_runs(side, other_side, lost, -std::numeric_limits<double>::infinity());
}

std::vector<MissingRun> missing_runs(const OpenWords::Side& side, const OpenWords::Side& other_side,
                                     std::span<const Span> lost, double least) {
  std::vector<MissingRun> missing = judged_runs(side, other_side, lost, least);
  const pair::Passage& passage = *side.passage;
  const double weight = passage.weights->missing_runs.of(passage.language).length;
  const double other_length = comparable_length(*other_side.passage);
  double passage_length = comparable_length(passage);
  // The surest first. What is missing there explains why the other side is short, so that it is no
  // longer a reason to suspect the rest.
  std::vector<MissingRun> result;
  while (!missing.empty()) {
    const MissingRun best = *std::max_element(
        missing.begin(), missing.end(),
        [](const MissingRun& a, const MissingRun& b) { return a.log_odds < b.log_odds; });
    if (!(best.log_odds >= least)) break;
    result.push_back(best);
    std::erase_if(missing, [&](const MissingRun& run) { return run.span.overlaps(best.span); });
    passage_length -=
        pair::comparable_length(best.span.in(passage.document->text), passage.language);
    const double length = pair::length_deviation(passage_length, other_length);
    for (MissingRun& run : missing) {
      run.log_odds += weight * (length - run.evidence.length);
      run.evidence.length = length;
    }
  }
  std::sort(result.begin(), result.end(),
            [](const MissingRun& a, const MissingRun& b) { return a.span.begin < b.span.begin; });
  return result;
}

}  // namespace duizhao::check
