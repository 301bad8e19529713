#include "duizhao/check/evidence/missing_runs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>

#include "duizhao/check/evidence/attributions.h"
#include "duizhao/check/evidence/set_phrases.h"
#include "duizhao/check/evidence/terseness.h"
#include "duizhao/facts/agreement.h"
#include "duizhao/pair/clauses.h"
#include "duizhao/pair/comparable_length.h"
#include "duizhao/pair/missing_odds.h"
#include "duizhao/pair/sentence_links.h"
#include "duizhao/text/ascii.h"

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

/// Verse and proverbs, and a passage that is one run, are translated in other words: what that
/// takes off the log-odds.
constexpr double kOtherWords = 2;

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

/// Words that only tell that somebody unnamed says it don't speak for a run. Returns their length
/// where nothing stands for them.
double leave_attributions(const pair::Passage& passage, const std::vector<pair::Clause>& clauses,
                          std::vector<double>& odds) {
  double length = 0;
  if (passage.language != Language::kEnglish || clauses.size() < 2) return length;
  for (const pair::Clause& clause : clauses) {
    if (!is_attribution(passage, clause)) continue;
    double missing = 0;
    for (std::size_t w = clause.first_word; w < clause.end_word; ++w) {
      missing += odds[w];
      odds[w] = std::min(odds[w], 0.0);
    }
    if (missing <= 0) continue;
    length += pair::comparable_length(clause.span.in(passage.document->text), passage.language);
  }
  return length;
}

/// Words of phrases that only frame what is said don't speak for a run.
void leave_set_phrases(const pair::Passage& passage, std::vector<double>& odds) {
  if (passage.language != Language::kEnglish) return;
  const std::vector<bool> of_phrase = words_of_set_phrases(passage);
  for (std::size_t w = 0; w < odds.size(); ++w) {
    if (of_phrase[w]) odds[w] = std::min(odds[w], 0.0);
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

/// The word of the other side that a word most likely comes from.
struct Origin {
  std::size_t word = 0;
  float probability = 0;  ///< 0: there is none
};

/// Under IBM Model 1 with a null word, as in pair/links.h.
Origin origin_of(const pair::LinkedWord& word, std::size_t others) {
  if (word.links.empty()) return {};
  float total = static_cast<float>(others + 1) * word.commonness;
  for (const pair::Link& link : word.links) total += link.from_other;
  if (total <= 0) return {};
  return {word.links.front().other, word.links.front().from_other / total};
}

/// The letters of an acronym; 0 for another word.
std::size_t letters_of_acronym(std::string_view word) {
  const bool capitals = std::ranges::all_of(word, text::is_ascii_upper);
  return capitals && word.size() >= 2 ? word.size() : 0;
}

/// What the words of the other side of the runs say for being open. Each letter of an acronym
/// stands for a word: CEPA for 关于建立更紧密经贸关系的安排.
std::vector<double> open_odds(const OpenWords::Side& side) {
  constexpr double kLetter = 1;
  std::vector<double> open(side.odds.size());
  for (std::size_t i = 0; i < side.odds.size(); ++i) {
    if (side.odds[i] <= 0) continue;
    const std::size_t letters =
        letters_of_acronym(side.passage->words[i].span.in(side.passage->document->text));
    open[i] = std::max(side.odds[i], kLetter * static_cast<double>(letters));
  }
  return open;
}

/// The words of the other side before and behind a word of this side that surely come from
/// somewhere; none where there is no such word.
struct Neighbours {
  std::optional<std::size_t> before;
  std::optional<std::size_t> behind;
};

/// For each word of `side` where its nearest neighbours come from.
std::vector<Neighbours> neighbours_of(const OpenWords::Side& side,
                                      std::span<const Origin> origins) {
  constexpr float kSure = 0.5F;
  constexpr float kTooCommon = 1e-2F;
  const std::size_t size = origins.size();
  std::vector<Neighbours> neighbours(size);
  const auto look = [&](std::size_t i, std::optional<std::size_t>& last) {
    const Origin& origin = origins[i];
    if (origin.probability > kSure && side.links[i].commonness < kTooCommon &&
        side.passage->words[i].kind != text::TokenKind::kPunctuation) {
      last = origin.word;
    }
  };
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < size; ++i) {
    neighbours[i].before = last;
    look(i, last);
  }
  last.reset();
  for (std::size_t i = size; i-- > 0;) {
    neighbours[i].behind = last;
    look(i, last);
  }
  return neighbours;
}

/// How much a word tells of what is said: little where it is common. 0 for punctuation.
double telling(const OpenWords::Side& side, std::size_t word) {
  constexpr double kNats = 9;
  constexpr double kFrom = 0.3;
  constexpr double kLeast = 0.1;
  constexpr float kRarest = 1e-7F;
  if (side.passage->words[word].kind == text::TokenKind::kPunctuation) return 0;
  return std::clamp(-std::log(std::max(side.links[word].commonness, kRarest)) / kNats - kFrom,
                    kLeast, 1.0);
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

/// Whether a bracket follows the run, or stands at its end, that begins with a word that the other
/// side has in the same form: 国家卫生与临床优化研究所 (NICE).
bool is_glossed(const pair::Passage& passage, std::size_t end, const pair::Passage& other) {
  const std::string_view text = passage.document->text;
  const auto opens = [&](std::size_t i) {
    const std::string_view mark = passage.words[i].span.in(text);
    return mark == "(" || mark == "（";
  };
  const auto stands_there = [&](const model::Word& word) {
    const bool formed =
        word.kind == text::TokenKind::kWord || word.kind == text::TokenKind::kNumber;
    return formed && std::any_of(other.words.begin(), other.words.end(), [&](const auto& w) {
             return w.kind == word.kind && w.form_hash == word.form_hash;
           });
  };
  for (std::size_t i = end == 0 ? 0 : end - 1; i < end + 1 && i + 1 < passage.words.size(); ++i) {
    if (opens(i) && stands_there(passage.words[i + 1])) return true;
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

/// What of the other side may render a run.
class Counterparts {
 public:
  /// `words`: of the side that the runs are of.
  Counterparts(const OpenWords::Side& other, std::size_t words) : open_(open_odds(other)) {
    origins_.reserve(open_.size());
    telling_.reserve(open_.size());
    for (std::size_t i = 0; i < open_.size(); ++i) {
      origins_.push_back(origin_of(other.links[i], words));
      telling_.push_back(telling(other, i));
    }
    neighbours_ = neighbours_of(other, origins_);
  }

  /// What is open there whose neighbours come from the run or from a few words beside it, or that
  /// has no neighbour which comes from anywhere.
  [[nodiscard]] double open_beside(const Run& run) const {
    constexpr std::size_t kBeside = 4;
    const auto is_beside = [&](const std::optional<std::size_t>& origin) {
      return origin && *origin + kBeside >= run.begin && *origin < run.end + kBeside;
    };
    double open = 0;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (open_[i] <= 0) continue;
      const Neighbours& beside = neighbours_[i];
      const bool anywhere = !beside.before && !beside.behind;
      if (anywhere || is_beside(beside.before) || is_beside(beside.behind)) open += open_[i];
    }
    return open;
  }

  /// The stretch of most words that come from the run or are open, less those that come from
  /// elsewhere.
  [[nodiscard]] double best_stretch(const Run& run) const {
    constexpr double kOpen = 0.5;
    constexpr float kDoubtful = 0.3F;
    double best = 0;
    double here = 0;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (telling_[i] == 0) continue;
      const Origin& origin = origins_[i];
      const bool inside = run.begin <= origin.word && origin.word < run.end;
      here += telling_[i] * (inside ? origin.probability : -origin.probability);
      if (open_[i] > 0 && origin.probability < kDoubtful) here += kOpen * std::min(1.0, open_[i]);
      here = std::max(here, 0.0);
      best = std::max(best, here);
    }
    return best;
  }

 private:
  std::vector<double> open_;
  std::vector<Origin> origins_;
  std::vector<Neighbours> neighbours_;
  std::vector<double> telling_;  ///< how much each word tells
};

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
}

std::vector<Span> lost_places(std::span<const Finding> findings, std::optional<Span> Finding::*here,
                              std::optional<Span> Finding::*there) {
  constexpr std::array<std::string_view, 6> kRules = {"date",   "money", "name",
                                                      "number", "term",  "unit"};
  std::vector<Span> places;
  for (const Finding& finding : findings) {
    const bool told = std::find(kRules.begin(), kRules.end(), finding.rule) != kRules.end();
    if (told && finding.*here && !(finding.*there)) places.push_back(*(finding.*here));
  }
  return places;
}

namespace {

/// Those of log-odds below `least` may be told with a higher figure below it, which costs less.
std::vector<MissingRun> judged_runs(const OpenWords::Side& side, const OpenWords::Side& other_side,
                                    std::span<const Span> lost, double least) {
  const pair::Passage& passage = *side.passage;
  const pair::Passage& other = *other_side.passage;
  std::vector<double> odds = side.odds;
  const std::vector<pair::Clause> parts = pair::clauses(passage);
  const double attributed = leave_attributions(passage, parts, odds);
  leave_set_phrases(passage, odds);
  std::vector<double> priced;
  priced.reserve(passage.words.size());
  double total = 0;
  double words = 0;
  for (std::size_t i = 0; i < passage.words.size(); ++i) {
    const bool counts = passage.words[i].kind != text::TokenKind::kPunctuation;
    priced.push_back(counts ? odds[i] - kPricePerUnit : 0);
    total += odds[i];
    words += counts ? 1 : 0;
  }
  constexpr double kLeastSum = 2;
  std::vector<Run> runs;
  find_runs(priced, 0, kLeastSum, runs);
  const std::string_view text = passage.document->text;
  const double length =
      pair::length_deviation(comparable_length(passage) - attributed, comparable_length(other));
  const auto span_of = [&](const Run& run) {
    return passage.words[run.begin].span.joined(passage.words[run.end - 1].span);
  };
  const auto counted = [&](std::size_t begin, std::size_t end) {
    return std::count_if(priced.begin() + std::ptrdiff_t(begin),
                         priced.begin() + std::ptrdiff_t(end), [](double p) { return p != 0; });
  };
  // Runs go where the words lead; clauses are what people leave out.
  std::vector<Run> candidates;
  for (Run& run : runs) {
    complete_clauses(parts, priced, run);
    candidates.push_back(run);
  }
  if (parts.size() > 1) {
    for (const pair::Clause& clause : parts)
      candidates.push_back({clause.first_word, clause.end_word, 0});
  }
  const auto is_all = [&](const Run& run) { return double(counted(run.begin, run.end)) >= words; };
  // A passage that is one run beside a text of its length is no candidate at all.
  constexpr double kMuchLonger = 1;
  const bool much_longer = length <= -kMuchLonger;
  std::erase_if(candidates, [&](const Run& run) {
    if (is_all(run) && !much_longer) return true;
    return pair::comparable_length(span_of(run).in(text), passage.language) < kShortest;
  });
  if (candidates.empty()) return {};
  const std::string_view chinese =
      (passage.language == Language::kChinese ? passage : other).text();
  const double terse = terseness(chinese);
  const bool verse = is_verse(chinese);
  std::optional<Counterparts> counterparts;  // costs most, and few runs need it
  const model::MissingRunWeights& weights = passage.weights->missing_runs.of(passage.language);
  const auto judged = [&](const Run& run) {
    MissingRun missing;
    missing.span = span_of(run);
    MissingEvidence& evidence = missing.evidence;
    double sum = 0;
    double inside = 0;
    double for_it = 0;
    double said = 0;
    double near = 0;
    double names = 0;
    for (std::size_t i = run.begin; i < run.end; ++i) {
      sum += odds[i];
      evidence.content += odds[i] > 1 ? 1 : 0;
      inside += priced[i] != 0 ? 1 : 0;
      if (passage.words[i].kind != text::TokenKind::kPunctuation) {
        constexpr float kRarest = 1e-7F;
        evidence.common += std::log(std::max(side.links[i].commonness, kRarest));
      }
      if (odds[i] <= 0) continue;
      constexpr float kNear = 3;
      for_it += odds[i];
      if (is_of_name(passage, i)) names += odds[i];
      near += odds[i] * std::min(side.related[i], kNear) / kNear;
      if (is_explained_outside(passage, odds, run, i)) said += odds[i];
    }
    evidence.mean = sum / (inside + 3);
    evidence.common /= inside + 1;
    evidence.related = for_it > 0 ? near / for_it : 0;
    evidence.repeated = for_it > 0 ? said / for_it : 0;
    evidence.answer = -std::log(for_it + 1);
    evidence.rendering = -std::log(for_it + 1);
    evidence.terse = terse;
    evidence.gloss = is_glossed(passage, run.end, other) ? 1 : 0;
    evidence.size =
        std::log(std::max(pair::comparable_length(missing.span.in(text), passage.language), 1.0));
    evidence.outside = (total - sum) / (std::max(words - inside, 0.0) + 5);
    const auto is = [&](auto member, std::size_t word) {
      return std::any_of(parts.begin(), parts.end(),
                         [&](const pair::Clause& clause) { return clause.*member == word; });
    };
    evidence.whole_clauses =
        is(&pair::Clause::first_word, run.begin) && is(&pair::Clause::end_word, run.end) ? 1 : 0;
    evidence.lost = std::any_of(lost.begin(), lost.end(),
                                [&](Span place) { return missing.span.contains(place); });
    evidence.length = length;
    const bool figure = std::find(side.figures.begin() + std::ptrdiff_t(run.begin),
                                  side.figures.begin() + std::ptrdiff_t(run.end),
                                  true) != side.figures.begin() + std::ptrdiff_t(run.end);
    double against = (verse || is_all(run) ? kOtherWords : 0) + (figure ? kFigure : 0);
    missing.log_odds = log_odds(evidence, weights) - against;
    if (missing.log_odds < least) return missing;  // even if nothing may render it
    if (!counterparts) counterparts.emplace(other_side, side.links.size());
    const double open = counterparts->open_beside(run);
    if (open >= kNameOpen && names >= kNameShare * for_it) against += kName;
    evidence.answer += std::log(open + 1);
    evidence.rendering += std::log(counterparts->best_stretch(run) + 1);
    missing.log_odds = log_odds(evidence, weights) - against;
    return missing;
  };
  std::vector<MissingRun> missing;
  missing.reserve(candidates.size());
  for (const Run& run : candidates) missing.push_back(judged(run));
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
