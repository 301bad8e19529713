#include "duizhao/names/sound.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <limits>
#include <numeric>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "duizhao/names/han_readings.h"
#include "duizhao/text/ascii.h"
#include "duizhao/text/script.h"
#include "duizhao/text/utf8.h"

namespace duizhao::names {
namespace {

constexpr std::string_view kTable =
#include "duizhao/names/name_sounds.inc"
    ;

/// The most letters that a character stands for.
constexpr std::size_t kLongest = 6;
/// What it costs, in nats, that a character stands for letters that a like one stands for.
constexpr double kLike = 2.3;
/// What it costs that it stands for letters that no like one ever stood for in the lists, for each
/// letter and once for the character.
constexpr double kStrangeLetter = 1.2;
constexpr double kStrange = 2.5;

/// Up to six letters in five bits each, the first in the lowest: 0 for none.
std::uint32_t packed(std::string_view letters) {
  std::uint32_t result = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    result |= static_cast<std::uint32_t>(letters[i] - 'a' + 1) << (5 * i);
  }
  return result;
}

/// Syllables with one of these initials are alike: who hears 奎 for "gue" might hear 圭.
constexpr std::string_view kLikeInitials[] = {"bp", "dt", "gk", "jq", "xs", "zc"};

/// −ln p of letters that no syllable has, and for each of them.
constexpr double kStrangeRow = 3;

/// −ln p(letters | syllable) in tenths, as the table has it, in a byte: from kOfLike on it is the
/// least of a like syllable.
using Cost = std::uint8_t;
constexpr Cost kOfLike = 128;
constexpr Cost kNever = 255;

constexpr double kImpossible = -std::numeric_limits<double>::infinity();

/// What a cost takes from ln p in two steps: its tenths, and that it is of a like syllable.
struct Nats {
  double tenths = 0;
  double of_like = 0;
};
constexpr std::array<Nats, std::size_t{kNever} + 1> kNats = [] {
  std::array<Nats, std::size_t{kNever} + 1> nats{};
  for (int cost = 0; cost < kOfLike; ++cost) nats[std::size_t(cost)] = {cost / 10.0, 0};
  for (int cost = kOfLike; cost < kNever; ++cost) {
    nats[std::size_t(cost)] = {(cost - kOfLike) / 10.0, kLike};
  }
  nats[kNever] = {-kImpossible, 0};
  return nats;
}();

/// What may stand for some letters.
struct Letters {
  bool none = false;           ///< no letters at all
  std::optional<double> cost;  ///< −ln p(letters)
  double alone = 0;            ///< the same, for what is said of them; 0 for none
  std::vector<Cost> costs;     ///< by syllable, of all
  double most = -1e9;          ///< the largest likeness() of any syllable
};

/// The table of name_sounds.inc: what letters a syllable stands for.
class Sounds {
 public:
  Sounds() {
    for_each_line([this](std::string_view name, std::string_view) {
      if (name != "*") syllables_.emplace(name, 0);
    });
    number_syllables();
    for_each_line([this](std::string_view name, std::string_view said) {
      read_said(name == "*" ? 0 : syllables_.at(name), said);
    });
    for (auto& [packed_letters, letters] : letters_) {
      add_like(letters);
      letters.alone = letters.none ? 0 : letters.cost.value_or(kStrangeRow);
      Cost least = kNever;
      Cost least_of_like = kNever;
      for (const Cost cost : letters.costs) {
        least = std::min(least, cost);
        least_of_like = std::min(least_of_like, cost < kOfLike ? kNever : cost);
      }
      for (const Cost cost : {least, least_of_like}) {
        letters.most = std::max(letters.most, likeness(letters.alone, cost));
      }
    }
  }

  /// The number of a syllable in pinyin; 0 for one that no name has.
  [[nodiscard]] std::uint16_t syllable(std::string_view pinyin) const {
    const auto found = syllables_.find(pinyin);
    return found == syllables_.end() ? 0 : found->second;
  }

  /// What is known of some letters, packed; null where nothing is.
  [[nodiscard]] const Letters* letters(std::uint32_t packed_letters) const {
    const auto found = letters_.find(packed_letters);
    return found == letters_.end() ? nullptr : &found->second;
  }

  /// ln p(letters | syllable) − ln p(letters); kImpossible where they never stand for each other.
  /// Of no letters ln p alone: a character that says nothing explains nothing.
  [[nodiscard]] static double likeness(std::uint16_t syllable, const Letters& letters) {
    return likeness(letters.alone, letters.costs[syllable]);
  }

 private:
  [[nodiscard]] static double likeness(double alone, Cost cost) {
    const Nats& nats = kNats[cost];
    return alone - nats.tenths - nats.of_like;
  }

  /// "si s:2 ce:37 -:60", and "*" for all syllables together, which has number 0.
  template <typename Use>
  static void for_each_line(const Use& use) {
    std::string_view rest = kTable;
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      const std::string_view line = rest.substr(0, end);
      const std::size_t space = line.find(' ');
      use(line.substr(0, space), line.substr(space + 1));
      rest.remove_prefix(end + 1);
    }
  }

  /// Gives like syllables numbers in a row, so that they are gone through at a stretch.
  void number_syllables() {
    std::vector<std::string_view> names;
    for (const auto& [name, number] : syllables_) names.push_back(name);
    std::ranges::sort(names, {},
                      [](std::string_view name) { return std::pair(class_of(name), name); });
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (i == 0 || class_of(names[i]) != class_of(names[i - 1])) class_begins_.push_back(i + 1);
      syllables_[names[i]] = static_cast<std::uint16_t>(i + 1);
    }
    class_begins_.push_back(names.size() + 1);
  }

  void read_said(std::uint16_t number, std::string_view line) {
    while (!line.empty()) {
      const std::size_t colon = line.find(':');
      const std::size_t end = std::min(line.find(' '), line.size());
      const std::string_view letters = line.substr(0, colon);
      int tenths = 0;
      std::from_chars(line.data() + colon + 1, line.data() + end, tenths);
      add(number, letters == "-" ? 0 : packed(letters), tenths);
      line.remove_prefix(std::min(end + 1, line.size()));
    }
  }

  void add(std::uint16_t syllable, std::uint32_t packed_letters, int tenths) {
    Letters& letters = letters_[packed_letters];
    if (letters.costs.empty()) letters.costs.resize(syllables_.size() + 1, kNever);
    letters.none = packed_letters == 0;
    if (syllable == 0) {
      letters.cost = tenths / 10.0;
      return;
    }
    letters.costs[syllable] = static_cast<Cost>(std::min(tenths, kOfLike - 1));
  }

  /// Gives a syllable that never stands for these letters what the likest of its class costs.
  void add_like(Letters& letters) const {
    if (letters.none) return;
    for (std::size_t c = 0; c + 1 < class_begins_.size(); ++c) {
      const auto first = letters.costs.begin() + static_cast<std::ptrdiff_t>(class_begins_[c]);
      const auto last = letters.costs.begin() + static_cast<std::ptrdiff_t>(class_begins_[c + 1]);
      const Cost least =
          std::accumulate(first, last, kNever, [](Cost a, Cost b) { return std::min(a, b); });
      if (least == kNever) continue;
      const auto of_like = static_cast<Cost>(kOfLike + std::min<int>(least, kNever - kOfLike - 1));
      std::transform(first, last, first,
                     [&](Cost cost) { return cost == kNever ? of_like : cost; });
    }
  }

  /// Of its initial and like ones.
  static std::uint8_t class_of(std::string_view syllable) {
    char initial = syllable.front();
    for (const std::string_view like : kLikeInitials) {
      if (like.find(initial) != std::string_view::npos) initial = like.front();
    }
    return static_cast<std::uint8_t>(initial);
  }

  std::unordered_map<std::string_view, std::uint16_t> syllables_;
  std::vector<std::size_t> class_begins_;  ///< the first syllable of each class, and the end
  std::unordered_map<std::uint32_t, Letters> letters_;
};

const Sounds& sounds() {
  static const Sounds table;
  return table;
}

using Readings = std::array<std::uint16_t, 3>;

Readings find_readings(char32_t c) {
  Readings readings{};
  std::size_t count = 0;
  for_each_reading(han_readings(c).mandarin, [&](std::string_view reading) {
    const std::uint16_t syllable = sounds().syllable(reading);
    if (syllable != 0 && count < readings.size()) readings[count++] = syllable;
  });
  while (count > 0 && count < readings.size()) readings[count++] = readings[0];
  return readings;
}

/// The syllables of each character, found when it is first asked for and kept. Thread-safe.
Readings readings_of(char32_t c) {
  constexpr char32_t kFirst = 0x3400;
  constexpr char32_t kLast = 0x9FFF;
  constexpr std::uint64_t kKnown = std::uint64_t{1} << 63U;
  static std::array<std::atomic<std::uint64_t>, kLast - kFirst + 1> known{};
  if (c < kFirst || c > kLast) return find_readings(c);
  std::atomic<std::uint64_t>& slot = known[c - kFirst];
  std::uint64_t packed = slot.load(std::memory_order_relaxed);
  if (packed == 0) {
    const Readings found = find_readings(c);
    packed = kKnown | found[0] | std::uint64_t{found[1]} << 16U | std::uint64_t{found[2]} << 32U;
    slot.store(packed, std::memory_order_relaxed);
  }
  return {static_cast<std::uint16_t>(packed), static_cast<std::uint16_t>(packed >> 16U),
          static_cast<std::uint16_t>(packed >> 32U)};
}

/// "Čapek" is "capek": letters from a to z, lower case.
std::string plain_letters(std::string_view name) {
  std::string plain;
  const bool ascii = std::all_of(name.begin(), name.end(),
                                 [](char c) { return static_cast<signed char>(c) >= 0; });
  std::string decomposed;
  if (!ascii) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* decomposition = icu::Normalizer2::getNFKDInstance(status);
    if (U_SUCCESS(status)) {
      decomposition
          ->normalize(icu::UnicodeString::fromUTF8(
                          icu::StringPiece(name.data(), static_cast<int32_t>(name.size()))),
                      status)
          .toUTF8String(decomposed);
      name = decomposed;
    }
  }
  for (const char c : name) {
    if (text::is_ascii_letter(c)) plain.push_back(text::ascii_lower(c));
  }
  return plain;
}

/// What letters are cut into: [j][k] is what is known of the k letters from the jth on.
using Parts = std::vector<std::array<const Letters*, kLongest + 1>>;

Parts parts_of(std::string_view letters) {
  Parts parts(letters.size() + 1);
  for (std::size_t j = 0; j <= letters.size(); ++j) {
    for (std::size_t k = 0; k <= std::min(kLongest, letters.size() - j); ++k) {
      parts[j][k] = sounds().letters(packed(letters.substr(j, k)));
    }
  }
  return parts;
}

/// −ln p(letters) by the likeliest way to cut them into what characters stand for.
double information_of(const Parts& parts) {
  const std::size_t letters = parts.size() - 1;
  std::vector<double> least(parts.size(), 1e9);
  least[0] = 0;
  for (std::size_t begin = 0; begin < letters; ++begin) {
    for (std::size_t size = 1; size <= std::min(kLongest, letters - begin); ++size) {
      const Letters* known = parts[begin][size];
      const double strange = kStrangeRow * static_cast<double>(size + 1);
      const double cost = known == nullptr ? strange : known->cost.value_or(strange);
      least[begin + size] = std::min(least[begin + size], least[begin] + cost);
    }
  }
  return least.back();
}

/// The most that any characters say of the letters from each place to the end.
std::vector<double> most_of(const Parts& parts) {
  const std::size_t size = parts.size() - 1;
  std::vector<double> most(parts.size(), 0);
  for (std::size_t j = size; j-- > 0;) {
    most[j] = -1e9;
    for (std::size_t k = 1; k <= std::min(kLongest, size - j); ++k) {
      double gain = -kStrange - kStrangeLetter * static_cast<double>(k);
      if (parts[j][k] != nullptr) gain = std::max(gain, parts[j][k]->most);
      most[j] = std::max(most[j], gain + most[j + k]);
    }
  }
  return most;
}

/// The best way to have said the first letters of the name with characters up to some place.
struct State {
  double likeness = -1e9;
  std::size_t first = 0;  ///< the character that it began with
};

}  // namespace

SoundedText::SoundedText(std::string_view chinese, std::size_t offset) {
  bool follows = false;
  for (std::size_t i = 0; i < chinese.size();) {
    const std::size_t begin = i;
    const char32_t c = text::next_code_point(chinese, i);
    if (!text::is_han(c)) {
      follows = false;
      continue;
    }
    characters_.push_back({Span{begin, i}.shifted(offset), readings_of(c), follows});
    follows = true;
  }
}

SoundMatch find_sound(std::string_view name, const SoundedText& text, double least_share) {
  const std::string letters = plain_letters(name);
  const std::size_t size = letters.size();
  SoundMatch best;
  if (size == 0) return best;
  const Parts parts = parts_of(letters);
  best.information = information_of(parts);
  const auto& characters = text.characters();
  const std::vector<double> most_behind = most_of(parts);
  constexpr double kRounding = 1e-6;
  std::vector<State> before(size + 1);
  std::vector<State> after(size + 1);
  const double least = least_share * best.information;
  double most = std::max(least - kRounding, 0.0);
  for (std::size_t c = 0; c < characters.size(); ++c) {
    const Readings& readings = characters[c].readings;
    const bool several = readings[1] != readings[0];
    if (!characters[c].follows) std::fill(before.begin(), before.end(), State{});
    before[0] = State{0, c};
    std::fill(after.begin(), after.end(), State{});
    for (std::size_t j = 0; j <= size; ++j) {
      // What can't become the best any more need not be followed.
      if (before[j].likeness + most_behind[j] <= most - kRounding) continue;
      for (std::size_t k = j == 0 ? 1 : 0; k <= std::min(kLongest, size - j); ++k) {
        double gain = -kStrange - kStrangeLetter * static_cast<double>(k);
        if (const Letters* said = parts[j][k]) {
          gain = std::max(gain, Sounds::likeness(readings[0], *said));
          for (std::size_t r = 1; several && r < readings.size(); ++r) {
            gain = std::max(gain, Sounds::likeness(readings[r], *said));
          }
        }
        State& next = after[j + k];
        if (before[j].likeness + gain > next.likeness) {
          next = State{before[j].likeness + gain, before[j].first};
        }
      }
    }
    if (after[size].likeness > most) {
      most = after[size].likeness;
      best.span = Span{characters[after[size].first].span.begin, characters[c].span.end};
    }
    std::swap(before, after);
  }
  if (!best.span.empty()) best.likeness = most;
  return best;
}

}  // namespace duizhao::names
