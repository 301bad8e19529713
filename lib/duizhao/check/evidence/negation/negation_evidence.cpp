#include "duizhao/check/evidence/negation/negation_evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>
#include <string_view>
#include <utility>

#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// How many words around a translation of what is denied are looked at.
constexpr std::size_t kBefore = 6;
constexpr std::size_t kBehind = 4;

/// Words this common say nothing by themselves of what is denied.
constexpr float kTooCommon = 2e-3F;

std::string folded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = text::next_code_point(text, i);
    if (c == 0x2019) {
      result.push_back('\'');
    } else if (c < 0x80) {
      result.push_back(text::ascii_lower(static_cast<char>(c)));
    } else {
      text::append_code_point(result, text::folded_han(c));
    }
  }
  return result;
}

std::string form(const NegatedSide& side, std::size_t i) {
  return i < side.passage.words.size()
             ? folded(side.passage.words[i].span.in(side.passage.document->text))
             : std::string();
}

/// A share in five steps.
int step(double share) {
  constexpr std::array<double, 4> kLimits = {0.02, 0.1, 0.3, 0.6};
  return int(std::upper_bound(kLimits.begin(), kLimits.end(), share) - kLimits.begin());
}

bool is_chinese_negation(char32_t c) {
  switch (c) {
    case U'不':
    case U'没':
    case U'未':
    case U'无':
    case U'非':
    case U'勿':
    case U'免':
      return true;
    default:
      return false;
  }
}

bool has_chinese_negation(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    if (is_chinese_negation(text::next_code_point(word, i))) return true;
  }
  return false;
}

bool is_english_negation(std::string_view word) {
  constexpr std::array<std::string_view, 9> kWords = {
      "not", "no", "never", "without", "none", "nothing", "cannot", "nobody", "neither"};
  return word.ends_with("n't") || std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// The share of a word's translations that deny: of "unclear", "outside", 难以, 禁止.
double negative_share(const model::Word& word, Language language, const model::Lexicon& lexicon) {
  const Language other = other_language(language);
  double share = 0;
  double sum = 0;
  for (const model::Translation translation : lexicon.translations(language, word.id)) {
    const std::string_view form = lexicon.form(other, translation.id);
    sum += translation.probability;
    if (language == Language::kChinese ? is_english_negation(form) : has_chinese_negation(form)) {
      share += translation.probability;
    }
  }
  return sum > 0 ? share / sum : 0;
}

/// How many words before word `at` the nearest negation stands, up to 4; 5 where there is none.
std::size_t nearest_before(const NegatedSide& side, std::size_t at) {
  for (std::size_t k = 0; k <= std::min<std::size_t>(at, 4); ++k) {
    if (side.cues[at - k] == Negation::kStrong) return k;
  }
  return 5;
}

/// Whether word `at` surely renders a word of the other side that stands far from the negation
/// `cue`, as 无 renders "zero".
bool renders_another(const NegatedSide& side, std::size_t at, std::size_t cue) {
  constexpr float kRendered = 0.1F;
  if (side.links[at].links.empty()) return false;
  const pair::Link& best = side.links[at].links.front();
  constexpr std::size_t kFar = 5;
  const std::size_t apart = best.other > cue ? best.other - cue : cue - best.other;
  return apart > kFar && std::max(best.from_other, best.to_other) >= kRendered;
}

/// 并有 for 并没有, 绝会, 再也会: an adverb that stands before a negation, and none behind it.
bool has_stranded_adverb(std::string_view chinese) {
  constexpr std::array<std::string_view, 4> kAdverbs = {"并", "並", "绝", "再也"};
  constexpr std::array<std::string_view, 6> kVerbs = {"有", "会", "會", "能", "是", "想"};
  return std::any_of(kAdverbs.begin(), kAdverbs.end(), [&](std::string_view adverb) {
    for (std::size_t at = chinese.find(adverb); at != std::string_view::npos;
         at = chinese.find(adverb, at + 1)) {
      const std::string_view behind = chinese.substr(at + adverb.size());
      if (std::any_of(kVerbs.begin(), kVerbs.end(),
                      [&](std::string_view verb) { return behind.starts_with(verb); })) {
        return true;
      }
    }
    return false;
  });
}

/// The word that makes a statement of word `at`, right before it or its first character: 有 before
/// 触发 and of 有影响, "did" before "want". Empty where none does.
std::string affirming_word(const NegatedSide& side, std::size_t at) {
  constexpr std::array<std::string_view, 13> kChinese = {"有", "会", "能", "已", "可", "可以", "将",
                                                         "再", "是", "要", "应", "就", "都"};
  constexpr std::array<std::string_view, 16> kEnglish = {
      "did",  "does",  "do",  "is",   "are",   "was", "were",   "has",
      "have", "could", "can", "will", "would", "had", "should", "must"};
  constexpr std::size_t kReach = 2;  // words: 有被触发, "did really want"
  const auto affirms = [&](std::string_view word) {
    return side.passage.language == Language::kChinese
               ? std::ranges::find(kChinese, word) != kChinese.end()
               : std::ranges::find(kEnglish, word) != kEnglish.end();
  };
  constexpr std::string_view kHas = "有";
  if (side.passage.language == Language::kChinese && form(side, at).starts_with(kHas)) {
    return std::string(kHas);
  }
  for (std::size_t k = 1; k <= std::min(at, kReach); ++k) {
    if (side.cues[at - k] != Negation::kNone) return {};
    if (std::string word = form(side, at - k); affirms(word)) return word;
  }
  return {};
}

/// "They did want to", "does help": a form of "do" that neither asks nor denies and stands for
/// itself no verb, as where "not" has been lost.
bool has_stranded_do(const NegatedSide& side, const std::vector<bool>& inside) {
  constexpr std::array<std::string_view, 3> kDo = {"do", "does", "did"};
  constexpr std::array<std::string_view, 34> kOther = {
      "i",   "you",  "he",  "she", "it",   "we",   "they", "this", "that", "these", "those", "the",
      "a",   "an",   "not", "to",  "so",   "what", "when", "as",   "in",   "on",    "at",    "with",
      "for", "from", "by",  "my",  "your", "his",  "her",  "its",  "our",  "their"};
  for (std::size_t i = 1; i + 1 < side.passage.words.size(); ++i) {
    if (!inside[i] || std::ranges::find(kDo, form(side, i)) == kDo.end()) continue;
    if (side.passage.words[i + 1].kind != text::TokenKind::kWord) continue;
    if (side.cues[i + 1] != Negation::kNone || side.cues[i - 1] != Negation::kNone) continue;
    if (std::ranges::find(kOther, form(side, i + 1)) == kOther.end()) return true;
  }
  return false;
}

/// A word that waits for a negation, a condition or a question, near where the answer should be and
/// in a passage that has none of these: 任何, 丝毫, "any", "yet".
bool has_stranded_any(const NegatedSide& side, const std::vector<bool>& inside) {
  constexpr std::array<std::string_view, 7> kChinese = {"任何", "丝毫", "从来", "根本",
                                                        "再也", "绝",   "并"};
  constexpr std::array<std::string_view, 8> kEnglish = {"any",  "anything", "anyone", "anybody",
                                                        "ever", "yet",      "either", "anymore"};
  constexpr std::array<std::string_view, 8> kLicense = {"如果", "若",      "是否", "吗",
                                                        "if",   "whether", "?",    "？"};
  if (std::ranges::any_of(side.cues, [](Negation cue) { return cue != Negation::kNone; })) {
    return false;
  }
  bool waits = false;
  for (std::size_t i = 0; i < side.passage.words.size(); ++i) {
    const std::string word = form(side, i);
    if (std::ranges::find(kLicense, word) != kLicense.end()) return false;
    waits |= inside[i] && (side.passage.language == Language::kChinese
                               ? std::ranges::find(kChinese, word) != kChinese.end()
                               : std::ranges::find(kEnglish, word) != kEnglish.end());
  }
  return waits;
}

/// Which words of the other side are near the counterpart of what is denied; all where unknown.
std::vector<bool> window(const Cue& cue, std::size_t size) {
  std::vector<bool> inside(size, cue.places.empty());
  for (const std::size_t place : cue.places) {
    const std::size_t begin = place > kBefore ? place - kBefore : 0;
    for (std::size_t i = begin; i < std::min(size, place + 1 + kBehind); ++i) inside[i] = true;
  }
  return inside;
}

/// Words that stay behind where a negation is taken out tell nothing.
bool is_auxiliary(std::string_view word) {
  constexpr std::array<std::string_view, 30> kWords = {
      "a",      "an",   "and", "are",  "be", "been", "can",  "could", "did",   "do",
      "does",   "had",  "has", "have", "he", "is",   "it",   "of",    "s",     "she",
      "should", "that", "the", "they", "to", "was",  "were", "will",  "would", "有"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// How far the longest word of the vocabulary around the character that denies does so itself:
/// 前不久 and 不已 don't, wherever the text was cut into words.
std::string in_vocabulary(const std::vector<std::string>& characters, std::size_t place,
                          const model::Lexicon& lexicon) {
  constexpr std::size_t kLongest = 4;
  for (std::size_t size = kLongest; size >= 2; --size) {
    for (std::size_t begin = place + 1 > size ? place + 1 - size : 0; begin <= place; ++begin) {
      if (begin + size > characters.size()) break;
      std::string text;
      for (std::size_t i = begin; i < begin + size; ++i) text += characters[i];
      const std::vector<model::Word> words = lexicon.words(text, Language::kChinese);
      if (words.size() != 1 || words[0].id == model::kUnknownWord) continue;
      return fmt::format("in_word_{}_negative_{}", size,
                         step(negative_share(words[0], Language::kChinese, lexicon)));
    }
  }
  return "in_no_word";
}

/// The characters of the side around the one that denies: 前|不|久 is no negation, whatever the
/// words are.
void around(const NegatedSide& side, std::size_t at, const model::Lexicon& lexicon,
            std::vector<std::string>& evidence) {
  const std::string_view text = side.passage.document->text;
  const Span word = side.passage.words[at].span;
  std::vector<std::string> characters;
  std::size_t place = 0;
  bool found = false;
  const std::size_t begin = side.passage.span.begin;
  const std::size_t end = side.passage.span.end;
  std::size_t from = word.begin;
  for (int k = 0; k < 2 && from > begin; ++k) {
    do --from;
    while (from > begin && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80);
  }
  for (std::size_t i = from; i < end && characters.size() < 10;) {
    const std::size_t at_byte = i;
    std::string character;
    text::append_code_point(character, text::folded_han(text::next_code_point(text, i)));
    if (!found && at_byte >= word.begin && has_chinese_negation(character)) {
      found = true;
      place = characters.size();
    }
    characters.push_back(std::move(character));
  }
  const auto character = [&](std::size_t i) {
    return i < characters.size() ? characters[i] : std::string("$");
  };
  const std::string before = place > 0 ? characters[place - 1] : "$";
  const std::string self = character(place);
  evidence.push_back(fmt::format("<{}{}", before, self));
  evidence.push_back(fmt::format("<>{}{}{}", before, self, character(place + 1)));
  std::string on = self;
  for (std::size_t k = 1; k <= 3; ++k) {
    on += character(place + k);
    evidence.push_back(fmt::format(">{}", on));
  }
  if (place > 1) evidence.push_back(fmt::format("<{}{}{}", character(place - 2), before, self));
  evidence.push_back(in_vocabulary(characters, place, lexicon));
}

}  // namespace

std::string_view denying_affix(const std::string& word, const model::Lexicon& lexicon) {
  if (word.size() > 6 && (word.ends_with("less") || word.ends_with("lessly"))) return "less";
  if (word.ends_with("-free")) return "free";
  for (const std::string_view prefix :
       {"non-", "non", "un", "in", "im", "ir", "il", "dis", "mis", "anti", "de"}) {
    const std::size_t least = prefix == "un" ? 3 : 4;  // "unfit", but "image"
    if (!word.starts_with(prefix) || word.size() < prefix.size() + least) continue;
    const std::string rest = word.substr(prefix.size());
    const auto whole = lexicon.words(word, Language::kEnglish);
    const auto part = lexicon.words(rest, Language::kEnglish);
    if (part.size() != 1 || whole.size() != 1 || part[0].id == model::kUnknownWord) continue;
    if (lexicon.probability(Language::kEnglish, part[0].id) >
        lexicon.probability(Language::kEnglish, whole[0].id)) {
      return prefix;
    }
  }
  return {};
}

std::vector<std::string> negation_evidence(const NegatedSide& side, const Cue& cue,
                                           std::span<const Cue> cues, const NegatedSide& other,
                                           std::span<const Cue> other_cues,
                                           const model::Lexicon& lexicon) {
  const bool chinese = side.passage.language == Language::kChinese;
  std::vector<std::string> evidence = {"constant"};
  // The word itself.
  const std::string self = form(side, cue.at);
  const bool contracted = !chinese && self.ends_with("n't");
  const std::string word = contracted ? "n't" : self;
  evidence.push_back("=" + word);
  const std::string next = form(side, cue.at + 1);
  evidence.push_back("=" + word + "_" + next);
  if (chinese) {
    around(side, cue.at, lexicon, evidence);
    evidence.push_back(
        fmt::format("itself_negative_{}",
                    step(negative_share(side.passage.words[cue.at], Language::kChinese, lexicon))));
  } else {
    const std::string before = cue.at > 0 ? form(side, cue.at - 1) : "$";
    evidence.push_back("<" + before + "_" + word);
    evidence.push_back("=" + word + "_" + next + "_" + form(side, cue.at + 2));
    if (contracted) evidence.push_back("<" + self);
  }
  // What is denied.
  std::size_t denied = cue.at + 1;
  while (denied < side.links.size() && denied < cue.at + 4 &&
         side.links[denied].commonness > kTooCommon) {
    ++denied;
  }
  if (denied < side.links.size()) {
    const pair::LinkedWord& linked = side.links[denied];
    double best = 0;
    if (!linked.links.empty()) {
      best = std::max(linked.links[0].from_other, linked.links[0].to_other);
      const std::size_t at = linked.links[0].other;
      if (best >= 0.05) {
        evidence.push_back(fmt::format(
            "denied_negative_{}",
            step(negative_share(other.passage.words[at], other.passage.language, lexicon))));
        evidence.push_back(fmt::format("denied_behind_{}", nearest_before(other, at)));
        if (const std::string affirming = affirming_word(other, at); !affirming.empty()) {
          evidence.push_back("denied_affirmed");
          evidence.push_back("denied_affirmed_" + affirming);
        }
      }
    }
    evidence.push_back(fmt::format("denied_link_{}", step(best)));
    evidence.push_back(fmt::format("denied_explained_{}", step(linked.explained)));
    evidence.push_back(fmt::format(
        "denied_translation_negative_{}",
        step(negative_share(side.passage.words[denied], side.passage.language, lexicon))));
  } else {
    evidence.push_back("denied_none");
  }
  if (cue.places.empty()) evidence.push_back("place_unknown");
  for (std::size_t i = cue.at + 1; i < std::min(side.passage.words.size(), cue.at + 6); ++i) {
    if (side.passage.words[i].kind == text::TokenKind::kNumber) {
      evidence.push_back("number_behind");
      break;
    }
  }
  // The other side.
  const std::vector<bool> inside = window(cue, other.passage.words.size());
  std::set<std::string> near;
  double negative = 0;
  double open = 0;
  double words = 0;
  int soft = 0;
  for (std::size_t i = 0; i < other.passage.words.size(); ++i) {
    const model::Word& one = other.passage.words[i];
    if (one.kind == text::TokenKind::kPunctuation || one.kind == text::TokenKind::kNumber) continue;
    words += 1;
    open += 1 - double(other.links[i].explained);
    if (other.cues[i] == Negation::kStrong) continue;
    std::string written = form(other, i);
    if (is_auxiliary(written)) {
      if (chinese && inside[i]) near.insert(fmt::format("{}_{}", written, form(other, i + 1)));
      continue;
    }
    const std::string stem = one.id == model::kUnknownWord
                                 ? written
                                 : std::string(lexicon.form(other.passage.language, one.id));
    if (!inside[i]) continue;
    near.insert(stem);
    // 代价不菲 for "does not come cheap": no negation by itself, and yet one.
    if (!chinese && has_chinese_negation(written) && !renders_another(other, i, cue.at)) {
      near.insert("character");
    }
    soft += other.cues[i] == Negation::kSoft ? 1 : 0;
    constexpr std::size_t kTwoCharacters = 6;  // bytes
    if (!chinese && one.kind == text::TokenKind::kHan && stem.size() > kTwoCharacters) {
      near.insert(stem.substr(0, kTwoCharacters));
      near.insert(stem.substr(stem.size() - kTwoCharacters));
    }
    if (written == "free" && i > 0 && form(other, i - 1) == "-") near.insert("affix_free");
    if (chinese && i + 1 < other.passage.words.size()) {
      near.insert(fmt::format("{}_{}", written, form(other, i + 1)));
    }
    negative = std::max(negative, negative_share(one, other.passage.language, lexicon));
    if (chinese) {
      if (const std::string_view affix = denying_affix(written, lexicon); !affix.empty()) {
        near.insert(fmt::format("affix_{}", affix));
      }
    }
  }
  for (const std::string& one : near) evidence.push_back("near_" + one);
  if (has_stranded_any(other, inside)) evidence.push_back("stranded_any");
  if (chinese && has_stranded_do(other, inside)) evidence.push_back("stranded_do");
  if (!chinese && has_stranded_adverb(other.passage.text())) evidence.push_back("stranded_adverb");
  evidence.push_back(fmt::format("near_negative_{}", step(negative)));
  evidence.push_back(fmt::format("near_soft_{}", std::min(soft, 3)));
  evidence.push_back(fmt::format("other_open_{}", step(words > 0 ? open / words : 1)));
  const auto count = [](std::span<const Cue> all, bool strong, bool unanswered) {
    return std::min<std::ptrdiff_t>(3, std::count_if(all.begin(), all.end(), [&](const Cue& one) {
                                      return one.strong == strong &&
                                             (!unanswered || !one.answer || !one.answer->strong);
                                    }));
  };
  evidence.push_back(fmt::format("own_strong_{}", count(cues, true, false)));
  evidence.push_back(fmt::format("own_lone_{}", count(cues, true, true)));
  evidence.push_back(fmt::format("other_strong_{}", count(other_cues, true, false)));
  evidence.push_back(fmt::format("other_lone_{}", count(other_cues, true, true)));
  evidence.push_back(fmt::format("other_soft_{}", count(other_cues, false, true)));
  evidence.push_back(fmt::format("answer_{}{}", cue.answer ? cue.answer->fit : 0,
                                 cue.answer && cue.answer->strong ? "_plain" : ""));
  if (cue.answer && !cue.answer->strong)
    evidence.push_back("answered_by_" + form(other, cue.answer->at));
  evidence.push_back(
      fmt::format("length_{}", std::min(7, int(std::log2(double(side.passage.words.size()) + 1)))));
  // Names stand between blanks in the file of weights, and a # begins a comment there.
  for (std::string& name : evidence) {
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '#' || (c >= 0 && c <= ' '); }, '_');
  }
  return evidence;
}

bool is_affirmed(std::span<const std::string> evidence) {
  constexpr std::array<std::string_view, 7> kNames = {
      "denied_link_4", "denied_negative_0", "near_negative_0", "near_soft_0",
      "other_soft_0",  "other_strong_0",    "own_strong_1"};
  return std::all_of(kNames.begin(), kNames.end(), [&](std::string_view name) {
    return std::find(evidence.begin(), evidence.end(), name) != evidence.end();
  });
}

double negation_log_odds(std::span<const std::string> evidence,
                         const model::NamedWeights& weights) {
  if (weights.empty()) return -std::numeric_limits<double>::infinity();
  double log_odds = 0;
  for (const std::string& name : evidence) {
    const auto found =
        std::lower_bound(weights.begin(), weights.end(), name,
                         [](const auto& each, const std::string& key) { return each.first < key; });
    if (found != weights.end() && found->first == name) log_odds += found->second;
  }
  return log_odds;
}

}  // namespace duizhao::check
