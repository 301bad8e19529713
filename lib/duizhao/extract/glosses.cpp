#include "duizhao/extract/glosses.h"

#include <algorithm>
#include <map>

#include "duizhao/extract/name_bounds.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"
#include "duizhao/text/white_space.h"

namespace duizhao::extract {
namespace {

/// Longest bracket that is taken for a name, in bytes; what is longer is a remark.
constexpr std::size_t kMaxGlossBytes = 120;

struct Letters {
  std::size_t han = 0;
  std::size_t latin = 0;
  std::size_t latin_words = 0;
  std::size_t capitals = 0;
  bool other = false;  ///< something that no name holds
};

bool is_latin(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x250);
}

Letters letters_of(std::string_view text) {
  Letters letters;
  bool in_word = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = text::next_code_point(text, i);
    const bool latin = is_latin(c);
    letters.han += text::is_han(c);
    letters.latin += latin;
    letters.latin_words += latin && !in_word;
    letters.capitals += (c >= 'A' && c <= 'Z');
    if (!in_word || !latin) in_word = latin || (in_word && (c == '\'' || c == 0x2019 || c == '-'));
    const bool in_names =
        latin || text::is_han(c) || c == ' ' || c == '.' || c == '-' || c == '&' || c == '\'' ||
        c == 0x2019 || c == 0xB7 || c == 0x2022 || c == 0x2027 || c == 0x30FB || c == '/' ||
        c == '+' || (c >= '0' && c <= '9') || c == 0x300A || c == 0x300B || c == '!' || c == ',';
    letters.other = letters.other || !in_names;
  }
  return letters;
}

/// The parts of a bracket between its commas and semicolons, of either width.
std::vector<Span> parts_of(std::string_view text, Span inside) {
  std::vector<Span> parts;
  std::size_t begin = inside.begin;
  for (std::size_t i = inside.begin; i < inside.end;) {
    const std::size_t at = i;
    const char32_t c = text::next_code_point(text, i);
    if (c != ',' && c != ';' && c != 0xFF0C && c != 0xFF1B && c != 0x3001) continue;
    parts.push_back(text::trimmed(text, {begin, at}));
    begin = i;
  }
  parts.push_back(text::trimmed(text, {begin, inside.end}));
  return parts;
}

bool is_acronym(std::string_view text) {
  const Letters letters = letters_of(text);
  return letters.han == 0 && letters.capitals >= 2 && letters.latin_words == 1 &&
         letters.capitals * 2 > letters.latin;
}

/// The part of a bracket in English text that is a Chinese name, and an acronym beside it.
bool chinese_gloss(std::string_view text, Span inside, Gloss& gloss) {
  for (const Span part : parts_of(text, inside)) {
    const Letters letters = letters_of(part.in(text));
    if (letters.other) return false;
    if (letters.han >= 2 && letters.latin <= letters.han * 2) {
      if (!gloss.gloss.empty()) return false;  // two Chinese names: a list or a remark
      gloss.gloss = part;
    } else if (letters.han == 1 && gloss.gloss.empty() && letters.latin == 0) {
      gloss.gloss = part;
    } else if (is_acronym(part.in(text))) {
      gloss.acronym = part;
    } else {
      return false;
    }
  }
  return !gloss.gloss.empty();
}

/// The same for a bracket in Chinese text that holds an English name. A name is in capitals or has
/// at most a few small words; a remark in English is no gloss.
bool english_gloss(std::string_view text, Span inside, Gloss& gloss) {
  const std::vector<Span> parts = parts_of(text, inside);
  if (parts.size() > 2) return false;
  for (const Span part : parts) {
    const Letters letters = letters_of(part.in(text));
    if (letters.han > 0 || letters.other || letters.latin < 2) return false;
    if (gloss.gloss.empty()) {
      gloss.gloss = part;
    } else if (is_acronym(part.in(text))) {
      gloss.acronym = part;
    } else if (is_acronym(gloss.gloss.in(text))) {
      gloss.acronym = gloss.gloss;
      gloss.gloss = part;
    } else {
      return false;
    }
  }
  const Letters letters = letters_of(gloss.gloss.in(text));
  return letters.capitals > 0 && letters.latin_words <= 10;
}

/// Calls `use(open, inside, close)` for every innermost pair of brackets: the byte of the opening
/// one, what is inside, and the byte after the closing one.
template <typename Use>
void for_each_bracket(std::string_view text, Use&& use) {
  constexpr std::size_t kNone = std::string_view::npos;
  std::size_t open = kNone;
  std::size_t inside = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t at = i;
    const char32_t c = text::next_code_point(text, i);
    if (c == '(' || c == 0xFF08) {
      open = at;
      inside = i;
    } else if ((c == ')' || c == 0xFF09) && open != kNone) {
      if (at - inside <= kMaxGlossBytes) use(open, Span{inside, at});
      open = kNone;
    } else if (c == '\n') {
      open = kNone;
    }
  }
}

std::string folded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = text::folded_han(text::next_code_point(text, i));
    if (!text::is_space(c)) text::append_code_point(result, c);
  }
  return result;
}

std::size_t line_of(const Document& document, std::size_t position) {
  return static_cast<std::size_t>(
             std::count(document.text.begin(),
                        document.text.begin() + static_cast<std::ptrdiff_t>(position), '\n')) +
         1;
}

void add_term(TermEntry& entry, std::string_view text, Language language) {
  const bool known = std::any_of(entry.terms.begin(), entry.terms.end(), [&](const Term& term) {
    return term.language == language && term.text == text;
  });
  if (known || text.empty()) return;
  Term term;
  term.text = std::string(text);
  term.language = language;
  const bool first = std::none_of(entry.terms.begin(), entry.terms.end(),
                                  [&](const Term& t) { return t.language == language; });
  if (!first) term.status = TermStatus::kAdmitted;
  entry.terms.push_back(std::move(term));
}

}  // namespace

std::vector<Gloss> glosses_of(std::string_view text, Language language, std::size_t offset) {
  std::vector<Gloss> glosses;
  std::size_t last_end = 0;
  for_each_bracket(text, [&](std::size_t open, Span inside) {
    Gloss gloss;
    gloss.language = language;
    const bool english = language == Language::kEnglish;
    const bool is_gloss =
        english ? chinese_gloss(text, inside, gloss) : english_gloss(text, inside, gloss);
    const std::string_view before = text.substr(last_end, open - last_end);
    last_end = inside.end;
    if (!is_gloss) return;
    const std::string_view other = gloss.gloss.in(text);
    const NameBounds bounds =
        english ? english_name_at_end(before, other) : chinese_name_at_end(before, other);
    if (bounds.span.empty()) return;
    gloss.name = bounds.span.shifted(open - before.size() + offset);
    gloss.gloss = gloss.gloss.shifted(offset);
    if (!gloss.acronym.empty()) gloss.acronym = gloss.acronym.shifted(offset);
    gloss.confidence = bounds.confidence;
    glosses.push_back(gloss);
  });
  return glosses;
}

std::vector<Gloss> glosses_of(const Document& document) {
  std::vector<Gloss> glosses;
  for (const Paragraph& paragraph : document.paragraphs) {
    const Language language =
        paragraph.language == Language::kUnknown ? document.language : paragraph.language;
    const auto found = glosses_of(paragraph.span.in(document.text), language, paragraph.span.begin);
    glosses.insert(glosses.end(), found.begin(), found.end());
  }
  return glosses;
}

std::vector<TermEntry> entries_of(const std::vector<Gloss>& glosses, const Document& document) {
  std::vector<TermEntry> entries;
  std::map<std::string, std::size_t> by_chinese;
  for (const Gloss& gloss : glosses) {
    const bool english = gloss.language == Language::kEnglish;
    const std::string_view name = gloss.name.in(document.text);
    const std::string_view other = gloss.gloss.in(document.text);
    const std::string_view chinese_text = english ? other : name;
    const auto [place, added] = by_chinese.try_emplace(folded(chinese_text), entries.size());
    if (added) {
      entries.emplace_back();
      entries.back().provenance =
          document.name + ":" + std::to_string(line_of(document, gloss.name.begin));
    }
    TermEntry& entry = entries[place->second];
    add_term(entry, english ? name : other, Language::kEnglish);
    add_term(entry, chinese_text, Language::kChinese);
    add_term(entry, gloss.acronym.in(document.text), Language::kEnglish);
  }
  return entries;
}

}  // namespace duizhao::extract
