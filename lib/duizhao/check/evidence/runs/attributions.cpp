#include "duizhao/check/evidence/runs/attributions.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/text/abbreviations.h"
#include "duizhao/text/ascii.h"

namespace duizhao::check {
namespace {

/// Words of the longest clause that is one: "sources familiar with the company's plans said".
constexpr std::size_t kMostWords = 9;

template <std::size_t N>
bool is_one_of(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool is_saying(std::string_view word) {
  constexpr std::string_view kVerbs[] = {"said", "says", "say", "added", "adds"};
  return is_one_of(kVerbs, word);
}

bool is_determiner(std::string_view word) {
  constexpr std::string_view kWords[] = {"a",     "an",    "the",     "one",    "two",
                                         "three", "some",  "several", "of",     "and",
                                         "such",  "these", "those",   "another"};
  return is_one_of(kWords, word);
}

bool is_pronoun(std::string_view word) {
  constexpr std::string_view kWords[] = {"he", "she", "they"};
  return is_one_of(kWords, word);
}

bool is_source(std::string_view word) {
  constexpr std::string_view kWords[] = {"source", "sources", "people", "person", "another"};
  return is_one_of(kWords, word);
}

/// The words of a clause in lower case, without marks.
std::vector<std::string> words_of(const pair::Passage& english, const pair::Clause& clause) {
  std::vector<std::string> words;
  for (std::size_t w = clause.first_word; w < clause.end_word; ++w) {
    if (english.words[w].kind == text::TokenKind::kPunctuation) continue;
    words.push_back(text::ascii_lowered(english.words[w].span.in(english.document->text)));
  }
  return words;
}

/// Behind the determiners from `begin`.
std::size_t behind_determiners(const std::vector<std::string>& words, std::size_t begin) {
  while (begin < words.size() && is_determiner(words[begin]) && !is_source(words[begin])) ++begin;
  return begin;
}

enum class QuoteMark : std::uint8_t { kNone, kOpens, kCloses };

QuoteMark quote_mark(const pair::Passage& passage, std::size_t w) {
  constexpr std::string_view kOpening[] = {"“", "「", "『"};
  constexpr std::string_view kClosing[] = {"”", "」", "』"};
  if (passage.words[w].kind != text::TokenKind::kPunctuation) return QuoteMark::kNone;
  const Span place = passage.words[w].span;
  const std::string_view mark = place.in(passage.document->text);
  if (is_one_of(kOpening, mark)) return QuoteMark::kOpens;
  if (is_one_of(kClosing, mark)) return QuoteMark::kCloses;
  if (mark != "\"" && mark != "'") return QuoteMark::kNone;
  const std::string_view before = passage.text().substr(0, place.begin - passage.span.begin);
  if (before.empty() || before.ends_with(' ') || before.ends_with("：")) return QuoteMark::kOpens;
  // An apostrophe stands behind letters as well.
  constexpr std::string_view kStops = ",.?!";
  const bool behind_stop = kStops.find(before.back()) != std::string_view::npos;
  return mark == "\"" || behind_stop ? QuoteMark::kCloses : QuoteMark::kNone;
}

/// The marks of a quotation that goes on over passages: one that closes what is not opened here,
/// and one that opens what is not closed.
struct LoneMarks {
  std::optional<std::size_t> closing;
  std::optional<std::size_t> opening;
};

LoneMarks lone_marks(const pair::Passage& passage) {
  LoneMarks lone;
  std::vector<std::size_t> open;
  for (std::size_t w = 0; w < passage.words.size(); ++w) {
    const QuoteMark mark = quote_mark(passage, w);
    if (mark == QuoteMark::kOpens) open.push_back(w);
    if (mark != QuoteMark::kCloses) continue;
    if (!open.empty()) {
      open.pop_back();
    } else if (!lone.closing) {
      lone.closing = w;
    }
  }
  if (!open.empty()) lone.opening = open.front();
  return lone;
}

/// The words behind a mark up to the end of its sentence, where a verb among them gives it to its
/// speaker: " recalled Ms. Lind, the owner.
SpeakerWords speaker_behind(const pair::Passage& english, std::size_t mark) {
  constexpr std::size_t kMost = 16;
  constexpr std::string_view kEnds[] = {".", "!", "?"};
  const std::string_view text = english.document->text;
  SpeakerWords words{mark, mark};
  bool speaks = false;
  for (const pair::Clause& clause : pair::clauses(english)) {
    if (clause.end_word <= mark) continue;
    for (std::size_t w = std::max(clause.first_word, mark + 1); w < clause.end_word; ++w) {
      if (quote_mark(english, w) != QuoteMark::kNone) return speaks ? words : SpeakerWords{};
      const std::string word = text::ascii_lowered(english.words[w].span.in(text));
      speaks |= text::is_speech_verb(word) || is_saying(word) || word == "according";
      words.end = w + 1;
    }
    if (!is_one_of(kEnds, english.words[clause.end_word - 1].span.in(text))) continue;
    const std::string_view last =
        english.words[std::max<std::size_t>(clause.end_word, 2) - 2].span.in(text);
    if (text::abbreviation(last) == text::Abbreviation::kNone) break;  // and not "Ms."
  }
  return speaks && words.end - words.begin <= kMost ? words : SpeakerWords{};
}

/// The words before a mark, from a comma on: 陈女士告诉记者：“, with what says where it was heard:
/// 据本报报道，陈女士说：“.
SpeakerWords speaker_before(const pair::Passage& chinese, std::size_t mark) {
  const std::string_view text = chinese.document->text;
  SpeakerWords words;
  for (const pair::Clause& clause : pair::clauses(chinese)) {
    if (clause.end_word > mark) break;
    const bool heard =
        words.end > words.begin && chinese.words[words.begin].span.in(text).starts_with("据");
    words = {heard ? words.begin : clause.first_word, clause.end_word};
  }
  const bool colon = words.end == mark && mark > 0 &&
                     (chinese.words[mark - 1].span.in(text) == "：" ||
                      chinese.words[mark - 1].span.in(text) == ":");
  return colon ? words : SpeakerWords{};
}

}  // namespace

SpeakerWords speaker_of_long_quotation(const pair::Passage& passage, const pair::Passage& other) {
  const LoneMarks here = lone_marks(passage);
  const LoneMarks there = lone_marks(other);
  if (passage.language == Language::kEnglish) {
    return here.closing && there.closing ? speaker_behind(passage, *here.closing) : SpeakerWords{};
  }
  return here.opening && there.opening ? speaker_before(passage, *here.opening) : SpeakerWords{};
}

bool is_attribution(const pair::Passage& english, const pair::Clause& clause) {
  const std::vector<std::string> words = words_of(english, clause);
  if (words.size() < 2 || words.size() > kMostWords) return false;
  if (words[0] == "according" && words[1] == "to") {
    const std::size_t who = behind_determiners(words, 2);
    return who < words.size() && is_source(words[who]);
  }
  if (is_saying(words.front())) {
    const std::size_t who = behind_determiners(words, 1);
    return who + 1 == words.size() && (is_source(words[who]) || is_pronoun(words[who]));
  }
  if (!is_saying(words.back())) return false;
  if (words.size() == 2 && is_pronoun(words.front())) return true;
  const std::size_t who = behind_determiners(words, 0);
  return is_source(words[who]);
}

}  // namespace duizhao::check
