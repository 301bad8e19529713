#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "duizhao/extract/name_bounds.h"
#include "duizhao/names/surnames.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::extract {
namespace {

template <std::size_t kSize>
bool contains(const std::array<std::string_view, kSize>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Words that stand inside names in small letters.
constexpr std::array<std::string_view, 17> kConnectors = {"of",  "the", "and", "for", "on",  "&",
                                                          "de",  "la",  "del", "der", "von", "van",
                                                          "bin", "al",  "da",  "di",  "du"};

/// Capitalised at the start of a sentence, never the first word of a name there.
constexpr std::array<std::string_view, 44> kSentenceOpeners = {
    "The",       "A",        "An",     "In",      "On",        "At",    "By",     "For",
    "From",      "To",       "With",   "And",     "But",       "Or",    "As",     "While",
    "Although",  "Though",   "When",   "If",      "Since",     "After", "Before", "Meanwhile",
    "However",   "Moreover", "Former", "Current", "Under",     "Like",  "Unlike", "Through",
    "According", "Both",     "Among",  "Through", "Yesterday", "Today", "Then",   "That",
    "This",      "Also",     "Its",    "Their"};

/// What a person is called before the name.
constexpr std::array<std::string_view, 72> kTitles = {"President",  "Vice",        "Premier",
                                                      "Minister",   "Prime",       "Deputy",
                                                      "Chairman",   "Chairwoman",  "Chairperson",
                                                      "Chair",      "CEO",         "CFO",
                                                      "COO",        "CTO",         "Chief",
                                                      "Executive",  "Officer",     "Director",
                                                      "General",    "Manager",     "Secretary",
                                                      "Mayor",      "Governor",    "Commissioner",
                                                      "Senator",    "Legislator",  "Representative",
                                                      "Ambassador", "Professor",   "Prof",
                                                      "Dr",         "Mr",          "Mrs",
                                                      "Ms",         "Miss",        "Sir",
                                                      "Lord",       "Lady",        "Dame",
                                                      "Judge",      "Justice",     "Captain",
                                                      "Colonel",    "Major",       "Lieutenant",
                                                      "Admiral",    "Sergeant",    "Inspector",
                                                      "Spokesman",  "Spokeswoman", "Spokesperson",
                                                      "Founder",    "Co-founder",  "Analyst",
                                                      "Economist",  "Editor",      "Reporter",
                                                      "Coach",      "Speaker",     "Councilor",
                                                      "Councillor", "Commander",   "Pastor",
                                                      "Bishop",     "Archbishop",  "Cardinal",
                                                      "Emperor",    "Empress",     "King",
                                                      "Queen",      "Prince",      "Princess"};

/// Heads of organisations whose name goes on with "of … and …".
constexpr std::array<std::string_view, 32> kOrganisations = {
    "Ministry",    "Department",   "Bureau",       "Administration", "Committee", "Commission",
    "Office",      "Institute",    "Association",  "Council",        "Centre",    "Center",
    "Society",     "Academy",      "Agency",       "Authority",      "Board",     "Federation",
    "Foundation",  "University",   "College",      "School",         "Bank",      "Chamber",
    "Union",       "Organization", "Organisation", "Court",          "Museum",    "Congress",
    "Directorate", "Corporation"};

/// Possessors that are part of a name.
constexpr std::array<std::string_view, 22> kNamePossessors = {
    "people",   "women",    "children",    "workers",   "farmers", "veterans", "men", "moody",
    "lloyd",    "mcdonald", "sotheby",     "christie",  "king",    "queen",    "st",  "writers",
    "teachers", "students", "journalists", "sainsbury", "macy",    "wendy"};

/// Adjectives of place and the characters that stand for them in a Chinese name.
struct Demonym {
  std::string_view english;
  std::u32string_view chinese;
};
constexpr std::array<Demonym, 22> kDemonyms = {{{"Chinese", U"中华国汉"},
                                                {"China", U"中华国"},
                                                {"Taiwanese", U"台"},
                                                {"Taiwan", U"台"},
                                                {"US", U"美"},
                                                {"American", U"美"},
                                                {"Japanese", U"日和"},
                                                {"Japan", U"日"},
                                                {"British", U"英不"},
                                                {"UK", U"英"},
                                                {"Korean", U"韩朝高"},
                                                {"South", U"南韩"},
                                                {"Russian", U"俄"},
                                                {"French", U"法"},
                                                {"German", U"德"},
                                                {"Indian", U"印"},
                                                {"Singaporean", U"新星狮"},
                                                {"Australian", U"澳"},
                                                {"Canadian", U"加"},
                                                {"European", U"欧"},
                                                {"Asian", U"亚"},
                                                {"Beijing", U"北京"}}};

struct Word {
  Span span;              ///< without the marks around it
  std::string_view text;  ///< without a possessive ending
  bool possessive = false;
  bool broken_after = false;  ///< a comma, colon, dash or the like follows
};

bool is_mark(char32_t c) {
  return c == ',' || c == ';' || c == ':' || c == '"' || c == '!' || c == '?' || c == '[' ||
         c == ']' || (c >= 0x2012 && c <= 0x201F && c != 0x2019) || c == 0x2026 || c == '/' ||
         c == '(' || c == ')';
}

/// Splits at spaces; marks at the edges of a word break the text there. Dashes within a word do so
/// as well.
std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  Span span;
  bool in_word = false;
  const auto finish = [&](std::size_t end) {
    if (!in_word) return;
    in_word = false;
    span.end = end;
    words.push_back({span, span.in(text)});
  };
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t at = i;
    const char32_t c = text::next_code_point(text, i);
    if (text::is_space(c)) {
      finish(at);
    } else if (is_mark(c)) {
      finish(at);
      if (!words.empty()) words.back().broken_after = true;
    } else if (!in_word) {
      in_word = true;
      span.begin = at;
    }
  }
  finish(text.size());
  for (Word& word : words) {
    for (const std::string_view ending : {"'s", "’s"}) {
      if (!word.text.ends_with(ending)) continue;
      word.text.remove_suffix(ending.size());
      word.possessive = true;
    }
    for (const std::string_view ending : {"'", "’"}) {
      if (!word.text.ends_with(ending)) continue;
      word.text.remove_suffix(ending.size());
      word.possessive = true;
    }
  }
  return words;
}

/// A word that a name may consist of: capitalised, with digits or a capital inside (iQiyi), or
/// beginning with a letter beyond ASCII.
bool is_name_word(std::string_view word) {
  if (word.empty()) return false;
  const auto first = static_cast<unsigned char>(word.front());
  if (text::is_ascii_upper(word.front()) || first >= 0x80) return true;
  return std::any_of(word.begin(), word.end(), text::is_ascii_upper);
}

/// "Beijing-based", "US-listed": the capital belongs to another name.
bool is_place_participle(std::string_view word) {
  const std::size_t hyphen = word.rfind('-');
  if (hyphen == std::string_view::npos || hyphen + 1 == word.size()) return false;
  const std::string_view last = word.substr(hyphen + 1);
  return text::is_ascii_lower(last.front()) &&
         (last.ends_with("ed") || last == "born" || last == "made" || last == "led" ||
          last == "run" || last == "style");
}

bool ends_sentence(std::string_view word) {
  // "J.W." and "Corp." end no sentence; anything longer with a point does.
  return word.ends_with('.') && word.size() > 5 && word.find('.') == word.size() - 1;
}

bool has_any(std::string_view chinese, std::u32string_view characters) {
  for (std::size_t i = 0; i < chinese.size();) {
    const char32_t c = text::folded_han(text::next_code_point(chinese, i));
    if (characters.find(c) != std::u32string_view::npos) return true;
  }
  return false;
}

class EnglishName {
 public:
  EnglishName(std::string_view before, std::string_view chinese)
      : before_(before), chinese_(chinese), words_(words_of(before)) {}

  NameBounds find() {
    if (words_.empty() || words_.back().broken_after) {
      // "Foo Co, (某)" is a slip of the comma; after any other mark no name ends here.
      return {};
    }
    last_ = words_.size();
    if (!is_name_word(words_.back().text) && !starts_with_digit(words_.back().text)) {
      return common_term();
    }
    first_ = first_of_capitals();
    if (names::may_be_person(chinese_)) {
      if (const NameBounds person = person_name(); !person.span.empty()) return person;
    }
    trim_front();
    return {span_from(first_), first_ + 4 < last_ ? 0.8 : 0.92};
  }

 private:
  static bool starts_with_digit(std::string_view word) {
    return text::is_ascii_digit(word.front());
  }

  [[nodiscard]] Span span_from(std::size_t first) const {
    return {words_[first].span.begin, words_.back().span.end};
  }

  /// The first of the words that may belong to a name which ends at the last word.
  std::size_t first_of_capitals() {
    std::size_t first = last_ - 1;
    while (first > 0) {
      const Word& word = words_[first - 1];
      if (breaks(word)) break;
      if (is_name_word(word.text) || starts_with_digit(word.text)) {
        if (is_place_participle(word.text)) break;
        --first;
        continue;
      }
      if (!contains(kConnectors, word.text) || !connects(first - 1)) break;
      --first;
    }
    return first;
  }

  /// Whether the small word at `index` joins what is before it and behind it into one name.
  [[nodiscard]] bool connects(std::size_t index) const {
    std::size_t before = index;
    while (before > 0 && !is_name_word(words_[before].text)) {
      if (before != index && breaks(words_[before])) return false;
      --before;
    }
    const Word& word = words_[before];
    if (!is_name_word(word.text) || breaks(word) || is_place_participle(word.text)) return false;
    const std::string_view connector = words_[index].text;
    if (connector == "&") return true;
    // "President of Peking University", "chief of": a person's office is no part of the name.
    if (connector == "of" || connector == "the") {
      // "Shares of Acme": capitalised because the sentence begins.
      const bool begins_sentence = before == 0 || ends_sentence(words_[before - 1].text);
      if (begins_sentence && !contains(kOrganisations, word.text)) return false;
      return !contains(kTitles, word.text) || !names_place(index);
    }
    if (connector == "and" || connector == "for" || connector == "on") {
      // Only inside the name of an organisation: "Ministry of Industry and Information Technology".
      std::size_t i = before + 1;
      while (i-- > 0) {
        if (breaks(words_[i]) && i != before) return false;
        if (contains(kOrganisations, words_[i].text)) return true;
        if (!is_name_word(words_[i].text) && !contains(kConnectors, words_[i].text)) return false;
      }
      return false;
    }
    return true;
  }

  /// An organisation stands after the connector: what is before is an office in it.
  [[nodiscard]] bool names_place(std::size_t connector) const {
    return std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(connector), words_.end(),
                       [](const Word& word) { return contains(kOrganisations, word.text); });
  }

  static bool breaks(const Word& word) {
    if (word.broken_after || ends_sentence(word.text)) return true;
    return word.possessive && !contains(kNamePossessors, text::ascii_lowered(word.text));
  }

  /// Words at the front that are capitalised for another reason.
  void trim_front() {
    bool trimmed = true;
    while (trimmed && first_ + 1 < last_) {
      trimmed = false;
      const std::string_view word = words_[first_].text;
      if (contains(kSentenceOpeners, word) || contains(kConnectors, word)) trimmed = true;
      const auto demonym = std::find_if(kDemonyms.begin(), kDemonyms.end(),
                                        [&](const Demonym& d) { return d.english == word; });
      if (demonym != kDemonyms.end() && !has_any(chinese_, demonym->chinese)) trimmed = true;
      if (trimmed) ++first_;
    }
  }

  /// A person: the words whose sound fits, with the given names before a surname.
  [[nodiscard]] NameBounds person_name() const {
    NameBounds best;
    const std::size_t longest = std::min<std::size_t>(last_ - first_, 4);
    for (std::size_t size = 1; size <= longest; ++size) {
      const std::size_t first = last_ - size;
      const Word& word = words_[first];
      if (contains(kTitles, word.text) || contains(kConnectors, word.text)) break;
      if (size > 1 && contains(kSentenceOpeners, word.text)) break;
      const Span span = span_from(first);
      const auto match = names::match_person(span.in(before_), chinese_);
      if (match == names::PersonMatch::kFull) return {span, 0.99};
      if (match == names::PersonMatch::kSurname) {
        // A surname at the front needs the given name spelled, unless it stands alone.
        const bool surname_last =
            names::match_person(words_.back().text, chinese_) != names::PersonMatch::kNone;
        if (surname_last && size <= 3) best = {span, 0.95};
      }
    }
    if (!best.span.empty()) return best;
    // Spelled in no way that we know: the words after the last title.
    for (std::size_t i = last_; i-- > first_;) {
      if (contains(kTitles, words_[i].text) && i + 1 < last_) return {span_from(i + 1), 0.7};
    }
    return {};
  }

  /// A term in small letters: "soft landing (軟著陸)". How far it reaches can't be seen from the
  /// words alone; as long as the Chinese is, at about two characters a word.
  [[nodiscard]] NameBounds common_term() const {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < chinese_.size(); ++characters) {
      static_cast<void>(text::next_code_point(chinese_, i));
    }
    const std::size_t wanted = std::max<std::size_t>(1, (characters + 1) / 2);
    std::size_t first = last_ - 1;
    while (first > 0 && last_ - first < wanted) {
      const Word& word = words_[first - 1];
      if (breaks(word) || contains(kSmallWords, word.text)) break;
      --first;
    }
    if (contains(kSmallWords, words_[first].text)) return {};
    return {span_from(first), 0.5};
  }

  static constexpr std::array<std::string_view, 48> kSmallWords = {
      "the",  "a",     "an",   "of",     "in",    "on",   "at",   "by",   "for",   "from",
      "to",   "with",  "and",  "or",     "but",   "as",   "is",   "are",  "was",   "were",
      "be",   "been",  "has",  "have",   "had",   "that", "this", "its",  "their", "his",
      "her",  "such",  "like", "called", "named", "into", "over", "than", "which", "who",
      "will", "would", "said", "also",   "other", "not",  "so",   "known"};

  std::string_view before_;
  std::string_view chinese_;
  std::vector<Word> words_;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
};

}  // namespace

NameBounds english_name_at_end(std::string_view before, std::string_view chinese) {
  return EnglishName(before, chinese).find();
}

}  // namespace duizhao::extract
