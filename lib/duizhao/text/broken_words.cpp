#include "duizhao/text/broken_words.h"

#include <algorithm>
#include <array>

#include "duizhao/text/ascii.h"

namespace duizhao::text {
namespace {

/// The words of a text in small letters, with hyphens as parts of words or without.
std::unordered_set<std::string> words_of(std::string_view text, bool with_hyphens) {
  std::unordered_set<std::string> words;
  const auto is_part = [&](char c) {
    return is_ascii_letter_or_digit(c) || static_cast<unsigned char>(c) >= 0x80 ||
           (with_hyphens && c == '-');
  };
  for (std::size_t i = 0; i < text.size();) {
    if (!is_ascii_letter_or_digit(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() &&
           (with_hyphens ? is_part(text[end]) : is_ascii_letter_or_digit(text[end]))) {
      ++end;
    }
    words.insert(ascii_lowered(text.substr(i, end - i)));
    i = end;
  }
  return words;
}

/// "21-17": two figures of so many digits.
bool has_pair_of_figures(std::string_view line, std::size_t digits) {
  for (std::size_t dash = line.find('-'); dash != line.npos; dash = line.find('-', dash + 1)) {
    const auto is_figure = [&](std::size_t begin) {
      return begin + digits <= line.size() &&
             std::ranges::all_of(line.substr(begin, digits), is_ascii_digit);
    };
    if (dash >= digits && is_figure(dash - digits) && is_figure(dash + 1)) return true;
  }
  return false;
}

/// "two" and "thirds", "twenty" and "five".
bool is_number_in_words(std::string_view first, std::string_view second) {
  constexpr std::array<std::string_view, 9> kUnits = {"one", "two",   "three", "four", "five",
                                                      "six", "seven", "eight", "nine"};
  constexpr std::array<std::string_view, 8> kTens = {"twenty", "thirty",  "forty",  "fifty",
                                                     "sixty",  "seventy", "eighty", "ninety"};
  constexpr std::array<std::string_view, 10> kParts = {"half",  "third", "quarter", "fourth",
                                                       "fifth", "sixth", "seventh", "eighth",
                                                       "ninth", "tenth"};
  const auto is_in = [](std::string_view word, const auto& words) {
    return std::ranges::find(words, word) != words.end();
  };
  if (is_in(first, kTens)) return is_in(second, kUnits) || is_in(second, kParts);
  const std::string_view part =
      second.ends_with('s') ? second.substr(0, second.size() - 1) : second;
  return is_in(first, kUnits) && is_in(part, kParts);
}

}  // namespace

BrokenWords::BrokenWords(std::string_view text)
    : text_(text),
      words_(words_of(text, /*with_hyphens=*/false)),
      compounds_(words_of(text, /*with_hyphens=*/true)) {}

bool BrokenWords::has_whole(std::string_view left, std::string_view right) const {
  return words_.contains(ascii_lowered(std::string(left) + std::string(right)));
}

bool BrokenWords::has_hyphened(std::string_view left, std::string_view right) const {
  return compounds_.contains(ascii_lowered(std::string(left) + '-' + std::string(right)));
}

/// Whether a hyphen within a word stands before a place.
bool BrokenWords::is_behind_hyphen(std::size_t place) const {
  return place > 1 && text_[place - 1] == '-' && is_ascii_letter_or_digit(text_[place - 2]);
}

/// "year" and "old", "square" and "meter": two words of the text, or a unit and its power.
bool BrokenWords::are_of_a_row(std::string_view first, std::string_view second) const {
  if (first == "square" || first == "cubic") return second.size() > 3;
  return words_.contains(std::string(first)) && words_.contains(std::string(second));
}

std::optional<std::size_t> BrokenWords::lost_hyphen(Span place, std::string_view line) const {
  const std::string_view word = place.in(text_);
  const std::string lowered = ascii_lowered(word);
  const std::size_t digits = lowered.find_first_not_of("0123456789");
  if (digits == lowered.npos) {
    const std::size_t half = word.size() / 2;
    const bool may_be_year = lowered.starts_with("19") || lowered.starts_with("20");
    return word.size() == 4 && !may_be_year && has_pair_of_figures(line, half) ? std::optional(half)
                                                                               : std::nullopt;
  }
  constexpr std::size_t kLongerThanUnits = 4;
  if (digits > 0) {
    const bool is_word =
        lowered.size() - digits >= kLongerThanUnits &&
        std::all_of(word.begin() + static_cast<std::ptrdiff_t>(digits), word.end(), is_ascii_lower);
    return is_word ? std::optional(digits) : std::nullopt;
  }
  const bool has_hyphen = is_behind_hyphen(place.begin) || text_.substr(place.end, 1) == "-";
  for (std::size_t i = 2; i + 1 < lowered.size(); ++i) {
    const std::string_view first = std::string_view(lowered).substr(0, i);
    const std::string_view second = std::string_view(lowered).substr(i);
    const bool known = has_hyphened(first, second);
    if (known || is_number_in_words(first, second)) return i;
    if (has_hyphen && are_of_a_row(first, second)) return i;
  }
  return std::nullopt;
}

}  // namespace duizhao::text
