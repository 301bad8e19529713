#include "duizhao/model/lexicon.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <bitset>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "duizhao/model/kept_lists.h"
#include "duizhao/model/lexicon_format.h"
#include "duizhao/model/model_file.h"
#include "duizhao/model/pieces.h"
#include "duizhao/model/word_splitter.h"

namespace duizhao::model {
namespace {

/// Probability of a word that the vocabulary does not have: once in ten million.
constexpr float kUnknownProbability = 1e-7F;

/// Cuts typed arrays off the front of a section. A checksum has vouched for the bytes, so a size
/// that does not fit means that a damaged file was made on purpose; the arrays are then empty.
class Cutter {
 public:
  explicit Cutter(std::span<const std::byte> bytes) : bytes_(bytes) {}

  template <typename T>
  std::span<const T> take(std::size_t count) {
    if (count > bytes_.size() / sizeof(T)) {
      good_ = false;
      return {};
    }
    const std::span<const T> values(reinterpret_cast<const T*>(bytes_.data()), count);
    bytes_ = bytes_.subspan(count * sizeof(T));
    return values;
  }
  std::uint32_t number() {
    const auto one = take<std::uint32_t>(1);
    return one.empty() ? 0 : one[0];
  }
  [[nodiscard]] std::size_t left() const { return bytes_.size(); }
  [[nodiscard]] bool good() const { return good_; }

 private:
  std::span<const std::byte> bytes_;
  bool good_ = true;
};

bool ascending_to(std::span<const std::uint32_t> offsets, std::size_t last) {
  return !offsets.empty() && std::is_sorted(offsets.begin(), offsets.end()) &&
         offsets.back() == last;
}

/// A vocabulary inside the mapped file.
class Vocabulary final : public WordCosts {
 public:
  [[nodiscard]] bool read(std::span<const std::byte> section) {
    Cutter cutter(section);
    const std::uint32_t count = cutter.number();
    const std::uint32_t slots = cutter.number();
    probabilities_ = cutter.take<float>(count);
    offsets_ = cutter.take<std::uint32_t>(std::size_t{count} + 1);
    slots_ = cutter.take<std::uint32_t>(slots);
    const auto text = cutter.take<char>(cutter.left());
    text_ = {text.data(), text.size()};
    for (std::uint32_t id = 0; id < probabilities_.size(); ++id) {
      if (probabilities_[id] >= kFunctionWord) function_words_.set(id % function_words_.size());
    }
    // A table without an empty slot would be searched forever.
    return cutter.good() && ascending_to(offsets_, text_.size()) && std::has_single_bit(slots) &&
           std::all_of(slots_.begin(), slots_.end(), [&](auto id) { return id <= count; }) &&
           std::find(slots_.begin(), slots_.end(), 0U) != slots_.end();
  }

  /// Without prefixes (an empty section) every string may begin a longer word.
  [[nodiscard]] bool read_prefixes(std::span<const std::byte> section) {
    Cutter cutter(section);
    prefixes_ = cutter.take<std::uint64_t>(section.size() / sizeof(std::uint64_t));
    return cutter.left() == 0 && (prefixes_.empty() || std::has_single_bit(prefixes_.size()));
  }

  [[nodiscard]] std::uint32_t find(std::string_view form, std::uint64_t hash) const {
    const std::uint64_t mask = slots_.size() - 1;
    for (std::uint64_t slot = hash & mask;; slot = (slot + 1) & mask) {
      if (slots_[slot] == 0) return kUnknownWord;
      const std::uint32_t id = slots_[slot] - 1;
      if (word(id) == form) return id;
    }
  }

  void fetch(std::string_view form) const override {
    const std::uint64_t hash = hash_form(form);
    __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
    if (!prefixes_.empty()) __builtin_prefetch(&prefixes_[prefix_bit(hash) / 64]);
  }

  [[nodiscard]] WordCost cost(std::string_view form) const override {
    const std::uint64_t hash = hash_form(form);
    const std::uint32_t id = find(form, hash);
    WordCost cost;
    if (id != kUnknownWord) cost.nats = -std::log(probabilities_[id]);
    if (!prefixes_.empty()) {
      const std::uint64_t bit = prefix_bit(hash);
      cost.begins_longer_word = (prefixes_[bit / 64] >> (bit % 64) & 1) != 0;
    }
    return cost;
  }

  [[nodiscard]] std::string_view word(std::uint32_t id) const {
    return text_.substr(offsets_[id], offsets_[id + 1] - offsets_[id]);
  }
  [[nodiscard]] float probability(std::uint32_t id) const {
    return id < probabilities_.size() ? probabilities_[id] : kUnknownProbability;
  }
  [[nodiscard]] bool is_function_word(std::uint32_t id) const {
    return function_words_[id % function_words_.size()] && probability(id) >= kFunctionWord;
  }
  [[nodiscard]] std::size_t size() const { return probabilities_.size(); }

 private:
  [[nodiscard]] std::uint64_t prefix_bit(std::uint64_t hash) const {
    return (hash >> 32) & (prefixes_.size() * 64 - 1);
  }

  std::span<const float> probabilities_;
  std::span<const std::uint32_t> offsets_;
  std::span<const std::uint32_t> slots_;
  std::string_view text_;
  std::bitset<2048> function_words_;         ///< by some bits of the id: true of few others
  std::span<const std::uint64_t> prefixes_;  ///< a bit for each value of some bits of the hash
};

/// A SentencePiece vocabulary inside the mapped file, read when it is first asked for.
class PieceSection {
 public:
  void place(std::span<const std::byte> section) { section_ = section; }
  [[nodiscard]] const text::Subwords* get() {
    std::call_once(read_, [&] {
      if (section_.empty()) return;
      auto loaded =
          text::Subwords::load({reinterpret_cast<const char*>(section_.data()), section_.size()});
      if (loaded) subwords_.emplace(std::move(*loaded));
    });
    return subwords_ ? &*subwords_ : nullptr;
  }

 private:
  std::span<const std::byte> section_;
  std::once_flag read_;
  std::optional<text::Subwords> subwords_;
};

/// Translations that a walk through the lexicon follows: the likeliest, as far as they are likely
/// at all.
constexpr std::size_t kWalkWidth = 12;
constexpr float kLeastStep = 0.01F;
/// A walk over two words that is less likely than this leads nowhere.
constexpr float kLeastWalk = 2e-3F;

std::vector<Translation> find_near_words(const Lexicon& lexicon, Language language,
                                         std::uint32_t id) {
  const Language between = other_language(language);
  // By id, of each the likeliest first, as whole numbers, which are sorted fastest: those of
  // probabilities are ordered as these are.
  std::vector<std::uint64_t> found;
  constexpr std::size_t kUsually = 256;
  found.reserve(kUsually);
  std::size_t steps = 0;
  for (const Translation& first : lexicon.translations(language, id)) {
    if (++steps > kWalkWidth || first.probability < kLeastStep) break;
    if (lexicon.is_function_word(between, first.id)) continue;
    for (const Translation& second : lexicon.translations(between, first.id)) {
      const float probability = first.probability * second.probability;
      if (probability < kLeastWalk) break;  // the likeliest come first
      found.push_back(std::uint64_t{second.id} << 32U | ~std::bit_cast<std::uint32_t>(probability));
    }
  }
  std::sort(found.begin(), found.end());
  std::vector<Translation> walks;
  walks.reserve(found.size());
  for (const std::uint64_t walk : found) {
    const auto end = static_cast<std::uint32_t>(walk >> 32U);
    if (!walks.empty() && walks.back().id == end) continue;
    walks.push_back({end, std::bit_cast<float>(~static_cast<std::uint32_t>(walk))});
  }
  return walks;
}

/// A translation table inside the mapped file.
struct Table {
  std::span<const std::uint32_t> offsets;
  std::span<const std::uint32_t> entries;

  [[nodiscard]] bool read(std::span<const std::byte> section, std::size_t rows,
                          std::size_t targets) {
    return read(section, targets) && offsets.size() == rows + 1;
  }
  [[nodiscard]] bool read(std::span<const std::byte> section, std::size_t targets) {
    Cutter cutter(section);
    const std::uint32_t count = cutter.number();
    offsets = cutter.take<std::uint32_t>(std::size_t{count} + 1);
    entries = cutter.take<std::uint32_t>(cutter.left() / sizeof(std::uint32_t));
    return cutter.good() && ascending_to(offsets, entries.size()) &&
           std::all_of(entries.begin(), entries.end(),
                       [&](std::uint32_t entry) { return packed_id(entry) < targets; });
  }
};

}  // namespace

struct Lexicon::Impl {
  ModelFile file;
  Weights weights;
  HanFolding folding;
  Vocabulary chinese;
  Vocabulary english;
  Table to_english;
  Table to_chinese;
  PieceSection chinese_pieces;
  PieceSection english_pieces;
  Table pieces_to_chinese;
  /// exp(-step): every probability that the tables can hold.
  std::array<float, kProbabilitySteps> probabilities{};

  explicit Impl(ModelFile opened) : file(std::move(opened)) {
    for (std::size_t step = 0; step < probabilities.size(); ++step) {
      probabilities[step] = std::exp(-kNatsPerStep * static_cast<float>(step));
    }
  }

  /// A splitter is dear to make and not safe to share, so those that are not at work wait here.
  [[nodiscard]] std::unique_ptr<WordSplitter> take_splitter() {
    const std::lock_guard lock(splitters_mutex);
    if (splitters.empty()) return std::make_unique<WordSplitter>(folding, chinese);
    std::unique_ptr<WordSplitter> splitter = std::move(splitters.back());
    splitters.pop_back();
    return splitter;
  }
  void return_splitter(std::unique_ptr<WordSplitter> splitter) {
    const std::lock_guard lock(splitters_mutex);
    splitters.push_back(std::move(splitter));
  }
  std::mutex guesses_mutex;
  std::unordered_map<std::string, std::vector<Translation>> guesses;  ///< of words met before
  /// By word the sum of what its translations have; 0 where it was not asked for yet.
  std::vector<std::atomic<float>> listed_chinese;
  std::vector<std::atomic<float>> listed_english;
  KeptLists<Translation> near_chinese;
  KeptLists<Translation> near_english;
  std::mutex splitters_mutex;
  std::vector<std::unique_ptr<WordSplitter>> splitters;

  [[nodiscard]] const Vocabulary& vocabulary(Language language) const {
    return language == Language::kChinese ? chinese : english;
  }
};

Lexicon::Lexicon(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

Result<Lexicon> Lexicon::open(const std::string& path) {
  const std::string beside = weights_path(path);
  const bool exists = std::filesystem::exists(beside);
  auto lexicon = open(path, exists ? beside : std::string());
  if (lexicon && exists && lexicon->weights().lexicon != lexicon->checksum()) {
    return failure(ErrorCode::kMalformed,
                   "the weights were fitted on another lexicon than the one beside them; fit them "
                   "again with tools/fit-weights, or take the file away",
                   {beside});
  }
  return lexicon;
}

Result<Lexicon> Lexicon::open(const std::string& path, const std::string& weights) {
  auto file = ModelFile::open(path);
  if (!file) return tl::unexpected(file.error());
  auto impl = std::make_unique<Impl>(std::move(*file));
  Cutter folding(impl->file.section(kFoldingSection));
  impl->folding.table = folding.take<std::uint16_t>(HanFolding::kSize);
  const bool complete = folding.good() &&
                        impl->chinese.read(impl->file.section(kChineseWordsSection)) &&
                        impl->chinese.read_prefixes(impl->file.section(kChinesePrefixesSection)) &&
                        impl->english.read(impl->file.section(kEnglishWordsSection)) &&
                        impl->to_english.read(impl->file.section(kToEnglishSection),
                                              impl->chinese.size(), impl->english.size()) &&
                        impl->to_chinese.read(impl->file.section(kToChineseSection),
                                              impl->english.size(), impl->chinese.size());
  if (!complete) {
    return failure(ErrorCode::kMalformed, "the model lacks a complete lexicon", {path});
  }
  impl->listed_chinese = std::vector<std::atomic<float>>(impl->chinese.size());
  impl->listed_english = std::vector<std::atomic<float>>(impl->english.size());
  impl->chinese_pieces.place(impl->file.section(kChinesePiecesSection));
  impl->english_pieces.place(impl->file.section(kEnglishPiecesSection));
  const auto meanings = impl->file.section(kPiecesToChineseSection);
  if (!meanings.empty() && !impl->pieces_to_chinese.read(meanings, impl->chinese.size())) {
    return failure(ErrorCode::kMalformed, "what the model says of pieces of words is damaged",
                   {path});
  }
  if (!weights.empty()) {
    auto read = Weights::open(weights);
    if (!read) return tl::unexpected(read.error());
    impl->weights = std::move(*read);
  }
  return Lexicon(std::move(impl));
}

const Weights& Lexicon::weights() const { return impl_->weights; }

const ModelFile& Lexicon::file() const { return impl_->file; }

std::uint64_t Lexicon::checksum() const { return impl_->file.checksum(); }

std::vector<Word> Lexicon::words(std::string_view text, Language language,
                                 std::size_t offset) const {
  const Vocabulary& vocabulary = impl_->vocabulary(language);
  std::vector<Word> words;
  words.reserve(text.size() / 4);
  std::unique_ptr<WordSplitter> splitter = impl_->take_splitter();
  splitter->split(text, offset, [&](const WrittenWord& written) {
    std::optional<NumberedForm> here;
    std::optional<NumberedForm>& numbered =
        written.numbered == nullptr ? here
                                    : (*written.numbered)[language == Language::kChinese ? 0 : 1];
    if (!numbered) {
      const std::uint64_t hash = hash_form(written.form);
      numbered = {vocabulary.find(written.form, hash), hash};
    }
    words.push_back(
        {written.span, numbered->number, numbered->hash, written.kind, written.folded_hash});
  });
  impl_->return_splitter(std::move(splitter));
  return words;
}

Translations Lexicon::translations(Language language, std::uint32_t id) const {
  if (id >= size(language)) return {};
  const Table& table = language == Language::kChinese ? impl_->to_english : impl_->to_chinese;
  const std::uint32_t begin = table.offsets[id];
  return {table.entries.subspan(begin, table.offsets[id + 1] - begin), impl_->probabilities.data()};
}

float Lexicon::listed(Language language, std::uint32_t id) const {
  if (id >= size(language)) return 0;
  std::atomic<float>& kept =
      (language == Language::kChinese ? impl_->listed_chinese : impl_->listed_english)[id];
  float sum = kept.load(std::memory_order_relaxed);
  if (sum == 0) {
    for (const Translation& translation : translations(language, id)) {
      sum += translation.probability;
    }
    kept.store(sum, std::memory_order_relaxed);
  }
  return sum;
}

std::span<const Translation> Lexicon::near_words(Language language, std::uint32_t id) const {
  if (id >= size(language)) return {};
  auto& known = language == Language::kChinese ? impl_->near_chinese : impl_->near_english;
  return known.get(id, size(language), [&] { return find_near_words(*this, language, id); });
}

float Lexicon::probability(Language language, std::uint32_t id) const {
  return impl_->vocabulary(language).probability(id);
}

bool Lexicon::is_function_word(Language language, std::uint32_t id) const {
  return impl_->vocabulary(language).is_function_word(id);
}

std::string_view Lexicon::form(Language language, std::uint32_t id) const {
  return impl_->vocabulary(language).word(id);
}

std::size_t Lexicon::size(Language language) const { return impl_->vocabulary(language).size(); }

const text::Subwords* Lexicon::pieces(Language language) const {
  return (language == Language::kChinese ? impl_->chinese_pieces : impl_->english_pieces).get();
}

std::vector<Translation> Lexicon::guesses(std::string_view word) const {
  const Table& meanings = impl_->pieces_to_chinese;
  const text::Subwords* const pieces =
      meanings.offsets.empty() ? nullptr : impl_->english_pieces.get();
  if (pieces == nullptr) return {};
  // Names that the vocabulary lacks stand several times in a text.
  const std::string key(word);
  {
    const std::lock_guard lock(impl_->guesses_mutex);
    if (const auto known = impl_->guesses.find(key); known != impl_->guesses.end()) {
      return known->second;
    }
  }
  EnglishForms forms;
  const std::string_view form = forms.form_of(word);
  std::unordered_map<std::uint32_t, float> sums;
  for (const text::Subword& piece : pieces->encode(form)) {
    if (piece.span.size() < kShortestMeaning || piece.id + 1 >= meanings.offsets.size()) continue;
    const float share = static_cast<float>(piece.span.size()) / static_cast<float>(form.size());
    for (const std::uint32_t entry :
         meanings.entries.subspan(meanings.offsets[piece.id],
                                  meanings.offsets[piece.id + 1] - meanings.offsets[piece.id])) {
      sums[packed_id(entry)] += share * impl_->probabilities[packed_step(entry)];
    }
  }
  std::vector<Translation> guesses;
  guesses.reserve(sums.size());
  for (const auto& [id, probability] : sums) guesses.push_back({id, probability});
  std::sort(guesses.begin(), guesses.end(), [](const Translation& a, const Translation& b) {
    return a.probability != b.probability ? a.probability > b.probability : a.id < b.id;
  });
  constexpr std::size_t kMostKept = 1U << 14U;
  const std::lock_guard lock(impl_->guesses_mutex);
  if (impl_->guesses.size() >= kMostKept) impl_->guesses.clear();
  impl_->guesses.emplace(key, guesses);
  return guesses;
}

}  // namespace duizhao::model
