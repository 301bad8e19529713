#include "duizhao/terms/known_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "duizhao/names/spellings.h"
#include "duizhao/terms/merge.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::terms {
namespace {

using model::KnownName;

/// Names that share an English rendering, at most: what more of them have is a word.
constexpr std::size_t kMostNames = 4;

bool is_settled(const KnownName& name) {
  const model::NameKinds& kinds = name.kinds;
  return !name.ordinary && (kinds.place || kinds.country || kinds.body) && !kinds.person;
}

/// The capitals of a name's words: CSRC of "China Securities Regulatory Commission".
std::string initials_of(std::string_view english) {
  std::string initials;
  bool begins = true;
  for (const char c : english) {
    if (begins && text::is_ascii_upper(c)) initials += text::ascii_lower(c);
    begins = c == ' ' || c == '-';
  }
  return initials;
}

/// Whether two keys have a word in common that is longer than "of" and "the".
bool share_word(std::string_view a, std::string_view b) {
  constexpr std::size_t kLeast = 4;
  const std::string within = fmt::format(" {} ", b);
  for (std::size_t begin = 0; begin < a.size();) {
    const std::size_t end = std::min(a.find(' ', begin), a.size());
    const std::string_view word = a.substr(begin, end - begin);
    if (word.size() >= kLeast && within.find(fmt::format(" {} ", word)) != std::string::npos) {
      return true;
    }
    begin = end + 1;
  }
  return false;
}

/// Whether an English term may stand for a known name.
bool renders(const Term& term, const KnownName& name) {
  if (names::spells(term.text, name.chinese)) return true;
  const std::string key = model::name_key(term.text);
  return std::any_of(name.english.begin(), name.english.end(), [&](std::string_view english) {
    const std::string known = model::name_key(english);
    return known == key || initials_of(english) == key || initials_of(term.text) == known ||
           share_word(key, known);
  });
}

/// Whether a Chinese term may stand for a known name: one holds the other, or has a character of it
/// in the same place.
bool is_alike(std::string_view term, std::string_view known) {
  if (term.find(known) != std::string_view::npos || known.find(term) != std::string_view::npos) {
    return true;
  }
  for (std::size_t i = 0; i < term.size();) {
    const std::size_t begin = i;
    static_cast<void>(text::next_code_point(term, i));
    if (known.find(term.substr(begin, i - begin)) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

std::optional<std::string> known_otherwise(const TermEntry& entry, const model::NameStore& names) {
  const std::string& english = main_term(entry, Language::kEnglish);
  const std::string& chinese = main_term(entry, Language::kChinese);
  if (english.empty() || chinese.empty()) return std::nullopt;
  if (const auto known = names.find(text::folded_han(chinese)); known && is_settled(*known)) {
    const bool rendered =
        std::any_of(entry.terms.begin(), entry.terms.end(), [&](const Term& term) {
          return term.language == Language::kEnglish && may_be_used(term) && renders(term, *known);
        });
    if (rendered) return std::nullopt;
    return fmt::format("\"{}\" is known as \"{}\", not as \"{}\"", chinese, known->english.front(),
                       english);
  }
  const auto numbers = names.rendered(model::name_key(english));
  if (numbers.empty() || numbers.size() > kMostNames) return std::nullopt;
  for (const std::uint32_t number : numbers) {
    const KnownName name = names.name(number);
    if (!is_settled(name)) return std::nullopt;
    for (const Term& term : entry.terms) {
      if (term.language != Language::kChinese || !may_be_used(term)) continue;
      if (is_alike(text::folded_han(term.text), name.chinese)) return std::nullopt;
    }
  }
  return fmt::format("\"{}\" is known as \"{}\", not as \"{}\"", english,
                     names.name(numbers.front()).chinese, chinese);
}

}  // namespace duizhao::terms
