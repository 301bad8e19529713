#include "duizhao/check/evidence/missing_runs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>

#include "duizhao/check/evidence/attributions.h"
#include "duizhao/check/evidence/terseness.h"
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

/// Verse and proverbs are translated in other words: what that takes off the log-odds.
constexpr double kVerse = 2;

/// Log-odds from the lengths alone: does `other` fit the passage better without the run?
double length_evidence(double passage, double run, double other) {
  const auto cost = [&](double expected) {
    const double deviation = pair::length_deviation(expected, other);
    return deviation * deviation / 2;
  };
  return std::clamp(cost(passage) - cost(passage - run), -6.0, 6.0);
}

double log_odds(const MissingEvidence& e, const model::MissingRunWeights& w) {
  return w.constant + w.odds * e.odds + w.explained * e.explained + w.mean * e.mean +
         w.size * e.size + w.lengths * e.lengths + w.outside * e.outside +
         w.whole_clauses * e.whole_clauses + w.figure * e.figure + w.open * e.open +
         w.name * e.name + w.repeated * e.repeated + w.answer * e.answer + w.terse * e.terse +
         w.gloss * e.gloss;
}

/// Whether the other side has a fact with the same value.
bool has_value_of(const facts::Fact& fact, std::span<const facts::Fact> others) {
  using facts::Kind;
  return std::any_of(others.begin(), others.end(), [&](const facts::Fact& other) {
    const bool moment = fact.kind == Kind::kDate || fact.kind == Kind::kTime;
    if (moment)
      return fact.kind == other.kind && fact.date == other.date && fact.time == other.time;
    return other.kind != Kind::kDate && other.kind != Kind::kTime && fact.value == other.value;
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

/// The letters of an acronym; 0 for another word.
std::size_t letters_of_acronym(std::string_view word) {
  const bool capitals = std::ranges::all_of(word, text::is_ascii_upper);
  return capitals && word.size() >= 2 ? word.size() : 0;
}

/// The sum of what the words of `passage`, the other side of the runs, say for being open. Each
/// letter of an acronym stands for a word: CEPA for 关于建立更紧密经贸关系的安排.
double open_odds(const pair::Passage& passage, const std::vector<double>& odds) {
  constexpr double kLetter = 1;
  double open = 0;
  for (std::size_t i = 0; i < odds.size(); ++i) {
    if (odds[i] <= 0) continue;
    const std::size_t letters =
        letters_of_acronym(passage.words[i].span.in(passage.document->text));
    open += std::max(odds[i], kLetter * static_cast<double>(letters));
  }
  return open;
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
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  double sum = 0;
};

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
                     const pair::Links& links) {
  const pair::SentenceLinks linked =
      pair::linked_by_sentence(source_passage, links.source, target_passage, links.target);
  source = {&source_passage, odds_of(source_passage, linked.passage), {}};
  target = {&target_passage, odds_of(target_passage, linked.other), {}};
  source.figures = explain_by_facts(source_passage, target_passage, source.odds);
  target.figures = explain_by_facts(target_passage, source_passage, target.odds);
}

std::vector<MissingRun> missing_runs(const OpenWords::Side& side, const OpenWords::Side& other_side,
                                     double least) {
  const pair::Passage& passage = *side.passage;
  const pair::Passage& other = *other_side.passage;
  const double open = open_odds(other, other_side.odds);
  std::vector<double> odds = side.odds;
  const std::vector<bool>& figures = side.figures;
  const std::vector<pair::Clause> parts = pair::clauses(passage);
  const double attributed = leave_attributions(passage, parts, odds);
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
  double passage_length = pair::comparable_length(passage.text(), passage.language) - attributed;
  const double other_length = pair::comparable_length(other.text(), other.language);
  const auto span_of = [&](const Run& run) {
    return passage.words[run.begin].span.joined(passage.words[run.end - 1].span);
  };
  const std::string_view chinese =
      (passage.language == Language::kChinese ? passage : other).text();
  const double terse = terseness(chinese);
  const bool verse = is_verse(chinese);
  // A passage that is one run beside a text of its length is rendered in other words as a whole.
  constexpr double kMuchLonger = 1;
  const bool much_longer = pair::length_deviation(passage_length, other_length) <= -kMuchLonger;
  const auto judged = [&](const Run& run) {
    MissingRun missing;
    missing.span = span_of(run);
    MissingEvidence& evidence = missing.evidence;
    double inside = 0;
    double for_it = 0;
    double names = 0;
    double said = 0;
    for (std::size_t i = run.begin; i < run.end; ++i) {
      evidence.odds += odds[i];
      evidence.content += odds[i] > 1 ? 1 : 0;
      evidence.explained += std::max(-odds[i], 0.0);
      inside += priced[i] != 0 ? 1 : 0;
      for_it += std::max(odds[i], 0.0);
      if (is_of_name(passage, i)) names += std::max(odds[i], 0.0);
      if (odds[i] > 0 && is_explained_outside(passage, odds, run, i)) said += odds[i];
      if (figures[i]) evidence.figure = 1;
    }
    // One unexplained word can render a name.
    constexpr double kOpen = 1.4;
    constexpr double kNameShare = 0.75;
    evidence.name = open >= kOpen && for_it > 0 && names >= kNameShare * for_it ? 1 : 0;
    evidence.mean = evidence.odds / (inside + 3);
    evidence.open = std::sqrt(open);
    evidence.repeated = for_it > 0 ? said / for_it : 0;
    evidence.answer = std::log((open + 1) / (for_it + 1));
    evidence.terse = terse;
    evidence.gloss = is_glossed(passage, run.end, other) ? 1 : 0;
    const double length = pair::comparable_length(missing.span.in(text), passage.language);
    evidence.size = std::log(std::max(length, 1.0));
    evidence.lengths = length_evidence(passage_length, length, other_length);
    evidence.outside = (total - evidence.odds) / (std::max(words - inside, 0.0) + 5);
    const auto is = [&](auto member, std::size_t word) {
      return std::any_of(parts.begin(), parts.end(),
                         [&](const pair::Clause& clause) { return clause.*member == word; });
    };
    evidence.whole_clauses =
        is(&pair::Clause::first_word, run.begin) && is(&pair::Clause::end_word, run.end) ? 1 : 0;
    missing.log_odds = log_odds(evidence, passage.weights->missing_runs.of(passage.language));
    if (verse) missing.log_odds -= kVerse;
    return missing;
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
  const auto counted = [&](std::size_t begin, std::size_t end) {
    return std::count_if(priced.begin() + std::ptrdiff_t(begin),
                         priced.begin() + std::ptrdiff_t(end), [](double p) { return p != 0; });
  };
  std::erase_if(candidates, [&](const Run& run) {
    const bool all = double(counted(run.begin, run.end)) >= words;
    if (all && !much_longer) return true;
    return pair::comparable_length(span_of(run).in(text), passage.language) < kShortest;
  });
  // The surest first. What is missing there explains why the other side is short, so that it is no
  // longer a reason to suspect the rest.
  std::vector<MissingRun> result;
  while (!candidates.empty()) {
    MissingRun best;
    best.log_odds = -std::numeric_limits<double>::infinity();
    for (const Run& run : candidates) {
      if (MissingRun missing = judged(run); missing.log_odds > best.log_odds) best = missing;
    }
    if (!(best.log_odds >= least)) break;
    passage_length -= pair::comparable_length(best.span.in(text), passage.language);
    std::erase_if(candidates, [&](const Run& run) {
      const Span span = span_of(run);
      return span.begin < best.span.end && best.span.begin < span.end;
    });
    result.push_back(best);
  }
  std::sort(result.begin(), result.end(),
            [](const MissingRun& a, const MissingRun& b) { return a.span.begin < b.span.begin; });
  return result;
}

}  // namespace duizhao::check
