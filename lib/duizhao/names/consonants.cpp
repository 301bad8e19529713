#include "duizhao/names/consonants.h"

#include <algorithm>
#include <string>
#include <vector>

#include "duizhao/names/han_readings.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/utf8.h"

namespace duizhao::names {
namespace {

// The consonants by classes that transliteration keeps apart: P (b p), F (f v w), T (d t), K (g k),
// S (all that hiss), M, N, L (l r), H.

/// What a consonant costs that one side has and the other lacks.
double weight_of(char consonant) {
  switch (consonant) {
    case 'L':
    case 'H':
      return 0.4;  // Carter is 卡特, and 希思 stands for Heath
    case 'N':
      return 0.6;
    default:
      return 1;
  }
}

/// What it costs that one stands for another.
double exchange(char a, char b) {
  if (a == b) return 0;
  const auto are = [&](char x, char y) { return (a == x && b == y) || (a == y && b == x); };
  if (are('P', 'F') || are('M', 'N') || are('H', 'K') || are('H', 'F')) return 0.4;
  if (are('S', 'T') || are('S', 'K') || are('S', 'H')) return 0.6;
  return std::max(1.0, weight_of(a) + weight_of(b));
}

bool is_soft(char next) { return next == 'e' || next == 'i' || next == 'y'; }

std::string consonants_of_latin(std::string_view latin) {
  const std::string letters = text::ascii_lowered(latin);
  std::string found;
  const auto put = [&](char consonant) {
    if (found.empty() || found.back() != consonant) found.push_back(consonant);
  };
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char next = i + 1 < letters.size() ? letters[i + 1] : ' ';
    const auto with_h = [&](char consonant) {
      put(consonant);
      ++i;
    };
    switch (letters[i]) {
      case 'b':
        put('P');
        break;
      case 'p':
        next == 'h' ? with_h('F') : put('P');
        break;
      case 'f':
      case 'v':
      case 'w':
        put('F');
        break;
      case 'd':
        put('T');
        break;
      case 't':
        next == 'h' ? with_h('T') : put('T');
        break;
      case 'g':
        if (next == 'h') {
          ++i;  // Hugh, Wright
        } else {
          put(is_soft(next) && next != 'i' ? 'S' : 'K');
        }
        break;
      case 'k':
      case 'q':
        put('K');
        break;
      case 'c':
        if (next == 'h') {
          with_h('S');
        } else {
          put(is_soft(next) ? 'S' : 'K');
        }
        break;
      case 'x':
        put('K');
        put('S');
        break;
      case 's':
        next == 'h' ? with_h('S') : put('S');
        break;
      case 'j':
      case 'z':
        put('S');
        break;
      case 'm':
        put('M');
        break;
      case 'n':
        put('N');
        break;
      case 'l':
      case 'r':
        put('L');
        break;
      case 'h':
        put('H');
        break;
      default:
        if (!found.empty()) found.push_back(' ');  // a vowel parts two of one class
        break;
    }
  }
  std::erase(found, ' ');
  return found;
}

std::string consonants_of_pinyin(std::string_view pinyin) {
  std::string found;
  if (pinyin == "er") return "L";
  switch (pinyin.empty() ? ' ' : pinyin.front()) {
    case 'b':
    case 'p':
      found = "P";
      break;
    case 'f':
    case 'w':
      found = "F";
      break;
    case 'd':
    case 't':
      found = "T";
      break;
    case 'g':
    case 'k':
      found = "K";
      break;
    case 'j':
    case 'q':
    case 'x':
    case 'z':
    case 'c':
    case 's':
      found = "S";
      break;
    case 'm':
      found = "M";
      break;
    case 'n':
      found = "N";
      break;
    case 'l':
    case 'r':
      found = "L";
      break;
    case 'h':
      found = "H";
      break;
    default:
      break;
  }
  if (pinyin.size() > 1 && (pinyin.ends_with('n') || pinyin.ends_with("ng"))) found.push_back('N');
  return found;
}

std::string consonants_of_chinese(std::string_view chinese) {
  std::string found;
  for (std::size_t i = 0; i < chinese.size();) {
    const std::string_view readings = han_readings(text::next_code_point(chinese, i)).mandarin;
    found += consonants_of_pinyin(readings.substr(0, readings.find(',')));
  }
  return found;
}

/// The consonants that a name may begin with; none where it may begin with a vowel.
std::string first_consonants(std::string_view name) {
  std::size_t end = 0;
  const char32_t first = text::next_code_point(name, end);
  if (!text::is_han(first)) {
    const bool vowel =
        std::string_view("aeiouyw").find(text::ascii_lower(name.front())) != std::string_view::npos;
    const std::string consonants = vowel ? std::string() : consonants_of_latin(name);
    return consonants.substr(0, 1);
  }
  std::string consonants;
  for_each_reading(han_readings(first).mandarin, [&](std::string_view reading) {
    const std::string one = consonants_of_pinyin(reading);
    const bool vowel =
        one.empty() || std::string_view("aeiouyw").find(reading.front()) != std::string_view::npos;
    consonants += vowel ? '?' : one.front();
  });
  return consonants.find('?') == std::string::npos ? consonants : std::string();
}

double weight_of(std::string_view consonants) {
  double sum = 0;
  for (const char consonant : consonants) sum += weight_of(consonant);
  return sum;
}

}  // namespace

double consonants_alike(std::string_view latin, std::string_view chinese) {
  const std::string a = consonants_of_latin(latin);
  const std::string b = consonants_of_chinese(chinese);
  if (a.empty() || b.empty()) return 0;
  std::vector<double> row(b.size() + 1, 0);
  for (std::size_t k = 0; k < b.size(); ++k) row[k + 1] = row[k] + weight_of(b[k]);
  for (const char consonant : a) {
    double diagonal = row[0];
    row[0] += weight_of(consonant);
    for (std::size_t k = 0; k < b.size(); ++k) {
      const double kept = diagonal + exchange(consonant, b[k]);
      diagonal = row[k + 1];
      row[k + 1] = std::min({kept, row[k + 1] + weight_of(consonant), row[k] + weight_of(b[k])});
    }
  }
  return std::max(0.0, 1 - row.back() / std::max(weight_of(a), weight_of(b)));
}

bool begin_otherwise(std::string_view latin, std::string_view other) {
  if (latin.empty() || other.empty()) return false;
  const std::string a = first_consonants(latin);
  const std::string b = first_consonants(other);
  return !a.empty() && !b.empty() && std::ranges::all_of(b, [&](char consonant) {
    return exchange(a.front(), consonant) >= 1;
  });
}

}  // namespace duizhao::names
