#pragma once

#include <cstdint>
#include <string_view>

namespace duizhao::names {

/// What a name is the name of.
enum class NameKind : std::uint8_t {
  kNone,  ///< not known, or no name
  kPerson,
  kPlace,
  kOrganisation,
  kLaw,  ///< a law, a treaty, a set of rules
  kWork,
  kAward,
  kEvent,
};

/// "person", "place", "organisation" …; empty for kNone.
[[nodiscard]] std::string_view name_of(NameKind kind);

/// What a place is of those of which a name has but one: a province is no city, a river no lake,
/// but a state may be called after an island.
enum class Land : std::uint8_t { kNone, kAdministered, kNatural };

/// What a Chinese name ends with that says of what kind it is: 大学 of 北京大学.
struct NameHead {
  std::string_view chinese;  ///< in simplified characters
  NameKind kind = NameKind::kNone;
  Land land = Land::kNone;
  std::string_view english;  ///< what stands for it, in small letters, between bars
};

/// The longest head that a name, in simplified characters, ends with and does not consist of; null
/// where it ends with none. The head lives as long as the program.
[[nodiscard]] const NameHead* head_of(std::string_view chinese);

/// Whether one of a head's English words is a word of a name, in any case: "University" of "Peking
/// University".
[[nodiscard]] bool has_head(std::string_view english, const NameHead& head);

/// Whether a word, in any case, is the English of heads of places and of nothing else: "River", but
/// not "Union".
[[nodiscard]] bool is_head_of_place(std::string_view word);

/// The land that it is of, where all its heads are of one.
[[nodiscard]] Land land_of(std::string_view word);

}  // namespace duizhao::names
