#include "duizhao/extract/acronyms.h"

#include <algorithm>
#include <optional>

#include "duizhao/text/ascii.h"

namespace duizhao::extract {
namespace {

/// Two to ten characters without spaces, at least half of them capitals.
bool may_be_acronym(std::string_view text) {
  if (text.size() < 2 || text.size() > 10 || !text::is_ascii_letter_or_digit(text.front())) {
    return false;
  }
  const auto capitals =
      static_cast<std::size_t>(std::count_if(text.begin(), text.end(), text::is_ascii_upper));
  return capitals >= 2 && capitals * 2 >= text.size() && text.find(' ') == std::string_view::npos;
}

/// Where the long form of `acronym` begins in `before`, which ends with it.
std::optional<std::size_t> long_form_begin(std::string_view before, std::string_view acronym) {
  acronym = without_plural(acronym);  // the s is the long form's own
  std::size_t place = before.size();
  for (std::size_t a = acronym.size(); a-- > 0;) {
    if (!text::is_ascii_letter_or_digit(acronym[a])) continue;
    const char wanted = text::ascii_lower(acronym[a]);
    for (;;) {
      if (place == 0) return std::nullopt;
      --place;
      if (text::ascii_lower(before[place]) != wanted) continue;
      const bool word_begin = place == 0 || !text::is_ascii_letter_or_digit(before[place - 1]);
      if (a > 0 || word_begin) break;
    }
  }
  return place;
}

}  // namespace

std::string_view without_plural(std::string_view acronym) {
  const bool plural = acronym.size() > 2 && acronym.back() == 's' &&
                      text::is_ascii_upper(acronym[acronym.size() - 2]);
  return acronym.substr(0, acronym.size() - (plural ? 1 : 0));
}

std::vector<Acronym> acronyms_of(std::string_view english) {
  std::vector<Acronym> acronyms;
  for (std::size_t open = english.find('('); open != std::string_view::npos;
       open = english.find('(', open + 1)) {
    const std::size_t close = english.find(')', open);
    if (close == std::string_view::npos) break;
    const std::string_view inside = english.substr(open + 1, close - open - 1);
    if (!may_be_acronym(inside)) continue;
    std::size_t end = open;
    while (end > 0 && english[end - 1] == ' ') --end;
    // At most so many words as the acronym has letters and five more, in the same sentence.
    std::size_t begin = end;
    for (std::size_t words = inside.size() + 5; begin > 0 && words > 0;) {
      const char c = english[begin - 1];
      if (c == ',' || c == ';' || c == ':' || c == '(' || c == ')' || c == '\n') break;
      words -= c == ' ';
      --begin;
    }
    const auto found = long_form_begin(english.substr(begin, end - begin), inside);
    if (!found) continue;
    const Span long_form{begin + *found, end};
    const bool is_longer = long_form.in(english).find(' ') != std::string_view::npos ||
                           long_form.size() > inside.size() + 2;
    if (is_longer) acronyms.push_back({{open + 1, close}, long_form});
  }
  return acronyms;
}

}  // namespace duizhao::extract
