#include "duizhao/check/evidence/form/regional_words.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <string>
#include <unordered_map>

#include "duizhao/pair/characters.h"
#include "duizhao/terms/taiwan_words.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/language_tag.h"
#include "duizhao/text/script.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

constexpr std::string_view kTable =
#include "duizhao/check/evidence/form/regional_words.inc"
    ;

constexpr std::uint8_t kEverywhere = 0b111;

/// Words of Singapore and Malaysia, which write simplified characters and share some words with
/// Taiwan and Hong Kong: taxi, bicycle, market, percent, elderly people, the Baba, ringgit.
constexpr std::array<std::string_view, 7> kStraitsWords = {"德士", "脚车", "巴刹", "巴仙",
                                                           "乐龄", "峇",   "马币"};

std::uint8_t bit(Region region) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(region));
}

/// Calls `visit` with each part of `text` between separators.
template <typename Visit>
void for_each_part(std::string_view text, char separator, const Visit& visit) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    visit(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

class Table {
 public:
  struct RegionalWord {
    std::size_t thing = 0;
    std::uint8_t said_in = 0;
  };

  Table() {
    for_each_part(kTable, '\n', [this](std::string_view line) {
      if (!line.empty()) add_thing(line);
    });
  }

  /// Length of the longest word, in characters.
  [[nodiscard]] std::size_t longest() const { return longest_; }

  /// Most pairs of characters begin no word.
  [[nodiscard]] bool may_begin_with(char32_t first, char32_t second) const {
    return beginnings_.test(bit_of(first, second));
  }

  [[nodiscard]] const RegionalWord* find(const std::string& word) const {
    const auto place = words_.find(word);
    return place == words_.end() ? nullptr : &place->second;
  }

  [[nodiscard]] std::string_view word_for(std::size_t thing, Region region) const {
    return things_[thing][static_cast<std::size_t>(region)];
  }

 private:
  void add_thing(std::string_view line) {
    std::array<std::string_view, 3> firsts;
    if (line.find('/') == std::string_view::npos) {
      add_word(line, kEverywhere);
    } else {
      std::size_t region = 0;
      for_each_part(line, '/', [&](std::string_view words) {
        firsts[region] = words.substr(0, words.find(' '));
        for_each_part(words, ' ',
                      [&](std::string_view word) { add_word(word, bit(kRegions[region])); });
        ++region;
      });
    }
    things_.push_back(firsts);
  }

  void add_word(std::string_view word, std::uint8_t said_in) {
    const std::string folded = terms::simplified(word);
    const auto [place, is_new] = words_.try_emplace(folded, RegionalWord{things_.size(), 0});
    place->second.said_in |= said_in;
    std::size_t next = 0;
    const char32_t first = text::next_code_point(folded, next);
    if (next < folded.size()) beginnings_.set(bit_of(first, text::next_code_point(folded, next)));
    longest_ = std::max(longest_, text::count_code_points(folded));
  }

  static constexpr unsigned kBits = 16;
  static std::size_t bit_of(char32_t first, char32_t second) {
    return (first * 0x9E3779B1U ^ second * 0x85EBCA77U) >> (32U - kBits);
  }

  std::unordered_map<std::string, RegionalWord> words_;
  std::vector<std::array<std::string_view, 3>> things_;
  std::bitset<1U << kBits> beginnings_;  ///< by two characters that words begin with
  std::size_t longest_ = 0;
};

const Table& table() {
  static const Table loaded;
  return loaded;
}

/// What characters that one of two places prefers say, beside words that only one of them knows.
std::size_t votes(std::ptrdiff_t characters) {
  constexpr std::ptrdiff_t kMany = 3;
  if (characters <= 0) return 0;
  return characters >= kMany ? 2 : 1;
}

/// Whether a word of the passage begins at `begin` and one ends at `end`.
bool keeps_to_words(const pair::Passage& passage, Span span) {
  const auto at = std::lower_bound(
      passage.words.begin(), passage.words.end(), span.begin,
      [](const model::Word& word, std::size_t place) { return word.span.begin < place; });
  if (at == passage.words.end() || at->span.begin != span.begin) return false;
  return std::any_of(at, passage.words.end(),
                     [&](const model::Word& word) { return word.span.end == span.end; });
}

}  // namespace

std::vector<RegionalWord> regional_words(const pair::Passage& passage) {
  std::vector<RegionalWord> found;
  const std::vector<pair::Character> characters =
      pair::characters_of(passage.document->text, passage.span);
  std::string folded;
  for (std::size_t first = 0; first + 1 < characters.size(); ++first) {
    const char32_t begin = text::folded_han(characters[first].value);
    if (!table().may_begin_with(begin, text::folded_han(characters[first + 1].value))) continue;
    folded.clear();
    text::append_code_point(folded, begin);
    RegionalWord longest;
    std::size_t last_of_longest = first;
    const std::size_t end = std::min(first + table().longest(), characters.size());
    for (std::size_t last = first + 1; last < end; ++last) {
      text::append_code_point(folded, text::folded_han(characters[last].value));
      const Table::RegionalWord* const entry = table().find(folded);
      if (entry == nullptr) continue;
      longest = {characters[first].span.joined(characters[last].span), entry->thing,
                 entry->said_in};
      last_of_longest = last;
    }
    if (longest.span.empty()) continue;
    if (longest.said_in == kEverywhere || keeps_to_words(passage, longest.span)) {
      if (longest.said_in != kEverywhere) found.push_back(longest);
      first = last_of_longest;
    }
  }
  return found;
}

std::string_view word_for(std::size_t thing, Region region) {
  return table().word_for(thing, region);
}

std::optional<Region> region_of(std::string_view text, std::span<const RegionalWord> words) {
  const Script script = text::script_of(text);
  if (script == Script::kUnknown) return std::nullopt;
  if (script == Script::kSimplified) {
    const bool of_the_straits =
        std::any_of(kStraitsWords.begin(), kStraitsWords.end(),
                    [&](std::string_view word) { return text.find(word) != text.npos; });
    if (of_the_straits) return std::nullopt;
    return Region::kMainland;
  }
  // Each word counts once: a habit must not outvote the rest of the text.
  const std::ptrdiff_t leaning = text::leaning_to_hong_kong(text);
  std::size_t taiwan = votes(-leaning);
  std::size_t hong_kong = votes(leaning);
  std::vector<std::string_view> counted;
  for (const RegionalWord& word : words) {
    const std::string_view written = word.span.in(text);
    if (std::find(counted.begin(), counted.end(), written) != counted.end()) continue;
    counted.push_back(written);
    const bool in_taiwan = word.is_said_in(Region::kTaiwan);
    const bool in_hong_kong = word.is_said_in(Region::kHongKong);
    if (in_taiwan != in_hong_kong) ++(in_taiwan ? taiwan : hong_kong);
  }
  constexpr std::size_t kFewest = 2;
  constexpr std::size_t kMajority = 3;
  if (taiwan >= kFewest && taiwan >= kMajority * hong_kong) return Region::kTaiwan;
  if (hong_kong >= kFewest && hong_kong >= kMajority * taiwan) return Region::kHongKong;
  return std::nullopt;
}

}  // namespace duizhao::check
