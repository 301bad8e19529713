#include "duizhao/model/language_model.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <unordered_map>
#include <utility>

#include "duizhao/model/lexicon_format.h"
#include "duizhao/model/model_file.h"

namespace duizhao::model {
namespace {

/// A slot holds a fingerprint in its upper 24 bits and -ln p in sixteenths in its lower 8; 0 is an
/// empty slot.
constexpr float kStepsPerNat = 16;
constexpr std::uint32_t kLargestStep = 255;
constexpr float kSlotsPerEntry = 1.3F;

/// What a shorter history costs, as in the paper.
const float kBackoff = std::log(0.4F);

/// ln p of a word that the model has never seen.
constexpr float kUnseen = -16;

constexpr std::uint64_t kBoundary = 0x9E3779B97F4A7C15ULL;
constexpr std::uint64_t kNumber = 0xC2B2AE3D27D4EB4FULL;

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  std::uint64_t h = (a ^ std::rotl(b, 23)) * 0xFF51AFD7ED558CCDULL;
  h ^= h >> 33;
  h *= 0xC4CEB9FE1A85EC53ULL;
  return h ^ (h >> 29);
}

/// Numbers are all one word to the model; English keys keep their endings.
std::uint64_t key_of(const Word& word) {
  if (word.kind == text::TokenKind::kNumber) return kNumber;
  if (word.kind == text::TokenKind::kWord) return word.folded_hash;
  return word.form_hash;
}

std::uint64_t unigram(std::uint64_t w) { return mixed(w, 1); }
std::uint64_t bigram(std::uint64_t a, std::uint64_t w) { return mixed(mixed(a, 2), w); }
std::uint64_t trigram(std::uint64_t a, std::uint64_t b, std::uint64_t w) {
  return mixed(mixed(mixed(a, 3), b), w);
}

std::uint32_t fingerprint(std::uint64_t key) {
  const auto bits = static_cast<std::uint32_t>(key >> 40);
  return bits == 0 ? 1 : bits;
}

std::size_t first_slot(std::uint64_t key, std::size_t slots) {
  return static_cast<std::size_t>((key & 0xFFFFFFFFULL) * slots >> 32);
}

/// A table of n-grams inside a section.
struct Table {
  std::span<const std::uint32_t> slots;

  [[nodiscard]] bool read(std::span<const std::byte> section) {
    if (section.size() < 2 * sizeof(std::uint32_t)) return false;
    slots = {reinterpret_cast<const std::uint32_t*>(section.data()),
             section.size() / sizeof(std::uint32_t)};
    // Searches end at an empty slot.
    return std::find(slots.begin(), slots.end(), 0U) != slots.end();
  }
  /// ln p, or a positive number for an n-gram that is not there.
  [[nodiscard]] float find(std::uint64_t key) const {
    const std::uint32_t print = fingerprint(key);
    for (std::size_t i = first_slot(key, slots.size());; i = i + 1 == slots.size() ? 0 : i + 1) {
      const std::uint32_t slot = slots[i];
      if (slot == 0) return 1;
      if (slot >> 8 == print) return -static_cast<float>(slot & 0xFF) / kStepsPerNat;
    }
  }
  /// Begins to fetch from memory what score() of the same will ask for first: the table is far
  /// larger than what processors keep at hand.
  void prefetch(std::uint64_t a, std::uint64_t b, std::uint64_t w) const {
    __builtin_prefetch(&slots[first_slot(trigram(a, b, w), slots.size())]);
    __builtin_prefetch(&slots[first_slot(bigram(b, w), slots.size())]);
  }
  /// ln of the score of word `w` after the keys `a` and `b`.
  [[nodiscard]] float score(std::uint64_t a, std::uint64_t b, std::uint64_t w) const {
    float score = find(trigram(a, b, w));
    if (score <= 0) return score;
    score = find(bigram(b, w));
    if (score <= 0) return score + kBackoff;
    score = find(unigram(w));
    return (score > 0 ? kUnseen : score) + 2 * kBackoff;
  }
};

/// How many words before it is asked for an n-gram is fetched: the first ones of a sentence all at
/// once.
constexpr std::size_t kAhead = 12;

/// Calls `fetch(i)` for each of `count` words, and `use(i)` kAhead words later.
template <typename Fetch, typename Use>
void fetched_ahead(std::size_t count, const Fetch& fetch, const Use& use) {
  for (std::size_t i = 0; i < std::min(kAhead, count); ++i) fetch(i);
  for (std::size_t i = 0; i < count; ++i) {
    if (i + kAhead < count) fetch(i + kAhead);
    use(i);
  }
}

/// The keys of a sentence behind two boundaries.
std::vector<std::uint64_t> keys_of(std::span<const Word> words) {
  std::vector<std::uint64_t> keys = {kBoundary, kBoundary};
  keys.reserve(words.size() + 2);
  for (const Word& word : words) keys.push_back(key_of(word));
  return keys;
}

}  // namespace

struct LanguageModel::Impl {
  ModelFile file;
  Table chinese;
  Table english;

  explicit Impl(ModelFile opened) : file(std::move(opened)) {}

  [[nodiscard]] const Table& of(Language language) const {
    return language == Language::kChinese ? chinese : english;
  }
};

LanguageModel::LanguageModel(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
LanguageModel::LanguageModel(LanguageModel&&) noexcept = default;
LanguageModel& LanguageModel::operator=(LanguageModel&&) noexcept = default;
LanguageModel::~LanguageModel() = default;

std::string_view language_model_section(Language language) {
  return language == Language::kChinese ? "zh.ngrams" : "en.ngrams";
}

Result<LanguageModel> LanguageModel::open(const std::string& path) {
  auto file = ModelFile::open(path);
  if (!file) return tl::unexpected(file.error());
  return open(*file);
}

Result<LanguageModel> LanguageModel::open(const ModelFile& file) {
  auto impl = std::make_unique<Impl>(file);
  const bool complete =
      impl->chinese.read(impl->file.section(language_model_section(Language::kChinese))) &&
      impl->english.read(impl->file.section(language_model_section(Language::kEnglish)));
  if (!complete) {
    return failure(ErrorCode::kMalformed, "the model lacks complete language models",
                   {file.path()});
  }
  return LanguageModel(std::move(impl));
}

std::vector<float> LanguageModel::scores(Language language, std::span<const Word> words) const {
  const Table& table = impl_->of(language);
  const std::vector<std::uint64_t> keys = keys_of(words);
  std::vector<float> scores(words.size());
  fetched_ahead(
      words.size(), [&](std::size_t i) { table.prefetch(keys[i], keys[i + 1], keys[i + 2]); },
      [&](std::size_t i) { scores[i] = table.score(keys[i], keys[i + 1], keys[i + 2]); });
  return scores;
}

std::vector<float> LanguageModel::skip_gain(Language language, std::span<const Word> words,
                                            std::span<const float> scores) const {
  const Table& table = impl_->of(language);
  const std::vector<std::uint64_t> keys = keys_of(words);
  std::vector<float> gains(words.size());
  const auto fetch = [&](std::size_t i) {
    const std::uint64_t* before = &keys[i];  // the two keys before word i
    if (i + 1 < words.size()) table.prefetch(before[0], before[1], before[3]);
    if (i + 2 < words.size()) table.prefetch(before[1], before[3], before[4]);
  };
  fetched_ahead(words.size(), fetch, [&](std::size_t i) {
    const std::uint64_t* before = &keys[i];
    if (i + 1 < words.size())
      gains[i] += table.score(before[0], before[1], before[3]) - scores[i + 1];
    if (i + 2 < words.size())
      gains[i] += table.score(before[1], before[3], before[4]) - scores[i + 2];
  });
  return gains;
}

struct LanguageModelTrainer::Impl {
  struct Count {
    std::uint32_t times = 0;
    std::uint64_t history = 0;  ///< key of the n-gram without its last word
    std::uint64_t shorter = 0;  ///< key of the n-gram without its first word
  };
  std::unordered_map<std::uint64_t, Count> unigrams;
  std::unordered_map<std::uint64_t, Count> bigrams;
  std::unordered_map<std::uint64_t, Count> trigrams;
  std::uint64_t keys = 0;
};

LanguageModelTrainer::LanguageModelTrainer() : impl_(std::make_unique<Impl>()) {}
LanguageModelTrainer::~LanguageModelTrainer() = default;

void LanguageModelTrainer::add(std::span<const Word> sentence) {
  std::uint64_t a = kBoundary;
  std::uint64_t b = kBoundary;
  const auto count = [](auto& counts, std::uint64_t key, std::uint64_t history,
                        std::uint64_t shorter) {
    auto& ngram = counts[key];
    ++ngram.times;
    ngram.history = history;
    ngram.shorter = shorter;
  };
  // The boundary counts as a history, or first keys would have none.
  ++impl_->unigrams[unigram(kBoundary)].times;
  ++impl_->bigrams[bigram(kBoundary, kBoundary)].times;
  for (const Word& word : sentence) {
    const std::uint64_t w = key_of(word);
    count(impl_->unigrams, unigram(w), 0, 0);
    count(impl_->bigrams, bigram(b, w), unigram(b), unigram(w));
    count(impl_->trigrams, trigram(a, b, w), bigram(a, b), bigram(b, w));
    ++impl_->keys;
    a = b;
    b = w;
  }
}

std::string LanguageModelTrainer::section(std::uint32_t least, std::size_t most) const {
  struct Ngram {
    double worth = 0;
    std::uint64_t key = 0;
    float log_probability = 0;
  };
  std::vector<Ngram> ngrams;
  const auto total = static_cast<double>(impl_->keys);
  const auto log_unigram = [&](std::uint64_t key) {
    const auto found = impl_->unigrams.find(key);
    return found == impl_->unigrams.end() ? double{kUnseen} : std::log(found->second.times / total);
  };
  const auto log_bigram = [&](const Impl::Count& count) {
    return std::log(count.times / double(impl_->unigrams.at(count.history).times));
  };
  for (const auto& [key, count] : impl_->unigrams) {
    if (count.times < least || key == unigram(kBoundary)) continue;
    ngrams.push_back({1e300, key, float(log_unigram(key))});
  }
  for (const auto& [key, count] : impl_->bigrams) {
    if (count.times < least || count.history == 0) continue;
    const double p = log_bigram(count);
    ngrams.push_back({count.times * (p - kBackoff - log_unigram(count.shorter)), key, float(p)});
  }
  for (const auto& [key, count] : impl_->trigrams) {
    if (count.times < least) continue;
    const double p = std::log(count.times / double(impl_->bigrams.at(count.history).times));
    const auto& shorter = impl_->bigrams.at(count.shorter);
    ngrams.push_back({count.times * std::abs(p - kBackoff - log_bigram(shorter)), key, float(p)});
  }
  const auto better = [](const Ngram& x, const Ngram& y) {
    return x.worth != y.worth ? x.worth > y.worth : x.key < y.key;
  };
  std::sort(ngrams.begin(), ngrams.end(), better);
  if (ngrams.size() > most) ngrams.resize(most);
  // By key, so that the table does not depend on the order of a hash map.
  std::sort(ngrams.begin(), ngrams.end(),
            [](const Ngram& x, const Ngram& y) { return x.key < y.key; });
  std::vector<std::uint32_t> slots(
      static_cast<std::size_t>(kSlotsPerEntry * static_cast<float>(ngrams.size())) + 2, 0);
  for (const Ngram& ngram : ngrams) {
    const auto steps = static_cast<std::uint32_t>(
        std::clamp(std::round(-ngram.log_probability * kStepsPerNat), 0.0F, float(kLargestStep)));
    std::size_t i = first_slot(ngram.key, slots.size());
    while (slots[i] != 0) i = i + 1 == slots.size() ? 0 : i + 1;
    slots[i] = fingerprint(ngram.key) << 8 | steps;
  }
  std::string bytes(slots.size() * sizeof(std::uint32_t), '\0');
  std::memcpy(bytes.data(), slots.data(), bytes.size());
  return bytes;
}

}  // namespace duizhao::model
