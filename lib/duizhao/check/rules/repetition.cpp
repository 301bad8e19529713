// Rule `repetition`: words stand twice in a row, or a long stretch stands twice in a segment.
//
// Fires:   the the bank; OceaniaOceania; 目前马其目前马其顿; 已封闭封闭; a sentence of the target
// that
//          ends and begins again.
// Silent:  看看, 人人, 讨论讨论, 一步一步, 哈哈哈; "had had", "that that", "more and more and
// more",
//          "Bora Bora"; a name of two alike words; what stands twice in the source as well.

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "duizhao/check/evidence/form/doubled_text.h"
#include "duizhao/check/rule.h"
#include "duizhao/pair/resources.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

using text::Token;
using text::TokenKind;

constexpr std::array kKinds = {
    FindingKind{"repetition/word", Category::kGrammar, Severity::kMinor, 0.8, "repetition/words"},
    FindingKind{"repetition/words", Category::kGrammar, Severity::kMajor, 0.9},
    FindingKind{"repetition/joined", Category::kGrammar, Severity::kMajor, 0.9},
    FindingKind{"repetition/of-source", Category::kGrammar, Severity::kMinor, 0.5,
                "repetition/words"},
    FindingKind{"repetition/stretch", Category::kGrammar, Severity::kMajor, 0.7},
};

/// What the rule compares: a Han character or a word, with its place.
struct Piece {
  std::string_view form;
  std::size_t hash = 0;  ///< of the form
  Span span;
  bool han = false;
  bool number = false;
  bool capital = false;
};

constexpr std::size_t kLongestStutter = 20;

/// Sentences of fewer pieces may well stand twice: "No. No."
constexpr std::size_t kLoop = 4;

/// Words and characters, with punctuation as pieces of its own, so that nothing repeats across it.
/// Their forms stand in `lowered`, which is the passage's text in lower case.
std::vector<Piece> pieces_of(const pair::Passage& passage, std::string_view lowered) {
  const std::string_view text = passage.document->text;
  const auto form_of = [&](Span span) {
    return lowered.substr(span.begin - passage.span.begin, span.size());
  };
  std::size_t characters = 0;
  for (const Token& token : passage.tokens) {
    characters += token.kind == TokenKind::kHan ? token.span.size() / 3 : 1;
  }
  std::vector<Piece> pieces;
  pieces.reserve(characters);
  for (const Token& token : passage.tokens) {
    if (token.kind == TokenKind::kHan) {
      for (std::size_t i = token.span.begin; i < token.span.end;) {
        const std::size_t begin = i;
        const char32_t c = text::next_code_point(text, i);
        pieces.push_back({form_of({begin, i}), c, {begin, i}, true});
      }
    } else {
      const std::string_view form = form_of(token.span);
      pieces.push_back({form, std::hash<std::string_view>()(form), token.span, false,
                        token.kind == TokenKind::kPunctuation || token.kind == TokenKind::kNumber,
                        text::is_ascii_upper(text[token.span.begin])});
    }
  }
  return pieces;
}

bool alike(const Piece& a, const Piece& b) { return a.hash == b.hash && a.form == b.form; }

bool same(const std::vector<Piece>& pieces, std::size_t a, std::size_t b, std::size_t length) {
  for (std::size_t i = 0; i < length; ++i) {
    if (!alike(pieces[a + i], pieces[b + i])) return false;
  }
  return true;
}

bool all_alike(const std::vector<Piece>& pieces, std::size_t at, std::size_t length) {
  for (std::size_t i = 1; i < length; ++i) {
    if (!alike(pieces[at + i], pieces[at])) return false;
  }
  return true;
}

template <std::size_t kSize>
bool is_in(const std::array<std::string_view, kSize>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Whether English says this word twice with good reason.
bool may_double(const Piece& word) {
  constexpr std::array<std::string_view, 24> kWords = {
      "had",   "that",  "very", "so",  "bye",  "no",     "ha",    "blah",
      "knock", "yeah",  "long", "far", "many", "really", "again", "much",
      "well",  "there", "now",  "oh",  "yes",  "la",     "na",    "is"};
  return is_in(kWords, word.form);
}

bool is_article(std::string_view form) {
  constexpr std::array<std::string_view, 8> kWords = {"the", "a",  "an", "in",
                                                      "on",  "of", "it", "at"};
  return is_in(kWords, form);
}

/// Function characters that never stand twice unless one belongs to a word.
bool is_function_character(std::string_view form) {
  constexpr std::array<std::string_view, 22> kCharacters = {
      "的", "在", "是", "和", "与", "與", "被", "将", "將", "把", "从",
      "從", "对", "對", "为", "為", "由", "向", "及", "其", "于", "於"};
  return is_in(kCharacters, form);
}

/// Words of two characters that never stand twice, as verbs do (讨论讨论).
bool never_doubles(std::string_view first, std::string_view second) {
  constexpr std::array<std::string_view, 18> kWords = {
      "已经", "已經", "我们", "我們", "他们", "他們", "你们", "你們", "今年",
      "去年", "明年", "目前", "现在", "現在", "可以", "因为", "因為", "所以"};
  const std::string word = std::string(first) + std::string(second);
  return is_in(kWords, word) || second == "月";
}

bool stands_alone(const pair::Passage& passage, Span span) {
  return std::any_of(passage.words.begin(), passage.words.end(),
                     [&](const model::Word& word) { return word.span == span; });
}

/// Whether the verb at `place` is something done: 已封闭 and 于2006年推出 can't be doubled as
/// 讨论讨论 is.
bool is_done_before(const pair::Passage& passage, std::size_t place) {
  constexpr std::size_t kReach = 30;  // bytes: ten characters
  std::string_view before = passage.text().substr(0, place - passage.span.begin);
  if (before.size() > kReach) before.remove_prefix(before.size() - kReach);
  if (const auto mark = before.rfind("，"); mark != std::string_view::npos) {
    before.remove_prefix(mark);
  }
  constexpr std::array<std::string_view, 6> kDone = {"已", "被", "于", "於", "获", "獲"};
  return std::ranges::any_of(
      kDone, [&](std::string_view word) { return before.find(word) != std::string_view::npos; });
}

/// How grave it is that `length` pieces at `at` stand again right behind; kNeutral: not at all.
Severity weigh(const pair::Passage& passage, const std::vector<Piece>& pieces, std::size_t at,
               std::size_t length, bool source_doubles) {
  const Piece& first = pieces[at];
  const bool han = first.han;
  bool has_joint = false;
  for (std::size_t i = 0; i < length; ++i) {
    const Piece& piece = pieces[at + i];
    if (piece.number || piece.han != han) return Severity::kNeutral;
    constexpr std::array<std::string_view, 6> kJoints = {"and", "by", "after", "or", "upon", "to"};
    has_joint |= is_in(kJoints, piece.form);
  }
  if (han) {
    if (length == 1) {
      const bool alone = is_function_character(first.form) && stands_alone(passage, first.span) &&
                         stands_alone(passage, pieces[at + 1].span);
      return alone ? Severity::kMinor : Severity::kNeutral;
    }
    if (length == 2 && !source_doubles &&
        (never_doubles(first.form, pieces[at + 1].form) ||
         is_done_before(passage, first.span.begin))) {
      return Severity::kMinor;
    }
    if (length < 3 || all_alike(pieces, at, length) || source_doubles) return Severity::kNeutral;
    // 一个一个, 一步一步 and the like end where they began.
    return first.form == "一" && length == 3 ? Severity::kNeutral : Severity::kMajor;
  }
  if (length == 1) {
    if (may_double(first) || source_doubles || first.form.size() < 1) return Severity::kNeutral;
    // Yang Yang, Bora Bora; but not The The.
    if (first.capital && pieces[at + 1].capital && !is_article(first.form)) {
      return Severity::kNeutral;
    }
    return Severity::kMinor;
  }
  if ((has_joint && length == 2) || all_alike(pieces, at, length) || source_doubles) {
    return Severity::kNeutral;
  }
  return Severity::kMajor;
}

/// Whether a piece or more stands twice in a row anywhere.
bool doubles(const std::vector<Piece>& pieces, std::size_t least) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    for (std::size_t n = least; n <= kLongestStutter && i + 2 * n <= pieces.size(); ++n) {
      if (!pieces[i].number && same(pieces, i, i + n, n)) return true;
    }
  }
  return false;
}

/// The same of a word of English or two characters of Chinese, also with a comma between: "so
/// happy, so happy".
bool doubles_across_commas(std::vector<Piece> pieces) {
  std::erase_if(pieces, [](const Piece& piece) {
    return piece.form == "," || piece.form == "，" || piece.form == "、";
  });
  return doubles(pieces, pieces.empty() || !pieces[0].han ? 1 : 2);
}

/// Whether [at, at + length) is one sentence or more, from beginning to end.
bool is_whole(const std::vector<Piece>& pieces, std::size_t at, std::size_t length) {
  const auto stops = [&](std::size_t i) {
    constexpr std::array<std::string_view, 8> kStops = {"。", "！", "？", "；", ".", "!", "?", ";"};
    return is_in(kStops, pieces[i].form);
  };
  const std::size_t end = at + length;
  return (at == 0 || stops(at - 1)) && (end == pieces.size() || stops(end - 1) || stops(end));
}

/// What the source has twice and the target once: the first such place. Its author's slip, which
/// a translator wants to know of.
void find_in_source(const pair::Passage& source, const std::vector<Piece>& pieces,
                    const std::vector<Piece>& target, std::vector<Finding>& findings) {
  if (pieces.empty() || !pieces[0].han) return;
  const bool target_doubles = doubles(target, 1);
  for (std::size_t i = 0; i + 4 <= pieces.size(); ++i) {
    if (!same(pieces, i, i + 2, 2)) continue;
    if (weigh(source, pieces, i, 2, target_doubles) == Severity::kNeutral) continue;
    Finding finding(kind(kKinds, "repetition/of-source"));
    const Span once = pieces[i].span.joined(pieces[i + 1].span);
    finding.source = once.joined(pieces[i + 3].span);
    findings.push_back(std::move(finding.with("words", once.in(source.document->text))));
    return;
  }
}

/// A finding on what stands twice at `both`.
Finding finding_at(const FindingKind& what, Span both, std::string_view once) {
  Finding finding(what);
  finding.target = both;
  finding.suggestion = std::string(once);
  return std::move(finding.with("words", once));
}

bool find_stutters(const pair::Passage& target, const std::vector<Piece>& pieces,
                   const std::vector<Piece>& source, std::vector<Finding>& findings) {
  std::optional<bool> source_doubles;  // nobody asks of most pairs
  const std::size_t before = findings.size();
  for (std::size_t i = 0; i < pieces.size();) {
    std::size_t next = i + 1;
    for (std::size_t n = std::min(kLongestStutter, (pieces.size() - i) / 2); n > 0; --n) {
      if (!same(pieces, i, i + n, n)) continue;
      if (!source_doubles) source_doubles = doubles_across_commas(source);
      const Severity severity = weigh(target, pieces, i, n, *source_doubles);
      if (severity == Severity::kNeutral) continue;
      const Span once = pieces[i].span.joined(pieces[i + n - 1].span);
      const Span both = once.joined(pieces[i + 2 * n - 1].span);
      findings.push_back(
          finding_at(n == 1 ? kind(kKinds, "repetition/word") : kind(kKinds, "repetition/words"),
                     both, once.in(target.document->text)));
      findings.back().severity = severity;
      next = i + 2 * n;
      break;
    }
    i = next;
  }
  return findings.size() > before;
}

bool find_joined(const BeadContext& context, std::vector<Finding>& findings) {
  const std::string_view text = context.target.document->text;
  bool found = false;
  for (const Span& place : doubled_text(context.target.text(), *context.resources.lexicon)) {
    const Span both = {context.target.span.begin + place.begin,
                       context.target.span.begin + place.end};
    if (context.source.text().find(both.in(text)) != std::string_view::npos) continue;
    const std::string_view once = both.in(text).substr(0, (both.end - both.begin) / 2);
    findings.push_back(finding_at(kind(kKinds, "repetition/joined"), both, once));
    found = true;
  }
  return found;
}

/// The length of the longest stretch that stands twice, and where.
struct Loop {
  std::size_t length = 0;
  std::size_t first = 0;
  std::size_t again = 0;
};

/// Where so many pieces in a row begin that may stand again elsewhere: in most texts nowhere.
std::vector<std::size_t> repeated(const std::vector<Piece>& pieces, std::size_t seed) {
  std::vector<std::size_t> hashes;
  hashes.reserve(pieces.size());
  for (std::size_t i = 0; i + seed <= pieces.size(); ++i) {
    std::size_t hash = 0;
    for (std::size_t k = 0; k < seed; ++k) {
      hash = (hash ^ pieces[i + k].hash) * 0x9E3779B97F4A7C15U;
      hash ^= hash >> 32U;
    }
    hashes.push_back(hash);
  }
  std::vector<std::size_t> sorted = hashes;
  std::ranges::sort(sorted);
  std::vector<std::size_t> places;
  if (std::ranges::adjacent_find(sorted) == sorted.end()) return places;
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), hashes[i]);
    if (last - first > 1) places.push_back(i);
  }
  return places;
}

Loop longest_loop(const std::vector<Piece>& pieces) {
  constexpr std::size_t kSeed = kLoop;
  std::unordered_map<std::string, std::vector<std::size_t>> seeds;
  Loop best;
  for (const std::size_t i : repeated(pieces, kSeed)) {
    std::string key;
    for (std::size_t k = 0; k < kSeed; ++k) key.append(pieces[i + k].form) += ' ';
    auto& places = seeds[key];
    for (const std::size_t place : places) {
      std::size_t n = kSeed;
      while (i + n < pieces.size() && place + n < i &&
             pieces[place + n].form == pieces[i + n].form) {
        ++n;
      }
      if (n > best.length) best = {n, place, i};
    }
    if (places.size() < 8) places.push_back(i);
  }
  return best;
}

void check_repetition(const BeadContext& context, std::vector<Finding>& findings) {
  const std::string lowered_target = text::ascii_lowered(context.target.text());
  const std::string lowered_source = text::ascii_lowered(context.source.text());
  const std::vector<Piece> target = pieces_of(context.target, lowered_target);
  const std::vector<Piece> source = pieces_of(context.source, lowered_source);
  find_in_source(context.source, source, target, findings);
  const bool joined = find_joined(context, findings);
  if (find_stutters(context.target, target, source, findings) || joined) return;
  // A long term stands again where English has a pronoun: only whole sentences are told.
  const Loop loop = longest_loop(target);
  if (loop.length < kLoop || !is_whole(target, loop.first, loop.length) ||
      !is_whole(target, loop.again, loop.length) || longest_loop(source).length >= kLoop) {
    return;
  }
  const Span again = target[loop.again].span.joined(target[loop.again + loop.length - 1].span);
  findings.emplace_back(kind(kKinds, "repetition/stretch")).target = again;
}

constexpr std::array kExamples = {
    Example{"该行加息。", "The the bank raised rates.", "repetition/word"},
    Example{"North Macedonia is now waiting.", "目前马其目前马其顿正在等待。", "repetition/words"},
    Example{"大洋洲很远。", "OceaniaOceania is far away.", "repetition/joined"},
    Example{"The bank raised interest rates on Thursday.",
            "该国中央银行周四宣布提高利率，以应对通货膨胀；该国中央银行周四宣布提高利率，以应对通货"
            "膨胀。",
            "repetition/stretch"},
    Example{"道路已经封闭封闭。", "The road is closed.", "repetition/of-source"},
    Example{"Look, everyone is here.", "看看，人人都在这里。"},
    Example{"他说他已经吃过了。", "He said he had had lunch."},
};

}  // namespace

extern const Rule kRepetitionRule = {
    .id = "repetition",
    .concern = Concern::kRepetition,
    .kinds = kKinds,
    .examples = kExamples,
    .check_bead = check_repetition,
};

}  // namespace duizhao::check
