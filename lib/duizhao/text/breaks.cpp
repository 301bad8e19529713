#include "duizhao/text/breaks.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <tuple>

#include "duizhao/text/abbreviations.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"

namespace duizhao::text {
namespace {

/// How far, in bytes, an aside in brackets may reach to be kept in one sentence.
constexpr std::size_t kLongestAside = 240;
/// How far a word or a marker may reach; longer ones decide nothing.
constexpr std::size_t kLongestWord = 40;

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

bool is_upper(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
         (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F);
}

bool is_lower(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7) ||
         (c >= 0xFF41 && c <= 0xFF5A) || (c >= 0x3B1 && c <= 0x3C9) || (c >= 0x430 && c <= 0x44F);
}

bool is_letter(char32_t c) { return is_upper(c) || is_lower(c); }

bool is_digit(char32_t c) { return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19); }

bool is_dot(char32_t c) { return c == '.' || c == U'．'; }

bool is_ellipsis(char32_t c) { return c == U'…' || c == U'⋯'; }

bool is_question(char32_t c) { return is_one_of(c, U"?!？！‼⁇⁈⁉"); }

bool is_han_stop(char32_t c) { return c == U'。' || c == U'｡'; }

bool is_terminator(char32_t c) {
  return is_dot(c) || is_ellipsis(c) || is_question(c) || is_han_stop(c);
}

/// Marks that close what was opened before the terminator. Straight quotes are judged apart.
bool is_closer(char32_t c) { return is_one_of(c, U"”’」』）】》〉〕〗)]}»›"); }

bool is_closing_quote(char32_t c) { return is_one_of(c, U"”’」』\"'"); }

bool is_opener(char32_t c) { return is_one_of(c, U"“‘「『（【《〈〔〖([{«‹\"'"); }

/// After a terminator these say that the sentence goes on.
bool is_continuing(char32_t c) { return is_one_of(c, U",;:，、；：—–―─-~～/·"); }

/// The mark that closes `c`, 0 where it opens no aside. Quotes open speech, which has sentences.
char32_t closing_of(char32_t c) {
  constexpr std::u32string_view kOpen = U"（([【《〈〔";
  constexpr std::u32string_view kClose = U"））]】》〉〕";
  const std::size_t i = kOpen.find(c);
  return i == kOpen.npos ? 0 : kClose[i];
}

/// Half-width round brackets count as full-width ones, since drafts mix them: "(AM）".
char32_t widened(char32_t c) { return c == '(' ? U'（' : c == ')' ? U'）' : c; }

/// A terminator with all that belongs to it: "。", "?!”", "……」", ".) ".
struct Cluster {
  std::size_t begin = 0;      ///< of the first terminator
  std::size_t stops_end = 0;  ///< end of the first run of terminators
  std::size_t end = 0;        ///< end of the closing marks
  int dots = 0;               ///< "." and "．" in a row at the start
  bool ellipsis = false;      ///< "…" or three dots and more
  bool question = false;      ///< "?" or "!" of any width
  bool han_stop = false;      ///< "。"
  bool full_width = false;    ///< a terminator of Chinese typesetting
  bool closed = false;        ///< by any closing mark
  bool closed_quote = false;
  bool closed_title = false;  ///< 》 or 〉
  bool closed_bracket = false;
};

class Breaker {
 public:
  Breaker(std::string_view text, Span paragraph, std::vector<Span>& sentences)
      : text_(text),
        first_(paragraph.begin),
        end_(paragraph.end),
        start_(skip_spaces(paragraph.begin)),
        before_(sentences.size()),
        sentences_(sentences) {}

  void run() {
    std::size_t position = start_;
    while (position < end_) {
      if (!kInteresting[byte(position)]) {
        ++position;
        continue;
      }
      const std::size_t here = position;
      const char32_t c = next_code_point(text_, position);
      if (c == '"') {
        quote_open_ = !quote_open_;
      } else if (is_terminator(c)) {
        const Cluster cluster = cluster_at(here);
        position = cluster.end;
        if (const std::size_t next = skip_spaces(position); next < end_ && ends(cluster, next)) {
          finish(position, next);
        }
      } else if (c == ';' || c == U'；') {
        const std::size_t next = skip_spaces(position);
        if (here >= aside_end_ && enumerates(next)) finish(position, next);
      } else if (here >= aside_end_ && here > start_ && closing_of(c) != 0) {
        aside_end_ = closed_by(here);
      }
    }
    finish(end_, end_);
  }

 private:
  /// The first bytes of all characters that `run` looks at.
  static constexpr std::array<bool, 256> kInteresting = [] {
    std::array<bool, 256> interesting{};
    for (const unsigned char c : {'.', '!', '?', ';', '"', '(', '['}) interesting[c] = true;
    for (const int lead : {0xE2, 0xE3, 0xEF}) interesting[static_cast<std::size_t>(lead)] = true;
    return interesting;
  }();

  [[nodiscard]] unsigned char byte(std::size_t i) const {
    return static_cast<unsigned char>(text_[i]);
  }

  /// The code point at `position`, 0 at the end of the paragraph.
  [[nodiscard]] char32_t at(std::size_t position) const {
    return position < end_ ? next_code_point(text_, position) : 0;
  }

  /// The code point before `position`, 0 at the start of the paragraph.
  [[nodiscard]] char32_t before(std::size_t position) const {
    return position > first_ ? previous_code_point(text_, position) : 0;
  }

  [[nodiscard]] std::size_t after(std::size_t position) const {
    if (position < end_) std::ignore = next_code_point(text_, position);
    return position;
  }

  [[nodiscard]] std::size_t skip_spaces(std::size_t position) const {
    while (position < end_ && is_space(at(position))) position = after(position);
    return position;
  }

  void finish(std::size_t end, std::size_t next) {
    while (end > start_ && is_space(before(end))) {
      std::ignore = previous_code_point(text_, end);
    }
    const Span sentence{start_, end};
    start_ = next;
    if (sentence.empty()) return;
    if (has_words(sentence) || sentences_.size() == before_) {
      sentences_.push_back(sentence);
    } else {
      sentences_.back().end = sentence.end;
    }
  }

  /// Marks alone, such as an emoji or "###", are no sentence.
  [[nodiscard]] bool has_words(Span sentence) const {
    for (std::size_t i = sentence.begin; i < sentence.end; i = after(i)) {
      const char32_t c = at(i);
      if (is_letter(c) || is_digit(c) || is_han(c)) return true;
      // Any other script, from Latin's further letters to kana and Hangul.
      if ((c >= 0x100 && c < 0x2000) || (c >= 0x3040 && c < 0xE000)) return true;
    }
    return false;
  }

  [[nodiscard]] Cluster cluster_at(std::size_t position);
  bool close(Cluster& cluster);
  [[nodiscard]] bool closes_straight(std::size_t position) const;
  [[nodiscard]] std::size_t closed_by(std::size_t open) const;

  [[nodiscard]] bool ends(const Cluster& cluster, std::size_t next) const;
  [[nodiscard]] bool ends_chinese(const Cluster& cluster, std::size_t next) const;
  [[nodiscard]] bool ends_english(const Cluster& cluster, std::size_t next) const;
  [[nodiscard]] bool ends_unspaced(const Cluster& cluster, std::size_t next) const;
  [[nodiscard]] bool ends_after_dot(std::size_t dot, std::size_t next) const;
  [[nodiscard]] bool ends_after_letter(std::size_t letter, std::size_t next) const;
  [[nodiscard]] bool glues_sentences(std::size_t dot, std::size_t next) const;
  [[nodiscard]] bool is_marker(std::size_t dot) const;
  [[nodiscard]] bool enumerates(std::size_t position) const;
  [[nodiscard]] bool speech_goes_on(std::size_t next) const;
  [[nodiscard]] std::string_view word_at(std::size_t position) const;
  [[nodiscard]] std::string_view word_before(std::size_t position, bool with_dots = false) const;
  [[nodiscard]] bool starts_like_sentence(std::size_t position) const;

  std::string_view text_;
  std::size_t first_;
  std::size_t end_;
  std::size_t start_;          ///< of the sentence that is being read
  std::size_t aside_end_ = 0;  ///< end of the bracketed aside around the scan position
  bool quote_open_ = false;    ///< an odd number of straight double quotes so far
  std::size_t before_;         ///< number of sentences that earlier paragraphs have
  std::vector<Span>& sentences_;
};

// ---------------------------------------------------------------- what belongs to a terminator

Cluster Breaker::cluster_at(std::size_t position) {
  Cluster cluster;
  cluster.begin = cluster.end = cluster.stops_end = position;
  bool first_run = true;
  for (;;) {
    int dots = 0;
    while (cluster.end < end_ && is_terminator(at(cluster.end))) {
      const char32_t c = at(cluster.end);
      dots = is_dot(c) ? dots + 1 : 0;
      cluster.ellipsis |= is_ellipsis(c) || dots == 3;
      cluster.question |= is_question(c);
      cluster.han_stop |= is_han_stop(c);
      cluster.full_width |= c >= 0x3000 && !is_dot(c);
      if (first_run) cluster.dots = std::max(cluster.dots, dots);
      cluster.end = after(cluster.end);
      // Dots may be spaced out: ". . ."
      if (is_dot(c) && at(cluster.end) == ' ' && is_dot(at(cluster.end + 1))) ++cluster.end;
    }
    if (first_run) cluster.stops_end = cluster.end;
    first_run = false;
    while (close(cluster)) {
    }
    if (cluster.end >= end_ || !is_terminator(at(cluster.end))) return cluster;
  }
}

/// Takes one closing mark, or a footnote number in square brackets, into the cluster.
bool Breaker::close(Cluster& cluster) {
  std::size_t position = cluster.end;
  // Text from typesetting has spaces before closing quotes: "自己方便。 ”".
  if (is_space(at(position)) && is_one_of(at(after(position)), U"”」』"))
    position = after(position);
  const char32_t c = at(position);
  if (c == '"' || c == '\'') {
    if (!closes_straight(position)) return false;
    if (c == '"') quote_open_ = !quote_open_;
  } else if (c == '[' && is_digit(at(position + 1))) {
    std::size_t close = position + 2;
    while (close < position + 5 && is_digit(at(close))) ++close;
    if (at(close) != ']') return false;
    cluster.end = close + 1;
    return true;
  } else if (!is_closer(c)) {
    // Some write “ for both; at the end of a paragraph it can't open.
    if (c != U'“' || skip_spaces(after(position)) < end_) return false;
  }
  cluster.end = after(position);
  cluster.closed = true;
  cluster.closed_quote |= is_closing_quote(c);
  cluster.closed_title |= c == U'》' || c == U'〉';
  cluster.closed_bracket |= c == ')' || c == U'）' || c == ']' || c == U'】';
  return true;
}

/// Whether the straight quote at `position`, right behind a terminator, closes.
bool Breaker::closes_straight(std::size_t position) const {
  const char32_t next = at(position + 1);
  if (next == 0 || is_space(next) || is_terminator(next) || is_closer(next) ||
      is_continuing(next)) {
    return true;
  }
  return at(position) == '"' && quote_open_;
}

/// The end of the aside that opens at `open`, or 0 where it does not close soon.
std::size_t Breaker::closed_by(std::size_t open) const {
  const char32_t opening = widened(at(open));
  const char32_t closing = closing_of(opening);
  const std::size_t limit = std::min(end_, open + kLongestAside);
  int depth = 0;
  for (std::size_t position = open; position < limit; position = after(position)) {
    const char32_t c = widened(at(position));
    if (c == opening && ++depth > 4) return 0;
    if (c == closing && --depth == 0) return after(position);
  }
  return 0;
}

// ---------------------------------------------------------------------- what comes next decides

bool Breaker::ends(const Cluster& cluster, std::size_t next) const {
  const char32_t c = at(next);
  if (is_continuing(c) && !(c == '-' && is_space(at(next + 1)))) return false;
  // A stray stop or a spaced-off ellipsis belongs to what it follows; ".NET" starts a sentence.
  if (is_terminator(c) && !is_letter(at(after(next))) && !is_digit(at(after(next)))) return false;
  // An aside in the middle of a sentence may hold questions and sentences of its own.
  if (cluster.begin < aside_end_) {
    if (cluster.end < aside_end_) return false;
    if (cluster.closed_title || (cluster.closed_bracket && cluster.question)) return false;
  }
  if (cluster.closed_title) return false;
  return cluster.full_width ? ends_chinese(cluster, next) : ends_english(cluster, next);
}

bool Breaker::ends_chinese(const Cluster& cluster, std::size_t next) const {
  const char32_t c = at(next);
  // “为什么？”的问题, “好！”地一声: the quotation is a word of the sentence around it.
  if (cluster.closed && next == cluster.end && is_one_of(c, U"的地之等与和及或")) return false;
  const bool loud = cluster.question || cluster.ellipsis;
  return !(loud && !cluster.han_stop && cluster.closed_quote && speech_goes_on(next));
}

bool Breaker::ends_english(const Cluster& cluster, std::size_t next) const {
  const bool spaced = next > cluster.end;
  const char32_t previous = before(cluster.begin);
  const char32_t c = at(next);
  if (cluster.ellipsis && !cluster.question) {
    if (is_han(c) || is_han(previous)) return cluster.closed_quote && !speech_goes_on(next);
    const std::string_view word = word_at(next);
    // "I... I've got this": the speaker hesitates.
    if (!cluster.closed && cluster.dots < 4 && (word == "I" || word.starts_with("I'")))
      return false;
    return spaced && starts_like_sentence(next) && !is_digit(c);
  }
  if (!spaced) return ends_unspaced(cluster, next);
  if (is_han(c)) {
    // "3. 总则": with half-width stops a number before Chinese text counts items.
    if (is_marker(cluster.begin) || (is_digit(previous) && !cluster.closed && !cluster.question))
      return false;
    return !is_letter(previous) ||
           abbreviation(word_before(cluster.begin, true)) == Abbreviation::kNone;
  }
  if (!starts_like_sentence(next) && !(c == '(' && enumerates(next))) return false;
  if (cluster.question) {
    if (word_before(cluster.begin) == "Yahoo" && !cluster.closed) return false;
    // "A New Beginning?" (1989): the year belongs to the title.
    if (cluster.closed_quote && c == '(' && is_digit(at(next + 1))) return false;
    return !(cluster.closed_quote && speech_goes_on(next));
  }
  if (cluster.closed) {
    // 「Mr.」 or 「Ms.」: an abbreviation is quoted.
    const Abbreviation kind = abbreviation(word_before(cluster.begin, true));
    return kind != Abbreviation::kTitle && kind != Abbreviation::kInner;
  }
  return ends_after_dot(cluster.begin, next);
}

/// The next character touches the terminator: a decimal, a name such as 01.AI, or sentences between
/// which a space was lost.
bool Breaker::ends_unspaced(const Cluster& cluster, std::size_t next) const {
  const char32_t previous = before(cluster.begin);
  const char32_t c = at(next);
  const bool after_text = is_han(previous) || is_one_of(previous, U"%％）)”」』》");
  if (is_han(c) || (after_text && (is_letter(c) || is_digit(c)))) {
    if (cluster.question || cluster.closed) return !(cluster.closed_quote && speech_goes_on(next));
    if (is_marker(cluster.begin)) return false;
    if (after_text) return true;
    const std::string_view word = word_before(cluster.begin, true);
    return word.size() >= 3 && is_lower(previous) && abbreviation(word) == Abbreviation::kNone;
  }
  if (cluster.closed_quote && starts_like_sentence(next)) return true;
  if (is_upper(c)) return !cluster.closed && glues_sentences(cluster.begin, next);
  const bool opens = is_opener(c) && c != '[' && c != '{' && c != '\'';
  return opens && (is_lower(previous) || is_digit(previous) || after_text) &&
         starts_like_sentence(next) && !is_marker(cluster.begin);
}

/// A single full stop, a space and something that could start a sentence.
bool Breaker::ends_after_dot(std::size_t dot, std::size_t next) const {
  if (is_marker(dot)) return false;
  const std::string_view word = word_before(dot, true);
  if (word.empty()) return true;
  const std::string_view follower = word_at(next);
  const bool number_follows = is_digit(at(next));
  const bool starter = starts_sentences(follower) && !is_dot(at(next + follower.size()));
  if (word.size() == 1 && !is_lower(at(dot - 1))) return ends_after_letter(dot - 1, next);
  switch (abbreviation(word)) {
    case Abbreviation::kTitle:
      return number_follows;
    case Abbreviation::kNumbered:
      return !number_follows;
    case Abbreviation::kMonth:
      return !number_follows && starter;
    case Abbreviation::kInner:
      return false;
    case Abbreviation::kEither:
      return starter;
    case Abbreviation::kTime:
      return !follows_time(follower);
    case Abbreviation::kNone:
      break;
  }
  // "U.S.", "J.R.R.", "J.P.": letters between stops.
  const bool acronym = word.size() >= 3 && word[word.size() - 2] == '.';
  return !acronym || starter;
}

/// A full stop after a single capital: an initial, a label ("Plan B."), or the word "I".
bool Breaker::ends_after_letter(std::size_t letter, std::size_t next) const {
  const std::string_view follower = word_at(next);
  const bool starter = starts_sentences(follower) && !is_dot(at(next + follower.size()));
  if (starter) return true;
  std::size_t gap = letter;
  while (gap > start_ && text_[gap - 1] == ' ') --gap;
  const std::string_view word = word_before(gap);
  if (word.empty()) return false;
  return takes_letter(word) || (text_[letter] == 'I' && is_lower(at(gap - word.size())));
}

/// "sanctions.Chinese regulators have": a space was lost. Before the stop a word of the running
/// text, after it a capitalised word and a plain one, or a word that starts sentences.
bool Breaker::glues_sentences(std::size_t dot, std::size_t next) const {
  const std::string_view word = word_before(dot);
  if (word.size() < 2 || !is_lower(at(dot - 1))) return false;
  const std::size_t begin = dot - word.size();
  const char32_t previous = before(begin);
  if (previous != 0 && !is_space(previous) && !is_one_of(previous, U"’'-“‘(—")) return false;
  const std::string_view follower = word_at(next);
  const std::size_t gap = next + follower.size();
  if (follower.empty() || at(gap) != ' ') return false;
  if (starts_sentences(follower)) return true;
  const auto plain = [](std::string_view letters) {
    return std::ranges::all_of(letters, is_ascii_lower);
  };
  constexpr std::array<std::string_view, 7> kSuffixes = {"Com", "Net", "Org", "Js",
                                                         "Io",  "Ai",  "Cn"};
  return plain(word) && follower.size() >= 2 && plain(follower.substr(1)) &&
         std::ranges::find(kSuffixes, follower) == kSuffixes.end() && is_lower(at(gap + 1));
}

/// Whether the sentence so far, up to the dot, is only the number or letter of a list item or the
/// name of a numbered heading: "1.", "(a).", "IV.", "2.3.", "一.", "Article 5.".
bool Breaker::is_marker(std::size_t dot) const {
  if (dot - start_ > 16) return false;
  std::string_view marker = text_.substr(start_, dot - start_);
  if (const std::size_t space = marker.find(' '); space != marker.npos) {
    if (!takes_heading_number(marker.substr(0, space))) return false;
    marker.remove_prefix(space + 1);
    return marker.size() <= 6 && std::ranges::all_of(marker, [](char c) {
             return is_ascii_digit(c) || c == '.' || is_ascii_upper(c);
           });
  }
  std::size_t letters = 0;
  std::size_t digits = 0;
  std::size_t han_numerals = 0;
  for (std::size_t i = 0; i < marker.size();) {
    const char32_t c = next_code_point(marker, i);
    if (is_digit(c)) {
      ++digits;
    } else if (is_letter(c)) {
      // More than one letter must be a Roman numeral.
      if (++letters > 1 && !is_one_of(c, U"ivxIVX")) return false;
    } else if (is_one_of(c, U"一二三四五六七八九十")) {
      ++han_numerals;
    } else if (!is_one_of(c, U"().（）．#§")) {
      return false;
    }
  }
  return digits <= 6 && letters <= 4 && han_numerals <= 3 && digits + letters + han_numerals > 0;
}

/// Whether an item of an enumeration starts: "（二）", "(b)", "②", "3.", "四、", also after "and".
bool Breaker::enumerates(std::size_t position) const {
  const std::string_view word = word_at(position);
  if (word == "and" || word == "or") position = skip_spaces(position + word.size());
  char32_t c = at(position);
  if (c >= U'①' && c <= U'⑳') return true;
  const bool bracketed = c == '(' || c == U'（';
  if (bracketed) c = at(position = after(position));
  int length = 0;
  bool han = false;
  for (; length < 4; ++length) {
    const bool han_numeral = is_one_of(c, U"一二三四五六七八九十");
    const bool roman = is_one_of(c, U"ivx");
    if (!is_digit(c) && !han_numeral && !roman && !(bracketed && length == 0 && is_lower(c))) break;
    han |= han_numeral;
    c = at(position = after(position));
  }
  if (length == 0) return false;
  if (bracketed) return c == ')' || c == U'）';
  if (han) return c == U'、';
  const char32_t follower = at(after(position));
  return (is_dot(c) || c == U'、') && !is_digit(follower) && !is_lower(follower);
}

/// Whether what follows a quotation only says whose it is: "？”他问道。", "?' Mr Wang asked."
bool Breaker::speech_goes_on(std::size_t next) const {
  const char32_t first = at(next);
  if (is_han(first)) {
    constexpr int kLongestTag = 10;
    std::size_t position = next;
    char32_t previous = 0;
    for (int length = 0; length < kLongestTag; ++length) {
      const char32_t c = at(position);
      if (!is_han(c)) {
        const bool verb = is_one_of(previous, U"说說道问問答喊叫");
        const bool knows = position >= 6 && text_.substr(position - 6, 6) == "知道";
        return length >= 2 && verb && !knows && (is_han_stop(c) || c == U'，' || c == 0);
      }
      previous = c;
      position = after(position);
    }
    return false;
  }
  if (!is_upper(first)) return false;
  std::size_t position = next;
  for (int words = 0; words < 4; ++words) {
    const std::string_view word = word_at(position);
    if (words > 0 && is_speech_verb(word)) return true;
    if (word.empty() || !is_upper(at(position)) || starts_sentences(word)) return false;
    position += word.size();
    if (at(position) == '.') ++position;
    if (at(position) != ' ') return false;
    ++position;
  }
  return false;
}

// ------------------------------------------------------------------------------------ the words

/// The word of ASCII letters and apostrophes at `position`.
std::string_view Breaker::word_at(std::size_t position) const {
  const std::size_t limit = std::min(end_, position + kLongestWord);
  std::size_t end = position;
  const auto belongs = [&](std::size_t i) {
    const char c = text_[i];
    return is_ascii_letter(c) || (c == '\'' && i > position);
  };
  while (end < limit && belongs(end)) ++end;
  return text_.substr(position, end - position);
}

/// The word of ASCII letters that ends at `position`, on request with stops inside it: "U.S".
std::string_view Breaker::word_before(std::size_t position, bool with_dots) const {
  const std::size_t limit = position - std::min(position - start_, kLongestWord);
  std::size_t begin = position;
  const auto belongs = [&](char c) { return is_ascii_letter(c) || (with_dots && c == '.'); };
  while (begin > limit && belongs(text_[begin - 1])) --begin;
  while (begin < position && text_[begin] == '.') ++begin;
  return text_.substr(begin, position - begin);
}

/// A capital, a digit, a Han character or a symbol at `position`, behind opening marks; also a name
/// such as iPhone.
bool Breaker::starts_like_sentence(std::size_t position) const {
  for (int marks = 0; marks < 4 && is_opener(at(position)); ++marks) position = after(position);
  const char32_t c = at(position);
  if (is_lower(c)) return is_upper(at(after(position)));
  return c != 0 && !is_continuing(c) && !is_closer(c);
}

}  // namespace

void append_sentences(std::string_view text, Span paragraph, std::vector<Span>& sentences) {
  Breaker(text, paragraph, sentences).run();
}

}  // namespace duizhao::text
