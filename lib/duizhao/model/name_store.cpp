#include "duizhao/model/name_store.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "duizhao/model/english_form.h"
#include "duizhao/model/lexicon_format.h"
#include "duizhao/model/model_file.h"
#include "duizhao/text/han_folding.h"
#include "duizhao/text/utf8.h"

namespace duizhao::model {
namespace {

constexpr std::string_view kLines = "names";
constexpr std::string_view kChineseIndex = "names.zh";
constexpr std::string_view kEnglishKeys = "names.en";
constexpr std::string_view kEnglishIndex = "names.en.index";
constexpr std::string_view kRendered = "names.en.zh";
constexpr std::string_view kCharacters = "names.sounds";

/// A character that so many names of persons and of unknown things have is one that foreign names
/// are written with.
constexpr int kOftenInNames = 60;
/// Such names have so many characters at least; Chinese persons' have fewer.
constexpr std::size_t kForeignCharacters = 3;

/// Of a line of names.
constexpr std::size_t kFields = 6;

/// The fields of a line between tabs, or of a field between bars.
std::vector<std::string_view> parts_of(std::string_view line, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = line.find(separator);
    parts.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return parts;
    line.remove_prefix(end + 1);
  }
}

/// The fields of a line of the file; nothing where it isn't one. A checksum has vouched for the
/// bytes, but a file may come from anywhere.
std::optional<std::array<std::string_view, kFields>> fields_of(std::string_view line) {
  if (text::first_invalid(line)) return std::nullopt;
  if (line.ends_with('\n')) line.remove_suffix(1);
  std::array<std::string_view, kFields> fields;
  for (std::size_t f = 0; f < kFields; ++f) {
    const std::size_t end = line.find('\t');
    if ((end == std::string_view::npos) != (f + 1 == kFields)) return std::nullopt;
    fields[f] = line.substr(0, end);
    if (end != std::string_view::npos) line.remove_prefix(end + 1);
  }
  return fields;
}

/// The kinds that a field names, with commas between; nullopt where one is no kind.
std::optional<NameKinds> kinds_in(std::string_view field) {
  NameKinds kinds;
  if (field == "-") return kinds;
  for (const std::string_view kind : parts_of(field, ',')) {
    if (kind == "place") {
      kinds.place = true;
    } else if (kind == "country") {
      kinds.country = true;
    } else if (kind == "person") {
      kinds.person = true;
    } else if (kind == "body") {
      kinds.body = true;
    } else if (kind == "given") {
      kinds.given = true;
    } else if (kind == "listed") {
      kinds.listed = true;
    } else {
      return std::nullopt;
    }
  }
  return kinds;
}

void append(std::string& bytes, std::uint32_t value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

/// The characters that foreign names are written with, ascending.
std::string characters_of_names(const std::map<std::string, std::string>& names) {
  std::map<char32_t, int> counts;
  for (const auto& [name, rest] : names) {
    const NameKinds kinds = kinds_in(parts_of(rest, '\t')[1]).value_or(NameKinds{});
    if (kinds.place || kinds.country || kinds.body) continue;
    if (text::count_code_points(name) < kForeignCharacters) continue;
    for (std::size_t i = 0; i < name.size();) ++counts[text::next_code_point(name, i)];
  }
  std::string bytes;
  for (const auto& [character, count] : counts) {
    if (count >= kOftenInNames && text::is_han(character)) {
      append(bytes, static_cast<std::uint32_t>(character));
    }
  }
  return bytes;
}

/// A hash table with linear probing: the numbers of the keys plus 1, 0 where empty.
std::vector<std::uint32_t> hash_table(const std::vector<std::string>& keys) {
  std::vector<std::uint32_t> slots(std::bit_ceil(keys.size() * 2 + 2));
  for (std::size_t k = 0; k < keys.size(); ++k) {
    std::size_t slot = hash_form(keys[k]) & (slots.size() - 1);
    while (slots[slot] != 0) slot = (slot + 1) & (slots.size() - 1);
    slots[slot] = static_cast<std::uint32_t>(k) + 1;
  }
  return slots;
}

/// u32 n, u32 m, n + 1 offsets, m slots.
std::string encode_index(const std::vector<std::string>& keys,
                         const std::vector<std::uint32_t>& offsets) {
  const std::vector<std::uint32_t> slots = hash_table(keys);
  std::string bytes;
  append(bytes, static_cast<std::uint32_t>(keys.size()));
  append(bytes, static_cast<std::uint32_t>(slots.size()));
  for (const std::uint32_t offset : offsets) append(bytes, offset);
  for (const std::uint32_t slot : slots) append(bytes, slot);
  return bytes;
}

/// Lines, or keys with what they stand for, each with `end` behind it, by a hash of their
/// beginning.
class Index {
 public:
  Index() = default;
  Index(std::span<const std::byte> index, std::span<const std::byte> text, char end)
      : text_(reinterpret_cast<const char*>(text.data()), text.size()) {
    const auto* words = reinterpret_cast<const std::uint32_t*>(index.data());
    const std::size_t count = index.size() / sizeof(std::uint32_t);
    if (count < 2 || !std::has_single_bit(words[1]) || words[0] >= words[1] ||
        count != std::size_t{3} + words[0] + words[1]) {
      return;
    }
    offsets_ = {words + 2, std::size_t{words[0]} + 1};
    slots_ = {words + 3 + words[0], words[1]};
    const bool ordered = offsets_.front() == 0 && offsets_.back() == text_.size() &&
                         std::is_sorted(offsets_.begin(), offsets_.end());
    const bool in_range = std::all_of(slots_.begin(), slots_.end(),
                                      [&](std::uint32_t slot) { return slot <= words[0]; });
    // A table without an empty slot would be searched forever.
    const bool ends = std::find(slots_.begin(), slots_.end(), 0U) != slots_.end();
    sound_ = ordered && in_range && ends && is_whole(end);
  }

  [[nodiscard]] bool is_sound() const { return sound_; }
  [[nodiscard]] std::size_t size() const { return offsets_.size() - 1; }

  [[nodiscard]] std::string_view item(std::uint32_t number) const {
    return text_.substr(offsets_[number], offsets_[number + 1] - offsets_[number]);
  }

  /// The item whose first field, up to a tab, is the key.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view key) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = hash_form(key) & mask; slots_[slot] != 0; slot = (slot + 1) & mask) {
      const std::string_view line = item(slots_[slot] - 1);
      if (line.size() > key.size() && line[key.size()] == '\t' && line.starts_with(key)) {
        return slots_[slot] - 1;
      }
    }
    return std::nullopt;
  }

 private:
  /// Whether every item has its end behind it.
  [[nodiscard]] bool is_whole(char end) const {
    return std::all_of(offsets_.begin() + 1, offsets_.end(), [&](std::uint32_t offset) {
      return offset > 0 && text_[offset - 1] == end;
    });
  }

  std::string_view text_;
  std::span<const std::uint32_t> offsets_;
  std::span<const std::uint32_t> slots_;
  bool sound_ = false;
};

/// What tells of most strings that they are no name, in far less memory than the names take: the
/// lengths of names by the two characters that they begin with, in a table by hash, where what two
/// beginnings share is the union of theirs; and of each whole name two bits.
class NameFilter {
 public:
  explicit NameFilter(const Index& names) : lengths_(kSlots), bits_(kBits / 64) {
    for (std::uint32_t n = 0; n < names.size(); ++n) {
      const std::string_view line = names.item(n);
      const std::string_view name = line.substr(0, line.find('\t'));
      const std::uint64_t hash = hash_form(name);
      for (const std::size_t bit : bits_of(hash)) bits_[bit / 64] |= std::uint64_t{1} << (bit % 64);
      std::size_t at = 0;
      if (name.empty() || text::first_invalid(name)) continue;
      const char32_t first = text::next_code_point(name, at);
      if (at >= name.size()) continue;
      const char32_t second = text::next_code_point(name, at);
      const std::size_t length = 2 + text::count_code_points(name.substr(at));
      if (length > NameStore::longest()) continue;
      lengths_[slot_of(first, second)] |= static_cast<std::uint16_t>(1U << length);
    }
  }

  [[nodiscard]] std::uint16_t lengths(char32_t first, char32_t second) const {
    return lengths_[slot_of(first, second)];
  }
  /// False only for a string that is no name.
  [[nodiscard]] bool may_have(std::string_view name) const {
    return std::ranges::all_of(bits_of(hash_form(name)), [&](std::size_t bit) {
      return (bits_[bit / 64] >> (bit % 64) & 1U) != 0;
    });
  }

 private:
  static constexpr std::size_t kSlots = std::size_t{1} << 17U;
  static constexpr std::size_t kBits = std::size_t{1} << 20U;

  static std::size_t slot_of(char32_t first, char32_t second) {
    const std::uint32_t mixed = (first * 0x9E3779B1U) ^ (second * 0x85EBCA77U);
    return (mixed ^ mixed >> 15U) & (kSlots - 1);
  }

  /// A hash finds its slot in the index by its lowest bits.
  static std::array<std::size_t, 2> bits_of(std::uint64_t hash) {
    return {hash >> 20U & (kBits - 1), hash >> 40U & (kBits - 1)};
  }

  std::vector<std::uint16_t> lengths_;
  std::vector<std::uint64_t> bits_;
};

static_assert(NameStore::longest() < 16);

}  // namespace

struct NameStore::Impl {
  explicit Impl(ModelFile opened) : file(std::move(opened)) {}

  /// Made when a name is first looked for.
  [[nodiscard]] const NameFilter& filter() {
    std::call_once(filter_made, [this] { name_filter.emplace(names); });
    return *name_filter;
  }
  std::once_flag filter_made;
  std::optional<NameFilter> name_filter;

  /// Whether the renderings stand for names that there are.
  [[nodiscard]] bool has_sound_postings() const {
    const std::size_t starts = keys.size() + 1;
    return rendered.size() >= starts &&
           std::all_of(rendered.begin() + static_cast<std::ptrdiff_t>(starts), rendered.end(),
                       [&](std::uint32_t number) { return number < names.size(); });
  }

  ModelFile file;
  Index names;
  Index keys;
  /// Behind each key's tab the place of its first name here, and how many.
  std::span<const std::uint32_t> rendered;
  /// Those that foreign names are written with, a bit for each.
  std::array<std::uint64_t, 0x10000 / 64> characters{};
};

NameStore::NameStore(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
NameStore::NameStore(NameStore&&) noexcept = default;
NameStore& NameStore::operator=(NameStore&&) noexcept = default;
NameStore::~NameStore() = default;

Result<NameStore> NameStore::open(const std::string& path) {
  auto file = ModelFile::open(path);
  if (!file) return tl::unexpected(file.error());
  auto impl = std::make_unique<Impl>(std::move(*file));
  const ModelFile& mapped = impl->file;
  impl->names = Index(mapped.section(kChineseIndex), mapped.section(kLines), '\n');
  const auto keys = mapped.section(kEnglishKeys);
  impl->keys = Index(mapped.section(kEnglishIndex), keys, '\t');
  const auto postings = mapped.section(kRendered);
  impl->rendered = {reinterpret_cast<const std::uint32_t*>(postings.data()),
                    postings.size() / sizeof(std::uint32_t)};
  const auto characters = mapped.section(kCharacters);
  for (std::size_t at = 0; at + sizeof(std::uint32_t) <= characters.size();
       at += sizeof(std::uint32_t)) {
    std::uint32_t character = 0;
    std::memcpy(&character, characters.data() + at, sizeof character);
    if (character > 0xFFFF) continue;
    impl->characters[character / 64] |= std::uint64_t{1} << (character % 64);
  }
  if (!impl->names.is_sound() || !impl->keys.is_sound() || !impl->has_sound_postings()) {
    return failure(ErrorCode::kUnreadable, "no names in it", {path});
  }
  if (impl->names.size() > 0 && !fields_of(impl->names.item(0))) {
    return failure(ErrorCode::kUnreadable, "names of another version; tools/make-names makes them",
                   {path});
  }
  return NameStore(std::move(impl));
}

std::optional<std::uint32_t> NameStore::number_of(std::string_view chinese) const {
  if (!impl_->filter().may_have(chinese)) return std::nullopt;
  return impl_->names.find(chinese);
}

std::optional<KnownName> NameStore::find(std::string_view chinese) const {
  const auto number = number_of(chinese);
  if (!number) return std::nullopt;
  return name(*number);
}

KnownName NameStore::name(std::uint32_t number) const {
  KnownName name;
  const auto fields = fields_of(impl_->names.item(number));
  if (!fields) return name;
  name.chinese = (*fields)[0];
  name.kinds = kinds_in((*fields)[1]).value_or(NameKinds{});
  name.ordinary = (*fields)[2] == "ordinary";
  for (const std::string_view field : {(*fields)[3], (*fields)[4]}) {
    if (field.empty()) continue;
    const std::vector<std::string_view> more = parts_of(field, '|');
    name.english.insert(name.english.end(), more.begin(), more.end());
  }
  if (!(*fields)[5].empty()) name.besides = parts_of((*fields)[5], '|');
  return name;
}

std::string_view NameStore::chinese(std::uint32_t number) const {
  const auto fields = fields_of(impl_->names.item(number));
  return fields ? (*fields)[0] : std::string_view();
}

NameKinds NameStore::kinds(std::uint32_t number) const {
  const auto fields = fields_of(impl_->names.item(number));
  return fields ? kinds_in((*fields)[1]).value_or(NameKinds{}) : NameKinds{};
}

std::uint16_t NameStore::lengths(char32_t first, char32_t second) const {
  return impl_->filter().lengths(first, second);
}

std::span<const std::uint32_t> NameStore::rendered(std::string_view key) const {
  const auto number = impl_->keys.find(key);
  if (!number) return {};
  // The first words of the section say where the names of each key begin.
  const std::size_t keys = impl_->keys.size();
  const std::size_t first = impl_->rendered[*number];
  const std::size_t last = impl_->rendered[*number + 1];
  if (first > last || keys + 1 + last > impl_->rendered.size()) return {};
  return impl_->rendered.subspan(keys + 1 + first, last - first);
}

bool NameStore::transliterates(char32_t folded) const {
  return folded <= 0xFFFF && (impl_->characters[folded / 64] >> (folded % 64) & 1U) != 0;
}

bool NameStore::is_transliterated(std::string_view folded) const {
  for (std::size_t i = 0; i < folded.size();) {
    if (!transliterates(text::next_code_point(folded, i))) return false;
  }
  return true;
}

std::size_t NameStore::size() const { return impl_->names.size(); }

std::string name_key(std::string_view rendering) {
  const std::string latin = fold_latin(rendering);
  std::string_view rest = latin;
  if (rest.ends_with("'s")) rest.remove_suffix(2);
  std::string key;
  for (const char c : rest) {
    if (c == '.' || c == '\'') continue;
    if (c == ' ' || c == '-') {
      if (!key.empty() && key.back() != ' ') key += ' ';
    } else {
      key += c;
    }
  }
  if (key.ends_with(' ')) key.pop_back();
  return key;
}

Result<std::vector<std::pair<std::string, std::string>>> pack_names(std::string_view lines) {
  std::map<std::string, std::string> names;
  std::size_t number = 0;
  while (!lines.empty()) {
    ++number;
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    const std::vector<std::string_view> fields = parts_of(line, '\t');
    if (fields.size() != kFields || !kinds_in(fields[1]) || fields[0].empty()) {
      return failure(ErrorCode::kMalformed,
                     "not a name, its kinds, ordinary or -, and three lists of renderings",
                     {"", number});
    }
    // Two names that fold alike are one; the first is kept.
    names.try_emplace(text::folded_han(fields[0]), line.substr(fields[0].size()));
  }
  std::string text;
  std::vector<std::string> chinese;
  std::vector<std::uint32_t> offsets;
  std::map<std::string, std::vector<std::uint32_t>> keys;
  for (const auto& [name, rest] : names) {
    offsets.push_back(static_cast<std::uint32_t>(text.size()));
    const std::vector<std::string_view> fields = parts_of(rest, '\t');
    for (const std::string_view list : {fields[3], fields[5]}) {
      for (const std::string_view english : parts_of(list, '|')) {
        if (english.empty()) continue;
        std::vector<std::uint32_t>& same = keys[name_key(english)];
        const auto here = static_cast<std::uint32_t>(chinese.size());
        if (same.empty() || same.back() != here) same.push_back(here);
      }
    }
    chinese.push_back(name);
    text += name + rest + "\n";
  }
  offsets.push_back(static_cast<std::uint32_t>(text.size()));

  std::string key_text;
  std::vector<std::string> key_list;
  std::vector<std::uint32_t> key_offsets;
  std::string starts;
  std::string postings;
  for (const auto& [key, numbers] : keys) {
    key_offsets.push_back(static_cast<std::uint32_t>(key_text.size()));
    append(starts, static_cast<std::uint32_t>(postings.size() / sizeof(std::uint32_t)));
    for (const std::uint32_t name : numbers) append(postings, name);
    key_list.push_back(key);
    key_text += key + "\t";
  }
  key_offsets.push_back(static_cast<std::uint32_t>(key_text.size()));
  append(starts, static_cast<std::uint32_t>(postings.size() / sizeof(std::uint32_t)));
  return std::vector<std::pair<std::string, std::string>>{
      {std::string(kLines), text},
      {std::string(kChineseIndex), encode_index(chinese, offsets)},
      {std::string(kEnglishKeys), key_text},
      {std::string(kEnglishIndex), encode_index(key_list, key_offsets)},
      {std::string(kRendered), starts + postings},
      {std::string(kCharacters), characters_of_names(names)}};
}

}  // namespace duizhao::model
