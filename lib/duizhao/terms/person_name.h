#pragma once

#include <string>
#include <string_view>

namespace duizhao::terms {

/// Other ways to write a person's name; empty what there is none of.
struct PersonName {
  std::string reversed;         ///< the Latin name with the surname at the other end
  std::string surname;          ///< alone, in Latin letters
  std::string chinese_surname;  ///< the last part of a foreign name: 华盛顿 of 乔治·华盛顿
};

/// Of a name in both scripts; all empty for what is no person's. A Chinese, Korean or Vietnamese
/// person is known by a surname that the Latin name spells at either end (黃仁勳, "Jensen Huang";
/// 蔡英文, "Tsai Ing-wen"), a foreign one by interpuncts between as many parts as the Latin name
/// has words (乔治·华盛顿, "George Washington").
[[nodiscard]] PersonName person_name(std::string_view latin, std::string_view chinese);

}  // namespace duizhao::terms
