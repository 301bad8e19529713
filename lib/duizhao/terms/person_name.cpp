#include "duizhao/terms/person_name.h"

#include <algorithm>
#include <vector>

#include "duizhao/names/spellings.h"
#include "duizhao/names/surnames.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/interpunct.h"
#include "duizhao/text/utf8.h"

namespace duizhao::terms {
namespace {

/// The words of a name, each with a capital and of letters, hyphens and apostrophes; none at all
/// where one is otherwise. A suffix ("Jr.", "III") is left out.
std::vector<std::string_view> capitalised_words(std::string_view latin) {
  std::vector<std::string_view> words;
  while (!latin.empty()) {
    const std::size_t size = std::min(latin.find(' '), latin.size());
    const std::string_view word = latin.substr(0, size);
    latin.remove_prefix(std::min(size + 1, latin.size()));
    if (word.empty()) continue;
    if (word == "Jr." || word == "Jr" || word == "Sr." || word == "II" || word == "III") continue;
    const bool letters = std::all_of(word.begin(), word.end(), [](char c) {
      return text::is_ascii_letter(c) || c == '-' || c == '\'' || c == '.' ||
             static_cast<unsigned char>(c) >= 0x80;
    });
    if (!letters || text::is_ascii_lower(word[0])) return {};
    words.push_back(word);
  }
  return words;
}

/// What stands between the interpuncts of a foreign name; nothing for a text with other characters
/// than these and Han.
std::vector<std::string_view> parts_of(std::string_view chinese) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < chinese.size();) {
    const std::size_t at = i;
    const char32_t c = text::next_code_point(chinese, i);
    if (text::is_interpunct(c)) {
      parts.push_back(chinese.substr(begin, at - begin));
      begin = i;
    } else if (!text::is_han(c)) {
      return {};
    }
  }
  parts.push_back(chinese.substr(begin));
  return parts;
}

}  // namespace

PersonName person_name(std::string_view latin, std::string_view chinese) {
  PersonName person;
  const std::vector<std::string_view> words = capitalised_words(latin);
  if (words.size() < 2 || words.size() > 4) return person;
  const std::vector<std::string_view> parts = parts_of(chinese);
  if (parts.size() >= 2 && parts.size() == words.size()) {
    person.surname = words.back();
    if (text::count_code_points(parts.back()) >= 2) person.chinese_surname = parts.back();
    return person;
  }
  if (parts.size() != 1 || !names::may_be_person(chinese)) return person;
  const std::string_view surname = chinese.substr(0, names::surname_size(chinese));
  const std::string_view given = chinese.substr(surname.size());
  std::string joined;
  const auto spelled = [&](std::size_t first, std::size_t last) {
    joined.clear();
    for (std::size_t i = first; i < last; ++i) joined += words[i];
    return names::spells(joined, given);
  };
  const bool front = names::spells(words.front(), surname);
  const bool back = names::spells(words.back(), surname);
  if (!front && !back) return person;
  // Where either end may be the surname the given name decides, and else the order of English.
  const bool at_front = front && (!back || spelled(1, words.size()));
  const auto append = [&](std::string_view word) {
    if (!person.reversed.empty()) person.reversed += ' ';
    person.reversed += word;
  };
  person.surname = at_front ? words.front() : words.back();
  if (!at_front) append(words.back());
  for (std::size_t i = at_front ? 1 : 0; i + (at_front ? 0 : 1) < words.size(); ++i) {
    append(words[i]);
  }
  if (at_front) append(words.front());
  return person;
}

}  // namespace duizhao::terms
