#include "duizhao/model/lexicon_format.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "duizhao/model/packed_translation.h"
#include "duizhao/text/utf8.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace duizhao::model {
namespace {

template <typename T>
void append(std::string& bytes, const T& value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <typename T>
void append_all(std::string& bytes, const std::vector<T>& values) {
  bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

/// The upper half of the hash chooses the bit, the lower one the slot of the vocabulary.
void set_bit(std::vector<std::uint64_t>& bits, std::uint64_t hash) {
  const std::uint64_t bit = (hash >> 32) & (bits.size() * 64 - 1);
  bits[bit / 64] |= std::uint64_t{1} << (bit % 64);
}

}  // namespace

std::uint64_t hash_form(std::string_view form) { return XXH3_64bits(form.data(), form.size()); }

std::string encode_vocabulary(const VocabularyData& vocabulary) {
  const auto count = static_cast<std::uint32_t>(vocabulary.words.size());
  const std::uint32_t slots = std::bit_ceil(count * 2U + 2U);
  std::vector<std::uint32_t> table(slots, 0);  // id + 1; 0 is an empty slot
  std::vector<std::uint32_t> offsets = {0};
  std::string text;
  for (std::uint32_t id = 0; id < count; ++id) {
    text += vocabulary.words[id];
    offsets.push_back(static_cast<std::uint32_t>(text.size()));
    std::uint64_t slot = hash_form(vocabulary.words[id]) & (slots - 1);
    while (table[slot] != 0) slot = (slot + 1) & (slots - 1);
    table[slot] = id + 1;
  }
  std::string bytes;
  append(bytes, count);
  append(bytes, slots);
  append_all(bytes, vocabulary.probabilities);
  append_all(bytes, offsets);
  append_all(bytes, table);
  return bytes + text;
}

std::string encode_prefixes(const std::vector<std::string>& words) {
  std::vector<std::uint64_t> hashes;
  for (const std::string& word : words) {
    std::size_t i = 0;
    if (!text::is_han(text::next_code_point(word, i))) continue;
    while (i < word.size()) {
      hashes.push_back(hash_form(std::string_view(word).substr(0, i)));
      (void)text::next_code_point(word, i);
    }
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  // Sixteen bits a prefix: one string in sixteen is asked for in vain.
  std::vector<std::uint64_t> bits(std::bit_ceil(hashes.size() * 16 + 64) / 64, 0);
  for (const std::uint64_t hash : hashes) set_bit(bits, hash);
  std::string bytes;
  append_all(bytes, bits);
  return bytes;
}

std::string encode_translations(const TranslationTable& table) {
  std::vector<std::uint32_t> offsets = {0};
  std::vector<std::uint32_t> entries;
  for (const auto& row : table) {
    for (const auto& [id, probability] : row) {
      const float steps = std::round(-std::log(probability) / kNatsPerStep);
      const auto quantised =
          static_cast<std::uint32_t>(std::clamp(steps, 0.0F, kProbabilitySteps - 1.0F));
      entries.push_back(quantised << kIdBits | id);
    }
    offsets.push_back(static_cast<std::uint32_t>(entries.size()));
  }
  std::string bytes;
  append(bytes, static_cast<std::uint32_t>(table.size()));
  append_all(bytes, offsets);
  append_all(bytes, entries);
  return bytes;
}

TranslationTable decode_translations(std::string_view bytes) {
  const auto number = [&](std::size_t index) {
    std::uint32_t value = 0;
    std::memcpy(&value, bytes.data() + index * sizeof value, sizeof value);
    return value;
  };
  TranslationTable table(number(0));
  const std::size_t entries = table.size() + 2;
  for (std::size_t row = 0; row < table.size(); ++row) {
    for (std::size_t e = number(row + 1); e < number(row + 2); ++e) {
      const std::uint32_t packed = number(entries + e);
      const float nats = kNatsPerStep * static_cast<float>(packed_step(packed));
      table[row].emplace_back(packed_id(packed), std::exp(-nats));
    }
  }
  return table;
}

}  // namespace duizhao::model
