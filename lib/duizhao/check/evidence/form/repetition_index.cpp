#include "duizhao/check/evidence/form/repetition_index.h"

#include <algorithm>

#include "duizhao/pair/characters.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::check {
namespace {

/// Essences below this many bytes are headings and labels, which their surroundings translate.
constexpr std::size_t kShort = 12;
/// Sources of fewer words are not compared for being alike.
constexpr std::size_t kFewestWords = 6;
/// Lengths of sources that are alike differ by so many words at most.
constexpr std::size_t kMostMore = 2;
/// Slots that a key may stand in.
constexpr std::size_t kProbes = 8;

std::uint64_t mixed(std::uint64_t seed, std::uint64_t value) {
  std::uint64_t x = seed ^ (value + 0x9E3779B97F4A7C15U + (seed << 6U) + (seed >> 2U));
  x ^= x >> 30U;
  x *= 0xBF58476D1CE4E5B9U;
  x ^= x >> 27U;
  x *= 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = text.size() + 1;
  for (const char c : text) hash = mixed(hash, static_cast<unsigned char>(c));
  return hash == 0 ? 1 : hash;
}

/// Calls `visit` with what counts of a text, folded: a letter, a Han character, U'0' for a number;
/// and whether it follows on another letter of one word.
template <typename Visit>
void for_each_mark(std::string_view text, const Visit& visit) {
  bool in_number = false;
  bool in_word = false;
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = text::next_code_point(text, i);
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;  // full width
    if (pair::is_ascii_digit(c)) {
      if (!in_number) visit(U'0', in_word);
      in_number = true;
      in_word = true;
      continue;
    }
    if (in_number && pair::is_in(c, U",.")) continue;
    in_number = false;
    if (text::is_han(c)) {
      visit(text::folded_han(c), false);
      in_word = false;
    } else if (pair::is_latin_letter(c)) {
      visit(c >= U'A' && c <= U'Z' ? c + 32 : c, in_word);
      in_word = true;
    } else {
      in_word = false;
    }
  }
}

/// Hashes of the words of a text: Latin words, numbers, single Han characters.
std::vector<std::uint64_t> words_of(std::string_view text) {
  std::vector<std::uint64_t> words;
  for_each_mark(text, [&](char32_t c, bool follows) {
    if (!follows || words.empty()) words.push_back(1);
    words.back() = mixed(words.back(), c);
  });
  return words;
}

}  // namespace

std::string essence(std::string_view text) {
  std::string result;
  for_each_mark(text, [&](char32_t c, bool /*follows*/) { text::append_code_point(result, c); });
  return result;
}

BoundedTable::BoundedTable(std::size_t most_slots)
    : most_slots_(most_slots), slots_(std::min<std::size_t>(most_slots, 1024)) {}

std::size_t BoundedTable::first_slot(std::uint64_t key) const {
  return static_cast<std::size_t>(key) & (slots_.size() - 1);
}

const BoundedTable::Slot* BoundedTable::find(std::uint64_t key) const {
  for (std::size_t probe = 0; probe < kProbes; ++probe) {
    const Slot& entry = slots_[(first_slot(key) + probe) & (slots_.size() - 1)];
    if (entry.key == key) return &entry;
  }
  return nullptr;
}

void BoundedTable::put(const Slot& entry) {
  if (taken_ * 2 > slots_.size() && slots_.size() < most_slots_) grow();
  Slot* oldest = nullptr;
  for (std::size_t probe = 0; probe < kProbes; ++probe) {
    Slot& slot = slots_[(first_slot(entry.key) + probe) & (slots_.size() - 1)];
    if (slot.key == entry.key || slot.key == 0) {
      taken_ += slot.key == 0 ? 1 : 0;
      slot = entry;
      return;
    }
    if (oldest == nullptr || slot.number < oldest->number) oldest = &slot;
  }
  *oldest = entry;
}

void BoundedTable::grow() {
  std::vector<Slot> before(slots_.size() * 2);
  before.swap(slots_);
  taken_ = 0;
  for (const Slot& entry : before) {
    if (entry.key != 0) put(entry);
  }
}

RepetitionIndex::RepetitionIndex(Labels labels, std::size_t most_segments)
    : labels_(labels),
      by_source_(most_segments),
      by_target_(most_segments),
      by_half_(most_segments * 2) {}

RepetitionIndex::Seen RepetitionIndex::add(std::size_t number, std::string_view source,
                                           std::string_view target) {
  Seen seen;
  const std::string from = essence(source);
  const std::string to = essence(target);
  const bool label = from.size() < kShort || to.size() < kShort;
  if (from.empty() || to.empty() || (label && labels_ == Labels::kPassedOver)) return seen;
  const std::uint64_t from_hash = hash_of(from);
  const std::uint64_t to_hash = hash_of(to);
  const auto here = static_cast<std::uint32_t>(number);
  // The first one stays: what the others are measured by.
  const auto look_up = [here](BoundedTable& table, std::uint64_t key, std::uint64_t partner) {
    std::optional<std::size_t> other;
    const auto short_partner = static_cast<std::uint32_t>(partner);
    if (const BoundedTable::Slot* const first = table.find(key); first == nullptr) {
      table.put({key, here, short_partner});
    } else if (first->partner != short_partner) {
      other = first->number;
    }
    return other;
  };
  const bool is_known = by_source_.find(from_hash) != nullptr;
  seen.other_target = look_up(by_source_, from_hash, to_hash);
  if (label) return seen;
  seen.other_source = look_up(by_target_, to_hash, from_hash);
  if (is_known) return seen;
  const std::vector<std::uint64_t> words = words_of(source);
  if (words.size() < kFewestWords) return seen;
  std::vector<std::uint64_t> prefixes(words.size() + 1, 2);  ///< of the first words
  std::vector<std::uint64_t> suffixes(words.size() + 1, 3);  ///< of the last words
  for (std::size_t i = 0; i < words.size(); ++i) {
    prefixes[i + 1] = mixed(prefixes[i], words[i]);
    suffixes[i + 1] = mixed(suffixes[i], words[words.size() - 1 - i]);
  }
  look_up_halves(prefixes, suffixes, number, seen);
  return seen;
}

void RepetitionIndex::look_up_halves(const std::vector<std::uint64_t>& prefixes,
                                     const std::vector<std::uint64_t>& suffixes, std::size_t number,
                                     Seen& seen) {
  // A source of n words stands in the table by its first ⌊n/2⌋ words and by the others, with n.
  const std::size_t size = prefixes.size() - 1;
  const auto prefix_key = [&](std::size_t n) { return mixed(prefixes[n / 2], n) | 1U; };
  const auto suffix_key = [&](std::size_t n) { return mixed(suffixes[n - n / 2], n) | 1U; };
  for (std::size_t n = size - std::min(size, kMostMore); n <= size + kMostMore; ++n) {
    if (n < kFewestWords || n - n / 2 > size) continue;
    for (const std::uint64_t key : {prefix_key(n), suffix_key(n)}) {
      const BoundedTable::Slot* const other = by_half_.find(key);
      if (other != nullptr && std::find(seen.like_source.begin(), seen.like_source.end(),
                                        other->number) == seen.like_source.end()) {
        seen.like_source.push_back(other->number);
      }
    }
  }
  // Of many with the same half the last one is the likeliest to be of the same text.
  by_half_.put({prefix_key(size), static_cast<std::uint32_t>(number), 0});
  by_half_.put({suffix_key(size), static_cast<std::uint32_t>(number), 0});
}

}  // namespace duizhao::check
