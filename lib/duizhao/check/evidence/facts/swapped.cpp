#include "duizhao/check/evidence/facts/swapped.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "duizhao/check/evidence/facts/figure_roles.h"
#include "duizhao/check/evidence/facts/scores.h"
#include "duizhao/facts/agreement.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/one_of.h"

namespace duizhao::check {
namespace {

using facts::Difference;
using facts::Fact;
using facts::Kind;
using facts::Match;
using facts::Mismatch;

/// Weight of the words after a number and before it, the nearest first. What is counted follows the
/// number in both languages more often than not.
constexpr std::array kAfter = {1.0, 0.9, 0.7, 0.5, 0.3};
constexpr std::array kBefore = {0.7, 0.5, 0.3};

/// By how much the words must speak for the exchange, over both facts together and for each. Dates
/// stand beside every thing that is said of them; their surroundings prove less.
struct Needed {
  double both;
  double each;
  double dates;
};

/// Where the two facts stand in the same order on both sides, a good translation is likelier.
constexpr Needed kInOrder = {0.35, 0.1, 0.9};
/// Where their order is reversed, an exchange is as likely as another order of words.
constexpr Needed kReversed = {0.2, 0.0, 0.6};

/// Whether the value stands more than once among the facts: which of them is which is then anyone's
/// guess.
bool is_repeated(std::span<const Fact> facts, const Fact& fact) {
  return std::count_if(facts.begin(), facts.end(), [&](const Fact& other) {
           return !other.alternative && facts::agreement(fact, other) >= facts::kFirmAgreement;
         }) > 1;
}

/// What a finding is worth where the words of both sides say which figure is which.
constexpr double kByRoles = 0.75;

/// From this score on the clauses around two figures speak for an exchange, and what that is worth.
constexpr double kClauseScore = 0.1;
constexpr double kRepeated = 0.2;  ///< less, where a value stands twice
constexpr double kByClauses = 0.45;

/// What a finding is worth on the least evidence and on plenty, and what each word of it adds.
constexpr std::array kConfidence = {0.7, 0.92};
constexpr double kConfidenceGain = 0.3;

/// Pairs of facts further apart than this many others are not looked at.
constexpr std::size_t kReach = 4;

/// A word beside a number, or another fact: 3月份的4.3% is the figure of March.
struct Neighbour {
  std::size_t word = 0;  ///< index into the passage's words
  double weight = 0;
  std::optional<std::size_t> match;  ///< number of the match that the fact is part of
};

/// How much an agreeing fact beside a number says, against a word that the lexicon links surely.
constexpr double kFactWeight = 0.8;

/// A word as common as the first says nothing; one as rare as the second counts in full.
double rarity(float commonness) {
  constexpr double kCommon = 1e-2;
  constexpr double kRare = 1e-3;
  if (commonness <= 0) return 1;
  return std::clamp(std::log(kCommon / commonness) / std::log(kCommon / kRare), 0.0, 1.0);
}

/// A word after which another thing is spoken of: "until 1958 after joining in 1945".
bool is_conjunction(std::string_view word) {
  constexpr std::array<std::string_view, 15> kWords = {"and",     "or",    "but", "after", "before",
                                                       "when",    "while", "as",  "with",  "plus",
                                                       "instead", "和",    "而",  "并",    "及"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool ends_clause(std::string_view mark) {
  constexpr std::array<std::string_view, 13> kMarks = {",",  ";",  ".",  "!",  "?", "，", "；",
                                                       "。", "！", "？", "、", ")", "）"};
  return std::find(kMarks.begin(), kMarks.end(), mark) != kMarks.end();
}

/// One side of the bead, asked what stands around its facts.
class Surroundings {
 public:
  Surroundings(const pair::Passage& passage, std::span<const pair::LinkedWord> linked)
      : passage_(passage), linked_(linked), fact_of_unit_(passage.words.size()) {}

  /// Says that a fact is part of a match, so that it can speak for what stands beside it.
  void enter(const Fact& fact, std::size_t match) {
    for (std::size_t i = first_word_from(fact.span.begin); i < passage_.words.size(); ++i) {
      if (passage_.words[i].span.begin >= fact.span.end) break;
      fact_of_unit_[i] = {&fact, match};
    }
  }

  /// The words that may say what the fact counts, and the nearest fact of another kind.
  [[nodiscard]] std::vector<Neighbour> of(const Fact& fact) const {
    std::vector<Neighbour> neighbours;
    std::optional<Neighbour> nearest;
    const std::size_t after = first_word_from(fact.number.end);
    std::size_t before = after;
    while (before > 0 && passage_.words[before - 1].span.end > fact.number.begin) --before;
    std::size_t used = 0;
    const bool labelled = before > 0 && is_label(before - 1);
    for (std::size_t i = after; !labelled && i < passage_.words.size() && used < kAfter.size();
         ++i) {
      if (is_border(i, fact)) break;
      if (add(i, kAfter[used], kFactAfter, fact, neighbours, nearest)) ++used;
    }
    used = 0;
    const std::size_t own = first_own_word(before, fact);
    for (std::size_t i = before; i-- > own && used < kBefore.size();) {
      if (add(i, kBefore[used], kFactBefore, fact, neighbours, nearest)) ++used;
    }
    if (nearest) neighbours.push_back(*nearest);
    return neighbours;
  }

 private:
  struct FactOfUnit {
    const Fact* fact = nullptr;
    std::size_t match = 0;
  };

  /// English says "4.3% in March", Chinese 3月份的4.3%.
  static constexpr double kFactAfter = 1.0;
  static constexpr double kFactBefore = 0.6;

  /// "Article 47": what the number belongs to stands before it, and only there.
  [[nodiscard]] bool is_label(std::size_t i) const {
    constexpr std::array<std::string_view, 22> kLabels = {
        "article",       "paragraph", "subparagraph", "item",   "section",  "chapter",
        "clause",        "table",     "chart",        "figure", "fig",      "note",
        "page",          "annex",     "form",         "part",   "articles", "paragraphs",
        "subparagraphs", "items",     "appendix",     "phase"};
    const std::string form =
        text::ascii_lowered(passage_.words[i].span.in(passage_.document->text));
    return std::find(kLabels.begin(), kLabels.end(), form) != kLabels.end();
  }

  [[nodiscard]] std::size_t first_word_from(std::size_t offset) const {
    const auto word = std::lower_bound(
        passage_.words.begin(), passage_.words.end(), offset,
        [](const model::Word& u, std::size_t begin) { return u.span.begin < begin; });
    return static_cast<std::size_t>(word - passage_.words.begin());
  }

  /// Whether the word ends what belongs to a number: a mark, a conjunction, another number of the
  /// same kind.
  [[nodiscard]] bool is_border(std::size_t i, const Fact& own) const {
    const model::Word& word = passage_.words[i];
    if (const Fact* fact = fact_of_unit_[i].fact) return fact != &own && fact->kind == own.kind;
    if (word.kind == text::TokenKind::kNumber) return true;
    const std::string_view form = word.span.in(passage_.document->text);
    return word.kind == text::TokenKind::kPunctuation ? ends_clause(form) : is_conjunction(form);
  }

  /// From which word on what stands in front of the number at `number` may belong to it: behind a
  /// border, and of what follows another number, which counts that, the nearer half: 省 of
  /// 7个省的41个城市 and "cities" of "41 cities in seven provinces" are not of the second.
  [[nodiscard]] std::size_t first_own_word(std::size_t number, const Fact& own) const {
    std::size_t border = number;
    while (border > 0 && !is_border(border - 1, own)) --border;
    if (border == 0 || border == number || fact_of_unit_[border - 1].fact == nullptr) return border;
    const std::size_t ends = border + number - 1;  // the first word and the last one
    const bool even = ends % 2 == 0;
    const bool middle_is_counted =
        even && passage_.words[number - 1].span.in(passage_.document->text) == "的";
    return (ends + 1) / 2 + (middle_is_counted ? 1 : 0);
  }

  /// Adds a word; false where it says nothing and takes no place.
  bool add(std::size_t i, double place, double side, const Fact& own,
           std::vector<Neighbour>& neighbours, std::optional<Neighbour>& nearest) const {
    if (passage_.words[i].kind == text::TokenKind::kPunctuation) return false;
    if (const auto [fact, match] = fact_of_unit_[i]; fact != nullptr && fact != &own) {
      const bool chinese = passage_.language == Language::kChinese;
      const double preferred = chinese ? kFactAfter + kFactBefore - side : side;
      const double weight = kFactWeight * preferred * place;
      if (own.kind == Kind::kDate) return false;  // the figures speak for themselves
      if (!nearest || weight > nearest->weight) nearest = Neighbour{i, weight, match};
      return false;
    }
    const double weight = rarity(linked_[i].commonness);
    if (weight <= 0) return false;
    neighbours.push_back({i, place * weight, std::nullopt});
    return true;
  }

  const pair::Passage& passage_;
  std::span<const pair::LinkedWord> linked_;
  std::vector<FactOfUnit> fact_of_unit_;
};

/// How well what stands around a fact of the source translates what stands around one of the
/// target. The facts of the matches `own` and `other`, which are in doubt, say nothing.
double affinity(std::span<const Neighbour> source, std::span<const Neighbour> target,
                std::span<const pair::LinkedWord> source_linked, std::size_t own,
                std::size_t other) {
  const auto in_doubt = [&](const Neighbour& n) { return n.match == own || n.match == other; };
  double sum = 0;
  for (const Neighbour& s : source) {
    if (in_doubt(s)) continue;
    double best = 0;
    for (const Neighbour& t : target) {
      const double weight = std::sqrt(s.weight * t.weight);
      if (s.match || t.match) {
        if (s.match == t.match) best = std::max(best, weight);
        continue;
      }
      for (const pair::Link& link : source_linked[s.word].links) {
        if (t.word != link.other) continue;
        const double strength = std::min(1.0, double{link.from_other} + double{link.to_other});
        best = std::max(best, strength * weight);
      }
    }
    sum += best;
  }
  return sum;
}

/// The clause around a fact, between the marks that end a sentence and half the way to the fact
/// that it may have changed places with: what a good translation says of the one, it hardly says of
/// the other.
class Clause {
 public:
  Clause(const pair::Passage& passage, std::span<const pair::LinkedWord> linked,
         std::span<const Span> figures, const Fact& own, const Fact& other)
      : passage_(passage) {
    const auto at = static_cast<std::ptrdiff_t>(word_at(own.number.begin));
    const auto end = static_cast<std::ptrdiff_t>(word_at(own.number.end));
    const auto rival = static_cast<std::ptrdiff_t>(word_at(other.number.begin));
    for (const std::ptrdiff_t step : {std::ptrdiff_t{1}, std::ptrdiff_t{-1}}) {
      const bool towards = (rival > at) == (step > 0);
      const std::ptrdiff_t border = towards ? border_between(at, rival) : -1;
      std::size_t distance = 0;
      for (std::ptrdiff_t i = step > 0 ? end : at - 1;
           i >= 0 && i < static_cast<std::ptrdiff_t>(passage.words.size()) && distance < kReach;
           i += step) {
        if (towards && (step > 0 ? i >= border : i < border)) break;
        const auto k = static_cast<std::size_t>(i);
        const model::Word& word = passage.words[k];
        if (word.kind == text::TokenKind::kPunctuation) {
          if (ends_sentence(word.span.in(passage.document->text))) break;
          continue;
        }
        ++distance;
        const bool figure = std::ranges::any_of(figures, [&](const Span& span) {
          return word.span.begin < span.end && span.begin < word.span.end;
        });
        if (figure) continue;
        const double weight = rarity(linked[k].commonness) / (1 + kFading * double(distance));
        if (weight > 0) words_.push_back({k, weight, std::nullopt});
      }
    }
  }

  [[nodiscard]] std::span<const Neighbour> words() const { return words_; }

 private:
  static constexpr std::size_t kReach = 14;
  static constexpr double kFading = 0.12;

  static bool ends_sentence(std::string_view mark) {
    constexpr std::array<std::string_view, 8> kMarks = {".", "!", "?", ";", "。", "！", "？", "；"};
    return std::find(kMarks.begin(), kMarks.end(), mark) != kMarks.end();
  }

  [[nodiscard]] std::size_t word_at(std::size_t offset) const {
    const auto word = std::ranges::lower_bound(passage_.words, offset, {},
                                               [](const model::Word& w) { return w.span.begin; });
    return static_cast<std::size_t>(word - passage_.words.begin());
  }

  /// Where the words of the one end and those of the other begin: at the mark between them that is
  /// nearest to the middle, or there.
  [[nodiscard]] std::ptrdiff_t border_between(std::ptrdiff_t a, std::ptrdiff_t b) const {
    const std::ptrdiff_t low = std::min(a, b);
    const std::ptrdiff_t high = std::max(a, b);
    const std::ptrdiff_t middle = (low + high + 1) / 2;
    std::ptrdiff_t best = middle;
    std::ptrdiff_t gap = high - low;
    for (std::ptrdiff_t i = low; i < high; ++i) {
      const model::Word& word = passage_.words[static_cast<std::size_t>(i)];
      const std::string_view form = word.span.in(passage_.document->text);
      const bool parts =
          word.kind == text::TokenKind::kPunctuation ? ends_clause(form) : is_conjunction(form);
      if (!parts || std::abs(i - middle) >= gap) continue;
      best = i;
      gap = std::abs(i - middle);
    }
    return best;
  }

  const pair::Passage& passage_;
  std::vector<Neighbour> words_;
};

/// By how much the clauses of two facts fit each other's counterparts better than their own, and
/// how well they fit at all.
struct ClauseEvidence {
  double straight = 0;
  double crossed = 0;

  /// How much speaks for the exchange; `beside` is what the words right beside the figures say. The
  /// weights were fitted on figures exchanged by program in translations that are good otherwise.
  [[nodiscard]] double score(double beside, bool reversed, bool dates, bool two_sentences) const {
    constexpr double kBeside = 0.5;
    constexpr double kLittle = 1.5;        // words that fit; less than these prove little
    constexpr double kOrder = 0.4;         // the same order on both sides speaks against
    constexpr double kDates = 0.2;         // as dates stand beside whatever is said of them
    constexpr double kTwoSentences = 0.2;  // translations keep the order of sentences
    return (crossed - straight) / (crossed + straight + kLittle) + kBeside * beside -
           (reversed ? 0 : kOrder) - (dates ? kDates : 0) +
           (reversed && two_sentences ? kTwoSentences : 0);
  }
};

/// Whether the two facts could stand for each other without the reader noticing.
bool same_shape(const Fact& a, const Fact& b) {
  if (a.kind == Kind::kDate && b.kind == Kind::kDate) {
    return (a.date.year != 0) == (b.date.year != 0) && (a.date.day != 0) == (b.date.day != 0) &&
           (a.date.weekday != 0) == (b.date.weekday != 0) && a.date.period == b.date.period;
  }
  return a.kind == b.kind && a.unit == b.unit && a.currency == b.currency;
}

/// The ends of a range, the members of a list (4, 5 and 7): they count one thing.
bool in_one_list(std::span<const Fact> facts, std::size_t a, std::size_t b) {
  constexpr std::size_t kGap = 6;
  std::size_t end = facts[std::min(a, b)].span.end;
  for (std::size_t i = std::min(a, b) + 1; i <= std::max(a, b); ++i) {
    if (facts[i].alternative) continue;
    if (facts[i].span.begin > end + kGap || facts[i].kind != facts[a].kind) return false;
    end = std::max(end, facts[i].span.end);
  }
  return true;
}

/// A figure in digits that counts, and is no rank or fraction: of these the clauses tell most.
bool is_plain_figure(const Fact& fact, const Fact& other) {
  return (fact.digits || other.digits) && fact.kind != Kind::kOrdinal &&
         other.kind != Kind::kOrdinal &&
         (fact.decimals > 0 || fact.value >= 1000 || fact.value == std::floor(fact.value));
}

/// What stands between two facts of a passage.
std::string_view text_between(const pair::Passage& passage, const Fact& a, const Fact& b) {
  const Fact& left = a.span.begin < b.span.begin ? a : b;
  const Fact& right = a.span.begin < b.span.begin ? b : a;
  if (left.span.end >= right.span.begin) return {};
  const std::string_view text = passage.document->text;
  return text.substr(left.span.end, right.span.begin - left.span.end);
}

/// Whether a sentence ends between the two: what one sentence says of one figure, its translation
/// says before the next sentence.
bool stand_in_two_sentences(const pair::Passage& passage, const Fact& a, const Fact& b) {
  const std::string_view between = text_between(passage, a, b);
  constexpr std::array<std::string_view, 7> kEnds = {". ", "! ", "? ", "; ", "。", "；", "！"};
  return std::ranges::any_of(
      kEnds, [&](std::string_view end) { return between.find(end) != std::string_view::npos; });
}

/// 3至5, 1713、1755、1767: the ends of a range and the members of a longer list keep their order in
/// translation; two members may well be said the other way round.
bool keeps_order(const pair::Passage& passage, const Fact& a, const Fact& b) {
  const std::string_view between = text_between(passage, a, b);
  constexpr std::array<std::string_view, 9> kRange = {"-",  "–",  "—",    "~", "～",
                                                      "至", "到", " to ", "－"};
  constexpr std::array<std::string_view, 3> kList = {"、", ", ", "，"};
  const auto has = [&](const auto& forms) {
    return std::ranges::any_of(
        forms, [&](std::string_view form) { return between.find(form) != std::string_view::npos; });
  };
  return has(kRange) || (has(kList) && between.size() > 3);
}

/// Which of two things a figure is of, "respectively" says by their order alone.
bool says_respectively(const pair::Passage& passage) {
  constexpr auto kForms = std::to_array<std::string_view>({"respectively", "分别", "分別", "依次"});
  return text::has_one_of(passage.text(), kForms);
}

/// The words on both sides of the last "and" in front of a place: 中国 and 日本 of
/// 中国和日本的销量.
struct Things {
  std::vector<std::size_t> first;
  std::vector<std::size_t> second;
};

std::optional<Things> things_in_front(const pair::Passage& passage, std::size_t place) {
  constexpr auto kAnd = std::to_array<std::string_view>({"and", "和", "与", "與", "及", "、"});
  constexpr std::size_t kNear = 2;  // words: 2022年, "the men"
  const auto& words = passage.words;
  std::size_t i = 0;
  while (i < words.size() && words[i].span.begin < place) ++i;
  while (i > 0 &&
         std::ranges::find(kAnd, words[i - 1].span.in(passage.document->text)) == kAnd.end()) {
    --i;
  }
  if (i < 2 || i >= words.size()) return std::nullopt;
  Things things;
  for (std::size_t k = i - 1; k-- > 0 && i - 1 - k <= kNear;) things.first.push_back(k);
  for (std::size_t k = i; k < words.size() && k < i + kNear; ++k) things.second.push_back(k);
  // 组 of 甲组和乙组 tells neither from the other.
  const auto drop_shared = [&](std::vector<std::size_t>& own, std::span<const std::size_t> other) {
    std::erase_if(own, [&](std::size_t k) {
      return std::ranges::any_of(other, [&](std::size_t o) {
        return words[k].span.in(passage.document->text) == words[o].span.in(passage.document->text);
      });
    });
  };
  const std::vector<std::size_t> first = things.first;
  drop_shared(things.first, things.second);
  drop_shared(things.second, first);
  return things;
}

/// Whether two figures that stand in one list on both sides, with "respectively", belong to each
/// other's things: the figures are in the same order and the things are not, or the other way
/// round.
bool are_respectively_exchanged(const BeadContext& context, const Match& a, const Match& b) {
  const auto first = [](const pair::Passage& passage, std::size_t x, std::size_t y) {
    return std::min(passage.facts[x].span.begin, passage.facts[y].span.begin);
  };
  const auto source = things_in_front(context.source, first(context.source, a.source, b.source));
  const auto target = things_in_front(context.target, first(context.target, a.target, b.target));
  if (!source || !target) return false;
  const auto linked = [&](std::span<const std::size_t> x, std::span<const std::size_t> y) {
    double best = 0;
    for (const std::size_t i : x) {
      if (rarity(context.links.source[i].commonness) <= 0) continue;
      for (const pair::Link& link : context.links.source[i].links) {
        if (std::ranges::find(y, link.other) == y.end()) continue;
        best = std::max(best, double{link.from_other} + double{link.to_other});
      }
    }
    return best;
  };
  constexpr double kSure = 0.3;
  const bool first_is_second = linked(source->first, target->second) >= kSure;
  const bool second_is_first = linked(source->second, target->first) >= kSure;
  if (first_is_second != second_is_first) return false;  // other things may be meant
  const bool things_reversed = first_is_second;
  const bool figures_reversed =
      (context.source.facts[a.source].span.begin < context.source.facts[b.source].span.begin) !=
      (context.target.facts[a.target].span.begin < context.target.facts[b.target].span.begin);
  return things_reversed != figures_reversed;
}

/// Whether a list has two figures and no more.
bool are_all_of_list(const pair::Passage& passage, std::size_t a, std::size_t b) {
  const std::vector<Fact>& facts = passage.facts;
  return std::ranges::none_of(facts, [&](const Fact& fact) {
    const auto of = static_cast<std::size_t>(&fact - facts.data());
    return of != a && of != b && !fact.alternative && fact.kind == facts[a].kind &&
           (in_one_list(facts, std::min(of, a), std::max(of, a)) ||
            in_one_list(facts, std::min(of, b), std::max(of, b)));
  });
}

bool may_be_swapped(const Fact& fact) {
  if (fact.kind == Kind::kOrdinal) return true;  // from the first hole to the eighteenth
  return fact.kind != Kind::kCode && fact.kind != Kind::kRelative && !fact.weak;
}

/// "46 ships and more than 40 planes": a word of approximation stays with the thing, not with the
/// number that was put in its place.
double approximation_evidence(const Fact& a, const Fact& b, const Fact& a_target,
                              const Fact& b_target) {
  constexpr double kWeight = 0.5;
  const bool crossed = a.approximation == b_target.approximation &&
                       b.approximation == a_target.approximation &&
                       a.approximation != b.approximation;
  return crossed ? kWeight : 0;
}

/// Whether a text ends with, or begins with, one of the forms.
template <std::size_t kCount>
bool ends_with_any(std::string_view text, const std::array<std::string_view, kCount>& forms) {
  return std::any_of(forms.begin(), forms.end(), [&](std::string_view form) {
    return text.size() >= form.size() && text.substr(text.size() - form.size()) == form;
  });
}

template <std::size_t kCount>
bool begins_with_any(std::string_view text, const std::array<std::string_view, kCount>& forms) {
  return std::any_of(forms.begin(), forms.end(),
                     [&](std::string_view form) { return text.substr(0, form.size()) == form; });
}

/// 第五条 and 第三款 point at a passage of a law, 每10万人 is what a rate is taken of: neither is a
/// figure that another could take the place of.
bool is_reference_or_base(const pair::Passage& passage, const Fact& fact) {
  constexpr std::array<std::string_view, 11> kReferences = {"条", "條", "项", "項", "款", "目",
                                                            "章", "节", "節", "页", "頁"};
  constexpr std::array<std::string_view, 4> kPer = {"每", "per", "every", "in every"};
  const std::string_view text = passage.document->text;
  std::string_view before = text.substr(0, fact.span.begin);
  while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
  return (fact.kind == Kind::kOrdinal &&
          begins_with_any(text.substr(fact.span.end), kReferences)) ||
         ends_with_any(before, kPer);
}

/// 88% … 76 points against "76 percent … 88 points": each figure has what belongs to the other.
bool words_crossed(const Fact& a, const Fact& b, const Fact& a_target, const Fact& b_target) {
  const auto is_bare = [](const Fact& fact) { return fact.kind == Kind::kNumber; };
  const auto has_word = [](const Fact& fact) {
    return fact.kind == Kind::kMeasure || fact.kind == Kind::kMoney;
  };
  const auto same_word = [](const Fact& x, const Fact& y) {
    return x.kind == y.kind && x.unit == y.unit && facts::compatible(x.currency, y.currency);
  };
  return (has_word(a) && is_bare(b) && is_bare(a_target) && has_word(b_target) &&
          same_word(a, b_target)) ||
         (is_bare(a) && has_word(b) && has_word(a_target) && is_bare(b_target) &&
          same_word(b, a_target));
}

}  // namespace

void find_swapped(const BeadContext& context, std::span<const Match> matches,
                  std::vector<Difference>& differences) {
  if (matches.size() < 2) return;
  Surroundings source(context.source, context.links.source);
  Surroundings target(context.target, context.links.target);
  for (std::size_t i = 0; i < matches.size(); ++i) {
    source.enter(context.source.facts[matches[i].source], i);
    target.enter(context.target.facts[matches[i].target], i);
  }
  std::vector<std::vector<Neighbour>> source_words(matches.size());
  std::vector<std::vector<Neighbour>> target_words(matches.size());
  for (std::size_t i = 0; i < matches.size(); ++i) {
    source_words[i] = source.of(context.source.facts[matches[i].source]);
    target_words[i] = target.of(context.target.facts[matches[i].target]);
  }
  std::vector<Span> source_figures;
  std::vector<Span> target_figures;
  for (const Match& match : matches) {
    source_figures.push_back(context.source.facts[match.source].number);
    target_figures.push_back(context.target.facts[match.target].number);
  }
  const auto clause_evidence = [&](std::size_t i, std::size_t j) {
    const Fact& a = context.source.facts[matches[i].source];
    const Fact& b = context.source.facts[matches[j].source];
    const Fact& a_target = context.target.facts[matches[i].target];
    const Fact& b_target = context.target.facts[matches[j].target];
    const Clause of_a(context.source, context.links.source, source_figures, a, b);
    const Clause of_b(context.source, context.links.source, source_figures, b, a);
    const Clause to_a(context.target, context.links.target, target_figures, a_target, b_target);
    const Clause to_b(context.target, context.links.target, target_figures, b_target, a_target);
    const auto fit = [&](const Clause& x, const Clause& y) {
      return affinity(x.words(), y.words(), context.links.source, i, j);
    };
    return ClauseEvidence{fit(of_a, to_a) + fit(of_b, to_b), fit(of_a, to_b) + fit(of_b, to_a)};
  };
  // Of 3:1 and 2:0 the figures are compared two by two (scores.h).
  const std::vector<FigurePair> source_scores = figure_pairs(context.source);
  const std::vector<FigurePair> target_scores = figure_pairs(context.target);
  const auto is_of_score = [&](std::size_t match) {
    const auto score_of = [](const std::vector<FigurePair>& scores, const Fact& fact) {
      return std::ranges::find_if(
          scores, [&](const FigurePair& score) { return score.span.overlaps(fact.number); });
    };
    const auto a = score_of(source_scores, context.source.facts[matches[match].source]);
    const auto b = score_of(target_scores, context.target.facts[matches[match].target]);
    // 3-5 may be a range; 3比5 is none.
    return a != source_scores.end() && b != target_scores.end() &&
           (a->in_words(context.source) || b->in_words(context.target));
  };
  const bool by_order = says_respectively(context.source) && says_respectively(context.target);
  std::vector<bool> done(matches.size());
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const Fact& a = context.source.facts[matches[i].source];
    const auto is_fixed = [&](std::size_t match) {
      return is_of_score(match) ||
             is_reference_or_base(context.source, context.source.facts[matches[match].source]) ||
             is_reference_or_base(context.target, context.target.facts[matches[match].target]);
    };
    if (done[i] || !may_be_swapped(a) || is_fixed(i)) continue;
    for (std::size_t j = i + 1; j < matches.size() && j <= i + kReach; ++j) {
      const Fact& b = context.source.facts[matches[j].source];
      const Fact& a_target = context.target.facts[matches[i].target];
      const Fact& b_target = context.target.facts[matches[j].target];
      if (done[j] || !may_be_swapped(b) || is_fixed(j) || facts::agreement(a, b_target) > 0 ||
          facts::agreement(b, a_target) > 0) {
        continue;
      }
      double confidence = kConfidence.front();
      if (!words_crossed(a, b, a_target, b_target)) {
        if (!same_shape(a, b) || !same_shape(a_target, b_target)) continue;
        const bool reversed =
            (a.span.begin < b.span.begin) != (a_target.span.begin < b_target.span.begin);
        const bool doubtful =
            is_repeated(context.source.facts, a) || is_repeated(context.source.facts, b);
        const bool source_list =
            in_one_list(context.source.facts, matches[i].source, matches[j].source);
        const bool target_list =
            in_one_list(context.target.facts, matches[i].target, matches[j].target);
        const FigureRoles roles = roles_of(context.source, a, b);
        const FigureRoles target_roles = roles_of(context.target, a_target, b_target);
        const bool told = comparable(roles, target_roles);
        if (told && roles == target_roles) continue;
        const bool list_reversed = source_list && target_list && reversed && !doubtful &&
                                   keeps_order(context.source, a, b) &&
                                   keeps_order(context.target, a_target, b_target);
        const bool respectively =
            source_list && target_list && !doubtful && by_order &&
            are_all_of_list(context.source, matches[i].source, matches[j].source) &&
            are_all_of_list(context.target, matches[i].target, matches[j].target);
        if (respectively && !told) {
          if (!are_respectively_exchanged(context, matches[i], matches[j])) continue;
          confidence = kByRoles;
        } else if ((told && !doubtful) || list_reversed) {
          confidence = kByRoles;
        } else if (source_list || target_list) {
          continue;
        } else {
          const double marks = approximation_evidence(a, b, a_target, b_target);
          const auto affinity_of = [&](std::size_t s, std::size_t t) {
            return affinity(source_words[s], target_words[t], context.links.source, i, j);
          };
          const double for_a = affinity_of(i, j) - affinity_of(i, i);
          const double for_b = affinity_of(j, i) - affinity_of(j, j);
          const Needed& needed = reversed && !doubtful ? kReversed : kInOrder;
          const double evidence = for_a + for_b + marks;
          const double wanted = a.kind == Kind::kDate ? needed.dates : needed.both;
          const bool near = for_a + marks / 2 >= needed.each && for_b + marks / 2 >= needed.each &&
                            evidence >= wanted;
          if (near) {
            confidence = std::min(kConfidence.back(),
                                  kConfidence.front() + kConfidenceGain * (evidence - wanted));
          } else if (is_plain_figure(a, a_target) && is_plain_figure(b, b_target) &&
                     clause_evidence(i, j).score(
                         for_a + for_b + marks - (doubtful ? kRepeated : 0), reversed,
                         a.kind == Kind::kDate,
                         stand_in_two_sentences(context.source, a, b) &&
                             stand_in_two_sentences(context.target, a_target, b_target)) >
                         kClauseScore) {
            confidence = kByClauses;
          } else {
            continue;
          }
        }
      }
      // What stands with the thing that `a` counts is the counterpart of `b`.
      differences.push_back({Mismatch::kSwapped, matches[i].source, matches[j].target, confidence});
      done[i] = done[j] = true;
      break;
    }
  }
}

}  // namespace duizhao::check
