#include "duizhao/check/evidence/form/misspelt_identifiers.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "duizhao/text/ascii.h"
#include "duizhao/text/edit_distance.h"

namespace duizhao::check {
namespace {

bool is_joint(char c) { return c == '.' || c == '_' || c == '/'; }

bool is_of_identifier(char c) {
  return text::is_ascii_letter_or_digit(c) || is_joint(c) || c == '-';
}

/// Whether words in lower case are joined as no prose joins them: no "U.S.", no 3.5, and no
/// "dates/timestamps", which may well be one of each.
bool joins_words(std::string_view written, bool rooted) {
  constexpr std::size_t kWord = 3;
  std::size_t words = 0;
  for (std::size_t begin = 0; begin < written.size();) {
    std::size_t end = begin;
    while (end < written.size() && !is_joint(written[end])) ++end;
    const std::string_view part = written.substr(begin, end - begin);
    if (part.size() >= kWord && std::ranges::all_of(part, text::is_ascii_lower)) ++words;
    begin = end + 1;
  }
  const bool path = rooted || std::ranges::count(written, '/') > 1;
  return words > 1 && (path || written.find_first_of("._") != std::string_view::npos);
}

std::vector<Span> identifiers_of(const pair::Passage& passage) {
  const std::string_view all = passage.text();
  std::vector<Span> found;
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin;
    while (end < all.size() && is_of_identifier(all[end])) ++end;
    Span span{begin, end};
    while (!span.empty() && !text::is_ascii_letter_or_digit(all[span.end - 1])) --span.end;
    while (!span.empty() && !text::is_ascii_letter_or_digit(all[span.begin])) ++span.begin;
    const std::string_view written = span.in(all);
    // Addresses are compared by themselves.
    const bool address = written.starts_with("www.") || (begin > 0 && all[begin - 1] == ':') ||
                         (begin > 0 && all[begin - 1] == '@') ||
                         (end < all.size() && (all[end] == '@' || all[end] == ':'));
    const bool rooted = span.begin > begin && all[span.begin - 1] == '/';
    if (!address && joins_words(written, rooted)) {
      found.push_back({passage.span.begin + span.begin, passage.span.begin + span.end});
    }
    begin = end + 1;
  }
  return found;
}

/// Whether two names differ by a letter of a word, or by two that changed places.
bool differs_by_slip(std::string_view a, std::string_view b) {
  if (text::ascii_lowered(a) == text::ascii_lowered(b)) return false;
  const std::size_t distance = text::edit_distance(a, b);
  std::string letters_a(a);
  std::string letters_b(b);
  std::ranges::sort(letters_a);
  std::ranges::sort(letters_b);
  if (distance > 1 && (distance > 2 || letters_a != letters_b)) return false;
  // The word that differs: longer than a language's name, and no figure.
  constexpr std::size_t kLongestLanguage = 3;
  std::size_t first = 0;
  while (first < std::min(a.size(), b.size()) && a[first] == b[first]) ++first;
  const auto word_at = [&](std::string_view text) {
    std::size_t begin = std::min(first, text.size());
    std::size_t end = begin;
    while (begin > 0 && !is_joint(text[begin - 1])) --begin;
    while (end < text.size() && !is_joint(text[end])) ++end;
    return text.substr(begin, end - begin);
  };
  const std::string_view word_a = word_at(a);
  const std::string_view word_b = word_at(b);
  return std::max(word_a.size(), word_b.size()) > kLongestLanguage &&
         std::ranges::none_of(word_a, text::is_ascii_digit) &&
         std::ranges::none_of(word_b, text::is_ascii_digit);
}

}  // namespace

std::vector<MisspeltIdentifier> misspelt_identifiers(const BeadContext& context) {
  std::vector<MisspeltIdentifier> found;
  const std::string_view source = context.source.document->text;
  const std::string_view target = context.target.document->text;
  const std::vector<Span> in_target = identifiers_of(context.target);
  if (in_target.empty()) return found;
  const std::vector<Span> in_source = identifiers_of(context.source);
  const auto is_in = [](const std::vector<Span>& names, std::string_view text,
                        std::string_view name) {
    return std::ranges::any_of(names, [&](Span one) { return one.in(text) == name; });
  };
  for (const Span expected : in_source) {
    if (is_in(in_target, target, expected.in(source))) continue;
    for (const Span written : in_target) {
      if (!is_in(in_source, source, written.in(target)) &&
          differs_by_slip(expected.in(source), written.in(target))) {
        found.push_back({expected, written});
        break;
      }
    }
  }
  return found;
}

}  // namespace duizhao::check
