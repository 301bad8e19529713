#pragma once

#include <cstddef>
#include <string_view>

namespace duizhao::names {

/// Bytes of the Chinese surname that `chinese` begins with, of one character or two (欧阳), in
/// either script; 0 where it begins with none.
[[nodiscard]] std::size_t surname_size(std::string_view chinese);

/// Whether `chinese` may be the full name of a Chinese, Korean or Vietnamese person: a surname and
/// one or two characters.
[[nodiscard]] bool may_be_person(std::string_view chinese);

/// Whether a name in Latin letters, in words, may be that person's: 黃仁勳 is "Jensen Huang" and
/// "Huang Jen-hsun", 林佳龍 is "Lin Chia-lung". The surname has to be spelled by the first or the
/// last word; the rest is either spelled as well or a given name of another language.
enum class PersonMatch {
  kNone,
  kSurname,  ///< the surname fits, the rest is another given name
  kFull,     ///< surname and given name are spelled
};
[[nodiscard]] PersonMatch match_person(std::string_view latin, std::string_view chinese);

}  // namespace duizhao::names
