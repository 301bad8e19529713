#include "duizhao/names/sound.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
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
/// A word of more letters is no name.
constexpr std::size_t kMostLetters = 100;
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

std::size_t letters_in(std::uint32_t packed_letters) {
  return (static_cast<std::size_t>(std::bit_width(packed_letters)) + 4) / 5;
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

/// What all costs are multiples of.
int in_tenths(double nats) { return static_cast<int>(std::lround(nats * 10)); }

/// What each cost takes from ln p in these.
const std::array<int, std::size_t{kNever} + 1> kTenths = [] {
  std::array<int, std::size_t{kNever} + 1> tenths{};
  for (std::size_t cost = 0; cost < kNever; ++cost) {
    tenths[cost] = in_tenths(kNats[cost].tenths + kNats[cost].of_like);
  }
  tenths[kNever] = std::numeric_limits<std::int16_t>::max();
  return tenths;
}();

/// What may stand for some letters.
struct Letters {
  bool none = false;           ///< no letters at all
  std::optional<double> cost;  ///< −ln p(letters)
  double alone = 0;            ///< the same, for what is said of them; 0 for none
  std::vector<Cost> costs;     ///< by syllable, of all
  /// likeness() by syllable, in tenths of a nat, and no less than strange letters say.
  std::vector<std::int8_t> tenths;
};

/// What it adds that a character stands for some letters that it never stood for.
constexpr double strange_gain(std::size_t letters) {
  return -kStrange - kStrangeLetter * static_cast<double>(letters);
}

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
      const int alone = in_tenths(letters.alone);
      const int strange = in_tenths(strange_gain(letters_in(packed_letters)));
      letters.tenths.resize(letters.costs.size());
      std::ranges::transform(letters.costs, letters.tenths.begin(), [&](Cost cost) {
        return static_cast<std::int8_t>(std::max(strange, alone - kTenths[cost]));
      });
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

/// What it adds that a character stands for k letters, of which that is known; null for nothing.
double gain_of(const SoundedText::Character& character, const Letters* known, std::size_t k) {
  double gain = strange_gain(k);
  if (known == nullptr) return gain;
  const Readings& readings = character.readings;
  gain = std::max(gain, Sounds::likeness(readings[0], *known));
  if (readings[1] == readings[0]) return gain;
  for (std::size_t r = 1; r < readings.size(); ++r) {
    gain = std::max(gain, Sounds::likeness(readings[r], *known));
  }
  return gain;
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

/// The most that the characters from each place on say of the letters from each place to the end.
/// Nearly all ways to say a name in a text lead nowhere, and that is told here several times as
/// fast as by following them: in small whole numbers, part by part for all characters at a stretch.
class MostBehind {
 public:
  MostBehind(const Parts& parts, const std::vector<SoundedText::Character>& characters)
      : characters_(characters),
        gains_(characters.size()),
        columns_(characters.size() + 1),
        most_(parts.size() * columns_, kNothing) {
    const std::size_t count = characters.size();
    const std::size_t size = parts.size() - 1;
    for (std::size_t c = 0; c < count; ++c) {
      if (characters[c].readings[1] != characters[c].readings[0]) several_.push_back(c);
    }
    std::fill_n(row(size), columns_, Tenths{0});
    for (std::size_t j = size; j-- > 0;) {
      Tenths* const most = row(j);
      for (std::size_t k = 1; k <= std::min(kLongest, size - j); ++k) {
        fill_gains(parts[j][k], k);
        const Tenths* const rest = row(j + k) + 1;
        for (std::size_t c = 0; c < count; ++c) {
          most[c] = std::max(most[c], static_cast<Tenths>(gains_[c] + rest[c]));
        }
      }
      if (j == 0) break;  // a match begins with a character that says something
      fill_gains(parts[j][0], 0);
      for (std::size_t c = count; c-- > 0;) {
        most[c] = std::max(most[c], static_cast<Tenths>(gains_[c] + most[c + 1]));
        // It can't go on from something else to here.
        if (!characters[c].follows) most[c] = kNothing;
      }
    }
  }

  /// In nats, of the letters from the jth on, the cth character being the first.
  [[nodiscard]] double operator()(std::size_t j, std::size_t c) const {
    return most_[j * columns_ + c] * 0.1;
  }

  /// Of all letters, wherever the characters stand.
  [[nodiscard]] double of_all() const {
    const auto end = most_.begin() + static_cast<std::ptrdiff_t>(columns_);
    return *std::max_element(most_.begin(), end) * 0.1;
  }

 private:
  using Tenths = std::int16_t;
  /// Less than anything that kMostLetters may say.
  static constexpr Tenths kNothing = -20'000;

  Tenths* row(std::size_t j) { return &most_[j * columns_]; }

  /// What each character adds by standing for some letters.
  void fill_gains(const Letters* known, std::size_t letters) {
    if (known == nullptr) {
      std::ranges::fill(gains_, static_cast<Tenths>(in_tenths(strange_gain(letters))));
      return;
    }
    const std::int8_t* const tenths = known->tenths.data();
    std::ranges::transform(characters_, gains_.begin(),
                           [&](const auto& character) { return tenths[character.readings[0]]; });
    for (const std::size_t c : several_) {
      for (const std::uint16_t reading : characters_[c].readings) {
        gains_[c] = std::max<Tenths>(gains_[c], tenths[reading]);
      }
    }
  }

  const std::vector<SoundedText::Character>& characters_;
  std::vector<std::size_t> several_;  ///< characters with several readings
  std::vector<Tenths> gains_;
  std::size_t columns_;
  std::vector<Tenths> most_;  ///< [j × columns + c]
};

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
  if (size > kMostLetters) return best;
  const auto& characters = text.characters();
  const MostBehind most_behind(parts, characters);
  constexpr double kRounding = 1e-6;
  const double least = std::max(least_share * best.information - kRounding, 0.0);
  // What comes to less than the best need not be followed.
  const double reached = most_behind.of_all();
  if (reached <= least - kRounding) return best;
  double most = std::max(least, reached - kRounding);
  std::vector<State> before(size + 1);
  std::vector<State> after(size + 1);
  bool begun = false;
  for (std::size_t c = 0; c < characters.size(); ++c) {
    before[0] = State{0, c};
    const bool begins = most_behind(0, c) > most - kRounding;
    if (!begun && !begins) continue;
    begun = false;
    std::fill(after.begin(), after.end(), State{});
    for (std::size_t j = 0; j < size; ++j) {
      if (before[j].likeness + most_behind(j, c) <= most - kRounding) continue;
      begun = true;
      for (std::size_t k = j == 0 ? 1 : 0; k <= std::min(kLongest, size - j); ++k) {
        const double gain = gain_of(characters[c], parts[j][k], k);
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
