#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/core/error.h"

namespace duizhao::model {

/// What kinds of things bear a name: Washington is a place and a person.
struct NameKinds {
  bool place = false;  ///< that is no country
  bool country = false;
  bool person = false;
  bool body = false;  ///< a company, an authority, a newspaper …
  bool given =
      false;  ///< the given name of a known person: others, who have it, go by another name
  bool listed = false;  ///< a body of which all is known that it is called in English

  /// Nothing tells: most are persons, by surname or given name.
  [[nodiscard]] bool unknown() const { return !(place || country || person || body || given); }
  [[nodiscard]] bool meets(const NameKinds& other) const {
    return (place && other.place) || (country && other.country) || (person && other.person) ||
           (body && other.body) || (given && other.given);
  }
  void add(const NameKinds& other) {
    place = place || other.place;
    country = country || other.country;
    person = person || other.person;
    body = body || other.body;
    given = given || other.given;
    listed = listed || other.listed;
  }
};

/// A proper name in Chinese with its renderings in English.
struct KnownName {
  std::string_view chinese;  ///< folded to simplified characters
  NameKinds kinds;
  bool ordinary =
      false;  ///< its characters are an ordinary word as well: 雪梨 is Sydney, and a pear
  /// All that dictionaries have, the likeliest first: full names, surnames, acronyms; behind them
  /// those that are ordinary words as well.
  std::vector<std::string_view> english;
  /// What it is or was called besides: Peking. It renders the name, but is never suggested, and
  /// nothing is it that is but spelled alike.
  std::vector<std::string_view> besides;
};

/// The proper names that dictionaries have, some sixty thousand, in a memory-mapped file beside
/// the model (models/FORMAT.md). Immutable and safe to share between threads; the views live as
/// long as the store.
class NameStore {
 public:
  /// Fails on a file that is missing, damaged or no file of names.
  [[nodiscard]] static Result<NameStore> open(const std::string& path);

  NameStore(NameStore&&) noexcept;
  NameStore& operator=(NameStore&&) noexcept;
  ~NameStore();

  /// `chinese` as text::folded_han folds it. Nullopt where it is no name that is known.
  [[nodiscard]] std::optional<KnownName> find(std::string_view chinese) const;
  /// The same, without making it: the number of the name.
  [[nodiscard]] std::optional<std::uint32_t> number_of(std::string_view chinese) const;
  [[nodiscard]] KnownName name(std::uint32_t number) const;
  /// Parts of it, without making the rest.
  [[nodiscard]] std::string_view chinese(std::uint32_t number) const;
  [[nodiscard]] NameKinds kinds(std::uint32_t number) const;
  /// Which lengths, in characters, names may have that begin with these two, folded: bit n for n
  /// characters. Most pairs begin none, so that a text need not be asked for every stretch.
  [[nodiscard]] std::uint16_t lengths(char32_t first, char32_t second) const;

  /// The numbers of the names that have a rendering, by its name_key(); none for ordinary words.
  [[nodiscard]] std::span<const std::uint32_t> rendered(std::string_view key) const;

  /// Whether a character, folded, is one of those that foreign names are written with: 斯, 尔, 克.
  [[nodiscard]] bool transliterates(char32_t folded) const;
  /// Whether all characters of a name, folded, are.
  [[nodiscard]] bool is_transliterated(std::string_view folded) const;

  [[nodiscard]] std::size_t size() const;
  /// Characters of the longest name.
  [[nodiscard]] static constexpr std::size_t longest() { return 14; }

 private:
  struct Impl;
  explicit NameStore(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// By what a rendering is found: lower case without diacritics, its words with one space between,
/// hyphens being spaces; points, apostrophes and a possessive are dropped.
[[nodiscard]] std::string name_key(std::string_view rendering);

/// The sections of a file of names out of lines as tools/tables/names.py writes them. Fails on a
/// line of another form, and says which.
[[nodiscard]] Result<std::vector<std::pair<std::string, std::string>>> pack_names(
    std::string_view lines);

}  // namespace duizhao::model
